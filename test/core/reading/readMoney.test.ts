import fc from 'fast-check';

import {
	readAmount,
	readMoney,
	type DecimalSeparator,
} from '../../../nodes/core/reading/readMoney';

function amountOf(value: unknown, separator?: DecimalSeparator): number | string {
	const reading = readAmount(value, separator);
	return reading.ok ? reading.value : reading.problem;
}

describe('readAmount', () => {
	// Source: docstring of readAmount; notations of CLDR (de, fr, de-CH, en, sv, ko).
	it.each<[unknown, number, string]>([
		[129.95, 129.95, 'number'],
		[0, 0, 'kills: falsy read as missing'],
		[-12, -12, 'refund'],
		['129.95', 129.95, 'text of a machine'],
		['129,95', 129.95, 'decimal comma'],
		['1.234,50 €', 1234.5, 'German'],
		['1,234.50', 1234.5, 'English'],
		['1,234', 1234, 'comma before three digits groups'],
		['1.234', 1.234, 'point before three digits is a machine’s decimal point'],
		['1,234,567', 1_234_567, 'English, grouped twice'],
		['1.234.567', 1_234_567, 'German, grouped twice'],
		['1 234,50', 1234.5, 'French'],
		['1\u202f234,50\u00a0€', 1234.5, 'French with narrow no-break space'],
		["CHF 1'234.50", 1234.5, 'Swiss'],
		['₩12,000', 12_000, 'Korean'],
		['$1,234.50', 1234.5, 'sign before'],
		['US$5', 5, 'letters and sign'],
		['1 234,50 kr', 1234.5, 'Swedish'],
		['EUR 20', 20, 'code before'],
		['20 eur', 20, 'code behind, lower case'],
		['(12.00)', -12, 'accountant’s minus'],
		['-5', -5, 'hyphen minus'],
		['−5', -5, 'typographic minus'],
		['-$5', -5, 'minus before the sign'],
		['$-5', -5, 'minus behind the sign'],
		['+5', 5, 'plus'],
		['(0)', 0, 'kills: minus zero'],
		['.5', 0.5, 'no whole part'],
		[' 7 ', 7, 'white space around'],
	])('reads %p as %p (%s)', (value, expected) => {
		expect(amountOf(value)).toBe(expected);
	});

	// Source: docstring of readAmount and STYLE habit 8 ("12abc", blank, boolean, null are decided).
	it.each<[unknown, string, string]>([
		['', 'missing', 'blank'],
		[null, 'missing', 'null'],
		[undefined, 'missing', 'absent'],
		['€1.234', 'ambiguous', 'one euro or a thousand'],
		['1.234 EUR', 'ambiguous', 'one euro or a thousand'],
		[true, 'unreadable', 'kills: Number(true)'],
		[[], 'unreadable', 'kills: Number([]) is 0'],
		[[5], 'unreadable', 'kills: Number([5]) is 5'],
		[{}, 'unreadable', 'record'],
		[Number.NaN, 'unreadable', 'NaN'],
		[Number.NEGATIVE_INFINITY, 'unreadable', 'infinity'],
		['Infinity', 'unreadable', 'kills: Number("Infinity")'],
		['0x10', 'unreadable', 'kills: Number("0x10")'],
		['1e5', 'unreadable', 'kills: Number("1e5")'],
		['free', 'unreadable', 'word'],
		['12 %', 'unreadable', 'percent is no money'],
		['1.2.3', 'unreadable', 'version'],
		['1,23,4', 'unreadable', 'groups of the wrong length'],
		['12,34.56.78', 'unreadable', 'mixed'],
		['1 234.567,89', 'unreadable', 'two grouping signs'],
		['--5', 'unreadable', 'two signs'],
		['-$-5', 'unreadable', 'two signs'],
		['(5', 'unreadable', 'open parenthesis'],
		['5)', 'unreadable', 'closing parenthesis'],
		['€', 'unreadable', 'no digits'],
		['10-20', 'unreadable', 'range'],
		['5 euros each', 'unreadable', 'sentence'],
	])('refuses %p: %s (%s)', (value, expected) => {
		expect(amountOf(value)).toBe(expected);
	});

	// Source: docstring of DecimalSeparator: the user’s choice decides, nothing is ambiguous then.
	it.each<[string, DecimalSeparator, number | string]>([
		['1.234', 'comma', 1234],
		['€1.234', 'comma', 1234],
		['€1.234', 'point', 1.234],
		['1,234', 'comma', 1.234],
		['1,234', 'point', 1234],
		['129.95', 'comma', 'unreadable'],
		['129,95', 'point', 'unreadable'],
	])('%p with decimal %s is %p', (value, separator, expected) => {
		expect(amountOf(value, separator)).toBe(expected);
	});

	it('reads no word of three letters as a currency', () => {
		expect(amountOf('12abc')).toBe('unreadable');
	});

	it.each(['0,125', '0,125 €'])('%p is an eighth: no group of thousands begins with 0', (value) => {
		expect(amountOf(value)).toBe(0.125);
	});

	it('never reads more digits than a number holds as infinity', () => {
		expect(amountOf('9'.repeat(400))).toBe('unreadable');
	});

	it('is done at once with a cell full of white space', () => {
		// Kills: a pattern that backtracks; it would not come back within the test's time.
		expect(amountOf(`1${' '.repeat(10_000)}!1`)).toBe('unreadable');
	});
});

describe('readMoney', () => {
	// Source: docstring of readMoney and currencyNamed.
	it.each<[unknown, number, string | undefined, string]>([
		[129.95, 129.95, undefined, 'number'],
		['129.95', 129.95, undefined, 'no mark'],
		['1.234,50 €', 1234.5, 'EUR', 'sign behind'],
		['€1,234.50', 1234.5, 'EUR', 'sign before'],
		['EUR 20', 20, 'EUR', 'code before'],
		['20 eur', 20, 'EUR', 'code behind, lower case'],
		['$5', 5, '$', 'kills: any dollar taken for USD'],
		['US$5', 5, 'USD', 'letters and sign'],
		['(€12.00)', -12, 'EUR', 'accountant’s minus'],
		['-5 zł', -5, 'PLN', 'minus'],
		['1 234,50 kr', 1234.5, 'KR', 'sign of several currencies'],
	])('reads %p as %p %p (%s)', (value, amount, currency) => {
		expect(readMoney(value)).toEqual({
			ok: true,
			value: currency === undefined ? { amount } : { amount, currency },
		});
	});

	it('names the currency by its code where sign and code are written', () => {
		// Source: docstring, "with the currency it names"; Shopify writes "$10.00 USD".
		expect(readMoney('$10.00 USD')).toEqual({ ok: true, value: { amount: 10, currency: 'USD' } });
	});

	it('refuses what readAmount refuses, and gives its amount else', () => {
		const text = fc.stringMatching(/^[-(]?(?:[€$]|EUR |kr)?[\d.,' ]{0,12}(?: ?[€$]| USD)?\)?$/);
		fc.assert(
			fc.property(fc.oneof(fc.anything(), text), (value) => {
				const money = readMoney(value);
				const amount = readAmount(value);
				if (money.ok) expect(amount).toEqual({ ok: true, value: money.value.amount });
				else expect(amount).toEqual(money);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('readAmount, laws', () => {
	it('never throws and never gives NaN or infinity, for anything', () => {
		const moneyText = fc.stringMatching(/^[-+(]?[€$]?[\d.,' ]{0,15}[€)]?$/);
		fc.assert(
			fc.property(
				fc.oneof(fc.anything(), moneyText),
				fc.constantFrom<DecimalSeparator>('auto', 'point', 'comma'),
				(value, separator) => {
					const reading = readAmount(value, separator);
					expect(reading.ok ? Number.isFinite(reading.value) : reading.problem).toBeTruthy();
				},
			),
			{ numRuns: 1000 },
		);
	});

	it('reads cents back from every notation of the same amount', () => {
		// Expected amounts are built from the cents, not from the text.
		fc.assert(
			fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (cents) => {
				const amount = cents / 100;
				const english = amount.toLocaleString('en-US', { minimumFractionDigits: 2 });
				const german = amount.toLocaleString('de-DE', { minimumFractionDigits: 2 });
				expect(amountOf(english)).toBe(amount + 0);
				expect(amountOf(german)).toBe(amount + 0);
				expect(amountOf(`${german} €`)).toBe(amount + 0);
				expect(amountOf(amount.toFixed(2))).toBe(amount + 0);
			}),
		);
	});
});
