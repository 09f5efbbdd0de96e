import type { Decay } from '../LeadModel';

const DAYS_OF: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };
const SPAN = String.raw`(\d+(?:[.,]\d+)?)?\s*(day|week|month|year)?s?`;

const HALF_LIFE = new RegExp(
	String.raw`^(?:half[\s_-]?life|halves|half)(?:\s+(?:of|every|after|each))?\s*${SPAN}$`,
);
const WINDOW = new RegExp(
	String.raw`^(?:window|within|last|in the last|only)(?:\s+(?:of|the|last))*\s*${SPAN}$`,
);
const EXPIRY = new RegExp(
	String.raw`^(?:expiry|expires?|gone|ends?)(?:\s+(?:of|after|in))?\s*${SPAN}$`,
);
const STEP =
	/^(?:step\s*)?[-−]?\s*(\d+(?:[.,]\d+)?)\s*(?:%|percent)?(?:\s*(?:less|off))?\s*(?:every|each|per|a|\/)\s*(\d+)?\s*(month|quarter|year)s?$/;
const NONE = /^(?:none|no|never|-|0|does not fade)$/;

const MONTHS_OF: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** How decay is written, for messages. */
export const DECAY_EXAMPLES = [
	'none',
	'half-life 30 days',
	'within 90 days',
	'25 % every 3 months',
	'expires after 180 days',
] as const;

const numberIn = (text: string) => Number(text.replace(',', '.'));

/** Days of a span such as "30 days", "2 weeks", "month"; a month has 30 and a year 365. */
function daysOf([, count, unit]: RegExpExecArray): number | undefined {
	if (count === undefined && unit === undefined) return undefined;
	const days = numberIn(count ?? '1') * DAYS_OF[unit ?? 'day']!;
	return days > 0 ? days : undefined;
}

/**
 * Reads how points fade, as people write it; undefined for what cannot be read.
 *
 * @example
 * decayOfText('halves every 30 days') //=> { kind: 'halfLife', days: 30 }
 * decayOfText('25 % every 3 months') //=> { kind: 'step', percent: 25, months: 3 }
 */
export function decayOfText(text: string): Decay | undefined {
	const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
	if (NONE.test(plain)) return { kind: 'none' };
	for (const [kind, pattern] of [
		['halfLife', HALF_LIFE],
		['window', WINDOW],
		['expiry', EXPIRY],
	] as const) {
		const match = pattern.exec(plain);
		const days = match ? daysOf(match) : undefined;
		if (days !== undefined) return { kind, days };
	}
	const step = STEP.exec(plain);
	if (!step) return undefined;
	const percent = numberIn(step[1]!);
	const months = Number(step[2] ?? 1) * MONTHS_OF[step[3]!]!;
	return percent > 0 && percent <= 100 && months > 0
		? { kind: 'step', percent, months }
		: undefined;
}

/** Writes how points fade, as `decayOfText` reads it. */
export function textOfDecay(decay: Decay): string {
	switch (decay.kind) {
		case 'none':
			return 'none';
		case 'halfLife':
			return `half-life ${decay.days} days`;
		case 'window':
			return `within ${decay.days} days`;
		case 'expiry':
			return `expires after ${decay.days} days`;
		case 'step':
			return `${decay.percent} % every ${decay.months} months`;
	}
}
