import { currencyNamed } from './currency';
import { isBlank, notRead, read, type Reading } from './Reading';

/** Which sign separates the decimals; `auto` decides by the amount itself where that is safe. */
export type DecimalSeparator = 'auto' | 'point' | 'comma';

/** No amount is longer. */
const MAX_LENGTH = 40;

const CURRENCY_CODES = new Set(Intl.supportedValuesOf('currency'));
/** Signs of currencies that are no Unicode currency sign of their own, and those with a country. */
const CURRENCY_SIGN = /^(?:[A-Z]{0,3}\p{Sc}|kr\.?|zł|Kč|руб\.?|р\.|Fr\.?)$/iu;
const DIGITS = /^\d+(?:[.,'’\s\u00a0\u202f]\d+)*(?:[.,]\d+)?$|^[.,]\d+$/u;
const GROUPED = /^[1-9]\d{0,2}(?:([.,'’\s\u00a0\u202f])\d{3})(?:\1\d{3})*$/u;

function isCode(mark: string): boolean {
	return CURRENCY_CODES.has(mark.toUpperCase());
}

/** An amount in major units with the currency written beside it, where there is one. */
export interface Money {
	amount: number;
	currency?: string;
}

function parts(text: string): { digits: string; isNegative: boolean; mark: string } | undefined {
	const match =
		/^(\()?\s*([-+−])?\s*([^\d.,()+−-]*?)\s*([-+−])?\s*([\d.,][\d.,'’\s\u00a0\u202f]*?)\s*([^\d.,()+−-]*)\s*(\))?$/u.exec(
			text,
		);
	if (!match) return undefined;
	const [, open, signBefore, before = '', signAfter, digits = '', after = '', close] = match;
	if (Boolean(open) !== Boolean(close) || (signBefore && signAfter)) return undefined;
	for (const mark of [before, after]) {
		if (mark !== '' && !CURRENCY_SIGN.test(mark) && !isCode(mark)) {
			return undefined;
		}
	}
	// Two codes, or a sign of one currency beside the code of another, contradict each other.
	const codes = new Set([before, after].map(currencyNamed).filter(isCode));
	if (codes.size > 1) return undefined;
	const sign = signBefore ?? signAfter;
	return {
		digits,
		isNegative: Boolean(open) || sign === '-' || sign === '−',
		// A code says more than the sign on the other side: $10.00 USD.
		mark: isCode(after) ? after : before || after,
	};
}

function decimalSign(digits: string, separator: DecimalSeparator, hasMark: boolean) {
	if (separator !== 'auto') return separator === 'point' ? '.' : ',';
	const points = digits.split('.').length - 1;
	const commas = digits.split(',').length - 1;
	if (points > 0 && commas > 0)
		return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
	if (points > 1) return ',';
	if (commas > 1) return '.';
	// A group of thousands never begins with a zero.
	const isThreeDigits = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
	// "1,234" groups thousands: no data format writes a decimal comma. "1.234" is what machines write
	// for a number, but beside a currency sign it may as well be one thousand.
	if (commas === 1) return isThreeDigits ? '.' : ',';
	return points === 1 && isThreeDigits && hasMark ? undefined : '.';
}

/**
 * Reads an amount of money in major units, strictly, with the currency it names.
 *
 * Numbers are taken as they are. Text may carry a currency sign or code, thousands separators and
 * either decimal separator: `129.95`, `1.234,50 €`, `₩12,000`, `(12.00)` for minus twelve.
 *
 * Problems: `missing` for a blank value, `ambiguous` for `€1.234` while the separator is `auto`,
 * `unreadable` for anything else, also for true, false, NaN and infinity.
 *
 * @returns the amount, negative for money that went back to the customer; the currency as
 * `currencyNamed` gives it
 */
export function readMoney(value: unknown, separator: DecimalSeparator = 'auto'): Reading<Money> {
	if (isBlank(value)) return notRead('missing');
	if (typeof value === 'number')
		return Number.isFinite(value) ? read({ amount: value }) : notRead('unreadable');
	if (typeof value !== 'string') return notRead('unreadable');

	const text = value.trim();
	const found = text.length > MAX_LENGTH ? undefined : parts(text);
	if (!found || !DIGITS.test(found.digits)) return notRead('unreadable');
	const sign = decimalSign(found.digits, separator, found.mark !== '');
	if (sign === undefined) return notRead('ambiguous');

	const at = found.digits.lastIndexOf(sign);
	const whole = at < 0 ? found.digits : found.digits.slice(0, at);
	const decimals = at < 0 ? '' : found.digits.slice(at + 1);
	if (!/^\d*$/.test(decimals) || (whole !== '' && !/^\d+$/.test(whole) && !GROUPED.test(whole))) {
		return notRead('unreadable');
	}
	const size = Number(`${whole.replace(/\D/g, '') || '0'}.${decimals || '0'}`);
	const amount = found.isNegative && size !== 0 ? -size : size;
	return read(found.mark === '' ? { amount } : { amount, currency: currencyNamed(found.mark) });
}

/** Reads an amount as `readMoney` does, whatever its currency. */
export function readAmount(value: unknown, separator: DecimalSeparator = 'auto'): Reading<number> {
	const money = readMoney(value, separator);
	return money.ok ? read(money.value.amount) : money;
}
