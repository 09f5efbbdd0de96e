import type { SegmentationError } from '../../../../nodes/core/SegmentationError';
import type { MemoryTable } from '../../../../nodes/core/memory/MemoryTable';
import { openDataTables } from '../../../../nodes/shared/memory/dataTable/openDataTables';
import { PEOPLE } from '../memoryContract';
import { contextOf, dataTableHarness, waitingOf } from './dataTableHarness';
import { FakeN8nApi, type FakeRequest, type Mishap } from './FakeN8nApi';

function opened(api: FakeN8nApi): { table: MemoryTable; pauses: number[] } {
	const waiting = waitingOf(api);
	const { tables } = openDataTables(
		contextOf(api),
		{ by: 'name', value: 'Customer Memory' },
		[PEOPLE],
		waiting,
	);
	return { table: tables[0], pauses: waiting.pauses };
}

/** A memory that was used already, so that only what is done now meets mishaps. */
async function used(): Promise<FakeN8nApi> {
	const { api, open } = dataTableHarness();
	await open(PEOPLE).write([{ before: undefined, values: { customer: 'ann', orders: 1 } }]);
	return api;
}

async function faultOf(step: Promise<unknown>): Promise<SegmentationError> {
	return await step.then(
		() => {
			throw new Error('Nothing was thrown');
		},
		(fault: SegmentationError) => fault,
	);
}

const isRows = ({ path, method }: FakeRequest) => path.endsWith('/rows') && method === 'GET';

/** What befalls the reading of rows. */
function onRows(mishap: Mishap): FakeN8nApi['mishapOf'] {
	return (request) => (isRows(request) ? mishap : undefined);
}

const ANSWERS: Array<[Mishap, string, RegExp, RegExp]> = [
	[{ answer: 401 }, 'memoryRefused', /does not accept the API key/, /Settings, n8n API/],
	[{ answer: 403 }, 'memoryNotAllowed', /dataTableRow:read is missing/, /dataTableRow:update/],
	[{ answer: 404 }, 'memoryNotFound', /table .* is not there/, /Choose a table/],
	[
		{ answer: 400, body: { message: 'request/params/dataTableId must match format "nanoid"' } },
		'memoryNotFound',
		/table .* is not there/,
		/Choose a table/,
	],
	[{ answer: 404, body: '<html>' }, 'memoryNotFound', /no API/, /N8N_PUBLIC_API_DISABLED/],
	[{ answer: 200, body: '<html>' }, 'memoryNotFound', /no API/, /Base URL/],
	[{ answer: 413 }, 'memoryTooLarge', /takes at once/, /N8N_PAYLOAD_SIZE_MAX/],
	[{ answer: 414 }, 'memoryTooLarge', /key of a customer is longer/, /Store Keys Hashed/],
	[{ answer: 429 }, 'memoryUnreachable', /asked too often/, /fewer executions/],
	[{ answer: 503, body: { message: 'starting' } }, 'memoryUnreachable', /503 \(starting\)/, /log/],
	[
		{ answer: 400, body: { message: 'Data table size limit exceeded: 200MB used' } },
		'memoryFull',
		/full.*200MB used/,
		/N8N_DATA_TABLES_MAX_SIZE_BYTES/,
	],
	[{ answer: 400, body: { message: 'odd' } }, 'unusableTable', /400 \(odd\)/, /columns/],
	[{ lost: 'before', code: 'ECONNREFUSED' }, 'memoryUnreachable', /Nothing answers/, /localhost/],
	[{ lost: 'before', code: 'ENOTFOUND' }, 'memoryUnreachable', /is not known/, /Base URL/],
	[{ lost: 'before', code: 'ETIMEDOUT' }, 'memoryUnreachable', /in time/, /overloaded/],
	[{ lost: 'before', code: 'ECERT' }, 'memoryUnreachable', /cannot be reached/, /certificate/],
];

describe('What n8n answers, or does not', () => {
	it.each(ANSWERS)('is told with what to do: %j', async (mishap, code, message, hint) => {
		const api = await used();
		api.mishapOf = onRows(mishap);
		const fault = await faultOf(opened(api).table.read(['ann']));
		expect(fault).toMatchObject({ name: 'SegmentationError', code });
		expect(fault.message).toMatch(message);
		expect(fault.hint).toMatch(hint);
		expect(`${fault.message} ${fault.hint}`).not.toMatch(
			/\b(?:errors?|problems?|failures?|failed|mistakes?|undefined)\b/i,
		);
	});

	it('is asked for again with growing pauses where it may pass', async () => {
		for (const mishap of [429, 500, 502, 503, 504].map((answer) => ({ answer }))) {
			const api = await used();
			let left = 4;
			api.mishapOf = (request) => (isRows(request) && left-- > 0 ? mishap : undefined);
			const { table, pauses } = opened(api);
			expect(await table.read(['ann'])).toHaveLength(1);
			expect(pauses).toHaveLength(4);
			pauses.forEach((pause, i) => {
				expect(pause).toBeGreaterThanOrEqual(250 * 2 ** i);
				expect(pause).toBeLessThanOrEqual(500 * 2 ** i);
			});
		}
	});

	it('is not asked for again where that does not help', async () => {
		for (const answer of [400, 401, 403, 404]) {
			const api = await used();
			api.mishapOf = onRows({ answer });
			const { table, pauses } = opened(api);
			await faultOf(table.read(['ann']));
			expect(pauses).toEqual([]);
		}
	});

	it('is waited for as long as it asks', async () => {
		const wishes: Array<[string, number]> = [
			['7', 7000],
			['3600', 60_000],
			['soon', 0],
		];
		for (const [wish, least] of wishes) {
			const api = await used();
			let left = 1;
			api.mishapOf = (request) =>
				isRows(request) && left-- > 0
					? { answer: 429, headers: { 'retry-after': wish } }
					: undefined;
			const { table, pauses } = opened(api);
			await table.read(['ann']);
			expect(pauses).toHaveLength(1);
			expect(pauses[0]).toBeGreaterThanOrEqual(least);
			expect(pauses[0]).toBeLessThanOrEqual(Math.max(least, 500));
		}
	});

	it('is given up sooner where nothing ever answered', async () => {
		const tries = async (isKnown: boolean) => {
			const api = await used();
			const places = api.log.length;
			api.mishapOf = (request) =>
				isRows(request) || !isKnown ? { lost: 'before', code: 'ECONNREFUSED' } : undefined;
			const { table, pauses } = opened(api);
			await faultOf(table.read(['ann']));
			expect(api.log.length).toBeGreaterThan(places);
			return pauses.length + 1;
		};
		expect(await tries(false)).toBe(3);
		expect(await tries(true)).toBe(7);
	});

	it('stops all that is still to be done', async () => {
		const api = await used();
		const { table } = opened(api);
		await table.write(
			Array.from({ length: 100 }, (_, i) => ({
				before: undefined,
				values: { customer: `c${i}`, orders: 0 },
			})),
		);
		const rows = await table.read('all');
		const places = api.log.length;
		api.mishapOf = ({ method }) => (method === 'PATCH' ? { answer: 403 } : undefined);
		const changes = rows.map((before, i) => ({
			before,
			values: { ...before.values, orders: i + 5 },
		}));
		await faultOf(table.write(changes));
		expect(api.log.length - places).toBeLessThanOrEqual(8);
	});
});

describe('What is sent', () => {
	it('is halved where it is too much at once', async () => {
		const api = new FakeN8nApi();
		api.largestBody = 20_000;
		const { table } = opened(api);
		const rows = Array.from({ length: 300 }, (_, i) => ({
			before: undefined,
			values: { customer: `customer-${i}@shop.example`, stage: 'x'.repeat(50) },
		}));
		expect(await table.write(rows)).toEqual(rows.map(() => true));
		expect(await table.read('all')).toHaveLength(300);
	});

	it('is told to be too large where one row is', async () => {
		const api = new FakeN8nApi();
		api.largestBody = 2_000;
		const { table } = opened(api);
		const fault = await faultOf(
			table.write([{ before: undefined, values: { customer: 'ann', stage: 'x'.repeat(3_000) } }]),
		);
		expect(fault.code).toBe('memoryTooLarge');
	});

	it('asks for few customers by key, in addresses that proxies take, and for many by page', async () => {
		const api = new FakeN8nApi();
		const { table } = opened(api);
		const keys = Array.from({ length: 1_200 }, (_, i) => `customer-${i}@größe.example`);
		await table.write(keys.map((customer) => ({ before: undefined, values: { customer } })));
		const reading = async (count: number) => {
			const place = api.log.length;
			expect(await table.read(keys.slice(0, count))).toHaveLength(count);
			return api.log.slice(place);
		};
		const few = await reading(400);
		expect(few.every(({ query }) => query.get('filter')?.includes('customer'))).toBe(true);
		expect(few.length).toBeLessThan(20);
		const many = await reading(900);
		expect(many.some(({ query }) => query.get('filter')?.includes('customer'))).toBe(false);
		expect(many).toHaveLength(5);
		for (const { url } of api.log) expect(url.length).toBeLessThan(7_000);
	});

	it('changes many rows to the same in few requests', async () => {
		const api = new FakeN8nApi();
		const { table } = opened(api);
		await table.write(
			Array.from({ length: 1_000 }, (_, i) => ({
				before: undefined,
				values: { customer: `c${i}` },
			})),
		);
		const rows = await table.read('all');
		const place = api.log.length;
		const made = await table.write(
			rows.map((before) => ({ before, values: { ...before.values, stage: 'lost' } })),
		);
		expect(made).toEqual(rows.map(() => true));
		expect(api.log.length - place).toBe(4);
	});
});

describe('An insert of which no answer came', () => {
	it('leaves one row of each, though it was made twice', async () => {
		const { api, open } = dataTableHarness();
		await open(PEOPLE).read('all');
		let left = 1;
		api.mishapOf = ({ method, path }) =>
			method === 'POST' && path.endsWith('/rows') && left-- > 0
				? { lost: 'after', code: 'ETIMEDOUT' }
				: undefined;
		const made = await open(PEOPLE).write([
			{ before: undefined, values: { customer: 'ann' } },
			{ before: undefined, values: { customer: 'ben' } },
		]);
		expect(made).toEqual([true, true]);
		expect(api.tables[0]!.rows).toHaveLength(2);
	});
});
