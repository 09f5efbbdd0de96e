import fc from 'fast-check';

import { EVERY_DAY } from '../../../nodes/core/history/OpenDays';
import type { PurchaseHistory } from '../../../nodes/core/history/PurchaseHistory';
import {
	classifyLifecycle,
	type CustomerFacts,
} from '../../../nodes/core/lifecycle/classifyLifecycle';
import {
	LIFECYCLE_STAGES,
	type LifecycleStage,
} from '../../../nodes/core/lifecycle/LifecycleStage';
import {
	summariseStages,
	type JudgedCustomer,
} from '../../../nodes/core/lifecycle/summariseStages';
import { BREAD, LABELS } from '../lifecyclePolicy';
import {
	dayNumber,
	everyDays,
	NO_RHYTHM,
	noonOf,
	orderHistory,
	summary,
	UTC,
} from '../orderHistory';

const TODAY = dayNumber('2026-11-22');
const AS_OF = UTC.toIso(noonOf(TODAY));
const EUR = { amount: 10, currency: 'EUR' };

function judged(history: PurchaseHistory, facts: CustomerFacts = {}): JudgedCustomer {
	const verdict = classifyLifecycle(history, facts, {
		policy: BREAD,
		rhythm: NO_RHYTHM,
		zone: UTC,
		openDays: EVERY_DAY,
		asOf: noonOf(TODAY),
	});
	return { history, verdict };
}

function summed(customers: readonly JudgedCustomer[]) {
	const stages = summariseStages(customers, LABELS, AS_OF);
	return Object.fromEntries(stages.map((entry) => [entry.stage, entry])) as Record<
		LifecycleStage,
		(typeof stages)[number]
	>;
}

/** Orders of one customer that put them into a stage today, each order worth 10 of a currency. */
const DAYS: Readonly<Record<LifecycleStage, number[]>> = {
	prospect: [],
	customer: everyDays(14, 3, TODAY),
	advocate: everyDays(7, 4, TODAY),
	lapsed: [TODAY - 60, TODAY - 40],
	lost: [TODAY - 400],
};

function inStage(stage: LifecycleStage, previousStage?: LifecycleStage, each: object = EUR) {
	return judged(orderHistory(DAYS[stage], each), { previousStage });
}

describe('summariseStages', () => {
	it('fills the contract', () => {
		const customers = [
			inStage('customer', 'lapsed'),
			inStage('customer', 'prospect'),
			inStage('customer'),
			inStage('lapsed', 'customer'),
		];
		expect(summariseStages(customers, LABELS, AS_OF)[1]).toEqual({
			stage: 'customer',
			stageLabel: 'Customer',
			customers: 3,
			share: 0.75,
			orders: 9,
			revenue: 90,
			currency: 'EUR',
			revenueByCurrency: null,
			averageOrderValue: 10,
			wonBack: 1,
			cameFrom: { prospect: 1, customer: 0, advocate: 0, lapsed: 1, lost: 0, unknown: 1 },
			wentTo: { prospect: 0, customer: 0, advocate: 0, lapsed: 1, lost: 0 },
			asOf: AS_OF,
		});
	});

	it('has an entry for each stage, in the order of a life, also where nobody is in it', () => {
		const labels = { ...LABELS, lost: 'Verloren' };
		const stages = summariseStages([], labels, AS_OF);
		expect(stages.map(({ stage }) => stage)).toEqual(LIFECYCLE_STAGES);
		expect(stages[4]).toMatchObject({
			stageLabel: 'Verloren',
			customers: 0,
			share: 0,
			orders: 0,
			revenue: null,
			currency: null,
			revenueByCurrency: null,
			averageOrderValue: null,
			wonBack: 0,
		});
	});

	it('never adds up revenue over currencies', () => {
		const { lapsed } = summed([
			inStage('lapsed'),
			inStage('lapsed', undefined, { amount: 0.1, currency: 'USD' }),
			inStage('lapsed', undefined, { amount: 7, currency: undefined }),
			inStage('lapsed', undefined, { amount: undefined, currency: 'GBP' }),
		]);
		expect(lapsed).toMatchObject({
			customers: 4,
			orders: 8,
			revenue: null,
			currency: null,
			revenueByCurrency: { EUR: 20, USD: 0.2, '': 14 },
			averageOrderValue: null,
		});
	});

	it('takes the average over the orders whose amount is known', () => {
		const { customer } = summed([
			inStage('customer'),
			inStage('customer', undefined, { amount: undefined, currency: undefined }),
		]);
		expect(customer).toMatchObject({ orders: 6, revenue: 30, averageOrderValue: 10 });
	});

	it('takes it over none of the orders of a CRM that tells no spend', () => {
		// Source: comment of PurchaseHistory.pricedOrders, "orders with a known amount".
		const known = summary(2, TODAY - 20, TODAY, { totalSpent: 100, currency: 'EUR' });
		const unknown = summary(2, TODAY - 20, TODAY);
		expect(summed([judged(known), judged(unknown)]).customer).toMatchObject({
			orders: 4,
			revenue: 100,
			averageOrderValue: 50,
		});
	});
});

describe('summariseStages, laws', () => {
	const stage = fc.constantFrom(...LIFECYCLE_STAGES);
	const each = fc.constantFrom(
		EUR,
		{ amount: 0.1, currency: 'USD' },
		{ amount: undefined, currency: undefined },
	);
	const customers = fc.array(
		fc
			.tuple(stage, fc.option(stage, { nil: undefined }), each)
			.map(([now, before, money]) => inStage(now, before, money)),
		{ maxLength: 40 },
	);
	const sum = (counts: object) =>
		Object.values(counts).reduce<number>((total, count: number) => total + count, 0);

	it('loses nobody and counts nobody twice; shares sum to 1', () => {
		fc.assert(
			fc.property(customers, (people) => {
				const stages = summariseStages(people, LABELS, AS_OF);
				const total = (figure: 'customers' | 'share' | 'orders' | 'wonBack') =>
					stages.reduce((all, entry) => all + entry[figure], 0);
				expect(total('customers')).toBe(people.length);
				// Each share is told to the ten-thousandth.
				expect(Math.abs(total('share') - (people.length === 0 ? 0 : 1))).toBeLessThan(0.0003);
				expect(total('orders')).toBe(people.reduce((all, { history }) => all + history.orders, 0));
				expect(total('wonBack')).toBe(
					people.filter(({ verdict }) => verdict.wonBack === true).length,
				);
			}),
		);
	});

	it('has a matrix whose rows and columns sum to the counts and whose two readings agree', () => {
		fc.assert(
			fc.property(customers, (people) => {
				const entries = summed(people);
				for (const now of LIFECYCLE_STAGES) {
					const { customers: members, cameFrom, wentTo } = entries[now];
					expect(sum(cameFrom)).toBe(members);
					expect(sum(wentTo)).toBe(
						people.filter(({ verdict }) => verdict.previousStage === now).length,
					);
					for (const before of LIFECYCLE_STAGES) {
						expect(cameFrom[before]).toBe(entries[before].wentTo[now]);
					}
					expect(cameFrom[now]).toBe(
						people.filter(({ verdict }) => verdict.stage === now && verdict.changed === false)
							.length,
					);
				}
			}),
		);
	});

	it('does not depend on the order of the customers', () => {
		fc.assert(
			fc.property(customers, (people) => {
				expect(summariseStages([...people].reverse(), LABELS, AS_OF)).toEqual(
					summariseStages(people, LABELS, AS_OF),
				);
			}),
		);
	});

	it('tells revenue that is the sum of its customers’, by currency', () => {
		fc.assert(
			fc.property(customers, (people) => {
				for (const entry of summariseStages(people, LABELS, AS_OF)) {
					const orders = (currency: string) =>
						people
							.filter(({ verdict }) => verdict.stage === entry.stage)
							.filter(({ history }) => history.spent.has(currency))
							.reduce((all, { history }) => all + history.orders, 0);
					const [euros, dollars] = [orders('EUR'), orders('USD')];
					if (euros > 0 && dollars > 0) {
						expect(entry.revenue).toBeNull();
						expect(entry.revenueByCurrency?.EUR).toBe(euros * 10);
						expect(entry.revenueByCurrency?.USD).toBeCloseTo(dollars * 0.1, 9);
					} else if (euros > 0) {
						expect([entry.revenue, entry.currency]).toEqual([euros * 10, 'EUR']);
					}
				}
			}),
		);
	});
});
