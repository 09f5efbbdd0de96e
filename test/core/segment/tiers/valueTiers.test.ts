import fc from 'fast-check';

import {
	checkLimits,
	checkShares,
	tiersByLimit,
	tiersByShare,
} from '../../../../nodes/core/segment/tiers/valueTiers';

const tiersOf = (values: readonly number[], percents: readonly number[]) =>
	values.map(tiersByShare(values, percents));

describe('tiersByShare', () => {
	it.each<[string, number[], number[], Array<number | undefined>]>([
		['ten people', [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], [20, 30, 50], [0, 0, 1, 1, 1, 2, 2, 2, 2, 2]],
		['a share that ends within a person', [3, 2, 1], [50, 50], [0, 0, 1]],
		['equal values over a limit', [5, 5, 5, 1], [25, 75], [0, 0, 0, 1]],
		['equal values that swallow a tier', [5, 5, 5, 5, 1], [20, 20, 60], [0, 0, 0, 0, 2]],
		['all equal', [4, 4, 4], [20, 30, 50], [0, 0, 0]],
		['one person', [7], [1, 99], [0]],
		['people left over', [4, 3, 2, 1], [25, 25], [0, 1, undefined, undefined]],
		['shares that do not add up exactly', [3, 2, 1], [33.3, 33.3, 33.3], [0, 1, 2]],
		['zero and no order', [0, 100, 0], [20, 80], [1, 0, 1]],
		['nobody', [], [100], []],
	])('%s', (_name, values, percents, tiers) => {
		expect(tiersOf(values, percents)).toEqual(tiers);
	});

	it('takes nobody more in for what a sum of percentages is off by', () => {
		// 0.1 + 0.2 is 0.30000000000000004: of a thousand people three, not four.
		const people = Array.from({ length: 1000 }, (_, i) => i);
		const tiers = tiersOf(people, [0.1, 0.2]).filter((tier) => tier !== undefined);
		expect(tiers.sort()).toEqual([0, 1, 1]);
	});

	const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 80 });
	const percents = fc.constantFrom([20, 30, 50], [1, 9, 90], [50, 25], [100], [10, 10, 10, 10, 60]);

	it('never puts the better below the worse, nor equals apart', () => {
		fc.assert(
			fc.property(values, percents, (people, shares) => {
				const tierOf = tiersByShare(people, shares);
				const rank = (value: number) => tierOf(value) ?? shares.length;
				const sorted = [...people].sort((a, b) => b - a).map(rank);
				expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
			}),
		);
	});

	it('gives the first tiers together at least their share, and no more than the last equals add', () => {
		fc.assert(
			fc.property(values, percents, (people, shares) => {
				const tierOf = tiersByShare(people, shares);
				let share = 0;
				shares.forEach((percent, tier) => {
					share += percent;
					const inside = people.filter((value) => (tierOf(value) ?? shares.length) <= tier);
					expect(inside.length).toBeGreaterThanOrEqual((share * people.length) / 100 - 1e-6);
					const last = Math.min(...inside);
					const above = inside.filter((value) => value > last).length;
					expect(above).toBeLessThan((share * people.length) / 100);
				});
			}),
		);
	});

	it('does not depend on the order of the people', () => {
		fc.assert(
			fc.property(values, percents, (people, shares) => {
				const [one, other] = [people, [...people].reverse()].map((all) =>
					tiersByShare(all, shares),
				);
				expect(people.map(one!)).toEqual(people.map(other!));
			}),
		);
	});
});

describe('tiersByLimit', () => {
	it.each([
		[1000, 0],
		[999.99, 1],
		[200, 1],
		[199, 2],
		[0, 2],
		[-1, undefined],
	])('puts %d into tier %p, in whatever order the limits stand', (value, tier) => {
		expect(tiersByLimit([1000, 200, 0])(value)).toBe(tier);
		expect(tiersByLimit([0, 200, 1000])(value)).toBe(tier === undefined ? undefined : 2 - tier);
	});
});

describe('The settings of tiers', () => {
	it.each([
		[[60, 50], /^The tiers make up 110 percent/],
		[[0, 50], /^A tier has 0 percent/],
	])('refuse shares of %p', (percents, message) => {
		expect(() => checkShares(percents)).toThrow(message);
	});

	it('take shares that make up everybody or less', () => {
		expect(() => checkShares([33.4, 33.3, 33.3])).not.toThrow();
		expect(() => checkShares([10])).not.toThrow();
	});

	it('refuse two tiers that begin at the same value', () => {
		expect(() => checkLimits([100, 0, 100])).toThrow('Two tiers begin at 100');
		expect(() => checkLimits([100, 0])).not.toThrow();
	});
});
