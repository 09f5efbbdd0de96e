import fc from 'fast-check';

import { isHeldBack } from '../../../nodes/core/learning/heldBack';

const ROWS = Array.from({ length: 1000 }, (_, row) => row);

describe('isHeldBack', () => {
	// Source: README of the shared data, "test rows = 0-based index mod 10 in {7, 8, 9}".
	it('holds back the last three of ten at 30 percent', () => {
		expect(ROWS.filter((row) => isHeldBack(row, 30))).toEqual(
			ROWS.filter((row) => [7, 8, 9].includes(row % 10)),
		);
	});

	it('holds back exactly the share of each hundred, and never less at a higher one', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 90 }), (percent) => {
				const held = ROWS.filter((row) => isHeldBack(row, percent));
				expect(held).toHaveLength(percent * 10);
				expect(held.every((row) => isHeldBack(row, percent + 1))).toBe(true);
			}),
		);
	});
});
