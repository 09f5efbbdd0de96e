import assert from 'node:assert/strict';
import { apiKeyOf, SCOPES } from './apiKeyOf.mjs';
import { bundledStore, contextOf } from './bundledStore.mjs';

const ODD_KEYS = [
	"o'hara+list@shop.example",
	'100%_sure*?',
	'a&b=c#d;e,f:g/h[i]{j}(k)!',
	'"quoted" \\ back`slash`',
	'Größe-ß-É-日本語-👩‍🚀',
	'__proto__',
	"'; drop table customers; --",
	'x'.repeat(300),
];

const range = (count) => Array.from({ length: count }, (_, i) => i);
const countOf = (made) => made.filter(Boolean).length;

/** Runs something and gives what it took, in milliseconds, with what it gave. */
async function timed(step) {
	const start = performance.now();
	const result = await step();
	return { result, ms: Math.round(performance.now() - start) };
}

/** Everything that rests on the database behind n8n: who wins, and that nothing gets lost. */
export async function checkRaces(it, editor, database) {
	const { openDataTables, CUSTOMER_SCHEMA, CONTACT_SCHEMA } = await bundledStore();
	const apiKey = await apiKeyOf(editor, `races on ${database}`);
	const context = contextOf({ baseUrl: editor.url, apiKey });
	const open = (name) =>
		openDataTables(context, { by: 'name', value: name }, [CUSTOMER_SCHEMA, CONTACT_SCHEMA]);

	await it(`lets 8 executions that open a memory for the first time make one table each (${database})`, async () => {
		const all = range(8).map(() => open('First Use'));
		await Promise.all(all.flatMap(({ tables }) => tables.map((table) => table.read('all'))));
		const listed = await (
			await fetch(`${editor.url}/api/v1/data-tables?limit=250`, {
				headers: { 'X-N8N-API-KEY': apiKey },
			})
		).json();
		const names = listed.data.map(({ name }) => name).filter((name) => name.startsWith('First'));
		assert.deepEqual(names.sort(), ['First Use', 'First Use Contacts']);
	});

	await it(`lets one of 20 writers change each of 5 rows, in each of 5 rounds (${database})`, async () => {
		const [first] = open('Races').tables;
		const keys = range(5).map((i) => `changed-${i}`);
		await first.write(
			keys.map((customer) => ({ before: undefined, values: { customer, orders: 0 } })),
		);
		for (const round of range(5)) {
			const rows = (await first.read(keys)).sort((a, b) => a.id - b.id);
			// Alike or not alike, alone or in one request: all go through different ways.
			const isAlike = round % 2 === 1;
			const made = await Promise.all(
				range(20).map((writer) =>
					open('Races').tables[0].write(
						rows.map((before, at) => ({
							before,
							values: {
								customer: before.values.customer,
								orders: 1000 * round + 20 * (isAlike ? 0 : at) + writer + 1,
							},
						})),
					),
				),
			);
			const after = (await first.read(keys)).sort((a, b) => a.id - b.id);
			rows.forEach((_, at) => {
				const winners = range(20).filter((writer) => made[writer][at]);
				assert.equal(winners.length, 1, `${winners.length} winners`);
				assert.equal(
					after[at].values.orders,
					1000 * round + 20 * (isAlike ? 0 : at) + winners[0] + 1,
				);
			});
		}
	});

	await it(`lets one of 10 writers put in each of 5 new rows, in each of 5 rounds (${database})`, async () => {
		const [first] = open('Races').tables;
		for (const round of range(5)) {
			const keys = range(5).map((i) => `new-${round}-${i}`);
			const made = await Promise.all(
				range(10).map((writer) =>
					open('Races').tables[0].write(
						keys.map((customer) => ({
							before: undefined,
							values: { customer, stage: `writer ${writer}` },
						})),
					),
				),
			);
			const rows = await first.read(keys);
			assert.equal(rows.length, keys.length);
			keys.forEach((key, at) => {
				const winners = range(10).filter((writer) => made[writer][at]);
				assert.equal(winners.length, 1, `${winners.length} winners of ${key}`);
				const row = rows.find(({ values }) => values.customer === key);
				assert.equal(row.values.stage, `writer ${winners[0]}`);
			});
		}
		assert.deepEqual((await first.read('all')).length, 30);
	});

	await it(`puts in 10,000 rows and changes 1,000 of them (${database})`, async () => {
		const { tables } = open('Volume');
		const [customers] = tables;
		await customers.read('all');
		const news = range(10_000).map((i) => ({
			before: undefined,
			values: {
				customer: `customer-${i}@shop.example`,
				stage: 'customer',
				orders: i,
				order_log: 'x'.repeat(60),
			},
		}));
		const put = await timed(() => customers.write(news));
		assert.equal(countOf(put.result), 10_000);
		const all = await timed(() => customers.read('all'));
		assert.equal(all.result.length, 10_000);
		assert.equal(new Set(all.result.map(({ values }) => values.customer)).size, 10_000);
		const few = await timed(() =>
			customers.read(range(300).map((i) => `customer-${i * 30}@shop.example`)),
		);
		assert.equal(few.result.length, 300);
		const different = await timed(() =>
			customers.write(
				all.result.slice(0, 1000).map((before, i) => ({
					before,
					values: { customer: before.values.customer, orders: -i - 1 },
				})),
			),
		);
		assert.equal(countOf(different.result), 1000);
		const alike = await timed(() =>
			customers.write(
				all.result.slice(1000, 2000).map((before) => ({
					before,
					values: { customer: before.values.customer, stage: 'lapsed' },
				})),
			),
		);
		assert.equal(countOf(alike.result), 1000);
		const stale = await customers.write(
			all.result.slice(0, 50).map((before) => ({
				before,
				values: { customer: before.values.customer, orders: 1 },
			})),
		);
		assert.equal(countOf(stale), 0);
		const forgotten = await timed(() =>
			customers.forget(range(300).map((i) => `customer-${i}@shop.example`)),
		);
		assert.equal(forgotten.result, 300);
		console.log(
			`          ${database}: 10,000 put in ${put.ms} ms, all read ${all.ms} ms, 300 read ${few.ms} ms, ` +
				`1,000 changed each to its own ${different.ms} ms, 1,000 to the same ${alike.ms} ms, 300 forgotten ${forgotten.ms} ms`,
		);
	});
}

/** What the store does with a real n8n and a real key, besides races. */
export async function checkStore(it, editor) {
	const store = await bundledStore();
	const { openDataTables, memoryTables, CUSTOMER_SCHEMA, CONTACT_SCHEMA, hashedKey } = store;
	const apiKey = await apiKeyOf(editor, 'customer memory');
	const context = contextOf({ baseUrl: editor.url, apiKey });
	const open = (value, by = 'name', credentials = context) =>
		openDataTables(credentials, { by, value }, [CUSTOMER_SCHEMA, CONTACT_SCHEMA]);
	const api = async (pathname, options = {}) => {
		const response = await fetch(`${editor.url}/api/v1${pathname}`, {
			...options,
			headers: { 'X-N8N-API-KEY': apiKey, 'content-type': 'application/json' },
		});
		return await response.json();
	};

	await it('makes both tables on first use, with columns that a person can read, and says so', async () => {
		const memory = open('Memory of the Store');
		for (const table of memory.tables) assert.deepEqual(await table.read('all'), []);
		assert.match(
			memory.hints()[0].message,
			/"Memory of the Store" and "Memory of the Store Contacts"/,
		);
		const { data } = await api('/data-tables?limit=250');
		const columnsOf = (name) =>
			data
				.find((table) => table.name === name)
				.columns.sort((a, b) => a.index - b.index)
				.map((column) => `${column.name} ${column.type}`);
		assert.deepEqual(columnsOf('Memory of the Store'), [
			'customer string',
			'stage string',
			'stage_since date',
			'orders number',
			'total_spent number',
			'currency string',
			'first_order_at date',
			'last_order_at date',
			'lead_score number',
			'lead_band string',
			'lead_band_since date',
			'segment string',
			'segment_since date',
			'order_log string',
			'activity_log string',
			'lead_rules string',
			'revision string',
			'writer string',
		]);
		assert.equal(columnsOf('Memory of the Store Contacts')[0], 'customer string');
		assert.equal(columnsOf('Memory of the Store Contacts').at(-1), 'writer string');
		const again = open('Memory of the Store');
		await again.tables[0].read('all');
		assert.deepEqual(again.hints(), []);
	});

	await it('gives every kind of value back as it was written', async () => {
		const values = {
			customer: 'ann',
			stage: '2026-11-28',
			stage_since: '2026-11-28T09:30:15.123Z',
			orders: 3,
			total_spent: 0.1 + 0.2,
			currency: '',
			order_log: JSON.stringify([['a "quoted" order', 1]]),
		};
		const [customers] = open('Memory of the Store').tables;
		assert.deepEqual(await customers.write([{ before: undefined, values }]), [true]);
		const [row] = await open('Memory of the Store').tables[0].read(['ann']);
		for (const [name, value] of Object.entries(values)) assert.equal(row.values[name], value);
		assert.equal(row.values.segment, null);
	});

	for (const key of ODD_KEYS) {
		await it(`knows a customer by the key ${JSON.stringify(key).slice(0, 40)}`, async () => {
			const [customers] = open('Memory of the Store').tables;
			const values = { customer: key, stage: key };
			assert.deepEqual(await customers.write([{ before: undefined, values }]), [true]);
			assert.deepEqual(await customers.write([{ before: undefined, values }]), [false]);
			const [before] = await customers.read([key]);
			assert.equal(before.values.stage, key);
			const change = { before, values: { customer: key, orders: 1 } };
			assert.deepEqual(await customers.write([change]), [true]);
			assert.deepEqual(await customers.write([change]), [false]);
			assert.equal(await customers.forget([key]), 1);
			assert.deepEqual(await customers.read([key]), []);
		});
	}

	await it('knows customers by hashes of their keys', async () => {
		const keys = range(120).map((i) => hashedKey(`customer-${i}@shop.example`, 'secret'));
		const [customers] = open('Hashed').tables;
		const made = await customers.write(
			keys.map((customer) => ({ before: undefined, values: { customer } })),
		);
		assert.equal(countOf(made), 120);
		assert.equal((await customers.read(keys)).length, 120);
	});

	await it('reads over 1,000 rows of a few customers, page by page', async () => {
		const [, contacts] = open('Pages').tables;
		const rows = range(1200).map((i) => ({
			before: undefined,
			values: { customer: `c${i % 3}`, campaign: `campaign ${i}`, subject: '' },
		}));
		assert.equal(countOf(await contacts.write(rows)), 1200);
		assert.equal((await contacts.read(['c0', 'c1', 'c2'])).length, 1200);
		assert.equal((await contacts.read(['c1', 'nobody'])).length, 400);
		assert.equal((await contacts.read('all')).length, 1200);
		assert.equal(await contacts.forget(['c1']), 400);
	});

	await it('adds columns that an older table lacks, and keeps its rows', async () => {
		const { id } = await api('/data-tables', {
			method: 'POST',
			body: JSON.stringify({
				name: 'Older',
				columns: [
					{ name: 'customer', type: 'string' },
					{ name: 'stage', type: 'string' },
				],
			}),
		});
		await api(`/data-tables/${id}/rows`, {
			method: 'POST',
			body: JSON.stringify({ data: [{ customer: 'ann', stage: 'lost' }, { stage: 'nobody' }] }),
		});
		await Promise.all(range(4).map(() => open(id, 'id').tables[0].read('all')));
		const [customers, contacts] = open(id, 'id').tables;
		const [before, ...others] = await customers.read('all');
		assert.deepEqual([before.values.customer, before.values.stage, others], ['ann', 'lost', []]);
		const change = { before, values: { customer: 'ann', orders: 2 } };
		assert.deepEqual(await customers.write([change]), [true]);
		assert.deepEqual(await customers.write([change]), [false]);
		await contacts.read('all');
		const { data } = await api('/data-tables?limit=250');
		assert.equal(data.filter(({ name }) => name === 'Older Contacts').length, 1);
	});

	await it('names a column of another type and says what to do', async () => {
		await api('/data-tables', {
			method: 'POST',
			body: JSON.stringify({
				name: 'Wrong',
				columns: [
					{ name: 'customer', type: 'string' },
					{ name: 'orders', type: 'string' },
				],
			}),
		});
		await assert.rejects(open('Wrong').tables[0].read('all'), {
			code: 'unusableTable',
			message: /column "orders" of the data table "Wrong"/,
			hint: /Rename or delete/,
		});
	});

	await it('offers tables to choose from, but not those of contacts', async () => {
		const found = await memoryTables.call(context, 'of the store');
		assert.deepEqual(
			found.results.map(({ name }) => name),
			['Memory of the Store'],
		);
	});

	await it('says what to do with a key that n8n does not know', async () => {
		const wrong = contextOf({ baseUrl: editor.url, apiKey: 'not-a-key' });
		await assert.rejects(open('Memory of the Store', 'name', wrong).tables[0].read('all'), {
			code: 'memoryRefused',
			hint: /Make a new API key/,
		});
	});

	for (const [missing, step] of [
		['dataTable:list', ([customers]) => customers.read('all')],
		['dataTableRow:read', ([customers]) => customers.read('all')],
		[
			'dataTableRow:create',
			([customers]) => customers.write([{ before: undefined, values: { customer: 'x' } }]),
		],
		['dataTableRow:delete', ([customers]) => customers.forget(['ann'])],
	]) {
		await it(`names the scope ${missing} where the key lacks it`, async () => {
			const key = await apiKeyOf(
				editor,
				`without ${missing}`,
				SCOPES.filter((scope) => scope !== missing),
			);
			const short = contextOf({ baseUrl: `${editor.url}/`, apiKey: key });
			await assert.rejects(step(open('Memory of the Store', 'name', short).tables), {
				code: 'memoryNotAllowed',
				message: new RegExp(missing),
			});
		});
	}

	await it('says that a table is gone, that there is no API, and that nothing answers', async () => {
		await assert.rejects(open('deletedLongAgo', 'id').tables[0].read('all'), {
			code: 'memoryNotFound',
			message: /table of the customer memory is not there/,
		});
		const elsewhere = contextOf({ baseUrl: `${editor.url}/shop`, apiKey });
		await assert.rejects(open('Memory of the Store', 'name', elsewhere).tables[0].read('all'), {
			code: 'memoryNotFound',
			message: /no API of n8n/,
		});
		const nowhere = contextOf({ baseUrl: 'http://127.0.0.1:9', apiKey });
		await assert.rejects(open('Memory of the Store', 'name', nowhere).tables[0].read('all'), {
			code: 'memoryUnreachable',
		});
	});
}
