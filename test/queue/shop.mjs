import { listenOnLoopback } from '../../scripts/loopback/listenOnLoopback.mjs';
import { sendJson } from '../../scripts/loopback/sendJson.mjs';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** When the first executions take place, in the time of the shop. */
const BEGIN = Date.parse('2026-03-02T08:00:00Z');

/** Days since the last order of every ten customers: three of ten lapsed after 60 days, and none is close to a limit. */
const SILENT_DAYS = [90, 110, 150, 5, 12, 20, 30, 50, 55, 300];
const LAPSED = 3;
/** Days after which a customer counts as at risk, lapsed and lost, with a day or more to spare for all of them. */
export const limits = { atRiskAfterDays: 45, lapsedAfterDays: 60, lostAfterDays: 180 };

function emailOf(number) {
	return `customer-${String(number).padStart(5, '0')}@customers.example`;
}

/** Customers with an order or two each, the same for the same size, and who of them has lapsed. */
export function madeUpCustomers(size) {
	const numbers = Array.from({ length: size }, (_, number) => number);
	const orders = numbers.flatMap((number) =>
		Array.from({ length: 1 + (number % 2) }, (_, earlier) => ({
			orderId: `${number}-${earlier}`,
			email: emailOf(number),
			date: new Date(BEGIN - (SILENT_DAYS[number % 10] + earlier * 25) * DAY_MS).toISOString(),
			amount: 10 + (number % 40),
		})),
	);
	const lapsed = numbers.filter((number) => number % 10 < LAPSED).map(emailOf);
	return { size, orders, lapsed: new Set(lapsed) };
}

/**
 * Starts a shop on loopback that gives its orders at `/orders` and its time at `/clock`, which stands still until it is
 * moved.
 */
export async function startShop(orders) {
	let now = BEGIN;
	const { url, stop } = await listenOnLoopback((request, response) => {
		if (request.url === '/orders') return sendJson(response, 200, orders);
		if (request.url !== '/clock') return sendJson(response, 404, { message: 'Nothing here' });
		return sendJson(response, 200, { now: new Date(now).toISOString() });
	});
	return {
		url,
		stop,
		moveClock: (hours) => {
			now += hours * HOUR_MS;
		},
	};
}
