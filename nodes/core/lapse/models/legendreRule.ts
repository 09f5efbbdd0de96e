/** Nodes and weights of a rule of integration over the interval from 0 to 1. */
export interface IntegrationRule {
	nodes: readonly number[];
	weights: readonly number[];
}

/**
 * The Gauss-Legendre rule with so many nodes: exact for polynomials of degree 2n - 1.
 *
 * Nodes are the zeros of the Legendre polynomial, found by Newton's method from the estimate
 * cos(π (i - 1/4) / (n + 1/2)), weights are 2 / [(1 - z²) P'(z)²] (DLMF 3.5.23 and 18.16), both
 * carried over from -1 to 1.
 */
export function legendreRule(n: number): IntegrationRule {
	const nodes: number[] = [];
	const weights: number[] = [];
	for (let i = n; i >= 1; i--) {
		let z = Math.cos((Math.PI * (i - 0.25)) / (n + 0.5));
		let slope = 1;
		for (let round = 0; round < 8; round++) {
			let [before, value] = [0, 1];
			for (let k = 1; k <= n; k++) {
				[before, value] = [value, ((2 * k - 1) * z * value - (k - 1) * before) / k];
			}
			slope = (n * (z * value - before)) / (z * z - 1);
			z -= value / slope;
		}
		nodes.push((1 + z) / 2);
		weights.push(1 / ((1 - z * z) * slope * slope));
	}
	return { nodes, weights };
}
