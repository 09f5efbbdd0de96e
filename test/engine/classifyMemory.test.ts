import type { LifecycleVerdict } from '../../nodes/core/lifecycle/classifyLifecycle';
import { readOrderLog } from '../../nodes/core/memory/orderLog';
import { ALL_CUSTOMERS } from '../../nodes/core/memory/rhythmNote';
import { WorkflowTable } from '../../nodes/shared/memory/WorkflowTable';
import { RememberingShop } from './rememberingShop';
import { resultOf, sourcesOf } from './resultOf';

const ANNA = 'anna@shop.example';

function order(id: number | undefined, date: string, more: object = {}) {
	return { email: ANNA, id, date, amount: 10, ...more };
}

/** Bread: an order a week is expected, 30 days of silence are too long. */
const BREAD = {
	intervalMethod: 'fixed',
	intervalValue: 7,
	intervalUnit: 'days',
	options: { lapsedAfterDays: 30, lostAfterDays: 180, advocateStayMargin: 0 },
};

describe('Classify Lifecycle that remembers', () => {
	it('makes an advocate of single orders, and tells the movement and since when', async () => {
		const shop = new RememberingShop(BREAD);
		const first = await shop.verdict([order(1, '2026-10-01')], '2026-10-01T12:00:00Z');
		expect(first).toMatchObject({
			stage: 'customer',
			orders: 1,
			previousStage: null,
			changed: null,
			since: '2026-10-01T00:00:00.000Z',
		});
		const second = await shop.verdict([order(2, '2026-10-06')], '2026-10-06T12:00:00Z');
		expect(second).toMatchObject({
			stage: 'customer',
			orders: 2,
			totalSpent: 20,
			changed: false,
			movement: null,
			since: '2026-10-01T00:00:00.000Z',
		});
		const third = await shop.verdict([order(3, '2026-10-12')], '2026-10-12T12:00:00Z');
		expect(third).toMatchObject({
			stage: 'advocate',
			orders: 3,
			firstOrderAt: '2026-10-01T00:00:00.000Z',
			previousStage: 'customer',
			changed: true,
			movement: 'customer -> advocate',
			since: '2026-10-12T12:00:00.000Z',
		});
		const again = await shop.verdict([order(3, '2026-10-12')], '2026-10-13T12:00:00Z');
		expect(again).toMatchObject({ stage: 'advocate', since: '2026-10-12T12:00:00.000Z' });
	});

	it('keeps a row that a person can read', async () => {
		const shop = new RememberingShop(BREAD);
		await shop.run([order(1, '2026-10-01', { amount: '12.50 EUR' })], '2026-10-02T12:00:00Z');
		expect(shop.rows[ANNA]).toEqual({
			customer: ANNA,
			stage: 'customer',
			stage_since: '2026-10-01T00:00:00.000Z',
			orders: 1,
			total_spent: 12.5,
			currency: 'EUR',
			first_order_at: '2026-10-01T00:00:00.000Z',
			last_order_at: '2026-10-01T00:00:00.000Z',
			order_log: '{"v":1,"orders":[[1790812800,12.5,"EUR","1"]]}',
		});
	});

	it('changes nothing where a webhook delivers twice, not even a row', async () => {
		const shop = new RememberingShop(BREAD);
		await shop.run([order(1, '2026-10-01')], '2026-10-01T12:00:00Z');
		const known = structuredClone(shop.rows);
		const again = await shop.verdict([order(1, '2026-10-01')], '2026-10-01T12:00:00Z');
		expect(again).toMatchObject({ orders: 1, totalSpent: 10, changed: false });
		expect(shop.rows).toEqual(known);
	});

	it('changes nothing where orders without an id come again, and says so', async () => {
		const shop = new RememberingShop({ ...BREAD, options: { ...BREAD.options, orderIdField: '' } });
		const two = [order(undefined, '2026-10-01'), order(undefined, '2026-10-01')];
		await shop.run(two, '2026-10-01T12:00:00Z');
		const again = await shop.run(two, '2026-10-02T12:00:00Z');
		expect(resultOf(again.outputs[0]![0], 'lifecycle')).toMatchObject({ orders: 2 });
		expect(again.hints.join()).toContain('2 orders taken for one that is remembered');
		const other = await shop.verdict([order(undefined, '2026-10-02')], '2026-10-02T12:00:00Z');
		expect(other.orders).toBe(3);
	});

	it('folds a late order in at its place in time', async () => {
		const shop = new RememberingShop(BREAD);
		await shop.run([order(1, '2026-10-01')], '2026-10-01T12:00:00Z');
		await shop.run([order(3, '2026-10-13')], '2026-10-13T12:00:00Z');
		const late = await shop.run([order(2, '2026-10-07')], '2026-10-14T12:00:00Z');
		expect(resultOf(late.outputs[0]![0], 'lifecycle')).toMatchObject({
			stage: 'advocate',
			orders: 3,
			lastOrderAt: '2026-10-13T00:00:00.000Z',
			daysSinceLastOrder: 1,
		});
		expect(late.outputs[0]![0]!.json).toMatchObject({ id: 2 });
		expect(sourcesOf(late.outputs[0]![0])).toEqual([0]);
	});

	it('takes a remembered order away that is refunded or cancelled later', async () => {
		const shop = new RememberingShop({
			...BREAD,
			options: { ...BREAD.options, statusField: 'status' },
		});
		const paid = { status: 'paid', changed: '2026-10-01T10:00:00Z' };
		await shop.run([order(1, '2026-10-01', paid)], '2026-10-01T12:00:00Z');
		const gone = { status: 'refunded', changed: '2026-10-05T10:00:00Z' };
		const refunded = await shop.verdict([order(1, '2026-10-01', gone)], '2026-10-05T12:00:00Z');
		expect(refunded).toMatchObject({
			stage: 'prospect',
			orders: 0,
			totalSpent: null,
			movement: 'customer -> prospect',
		});
		const late = await shop.verdict([order(1, '2026-10-01', paid)], '2026-10-06T12:00:00Z');
		expect(late).toMatchObject({ stage: 'prospect', orders: 0 });
	});

	it('lowers the spend by a part that is paid back later, once', async () => {
		const shop = new RememberingShop(BREAD);
		const back = order(1, '2026-10-03', { amount: -4 });
		await shop.run([order(1, '2026-10-01')], '2026-10-01T12:00:00Z');
		for (const day of ['03', '04']) {
			const verdict = await shop.verdict([back], `2026-10-${day}T12:00:00Z`);
			expect(verdict).toMatchObject({ orders: 1, totalSpent: 6 });
		}
	});

	it('lets only those leave who moved, without any field of last time', async () => {
		const shop = new RememberingShop({ ...BREAD, output: 'changed' });
		const orders = [
			order(1, '2026-10-01'),
			{ ...order(2, '2026-09-20'), email: 'ben@shop.example' },
		];
		expect(await shop.verdicts(orders, '2026-10-02T12:00:00Z')).toHaveLength(2);
		expect(await shop.verdicts(orders, '2026-10-03T12:00:00Z')).toEqual([]);
		const [moved, ...others] = await shop.verdicts(orders, '2026-10-25T12:00:00Z');
		expect(others).toEqual([]);
		expect(moved).toMatchObject({
			customerKey: 'ben@shop.example',
			movement: 'customer -> lapsed',
			since: '2026-10-21T00:00:00.000Z',
		});
	});

	it('tells who is won back', async () => {
		const shop = new RememberingShop(BREAD);
		await shop.run([order(1, '2026-05-01')], '2026-05-01T12:00:00Z');
		await shop.run([order(1, '2026-05-01')], '2026-07-01T12:00:00Z');
		const back = await shop.verdict([order(2, '2026-07-02')], '2026-07-02T12:00:00Z');
		expect(back).toMatchObject({
			movement: 'lapsed -> customer',
			wonBack: true,
			since: '2026-07-02T00:00:00.000Z',
		});
	});

	it('goes by a field that is named before what is remembered', async () => {
		const shop = new RememberingShop({
			...BREAD,
			options: { ...BREAD.options, previousStageField: 'stage' },
		});
		await shop.run([order(1, '2026-10-01')], '2026-10-01T12:00:00Z');
		const told = await shop.verdict(
			[order(2, '2026-10-02', { stage: 'lapsed' })],
			'2026-10-02T12:00:00Z',
		);
		expect(told).toMatchObject({ previousStage: 'lapsed', movement: 'lapsed -> customer' });
		const untold = await shop.verdict([order(2, '2026-10-02')], '2026-10-02T12:00:00Z');
		expect(untold).toMatchObject({ previousStage: 'customer', changed: false });
	});

	it('looks back to a day before orders that are remembered, and keeps them', async () => {
		const shop = new RememberingShop(BREAD);
		await shop.run([order(1, '2026-10-01'), order(2, '2026-10-20')], '2026-10-20T12:00:00Z');
		const before = await shop.verdict([order(1, '2026-10-01')], '2026-10-05T12:00:00Z');
		expect(before).toMatchObject({ orders: 1, lastOrderAt: '2026-10-01T00:00:00.000Z' });
		const today = await shop.verdict([order(1, '2026-10-01')], '2026-10-21T12:00:00Z');
		expect(today).toMatchObject({ orders: 2, lastOrderAt: '2026-10-20T00:00:00.000Z' });
	});

	it('goes on with what cannot be read as not remembered, and says so', async () => {
		const shop = new RememberingShop(BREAD);
		await shop.run([order(1, '2026-10-01')], '2026-10-01T12:00:00Z');
		const { customerMemory } = shop.kept.global as {
			customerMemory: Record<string, Record<string, { order_log: string }>>;
		};
		Object.values(customerMemory[ANNA]!)[0]!.order_log = 'seen by a cat';
		const run = await shop.run([order(2, '2026-10-02')], '2026-10-02T12:00:00Z');
		expect(run.error).toBeUndefined();
		expect(resultOf(run.outputs[0]![0], 'lifecycle')).toMatchObject({ orders: 1 });
		expect(run.hints.join()).toContain('orders remembered of 1 customer could not be read');
		expect(readOrderLog(String(shop.rows[ANNA]!.order_log))).toHaveLength(1);
	});

	it('judges counts of a CRM as they are, and remembers the stage', async () => {
		const shop = new RememberingShop({ ...BREAD, inputShape: 'customers' });
		const listed = { email: ANNA, orders: 10, lastOrderAt: '2026-10-01' };
		await shop.run([listed], '2026-10-10T12:00:00Z');
		const lapsed = await shop.verdict([listed], '2026-11-10T12:00:00Z');
		expect(lapsed).toMatchObject({ orders: 10, movement: 'customer -> lapsed' });
		expect(shop.rows[ANNA]).toMatchObject({ stage: 'lapsed', orders: 10, order_log: null });
	});

	it('stores nothing that tells who a customer is where keys are hashed', async () => {
		const shop = new RememberingShop({
			...BREAD,
			memoryOptions: { hashKeys: true, hashSecret: 'a secret' },
		});
		await shop.run([order(1, '2026-10-01')], '2026-10-01T12:00:00Z');
		expect(JSON.stringify(shop.kept)).not.toContain('anna');
		const second = await shop.verdict([order(2, '2026-10-02')], '2026-10-02T12:00:00Z');
		expect(second).toMatchObject({ customerKey: ANNA, orders: 2 });
	});

	describe('knows a person', () => {
		const byId = {
			...BREAD,
			customerField: 'customer',
			options: { ...BREAD.options, secondCustomerField: 'email', identifyBy: 'id' },
		};

		it('who was known by an address only, under the id that came later', async () => {
			const shop = new RememberingShop(byId);
			await shop.run([order(1, '2026-10-01')], '2026-10-01T12:00:00Z');
			const joined = await shop.verdict(
				[order(2, '2026-10-02', { customer: '7' })],
				'2026-10-02T12:00:00Z',
			);
			expect(joined).toMatchObject({ customerKey: '7', orders: 2, previousStage: 'customer' });
			expect(shop.rows['7']).toMatchObject({ orders: 2 });
			expect(shop.rows[ANNA]).toMatchObject({
				orders: null,
				order_log: '{"v":1,"sameAs":"7"}',
			});
			const guest = await shop.verdict([order(3, '2026-10-03')], '2026-10-03T12:00:00Z');
			expect(guest).toMatchObject({ orders: 3 });
			expect(shop.rows['7']).toMatchObject({ orders: 3 });
			const account = await shop.verdict(
				[order(undefined, '2026-10-04', { customer: '7', email: undefined })],
				'2026-10-04T12:00:00Z',
			);
			expect(account).toMatchObject({ orders: 4 });
		});

		it('of whom two records are told as if of two people', async () => {
			const shop = new RememberingShop(byId);
			await shop.run([order(1, '2026-10-01')], '2026-10-01T12:00:00Z');
			await shop.run([order(2, '2026-10-02', { customer: '7' })], '2026-10-02T12:00:00Z');
			const one = await shop.verdict(
				[order(3, '2026-10-03'), order(4, '2026-10-04', { customer: '7', email: undefined })],
				'2026-10-04T12:00:00Z',
			);
			expect(one).toMatchObject({ customerKey: '7', orders: 4 });
		});
	});

	describe('forgets a customer', () => {
		const byId = {
			...BREAD,
			customerField: 'customer',
			options: { ...BREAD.options, secondCustomerField: 'email', identifyBy: 'id' },
		};

		it.each(['7', ANNA])('whichever of two names is given: %s', async (name) => {
			const shop = new RememberingShop(byId);
			await shop.run([order(1, '2026-10-01')], '2026-10-01T12:00:00Z');
			await shop.run(
				[
					order(2, '2026-10-02', { customer: '7' }),
					order(3, '2026-10-02', { email: 'ben@shop.example' }),
				],
				'2026-10-02T12:00:00Z',
			);
			expect(Object.keys(shop.rows)).toEqual(expect.arrayContaining(['7', ANNA]));
			const { outputs } = await shop.runAs({ operation: 'forget', forgetCustomerField: 'who' }, [
				{ who: name },
			]);
			expect(outputs).toHaveLength(1);
			expect(outputs[0]![0]!.json).toMatchObject({ forgotten: { rows: 2 } });
			expect(Object.keys(shop.rows).filter((key) => key !== ALL_CUSTOMERS)).toEqual([
				'ben@shop.example',
			]);
		});
	});

	describe('judges single orders as it judges them all', () => {
		const learned = { options: { advocateStayMargin: 0 } };
		/** What memory does not change: without stages of last time there is no movement. */
		const ofHistory = ({
			previousStage,
			changed,
			movement,
			wonBack,
			since,
			...rest
		}: LifecycleVerdict) => ({
			...rest,
			had: [previousStage, changed, movement, wonBack, since].length,
		});
		const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
		const customers = Array.from({ length: 28 }, (_, c) => ({
			email: `c${c}@shop.example`,
			days: Array.from({ length: 1 + (c % 4) }, (_unused, i) => c + i * (10 + (c % 5))),
		}));
		const all = customers.flatMap(({ email, days }, c) =>
			days.map((n, i) => ({ email, id: `${c}-${i}`, date: day(n), amount: 5 })),
		);

		it('with the rhythm of the store, whether it began with a list or with nothing', async () => {
			const asOf = '2026-04-01T12:00:00Z';
			const batch = await new RememberingShop(learned).verdicts(all, asOf);
			expect(new Set(batch.map(({ basis }) => basis))).toContain('gapByOrderNumber');
			for (const [first, rest] of [
				[all.slice(0, 30), all.slice(30)],
				[[], all],
			] as const) {
				const shop = new RememberingShop(learned);
				if (first.length > 0) await shop.run(first, asOf);
				for (const one of rest) await shop.run([one], asOf);
				for (const { email } of customers) {
					const known = all.filter((one) => one.email === email).slice(-1);
					const single = await shop.verdict(known, asOf);
					expect(ofHistory(single)).toEqual(
						ofHistory(batch.find(({ customerKey }) => customerKey === email)!),
					);
				}
				expect(String(shop.rows[ALL_CUSTOMERS]!.order_log)).toContain('"customers":28');
			}
		}, 60_000);

		it('with the rhythm that was learned from very many, for a week without looking at them', async () => {
			const many = Array.from({ length: 1000 }, (_, c) =>
				[0, 20].map((n) => ({
					email: `m${c}@shop.example`,
					id: `${c}-${n}`,
					date: day(n),
					amount: 5,
				})),
			).flat();
			const shop = new RememberingShop(learned);
			const [whole] = await shop.verdicts(many, '2026-02-01T12:00:00Z');
			expect(whole).toMatchObject({ basis: 'storeGaps', expectedIntervalDays: 20 });
			const read = jest.spyOn(WorkflowTable.prototype, 'read');
			const single = await shop.verdict(many.slice(0, 2), '2026-02-03T12:00:00Z');
			expect(single.expectedIntervalDays).toBe(20);
			expect(read.mock.calls.flat()).not.toContain('all');
			const newcomer = { ...many[0]!, email: 'new@shop.example', id: 'new' };
			const later = await shop.verdict([newcomer], '2026-02-20T12:00:00Z');
			expect(later).toMatchObject({ basis: 'gapByOrderNumber', expectedIntervalDays: 20 });
			expect(read.mock.calls.flat()).toContain('all');
			expect(String(shop.rows[ALL_CUSTOMERS]!.order_log)).toContain(
				'"learnedOn":"2026-02-20","customers":1001',
			);
			read.mockRestore();
		}, 60_000);
	});
});
