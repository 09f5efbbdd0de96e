import { seededRandom } from './seededRandom.mjs';

const ORDERS_PER_CUSTOMER = 10;
const START = Date.parse('2023-11-22T00:00:00Z');

/** The moment up to which the orders reach, as a workflow names it. */
export const END = '2026-11-22T00:00:00';

/**
 * Orders of three years in the order of their dates, as a shop exports them. There is one customer
 * for ten orders; some order much more often than others.
 */
export function orders(count) {
	const { next, below } = seededRandom();
	const known = count / ORDERS_PER_CUSTOMER;
	const step = (Date.parse(`${END}Z`) - START) / count;
	return Array.from({ length: count }, (_, n) => {
		const often = Math.floor(next() ** 2 * known);
		const customer = n % ORDERS_PER_CUSTOMER === 0 ? n / ORDERS_PER_CUSTOMER : often;
		return {
			email: `customer-${customer}@shop.example`,
			date: new Date(START + n * step).toISOString(),
			amount: (500 + below(20_000)) / 100,
		};
	});
}
