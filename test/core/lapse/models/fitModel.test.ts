import fc from 'fast-check';

import { CountTable } from '../../../../nodes/core/lapse/models/CountTable';
import { bgNbd } from '../../../../nodes/core/lapse/models/bgNbd';
import { mbgNbd } from '../../../../nodes/core/lapse/models/mbgNbd';
import { paretoNbd } from '../../../../nodes/core/lapse/models/paretoNbd';
import { MODELS } from './models';
import { simulateShop, type SimulatedCounts } from './simulatedShop';

const tableOf = ({ x, tx, T }: Pick<SimulatedCounts, 'x' | 'tx' | 'T'>) => new CountTable(x, tx, T);

const STEADY = { after: 'repeatOrder', a: 1e-9, b: 1 } as const;

function expectClose(found: Record<string, number>, expected: Record<string, number>, by: number) {
	for (const [name, value] of Object.entries(expected)) {
		expect(`${name} ${Math.abs(Math.log(found[name]! / value)) < by ? 'near' : found[name]}`).toBe(
			`${name} near`,
		);
	}
}

describe('Fits of simulated shops', () => {
	const shop = { customers: 20_000, r: 0.8, alpha: 40, days: 1000, seed: 7 };

	// Tolerances are some three standard errors for 20,000 customers.
	it('find the parameters that BG/NBD orders were made with', () => {
		const made = { r: 0.8, alpha: 40, a: 0.8, b: 2.5 };
		const fit = bgNbd.fit(
			tableOf(simulateShop({ ...shop, leaving: { after: 'repeatOrder', a: 0.8, b: 2.5 } })),
		);
		expectClose(fit.parameters, made, 0.12);
		expect(fit).toMatchObject({ converged: true, isDegenerate: false });
	});

	it('find the parameters that MBG/NBD orders were made with', () => {
		const made = { r: 0.8, alpha: 40, a: 0.8, b: 2.5 };
		const fit = mbgNbd.fit(
			tableOf(simulateShop({ ...shop, leaving: { after: 'anyOrder', a: 0.8, b: 2.5 } })),
		);
		expectClose(fit.parameters, made, 0.12);
		expect(fit).toMatchObject({ converged: true, isDegenerate: false });
	});

	it('find the parameters that Pareto/NBD orders were made with, also from rounded times', () => {
		const made = { r: 0.8, alpha: 40, s: 0.7, beta: 200 };
		const table = tableOf(simulateShop({ ...shop, leaving: { after: 'time', s: 0.7, beta: 200 } }));
		expect(table.times.length).toBeGreaterThan(4000);
		const fit = paretoNbd.fit(table);
		expectClose(fit.parameters, made, 0.2);
		expect(fit).toMatchObject({ converged: true, isDegenerate: false });
		const coarse = paretoNbd.fit(table.coarser(500));
		expectClose(coarse.parameters, fit.parameters, 0.005);
	});

	it('tell how many come back', () => {
		const counts = simulateShop({ ...shop, leaving: { after: 'repeatOrder', a: 0.8, b: 2.5 } });
		const { parameters } = bgNbd.fit(tableOf(counts));
		let [returned, expected, orders, expectedOrders] = [0, 0, 0, 0];
		counts.x.forEach((x, i) => {
			const [tx, T] = [counts.tx[i]!, counts.T[i]!];
			returned += counts.later[i]! > 0 ? 1 : 0;
			orders += counts.later[i]!;
			expected += bgNbd.returnProbability(parameters, x, tx, T, T);
			expectedOrders += bgNbd.expectedOrders(parameters, x, tx, T, T);
		});
		expect(expected / returned).toBeCloseTo(1, 1);
		expect(Math.abs(expected / returned - 1)).toBeLessThan(0.03);
		expect(Math.abs(expectedOrders / orders - 1)).toBeLessThan(0.05);
	});
});

describe.each(MODELS)('%s, where orders tell little', (_, model) => {
	const verdict = (x: number[], tx: number[], T: number[]) => model.fit(new CountTable(x, tx, T));
	const repeated = <T>(times: number, value: T) => Array.from({ length: times }, () => value);

	it('says that nobody has been observed', () => {
		const reason = 'No customer has been observed for any length of time.';
		expect(verdict([], [], [])).toMatchObject({ isDegenerate: true, logLikelihood: 0, reason });
		expect(verdict([0, 3], [0, 0], [0, 0])).toMatchObject({ isDegenerate: true, reason });
	});

	it('says that nobody has ordered twice', () => {
		expect(verdict(repeated(50, 0), repeated(50, 0), repeated(50, 90))).toMatchObject({
			isDegenerate: true,
			reason: 'No customer has ordered a second time.',
		});
	});

	it('says that nobody is seen to leave', () => {
		const fit = model.fit(
			tableOf(
				simulateShop({ customers: 3000, r: 1, alpha: 30, days: 400, seed: 2, leaving: STEADY }),
			),
		);
		expect(fit.gainFromDropOut).toBeLessThan(2.71 / 2);
		expect(fit).toMatchObject({
			isDegenerate: true,
			reason:
				'The orders do not show customers leaving, so all of them would count as staying for good.',
		});
	});

	it('says nothing from one customer', () => {
		expect(verdict([3], [60], [90]).isDegenerate).toBe(true);
		expect(verdict([300], [299], [300]).isDegenerate).toBe(true);
	});

	it('takes customers who are all alike for what they are', () => {
		// All buy every ten days, and one in two stopped at some time.
		const stops = Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 20 : 1 + (i % 19)));
		const fit = verdict(
			stops,
			stops.map((x) => 10 * x),
			repeated(400, 205),
		);
		expect(fit.isDegenerate).toBe(false);
		const chance = (x: number) => model.returnProbability(fit.parameters, x, 10 * x, 205, 30);
		expect(chance(20)).toBeGreaterThan(0.8);
		expect(chance(5)).toBeLessThan(0.01);
	});

	it('gives numbers for whatever comes', () => {
		const time = fc.oneof(
			fc.constantFrom(0, 1, 90, 1e-9, 1e12),
			fc.double({ min: 0, max: 1000, noNaN: true }),
		);
		const customer = fc.tuple(fc.oneof(fc.nat({ max: 4 }), fc.constantFrom(0, 1, 300)), time, time);
		fc.assert(
			fc.property(fc.array(customer, { maxLength: 12 }), (customers) => {
				const fit = verdict(
					customers.map(([x]) => x),
					customers.map(([, tx]) => tx),
					customers.map(([, , T]) => T),
				);
				const { parameters } = fit;
				for (const value of Object.values(parameters)) {
					expect(value > 0 && value < Number.POSITIVE_INFINITY).toBe(true);
				}
				expect(Number.isFinite(fit.logLikelihood)).toBe(true);
				expect(fit.isDegenerate).toBe(fit.reason !== null);
				for (const [x, tx, T] of [
					[0, 0, 0],
					[0, 0, 500],
					[300, 90, 90],
					[2, 1, 1e6],
				] as const) {
					const chance = model.returnProbability(parameters, x, tx, T, 30);
					expect(chance >= 0 && chance <= 1).toBe(true);
					expect(model.expectedOrders(parameters, x, tx, T, 30)).toBeGreaterThanOrEqual(0);
				}
			}),
			{ numRuns: 60 },
		);
	});
});

describe.each(MODELS)('%s, laws of fits', (_, model) => {
	const counts = simulateShop({
		customers: 400,
		r: 1,
		alpha: 20,
		days: 300,
		seed: 5,
		leaving: { after: 'anyOrder', a: 1, b: 3 },
	});

	it('does not depend on the order of customers', () => {
		const backwards = tableOf({
			x: [...counts.x].reverse(),
			tx: [...counts.tx].reverse(),
			T: [...counts.T].reverse(),
		});
		expect(model.fit(backwards)).toEqual(model.fit(tableOf(counts)));
	});

	it('has the same parameters whatever the unit of time, and the density of another unit', () => {
		const orders = counts.x.reduce((sum, x) => sum + x, 0);
		const fit = model.fit(tableOf(counts));
		for (const unit of [1e-6, 1 / 24, 7, 1e6]) {
			const scaled = model.fit(
				tableOf({
					x: counts.x,
					tx: counts.tx.map((t) => t / unit),
					T: counts.T.map((t) => t / unit),
				}),
			);
			expect(scaled.logLikelihood - orders * Math.log(unit)).toBeCloseTo(fit.logLikelihood, 4);
			const [now, then] = [fit, scaled].map(({ parameters }, i) =>
				model.returnProbability(
					parameters,
					3,
					100 / (i === 0 ? 1 : unit),
					150 / (i === 0 ? 1 : unit),
					30 / (i === 0 ? 1 : unit),
				),
			);
			expect(then).toBeCloseTo(now!, 5);
		}
	});

	it('counts equal customers as often as they are there', () => {
		const once = tableOf(counts);
		const thrice = new CountTable(
			[...counts.x, ...counts.x, ...counts.x],
			[...counts.tx, ...counts.tx, ...counts.tx],
			[...counts.T, ...counts.T, ...counts.T],
		);
		expect(thrice.x).toHaveLength(once.x.length);
		const [single, triple] = [model.fit(once), model.fit(thrice)];
		expect(triple.logLikelihood).toBeCloseTo(3 * single.logLikelihood, 6);
	});

	it('has nothing likelier nearby', () => {
		const table = tableOf(counts);
		const { parameters, logLikelihood } = model.fit(table);
		expect(model.logLikelihood(parameters, table)).toBeCloseTo(logLikelihood, 8);
		for (const name of Object.keys(parameters)) {
			for (const factor of [0.97, 1.03]) {
				const moved = { ...parameters, [name]: parameters[name]! * factor };
				expect(model.logLikelihood(moved, table)).toBeLessThan(logLikelihood);
			}
		}
	});
});
