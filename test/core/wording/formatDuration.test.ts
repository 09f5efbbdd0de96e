import { formatDuration } from '../../../nodes/core/wording/formatDuration';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('formatDuration', () => {
	it.each([
		// Source: the docstring: what is begun and not full is left away.
		[26.7 * HOUR, '26 hours'],
		[0, '0 minutes'],
		[MINUTE - 1, '0 minutes'],
		[MINUTE, '1 minute'],
		[60 * MINUTE, '60 minutes'],
		[2 * HOUR - 1, '119 minutes'],
		[2 * HOUR, '2 hours'],
		[3 * DAY - 1, '71 hours'],
		[3 * DAY, '3 days'],
		[14 * DAY, '14 days'],
	])('%p ms are "%s"', (milliseconds, expected) => {
		expect(formatDuration(milliseconds)).toBe(expected);
	});
});
