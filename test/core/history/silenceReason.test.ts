import { silenceReason } from '../../../nodes/core/history/silenceReason';
import { dayNumber, orderHistory } from '../orderHistory';

describe('silenceReason', () => {
	// Source: DESIGN section 4, `reason`.
	it.each([
		[63, 14, 2, 'Last order 63 days ago; expects one every 14 days, lapsed after 42.'],
		[1, 1, 2, 'Last order 1 day ago; expects one every 1 day, lapsed after 42.'],
		[0, 10.54, 2, 'Last order 0 days ago; expects one every 10.5 days, lapsed after 42.'],
		[63, 14, 1, 'Only order 63 days ago; the next is expected within 14 days, lapsed after 42.'],
	])('%p days ago, every %p days, %p order days', (ago, days, orderDays, sentence) => {
		const history = orderHistory(Array.from({ length: orderDays }, (_, i) => 20_000 + i));
		expect(
			silenceReason({
				history,
				expected: { days, basis: 'fixed', confidence: 'high' },
				daysSinceLastOrder: ago,
				limitName: 'lapsed',
				limitDays: 42,
			}),
		).toBe(sentence);
	});

	it('names the season', () => {
		const seasonal = {
			seasons: [],
			nextSeasonStart: dayNumber('2026-12-18'),
			nextSeasonEnd: dayNumber('2026-12-29'),
			followingSeasonEnd: dayNumber('2027-12-29'),
		};
		expect(
			silenceReason({
				history: orderHistory([20_000]),
				expected: { days: 298, basis: 'ownGaps', confidence: 'high', seasonal },
				daysSinceLastOrder: 223,
				limitName: 'lapsed',
				limitDays: 1328,
			}),
		).toBe(
			'Last order 223 days ago; buys by season, next from 2026-12-18 to 2026-12-29, lapsed after 1,328.',
		);
	});
});
