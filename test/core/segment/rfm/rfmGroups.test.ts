import { cellsLeft, checkRfmCells, isInCells } from '../../../../nodes/core/segment/rfm/RfmCells';
import {
	RFM_GROUPS,
	RFM_MAIN_GROUPS,
	rfmGroup,
	rfmMainGroup,
	valueScore,
	type RfmGroup,
} from '../../../../nodes/core/segment/rfm/rfmGroups';

const SCORES = [1, 2, 3, 4, 5];

const cells = SCORES.flatMap((recency) =>
	SCORES.flatMap((frequency) => SCORES.map((monetary) => ({ recency, frequency, monetary }))),
);

/**
 * Ranges of recency and of value: those of `rfm_segment` in the R package rfm 0.2 (examples and
 * tests/testthat/test-rfm-segment.R); hibernating, and recency 2 of those not to lose, as in the map
 * `[1-2][1-2]`, `[1-2]5` of recency by frequency that is common with Python.
 */
const PUBLISHED: Readonly<Record<RfmGroup, readonly [number, number, number, number]>> = {
	champions: [4, 5, 4, 5],
	loyalCustomers: [2, 5, 3, 5],
	potentialLoyalists: [3, 5, 1, 3],
	newCustomers: [4, 5, 1, 1],
	promising: [3, 4, 1, 1],
	needAttention: [2, 3, 2, 3],
	aboutToSleep: [2, 3, 1, 2],
	atRisk: [1, 2, 2, 5],
	cantLoseThem: [1, 2, 4, 5],
	hibernating: [1, 2, 1, 2],
	lost: [1, 2, 1, 2],
};

describe('The named groups of RFM', () => {
	it('are a grid of recency and value', () => {
		const grid = [5, 4, 3, 2, 1].map((recency) =>
			SCORES.map((score) => rfmGroup({ recency, frequency: score, monetary: score })),
		);
		expect(grid).toEqual([
			['newCustomers', 'potentialLoyalists', 'potentialLoyalists', 'champions', 'champions'],
			['promising', 'potentialLoyalists', 'potentialLoyalists', 'loyalCustomers', 'champions'],
			['aboutToSleep', 'aboutToSleep', 'needAttention', 'loyalCustomers', 'loyalCustomers'],
			['hibernating', 'hibernating', 'atRisk', 'atRisk', 'cantLoseThem'],
			['lost', 'lost', 'atRisk', 'atRisk', 'cantLoseThem'],
		]);
	});

	it('keep to the published ranges', () => {
		for (const cell of cells) {
			const [fromRecency, toRecency, fromValue, toValue] = PUBLISHED[rfmGroup(cell)];
			expect(cell.recency).toBeGreaterThanOrEqual(fromRecency);
			expect(cell.recency).toBeLessThanOrEqual(toRecency);
			expect(valueScore(cell)).toBeGreaterThanOrEqual(fromValue);
			expect(valueScore(cell)).toBeLessThanOrEqual(toValue);
		}
	});

	it('take each of the 125 cells once, and none of them is empty', () => {
		expect(cells).toHaveLength(125);
		expect(new Set(cells.map(rfmGroup))).toEqual(new Set(RFM_GROUPS));
		expect(new Set(cells.map(rfmMainGroup))).toEqual(new Set(RFM_MAIN_GROUPS));
	});

	it.each([
		['11 groups', RFM_GROUPS as readonly string[], rfmGroup as (cell: (typeof cells)[0]) => string],
		[
			'6 groups',
			RFM_MAIN_GROUPS as readonly string[],
			rfmMainGroup as (cell: (typeof cells)[0]) => string,
		],
	])('are never worse for a better score, with %s', (_name, order, groupOf) => {
		for (const cell of cells) {
			for (const axis of ['recency', 'frequency', 'monetary'] as const) {
				if (cell[axis] === 5) continue;
				const better = { ...cell, [axis]: cell[axis] + 1 };
				expect(order.indexOf(groupOf(better))).toBeLessThanOrEqual(order.indexOf(groupOf(cell)));
			}
		}
	});

	it.each([
		[4, 5, 5],
		[1, 2, 2],
		[1, 5, 3],
		[2, 5, 4],
		[3, 3, 3],
	])('count a half of the mean of %d and %d up: %d', (frequency, monetary, value) => {
		expect(valueScore({ frequency, monetary })).toBe(value);
		expect(valueScore({ frequency: monetary, monetary: frequency })).toBe(value);
	});
});

const all = { from: 1, to: 5 };
const group = (name: string, more: object = {}) => ({
	name,
	recency: all,
	frequency: all,
	monetary: all,
	...more,
});

describe("Groups of one's own", () => {
	it('hold the scores within their ranges', () => {
		const cells23 = group('Middle', { recency: { from: 2, to: 3 } });
		expect(
			SCORES.filter((recency) => isInCells({ recency, frequency: 1, monetary: 5 }, cells23)),
		).toEqual([2, 3]);
	});

	it('tell how many cells they leave', () => {
		expect(cellsLeft([])).toBe(125);
		expect(cellsLeft([group('All')])).toBe(0);
		expect(
			cellsLeft([
				group('Best', { recency: { from: 5, to: 5 } }),
				group('Most', { monetary: { from: 4, to: 5 } }),
			]),
		).toBe(60);
	});

	it.each([
		{ from: 0, to: 5 },
		{ from: 1, to: 6 },
		{ from: 4, to: 3 },
		{ from: 1.5, to: 3 },
	])('refuse a range of %p', (monetary) => {
		expect(() => checkRfmCells([group('Fine'), group('Odd', { monetary })])).toThrow(
			`The monetary of "Odd" is from ${monetary.from} to ${monetary.to}`,
		);
	});
});
