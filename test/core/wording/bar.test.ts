import fc from 'fast-check';

import { bar } from '../../../nodes/core/wording/bar';

/** Width in percent and colour of each cell. */
function cellsOf(html: string): Array<[number, string | undefined]> {
	return [...html.matchAll(/<td width="(\d+)%"(?: bgcolor="([^"]+)")?/g)].map(
		([, width, color]) => [Number(width), color],
	);
}

describe('bar', () => {
	it.each<[number, Array<[number, string | undefined]>]>([
		[0, [[100, undefined]]],
		[
			0.001,
			[
				[1, '#123456'],
				[99, undefined],
			],
		],
		[
			0.75,
			[
				[75, '#123456'],
				[25, undefined],
			],
		],
		[1, [[100, '#123456']]],
		[1.5, [[100, '#123456']]],
	])('draws %p', (share, cells) => {
		expect(cellsOf(bar(share, '#123456'))).toEqual(cells);
	});

	it('always fills the width, with cells that are wider than nothing', () => {
		fc.assert(
			fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
				const widths = cellsOf(bar(share, '#123456')).map(([width]) => width);
				expect(widths.reduce((sum, width) => sum + width, 0)).toBe(100);
				expect(Math.min(...widths)).toBeGreaterThan(0);
			}),
		);
	});
});
