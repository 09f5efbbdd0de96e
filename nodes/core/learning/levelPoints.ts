import type { PlannedField } from './plannedFields';

/** Points for levels, counted in the smallest step that there is, so that sums are exact. */
export interface LevelPoints {
	/** Points of one step: 1, or 0.1. */
	step: number;
	/** By field, then by its levels: how many steps. */
	steps: readonly Int32Array[];
	/** Points of a unit of log odds. */
	scale: number;
	/** Most steps that a lead can have. */
	most: number;
}

/** By how much the weights of each field's best and worst level differ. */
function spansOf(fields: readonly PlannedField[], weights: readonly number[]) {
	return fields.map(({ levels, firstLevel }) => {
		const own = weights.slice(firstLevel, firstLevel + levels.length);
		const lowest = Math.min(...own);
		return { own, lowest, span: Math.max(...own) - lowest };
	});
}

/** Whole numbers near the shares, with the given sum: the largest remainders are rounded up (Hare, Niemeyer). */
function wholeShares(shares: readonly number[], sum: number): number[] {
	const whole = shares.map(Math.floor);
	let left = sum - whole.reduce((all, one) => all + one, 0);
	const order = shares
		.map((share, i) => ({ i, rest: share - whole[i]! }))
		.sort((a, b) => b.rest - a.rest || a.i - b.i);
	for (const { i } of order) {
		if (left <= 0) break;
		whole[i]! += 1;
		left -= 1;
	}
	return whole;
}

/**
 * Turns weights into points: the worst level of a field gets none, the best levels of all fields
 * together get exactly `pointsInAll`, and in between points go with the log odds. So the sum needs no
 * base to be read: nothing known in favour of a lead is 0 (Siddiqi 2006, "Credit Risk Scorecards",
 * chapter 6, without its offset).
 *
 * Undefined where no level is better than another.
 */
export function levelPoints(
	fields: readonly PlannedField[],
	weights: readonly number[],
	pointsInAll: number,
	step: number,
): LevelPoints | undefined {
	const spans = spansOf(fields, weights);
	const all = spans.reduce((sum, { span }) => sum + span, 0);
	if (!(all > 1e-9)) return undefined;
	const most = Math.round(pointsInAll / step);
	const perOdds = most / all;
	const tops = wholeShares(
		spans.map(({ span }) => span * perOdds),
		most,
	);
	const steps = spans.map(({ own, lowest, span }, field) =>
		Int32Array.from(own, (weight) => {
			if (weight - lowest === span) return tops[field]!;
			return Math.min(tops[field]!, Math.round((weight - lowest) * perOdds));
		}),
	);
	return { step, steps, scale: perOdds * step, most };
}

/** The steps of some leads. */
export function stepsOfRows(
	fields: readonly PlannedField[],
	{ steps }: Pick<LevelPoints, 'steps'>,
	rows: Int32Array,
): Int32Array {
	const sums = new Int32Array(rows.length);
	fields.forEach(({ column, levelOf }, field) => {
		for (let i = 0; i < rows.length; i++) {
			const level = levelOf[column.codes[rows[i]!]!]!;
			if (level >= 0) sums[i]! += steps[field]![level]!;
		}
	});
	return sums;
}
