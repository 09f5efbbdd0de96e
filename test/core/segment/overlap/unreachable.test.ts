import type { Constraint } from '../../../../nodes/core/segment/overlap/Constraint';
import { numbers } from '../../../../nodes/core/segment/overlap/NumberSet';
import { unreachable, type Unreachable } from '../../../../nodes/core/segment/overlap/unreachable';

const spent = (from: number, to = Number.POSITIVE_INFINITY): Constraint => ({
	key: 'spent',
	values: numbers({ from, to }),
	specials: [],
});
const given: Constraint = { key: 'spent', values: numbers(), specials: [] };
const missing: Constraint = { key: 'spent', specials: ['null'] };
const perhaps: Constraint = { key: 'spent', values: numbers(), specials: ['null'] };

describe('unreachable', () => {
	it.each<[string, Constraint[], boolean, Unreachable[]]>([
		['nothing where nothing is set', [], true, []],
		['a segment behind a wider one', [spent(1), spent(2)], true, [{ place: 1, takenBy: [0] }]],
		['none before a wider one', [spent(2), spent(1)], true, []],
		['none where items go to all', [spent(1), spent(2)], false, []],
		['one that contradicts itself', [spent(2, 1), spent(2)], false, [{ place: 0, takenBy: [] }]],
		[
			'one that two take together, without a third',
			[spent(5), missing, given, perhaps],
			true,
			[{ place: 3, takenBy: [1, 2] }],
		],
		[
			'the first of several that take it',
			[given, spent(1), spent(2)],
			true,
			[
				{ place: 1, takenBy: [0] },
				{ place: 2, takenBy: [0] },
			],
		],
		['none behind what is not known', ['unknown', spent(1)], true, []],
		['what is not known behind nothing', [spent(1), 'unknown'], true, []],
	])('finds %s', (_case, constraints, isFirstOnly, expected) => {
		const segments = constraints.map((constraint) => ({ isEnabled: true, constraint }));
		expect(unreachable(segments, isFirstOnly)).toEqual(expected);
	});

	it('passes over segments that are switched off', () => {
		const segments = [spent(1), spent(2, 1), spent(2)].map((constraint, place) => ({
			isEnabled: place === 2,
			constraint,
		}));
		expect(unreachable(segments, true)).toEqual([]);
	});
});
