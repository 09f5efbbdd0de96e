const MS_PER_SECOND = 1000;

/** An instant in a log: seconds since the epoch, as a text of milliseconds where it is no whole second. */
export type Moment = number | string | null;

/** An instant as it stands in a log; null where it is not known. */
export function momentOf(instant: number | null | undefined): Moment {
	if (instant === null || instant === undefined || Number.isNaN(instant)) return null;
	return instant % MS_PER_SECOND === 0 ? instant / MS_PER_SECOND : String(instant);
}

/**
 * The instant, in milliseconds, that stands in a log; undefined where none is known.
 *
 * @throws TypeError for what is no moment
 */
export function readMoment(moment: unknown): number | undefined {
	if (moment === null || moment === undefined) return undefined;
	if (typeof moment === 'number') return moment * MS_PER_SECOND;
	const instant = typeof moment === 'string' && moment !== '' ? Number(moment) : Number.NaN;
	if (Number.isNaN(instant)) throw new TypeError('no instant');
	return instant;
}
