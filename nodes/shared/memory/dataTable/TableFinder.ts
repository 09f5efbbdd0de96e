import type { NodeExecutionHint } from 'n8n-workflow';

import type { MemorySchema } from '../../../core/memory/MemoryTable';
import { SegmentationError } from '../../../core/SegmentationError';
import { formatNumber } from '../../../core/wording/formatNumber';
import { note, warning } from '../../tellUser';
import type { DataTableApi } from './DataTableApi';
import { tableColumns, type TableColumn } from './tableColumns';

/** A data table as n8n's API tells of it. */
export interface ApiTable {
	id: string;
	name: string;
	projectId?: string;
	columns: ReadonlyArray<TableColumn & { index?: number }>;
	/** Newer versions of n8n tell it. */
	sizeBytes?: number;
}

/** The most that n8n gives in one answer. */
const PAGE = 250;
const LONGEST_NAME = 128;
const MEGABYTE = 1024 * 1024;
/** Of n8n, for all data tables together, where N8N_DATA_TABLES_MAX_SIZE_BYTES is not set. */
const USUAL_LIMIT = 200 * MEGABYTE;
const NEARLY_FULL = 0.8 * USUAL_LIMIT;

/** What people call a type of column in n8n's own page of a data table. */
const AS_SHOWN: Readonly<Record<TableColumn['type'], string>> = Object.freeze({
	string: 'String',
	number: 'Number',
	boolean: 'Boolean',
	date: 'Datetime',
});

/**
 * Finds the data tables of one memory, makes those that are not there and widens older ones.
 *
 * The first table is the one the user chose; the others are named after it and lie in the same project.
 */
export class TableFinder {
	private readonly made: string[] = [];

	private readonly widened: string[] = [];

	private knownBytes = 0;

	private first: Promise<ApiTable> | undefined;

	constructor(
		private readonly api: DataTableApi,
		private readonly chosen: { by: 'name' | 'id'; value: string },
		private readonly firstSchema: MemorySchema,
	) {}

	/** The data table of a schema, with all columns of it. */
	async open(schema: MemorySchema): Promise<ApiTable> {
		const first = await (this.first ??= this.openFirst());
		if (schema.suffix === this.firstSchema.suffix) return first;
		const name = `${first.name}${schema.suffix}`;
		const found = await this.named(name, first.projectId);
		return await (found ? this.widen(found, schema) : this.make(name, schema, first.projectId));
	}

	/** What the user should know of the tables. */
	hints(): NodeExecutionHint[] {
		const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(' and ');
		return [
			...(this.made.length > 0
				? [
						note(
							`Made the data ${this.made.length === 1 ? 'table' : 'tables'} ${quoted(this.made)}: open ${this.made.length === 1 ? 'it' : 'them'} in n8n under Data tables.`,
						),
					]
				: []),
			...(this.widened.length > 0
				? [note(`Columns were added to older data tables: ${this.widened.join(', ')}.`)]
				: []),
			...(this.knownBytes >= NEARLY_FULL
				? [
						warning(
							`The data tables of this n8n hold ${formatNumber(Math.round(this.knownBytes / MEGABYTE))} MB. It takes 200 MB in all, unless N8N_DATA_TABLES_MAX_SIZE_BYTES says more: raise that, or delete rows that are not needed any more.`,
						),
					]
				: []),
		];
	}

	private async openFirst(): Promise<ApiTable> {
		const { by, value } = this.chosen;
		if (by === 'id') {
			await this.all();
			return await this.widen(await this.byId(value), this.firstSchema);
		}
		const name = value.trim();
		const found = await this.named(name);
		return await (found ? this.widen(found, this.firstSchema) : this.make(name, this.firstSchema));
	}

	private async byId(id: string): Promise<ApiTable> {
		const { body } = await this.api.request({
			method: 'GET',
			path: `/data-tables/${encodeURIComponent(id)}`,
			purpose: 'read data tables',
			scope: 'dataTable:read',
		});
		return body as ApiTable;
	}

	/** All data tables that the owner of the API key sees. */
	private async all(): Promise<ApiTable[]> {
		const tables: ApiTable[] = [];
		let cursor: string | null = null;
		do {
			const { body } = await this.api.request({
				method: 'GET',
				path: '/data-tables',
				query: { limit: PAGE, ...(cursor === null ? {} : { cursor }) },
				purpose: 'list data tables',
				scope: 'dataTable:list',
			});
			const page = body as { data: ApiTable[]; nextCursor?: string | null };
			tables.push(...page.data);
			cursor = page.nextCursor ?? null;
		} while (cursor !== null);
		this.knownBytes = tables.reduce((sum, { sizeBytes = 0 }) => sum + sizeBytes, 0);
		return tables;
	}

	private async named(name: string, projectId?: string): Promise<ApiTable | undefined> {
		const found = (await this.all()).filter(
			(table) => table.name === name && (projectId === undefined || table.projectId === projectId),
		);
		if (found.length <= 1) return found[0];
		throw new SegmentationError(
			'ambiguousTable',
			`There are ${found.length} data tables with the name "${name}"`,
			`Choose one under Memory Table with From List or By ID: ${found.map(({ id }) => id).join(', ')}`,
		);
	}

	private async make(name: string, schema: MemorySchema, projectId?: string): Promise<ApiTable> {
		if (name.length > LONGEST_NAME) {
			throw new SegmentationError(
				'unusableTable',
				`The name "${name}" is too long for a data table of n8n`,
				`Choose a shorter name under Memory Table: n8n takes ${LONGEST_NAME} characters, and the memory puts "${schema.suffix.trim()}" behind it`,
			);
		}
		const { status, body } = await this.api.request({
			method: 'POST',
			path: '/data-tables',
			body: {
				name,
				columns: tableColumns(schema).map(({ name, type }) => ({ name, type })),
				...(projectId === undefined ? {} : { projectId }),
			},
			purpose: 'make data tables',
			scope: 'dataTable:create',
			expects: [409],
		});
		if (status !== 409) {
			this.made.push(name);
			return body as ApiTable;
		}
		const others = await this.named(name, projectId);
		if (others) return await this.widen(others, schema);
		throw new SegmentationError(
			'unusableTable',
			`n8n says that there is a data table "${name}", but does not show it`,
			'Choose another name under Memory Table, or give the owner of the API key access to the project of that table',
		);
	}

	/** Adds what an older table lacks, in front of the technical columns where it has them. */
	private async widen(table: ApiTable, schema: MemorySchema): Promise<ApiTable> {
		const missing = this.missingColumns(table, schema);
		if (missing.length === 0) return table;
		const technical = table.columns.findIndex(({ name }) => name === 'revision');
		let index = table.columns[technical]?.index ?? technical;
		for (const column of missing) {
			await this.api.request({
				method: 'POST',
				path: `/data-tables/${table.id}/columns`,
				body: {
					name: column.name,
					type: column.type,
					...(technical < 0 ? {} : { index: index++ }),
				},
				purpose: 'add columns to data tables',
				scope: 'dataTableColumn:create',
				// Another execution was first with it.
				expects: [409],
			});
		}
		const widened = await this.byId(table.id);
		const still = this.missingColumns(widened, schema);
		if (still.length > 0) {
			throw new SegmentationError(
				'unusableTable',
				`The data table "${table.name}" did not take the column "${still[0]!.name}"`,
				'Choose another Memory Table: it is made anew',
			);
		}
		this.widened.push(`${missing.map(({ name }) => name).join(', ')} (${table.name})`);
		return widened;
	}

	private missingColumns(table: ApiTable, schema: MemorySchema): TableColumn[] {
		return tableColumns(schema).filter(({ name, type }) => {
			const found = table.columns.find((column) => column.name.toLowerCase() === name);
			if (!found) return true;
			if (found.name === name && found.type === type) return false;
			throw new SegmentationError(
				'unusableTable',
				`The column "${found.name}" of the data table "${table.name}" cannot be used: the customer memory needs "${name}" of type ${AS_SHOWN[type]}`,
				`Rename or delete the column "${found.name}" in n8n under Data tables, and it is made anew; or choose another Memory Table`,
			);
		});
	}
}
