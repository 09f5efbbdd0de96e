import fc from 'fast-check';

import {
	logOddsOfRow,
	ridgeLevels,
	type LevelRows,
} from '../../../nodes/core/learning/ridgeLevels';
import { ridgeLogistic } from '../../../nodes/core/learning/ridgeLogistic';

/** Twelve leads with a level of two fields of three levels each; -1 for none. */
const LEVELS = [
	[0, 3],
	[1, 3],
	[2, 4],
	[0, 5],
	[1, -1],
	[2, 3],
	[0, 4],
	[1, 5],
	[2, 5],
	[0, 3],
	[-1, 4],
	[1, 4],
];
const OUTCOMES = [1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 0];

function rowsOf(rows: readonly (readonly number[])[], outcomes: readonly number[], levels: number) {
	return { levels, fields: rows[0]!.length, rows: Int32Array.from(rows.flat()), outcomes };
}

/** The same as columns of ones and zeros. */
function columnsOf({ levels, fields, rows, outcomes }: LevelRows) {
	const columns = Array.from({ length: levels }, () => new Float64Array(outcomes.length));
	rows.forEach((level, i) => {
		if (level >= 0) columns[level]![Math.floor(i / fields)] = 1;
	});
	return { columns, outcomes, offsets: new Float64Array(outcomes.length) };
}

const tables = fc
	.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 20 }))
	.chain(([fields, length]) =>
		fc.record({
			rows: fc.array(
				fc
					.array(fc.integer({ min: -1, max: 2 }), { minLength: fields, maxLength: fields })
					.map((row) => row.map((level, field) => (level < 0 ? -1 : field * 3 + level))),
				{ minLength: length, maxLength: length },
			),
			outcomes: fc.array(fc.constantFrom(0, 1), { minLength: length, maxLength: length }),
		}),
	)
	.filter(({ outcomes }) => new Set(outcomes).size === 2)
	.map(({ rows, outcomes }) => rowsOf(rows, outcomes, rows[0]!.length * 3));

describe('ridgeLevels', () => {
	// Source: scipy 1.17.1, minimize(method='BFGS', gtol=1e-11) of
	// sum(log(1 + exp(z)) - y z) + penalty / 2 * sum(b^2), z = b0 + X b, X the levels above as ones and zeros.
	it.each([
		[0.1, 0.35932951, -0.44215477, -3.25357848, 2.33927692, 0.07342893, 1.49260748, -1.0416505],
		[1, 0.07293481, -0.06947152, -1.1118341, 0.82895741, 0.01346799, 0.53579849, -0.28790405],
		[10, 0.00827023, -0.00179545, -0.18364887, 0.13793065, 0.00036465, 0.09126483, -0.04600275],
	])('with a penalty of %p: as scipy has it', (penalty, ...expected) => {
		const fit = ridgeLevels(rowsOf(LEVELS, OUTCOMES, 6), penalty);
		[fit.intercept, ...fit.weights].forEach((one, i) => expect(one).toBeCloseTo(expected[i]!, 6));
		expect(fit.converged).toBe(true);
	});

	it('is the regression on columns of ones and zeros', () => {
		fc.assert(
			fc.property(tables, fc.double({ min: 0.1, max: 20, noNaN: true }), (table, penalty) => {
				const levels = ridgeLevels(table, penalty);
				const columns = ridgeLogistic(columnsOf(table), penalty);
				expect(levels.intercept).toBeCloseTo(columns.intercept, 8);
				levels.weights.forEach((one, i) => expect(one).toBeCloseTo(columns.weights[i]!, 8));
			}),
		);
	});

	it('comes to the same weights wherever it starts', () => {
		fc.assert(
			fc.property(tables, (table) => {
				const cold = ridgeLevels(table, 2);
				const warm = ridgeLevels(table, 2, { start: ridgeLevels(table, 20) });
				warm.weights.forEach((one, i) => expect(one).toBeCloseTo(cold.weights[i]!, 8));
			}),
		);
	});

	it('gives a row the sum of its levels, and the intercept alone where it has none', () => {
		const table = rowsOf(
			[
				[0, 2],
				[-1, -1],
				[1, -1],
			],
			[1, 0, 1],
			3,
		);
		const fit = { intercept: 0.5, weights: [1, 10, 100] };
		expect([0, 1, 2].map((row) => logOddsOfRow(table, fit, row))).toEqual([101.5, 0.5, 10.5]);
	});
});
