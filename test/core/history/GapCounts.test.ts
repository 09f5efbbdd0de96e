import fc from 'fast-check';

import { GapCounts } from '../../../nodes/core/history/GapCounts';
import { median } from '../../../nodes/core/history/quantile';

function counted(gaps: readonly number[]): GapCounts {
	const counts = new GapCounts();
	gaps.forEach((gap) => counts.add(gap));
	return counts;
}

describe('GapCounts', () => {
	it.each<[number[], number]>([
		[[7], 7],
		[[7, 14], 10.5],
		[[14, 7, 7], 7],
		[[0, 0, 30], 0],
	])('of %p has the median %p', (gaps, expected) => {
		expect(counted(gaps).median()).toBe(expected);
	});

	it('has no median of nothing', () => {
		expect(new GapCounts().median()).toBeNaN();
	});

	it('agrees with sorting, also where counts are brought together', () => {
		const gaps = fc.array(fc.nat(400), { minLength: 1, maxLength: 60 });
		fc.assert(
			fc.property(gaps, gaps, (one, other) => {
				const both = counted(one);
				both.addAll(counted(other));
				expect(counted(one).median()).toBe(median(one));
				expect(both.median()).toBe(median([...one, ...other]));
				expect(both.total).toBe(one.length + other.length);
			}),
		);
	});
});
