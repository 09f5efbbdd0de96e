import { engagementLevel } from '../../../nodes/core/lifecycle/engagement';

describe('engagementLevel', () => {
	// Source: ENGAGEMENT_LIMITS: engaged up to 30 days, cooling up to 90.
	it.each<[number | undefined, string, string]>([
		[undefined, 'unknown', 'kills: unknown taken for dormant'],
		[0, 'engaged', 'today; kills: falsy taken for unknown'],
		[30, 'engaged', 'kills: < for <='],
		[31, 'cooling', 'the day after the limit'],
		[90, 'cooling', 'kills: < for <='],
		[91, 'dormant', 'the day after the limit'],
	])('%p days: %s (%s)', (days, level) => {
		expect(engagementLevel(days)).toBe(level);
	});
});
