import type { AttributeKind } from '../AttributeName';

/** Comparisons of texts, and of each member of a list. */
export const TEXT_COMPARISONS = [
	'beginsWithAny',
	'containsAll',
	'containsAny',
	'noneOf',
	'oneOf',
] as const;

/** Comparisons of numbers; what is named belongs to the range. */
export const NUMBER_COMPARISONS = ['atLeast', 'atMost', 'between', 'equals'] as const;

/** Comparisons of dates with a number of days. */
export const DAY_COMPARISONS = [
	'anniversaryInNextDays',
	'daysSinceAtLeast',
	'daysSinceAtMost',
	'inLastDays',
	'inNextDays',
	'notInLastDays',
] as const;

/** All comparisons of attributes and fields, by permanent names. */
export const COMPARISONS = [
	...TEXT_COMPARISONS,
	...NUMBER_COMPARISONS,
	...DAY_COMPARISONS,
	'betweenDates',
	'inLastHours',
	'isFalse',
	'isTrue',
	'known',
	'notKnown',
] as const;

export type TextComparison = (typeof TEXT_COMPARISONS)[number];
export type NumberComparison = (typeof NUMBER_COMPARISONS)[number];
export type DayComparison = (typeof DAY_COMPARISONS)[number];
export type Comparison = (typeof COMPARISONS)[number];

const DATES: readonly Comparison[] = [...DAY_COMPARISONS, 'betweenDates'];
const FLAGS: readonly Comparison[] = ['isFalse', 'isTrue'];
const PRESENCE: readonly Comparison[] = ['known', 'notKnown'];

const BY_KIND: Readonly<Record<AttributeKind, readonly Comparison[]>> = Object.freeze({
	amount: NUMBER_COMPARISONS,
	// Of a day of the calendar no hour is known.
	birthday: DATES,
	count: [...NUMBER_COMPARISONS, ...FLAGS],
	date: [...DATES, 'inLastHours'],
	flag: FLAGS,
	list: TEXT_COMPARISONS,
	percent: NUMBER_COMPARISONS,
	scale: NUMBER_COMPARISONS,
	size: NUMBER_COMPARISONS,
	// Codes are figures in text: postal codes from and to.
	text: [...TEXT_COMPARISONS, ...NUMBER_COMPARISONS],
});

/** How attributes of a kind can be compared. */
export function comparisonsOf(kind: AttributeKind): readonly Comparison[] {
	return [...BY_KIND[kind], ...PRESENCE];
}
