import { EVERY_DAY } from '../../../nodes/core/history/OpenDays';
import { OrderLedger } from '../../../nodes/core/history/OrderLedger';
import { spendOf, type PurchaseHistory } from '../../../nodes/core/history/PurchaseHistory';
import { PersonRegistry } from '../../../nodes/core/reading/PersonRegistry';
import { readAmount } from '../../../nodes/core/reading/readMoney';
import { readCustomerKey } from '../../../nodes/core/reading/readCustomerKey';
import { readDate } from '../../../nodes/core/reading/readDate';
import type { Reading } from '../../../nodes/core/reading/Reading';
import { isoDate } from '../../../nodes/core/reading/TimeZone';
import { dayNumber, UTC } from '../orderHistory';
import { sharedTable } from './sharedOrders';

type Row = Record<string, string>;

/** Describes what real data shows; skipped, with a word on what is missing, where it is not there. */
function describeWith(files: readonly string[], name: string, tell: (...tables: Row[][]) => void) {
	const tables = files.map(sharedTable);
	const missing = files.filter((_, i) => tables[i] === undefined);
	if (missing.length === 0) describe(name, () => tell(...(tables as Row[][])));
	else {
		describe.skip(`${name} (${missing.join(', ')} is missing in ../shared/data)`, () => {
			it.todo('needs the data beside the checkout');
		});
	}
}

function valueOf<T>(reading: Reading<T>): T {
	if (!reading.ok) throw new Error(`not read: ${reading.problem}`);
	return reading.value;
}

/** Customers of a table of orders, read as the nodes read them. */
function historiesOf(rows: readonly Row[], columns: { id: string; date: string; amount: string }) {
	const registry = new PersonRegistry({ prefer: 'id', joinBy: ['email', 'id'] });
	const ledger = new OrderLedger(
		{ zone: UTC, openDays: EVERY_DAY, orderIdScope: 'shop', repeatedOrderIds: 'sameOrder' },
		rows.length,
	);
	rows.forEach((row, source) => {
		const at = valueOf(readDate(row[columns.date], UTC));
		const id = valueOf(readCustomerKey(row[columns.id]));
		ledger.addOrder(source, registry.register({ id }, at)!, {
			at,
			amount: valueOf(readAmount(row[columns.amount])),
			currency: undefined,
			standing: 'purchase',
		});
	});
	const customers = ledger.customers(registry);
	return { customers, ledger };
}

function byKey(histories: readonly PurchaseHistory[]): Map<string, PurchaseHistory> {
	return new Map(histories.map((history) => [history.customerKey, history]));
}

describeWith(['cdnow/transactions.csv'], 'CDNOW, observed to 1997-09-30', (rows) => {
	// Source: Fader, Hardie and Lee (2005), "Counting your customers" the easy way; weeks of 7 days.
	const end = dayNumber('1997-09-30');
	const observed = rows.filter(({ date = '' }) => date <= '1997-09-30');
	const { customers, ledger } = historiesOf(observed, {
		id: 'sample_id',
		date: 'date',
		amount: 'spend',
	});
	const histories = customers.map(({ history }) => history);

	/** Repeat orders, weeks from the first order to the last and to the end. */
	function figuresOf({ orderDays }: PurchaseHistory) {
		const [first = Number.NaN] = orderDays;
		const last = orderDays[orderDays.length - 1] ?? Number.NaN;
		return { x: orderDays.length - 1, recency: (last - first) / 7, tenure: (end - first) / 7 };
	}

	const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);

	it('has 2,357 customers, 946 of them with repeat orders, 2,457 repeat orders in all', () => {
		const repeats = histories.map((history) => figuresOf(history).x);
		expect(histories).toHaveLength(2357);
		expect(repeats.filter((x) => x > 0)).toHaveLength(946);
		expect(sum(repeats)).toBe(2457);
	});

	it('has the customer of the paper’s example: x = 2, t_x = 30.43, T = 38.86', () => {
		const { x, recency, tenure } = figuresOf(byKey(histories).get('0001')!);
		expect(x).toBe(2);
		expect(recency).toBeCloseTo(30.43, 2);
		expect(tenure).toBeCloseTo(38.86, 2);
	});

	it('has the x, t_x and T that a plain loop over the rows finds, for each customer', () => {
		const daysOf: Record<string, string[]> = {};
		for (const { sample_id: id = '', date = '' } of observed) {
			daysOf[id] ??= [];
			if (!daysOf[id].includes(date)) daysOf[id].push(date);
		}
		const days = (from: string, to: string) =>
			Math.round((Date.parse(to) - Date.parse(from)) / 864e5);
		const plain = Object.entries(daysOf).map(([id, dates]) => {
			const [first = '', ...more] = [...dates].sort();
			return {
				id,
				x: more.length,
				recency: days(first, more[more.length - 1] ?? first) / 7,
				tenure: days(first, '1997-09-30') / 7,
			};
		});
		const found = histories.map((history) => ({ id: history.customerKey, ...figuresOf(history) }));
		const inOrder = <T extends { id: string }>(all: T[]) =>
			[...all].sort((a, b) => (a.id < b.id ? -1 : 1));
		expect(inOrder(found)).toEqual(inOrder(plain));
		// The same sums, in days, by Python’s csv and datetime.
		expect(Math.round(sum(found.map(({ recency }) => recency)) * 7)).toBe(112_949);
		expect(Math.round(sum(found.map(({ tenure }) => tenure)) * 7)).toBe(539_779);
	});

	it('merges the orders of a day, and loses none: 4,960 orders on 4,814 days of a customer', () => {
		expect(sum(histories.map(({ orders }) => orders))).toBe(4960);
		expect(sum(histories.map(({ orderDayCount }) => orderDayCount))).toBe(4814);
		expect(sum(histories.map(({ gaps }) => gaps.length))).toBe(2457);
		expect(sum(histories.map((history) => sum(history.gaps)))).toBe(112_949);
	});

	it('loses no cent and no row', () => {
		const spend = sum(histories.map((history) => spendOf(history).total ?? 0));
		expect(Math.round(spend * 100)).toBe(17_311_555);
		const sources = customers.flatMap((customer) => Array.from(customer.sources));
		expect(new Set(sources).size).toBe(observed.length);
		expect(sources).toHaveLength(observed.length);
	});

	it('notices the orders that look like another of their customer', () => {
		const seen = new Set(
			observed.map(({ sample_id: id, date, spend }) => `${id} ${date} ${Number(spend)}`),
		);
		expect(ledger.lookAlikes).toBe(observed.length - seen.size);
		expect(ledger.lookAlikes).toBeGreaterThan(0);
	});
});

describeWith(
	['rfm/rfm_data_orders.csv', 'rfm/rfm_scores_expected.csv'],
	'The orders of the R package rfm, as of 2006-12-31',
	(rows, expectedRows) => {
		// Source: rfm_table_order() of the R package rfm (columns recency_days, transaction_count, amount).
		const { customers } = historiesOf(rows!, {
			id: 'customer_id',
			date: 'order_date',
			amount: 'revenue',
		});
		const histories = byKey(customers.map(({ history }) => history));

		it('are 4,906 orders of 995 customers', () => {
			expect(rows).toHaveLength(4906);
			expect(expectedRows).toHaveLength(995);
			expect(histories.size).toBe(995);
			expect([...histories.values()].reduce((sum, { orders }) => sum + orders, 0)).toBe(4906);
		});

		it('give each customer the number of orders, the last day and the spend that R finds', () => {
			const asOf = dayNumber('2006-12-31');
			const found = expectedRows!.map(({ customer_id: id = '' }) => {
				const history = histories.get(id)!;
				return {
					customer_id: id,
					last: isoDate(history.orderDays[history.orderDays.length - 1]!),
					transaction_count: String(history.orders),
					amount: String(spendOf(history).total),
				};
			});
			const expected = expectedRows!.map((row) => ({
				customer_id: row.customer_id,
				last: isoDate(asOf - Number(row.recency_days)),
				transaction_count: row.transaction_count,
				amount: row.amount,
			}));
			expect(found).toEqual(expected);
		});
	},
);
