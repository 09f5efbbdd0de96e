import type { LoggedActivity } from '../../../nodes/core/memory/activityLog';
import { keptActivities } from '../../../nodes/core/memory/keptActivities';

function activities(count: number, url: string): LoggedActivity[] {
	return Array.from({ length: count }, (_, i) => ({
		at: i * 1000,
		name: 'view',
		id: null,
		asked: { url },
	}));
}

describe('The activities that are kept of a lead', () => {
	it('are all of up to 1,000, and the newest of more', () => {
		const some = activities(1_000, '/a');
		expect(keptActivities(some)).toEqual(some);
		const more = activities(1_003, '/a');
		expect(keptActivities(more)).toEqual(more.slice(3));
	});

	it('are fewer where they are long', () => {
		const long = activities(1_000, 'x'.repeat(970));
		const kept = keptActivities(long);
		expect(kept).toEqual(long.slice(-kept.length));
		expect(kept.length).toBeGreaterThan(90);
		expect(kept.length).toBeLessThan(105);
	});

	it('leave out one that is too long, and none before it', () => {
		const some = activities(3, '/a');
		const long = { ...some[1]!, asked: { url: 'x'.repeat(100_000) } };
		expect(keptActivities([some[0]!, long, some[2]!])).toEqual([some[0], some[2]]);
	});
});
