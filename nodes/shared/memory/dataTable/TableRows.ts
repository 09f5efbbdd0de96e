import { chunk } from 'es-toolkit';
import type { IDataObject } from 'n8n-workflow';

import type { MemoryValue } from '../../../core/memory/MemoryTable';
import type { DataTableApi } from './DataTableApi';
import { inTurns } from './inTurns';
import { queryText } from './queryText';

/** A row as n8n's API gives it. */
export interface ApiRow extends Readonly<Record<string, MemoryValue>> {
	/** Grows from row to row, though a row may show later than one with a higher id. */
	readonly id: number;
	readonly createdAt: string;
	readonly updatedAt: string;
	/** Which writing of the row this is; null where a person put the row in. */
	readonly revision: string | null;
	/** Who put the row in, with a state in front while that is not settled. */
	readonly writer: string | null;
}

/** A condition on a column: equal, if nothing else is said. */
export interface RowCondition {
	columnName: string;
	condition?: 'eq' | 'gt';
	value: MemoryValue;
}

/** What may be in an answer that tells of changed rows. */
export interface ChangedRows {
	rows: ApiRow[];
	/** Whether rows may have been changed by a try of which no answer came. */
	isDoubtful: boolean;
}

/** The most rows that n8n gives in one answer. */
export const ROWS_PER_PAGE = 250;
/** So many conditions in one filter SQLite can still work with, with room to spare. */
export const MOST_CONDITIONS = 300;
/** Requests at the same time; more does not help, as the database is one. */
export const AT_ONCE = 8;
/** Proxies take addresses of 8 kB. */
const MOST_QUERY_BYTES = 6_000;

/** Values in portions that fit into the filter of one address. */
function portions(columnName: string, values: readonly string[]): string[][] {
	const all: string[][] = [];
	let bytes = Infinity;
	for (const value of values) {
		const size = queryText({ filter: JSON.stringify({ columnName, value }) }).length;
		const last = all[all.length - 1];
		bytes += size;
		if (last && bytes <= MOST_QUERY_BYTES && last.length < ROWS_PER_PAGE) last.push(value);
		else {
			all.push([value]);
			bytes = size;
		}
	}
	return all;
}

/** The rows of one data table, as n8n's API reads and changes them. */
export class TableRows {
	constructor(
		private readonly api: DataTableApi,
		private readonly tableId: string,
	) {}

	/** The rows in which a column has one of some values, whatever their number. */
	async readWhere(columnName: string, values: readonly string[]): Promise<ApiRow[]> {
		const read = await inTurns(portions(columnName, values), AT_ONCE, (portion) =>
			this.readPortion(columnName, portion),
		);
		return read.flat();
	}

	/**
	 * All rows for which a condition holds, or all there are, page by page in the order of their ids.
	 *
	 * Each page begins behind the last id, so that rows deleted meanwhile move no other row out of sight.
	 */
	async readAll(condition?: RowCondition): Promise<ApiRow[]> {
		const rows: ApiRow[] = [];
		for (let last = 0; ; last = rows[rows.length - 1]!.id) {
			const page = await this.page('and', [
				...(condition ? [condition] : []),
				...(last > 0 ? [{ columnName: 'id', condition: 'gt' as const, value: last }] : []),
			]);
			rows.push(...page);
			if (page.length < ROWS_PER_PAGE) return rows;
		}
	}

	/**
	 * Puts in new rows.
	 *
	 * @returns whether they were too much for one request, and none was put in
	 */
	async insert(rows: readonly IDataObject[]): Promise<{ isTooMuch: boolean }> {
		const { status } = await this.api.request({
			method: 'POST',
			path: `/data-tables/${this.tableId}/rows`,
			body: { data: [...rows], returnType: 'count' },
			purpose: 'add rows to data tables',
			scope: 'dataTableRow:create',
			expects: rows.length > 1 ? [413] : [],
		});
		return { isTooMuch: status === 413 };
	}

	/** Changes the rows for which all conditions hold, or any of them, and gives them as they are then. */
	async update(
		type: 'and' | 'or',
		conditions: readonly RowCondition[],
		data: IDataObject,
	): Promise<ChangedRows> {
		const { body, isDoubtful } = await this.api.request({
			method: 'PATCH',
			path: `/data-tables/${this.tableId}/rows/update`,
			body: { filter: { type, filters: conditions.map(filled) }, data, returnData: true },
			purpose: 'change rows of data tables',
			scope: 'dataTableRow:update',
		});
		return { rows: body as ApiRow[], isDoubtful };
	}

	/** Deletes the rows for which all conditions hold, and gives them. */
	async delete(conditions: readonly RowCondition[]): Promise<ApiRow[]> {
		return await this.deleteBy('and', conditions);
	}

	/** Deletes the rows in which a column has one of some values, and gives them. */
	async deleteWhere(columnName: string, values: readonly string[]): Promise<ApiRow[]> {
		const deleted = await inTurns(portions(columnName, values), AT_ONCE, (portion) =>
			this.deleteBy(
				'or',
				portion.map((value) => ({ columnName, value })),
			),
		);
		return deleted.flat();
	}

	private async deleteBy(
		type: 'and' | 'or',
		conditions: readonly RowCondition[],
	): Promise<ApiRow[]> {
		const { body } = await this.api.request({
			method: 'DELETE',
			path: `/data-tables/${this.tableId}/rows/delete`,
			query: {
				filter: JSON.stringify({ type, filters: conditions }),
				returnData: 'true',
			},
			purpose: 'delete rows of data tables',
			scope: 'dataTableRow:delete',
		});
		return body as ApiRow[];
	}

	/** As `readWhere`; where the values have more rows than one page, they are asked for in halves. */
	private async readPortion(columnName: string, values: readonly string[]): Promise<ApiRow[]> {
		const conditions = values.map((value) => ({ columnName, value }));
		if (values.length === 1) return await this.readAll(conditions[0]);
		const page = await this.page('or', conditions);
		if (page.length < ROWS_PER_PAGE) return page;
		const halves = chunk([...values], Math.ceil(values.length / 2));
		return (await inTurns(halves, 1, (half) => this.readPortion(columnName, half))).flat();
	}

	private async page(type: 'and' | 'or', conditions: readonly RowCondition[]): Promise<ApiRow[]> {
		const { body } = await this.api.request({
			method: 'GET',
			path: `/data-tables/${this.tableId}/rows`,
			query: {
				limit: ROWS_PER_PAGE,
				...(conditions.length === 0
					? {}
					: { filter: JSON.stringify({ type, filters: conditions }) }),
			},
			purpose: 'read rows of data tables',
			scope: 'dataTableRow:read',
		});
		return (body as { data: ApiRow[] }).data;
	}
}

/** In the body of a request the API wants the condition said. */
function filled({ columnName, condition = 'eq', value }: RowCondition) {
	return { columnName, condition, value };
}
