import { legendreRule } from './legendreRule';

const { nodes, weights } = legendreRule(8);

/** A piece is so short that the integrand falls by less than a factor of e² within it. */
const FALL_PER_PIECE = 2;
/** Once the integrand has fallen by a factor of e^45, the rest is negligible. */
const NEGLIGIBLE_FALL = 45;

/**
 * The integral of (1 + t / a)^-p · (1 + t / b)^-q over t from 0 to a span, which is at most the span.
 * a and b are above zero, p and q not below.
 *
 * Gauss-Legendre on pieces within which neither factor doubles its base: relative error below 1e-11.
 */
export function integrateDecay(p: number, a: number, q: number, b: number, span: number): number {
	let sum = 0;
	for (let start = 0; start < span; ) {
		const rate = p / (a + start) + q / (b + start);
		const length = Math.min(FALL_PER_PIECE / rate, a + start, b + start, span - start);
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
