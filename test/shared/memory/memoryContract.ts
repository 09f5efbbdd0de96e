import fc from 'fast-check';

import {
	rowKey,
	type MemorySchema,
	type MemoryTable,
	type MemoryValue,
	type MemoryValues,
	type StoredRow,
} from '../../../nodes/core/memory/MemoryTable';

/** A memory of one store, empty at first. */
export interface MemoryHarness {
	/** Opens a table of it as another execution would: all who open the same table share its rows. */
	open(schema: MemorySchema): MemoryTable;
}

/** One row a customer, with a column of each kind. */
export const PEOPLE: MemorySchema = {
	suffix: '',
	key: ['customer'],
	columns: [
		{ name: 'stage', kind: 'text' },
		{ name: 'orders', kind: 'number' },
		{ name: 'last_order_at', kind: 'date' },
		{ name: 'is_member', kind: 'flag' },
	],
};

/** Several rows a customer. */
export const LETTERS: MemorySchema = {
	suffix: ' Letters',
	key: ['customer', 'campaign', 'subject'],
	columns: [{ name: 'claim', kind: 'text' }],
};

/** Addresses and texts that break what is built of text: addresses, filters, JSON, objects with a prototype. */
const ODD_KEYS = [
	"o'hara+list@shop.example",
	'100%_sure*?',
	'a&b=c#d;e,f:g/h[i]{j}(k)!',
	'"quoted" \\ back`slash`',
	'two  spaces ',
	'Größe-ß-É-日本語-👩‍🚀',
	'__proto__',
	'constructor',
	'hasOwnProperty',
	'null',
	'42',
	'0042',
	"'; drop table customers; --",
	'x'.repeat(300),
];

function row(customer: string, values: MemoryValues = {}): MemoryValues {
	return { customer, ...values };
}

function byKey(schema: MemorySchema, rows: readonly StoredRow[]): Map<string, StoredRow> {
	const found = new Map(rows.map((stored) => [rowKey(schema, stored.values), stored]));
	expect(found.size).toBe(rows.length);
	return found;
}

/** The rows of a table in the order of their keys, with all columns: what is not known is null. */
async function contents(table: MemoryTable, schema: MemorySchema): Promise<MemoryValues[]> {
	const rows = byKey(schema, await table.read('all'));
	return [...rows.keys()].sort().map((key) => completed(schema, rows.get(key)!.values));
}

function completed({ key, columns }: MemorySchema, values: MemoryValues): MemoryValues {
	const names = [...key, ...columns.map(({ name }) => name)];
	return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}

async function only(table: MemoryTable, customer: string): Promise<StoredRow> {
	const rows = await table.read([customer]);
	expect(rows).toHaveLength(1);
	return rows[0]!;
}

const put = async (table: MemoryTable, ...rows: MemoryValues[]) =>
	await table.write(rows.map((values) => ({ before: undefined, values })));

/** Holds a store to the contract of MemoryTable. */
export function memoryContract(name: string, newHarness: () => MemoryHarness): void {
	describe(`${name} as a memory`, () => {
		let harness: MemoryHarness;
		let people: MemoryTable;
		beforeEach(() => {
			harness = newHarness();
			people = harness.open(PEOPLE);
		});

		it('is empty at first', async () => {
			expect(await people.read('all')).toEqual([]);
			expect(await people.read(['ann'])).toEqual([]);
			expect(await people.read([])).toEqual([]);
			expect(await people.write([])).toEqual([]);
			expect(await people.forget(['ann'])).toBe(0);
			expect(await people.forget([])).toBe(0);
		});

		it('gives what was written, of every kind, to who opens it later', async () => {
			const values: MemoryValues = {
				stage: 'advocate',
				orders: 12.5,
				last_order_at: '2026-11-28T09:30:15.123Z',
				is_member: false,
			};
			expect(await put(people, row('ann', values), row('ben', { is_member: true }))).toEqual([
				true,
				true,
			]);
			expect(await contents(harness.open(PEOPLE), PEOPLE)).toEqual([
				row('ann', values),
				row('ben', { stage: null, orders: null, last_order_at: null, is_member: true }),
			]);
		});

		it('gives the rows of the customers asked for, once each', async () => {
			await put(people, row('ann'), row('ben'), row('cat'));
			const read = await people.read(['cat', 'ann', 'nobody', 'cat']);
			expect(read.map(({ values }) => values.customer).sort()).toEqual(['ann', 'cat']);
		});

		it.each(ODD_KEYS)('knows a customer by the key %j', async (key) => {
			const values = row(key, { stage: key });
			expect(await put(people, values, row('ann'))).toEqual([true, true]);
			expect((await only(people, key)).values).toMatchObject({ stage: key, customer: key });
			expect(await people.read([`${key}x`])).toEqual([]);
			expect(await put(people, values)).toEqual([false]);
			const before = await only(people, key);
			expect(await people.write([{ before, values: row(key, { orders: 1 }) }])).toEqual([true]);
			expect((await only(people, key)).values).toMatchObject({ stage: key, orders: 1 });
			expect(await people.forget([key])).toBe(1);
			expect((await people.read('all')).map(({ values }) => values.customer)).toEqual(['ann']);
		});

		it('tells keys apart that differ in case, spaces or place', async () => {
			const letters = harness.open(LETTERS);
			const keys = [
				['Ann', '', ''],
				['ann', '', ''],
				['ann ', '', ''],
				['ann', 'spring', ''],
				['ann', '', 'spring'],
				['ann', 'spring', 'spring'],
			];
			const rows = keys.map(([customer, campaign, subject]) => ({
				customer: customer!,
				campaign: campaign!,
				subject: subject!,
				claim: JSON.stringify([customer, campaign, subject]),
			}));
			expect(await put(letters, ...rows)).toEqual(keys.map(() => true));
			expect(await letters.read(['ann'])).toHaveLength(4);
			expect(await letters.read(['Ann'])).toHaveLength(1);
			expect(new Set(await contents(letters, LETTERS))).toEqual(new Set(rows));
		});

		it('changes the cells it is told to, and no others', async () => {
			await put(people, row('ann', { stage: 'customer', orders: 3, is_member: true }));
			const before = await only(people, 'ann');
			expect(
				await people.write([{ before, values: row('ann', { stage: null, orders: 4 }) }]),
			).toEqual([true]);
			expect(await contents(people, PEOPLE)).toEqual([
				row('ann', { stage: null, orders: 4, last_order_at: null, is_member: true }),
			]);
		});

		it('does not put in a row that is there, and leaves it as it is', async () => {
			await put(people, row('ann', { stage: 'customer' }));
			expect(await put(harness.open(PEOPLE), row('ann', { stage: 'lost' }), row('ben'))).toEqual([
				false,
				true,
			]);
			expect((await only(people, 'ann')).values.stage).toBe('customer');
		});

		it('does not change a row that was changed since it was read', async () => {
			await put(people, row('ann', { orders: 1 }));
			const before = await only(people, 'ann');
			expect(await people.write([{ before, values: row('ann', { orders: 2 }) }])).toEqual([true]);
			expect(await people.write([{ before, values: row('ann', { orders: 9 }) }])).toEqual([false]);
			expect((await only(people, 'ann')).values.orders).toBe(2);
		});

		it('does not change a row that was forgotten since it was read', async () => {
			await put(people, row('ann', { orders: 1 }));
			const before = await only(people, 'ann');
			expect(await people.forget(['ann'])).toBe(1);
			expect(await people.write([{ before, values: row('ann', { orders: 2 }) }])).toEqual([false]);
			expect(await people.read('all')).toEqual([]);
			expect(await put(people, row('ann', { orders: 3 }))).toEqual([true]);
		});

		it('tells of each change of a mixed lot by its place', async () => {
			await put(people, row('ann', { orders: 1 }), row('ben', { orders: 1 }));
			const [ann, ben] = [await only(people, 'ann'), await only(people, 'ben')];
			await people.write([{ before: ben, values: row('ben', { orders: 2 }) }]);
			expect(
				await people.write([
					{ before: undefined, values: row('cat') },
					{ before: ben, values: row('ben', { orders: 7 }) },
					{ before: undefined, values: row('ben') },
					{ before: ann, values: row('ann', { orders: 7 }) },
				]),
			).toEqual([true, false, false, true]);
		});

		it('changes many rows to the same at once, but those that others changed', async () => {
			const keys = Array.from({ length: 40 }, (_, i) => `c${i}`);
			await put(people, ...keys.map((key) => row(key, { orders: 1 })));
			const read = byKey(PEOPLE, await people.read(keys));
			const before = (key: string) => read.get(rowKey(PEOPLE, row(key)));
			await people.write([{ before: before('c7'), values: row('c7', { orders: 5 }) }]);
			const change = (key: string) => ({ before: before(key), values: row(key, { orders: 2 }) });
			expect(await people.write(keys.map(change))).toEqual(keys.map((key) => key !== 'c7'));
			// Once more, when the store may have given all of them one revision.
			const again = byKey(PEOPLE, await people.read(keys));
			const half = keys.slice(0, 20);
			expect(
				await people.write(
					half.map((key) => ({
						before: again.get(rowKey(PEOPLE, row(key))),
						values: row(key, { stage: 'told' }),
					})),
				),
			).toEqual(half.map(() => true));
			expect((await contents(people, PEOPLE)).filter(({ stage }) => stage === 'told')).toHaveLength(
				20,
			);
		});

		it('forgets all rows of a customer and counts them', async () => {
			const letters = harness.open(LETTERS);
			const letter = (customer: string, subject: string) => ({
				customer,
				campaign: 'spring',
				subject,
			});
			await put(letters, letter('ann', '1'), letter('ann', '2'), letter('ben', '1'));
			await put(people, row('ann'));
			expect(await letters.forget(['ann', 'ann', 'nobody'])).toBe(2);
			expect((await letters.read('all')).map(({ values }) => values.customer)).toEqual(['ben']);
			expect(await people.read('all')).toHaveLength(1);
			expect(await letters.forget(['ann'])).toBe(0);
		});

		it('lets exactly one of many put in the same new row', async () => {
			const others = Array.from({ length: 8 }, () => harness.open(PEOPLE));
			const keys = ['ann', 'ben', 'cat'];
			const made = await Promise.all(
				others.map((table, i) =>
					put(table, ...keys.map((key) => row(key, { stage: `writer ${i}` }))),
				),
			);
			for (const [at, key] of keys.entries()) {
				const winners = made.flatMap((won, i) => (won[at] ? [`writer ${i}`] : []));
				expect(winners).toHaveLength(1);
				expect((await only(people, key)).values.stage).toBe(winners[0]);
			}
		});

		it('lets exactly one of many change the same row', async () => {
			await put(people, row('ann', { orders: 0 }), row('ben', { orders: 0 }));
			const others = Array.from({ length: 8 }, () => harness.open(PEOPLE));
			const made = await Promise.all(
				others.map(async (table, i) => {
					const rows = byKey(PEOPLE, await table.read(['ann', 'ben']));
					return await table.write(
						['ann', 'ben'].map((key) => ({
							before: rows.get(rowKey(PEOPLE, row(key))),
							values: row(key, { orders: i + 1 }),
						})),
					);
				}),
			);
			for (const [at, key] of ['ann', 'ben'].entries()) {
				const winners = made.flatMap((won, i) => (won[at] ? [i + 1] : []));
				// Those that read after the first had written may win too: each a change of their own.
				expect(winners.length).toBeGreaterThan(0);
				expect(winners).toContain((await only(people, key)).values.orders);
			}
			const before = await only(people, 'ann');
			const race = await Promise.all(
				others.map((table, i) =>
					table.write([{ before, values: row('ann', { orders: 100 + i }) }]),
				),
			);
			expect(race.flat().filter(Boolean)).toHaveLength(1);
			expect((await only(people, 'ann')).values.orders).toBe(100 + race.flat().indexOf(true));
		});

		it('behaves as a plain map of rows, whatever is done with it', async () => {
			const key = fc.constantFrom('ann', 'ben', 'cat', '__proto__');
			const cells = fc.record(
				{
					stage: fc.option(fc.string({ maxLength: 8 }).filter(isStorable), { nil: null }),
					orders: fc.option(fc.integer({ min: -5, max: 1e9 }), { nil: null }),
					is_member: fc.option(fc.boolean(), { nil: null }),
				},
				{ requiredKeys: [] },
			);
			const step = fc.oneof(
				{
					weight: 4,
					arbitrary: fc.record({
						kind: fc.constant('write' as const),
						key,
						cells,
						isStale: fc.boolean(),
					}),
				},
				{ weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), key }) },
			);
			await fc.assert(
				fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
					const table = newHarness();
					const model = new Map<string, Record<string, MemoryValue>>();
					const seen = new Map<string, StoredRow | undefined>();
					for (const done of steps) {
						const store = table.open(PEOPLE);
						if (done.kind === 'forget') {
							expect(await store.forget([done.key])).toBe(model.delete(done.key) ? 1 : 0);
							continue;
						}
						const [now] = await store.read([done.key]);
						const before = done.isStale ? seen.get(done.key) : now;
						const isAsRead = before?.revision === now?.revision;
						const values = row(done.key, done.cells as MemoryValues);
						const [made] = await store.write([{ before, values }]);
						// A store may tell revisions by what rows hold: then a change to the same counts too.
						if (isAsRead || made)
							expect({ made, isAsRead }).toEqual({ made: true, isAsRead: true });
						if (made) {
							model.set(done.key, { ...model.get(done.key), ...values });
							seen.set(done.key, now);
						}
					}
					const expected = [...model].map(([, values]) => completed(PEOPLE, values));
					expect(new Set(await contents(table.open(PEOPLE), PEOPLE))).toEqual(new Set(expected));
				}),
				{ numRuns: 40 },
			);
		});
	});
}

/** What PostgreSQL takes as text. */
function isStorable(text: string): boolean {
	return !text.includes('\0');
}
