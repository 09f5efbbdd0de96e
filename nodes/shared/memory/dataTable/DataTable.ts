import type { NodeExecutionHint } from 'n8n-workflow';

import type {
	MemorySchema,
	MemoryTable,
	MemoryValues,
	RowChange,
	StoredRow,
} from '../../../core/memory/MemoryTable';
import { counted } from '../../../core/wording/formatNumber';
import { warning } from '../../tellUser';
import { changeRows, type RowRevision } from './changeRows';
import type { DataTableApi } from './DataTableApi';
import type { TableFinder } from './TableFinder';
import { TableReader } from './TableReader';
import { TableRows, type ApiRow } from './TableRows';
import { stateOf } from './writerState';
import { winNewRows } from './winNewRows';

interface Opened {
	name: string;
	rows: TableRows;
	reader: TableReader;
}

/**
 * A memory table in a data table of n8n, reached through n8n's API.
 *
 * Rows lie in the database of n8n, so they outlast executions, and all workflows, workers and people who may
 * see the table share them. Nothing is kept between two calls but where the table is.
 */
export class DataTable implements MemoryTable {
	private opening: Promise<Opened> | undefined;

	private opened: Opened | undefined;

	constructor(
		private readonly api: DataTableApi,
		private readonly finder: TableFinder,
		private readonly schema: MemorySchema,
	) {}

	async read(customers: readonly string[] | 'all'): Promise<StoredRow[]> {
		if (customers.length === 0) return [];
		const { reader } = await this.open();
		return (await reader.settled(customers)).map((row) => this.storedRow(row));
	}

	async write(changes: readonly RowChange[]): Promise<boolean[]> {
		if (changes.length === 0) return [];
		const { rows, reader } = await this.open();
		const made = changes.map(() => false);
		const known: Array<[number, RowRevision]> = [];
		const news: Array<[number, MemoryValues]> = [];
		changes.forEach(({ before, values }, i) => {
			if (before) known.push([i, { before, values }]);
			else news.push([i, values]);
		});
		const changed = await changeRows(
			rows,
			known.map(([, change]) => change),
		);
		const won = await winNewRows(
			rows,
			reader,
			this.schema,
			news.map(([, values]) => values),
		);
		known.forEach(([i], at) => (made[i] = changed[at] === true));
		news.forEach(([i], at) => (made[i] = won[at] === true));
		return made;
	}

	async forget(customers: readonly string[]): Promise<number> {
		const asked = [...new Set(customers)];
		if (asked.length === 0) return 0;
		const { rows } = await this.open();
		// Deleted by a try of which no answer came, they would not be counted.
		const seen = await rows.readWhere('customer', asked);
		const deleted = await rows.deleteWhere('customer', asked);
		const settled = [...seen, ...deleted].filter((row) => stateOf(row) === 'settled');
		return new Set(settled.map(({ id }) => id)).size;
	}

	/** What the user should know of the rows. */
	hints(): NodeExecutionHint[] {
		const repaired = this.opened?.reader.repaired ?? 0;
		if (repaired === 0) return [];
		return [
			warning(
				`${counted(repaired, 'row')} of the data table "${this.opened?.name}" stood there for a customer who has another: the one that was changed last was kept.`,
			),
		];
	}

	private async open(): Promise<Opened> {
		return await (this.opening ??= this.openTable());
	}

	private async openTable(): Promise<Opened> {
		const { id, name } = await this.finder.open(this.schema);
		const rows = new TableRows(this.api, id);
		const reader = new TableReader(rows, this.schema, () => this.api.now());
		this.opened = { name, rows, reader };
		return this.opened;
	}

	private storedRow(row: ApiRow): StoredRow {
		const { key, columns } = this.schema;
		return {
			id: row.id,
			revision: row.revision ?? '',
			values: Object.fromEntries([
				...key.map((name) => [name, row[name] ?? '']),
				...columns.map(({ name }) => [name, row[name] ?? null]),
			]) as MemoryValues,
		};
	}
}
