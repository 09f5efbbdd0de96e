import { apiAddress } from '../../../../nodes/shared/memory/dataTable/apiAddress';
import { memoryTables } from '../../../../nodes/shared/memory/dataTable/memoryTables';
import { openDataTables } from '../../../../nodes/shared/memory/dataTable/openDataTables';
import { CustomerMemoryApi } from '../../../../credentials/CustomerMemoryApi.credentials';
import { LETTERS, PEOPLE } from '../memoryContract';
import { contextOf, waitingOf } from './dataTableHarness';
import { FakeN8nApi } from './FakeN8nApi';

const COLUMNS: Array<[string, 'string' | 'number' | 'boolean' | 'date']> = [
	['customer', 'string'],
	['stage', 'string'],
	['orders', 'number'],
	['last_order_at', 'date'],
	['is_member', 'boolean'],
	['revision', 'string'],
	['writer', 'string'],
];

function openMemory(
	api: FakeN8nApi,
	table: { by: 'name' | 'id'; value: string } = { by: 'name', value: 'Customer Memory' },
) {
	return openDataTables(contextOf(api), table, [PEOPLE, LETTERS], waitingOf(api));
}

describe('The address of the API', () => {
	const { baseURL } = new CustomerMemoryApi().test.request;
	/** What n8n makes of the expression in the test request of the credential. */
	const inTest = (baseUrl: string) =>
		String(baseURL)
			.replace(/^=\{\{ \$credentials\.baseUrl\.trim\(\)/, '')
			.replace(/ \}\}$/, '')
			.split('.replace(')
			.slice(1)
			.reduce((text, call) => {
				const [, pattern = '', by = ''] = /^\/(.*)\/, "(.*)"\)$/.exec(call) ?? [];
				return text.replace(new RegExp(pattern), by);
			}, baseUrl.trim());

	it.each([
		['http://localhost:5678/api/v1', 'http://localhost:5678/api/v1'],
		['http://localhost:5678/api/v1/', 'http://localhost:5678/api/v1'],
		[' http://localhost:5678// ', 'http://localhost:5678/api/v1'],
		['https://n8n.example.com', 'https://n8n.example.com/api/v1'],
		['https://example.com/n8n/', 'https://example.com/n8n/api/v1'],
		['https://example.com/other/v2', 'https://example.com/other/v2'],
	])('of %j is %s, in the test of the credential too', (baseUrl, expected) => {
		expect(apiAddress(baseUrl)).toBe(expected);
		expect(inTest(baseUrl)).toBe(expected);
	});
});

describe('The tables of a memory', () => {
	it('are not looked for before they are used', () => {
		const api = new FakeN8nApi();
		expect(openMemory(api).hints()).toEqual([]);
		expect(api.log).toEqual([]);
	});

	it('are made on first use, the columns in the order of the schema, and that is said', async () => {
		const api = new FakeN8nApi();
		const memory = openMemory(api);
		await memory.tables[1].read(['ann']);
		await memory.tables[0].read(['ann']);
		expect(api.tables.map(({ name }) => name)).toEqual([
			'Customer Memory',
			'Customer Memory Letters',
		]);
		expect(api.tables[0]!.columns.map(({ name, type }) => [name, type])).toEqual(COLUMNS);
		expect(memory.hints()).toEqual([
			expect.objectContaining({
				type: 'info',
				message: expect.stringContaining('"Customer Memory" and "Customer Memory Letters"'),
			}),
		]);
	});

	it('are found by name among more than one page', async () => {
		const api = new FakeN8nApi();
		for (let i = 0; i < 300; i++) api.putTable(`Customer Memory ${i}`, []);
		const wanted = api.putTable('Customer Memory', COLUMNS);
		await openMemory(api).tables[0].write([{ before: undefined, values: { customer: 'ann' } }]);
		expect(wanted.rows).toHaveLength(1);
	});

	it('are found by ID, the second in the same project as the first', async () => {
		const api = new FakeN8nApi();
		api.putTable('Shared Letters', [], 'anotherProject');
		const first = api.putTable('Shared', COLUMNS, 'project');
		const { tables } = openMemory(api, { by: 'id', value: first.id });
		await tables[1].read('all');
		expect(api.tables.map(({ name, projectId }) => [name, projectId])).toEqual([
			['Shared Letters', 'anotherProject'],
			['Shared', 'project'],
			['Shared Letters', 'project'],
		]);
	});

	it('are to be chosen by ID where several have the name', async () => {
		const api = new FakeN8nApi();
		const ids = ['one', 'two'].map((project) => api.putTable('Customer Memory', [], project).id);
		await expect(openMemory(api).tables[0].read('all')).rejects.toMatchObject({
			code: 'ambiguousTable',
			message: 'There are 2 data tables with the name "Customer Memory"',
			hint: expect.stringContaining(ids.join(', ')),
		});
	});

	it('are widened in front of the technical columns, and that is said', async () => {
		const api = new FakeN8nApi();
		const table = api.putTable(
			'Customer Memory',
			COLUMNS.filter(([name]) => !['orders', 'is_member'].includes(name)),
		);
		const memory = openMemory(api);
		await memory.tables[0].read('all');
		const inOrder = [...table.columns].sort((a, b) => a.index - b.index);
		expect(inOrder.map(({ name }) => name)).toEqual([
			'customer',
			'stage',
			'last_order_at',
			'orders',
			'is_member',
			'revision',
			'writer',
		]);
		expect(memory.hints()[0]!.message).toContain('orders, is_member (Customer Memory)');
	});

	it.each([
		['orders', 'string', 'orders', 'Number'],
		['is_member', 'number', 'is_member', 'Boolean'],
		['Stage', 'string', 'stage', 'String'],
	] as const)('cannot be used with a column "%s" of type %s', async (name, type, needed, shown) => {
		const api = new FakeN8nApi();
		api.putTable('Customer Memory', [
			['customer', 'string'],
			[name, type],
		]);
		await expect(openMemory(api).tables[0].read('all')).rejects.toMatchObject({
			code: 'unusableTable',
			message: `The column "${name}" of the data table "Customer Memory" cannot be used: the customer memory needs "${needed}" of type ${shown}`,
			hint: expect.stringMatching(/Rename or delete/),
		});
		expect(api.tables[0]!.columns).toHaveLength(2);
	});

	it('need names that n8n takes', async () => {
		const api = new FakeN8nApi();
		const { tables } = openMemory(api, { by: 'name', value: 'x'.repeat(125) });
		await tables[0].read('all');
		await expect(tables[1].read('all')).rejects.toMatchObject({ hint: /128 characters/ });
	});

	it('are said to be nearly full above 80 % of what n8n takes if nothing else is set', async () => {
		const hintsAt = async (megabytes: number) => {
			const api = new FakeN8nApi();
			api.putTable('Customer Memory', COLUMNS);
			api.putTable('Orders of Others', []).sizeBytes = megabytes * 1024 * 1024;
			const memory = openMemory(api);
			await memory.tables[0].read('all');
			return memory.hints().map(({ message }) => message);
		};
		expect(await hintsAt(159)).toEqual([]);
		expect(await hintsAt(160)).toEqual([
			expect.stringMatching(/hold 160 MB.*200 MB.*N8N_DATA_TABLES_MAX_SIZE_BYTES/),
		]);
	});

	it('that are full cannot be written, but read', async () => {
		const api = new FakeN8nApi();
		const { tables } = openMemory(api);
		const row = { before: undefined, values: { customer: 'ann' } };
		await tables[0].write([row]);
		api.sizeLimit = 0;
		expect(await tables[0].read(['ann'])).toHaveLength(1);
		await expect(tables[0].write([row])).rejects.toMatchObject({ code: 'memoryFull' });
	});

	it('of people are offered in the list, those of contacts are not', async () => {
		const api = new FakeN8nApi();
		for (let i = 0; i < 101; i++) api.putTable(`Memory ${i}`, []);
		api.putTable('Memory Contacts', []);
		const list = async (...args: [string?, string?]) =>
			await memoryTables.call(contextOf(api) as never, ...args);
		const first = await list();
		expect(first.results).toHaveLength(100);
		const second = await list('', String(first.paginationToken));
		expect(second.results.map(({ name }) => name)).toEqual(['Memory 100']);
		expect(second.paginationToken).toBeUndefined();
		expect((await list('memory 42')).results).toEqual([
			{ name: 'Memory 42', value: api.tables[42]!.id },
		]);
		api.apiKey = 'another';
		await expect(list()).rejects.toMatchObject({
			name: 'NodeOperationError',
			description: expect.stringMatching(/Make a new API key/),
		});
	});
});

describe('The rows of a memory', () => {
	it('are read whole, though rows are deleted between two pages', async () => {
		const api = new FakeN8nApi();
		const table = api.putTable('Customer Memory', COLUMNS);
		for (let i = 0; i < 700; i++) api.putRow(table, { customer: `c${i}`, revision: `r${i}` });
		let pages = 0;
		api.between = async (moment) => {
			if (moment.startsWith('GET') && moment.endsWith('rows is answered') && pages++ === 0) {
				table.rows = table.rows.slice(100);
			}
		};
		const rows = await openMemory(api).tables[0].read('all');
		expect(new Set(rows.map(({ values }) => values.customer)).size).toBe(700);
	});

	it('of one customer are read whole, however many', async () => {
		const api = new FakeN8nApi();
		const { tables } = openMemory(api);
		const letters = Array.from({ length: 1_100 }, (_, i) => ({
			before: undefined,
			values: { customer: `c${i % 2}`, campaign: `campaign ${i}`, subject: '' },
		}));
		expect(await tables[1].write(letters)).toEqual(letters.map(() => true));
		expect(await tables[1].read(['c0', 'c1', 'c2'])).toHaveLength(1_100);
		expect(await tables[1].read(['c1'])).toHaveLength(550);
	});

	it('that a person put in are rows like others; those without a customer are none', async () => {
		const api = new FakeN8nApi();
		const table = api.putTable('Customer Memory', COLUMNS);
		api.putRow(table, { customer: 'ann', stage: 'customer' });
		api.putRow(table, { customer: null, stage: 'lost' });
		api.putRow(table, { customer: '', stage: 'lost' });
		const { tables } = openMemory(api);
		const [before, ...others] = await tables[0].read('all');
		expect([before!.values.stage, others]).toEqual(['customer', []]);
		const change = { before, values: { customer: 'ann', orders: 1 } };
		expect(await tables[0].write([change])).toEqual([true]);
		expect(await tables[0].write([change])).toEqual([false]);
	});

	it('that stand there twice are repaired: the one changed last is kept, of two alike the first', async () => {
		const api = new FakeN8nApi();
		const table = api.putTable('Customer Memory', COLUMNS);
		const put = (customer: string, stage: string, revision: string | null) =>
			api.putRow(table, { customer, stage, revision });
		put('ann', 'older', 'a1');
		put('ben', 'first', 'b1');
		put('ben', 'second', 'b1');
		put('cat', 'only', null);
		api.time += 1000;
		put('ann', 'newer', 'a2');
		const memory = openMemory(api);
		const rows = await memory.tables[0].read(['ann', 'ben', 'cat']);
		expect(rows.map(({ values }) => values.stage).sort()).toEqual(['first', 'newer', 'only']);
		expect(table.rows).toHaveLength(3);
		expect(memory.hints()[0]).toMatchObject({
			type: 'warning',
			message: expect.stringContaining('2 rows of the data table "Customer Memory"'),
		});
	});

	it('that are not settled are not told of, and not counted when forgotten', async () => {
		const api = new FakeN8nApi();
		const table = api.putTable('Customer Memory', COLUMNS);
		api.putRow(table, { customer: 'ann', revision: 'x', writer: 'pending:another' });
		api.putRow(table, { customer: 'ben', revision: 'y', writer: 'ready:another' });
		const { tables } = openMemory(api);
		expect(await tables[0].read('all')).toEqual([]);
		expect(table.rows).toHaveLength(2);
		expect(await tables[0].forget(['ann'])).toBe(0);
		expect(table.rows).toHaveLength(1);
		api.time += 121_000;
		expect(await tables[0].read('all')).toEqual([]);
		expect(table.rows).toHaveLength(0);
	});

	it('are not taken for crashed where the clocks are far apart', async () => {
		const api = new FakeN8nApi();
		const ahead = { ...waitingOf(api), now: () => api.time + 3_600_000 };
		const open = () =>
			openDataTables(contextOf(api), { by: 'name', value: 'Customer Memory' }, [PEOPLE], ahead)
				.tables[0];
		const row = { before: undefined, values: { customer: 'ann' } };
		const made = await Promise.all([open().write([row]), open().write([row])]);
		expect(made.flat().filter(Boolean)).toHaveLength(1);
	});

	it('are counted when forgotten, though no answer came at first', async () => {
		const api = new FakeN8nApi();
		const { tables } = openMemory(api);
		await tables[0].write([{ before: undefined, values: { customer: 'ann' } }]);
		let left = 1;
		api.mishapOf = ({ method }) =>
			method === 'DELETE' && left-- > 0 ? { lost: 'after', code: 'ETIMEDOUT' } : undefined;
		expect(await tables[0].forget(['ann'])).toBe(1);
	});

	it('keep what a person writes into cells that a change leaves alone', async () => {
		const api = new FakeN8nApi();
		const { tables } = openMemory(api);
		await tables[0].write([{ before: undefined, values: { customer: 'ann', stage: 'customer' } }]);
		const [before] = await tables[0].read(['ann']);
		api.tables[0]!.rows[0]!.stage = 'by hand';
		await tables[0].write([{ before, values: { ...before!.values, orders: 2 } }]);
		expect(api.tables[0]!.rows[0]).toMatchObject({ stage: 'by hand', orders: 2 });
	});
});
