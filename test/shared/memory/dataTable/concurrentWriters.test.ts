import fc from 'fast-check';

import type { MemoryTable, RowChange } from '../../../../nodes/core/memory/MemoryTable';
import { PEOPLE } from '../memoryContract';
import { dataTableHarness } from './dataTableHarness';
import { FakeN8nApi, type Mishap } from './FakeN8nApi';

const KEYS = ['ann', 'ben'];

/** A fake whose requests come in between each other in every order that the scheduler can think of. */
function interleaved(scheduler: fc.Scheduler): FakeN8nApi {
	const api = new FakeN8nApi();
	api.between = async (moment) => await scheduler.schedule(Promise.resolve(), moment);
	return api;
}

function put(table: MemoryTable, writer: number): Promise<boolean[]> {
	return table.write(
		KEYS.map((customer) => ({
			before: undefined,
			values: { customer, stage: `writer ${writer}` },
		})),
	);
}

/** Which writers were told that they won, for each key. */
function winnersOf(made: ReadonlyArray<readonly boolean[]>): string[][] {
	return KEYS.map((_, at) => made.flatMap((won, i) => (won[at] ? [`writer ${i}`] : [])));
}

async function stagesIn(api: FakeN8nApi): Promise<Map<unknown, unknown>> {
	api.between = async () => undefined;
	const rows = await dataTableHarness(api).open(PEOPLE).read('all');
	expect(new Set(rows.map(({ values }) => values.customer)).size).toBe(rows.length);
	return new Map(rows.map(({ values }) => [values.customer, values.stage]));
}

/** Nothing of this waits, but it is much. */
jest.setTimeout(120_000);

describe('Writers of the same new rows', () => {
	it.each([
		[2, 150],
		[3, 300],
		[5, 100],
	])(
		'have one winner of %i for each, whatever comes in between (%i times)',
		async (count, numRuns) => {
			await fc.assert(
				fc.asyncProperty(fc.scheduler(), async (scheduler) => {
					const api = interleaved(scheduler);
					const made = await scheduler.waitFor(
						Promise.all(
							Array.from({ length: count }, (_, i) => put(dataTableHarness(api).open(PEOPLE), i)),
						),
					);
					const winners = winnersOf(made);
					for (const won of winners) expect(won).toHaveLength(1);
					expect(await stagesIn(api)).toEqual(new Map(KEYS.map((key, i) => [key, winners[i]![0]])));
					// Nothing is left of those who lost.
					expect(api.tables[0]!.rows).toHaveLength(KEYS.length);
				}),
				{ numRuns },
			);
		},
	);

	it('have at most one winner where connections break, and nothing is left that hinders the next', async () => {
		const mishap: fc.Arbitrary<Mishap | undefined> = fc.oneof(
			{ weight: 6, arbitrary: fc.constant(undefined) },
			{
				weight: 1,
				arbitrary: fc.record({
					lost: fc.constantFrom('before' as const, 'after' as const, 'meanwhile' as const),
					code: fc.constantFrom('ETIMEDOUT', 'ECONNRESET'),
				}),
			},
			{ weight: 1, arbitrary: fc.record({ answer: fc.constantFrom(429, 500, 503) }) },
		);
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.array(mishap, { minLength: 1, maxLength: 60 }),
				async (scheduler, mishaps) => {
					const api = interleaved(scheduler);
					api.mishapOf = (_, place) => mishaps[place];
					const made = await scheduler.waitFor(
						Promise.all(
							[0, 1, 2].map((i) =>
								put(dataTableHarness(api).open(PEOPLE), i).catch(() => [false, false]),
							),
						),
					);
					for (const won of winnersOf(made)) expect(won.length).toBeLessThanOrEqual(1);
					api.mishapOf = () => undefined;
					await scheduler.waitIdle();
					const stages = await stagesIn(api);
					winnersOf(made).forEach((won, at) => {
						if (won.length === 1) expect(stages.get(KEYS[at])).toBe(won[0]);
					});
					api.time += 10 * 60_000;
					const later = await put(dataTableHarness(api).open(PEOPLE), 9);
					expect(later).toEqual(KEYS.map((key) => !stages.has(key)));
					expect(api.tables[0]!.rows).toHaveLength(KEYS.length);
				},
			),
			{ numRuns: 200 },
		);
	});

	it('take the place of one that crashed between its steps, after two minutes', async () => {
		for (let steps = 0; steps < 9; steps++) {
			const api = new FakeN8nApi();
			api.mishapOf = (_, place) =>
				place < steps ? undefined : { lost: 'before', code: 'ECONNRESET' };
			await put(dataTableHarness(api).open(PEOPLE), 0).catch(() => undefined);
			api.mishapOf = () => undefined;
			const left = await dataTableHarness(api).open(PEOPLE).read('all');
			api.time += 3 * 60_000;
			const table = dataTableHarness(api).open(PEOPLE);
			expect(await put(table, 1)).toEqual(KEYS.map(() => left.length === 0));
			expect(await table.read('all')).toHaveLength(KEYS.length);
			expect(api.tables[0]!.rows).toHaveLength(KEYS.length);
		}
	});
});

describe('Writers of the same rows that are there', () => {
	it('have one winner for each, whatever comes in between and whatever revisions they share', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.boolean(),
				fc.boolean(),
				async (scheduler, isShared, isAlike) => {
					const api = interleaved(scheduler);
					api.between = async () => undefined;
					const first = dataTableHarness(api).open(PEOPLE);
					await put(first, 0);
					if (isShared) {
						const rows = await first.read(KEYS);
						await first.write(
							rows.map((before) => ({ before, values: { ...before.values, orders: 1 } })),
						);
					}
					const rows = await first.read(KEYS);
					rows.sort(
						(a, b) =>
							KEYS.indexOf(String(a.values.customer)) - KEYS.indexOf(String(b.values.customer)),
					);
					const changes = (writer: number): RowChange[] =>
						rows.map((before, at) => ({
							before,
							values: {
								customer: before.values.customer!,
								stage: `writer ${writer}${isAlike ? '' : ` of ${at}`}`,
							},
						}));
					api.between = async (moment) => await scheduler.schedule(Promise.resolve(), moment);
					const made = await scheduler.waitFor(
						Promise.all([0, 1, 2].map((i) => dataTableHarness(api).open(PEOPLE).write(changes(i)))),
					);
					const stages = await stagesIn(api);
					winnersOf(made).forEach((won, at) => {
						expect(won).toHaveLength(1);
						expect(stages.get(KEYS[at])).toBe(`${won[0]}${isAlike ? '' : ` of ${at}`}`);
					});
				},
			),
			{ numRuns: 200 },
		);
	});

	it('are told that they won, where only the answer was lost', async () => {
		const { api, open } = dataTableHarness();
		await put(open(PEOPLE), 0);
		const table = open(PEOPLE);
		const rows = await table.read(KEYS);
		for (const lost of ['before', 'after', 'meanwhile'] as const) {
			api.mishapOf = (request) => {
				if (request.method !== 'PATCH') return undefined;
				api.mishapOf = () => undefined;
				return { lost, code: 'ETIMEDOUT' };
			};
			const [before] = await table.read(['ann']);
			const change = { before, values: { customer: 'ann', orders: before!.id! + api.log.length } };
			expect(await table.write([change])).toEqual([true]);
			expect(await table.write([change])).toEqual([false]);
		}
		expect(rows).toHaveLength(2);
	});
});

describe('Executions that open the same memory for the first time', () => {
	it('find one table, whatever comes in between', async () => {
		await fc.assert(
			fc.asyncProperty(fc.scheduler(), async (scheduler) => {
				const api = interleaved(scheduler);
				await scheduler.waitFor(
					Promise.all([0, 1, 2].map(() => dataTableHarness(api).open(PEOPLE).read('all'))),
				);
				expect(api.tables.map(({ name }) => name)).toEqual(['Customer Memory']);
			}),
			{ numRuns: 100 },
		);
	});

	it('widen an older table once, whatever comes in between', async () => {
		await fc.assert(
			fc.asyncProperty(fc.scheduler(), async (scheduler) => {
				const api = interleaved(scheduler);
				const table = api.putTable('Customer Memory', [
					['customer', 'string'],
					['revision', 'string'],
					['writer', 'string'],
				]);
				await scheduler.waitFor(
					Promise.all([0, 1, 2].map(() => dataTableHarness(api).open(PEOPLE).read('all'))),
				);
				const names = table.columns.map(({ name }) => name).sort();
				expect(names).toEqual(
					[
						'customer',
						'is_member',
						'last_order_at',
						'orders',
						'revision',
						'stage',
						'writer',
					].sort(),
				);
			}),
			{ numRuns: 100 },
		);
	});
});
