import fc from 'fast-check';

import { writeActivityLog, type LoggedActivity } from '../../../nodes/core/memory/activityLog';
import { activityLogFold } from '../../../nodes/core/memory/activityLogFold';

const activity = (id: fc.Arbitrary<string | null>): fc.Arbitrary<LoggedActivity> =>
	fc.record({
		at: fc.constantFrom(null, 0, 86_400_000, 172_800_000),
		name: fc.constantFrom('view', 'View', 'demo'),
		id,
		asked: fc.record({ url: fc.constantFrom('/a', '/b') }, { requiredKeys: [] }),
	});
const withId = fc.array(activity(fc.constantFrom('1', '2', '3', '4')));
const withoutId = fc.array(activity(fc.constant(null)));
const mixed = fc.array(activity(fc.constantFrom(null, '1', '2')));

function textOf(activities: readonly LoggedActivity[]): string {
	return writeActivityLog({ asked: ['url'], lastAt: null, activities });
}

/** What is remembered after several deliveries, one after the other. */
function after(deliveries: readonly LoggedActivity[][]): LoggedActivity[] {
	return deliveries.reduce<LoggedActivity[]>((known, one) => activityLogFold(known, one), []);
}

describe('Activities that are folded in', () => {
	it('with ids are the same in any split, order and repetition', () => {
		fc.assert(
			fc.property(withId, fc.array(fc.nat()), (all, cuts) => {
				const parts: LoggedActivity[][] = [];
				for (const [i, one] of [...all].reverse().entries()) {
					(parts[(cuts[i] ?? 0) % 3] ??= []).push(one);
				}
				const split = after([...Object.values(parts), all.slice(0, 2)]);
				expect(textOf(split)).toBe(textOf(after([all])));
			}),
		);
	});

	it('change nothing when the same delivery comes again, with and without ids', () => {
		fc.assert(
			fc.property(mixed, mixed, (before, now) => {
				const once = after([before, now]);
				expect(textOf(activityLogFold(once, now))).toBe(textOf(once));
				expect(textOf(activityLogFold(once, before))).toBe(textOf(once));
			}),
		);
	});

	it('without ids are as many equal ones as the larger of both', () => {
		fc.assert(
			fc.property(withoutId, withoutId, (before, now) => {
				const like = ({ at, name, asked }: LoggedActivity) => JSON.stringify([at, name, asked.url]);
				const count = (all: readonly LoggedActivity[], key: string) =>
					all.filter((one) => like(one) === key).length;
				const folded = activityLogFold(before, now);
				for (const key of new Set([...before, ...now].map(like))) {
					expect(count(folded, key)).toBe(Math.max(count(before, key), count(now, key)));
				}
			}),
		);
	});

	it('are the same once they come with ids, and once those are left out again', () => {
		const dated = fc.uniqueArray(activity(fc.constantFrom('1', '2', '3', '4', '5')), {
			selector: ({ id }) => id,
		});
		const plain = (all: readonly LoggedActivity[]) => all.map((one) => ({ ...one, id: null }));
		fc.assert(
			fc.property(dated, fc.nat(5), (all, size) => {
				const known = all.filter(({ at }) => at !== null);
				const part = known.slice(0, size);
				const named = after([plain(known), known]);
				expect(textOf(named)).toBe(textOf(after([known])));
				expect(textOf(after([plain(part), known]))).toBe(textOf(named));
				expect(textOf(after([known, plain(part)]))).toBe(textOf(named));
				expect(after([plain(known), part])).toHaveLength(known.length);
			}),
		);
	});

	it('without a date are others with an id', () => {
		const seen = { at: null, name: 'view', id: null, asked: {} };
		expect(after([[seen, seen], [{ ...seen, id: '1' }]])).toHaveLength(3);
	});

	it('stand at their place in time, however late they come', () => {
		const at = (day: number) => ({ at: day * 86_400_000, name: 'view', id: null, asked: {} });
		expect(activityLogFold([at(1), at(3)], [at(2)])).toEqual([at(1), at(2), at(3)]);
	});

	it('are compared by type and time where rules asked otherwise before', () => {
		const known = { at: 0, name: 'view', id: null, asked: {} };
		const again = { ...known, asked: { url: '/a' } };
		expect(activityLogFold([known], [again])).toHaveLength(2);
		expect(activityLogFold([known, known], [again], false)).toEqual([again, known]);
		const named = { ...known, id: '1' };
		expect(activityLogFold([named], [{ ...again, id: '1', at: -1 }], false)).toEqual([
			{ ...again, id: '1', at: -1 },
		]);
	});
});
