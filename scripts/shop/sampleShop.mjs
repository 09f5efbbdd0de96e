const MS_PER_DAY = 86_400_000;

/**
 * Groups of customers: how many, an order every so many days, orders so far, days since the last order (the first of
 * the group, and how many more for each further one), amount of an order. Chosen so that every lifecycle stage and every
 * status of Detect Lapsed has somebody in it, whatever today is.
 */
const GROUPS = [
	{
		who: 'weekly',
		customers: 5,
		everyDays: 7,
		orders: 12,
		lastDaysAgo: 2,
		further: 1,
		amount: 14.5,
	}, // weekly: advocates
	{
		who: 'fortnightly',
		customers: 4,
		everyDays: 14,
		orders: 9,
		lastDaysAgo: 3,
		further: 3,
		amount: 27,
	}, // fortnightly: advocates
	{
		who: 'monthly',
		customers: 10,
		everyDays: 30,
		orders: 6,
		lastDaysAgo: 4,
		further: 2,
		amount: 34,
	}, // monthly
	{
		who: 'six-weekly',
		customers: 4,
		everyDays: 45,
		orders: 4,
		lastDaysAgo: 10,
		further: 8,
		amount: 52,
	}, // every six weeks
	{ who: 'new', customers: 6, everyDays: 0, orders: 1, lastDaysAgo: 2, further: 3, amount: 24 }, // just bought for the first time
	{ who: 'late', customers: 4, everyDays: 30, orders: 5, lastDaysAgo: 52, further: 8, amount: 31 }, // monthly, late: at risk
	{
		who: 'lapsed',
		customers: 4,
		everyDays: 30,
		orders: 6,
		lastDaysAgo: 105,
		further: 12,
		amount: 36,
	}, // monthly until they lapsed
	{
		who: 'lapsed-new',
		customers: 2,
		everyDays: 0,
		orders: 1,
		lastDaysAgo: 120,
		further: 20,
		amount: 22,
	}, // bought once and lapsed
	{
		who: 'lost',
		customers: 3,
		everyDays: 30,
		orders: 3,
		lastDaysAgo: 300,
		further: 90,
		amount: 29,
	}, // lost
	{
		who: 'holiday',
		customers: 2,
		everyDays: 365,
		orders: 3,
		lastDaysAgo: 290,
		further: 15,
		amount: 120,
	}, // before the holidays only
	{
		who: 'refund',
		customers: 1,
		everyDays: 0,
		orders: 1,
		lastDaysAgo: 40,
		further: 0,
		amount: -19,
	}, // a refund, no purchase: prospect
];

/** Real customers are never on the dot: some gaps are a day longer, some a day shorter. */
const WOBBLE = [0, 1, 0, -1];

function orderDaysAgo({ everyDays, orders, lastDaysAgo, further }, member) {
	const wobble = everyDays < 14 ? [0] : WOBBLE;
	return Array.from({ length: orders }, (_, back) => {
		return (
			lastDaysAgo + member * further + back * everyDays + wobble[(back + member) % wobble.length]
		);
	}).reverse();
}

/**
 * The orders of a small coffee shop with 45 customers, oldest order first for each customer: always the same, with
 * dates counted back from `today`.
 */
export function sampleShop(today = new Date()) {
	const midnight = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
	let number = 0;
	return GROUPS.flatMap((group) =>
		Array.from({ length: group.customers }, (_, member) => {
			number += 1;
			const name = `${group.who}-${member + 1}`;
			return orderDaysAgo(group, member).map((daysAgo, i) => ({
				orderId: `${number}-${i + 1}`,
				firstName: name,
				email: `${name}@customers.example`,
				date: new Date(midnight - daysAgo * MS_PER_DAY).toISOString().slice(0, 10),
				amount: group.amount + (i % 3),
			}));
		}).flat(),
	);
}
