import { formatMoney } from '../../../nodes/core/wording/formatMoney';

describe('formatMoney', () => {
	it.each<[number, string | undefined, string]>([
		// Source: the docstring's example.
		[1284.5, 'EUR', '1,284.50 EUR'],
		[84.5, undefined, '84.50'],
		[84.5, '$', '84.50 $'],
		[0, 'EUR', '0.00 EUR'],
		[-1234.5, 'EUR', '-1,234.50 EUR'],
		[999.999, 'EUR', '1,000.00 EUR'],
		// Source: Stripe, "Currencies": yen have no decimals, dinars three.
		[12000, 'JPY', '12,000 JPY'],
		[1.5, 'KWD', '1.500 KWD'],
		[1e21, 'EUR', '1e+21 EUR'],
	])('%p %s is "%s"', (amount, currency, expected) => {
		expect(formatMoney(amount, currency)).toBe(expected);
	});
});
