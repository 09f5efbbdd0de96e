import fc from 'fast-check';

import { overCapacity, type Candidate } from '../../../nodes/core/segment/capacity';

const free = (value: number | undefined): Candidate => ({ value, isControl: false });
const control = (value: number | undefined): Candidate => ({ value, isControl: true });

const candidate = fc.record({
	value: fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined }),
	isControl: fc.boolean(),
});

describe('overCapacity', () => {
	// Source: docstring of overCapacity.
	it.each<[string, Candidate[], number, 'highest' | 'lowest', Array<[number, number]>]>([
		['the highest come first', [free(1), free(3), free(2)], 2, 'highest', [[0, 3]]],
		['the lowest come first', [free(1), free(3), free(2)], 2, 'lowest', [[1, 3]]],
		[
			'equal ones in their order',
			[free(1), free(1), free(1)],
			1,
			'highest',
			[
				[1, 2],
				[2, 3],
			],
		],
		['without a number last, highest', [free(undefined), free(-9)], 1, 'highest', [[0, 2]]],
		['without a number last, lowest', [free(undefined), free(9)], 1, 'lowest', [[0, 2]]],
		['no numbers: the order of arrival', [free(undefined), free(undefined)], 1, 'lowest', [[1, 2]]],
		['there is room for all', [free(1), free(2)], 2, 'highest', []],
		['a control takes no place', [control(3), free(2), free(1)], 1, 'highest', [[2, 3]]],
		['a control behind the last is over', [free(3), control(2)], 1, 'highest', [[1, 2]]],
		['a control behind all, with room left, stays', [free(3), control(2)], 2, 'highest', []],
		['a fraction holds its whole part', [free(3), free(2)], 1.9, 'highest', [[1, 2]]],
	])('%s', (_, candidates, most, order, expected) => {
		const over = overCapacity(candidates, most, order);
		expect(over.map(({ index, rank }) => [index, rank])).toEqual(expected);
	});

	it('leaves as many as there is room for, and nobody below who is over', () => {
		fc.assert(
			fc.property(
				fc.array(candidate),
				fc.integer({ min: 1, max: 9 }),
				fc.constantFrom('highest' as const, 'lowest' as const),
				(candidates, most, order) => {
					const over = new Set(overCapacity(candidates, most, order).map(({ index }) => index));
					const isFree = ({ isControl }: Candidate) => !isControl;
					const stay = candidates.filter((_one, i) => !over.has(i));
					const contacted = stay.filter(isFree).length;
					expect(contacted).toBe(Math.min(most, candidates.filter(isFree).length));
					const worth = ({ value }: Candidate) =>
						value === undefined ? -Infinity : order === 'highest' ? value : -value;
					const best = Math.max(...[...over].map((i) => worth(candidates[i]!)));
					for (const one of stay) expect(worth(one)).toBeGreaterThanOrEqual(best);
				},
			),
		);
	});
});
