import type { MemoryValues } from './MemoryTable';

/**
 * The values that differ from those of a row: all where there is no row, undefined where none differs. Null
 * and a cell that is not there are the same.
 */
export function changedValues(
	before: MemoryValues | undefined,
	values: MemoryValues,
): MemoryValues | undefined {
	if (!before) return values;
	const changed = Object.entries(values).filter(
		([name, value]) => (before[name] ?? null) !== value,
	);
	return changed.length === 0 ? undefined : Object.fromEntries(changed);
}
