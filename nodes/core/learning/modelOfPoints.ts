import type { LeadModelInput } from '../lead/LeadModel';
import { joinedLevel, levelConditions, levelName, type Level } from './Level';
import { stepsOfRows, type LevelPoints } from './levelPoints';
import type { PlannedField } from './plannedFields';

/** A level, or several that get the same points and can be told by one rule. */
export interface PointsLevel {
	level: Level;
	/** In steps. */
	steps: number;
	/** Places of the levels among those of the field. */
	members: number[];
}

/** The shares of leads that are to be hot, and warm or better. */
export const HOT_SHARE = 0.1;
export const WARM_SHARE = 0.35;

/** Levels with equal points as one, where one rule can tell them. */
export function pointsLevels({ levels }: PlannedField, steps: Int32Array): PointsLevel[] {
	const found: PointsLevel[] = [];
	levels.forEach((level, i) => {
		for (const other of found) {
			const joined = other.steps === steps[i]! ? joinedLevel(other.level, level) : undefined;
			if (!joined) continue;
			other.level = joined;
			other.members.push(i);
			return;
		}
		found.push({ level, steps: steps[i]!, members: [i] });
	});
	return found;
}

/** Points as a number that prints without the dust of floating point. */
export function pointsOf(steps: number, step: number): number {
	return step === 1 ? steps : Math.round(steps * step * 10) / 10;
}

/**
 * The score that about this share of leads reach: of the scores there are the one that comes nearest,
 * above zero and not below `least`.
 */
function limitFor(share: number, sorted: Int32Array, least: number): number {
	let best = { limit: Math.max(1, least), miss: Number.POSITIVE_INFINITY };
	for (let i = sorted.length - 1; i >= 0; i--) {
		const limit = sorted[i]!;
		if (limit < least || limit < 1) break;
		if (i > 0 && sorted[i - 1] === limit) continue;
		const miss = Math.abs((sorted.length - i) / sorted.length - share);
		if (miss < best.miss) best = { limit, miss };
	}
	return best.limit;
}

/** Scores from which a lead is hot, and warm, in steps. */
export function bandLimits(steps: Int32Array, most: number): { hot: number; warm: number } {
	const sorted = Int32Array.from(steps).sort();
	const hot = Math.max(2, limitFor(HOT_SHARE, sorted, 2));
	const below = sorted.filter((one) => one < hot);
	const warm =
		below.length === 0
			? 1
			: limitFor(
					(WARM_SHARE * sorted.length - (sorted.length - below.length)) / below.length,
					below,
					1,
				);
	return { hot: Math.min(hot, most), warm: Math.min(warm, hot - 1) };
}

/** A limit in percent of the maximum, just below the score that has to reach it where that has no exact percentage. */
function percentOf(limit: number, most: number): number {
	const exact = (limit / most) * 100;
	return Number.isInteger(Math.round(exact * 1e9) / 1e9)
		? Math.round(exact)
		: Math.floor(((limit - 0.5) / most) * 10_000) / 100;
}

/** The fields by the most points that they can bring, those of a field with tags together. */
export function fieldTops(
	fields: readonly PlannedField[],
	{ steps }: LevelPoints,
): Array<{ field: string; top: number; members: number[] }> {
	const tops = new Map<string, { field: string; top: number; members: number[] }>();
	fields.forEach(({ field }, i) => {
		const found = tops.get(field) ?? { field, top: 0, members: [] };
		found.top += Math.max(...steps[i]!);
		found.members.push(i);
		tops.set(field, found);
	});
	return [...tops.values()].sort((a, b) => b.top - a.top || (a.field < b.field ? -1 : 1));
}

/**
 * The points as a model that leads can be scored by: a rule for each level that brings points, those of
 * a field as a group, so that the highest score there can be is known.
 */
export function modelOfPoints(
	fields: readonly PlannedField[],
	points: LevelPoints,
	learned: {
		rows: Int32Array;
		probability: { intercept: number; perPoint: number };
		name?: string;
		version?: string;
	},
): LeadModelInput {
	const { step, most } = points;
	const limits = bandLimits(stepsOfRows(fields, points, learned.rows), most);
	const tops = fieldTops(fields, points).filter(({ top }) => top > 0);
	return {
		name: learned.name ?? null,
		version: learned.version ?? null,
		rules: tops.flatMap(({ field, members }) =>
			members.flatMap((i) =>
				pointsLevels(fields[i]!, points.steps[i]!)
					.filter(({ steps }) => steps > 0)
					.map(({ level, steps }) => ({
						name: `${field} ${levelName(level)}`,
						category: fields[i]!.category,
						group: field,
						points: pointsOf(steps, step),
						counts: 'lead' as const,
						...levelConditions(field, level),
					})),
			),
		),
		groups: tops.map(({ field, top }) => ({ name: field, pointsAtMost: pointsOf(top, step) })),
		scoreAtMost: pointsOf(most, step),
		bands: {
			hotFrom: percentOf(limits.hot, most),
			warmFrom: percentOf(limits.warm, most),
		},
		probability: learned.probability,
	};
}
