import { formatNumber } from '../wording/formatNumber';
import { percent } from '../wording/percent';
import type { LearnedPoints } from './learnPoints';
import type { DriverLevel, LeadDriver } from './LearnedLeadModel';
import { levelName } from './Level';
import { fieldTops, pointsLevels, pointsOf } from './modelOfPoints';

function became({ name, leads, rate }: DriverLevel): string {
	return rate === null
		? `${name}: no lead`
		: `${name}: ${percent(rate)} of ${formatNumber(leads)} became customers`;
}

/**
 * What decides a score: each field that brings points, with its best and its worst answer and what
 * became of the leads that gave it. The field with the most points comes first.
 *
 * Points go with what an answer tells beside all others, and the share of customers does not: where
 * two fields tell the same they share the points.
 */
export function leadDrivers(
	{ fields, points }: Pick<LearnedPoints, 'fields' | 'points'>,
	rows: Int32Array,
	outcomes: Uint8Array,
): LeadDriver[] {
	return fieldTops(fields, points)
		.filter(({ top }) => top > 0)
		.map(({ field, top, members }) => {
			// Of a field with tags, the tag that brings most.
			const main = members.reduce((best, one) =>
				Math.max(...points.steps[one]!) > Math.max(...points.steps[best]!) ? one : best,
			);
			const planned = fields[main]!;
			const leads = new Int32Array(planned.levels.length);
			const hits = new Int32Array(planned.levels.length);
			for (const row of rows) {
				const level = planned.levelOf[planned.column.codes[row]!]!;
				if (level < 0) continue;
				leads[level]! += 1;
				hits[level]! += outcomes[row]!;
			}
			const levels = pointsLevels(planned, points.steps[main]!).map(
				({ level, steps, members: own }): DriverLevel => {
					const count = own.reduce((sum, i) => sum + leads[i]!, 0);
					return {
						name: `${field} ${levelName(level)}`,
						points: pointsOf(steps, points.step),
						leads: count,
						rate: count === 0 ? null : own.reduce((sum, i) => sum + hits[i]!, 0) / count,
					};
				},
			);
			const byPoints = levels.sort((a, b) => b.points - a.points || b.leads - a.leads);
			const best = byPoints[0]!;
			const worst = byPoints
				.filter((one) => one.points === byPoints[byPoints.length - 1]!.points)
				.reduce((most, one) => (one.leads > most.leads ? one : most));
			return {
				field,
				category: planned.category,
				points: pointsOf(top, points.step),
				best,
				worst,
				sentence: `${became(best)}; ${became(worst)}.`,
			};
		});
}
