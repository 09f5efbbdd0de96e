import type { FitColumns } from './FitColumns';
import type { Objective } from './minimise';
import { risingSums } from './risingSums';

/**
 * Orders at steady rates for good: rates are gamma distributed among customers, with shape r and
 * rate α, so counts follow the negative binomial distribution (Ehrenberg 1959). It is what the
 * models with drop-out become where nobody drops out.
 *
 * Sum over customers of ln [Γ(r + x) / Γ(r) · α^r / (α + T)^(r + x)], the likelihood of the times of
 * their orders, with time in the units of the columns.
 */
export class NegativeBinomial {
	/** ln(α + t) for each distinct time t. */
	readonly logs: Float64Array;

	/** 1 / (α + t) for each distinct time t. */
	readonly reciprocals: Float64Array;

	value = 0;

	/** Derivative by r. */
	byR = 0;

	/** Derivative by α. */
	byAlpha = 0;

	private readonly risingLogs: Float64Array;

	private readonly risingReciprocals: Float64Array;

	constructor(private readonly columns: FitColumns) {
		this.logs = new Float64Array(columns.times.length);
		this.reciprocals = new Float64Array(columns.times.length);
		this.risingLogs = new Float64Array(columns.table.counts.length);
		this.risingReciprocals = new Float64Array(columns.table.counts.length);
	}

	/** Computes all figures for given parameters. */
	update(r: number, alpha: number): void {
		const { times, customersUpTo, ordersUpTo, customersWith, table } = this.columns;
		risingSums(r, table.counts, this.risingLogs, this.risingReciprocals);
		let [value, byR, byAlpha] = [0, 0, 0];
		for (let i = 0; i < customersWith.length; i++) {
			value += customersWith[i]! * this.risingLogs[i]!;
			byR += customersWith[i]! * this.risingReciprocals[i]!;
		}
		const logAlpha = Math.log(alpha);
		for (let i = 0; i < times.length; i++) {
			const log = Math.log(alpha + times[i]!);
			const reciprocal = 1 / (alpha + times[i]!);
			const customers = customersUpTo[i]!;
			const orders = ordersUpTo[i]!;
			value -= r * customers * (log - logAlpha) + orders * log;
			byR -= customers * (log - logAlpha);
			byAlpha += (customers * r * times[i]! * reciprocal) / alpha - orders * reciprocal;
			this.logs[i] = log;
			this.reciprocals[i] = reciprocal;
		}
		this.value = value;
		this.byR = byR;
		this.byAlpha = byAlpha;
	}
}

/** Minus the mean logarithm of the likelihood, by ln r and ln α. */
export function negativeBinomialObjective(columns: FitColumns): Objective {
	const part = new NegativeBinomial(columns);
	const { customers } = columns.table;
	return (at, gradient) => {
		const r = Math.exp(at[0]!);
		const alpha = Math.exp(at[1]!);
		part.update(r, alpha);
		gradient[0] = (-r * part.byR) / customers;
		gradient[1] = (-alpha * part.byAlpha) / customers;
		return -part.value / customers;
	};
}
