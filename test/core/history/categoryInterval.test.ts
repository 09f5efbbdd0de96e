import fc from 'fast-check';

import {
	categoryInterval,
	categoryName,
	type CategoryIntervals,
} from '../../../nodes/core/history/categoryInterval';
import { HistoryDraft } from '../../../nodes/core/history/HistoryDraft';
import { ANNA, noonOf, orderHistory, UTC } from '../orderHistory';

const TABLE: CategoryIntervals = [
	{ category: 'Bread', days: 7 },
	{ category: 'cake', days: 30 },
	{ category: 'oven', days: 3650 },
];

/** A history of baskets: the day and the categories of each. */
function historyOf(baskets: ReadonlyArray<[number, string[]]>) {
	const draft = new HistoryDraft(ANNA, UTC);
	for (const [day, categories] of baskets) {
		draft.add({ at: noonOf(day), amount: 5, currency: 'EUR', categories });
	}
	return draft.finish();
}

describe('categoryInterval', () => {
	// Source: docstring of categoryInterval.
	it.each<
		[string, Array<[number, string[]]>, CategoryIntervals, ReturnType<typeof categoryInterval>]
	>([
		['the only one', [[5, ['cake']]], TABLE, { days: 30, category: 'cake' }],
		[
			'kills: the newest instead of the one bought most often',
			[
				[5, ['bread']],
				[6, ['bread']],
				[9, ['cake']],
			],
			TABLE,
			{ days: 7, category: 'Bread' },
		],
		[
			'kills: the one used up first instead of the one bought most often',
			[
				[5, ['cake']],
				[6, ['cake']],
				[9, ['bread']],
			],
			TABLE,
			{ days: 30, category: 'cake' },
		],
		[
			'equally often: the one bought last',
			[
				[5, ['bread']],
				[6, ['cake']],
			],
			TABLE,
			{ days: 30, category: 'cake' },
		],
		[
			'in one basket: the one that is used up first',
			[[5, ['oven', 'cake', 'bread']]],
			TABLE,
			{ days: 7, category: 'Bread' },
		],
		['nothing of the table', [[5, ['books']]], TABLE, undefined],
		['a basket without categories', [[5, []]], TABLE, undefined],
		['an empty table', [[5, ['bread']]], [], undefined],
		[
			'two entries of one category: the shorter',
			[[5, ['cake']]],
			[
				{ category: 'Cake', days: 30 },
				{ category: ' CAKE ', days: 14 },
			],
			{ days: 14, category: ' CAKE ' },
		],
	])('%s', (_, baskets, table, expected) => {
		expect(categoryInterval(historyOf(baskets), table)).toEqual(expected);
	});

	it('finds none where categories were not asked for', () => {
		expect(categoryInterval(orderHistory([5, 6]), TABLE)).toBeUndefined();
	});

	it.each(['__proto__', 'constructor', 'toString'])('takes %s for no category', (category) => {
		expect(categoryInterval(historyOf([[5, ['bread']]]), [{ category, days: 5 }])).toBeUndefined();
	});

	it('does not depend on the order of the table nor of the baskets', () => {
		const name = fc.constantFrom('bread', 'cake', 'oven', 'books');
		const basket = fc.tuple(fc.nat({ max: 30 }), fc.array(name, { maxLength: 4 }));
		fc.assert(
			fc.property(fc.array(basket as fc.Arbitrary<[number, string[]]>), (baskets) => {
				const found = categoryInterval(historyOf(baskets), TABLE);
				expect(categoryInterval(historyOf([...baskets].reverse()), [...TABLE].reverse())).toEqual(
					found,
				);
				const isBought = baskets.some(([, names]) => names.some((one) => one !== 'books'));
				expect(found !== undefined).toBe(isBought);
			}),
		);
	});
});

describe('categoryName', () => {
	it.each([
		[' Bread ', 'bread'],
		['BRÖTCHEN', 'brötchen'],
		['', ''],
	])('of %p is %p', (text, expected) => {
		expect(categoryName(text)).toBe(expected);
	});
});
