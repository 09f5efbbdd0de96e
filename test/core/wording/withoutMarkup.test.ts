import fc from 'fast-check';

import { withoutMarkup } from '../../../nodes/core/wording/withoutMarkup';

describe('withoutMarkup', () => {
	// Source: Telegram Bot API, "Formatting options": Markdown (legacy) and HTML.
	it.each([
		['demo_booked', 'demo booked'],
		['*new*', '×new×'],
		['[a](b)', '(a)(b)'],
		['`x` \\ y', "'x' / y"],
		['<i>M&M</i>', '‹i›MandM‹/i›'],
		['Forecasts of 20 to 40 %, 1.5x (a)', 'Forecasts of 20 to 40 %, 1.5x (a)'],
	])('%p is %s', (text, expected) => {
		expect(withoutMarkup(text)).toBe(expected);
	});

	it('leaves none of them, in any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'_*[]`\\<>&ab\n') }), (text) => {
				expect(withoutMarkup(text)).not.toMatch(/[_*[\]`\\<>&]/);
			}),
		);
	});
});
