/**
 * The one of some permanent names that a text means, in any case and with white space around it;
 * undefined where it means none.
 *
 * @example
 * named(['hot', 'cold'], ' Hot ') //=> 'hot'
 */
export function named<T extends string>(names: readonly T[], text: unknown): T | undefined {
	const meant = typeof text === 'string' ? text.trim().toLowerCase() : undefined;
	return names.find((name) => name.toLowerCase() === meant);
}
