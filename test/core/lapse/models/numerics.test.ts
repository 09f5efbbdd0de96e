import { digamma } from '../../../../nodes/core/lapse/models/digamma';
import { integrateDecay } from '../../../../nodes/core/lapse/models/integrateDecay';
import { legendreRule } from '../../../../nodes/core/lapse/models/legendreRule';
import { logGamma } from '../../../../nodes/core/lapse/models/logGamma';
import { minimise } from '../../../../nodes/core/lapse/models/minimise';
import { risingSums } from '../../../../nodes/core/lapse/models/risingSums';

// Source: loggamma and digamma of Python's mpmath in 40 digits.
const GAMMA_TABLE: ReadonlyArray<readonly [number, number, number]> = [
	[1e-8, 18.42068073818021, -100000000.5772156],
	[0.01, 4.599479878042022, -100.56088545786866],
	[0.3, 1.0957979948180756, -3.502524222200133],
	[1, 0, -0.5772156649015329],
	[1.46163214496836, -0.12148629053584961, -2.265574894941994e-15],
	[2, 0, 0.42278433509846713],
	[3.7, 1.4280723266653879, 1.1671535393615113],
	[9.99, 12.779315214350193, 2.250700372831201],
	[10, 12.80182748008147, 2.251752589066721],
	[55.5, 166.32150615984037, 4.0073469585404435],
	[1e6, 12815504.56914761, 13.815510057964191],
];

describe('logGamma and digamma', () => {
	it.each(GAMMA_TABLE)('of %p have 14 digits', (x, log, slope) => {
		expect(Math.abs(logGamma(x) - log)).toBeLessThan(2e-14 * Math.max(1, Math.abs(log)));
		expect(Math.abs(digamma(x) - slope)).toBeLessThan(2e-14 * Math.max(1, Math.abs(slope)));
	});

	it('have the values of their docstrings', () => {
		expect(logGamma(5)).toBeCloseTo(Math.log(24), 13);
		expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 13);
		expect(logGamma(0)).toBe(Number.POSITIVE_INFINITY);
		expect(digamma(0)).toBe(Number.NEGATIVE_INFINITY);
	});
});

describe('risingSums', () => {
	it('are those of the rising factorial and its derivative', () => {
		const [logs, reciprocals] = [new Float64Array(3), new Float64Array(3)];
		risingSums(2.5, Float64Array.of(0, 1, 4), logs, reciprocals);
		expect(Array.from(logs)).toEqual([
			0,
			Math.log(2.5),
			expect.closeTo(Math.log(2.5 * 3.5 * 4.5 * 5.5), 12),
		]);
		expect(Array.from(reciprocals)).toEqual([
			0,
			0.4,
			expect.closeTo(digamma(6.5) - digamma(2.5), 12),
		]);
	});
});

describe('legendreRule', () => {
	// Source: DLMF table 3.5.1, n = 5, carried over to 0 to 1.
	it('has the tabulated nodes and weights', () => {
		const { nodes, weights } = legendreRule(5);
		[-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664].forEach(
			(node, i) => expect(nodes[i]).toBeCloseTo((1 + node) / 2, 14),
		);
		[0.236926885056189, 0.478628670499366, 0.568888888888889].forEach((weight, i) =>
			expect(weights[i]).toBeCloseTo(weight / 2, 14),
		);
	});

	it('is exact for polynomials of degree 2n - 1 and no further', () => {
		const { nodes, weights } = legendreRule(3);
		const powers = (degree: number) =>
			nodes.reduce((sum, node, i) => sum + weights[i]! * node ** degree, 0);
		expect(powers(5)).toBeCloseTo(1 / 6, 14);
		expect(powers(6)).not.toBeCloseTo(1 / 7, 6);
	});
});

describe('integrateDecay', () => {
	// Source: the integral of (1 + t / a)^-p is a [1 - (1 + span / a)^(1 - p)] / (p - 1).
	it.each([
		[0.5, 1, 100],
		[3, 0.01, 1000],
		[300, 20, 50],
		[1e5, 3, 1e6],
	])('of one factor with p = %p, a = %p, span = %p', (p, a, span) => {
		const exact = (a * -Math.expm1((1 - p) * Math.log1p(span / a))) / (p - 1);
		expect(integrateDecay(p, a, 0, 1, span) / exact).toBeCloseTo(1, 10);
		expect(integrateDecay(0, 1, p, a, span) / exact).toBeCloseTo(1, 10);
	});

	it('is 0 for no span and the span for no decay', () => {
		expect(integrateDecay(2, 1, 3, 1, 0)).toBe(0);
		expect(integrateDecay(0, 1, 0, 1, 7)).toBeCloseTo(7, 12);
	});
});

describe('minimise', () => {
	// Source: Rosenbrock (1960); the minimum is 0 at (1, 1).
	it('finds the end of the banana valley', () => {
		const { at, value, converged } = minimise(
			([x = 0, y = 0], gradient) => {
				gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
				gradient[1] = 200 * (y - x * x);
				return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
			},
			[-1.2, 1],
		);
		expect(at[0]).toBeCloseTo(1, 6);
		expect(at[1]).toBeCloseTo(1, 6);
		expect(value).toBeLessThan(1e-12);
		expect(converged).toBe(true);
	});

	it('steps back from where there is no value', () => {
		const { at, converged } = minimise(
			([x = 0], gradient) => {
				gradient[0] = 1 - 1 / x;
				return x - Math.log(x);
			},
			[3],
		);
		expect(at[0]).toBeCloseTo(1, 6);
		expect(converged).toBe(true);
	});

	it('gives back a start without a value, and says so of a slope without end', () => {
		const nowhere = minimise((_, gradient) => gradient.fill(0) && Number.NaN, [2]);
		expect(nowhere).toMatchObject({ converged: false, evaluations: 1 });
		const slope = minimise(([x = 0], gradient) => gradient.fill(1) && x, [0]);
		expect(slope.converged).toBe(false);
	});
});
