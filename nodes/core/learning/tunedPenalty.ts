import type { LeadColumn } from './LeadColumn';
import { levelRows, plannedFields } from './plannedFields';
import { logOddsOfRow, ridgeLevels } from './ridgeLevels';
import { missOf, ridgeLogistic } from './ridgeLogistic';
import type { LogisticFit } from './ridgeNewton';

/** What is found out by learning from parts of the leads and asking for the others. */
export interface Tuning {
	/** L2 penalty. */
	penalty: number;
	/** What log odds have to be multiplied by so that forecasts for new leads come true as often as they say. */
	slope: number;
}

const FOLDS = 5;
/** With so many leads of either outcome one part, a fifth of them, says enough. */
const MANY_OUTCOMES = 1000;
/** From the heaviest down, each fit begins where the one before it ended. */
const PENALTIES = [100, 30, 10, 3, 1];
/** Log-loss is compared, which no longer changes with steps that small. */
const TOLERANCE = 1e-3;
/** Where there are too few leads to find out. */
const CAREFUL: Tuning = Object.freeze({ penalty: 30, slope: 1 });
const STEEPEST = 1.5;
const NEARLY_FREE = 1e-6;

/** Deals leads with and without the outcome evenly to the parts, in the order in which they come. */
function foldOfRows(rows: Int32Array, outcomes: Uint8Array): Uint8Array {
	const dealt = [0, 0];
	return Uint8Array.from(rows, (row) => dealt[outcomes[row]!]!++ % FOLDS);
}

/**
 * Chooses the penalty by cross-validation in five parts: what is learned from four, bins included, has
 * to forecast the fifth with the least log-loss; of equals the heavier penalty.
 *
 * Log odds of the fifth parts also tell the slope: below 1 where what was learned promises too much,
 * 0 where it is worth nothing (Cox 1958, "Two further applications of a model for binary regression").
 *
 * @param penalty where the user gave one: the slope alone is then found out
 */
export function tunedPenalty(
	columns: readonly LeadColumn[],
	rows: Int32Array,
	outcomes: Uint8Array,
	penalty?: number,
): Tuning {
	const hits = rows.reduce((sum, row) => sum + outcomes[row]!, 0);
	const fewer = Math.min(hits, rows.length - hits);
	if (fewer < FOLDS) {
		return { ...CAREFUL, ...(penalty !== undefined && { penalty }) };
	}
	const penalties = penalty === undefined ? PENALTIES : [penalty];
	const folds = foldOfRows(rows, outcomes);
	/** Log odds of the leads that were asked for, by penalty, and what became of them. */
	const logOdds = penalties.map((): number[] => []);
	const happened: number[] = [];
	for (let fold = 0; fold < (fewer >= MANY_OUTCOMES ? 1 : FOLDS); fold++) {
		const learned = rows.filter((_, i) => folds[i] !== fold);
		const { fields } = plannedFields(columns, learned, outcomes);
		const known = levelRows(fields, learned, outcomes);
		const asked = levelRows(
			fields,
			rows.filter((_, i) => folds[i] === fold),
			outcomes,
		);
		let start: LogisticFit | undefined;
		penalties.forEach((one, p) => {
			const fit = ridgeLevels(known, one, { tolerance: TOLERANCE, ...(start && { start }) });
			start = fit;
			for (let i = 0; i < asked.outcomes.length; i++) {
				logOdds[p]!.push(logOddsOfRow(asked, fit, i));
			}
		});
		for (let i = 0; i < asked.outcomes.length; i++) happened.push(asked.outcomes[i]!);
	}
	const losses = logOdds.map((all) =>
		all.reduce((sum, odds, i) => sum + missOf(odds, happened[i]!), 0),
	);
	const best = losses.indexOf(Math.min(...losses));
	const { weights } = ridgeLogistic(
		{
			columns: [Float64Array.from(logOdds[best]!)],
			outcomes: happened,
			offsets: new Float64Array(happened.length),
		},
		NEARLY_FREE,
	);
	return {
		penalty: penalties[best]!,
		slope: Math.min(STEEPEST, Math.max(0, weights[0]!)),
	};
}
