import { differenceInCalendarDays, parseISO } from 'date-fns';
import { z } from 'zod';

import type { StoreRhythm } from '../history/StoreRhythm';

/**
 * The row of the customer table that is of no customer: what was learned of the store, for runs that
 * see too few customers to learn from.
 */
export const ALL_CUSTOMERS = '(all customers)';

/** Of fewer customers all are looked at in every run: that costs little, and nothing lags. */
export const FEW_CUSTOMERS = 1000;

/** Days for which what was learned is used. */
const FRESH_DAYS = 7;

/** A store's rhythm as it is remembered. */
export interface RhythmNote {
	rhythm: StoreRhythm;
	/** How many customers with an order it was learned from. */
	customers: number;
	/** The day as of which it was learned, e.g. "2026-11-22". */
	learnedOn: string;
}

const days = z.number().finite().min(0);

const noteSchema = z
	.object({
		v: z.literal(1),
		rhythm: z
			.object({
				learnedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
				customers: z.number().int().min(0),
				typicalGapDays: days.nullable(),
				quickGapDays: days.nullable(),
				gapAfterOrderNumber: z.record(
					z.string().regex(/^\d+$/),
					z.object({ days, gaps: z.number().int().min(1) }).strict(),
				),
			})
			.strict(),
	})
	.strict();

/** The text that holds a store's rhythm, as people can read it. */
export function writeRhythmNote({ rhythm, customers, learnedOn }: RhythmNote): string {
	return JSON.stringify({
		v: 1,
		rhythm: {
			learnedOn,
			customers,
			typicalGapDays: rhythm.typicalGapDays ?? null,
			quickGapDays: rhythm.quickGapDays ?? null,
			gapAfterOrderNumber: Object.fromEntries(rhythm.gapAfterOrderNumber),
		},
	});
}

/** The rhythm that a text holds; undefined for any other text. */
export function readRhythmNote(text: string): RhythmNote | undefined {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return undefined;
	}
	const result = noteSchema.safeParse(value);
	if (!result.success) return undefined;
	const { learnedOn, customers, typicalGapDays, quickGapDays, gapAfterOrderNumber } =
		result.data.rhythm;
	return {
		learnedOn,
		customers,
		rhythm: {
			typicalGapDays: typicalGapDays ?? undefined,
			quickGapDays: quickGapDays ?? undefined,
			gapAfterOrderNumber: new Map(
				Object.entries(gapAfterOrderNumber).map(([number, gap]) => [Number(number), gap]),
			),
		},
	};
}

/** Whether a run with so many customers is itself enough to learn a store's rhythm from. */
export function isEnoughToLearn(customers: number, note: RhythmNote | undefined): boolean {
	return customers >= Math.max(FEW_CUSTOMERS, (note?.customers ?? 0) / 2);
}

/** Whether what was learned can be used as it is: from many, and not long before or after a day. */
export function isFresh(note: RhythmNote, day: string): boolean {
	const age = differenceInCalendarDays(parseISO(day), parseISO(note.learnedOn));
	return note.customers >= FEW_CUSTOMERS && Math.abs(age) <= FRESH_DAYS;
}
