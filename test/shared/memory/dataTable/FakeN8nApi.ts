import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

type Cell = string | number | boolean | null;
type Row = Record<string, Cell> & { id: number; createdAt: string; updatedAt: string };
type ColumnType = 'string' | 'number' | 'boolean' | 'date';

interface Column {
	id: string;
	name: string;
	type: ColumnType;
	index: number;
}

interface Table {
	id: string;
	name: string;
	projectId: string;
	columns: Column[];
	rows: Row[];
	/** Put in, with an id, but not to be seen yet. */
	hidden: Row[];
	sizeBytes: number;
}

interface Condition {
	columnName: string;
	condition: string;
	value: Cell;
}

interface Filter {
	type: 'and' | 'or';
	filters: Condition[];
}

export interface FakeAnswer {
	statusCode: number;
	headers: Record<string, string>;
	body: unknown;
}

/** A request as the fake takes it in. */
export interface FakeRequest {
	method: string;
	path: string;
	query: URLSearchParams;
	body: IDataObject | undefined;
	url: string;
}

/** What befalls a request: an answer in place of n8n's, or a lost connection before or after it is carried out. */
export type Mishap =
	| { answer: number; body?: unknown; headers?: Record<string, string> }
	| { lost: 'before' | 'after' | 'meanwhile'; code: string };

const PROJECT = 'projectOfTheOwner';
const ID_COLUMNS: Readonly<Record<string, ColumnType>> = {
	id: 'number',
	createdAt: 'date',
	updatedAt: 'date',
};
/** SQLite gives up on deeper expressions. */
const MOST_CONDITIONS = 900;
const LONGEST_URL = 8_000;
const RESERVED = /[:/?#[\]@!$'()*+,;]/;
const COLUMN_NAME = /^[a-zA-Z][a-zA-Z0-9_]{0,62}$/;

class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/**
 * Stands in for the data tables of n8n's public API, as strict as n8n 2.41 is, within this process.
 *
 * Each request pauses at every point at which others may come in between: on its way, between finding rows
 * and changing them, and on the way back. Rows that are found are changed only if they still meet the
 * conditions, as PostgreSQL does it; new rows get their ids before others can see them.
 */
export class FakeN8nApi {
	readonly tables: Table[] = [];

	readonly log: FakeRequest[] = [];

	/** Milliseconds since 1970 as n8n's clock shows them. */
	time = Date.UTC(2026, 10, 28);

	apiKey = 'key';

	/** Scopes that the key lacks. */
	readonly missingScopes = new Set<string>();

	largestBody = 16 * 1024 * 1024;

	sizeLimit = 200 * 1024 * 1024;

	/** What happens between two moments of a request; nothing, if not set. */
	between: (moment: string) => Promise<void> = async () => undefined;

	/** What befalls a request, by its place in the order of requests; nothing where undefined. */
	mishapOf: (request: FakeRequest, place: number) => Mishap | undefined = () => undefined;

	private ids = 0;

	private requests = 0;

	/** As `helpers.httpRequestWithAuthentication` of n8n. */
	async request(apiKey: string, options: IHttpRequestOptions): Promise<FakeAnswer> {
		const { url, method = 'GET', json, returnFullResponse, ignoreHttpStatusErrors } = options;
		if (!json || !returnFullResponse || ignoreHttpStatusErrors !== true || !options.timeout) {
			throw new Error('The request is not made as the fake expects it');
		}
		const address = new URL(url);
		const request: FakeRequest = {
			method,
			path: address.pathname,
			query: address.searchParams,
			body: options.body === undefined ? undefined : structuredClone(options.body as IDataObject),
			url,
		};
		this.log.push(request);
		const mishap = this.mishapOf(request, this.requests++);
		await this.between(`${method} ${request.path} arrives`);
		const lost = (code: string) => Object.assign(new Error(`connection: ${code}`), { code });
		if (mishap && 'answer' in mishap) {
			const { answer, body = { message: 'no' }, headers = {} } = mishap;
			return this.answer(answer, body, headers);
		}
		if (mishap?.lost === 'before') throw lost(mishap.code);
		if (mishap?.lost === 'meanwhile') {
			void this.carryOut(request, apiKey);
			throw lost(mishap.code);
		}
		const answer = await this.carryOut(request, apiKey);
		await this.between(`${method} ${request.path} is answered`);
		if (mishap?.lost === 'after') throw lost(mishap.code);
		return answer;
	}

	/** Puts a table there, as an older version or a person made it. */
	putTable(name: string, columns: Array<[string, ColumnType]>, projectId = PROJECT): Table {
		const table: Table = {
			id: `table${++this.ids}`,
			name,
			projectId,
			columns: columns.map(([column, type], index) => ({
				id: `column${++this.ids}`,
				name: column,
				type,
				index,
			})),
			rows: [],
			hidden: [],
			sizeBytes: 0,
		};
		this.tables.push(table);
		return table;
	}

	/** Puts a row into a table by hand. */
	putRow(table: Table, cells: Record<string, Cell>): Row {
		const row = this.newRow(table, cells);
		table.rows.push(row);
		return row;
	}

	private answer(status: number, body: unknown, headers: Record<string, string> = {}): FakeAnswer {
		return {
			statusCode: status,
			headers: { date: new Date(this.time).toUTCString(), ...headers },
			body: structuredClone(body),
		};
	}

	private async carryOut(request: FakeRequest, apiKey: string): Promise<FakeAnswer> {
		try {
			if (apiKey !== this.apiKey) throw new Refusal(401, 'unauthorized');
			if (request.url.length > LONGEST_URL) throw new Refusal(414, 'URI too long');
			const size = JSON.stringify(request.body ?? '').length;
			if (size > this.largestBody) throw new Refusal(413, 'request entity too large');
			for (const part of request.url.split('?')[1]?.split('&') ?? []) {
				if (RESERVED.test(part.slice(part.indexOf('=') + 1))) {
					throw new Refusal(400, `Parameter '${part}' must be url encoded`);
				}
			}
			const [status, body] = await this.route(request);
			return this.answer(status, body);
		} catch (error) {
			// Whatever else goes wrong here shows as a status that n8n never gives.
			const status = error instanceof Refusal ? error.status : 599;
			return this.answer(status, { message: (error as Error).message });
		}
	}

	private async route({ method, path, query, body }: FakeRequest): Promise<[number, unknown]> {
		const inside = /^\/api\/v1\/data-tables(?:\/([^/]+)(\/.*)?)?$/.exec(path);
		if (!inside) throw new Refusal(404, 'not found');
		const [, id, rest = ''] = inside;
		if (id === undefined) {
			if (method === 'GET') return [200, this.list(query)];
			if (method === 'POST') return [201, this.create(body ?? {})];
			throw new Refusal(405, 'method not allowed');
		}
		const table = () => {
			const found = this.tables.find((candidate) => candidate.id === decodeURIComponent(id));
			if (!found) throw new Refusal(404, `Could not find the data table: '${id}'`);
			return found;
		};
		switch (`${method} ${rest}`) {
			case 'GET ':
				this.needs('dataTable:read');
				return [200, this.shown(table())];
			case 'POST /columns':
				this.needs('dataTableColumn:create');
				return [201, this.addColumn(table(), body ?? {})];
			case 'GET /rows':
				this.needs('dataTableRow:read');
				return [200, await this.read(table(), query)];
			case 'POST /rows':
				this.needs('dataTableRow:create');
				return [200, await this.insert(table(), body ?? {})];
			case 'PATCH /rows/update':
				this.needs('dataTableRow:update');
				return [200, await this.update(table(), body ?? {})];
			case 'DELETE /rows/delete':
				this.needs('dataTableRow:delete');
				return [200, await this.remove(table(), query)];
			default:
				throw new Refusal(404, 'not found');
		}
	}

	private needs(scope: string): void {
		if (this.missingScopes.has(scope)) throw new Refusal(403, 'Forbidden');
	}

	private shown({ id, name, projectId, columns, sizeBytes }: Table) {
		return { id, name, projectId, columns, sizeBytes };
	}

	private list(query: URLSearchParams) {
		this.needs('dataTable:list');
		onlyNames(query, ['limit', 'cursor', 'filter', 'sortBy']);
		const { limit, offset } = pageOf(query);
		const { name = '' } = JSON.parse(query.get('filter') ?? '{}') as { name?: string };
		const all = this.tables.filter((table) =>
			table.name.toLowerCase().includes(name.toLowerCase()),
		);
		return {
			data: all.slice(offset, offset + limit).map((table) => this.shown(table)),
			nextCursor: offset + limit < all.length ? `${offset + limit},${limit}` : null,
		};
	}

	private create(body: IDataObject) {
		this.needs('dataTable:create');
		onlyKeys(body, ['name', 'columns', 'projectId']);
		const name = String(body.name).trim();
		if (name === '' || name.length > 128) throw new Refusal(400, 'bad name');
		const projectId = String(body.projectId ?? PROJECT);
		if (this.tables.some((table) => table.name === name && table.projectId === projectId)) {
			throw new Refusal(409, `Data table with name '${name}' already exists in this project`);
		}
		const columns = body.columns as Array<{ name: string; type: ColumnType }>;
		for (const column of columns) {
			onlyKeys(column, ['name', 'type']);
			checkColumn(column);
		}
		const made = this.putTable(
			name,
			columns.map((column) => [column.name, column.type]),
			projectId,
		);
		return this.shown(made);
	}

	private addColumn(table: Table, body: IDataObject) {
		onlyKeys(body, ['name', 'type', 'index']);
		const { name, type, index } = body as { name: string; type: ColumnType; index?: number };
		checkColumn({ name, type });
		if (table.columns.some((column) => column.name === name)) {
			throw new Refusal(409, `Data table column with name '${name}' already exists`);
		}
		const place = Math.min(index ?? table.columns.length, table.columns.length);
		for (const column of table.columns) if (column.index >= place) column.index += 1;
		const column = { id: `column${++this.ids}`, name, type, index: place };
		table.columns.push(column);
		for (const row of [...table.rows, ...table.hidden]) row[name] = null;
		return column;
	}

	private async read(table: Table, query: URLSearchParams) {
		onlyNames(query, ['limit', 'offset', 'cursor', 'filter', 'sortBy', 'search']);
		const { limit, offset } = pageOf(query);
		const text = query.get('filter');
		const filter = text === null ? undefined : filterOf(table, JSON.parse(text));
		const found = table.rows.filter((row) => !filter || meets(row, filter));
		found.sort((a, b) => a.id - b.id);
		return {
			data: found.slice(offset, offset + limit),
			nextCursor: offset + limit < found.length ? `${offset + limit},${limit}` : null,
		};
	}

	private async insert(table: Table, body: IDataObject) {
		onlyKeys(body, ['data', 'returnType']);
		this.checkSize();
		const rows = (body.data as Array<Record<string, Cell>>).map((cells) => {
			checkCells(table, cells);
			return this.newRow(table, cells);
		});
		table.hidden.push(...rows);
		await this.between('new rows have their ids');
		table.hidden = table.hidden.filter((row) => !rows.includes(row));
		table.rows.push(...rows);
		if (body.returnType !== 'count') throw new Error('The fake counts rows, and gives none');
		return { success: true, insertedRows: rows.length };
	}

	private async update(table: Table, body: IDataObject) {
		onlyKeys(body, ['filter', 'data', 'returnData']);
		this.checkSize();
		const filter = filterOf(table, body.filter, true);
		const data = body.data as Record<string, Cell>;
		if (Object.keys(data).length === 0) throw new Refusal(400, 'data must not be empty');
		checkCells(table, data);
		const found = table.rows.filter((row) => meets(row, filter));
		await this.between('rows to change are found');
		const changed = found.filter((row) => table.rows.includes(row) && meets(row, filter));
		const updatedAt = this.now();
		for (const row of changed) Object.assign(row, data, { updatedAt });
		return body.returnData === true ? changed : true;
	}

	private async remove(table: Table, query: URLSearchParams) {
		onlyNames(query, ['filter', 'returnData']);
		const filter = filterOf(table, JSON.parse(query.get('filter') ?? '{}'));
		if (filter.filters.length === 0) throw new Refusal(400, 'filter is required');
		const found = table.rows.filter((row) => meets(row, filter));
		await this.between('rows to delete are found');
		const deleted = found.filter((row) => table.rows.includes(row) && meets(row, filter));
		table.rows = table.rows.filter((row) => !deleted.includes(row));
		return query.get('returnData') === 'true' ? deleted : true;
	}

	private checkSize(): void {
		const total = this.tables.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
		if (total < this.sizeLimit) return;
		throw new Refusal(400, 'Data table size limit exceeded: 200MB used, limit is 200MB');
	}

	private now(): string {
		return new Date(this.time).toISOString();
	}

	private newRow(table: Table, cells: Record<string, Cell>): Row {
		const now = this.now();
		return {
			...Object.fromEntries(table.columns.map(({ name }) => [name, cells[name] ?? null])),
			id: ++this.ids,
			createdAt: now,
			updatedAt: now,
		};
	}
}

function onlyNames(query: URLSearchParams, names: readonly string[]): void {
	for (const name of query.keys()) {
		if (!names.includes(name)) throw new Refusal(400, `Unknown query parameter '${name}'`);
	}
}

function onlyKeys(body: object, names: readonly string[]): void {
	for (const name of Object.keys(body)) {
		if (!names.includes(name)) throw new Refusal(400, `request/body must NOT have '${name}'`);
	}
}

function pageOf(query: URLSearchParams): { limit: number; offset: number } {
	const [offset = 0, limit = Number(query.get('limit') ?? 100)] =
		query.get('cursor')?.split(',').map(Number) ?? [];
	if (!(limit >= 1 && limit <= 250)) throw new Refusal(400, 'request/query/limit must be <= 250');
	return { limit, offset };
}

function checkColumn({ name, type }: { name: string; type: string }): void {
	if (!COLUMN_NAME.test(name) || Object.hasOwn(ID_COLUMNS, name)) {
		throw new Refusal(400, `bad column name '${name}'`);
	}
	if (!['string', 'number', 'boolean', 'date'].includes(type)) throw new Refusal(400, 'bad type');
}

function typeOf(table: Table, columnName: string): ColumnType {
	const type =
		ID_COLUMNS[columnName] ?? table.columns.find(({ name }) => name === columnName)?.type;
	if (!type) throw new Refusal(400, `unknown column name '${columnName}'`);
	return type;
}

function checkCells(table: Table, cells: Record<string, Cell>): void {
	for (const [name, value] of Object.entries(cells)) {
		if (Object.hasOwn(ID_COLUMNS, name)) throw new Refusal(400, `unknown column name '${name}'`);
		checkCell(name, typeOf(table, name), value);
	}
}

function checkCell(name: string, type: ColumnType, value: Cell): void {
	if (value === null) return;
	const fits =
		type === 'date'
			? typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)
			: typeof value === type;
	if (!fits) {
		throw new Refusal(400, `value '${String(value)}' of '${name}' does not match type '${type}'`);
	}
}

function filterOf(table: Table, given: unknown, isBody = false): Filter {
	const { type = 'and', filters = [] } = given as Partial<Filter>;
	if (filters.length > MOST_CONDITIONS) {
		throw new Refusal(500, 'SQLITE_ERROR: Expression tree is too large (maximum depth 1000)');
	}
	return {
		type,
		filters: filters.map(({ columnName, condition = isBody ? '' : 'eq', value }) => {
			if (!['eq', 'neq', 'gt', 'gte', 'lt', 'lte'].includes(condition)) {
				throw new Refusal(400, 'Invalid filter fields');
			}
			checkCell(columnName, typeOf(table, columnName), value);
			return { columnName, condition, value };
		}),
	};
}

function meets(row: Row, { type, filters }: Filter): boolean {
	const one = ({ columnName, condition, value }: Condition) => {
		const cell = row[columnName] ?? null;
		if (condition === 'eq') return cell === value;
		if (condition === 'neq') return cell !== value;
		if (cell === null || value === null) return false;
		if (condition === 'gt') return cell > value;
		if (condition === 'gte') return cell >= value;
		return condition === 'lt' ? cell < value : cell <= value;
	};
	return type === 'or' ? filters.some(one) : filters.every(one);
}
