import fc from 'fast-check';

import {
	checkReturnLimits,
	isBelow,
	returnLimits,
	returnLimitsFrom,
	type ReturnLimits,
} from '../../../../nodes/core/lapse/forecast/returnLimits';

const probabilities = fc
	.array(fc.double({ min: 0.0001, max: 0.9999, noNaN: true }), { minLength: 2, maxLength: 40 })
	.map((values) => Float64Array.from(values));

/** Of those below a limit: the sum of (1 - p) over all of it, and of p not below it; the mean of both. */
function expectedBalancedAccuracy(values: Float64Array, limit: number): number {
	let [away, awayFlagged, back, backFree] = [0, 0, 0, 0];
	for (const value of values) {
		away += 1 - value;
		back += value;
		if (value < limit) awayFlagged += 1 - value;
		else backFree += value;
	}
	return (awayFlagged / away + backFree / back) / 2;
}

describe('returnLimits', () => {
	// Worked by hand: twice the odds of m are 2 m / (1 + m); a tenth of the sum lies below lost.
	it.each<[string, number[], ReturnLimits]>([
		// Sum 2, a tenth is 0.2: 0.1 fits, 0.1 + 0.2 does not.
		['four', [0.9, 0.1, 0.8, 0.2], { atRisk: 2 / 3, lapsed: 0.5, lost: 0.1 }],
		// Sum 1, a tenth is 0.1: 0.02 + 0.03 fits, with 0.25 it does not.
		['a few lost', [0.7, 0.02, 0.25, 0.03], { atRisk: 0.4, lapsed: 0.25, lost: 0.03 }],
		['nobody lost', [0.5, 0.5], { atRisk: 2 / 3, lapsed: 0.5, lost: 0 }],
		['one', [0.2], { atRisk: 1 / 3, lapsed: 0.2, lost: 0 }],
		['nobody comes back', [0, 0], { atRisk: 0, lapsed: 0, lost: 0 }],
	])('%s', (_, values, expected) => {
		const found = returnLimits(Float64Array.from(values));
		expect(found.lapsed).toBeCloseTo(expected.lapsed, 12);
		expect(found.atRisk).toBeCloseTo(expected.atRisk, 12);
		expect(found.lost).toBeCloseTo(expected.lost, 12);
	});

	it('leaves what it is given as it is', () => {
		const values = Float64Array.from([0.9, 0.1, 0.5]);
		returnLimits(values);
		expect([...values]).toEqual([0.9, 0.1, 0.5]);
	});
});

describe('returnLimits, laws', () => {
	it('has a lapsed limit that no other beats in balanced accuracy, where probabilities are right', () => {
		fc.assert(
			fc.property(probabilities, (values) => {
				const { lapsed } = returnLimits(values);
				const best = expectedBalancedAccuracy(values, lapsed);
				for (const limit of [...values, ...values.map((value) => value + 1e-9), 0, 1]) {
					expect(expectedBalancedAccuracy(values, limit)).toBeLessThanOrEqual(best + 1e-9);
				}
			}),
		);
	});

	it('has at most a tenth of the expected returns from lost customers, and more with one more of them', () => {
		fc.assert(
			fc.property(probabilities, (values) => {
				const { lost, lapsed } = returnLimits(values);
				const sum = (some: Float64Array) => some.reduce((total, value) => total + value, 0);
				const all = sum(values);
				expect(sum(values.filter((value) => value < lost))).toBeLessThanOrEqual(all / 10 + 1e-12);
				// Equal ones stand or fall together, so all that are on the limit count with those below it.
				const upTo = values.filter((value) => value <= lost);
				const next = values
					.filter((value) => value > lost)
					.sort()
					.slice(0, 1);
				const withNext = sum(upTo) + sum(next);
				if (lost < lapsed) expect(withNext).toBeGreaterThan(all / 10 - 1e-12);
			}),
		);
	});

	it('keeps its limits in order, and does not care for the order of customers', () => {
		fc.assert(
			fc.property(probabilities, (values) => {
				const { atRisk, lapsed, lost } = returnLimits(values);
				expect(lost).toBeLessThanOrEqual(lapsed);
				expect(lapsed).toBeLessThanOrEqual(atRisk);
				expect(atRisk).toBeLessThanOrEqual(1);
				const turned = returnLimits(Float64Array.from(values).reverse());
				expect(turned).toEqual({ atRisk, lapsed, lost });
			}),
		);
	});
});

describe('returnLimitsFrom', () => {
	const suggested = { atRisk: 0.5, lapsed: 0.3, lost: 0.1 };

	it.each<[string, Partial<ReturnLimits>, ReturnLimits]>([
		['nothing set', {}, suggested],
		['lapsed: at risk goes with it', { lapsed: 0.5 }, { atRisk: 2 / 3, lapsed: 0.5, lost: 0.1 }],
		['lapsed below lost', { lapsed: 0.05 }, { atRisk: 0.1 / 1.05, lapsed: 0.05, lost: 0.05 }],
		['all', { atRisk: 0.9, lapsed: 0.8, lost: 0.7 }, { atRisk: 0.9, lapsed: 0.8, lost: 0.7 }],
		['at risk', { atRisk: 0.4 }, { atRisk: 0.4, lapsed: 0.3, lost: 0.1 }],
		// What the user sets holds; what is only suggested gives way.
		['at risk below lapsed', { atRisk: 0.2 }, { atRisk: 0.2, lapsed: 0.2, lost: 0.1 }],
		['lost above lapsed', { lost: 0.4 }, { atRisk: 0.5, lapsed: 0.4, lost: 0.4 }],
		['lost above at risk', { lost: 0.6 }, { atRisk: 0.6, lapsed: 0.6, lost: 0.6 }],
		['0 is a limit: nobody', { lost: 0 }, { ...suggested, lost: 0 }],
		['left out or undefined', { lost: undefined, lapsed: undefined }, suggested],
	])('%s', (_, own, expected) => {
		const found = returnLimitsFrom(suggested, own);
		for (const name of ['atRisk', 'lapsed', 'lost'] as const) {
			expect(found[name]).toBeCloseTo(expected[name], 12);
		}
	});

	it('takes over what passes the check, and keeps all in order', () => {
		const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined });
		fc.assert(
			fc.property(
				fc.record({ atRisk: share, lapsed: share, lost: share }),
				probabilities,
				(own, values) => {
					try {
						checkReturnLimits(own);
					} catch {
						return;
					}
					const found = returnLimitsFrom(returnLimits(values), own);
					expect(found).toMatchObject(
						Object.fromEntries(Object.entries(own).filter(([, limit]) => limit !== undefined)),
					);
					expect(found.lost).toBeLessThanOrEqual(found.lapsed);
					expect(found.lapsed).toBeLessThanOrEqual(found.atRisk);
				},
			),
		);
	});
});

describe('checkReturnLimits', () => {
	it.each<[Partial<ReturnLimits>]>([
		[{}],
		[{ lost: 0.1 }],
		[{ lost: 0.1, lapsed: 0.2, atRisk: 0.3 }],
		[{ lost: 0, atRisk: 1 }],
		[{ lost: undefined, lapsed: 0.2 }],
	])('takes %p', (limits) => {
		expect(() => checkReturnLimits(limits)).not.toThrow();
	});

	it.each<[Partial<ReturnLimits>, string]>([
		[{ lost: 0.3, lapsed: 0.25 }, 'Lost Below (30 %) is not below Lapsed Below (25 %)'],
		[{ lost: 0.2, lapsed: 0.2 }, 'Lost Below (20 %) is not below Lapsed Below (20 %)'],
		[{ lapsed: 0.5, atRisk: 0.4 }, 'Lapsed Below (50 %) is not below At Risk Below (40 %)'],
		[{ lost: 0.5, atRisk: 0.125 }, 'Lost Below (50 %) is not below At Risk Below (12.5 %)'],
	])('refuses %p', (limits, message) => {
		expect(() => checkReturnLimits(limits)).toThrow(
			expect.objectContaining({ code: 'conflictingLimits', message }),
		);
	});
});

it.each([3, 7, 100, 999])('holds nobody of %p identical customers for lapsed', (customers) => {
	const probability = 0.5723981;
	const { lapsed } = returnLimits(new Float64Array(customers).fill(probability));
	expect(isBelow(probability, lapsed)).toBe(false);
	expect(isBelow(probability, lapsed + 0.01)).toBe(true);
});
