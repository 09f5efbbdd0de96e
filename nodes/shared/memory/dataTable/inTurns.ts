/**
 * Does something for each entry of a list, for some of them at the same time, and gives what came of it in
 * the order of the list.
 *
 * Where one throws, no further one is begun; that error is thrown once those under way have ended.
 */
export async function inTurns<T, R>(
	entries: readonly T[],
	atOnce: number,
	step: (entry: T) => Promise<R>,
): Promise<R[]> {
	const results = new Array<R>(entries.length);
	const faults: unknown[] = [];
	let next = 0;
	async function work(): Promise<void> {
		while (next < entries.length && faults.length === 0) {
			const index = next++;
			try {
				results[index] = await step(entries[index] as T);
			} catch (fault) {
				faults.push(fault);
			}
		}
	}
	await Promise.all(Array.from({ length: Math.min(atOnce, entries.length) }, work));
	if (faults.length > 0) throw faults[0] as Error;
	return results;
}
