import fc from 'fast-check';

import type { LifecycleVerdict } from '../../nodes/core/lifecycle/classifyLifecycle';
import { resultOf } from './resultOf';
import { runNode } from './runWorkflow';

const ANNA = 'anna@shop.example';

const BREAD = {
	intervalMethod: 'fixed',
	intervalValue: 7,
	intervalUnit: 'days',
};
const OPTIONS = {
	lapsedAfterDays: 30,
	lostAfterDays: 180,
	advocateStayMargin: 0,
	orderIdField: 'id',
	memoryField: 'crm.memory',
};

type Remembered = LifecycleVerdict & { memory: string };

/** A trigger of single orders with a CRM that keeps the text of a customer. */
async function delivered(
	memory: string | undefined,
	orders: ReadonlyArray<{ id: number; date: string }>,
	asOf: string,
) {
	const items = orders.map((order) => ({ email: ANNA, amount: 10, ...order, crm: { memory } }));
	return await runNode('classifyLifecycle', { ...BREAD, options: { ...OPTIONS, asOf } }, items);
}

describe('Classify Lifecycle with a memory field', () => {
	it('folds single orders without any store, by the text that is written back', async () => {
		let memory: string | undefined;
		const stages: string[] = [];
		for (const [id, date] of ['2026-10-01', '2026-10-06', '2026-10-06', '2026-10-12'].entries()) {
			const { outputs, hints } = await delivered(memory, [{ id: id === 2 ? 1 : id, date }], date);
			const verdict = resultOf<Remembered>(outputs[0]![0], 'lifecycle');
			stages.push(`${verdict.orders} ${verdict.stage} ${verdict.movement}`);
			memory = verdict.memory;
			if (id > 0) expect(hints).toEqual([]);
		}
		expect(stages).toEqual([
			'1 customer null',
			'2 customer null',
			'2 customer null',
			'3 advocate customer -> advocate',
		]);
	});

	it('says the same of any split into deliveries as of all orders at once', async () => {
		const asOf = '2026-12-01T12:00:00Z';
		const verdictOf = async (memory: string | undefined, days: readonly number[]) => {
			const orders = days.map((day) => ({
				id: day,
				date: new Date(Date.UTC(2026, 9, 1 + day)).toISOString(),
			}));
			const { outputs } = await delivered(memory, orders, asOf);
			return resultOf<Remembered>(outputs[0]![0], 'lifecycle');
		};
		const comparable = ({
			stage,
			reason,
			orders,
			totalSpent,
			lastOrderAt,
			nextStageOn,
			buyerType,
		}: Remembered) => ({
			stage,
			reason,
			orders,
			totalSpent,
			lastOrderAt,
			nextStageOn,
			buyerType,
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(fc.integer({ min: 0, max: 55 }), { minLength: 1, maxLength: 4 }), {
					minLength: 1,
					maxLength: 4,
				}),
				async (split) => {
					let last: Remembered | undefined;
					for (const days of split) last = await verdictOf(last?.memory, days);
					expect(comparable(last!)).toEqual(comparable(await verdictOf(undefined, split.flat())));
				},
			),
			{ numRuns: 25 },
		);
	}, 60_000);

	it('goes on with a text that is none of its own as not remembered, and says so', async () => {
		const { outputs, hints, error } = await delivered(
			'VIP',
			[{ id: 1, date: '2026-10-01' }],
			'2026-10-02',
		);
		expect(error).toBeUndefined();
		expect(resultOf(outputs[0]![0], 'lifecycle')).toMatchObject({ orders: 1, previousStage: null });
		expect(hints.join()).toContain('Memory Field "crm.memory" of 1 customer holds another text');
	});

	it('asks for all customers, as what is remembered of each has to be written back', async () => {
		const run = await runNode(
			'classifyLifecycle',
			{ ...BREAD, output: 'changed', options: OPTIONS },
			[{ email: ANNA, id: 1, date: '2026-10-01', amount: 1 }],
		);
		expect(run.error?.message).toContain('Memory Field in Options needs all of them');
	});

	it('adds nothing to the result where no field is named', async () => {
		const run = await runNode('classifyLifecycle', BREAD, [
			{ email: ANNA, date: '2026-10-01', amount: 1 },
		]);
		expect(resultOf(run.outputs[0]![0], 'lifecycle')).not.toHaveProperty('memory');
	});
});
