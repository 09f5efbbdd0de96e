import { legendreRule } from './legendreRule';

const { nodes, weights } = legendreRule(8);

/** A piece is so short that the integrand falls by less than a factor of e² within it. */
const FALL_PER_PIECE = 2;
/** Once the integrand has fallen by a factor of e^45, the rest is negligible. */
const NEGLIGIBLE_FALL = 45;

/**
 * The integral of [(α + t) / (α + from)]^-p · [(β + t) / (β + from)]^-q over t, which is at most
 * `to - from`. All of α, β, p and q are above zero, or p or q is zero.
 *
 * Gauss-Legendre on pieces within which neither factor doubles its base: relative error below 1e-11.
 * 0 where `to` is not above `from`.
 */
export function integrateDecay(
	p: number,
	alpha: number,
	q: number,
	beta: number,
	from: number,
	to: number,
): number {
	const [a, b] = [alpha + from, beta + from];
	const whole = to - from;
	let sum = 0;
	for (let start = 0; start < whole; ) {
		const rate = p / (a + start) + q / (b + start);
		const length = Math.min(FALL_PER_PIECE / rate, a + start, b + start, whole - start);
		for (let i = 0; i < nodes.length; i++) {
			const t = start + length * nodes[i]!;
			sum += weights[i]! * length * Math.exp(-p * Math.log1p(t / a) - q * Math.log1p(t / b));
		}
		const next = start + length;
		if (!(next > start)) break;
		start = next;
		if (p * Math.log1p(start / a) + q * Math.log1p(start / b) > NEGLIGIBLE_FALL) break;
	}
	return sum;
}
