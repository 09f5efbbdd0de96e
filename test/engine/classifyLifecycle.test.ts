import type { LifecycleVerdict } from '../../nodes/core/lifecycle/classifyLifecycle';
import { resultOf, sourcesOf } from './resultOf';
import { runNode } from './runWorkflow';

const AS_OF = { asOf: '2026-11-22T00:00:00' };
const BREAD = {
	intervalMethod: 'fixed',
	intervalValue: 7,
	intervalUnit: 'days',
	options: { ...AS_OF, lapsedAfterDays: 30, lostAfterDays: 180 },
};

function ordersOn(email: string, ...dates: string[]) {
	return dates.map((date) => ({ email, date, amount: 4.5 }));
}

async function stages(parameters: object, records: object[]) {
	const run = await runNode('classifyLifecycle', parameters, records);
	return Object.fromEntries(
		(run.outputs[0] ?? []).map((item) => {
			const verdict = resultOf<LifecycleVerdict>(item, 'lifecycle');
			return [verdict.customerKey, verdict.stage];
		}),
	);
}

describe('Classify Lifecycle in the engine', () => {
	it('tells the stages of a bakery apart', async () => {
		expect(
			await stages(BREAD, [
				...ordersOn('weekly@bread.example', '2026-11-01', '2026-11-08', '2026-11-15', '2026-11-21'),
				...ordersOn('fortnightly@bread.example', '2026-10-18', '2026-11-01', '2026-11-15'),
				...ordersOn('thirty@bread.example', '2026-10-23'),
				...ordersOn('thirty-one@bread.example', '2026-10-22'),
				...ordersOn('gone@bread.example', '2026-01-02', '2026-01-09', '2026-01-16'),
			]),
		).toEqual({
			'weekly@bread.example': 'advocate',
			'fortnightly@bread.example': 'customer',
			'thirty@bread.example': 'customer',
			'thirty-one@bread.example': 'lapsed',
			'gone@bread.example': 'lost',
		});
	});

	it('says with figures why, and when the next stage comes', async () => {
		const run = await runNode(
			'classifyLifecycle',
			{ intervalMethod: 'fixed', intervalValue: 2, intervalUnit: 'weeks', options: AS_OF },
			ordersOn('a@shop.example', '2026-08-01', '2026-09-20'),
		);
		expect(resultOf(run.outputs[0]?.[0], 'lifecycle')).toMatchObject({
			stage: 'lapsed',
			since: '2026-11-02T00:00:00.000Z',
			reason: 'Last order 63 days ago; expects one every 14 days, lapsed after 42.',
			nextStage: 'lost',
			nextStageOn: '2026-12-14T00:00:00.000Z',
			orders: 2,
			totalSpent: 9,
			averageOrderValue: 4.5,
			basis: 'fixed',
			suggestedGoal: 'winBack',
		});
	});

	it('brings a customer together, links every order and keeps the newest one as it is', async () => {
		const run = await runNode('classifyLifecycle', { options: AS_OF }, [
			{ email: 'Anna@Shop.example', date: '2026-11-20', amount: 10, product: 'newest' },
			{ email: 'ben@shop.example', date: '2026-11-19', amount: 1 },
			{ email: ' anna@shop.example', date: '2026-10-01', amount: 5, product: 'older' },
		]);
		const [anna, ben] = run.outputs[0] ?? [];
		expect(anna?.json).toMatchObject({ email: 'Anna@Shop.example', product: 'newest', amount: 10 });
		expect(sourcesOf(anna)).toEqual([0, 2]);
		expect(sourcesOf(ben)).toEqual([1]);
		expect(resultOf(anna, 'lifecycle')).toMatchObject({
			customerKey: 'anna@shop.example',
			orders: 2,
		});
		expect(run.hints).toEqual([]);
	});

	it('lets the newest order stand for the customer, not a later refund', async () => {
		const run = await runNode('classifyLifecycle', { options: AS_OF }, [
			{ email: 'a@shop.example', date: '2026-11-01', amount: 10, kind: 'order' },
			{ email: 'a@shop.example', date: '2026-11-05', amount: -4, kind: 'refund' },
		]);
		expect(run.outputs[0]?.[0]?.json).toMatchObject({
			kind: 'order',
			lifecycle: { totalSpent: 6 },
		});
	});

	it('reads customers with their counts, prospects among them', async () => {
		const run = await runNode('classifyLifecycle', { inputShape: 'customers', options: AS_OF }, [
			{ email: 'new@shop.example', orders: 0 },
			{ email: 'blank@shop.example', orders: '', lastOrderAt: '' },
			{
				email: 'one@shop.example',
				orders: '1',
				lastOrderAt: '2026-11-01',
				totalSpent: '1.234,50 €',
			},
			{
				email: 'ten@shop.example',
				orders: 10,
				firstOrderAt: '2026-01-01',
				lastOrderAt: '2026-11-01',
				totalSpent: 100,
			},
		]);
		const verdicts = (run.outputs[0] ?? []).map((item) =>
			resultOf<LifecycleVerdict>(item, 'lifecycle'),
		);
		expect(verdicts.map(({ stage }) => stage)).toEqual([
			'prospect',
			'prospect',
			'customer',
			'customer',
		]);
		expect(verdicts[2]).toMatchObject({ totalSpent: 1234.5, buyerType: 'oneTime' });
		expect(verdicts[3]).toMatchObject({
			averageOrderValue: 10,
			basis: 'ownGaps',
			expectedIntervalDays: 33.8,
		});
	});

	it('tells movement from a mapped previous stage', async () => {
		const run = await runNode(
			'classifyLifecycle',
			{ options: { ...AS_OF, previousStageField: 'crm.stage' } },
			[
				{ email: 'a@shop.example', date: '2026-11-20', crm: { stage: 'Lapsed' } },
				{ email: 'b@shop.example', date: '2026-11-20', crm: { stage: 'customer' } },
				{ email: 'c@shop.example', date: '2026-11-20', crm: { stage: 'vip' } },
			],
		);
		const verdicts = (run.outputs[0] ?? []).map((item) => resultOf(item, 'lifecycle'));
		expect(verdicts[0]).toMatchObject({ changed: true, movement: 'lapsed -> customer' });
		expect(verdicts[1]).toMatchObject({ changed: false, movement: null });
		expect(verdicts[2]).toMatchObject({ changed: null, previousStage: null });
		expect(run.hints).toContainEqual(expect.stringContaining('e.g. "vip"'));
	});

	it('leaves out what lies after a chosen As Of date, and says so', async () => {
		const run = await runNode('classifyLifecycle', { options: { asOf: '2026-06-30' } }, [
			{ email: 'a@shop.example', date: '2026-06-30T23:00:00Z', amount: 1 },
			{ email: 'a@shop.example', date: '2026-07-01', amount: 1 },
		]);
		expect(resultOf(run.outputs[0]?.[0], 'lifecycle')).toMatchObject({
			orders: 1,
			daysSinceLastOrder: 0,
		});
		expect(run.hints).toEqual(['1 order later than the As Of date left out.']);
	});

	it("counts days in the workflow's time zone", async () => {
		const run = await runNode('classifyLifecycle', { options: { asOf: '2026-11-22T12:00:00' } }, [
			{ email: 'a@shop.example', date: '2026-11-21T15:30:00Z', amount: 1 },
		]);
		// The engine's workflow is in UTC here; the same order is one of 22 November in Seoul.
		expect(resultOf(run.outputs[0]?.[0], 'lifecycle')).toMatchObject({ daysSinceLastOrder: 1 });
	});
});
