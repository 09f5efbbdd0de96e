import { daysAgo } from './lapseOf';

const ordersOf = (name: string, dates: readonly string[], amount: number) =>
	dates.map((date) => ({ email: `${name}@shop.example`, date, amount }));

/** Orders of three people, as of the day of the tests: a first-timer, a monthly fan, a holiday buyer. */
export const PERSONAS = [
	...ordersOf('new', [daysAgo(20)], 30),
	...ordersOf(
		'fan',
		Array.from({ length: 12 }, (_, i) => daysAgo(30 * i + 12)),
		25,
	),
	...ordersOf('holiday', ['2022-12-15', '2023-12-16', '2024-12-14', '2025-12-15'], 300),
];

/** The name of the persona behind an item of Classify Lifecycle. */
export function personaOf({ lifecycle }: Record<string, unknown>): string {
	return (lifecycle as { email: string }).email.split('@')[0] ?? '';
}
