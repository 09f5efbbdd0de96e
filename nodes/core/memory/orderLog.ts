import { STANDINGS, type OrderRecord } from '../history/OrderLedger';
import { momentOf, readMoment, type Moment } from './moment';

/** Which writing of the text this is: a later one may say more. */
const VERSION = 1;

/** `[at, amount, currency, order id, standing, version, categories, paid back]`, without what is not known at its end. */
type Row = [Moment, ...Array<number | string | readonly string[] | null>];

/** Columns of a row. */
const AMOUNT = 1;
const CURRENCY = 2;
const ORDER_ID = 3;
const STANDING = 4;
const CHANGED_AT = 5;
const CATEGORIES = 6;
const PAID_BACK = 7;
const WIDTH = 8;

function rowOf(order: OrderRecord): Row {
	const row: Row = [
		momentOf(order.at),
		order.amount ?? null,
		order.currency ?? null,
		order.orderId ?? null,
		STANDINGS.indexOf(order.standing) || null,
		momentOf(order.version),
		order.categories ?? null,
		order.wasPaidBack ? 1 : null,
	];
	while (row.length > 1 && row[row.length - 1] === null) row.pop();
	return row;
}

/**
 * The text that holds the orders of a customer: when each was placed and changed last, what it was
 * worth, its id, whether it counts and, where they were asked for, its categories. Nothing else.
 *
 * The same orders give the same text, in whatever order they come. Empty for none.
 *
 * @example
 * writeOrderLog([{ at: 1767225600000, amount: 20, currency: 'EUR', orderId: '7', standing: 'purchase' }])
 * //=> '{"v":1,"orders":[[1767225600,20,"EUR","7"]]}'
 */
export function writeOrderLog(orders: readonly OrderRecord[]): string {
	if (orders.length === 0) return '';
	const rows = orders
		.map((order) => ({ at: order.at, text: JSON.stringify(rowOf(order)) }))
		// What has no date stands first.
		.sort((one, other) => {
			const inTime = (one.at || 0) - (other.at || 0);
			return inTime || (one.text < other.text ? -1 : Number(one.text > other.text));
		});
	return `{"v":${VERSION},"orders":[${rows.map(({ text }) => text).join(',')}]}`;
}

function textOf(value: unknown): string | undefined {
	if (value === null || value === undefined) return undefined;
	if (typeof value !== 'string') throw new TypeError('no text');
	return value;
}

function amountOf(value: unknown): number | undefined {
	if (value === null || value === undefined) return undefined;
	if (typeof value !== 'number') throw new TypeError('no amount');
	return value;
}

function categoriesOf(value: unknown): readonly string[] | undefined {
	if (value === null || value === undefined) return undefined;
	if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) {
		throw new TypeError('no categories');
	}
	return value as string[];
}

function orderOf(row: unknown): OrderRecord {
	if (!Array.isArray(row) || row.length === 0 || row.length > WIDTH)
		throw new TypeError('no order');
	const cells = row as unknown[];
	const standing = STANDINGS[(cells[STANDING] ?? 0) as number];
	const isKnown = standing !== undefined && [undefined, null, 1].includes(cells[PAID_BACK] as null);
	const at = readMoment(cells[0]) ?? Number.NaN;
	// Only of what does not count the date may be unknown.
	if (!isKnown || (standing === 'purchase' && Number.isNaN(at))) throw new TypeError('no order');
	return {
		standing,
		at,
		amount: amountOf(cells[AMOUNT]),
		currency: textOf(cells[CURRENCY]),
		orderId: textOf(cells[ORDER_ID]),
		version: readMoment(cells[CHANGED_AT]),
		categories: categoriesOf(cells[CATEGORIES]),
		wasPaidBack: cells[PAID_BACK] === 1,
	};
}

/**
 * The orders that a text holds; undefined for a text that is none of `writeOrderLog`, so that nothing
 * is made of half of it.
 */
export function readOrderLog(text: string): OrderRecord[] | undefined {
	if (text.trim() === '') return [];
	try {
		const log = JSON.parse(text) as { v?: unknown; orders?: unknown } | null;
		if (log?.v !== VERSION || !Array.isArray(log.orders)) return undefined;
		return log.orders.map(orderOf);
	} catch {
		return undefined;
	}
}
