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
				openDaysSinceLastOrder: ago,
				action: 'order',
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
				openDaysSinceLastOrder: 223,
				action: 'order',
				limitName: 'lapsed',
				limitDays: 1328,
			}),
		).toBe(
			'Last order 223 days ago; buys by season, next from 2026-12-18 to 2026-12-29, lapsed after 1,328.',
		);
	});

	// Source: comments of SilenceFacts and ExpectedInterval.category.
	it.each<[string, object, object, number, string]>([
		[
			'open days where some were closed',
			{ openDaysSinceLastOrder: 40 },
			{},
			2,
			'Last order 63 days ago, 40 of them open; expects one every 14 open days, lapsed after 42.',
		],
		[
			'open days of one-time buyers',
			{ daysSinceLastOrder: 2, openDaysSinceLastOrder: 1 },
			{ days: 1 },
			1,
			'Only order 2 days ago, 1 of them open; the next is expected within 1 open day, lapsed after 42.',
		],
		[
			'the category that decided',
			{},
			{ category: 'Bread' },
			2,
			'Last order 63 days ago; expects one every 14 days (Bread), lapsed after 42.',
		],
		[
			'the category of one-time buyers',
			{},
			{ category: 'Bread' },
			1,
			'Only order 63 days ago; the next is expected within 14 days (Bread), lapsed after 42.',
		],
		[
			'another key action',
			{ action: 'download' },
			{},
			2,
			'Last download 63 days ago; expects one every 14 days, lapsed after 42.',
		],
	])('names %s', (_, facts, interval, orderDays, sentence) => {
		const history = orderHistory(Array.from({ length: orderDays }, (__, i) => 20_000 + i));
		expect(
			silenceReason({
				history,
				expected: { days: 14, basis: 'fixed', confidence: 'high', ...interval },
				daysSinceLastOrder: 63,
				openDaysSinceLastOrder: 63,
				action: 'order',
				limitName: 'lapsed',
				limitDays: 42,
				...facts,
			}),
		).toBe(sentence);
	});
});
