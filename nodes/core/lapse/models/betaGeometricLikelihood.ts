import type { FitColumns } from './FitColumns';
import type { Objective } from './minimise';
import { NegativeBinomial } from './NegativeBinomial';
import { risingSums } from './risingSums';

/**
 * Minus the mean logarithm of the likelihood of the BG/NBD and the MBG/NBD model, by ln r, ln α,
 * ln a and ln b.
 *
 * After each order that counts, a customer drops out with a probability of their own, which is beta
 * distributed among customers. With BG/NBD only repeat orders count, so k = x of them; with MBG/NBD
 * the first order counts too, k = x + 1. For k = 0 nobody can have dropped out. Each customer gives
 *
 *   ln NBD(x, T) + ln [B(a, b + k) / B(a, b)] + ln(1 + e^z),
 *   z = ln [a / (b + k - 1)] + (r + x) ln [(α + T) / (α + tx)],
 *
 * where e^z are the odds of having dropped out at the last order. This is equation 6 of Fader, Hardie
 * and Lee (2005) and equation 2 of Batislam, Denizel and Filiztekin (2007), with what both branches
 * have in common taken out; all gradients are those of these terms.
 *
 * @param firstOrderCounts whether customers can drop out at their first order
 */
export function betaGeometricObjective(columns: FitColumns, firstOrderCounts: boolean): Objective {
	const { table, customersWith } = columns;
	const { counts, firstRowOf, txIndex, TIndex, weight, customers } = table;
	const first = firstOrderCounts ? 1 : 0;
	const buying = new NegativeBinomial(columns);
	const { logs, reciprocals } = buying;
	const chances = counts.map((x) => x + first);
	const chancesOf = { b: new Float64Array(counts.length), ab: new Float64Array(counts.length) };
	const slopesOf = { b: new Float64Array(counts.length), ab: new Float64Array(counts.length) };

	return (at, gradient) => {
		const [r, alpha, a, b] = [at[0]!, at[1]!, at[2]!, at[3]!].map(Math.exp) as [
			number,
			number,
			number,
			number,
		];
		buying.update(r, alpha);
		risingSums(b, chances, chancesOf.b, slopesOf.b);
		risingSums(a + b, chances, chancesOf.ab, slopesOf.ab);
		let { value, byR, byAlpha } = buying;
		let [byA, byB] = [0, 0];
		for (let i = 0; i < counts.length; i++) {
			const chance = chances[i]!;
			if (chance === 0) continue;
			const exponent = r + counts[i]!;
			const lastChance = b + chance - 1;
			const logOdds = Math.log(a / lastChance);
			let [sum, gone, goneLogs, goneReciprocals] = [0, 0, 0, 0];
			const end = firstRowOf[i + 1]!;
			for (let row = firstRowOf[i]!; row < end; row++) {
				const [now, last] = [TIndex[row]!, txIndex[row]!];
				const silence = logs[now]! - logs[last]!;
				const z = logOdds + exponent * silence;
				const small = Math.exp(-Math.abs(z));
				const share = (weight[row]! * (z > 0 ? 1 : small)) / (1 + small);
				sum += weight[row]! * ((z > 0 ? z : 0) + Math.log1p(small));
				gone += share;
				goneLogs += share * silence;
				goneReciprocals += share * (reciprocals[now]! - reciprocals[last]!);
			}
			const alike = customersWith[i]!;
			value += sum + alike * (chancesOf.b[i]! - chancesOf.ab[i]!);
			byR += goneLogs;
			byAlpha += exponent * goneReciprocals;
			byA += gone / a - alike * slopesOf.ab[i]!;
			byB += alike * (slopesOf.b[i]! - slopesOf.ab[i]!) - gone / lastChance;
		}
		gradient[0] = (-r * byR) / customers;
		gradient[1] = (-alpha * byAlpha) / customers;
		gradient[2] = (-a * byA) / customers;
		gradient[3] = (-b * byB) / customers;
		return -value / customers;
	};
}
