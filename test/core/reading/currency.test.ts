import fc from 'fast-check';

import { currencyNamed, minorUnitsOf } from '../../../nodes/core/reading/currency';

describe('currencyNamed', () => {
	// Source: docstring of currencyNamed; signs of Unicode CLDR.
	it.each([
		['us$', 'USD', 'docstring'],
		['€', 'EUR', 'sign'],
		['£', 'GBP', 'sign'],
		['₩', 'KRW', 'sign'],
		['zł', 'PLN', 'letters beyond ASCII'],
		['Kč', 'CZK', 'letters beyond ASCII'],
		['руб.', 'RUB', 'Cyrillic'],
		[' eur ', 'EUR', 'code with white space, lower case'],
		['EUR', 'EUR', 'code'],
		['CHF', 'CHF', 'a code that has no sign'],
		['$', '$', 'kills: any dollar taken for USD'],
		['¥', '¥', 'yen or yuan'],
		['kr', 'KR', 'crowns of four countries'],
		['A$', 'AUD', 'dollar with a country'],
		['constructor', 'CONSTRUCTOR', 'key of a prototype'],
	])('%p is %p (%s)', (mark, expected) => {
		expect(currencyNamed(mark)).toBe(expected);
	});

	it('names its own result alike, and tells a code in any case alike', () => {
		const marks = fc.constantFrom('€', '$', 'us$', 'kr', 'руб', 'zł');
		const code = fc.stringMatching(/^[A-Za-z]{3}$/);
		fc.assert(
			fc.property(fc.oneof(marks, code), (mark) => {
				const name = currencyNamed(mark);
				expect(currencyNamed(name)).toBe(name);
				expect(currencyNamed(mark.toLowerCase())).toBe(name);
			}),
		);
	});
});

describe('minorUnitsOf', () => {
	// Source: Stripe, "Supported currencies", zero-decimal and three-decimal; UGX and ISK are sent with
	// two decimals there.
	it.each<[string | undefined, number]>([
		['EUR', 100],
		['USD', 100],
		['JPY', 1],
		[' krw ', 1],
		['vnd', 1],
		['KWD', 1000],
		['tnd', 1000],
		['UGX', 100],
		['ISK', 100],
		['HUF', 100],
		['$', 100],
		['', 100],
		[undefined, 100],
	])('of %p are %p', (currency, expected) => {
		expect(minorUnitsOf(currency)).toBe(expected);
	});
});
