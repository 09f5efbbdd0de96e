import { digamma } from './digamma';
import { logGamma } from './logGamma';
import { minimise } from './minimise';

/** Parameters of the Gamma-Gamma model; γ is in the currency of the amounts. */
export interface GammaGammaParameters {
	/** Shape of the gamma distribution of a customer's amounts. */
	readonly p: number;
	/** Shape and rate of the gamma distribution of their rates among customers. */
	readonly q: number;
	readonly gamma: number;
}

/** What the spending of a shop's customers says about an order's value. */
export interface GammaGammaFit {
	/** Always finite and above zero. */
	parameters: GammaGammaParameters;
	/** Natural logarithm of the likelihood of the customers' mean values, in their currency. */
	logLikelihood: number;
	converged: boolean;
	/** Customers it rests on: those with an order and a mean value above zero. */
	customers: number;
	/** Mean value of all orders that it rests on; 0 for none. */
	meanOrderValue: number;
	/** Whether the model says nothing and the mean of all orders must do. */
	isDegenerate: boolean;
	/** Why, as one sentence; null where the model says something. */
	reason: string | null;
}

/** Fewer customers than this do not tell their own spread from that of their orders. */
const MIN_CUSTOMERS = 10;
/** Beyond these logarithms of parameters nothing changes any more, and what going there costs. */
const FURTHEST = 10;
const COST_BEYOND = 1e-3;

const FEW = `Fewer than ${MIN_CUSTOMERS} customers have an order with a value, so the mean of all orders is used.`;
const NO_MEAN =
	'Values differ so much between customers that the model has no mean, so the mean of all orders is used.';

/** The customers that can be used, equal x side by side, values in units of their mean. */
class Spending {
	readonly x: Float64Array;

	readonly mean: Float64Array;

	readonly weight: Float64Array;

	readonly customers: number;

	readonly unit: number;

	constructor(x: ArrayLike<number>, mean: ArrayLike<number>, weight?: ArrayLike<number>) {
		const rows: Array<readonly [number, number, number]> = [];
		for (let i = 0; i < x.length; i++) {
			const row = [Number(x[i]), Number(mean[i]), weight ? Number(weight[i]) : 1] as const;
			if (row.every((figure) => figure > 0 && figure < Number.POSITIVE_INFINITY)) rows.push(row);
		}
		rows.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
		let [orders, total, customers] = [0, 0, 0];
		for (const [count, value, alike] of rows) {
			orders += count * alike;
			total += count * value * alike;
			customers += alike;
		}
		this.customers = customers;
		this.unit = orders > 0 ? total / orders : 0;
		this.x = Float64Array.from(rows, (row) => row[0]);
		this.mean = Float64Array.from(rows, (row) => row[1] / this.unit);
		this.weight = Float64Array.from(rows, (row) => row[2]);
	}

	/** Minus the mean logarithm of the likelihood, by ln p, ln q and ln γ; equation 1a of the note. */
	objective(): (at: Float64Array, gradient: Float64Array) => number {
		const { x, mean, weight, customers } = this;
		const logMean = mean.map(Math.log);
		return (at, gradient) => {
			const logGammaRate = at[2]!;
			const [p, q, gamma] = [Math.exp(at[0]!), Math.exp(at[1]!), Math.exp(at[2]!)];
			const [logGammaQ, digammaQ] = [logGamma(q), digamma(q)];
			let [value, byP, byQ, byGamma] = [0, 0, 0, 0];
			let [count, fixed, psiAll, psiOwn, logCount] = [Number.NaN, 0, 0, 0, 0];
			for (let i = 0; i < x.length; i++) {
				if (x[i] !== count) {
					count = x[i]!;
					logCount = Math.log(count);
					psiAll = digamma(p * count + q);
					psiOwn = digamma(p * count);
					fixed = logGamma(p * count + q) - logGamma(p * count) - logGammaQ + p * count * logCount;
				}
				const own = gamma + count * mean[i]!;
				const logOwn = Math.log(own);
				const shape = p * count;
				value +=
					weight[i]! *
					(fixed + (shape - 1) * logMean[i]! - shape * logOwn - q * (logOwn - logGammaRate));
				byP += weight[i]! * count * (psiAll - psiOwn + logMean[i]! + logCount - logOwn);
				byQ += weight[i]! * (psiAll - digammaQ + logGammaRate - logOwn);
				byGamma += weight[i]! * (q / gamma - (shape + q) / own);
			}
			gradient[0] = (-p * byP) / customers;
			gradient[1] = (-q * byQ) / customers;
			gradient[2] = (-gamma * byGamma) / customers;
			value /= -customers;
			for (let i = 0; i < 3; i++) {
				const beyond = Math.sign(at[i]!) * Math.max(0, Math.abs(at[i]!) - FURTHEST);
				value += COST_BEYOND * beyond * beyond;
				gradient[i]! += 2 * COST_BEYOND * beyond;
			}
			return value;
		};
	}
}

/**
 * The Gamma-Gamma model of Fader and Hardie (2013), "The Gamma-Gamma model of monetary value": amounts
 * of a customer scatter about a mean of their own, which does not depend on how often they order.
 */
export const gammaGamma = Object.freeze({
	/**
	 * The parameters under which the mean values of all customers are likeliest.
	 *
	 * Whoever has no order, or a mean that is not above zero, is left out. The published figures take
	 * x as the number of repeat orders and leave the first order out of the mean.
	 *
	 * @param x number of orders that the mean of each customer is taken over
	 * @param mean mean value of these orders, in one currency
	 * @param weight how many customers are alike; one where left out
	 */
	fit(x: ArrayLike<number>, mean: ArrayLike<number>, weight?: ArrayLike<number>): GammaGammaFit {
		const spending = new Spending(x, mean, weight);
		const { customers, unit: meanOrderValue } = spending;
		if (customers < MIN_CUSTOMERS) {
			return {
				parameters: { p: 1, q: 2, gamma: meanOrderValue || 1 },
				logLikelihood: 0,
				converged: false,
				customers,
				meanOrderValue,
				isDegenerate: true,
				reason: FEW,
			};
		}
		const { at, value, converged } = minimise(spending.objective(), [Math.log(2), Math.log(3), 0]);
		const [p, q, gamma] = [Math.exp(at[0]!), Math.exp(at[1]!), Math.exp(at[2]!)];
		// Each mean value is a density, so a change of unit divides it.
		const logLikelihood = -customers * (value + Math.log(meanOrderValue));
		const isDegenerate = !(q > 1);
		return {
			parameters: { p, q, gamma: gamma * meanOrderValue },
			logLikelihood,
			converged,
			customers,
			meanOrderValue,
			isDegenerate,
			reason: isDegenerate ? NO_MEAN : null,
		};
	},

	/**
	 * Expected value of a customer's next order, between their own mean and that of all: equation 5 of
	 * the note, p (γ + x m) / (p x + q - 1). The mean of all orders where the fit is degenerate.
	 *
	 * @param x number of orders that the mean is taken over; 0 for nothing known of the customer
	 * @param mean mean value of these orders
	 */
	expectedOrderValue(
		fit: Pick<GammaGammaFit, 'parameters' | 'meanOrderValue' | 'isDegenerate'>,
		x: number,
		mean: number,
	): number {
		if (fit.isDegenerate) return fit.meanOrderValue;
		const { p, q, gamma } = fit.parameters;
		const isKnown = x > 0 && mean > 0;
		return isKnown ? (p * (gamma + x * mean)) / (p * x + q - 1) : (p * gamma) / (q - 1);
	},
});
