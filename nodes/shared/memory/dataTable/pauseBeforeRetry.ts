const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 16_000;
const LONGEST_WISH_MS = 60_000;

/** What a server asks for in `Retry-After`: seconds, or a date; undefined where it asks for nothing. */
function askedPause(retryAfter: unknown, now: number): number | undefined {
	const text = typeof retryAfter === 'string' ? retryAfter.trim() : '';
	if (text === '') return undefined;
	const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
	return Number.isNaN(milliseconds)
		? undefined
		: Math.min(Math.max(milliseconds, 0), LONGEST_WISH_MS);
}

/**
 * How long to wait before a request is made again, in milliseconds: half a second at first, then twice as
 * long each time, up to 16 seconds, of which up to a half is left to chance so that many who wait do not
 * come back all at once. What the server asks for is the least, up to a minute.
 *
 * @param tries how often the request was made already
 * @param chance from 0 to 1
 */
export function pauseBeforeRetry(
	tries: number,
	chance: number,
	retryAfter: unknown,
	now: number,
): number {
	const longest = Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);
	return Math.max(longest * (1 - chance / 2), askedPause(retryAfter, now) ?? 0);
}
