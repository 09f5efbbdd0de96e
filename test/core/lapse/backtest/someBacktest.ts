import fc from 'fast-check';

import type { Backtest, BacktestRow } from '../../../../nodes/core/lapse/backtest/backtestLapse';
import type { LapseSetting } from '../../../../nodes/core/lapse/backtest/LapseSetting';
import { dayNumber } from '../../orderHistory';

export const AS_OF = { asOfDay: dayNumber('2026-06-30') };

function row(
	setting: LapseSetting,
	[flagged, cameBack, precision, recall, balancedAccuracy]: Array<number | null>,
): BacktestRow {
	return {
		setting,
		flagged: flagged!,
		cameBack: cameBack!,
		precision,
		recall,
		balancedAccuracy,
	} as BacktestRow;
}

/** Of 2,000 customers 500 came back. */
export const ROWS: BacktestRow[] = [
	row({ method: 'fixedWindow', days: 60 }, [1600, 300, 0.8125, 1300 / 1500, 0.6333]),
	row({ method: 'fixedWindow', days: 365 }, [0, 0, null, 0, 0.5]),
	row({ method: 'ownRhythm', times: 3, ownGapPercentile: 50 }, [
		1418,
		128,
		1290 / 1418,
		0.86,
		0.802,
	]),
	row({ method: 'ownRhythm', times: 1, ownGapPercentile: 90 }, [1500, 300, 0.8, 0.8, 0.6]),
	row({ method: 'predictive', below: 'balanced' }, [1400, 150, 1250 / 1400, 1250 / 1500, 0.7667]),
	row({ method: 'predictive', below: 0.2 }, [1200, 100, 1100 / 1200, 1100 / 1500, 0.7667]),
];

/** Findings of a shop of some size. */
export const BACKTEST: Backtest = {
	days: [dayNumber('2026-04-01'), dayNumber('2026-01-01')],
	horizonDays: 90,
	customers: 2000,
	cameBack: 500,
	rows: ROWS,
	recommended: ROWS[2]!,
	calibration: {
		brier: 0.1,
		bins: [
			{ from: 0, to: 0.2, customers: 1200, forecast: 0.1, observed: 0.08 },
			{ from: 0.2, to: 0.4, customers: 300, forecast: 0.3, observed: 0.29 },
			{ from: 0.8, to: 1, customers: 12, forecast: 0.9, observed: 0.5 },
		],
	},
	notes: [],
};

/** Where nothing could be looked back on. */
export const NOTHING: Backtest = {
	days: [],
	horizonDays: 90,
	customers: 0,
	cameBack: 0,
	rows: [],
	recommended: null,
	calibration: null,
	notes: ['There is too little to look back on.'],
};

/** Findings in which not a figure is known. */
function unknownRows(flagged: number, cameBack: number): BacktestRow[] {
	return ROWS.map(({ setting }) => row(setting, [flagged, cameBack, 0.5, null, null]));
}

/** All that can become of a backtest, by what is special about it. */
export const EDGES: Record<string, Backtest> = {
	usual: BACKTEST,
	'no dates': NOTHING,
	'no rows': { ...BACKTEST, rows: [], recommended: null },
	'nobody came back': { ...BACKTEST, cameBack: 0, rows: unknownRows(9, 0), recommended: null },
	'everybody came back': {
		...BACKTEST,
		cameBack: 2000,
		rows: unknownRows(9, 9),
		recommended: null,
	},
	'no better than a coin': { ...BACKTEST, rows: [ROWS[1]!], recommended: null },
	'no forecast': { ...BACKTEST, rows: ROWS.slice(0, 4), calibration: null },
	'one customer': {
		...BACKTEST,
		days: [BACKTEST.days[0]!],
		horizonDays: 1,
		customers: 1,
		cameBack: 0,
		rows: unknownRows(1, 0),
		recommended: null,
		calibration: {
			brier: 0.01,
			bins: [{ from: 0, to: 0.2, customers: 1, forecast: 0.1, observed: 0 }],
		},
	},
	'nobody flagged': { ...BACKTEST, rows: [ROWS[1]!], recommended: ROWS[1]! },
	'few came back': { ...BACKTEST, cameBack: 12 },
};

/** Findings and a key action in which anything may be written. */
export const anyReport = fc.record({
	backtest: fc
		.tuple(
			fc.constantFrom(...Object.values(EDGES)),
			fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 4 }),
			fc.constantFrom(...ROWS),
		)
		.map(([backtest, notes, recommended]) => ({
			...backtest,
			notes,
			recommended: backtest.recommended && recommended,
		})),
	setting: fc.record({
		asOfDay: fc.constant(AS_OF.asOfDay),
		action: fc.oneof(
			fc.string({ unit: fc.constantFrom(...'_*[]`\\<>&"\' ab') }),
			fc.string({ minLength: 3000, maxLength: 6000 }),
		),
	}),
});
