import { dateCell, readDateCell } from '../../memory/dateCell';
import type { MemoryValues } from '../../memory/MemoryTable';

/** Where a customer was last time and, in a segment since when, with what is to be remembered now. */
export interface RememberedSegment {
	previousName: string | null;
	/** Since when the customer is where they are now. */
	since: number;
	/** The values that change; undefined where nothing does. */
	values: MemoryValues | undefined;
}

/**
 * What becomes of the remembered segment of a customer.
 *
 * @param remembered the row of the customer; undefined where there is none
 * @param name the segment of now
 */
export function rememberedSegment(
	remembered: MemoryValues | undefined,
	name: string,
	now: number,
): RememberedSegment {
	const { segment = null, segment_since: since } = remembered ?? {};
	const previousName = typeof segment === 'string' && segment !== '' ? segment : null;
	const begun = readDateCell(since);
	if (previousName === name && begun !== undefined) {
		return { previousName, since: begun, values: undefined };
	}
	const values = { segment: name, segment_since: dateCell(now) };
	return { previousName, since: now, values };
}
