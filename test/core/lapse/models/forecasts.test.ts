import fc from 'fast-check';

import { CountTable } from '../../../../nodes/core/lapse/models/CountTable';
import {
	integralByDropOut,
	ordersWhileDroppingOut,
	sumByOrders,
} from '../../../../nodes/core/lapse/models/ordersWhileDroppingOut';
import { MODELS, parametersOf } from './models';

const [[, bgNbd], [, mbgNbd], [, paretoNbd]] = MODELS as [
	(typeof MODELS)[0],
	(typeof MODELS)[0],
	(typeof MODELS)[0],
];

const figures = (row: readonly number[]) => {
	const [r, alpha, third, fourth, x = 0, tx = 0, T = 0, horizon = 0] = row;
	return { four: [r!, alpha!, third!, fourth!], x, tx, T, horizon };
};

/**
 * Parameters, x, tx, T and horizon; log-likelihood, return probability, P(alive), expected orders.
 *
 * Source: the likelihoods of the papers in 40 digits (Python's mpmath): Pareto/NBD by integration of
 * its definition, the others by Beta functions and, for expectations, the published Gauss hypergeometric
 * function, or for a = 1 the integral over the drop-out probability.
 */
const REFERENCES: ReadonlyArray<
	readonly [string, (typeof MODELS)[0][1], readonly number[], readonly number[]]
> = [
	[
		'the paper’s customer',
		bgNbd,
		[0.243, 4.414, 0.793, 2.426, 2, 30.43, 38.86, 39],
		[-9.45860630706627, 0.5546271379170045, 0.726578570080673, 1.2260281747671444],
	],
	[
		'bought once',
		bgNbd,
		[0.243, 4.414, 0.793, 2.426, 0, 0, 38.86, 39],
		[-0.5547132764381585, 0.14455054078331844, 1, 0.19509805201126265],
	],
	[
		'x = 300, a = 1',
		bgNbd,
		[0.9, 20, 1, 3, 300, 360, 400, 30],
		[-380.757972907011, 2.5187187999617227e-11, 2.5187188023897065e-11, 5.230067315735945e-10],
	],
	[
		'a near 1',
		bgNbd,
		[0.9, 20, 1.0000001, 3, 5, 36, 400, 30],
		[-19.428691344924943, 1.608698346078675e-5, 4.810781687232845e-5, 1.973890546314714e-5],
	],
	[
		'hardly any drop-out, many orders',
		bgNbd,
		[5, 0.5, 0.05, 200, 40, 10, 12, 500],
		[5.434806454827393, 0.6516485284494571, 0.6516485284494571, 1092.1311593635255],
	],
	[
		'a long horizon',
		bgNbd,
		[0.2, 0.01, 0.3, 0.5, 1, 1, 1, 90],
		[-2.5424123466555204, 0.6221805868003887, 0.625, 22.160543477017995],
	],
	[
		'b at infinity',
		bgNbd,
		[2, 3, 10, 1e6, 3, 10, 20, 10],
		[-10.302049337721265, 0.8353917036704609, 0.9998266809611603, 2.1735079131709636],
	],
	[
		'the paper’s customer',
		mbgNbd,
		[0.243, 4.414, 0.793, 2.426, 2, 30.43, 38.86, 39],
		[-9.687182636249961, 0.5911458798413469, 0.7744192426236461, 1.3404974284912132],
	],
	[
		'bought once',
		mbgNbd,
		[0.243, 4.414, 0.793, 2.426, 0, 0, 38.86, 39],
		[-0.38695222057085343, 0.09211531461880042, 0.6372533379648953, 0.1274613825456613],
	],
	[
		'x = 300, a = 1',
		mbgNbd,
		[0.9, 20, 1, 3, 300, 360, 400, 30],
		[-380.7645735910422, 2.5270589284382066e-11, 2.52705893087423e-11, 5.247961878870096e-10],
	],
	[
		'hardly any drop-out, many orders',
		mbgNbd,
		[5, 0.5, 0.05, 200, 40, 10, 12, 500],
		[5.433145624332694, 0.6525957479875366, 0.6525957479875366, 1093.8804957455895],
	],
	[
		'a long horizon',
		mbgNbd,
		[0.2, 0.01, 0.3, 0.5, 1, 1, 1, 90],
		[-3.012415975901256, 0.8295741157338515, 0.8333333333333334, 34.77019288976827],
	],
	[
		'a repeat buyer',
		paretoNbd,
		[0.553, 10.578, 0.606, 11.669, 2, 30.43, 38.86, 39],
		[-9.554283245150407, 0.5919372763935362, 0.8691675591530111, 1.4551231932576025],
	],
	[
		'bought once',
		paretoNbd,
		[0.553, 10.578, 0.606, 11.669, 0, 0, 38.86, 39],
		[-0.5210462940808903, 0.06928518405431978, 0.29528660461689415, 0.10708146821530884],
	],
	[
		'x = 300, s = 1',
		paretoNbd,
		[0.9, 20, 1, 30, 300, 360, 400, 30],
		[-378.73327672127414, 2.3357797994638557e-11, 2.343362501951846e-11, 4.868628516961504e-10],
	],
	[
		'many orders',
		paretoNbd,
		[5, 0.5, 3, 200, 40, 10, 12, 500],
		[7.135124263304023, 0.10043496879688238, 0.10083814570298094, 35.068339731662924],
	],
	[
		's near 1',
		paretoNbd,
		[0.2, 100, 1.000001, 50, 1, 1, 1000, 90],
		[-6.804107521638875, 0.00041799371138175555, 0.004831973095317226, 0.0004551718634608485],
	],
	[
		'hardly any drop-out',
		paretoNbd,
		[0.5, 10, 0.01, 5000, 7, 60, 61, 1],
		[-23.85692641450438, 0.09958226843060677, 0.9999979152297626, 0.10563347824124888],
	],
	['T = 0', paretoNbd, [2, 3, 0.6, 1, 0, 0, 0, 10], [0, 0.5999249730484749, 1, 2.6824977254647884]],
];

describe('The figures of one customer', () => {
	it.each(REFERENCES)('agree with 40 digits: %s, %#', (_, model, given, expected) => {
		const { four, x, tx, T, horizon } = figures(given);
		const parameters = parametersOf(model, four);
		const found = [
			model.logLikelihood(parameters, new CountTable([x], [tx], [T])),
			model.returnProbability(parameters, x, tx, T, horizon),
			model.aliveProbability(parameters, x, tx, T),
			model.expectedOrders(parameters, x, tx, T, horizon),
		];
		found.forEach((figure, i) => {
			const scale = Math.max(Math.abs(expected[i]!), 1e-12);
			const allowed = scale * 2e-9;
			expect(Math.abs(figure - expected[i]!)).toBeLessThan(allowed);
		});
	});
});

describe('Expected orders of who drops out after orders', () => {
	const shapes = fc.double({ min: 0.05, max: 300, noNaN: true });
	const betas = fc.double({ min: -4, max: 6, noNaN: true }).map(Math.exp);

	it('are the same by both ways of summing up', () => {
		fc.assert(
			fc.property(
				shapes,
				betas,
				betas,
				fc.double({ min: 0.01, max: 4, noNaN: true }),
				(shape, a, b, h) => {
					fc.pre(shape * Math.log1p(h) < 600);
					const bySum = sumByOrders(shape, a, b, h);
					expect(Math.abs(integralByDropOut(shape, a, b, h) / bySum - 1)).toBeLessThan(1e-8);
				},
			),
			{ numRuns: 500 },
		);
	});

	// Source: [1 - (1 + p h)^-shape] / p for the one p that a narrow beta distribution leaves.
	it('has the limit of one drop-out probability for all', () => {
		const p = 0.25;
		const expected = (1 - (1 + p * 2) ** -3) / p;
		expect(ordersWhileDroppingOut(3, 10, 1e9 * p, 1e9 * (1 - p), 20)).toBeCloseTo(expected, 7);
	});

	it('are 0 within no time and all of them without drop-out', () => {
		expect(ordersWhileDroppingOut(3, 10, 1, 1, 0)).toBe(0);
		expect(ordersWhileDroppingOut(3, 10, 1e-9, 1, 20)).toBeCloseTo(6, 6);
		expect(ordersWhileDroppingOut(3, 10, 1e-9, 1, 2000)).toBeCloseTo(600, 4);
	});
});

describe.each(MODELS)('%s, laws of forecasts', (_, model) => {
	const logs = fc.double({ min: -5, max: 5, noNaN: true }).map(Math.exp);
	const eighths = (max: number) => fc.nat({ max: 8 * max }).map((parts) => parts / 8);
	const customers = fc
		.record({
			four: fc.tuple(logs, logs, logs, logs),
			x: fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 300 })),
			share: fc.nat({ max: 16 }).map((parts) => parts / 16),
			T: fc.oneof(fc.constant(0), eighths(3000)),
			horizon: eighths(1000),
			more: eighths(1000),
		})
		.map(({ four, x, share, T, ...rest }) => ({
			parameters: parametersOf(model, four),
			x: share * T > 0 ? x : 0,
			tx: x === 0 ? 0 : share * T,
			T,
			...rest,
		}));

	it('keeps probabilities from 0 to 1 and orders above the chance of one', () => {
		fc.assert(
			fc.property(customers, ({ parameters, x, tx, T, horizon }) => {
				const chance = model.returnProbability(parameters, x, tx, T, horizon);
				const alive = model.aliveProbability(parameters, x, tx, T);
				const orders = model.expectedOrders(parameters, x, tx, T, horizon);
				expect(chance).toBeGreaterThanOrEqual(0);
				expect(chance).toBeLessThanOrEqual(alive * (1 + 1e-12));
				expect(alive).toBeLessThanOrEqual(1);
				expect(orders).toBeGreaterThanOrEqual(chance * (1 - 1e-8));
				expect(orders).toBeLessThan(Number.POSITIVE_INFINITY);
			}),
			{ numRuns: 1000 },
		);
	});

	it('rises with the horizon and, of who was silent for longer, falls', () => {
		fc.assert(
			fc.property(customers, ({ parameters, x, tx, T, horizon, more }) => {
				const chance = model.returnProbability(parameters, x, tx, T, horizon);
				const slack = 1 + 1e-9;
				const longer = model.returnProbability(parameters, x, tx, T, horizon + more);
				expect(longer * slack).toBeGreaterThanOrEqual(chance);
				const orders = model.expectedOrders(parameters, x, tx, T, horizon);
				const moreOrders = model.expectedOrders(parameters, x, tx, T, horizon + more);
				expect(moreOrders * slack).toBeGreaterThanOrEqual(orders);
				const later = model.returnProbability(parameters, x, tx, T + more, horizon);
				expect(chance * slack).toBeGreaterThanOrEqual(later);
			}),
			{ numRuns: 500 },
		);
	});

	it('has 1 - the return probability as the ratio of two likelihoods', () => {
		fc.assert(
			fc.property(customers, ({ parameters, x, tx, T, horizon }) => {
				const likelihood = (age: number) =>
					model.logLikelihood(parameters, new CountTable([x], [tx], [age]));
				const silent = Math.exp(likelihood(T + horizon) - likelihood(T));
				const chance = model.returnProbability(parameters, x, tx, T, horizon);
				expect(Math.abs(1 - silent - chance)).toBeLessThan(1e-7);
			}),
			{ numRuns: 300 },
		);
	});

	it('has probabilities of no, one and more orders that sum up to 1', () => {
		// The likelihood of x = 1 is the density of the time of the only order.
		const parameters = parametersOf(model, [0.8, 12, 0.7, 2.5]);
		const T = 6;
		const likelihood = (x: number, tx: number) =>
			Math.exp(model.logLikelihood(parameters, new CountTable([x], [tx], [T])));
		const steps = 400;
		// Orders of x customers: each set of times has the density of its last, so their count is the
		// density times the volume of the earlier ones, tx^(x - 1) / (x - 1)!.
		let sum = likelihood(0, 0);
		for (let x = 1, factorial = 1; x <= 60; factorial *= x, x++) {
			for (let i = 0; i < steps; i++) {
				const tx = ((i + 0.5) / steps) * T;
				sum += (likelihood(x, tx) * tx ** (x - 1) * T) / factorial / steps;
			}
		}
		expect(sum).toBeCloseTo(1, 4);
	});
});
