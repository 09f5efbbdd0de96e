import { parseISO } from 'date-fns';

import type { MemoryValue } from './MemoryTable';

/** A date cell of a memory table for an instant in milliseconds; null where none is known. */
export function dateCell(instant: number | null | undefined): string | null {
	return instant === null || instant === undefined ? null : new Date(instant).toISOString();
}

/** The instant of a date cell; undefined where it is empty, or somebody wrote what is no date. */
export function readDateCell(cell: MemoryValue | undefined): number | undefined {
	if (typeof cell !== 'string') return undefined;
	const instant = parseISO(cell).getTime();
	return Number.isNaN(instant) ? undefined : instant;
}
