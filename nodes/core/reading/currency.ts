/** What a sign alone stands for, where it stands for one currency only. */
const CODE_OF_SIGN: Readonly<Record<string, string>> = Object.freeze({
	'€': 'EUR',
	'£': 'GBP',
	'₩': 'KRW',
	'₹': 'INR',
	'₽': 'RUB',
	'₺': 'TRY',
	'₴': 'UAH',
	'₪': 'ILS',
	'₫': 'VND',
	'฿': 'THB',
	'₱': 'PHP',
	'₦': 'NGN',
	'₸': 'KZT',
	US$: 'USD',
	A$: 'AUD',
	AU$: 'AUD',
	C$: 'CAD',
	CA$: 'CAD',
	HK$: 'HKD',
	MX$: 'MXN',
	NT$: 'TWD',
	NZ$: 'NZD',
	R$: 'BRL',
	S$: 'SGD',
	'CN¥': 'CNY',
	'JP¥': 'JPY',
	ZŁ: 'PLN',
	KČ: 'CZK',
	'РУБ.': 'RUB',
	РУБ: 'RUB',
	'Р.': 'RUB',
});

/** Currencies whose smallest unit is the whole one (Stripe, "Currencies: zero-decimal"). */
const WITHOUT_DECIMALS = new Set(
	'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '),
);
/** Currencies with a thousand small units (Stripe, "Currencies: three-decimal"). */
const WITH_THREE_DECIMALS = new Set('BHD JOD KWD OMR TND'.split(' '));

/**
 * The currency that a code or sign beside an amount means: an ISO code where it means just one, else
 * the sign itself. `$` may be any dollar, so it stays `$` and is kept apart from `USD`.
 *
 * @example
 * currencyNamed('us$') //=> 'USD'
 */
export function currencyNamed(mark: string): string {
	const upper = mark.trim().toUpperCase();
	return CODE_OF_SIGN[upper] ?? upper;
}

/**
 * How many of its smallest units make one unit of a currency, as payment systems count them: 1 for
 * yen, 1000 for dinars, 100 for all others (Stripe, "Currencies", docs.stripe.com/currencies).
 */
export function minorUnitsOf(currency: string | undefined): number {
	const code = currency?.trim().toUpperCase() ?? '';
	if (WITHOUT_DECIMALS.has(code)) return 1;
	return WITH_THREE_DECIMALS.has(code) ? 1000 : 100;
}
