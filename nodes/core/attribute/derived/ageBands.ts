import { SegmentationError } from '../../SegmentationError';

/** The ages with which a new band begins, rising; below the first lies one from 0. */
export type AgeLimits = readonly number[];

/** Bands as statistics of readers and buyers have them. */
export const USUAL_AGE_LIMITS: AgeLimits = Object.freeze([18, 25, 35, 45, 55, 65]);

/**
 * Checks the ages at which bands begin.
 *
 * @param label the parameter they come from, for the message
 * @throws SegmentationError `invalidBands` unless they are whole, from 1 up and rise
 */
export function checkAgeLimits(limits: readonly number[], label: string): AgeLimits {
	const isRising = limits.every(
		(limit, i) => Number.isInteger(limit) && limit > (i === 0 ? 0 : limits[i - 1]!),
	);
	if (limits.length > 0 && isRising) return limits;
	throw new SegmentationError(
		'invalidBands',
		`${label} ${limits.length === 0 ? 'is empty' : 'must be whole numbers that rise'}`,
		`Enter the ages at which a band begins, e.g. ${USUAL_AGE_LIMITS.join(', ')}`,
	);
}

/**
 * The names of the bands, from the youngest up.
 *
 * @example
 * ageBandNames([18, 65]) //=> ['0-17', '18-64', '65+']
 */
export function ageBandNames(limits: AgeLimits): string[] {
	const begins = [0, ...limits];
	return begins.map((begin, i) => {
		const next = begins[i + 1];
		if (next === undefined) return `${begin}+`;
		return next - 1 === begin ? String(begin) : `${begin}-${next - 1}`;
	});
}

/** The band that an age belongs to. */
export function ageBandOf(age: number, limits: AgeLimits, names: readonly string[]): string {
	let place = 0;
	while (place < limits.length && age >= limits[place]!) place += 1;
	return names[place] ?? '';
}
