import { groupBy } from 'es-toolkit';
import { parseISO } from 'date-fns';

import { rowKey, type MemorySchema } from '../../../core/memory/MemoryTable';
import { inTurns } from './inTurns';
import { AT_ONCE, type ApiRow, type TableRows } from './TableRows';
import { stateOf } from './writerState';

/** For more customers than this, reading all rows takes fewer requests than asking for each. */
const FEW_CUSTOMERS = 500;
/** No writer takes this long; who did not settle a row by then has crashed. */
const CRASHED_AFTER_MS = 2 * 60_000;

/** Reads the rows of a data table by customer, and clears away what crashed or doubtful writing left there. */
export class TableReader {
	/** How many rows were there several times and were removed. */
	repaired = 0;

	constructor(
		private readonly rows: TableRows,
		private readonly schema: MemorySchema,
		private readonly now: () => number,
	) {}

	/** The settled rows of some customers, or all, one for each key. */
	async settled(customers: readonly string[] | 'all'): Promise<ApiRow[]> {
		const rows = (await this.standing(customers)).filter((row) => stateOf(row) === 'settled');
		const byKey = groupBy(rows, (row) => rowKey(this.schema, row));
		const doubles: ApiRow[] = [];
		const kept = Object.values(byKey).map((same) => {
			const [first, ...others] = same.sort(
				(a, b) => parseISO(b.updatedAt).getTime() - parseISO(a.updatedAt).getTime() || a.id - b.id,
			);
			doubles.push(...others);
			return first as ApiRow;
		});
		await this.remove(doubles);
		return kept;
	}

	/**
	 * All rows of some customers, or of all, in any state but crashed.
	 *
	 * @param ownToken of a writer who is alive for certain, whatever the clocks say
	 */
	async standing(customers: readonly string[] | 'all', ownToken?: string): Promise<ApiRow[]> {
		for (;;) {
			const rows = await this.whatever(customers);
			const crashed = rows.filter(
				(row) =>
					stateOf(row) !== 'settled' &&
					(ownToken === undefined || !row.writer?.includes(`:${ownToken}`)) &&
					parseISO(row.createdAt).getTime() < this.now() - CRASHED_AFTER_MS,
			);
			if (crashed.length === 0) return rows;
			// Whoever is not dead after all finds the row gone and takes it for lost.
			const writers = [...new Set(crashed.map(({ writer }) => writer))];
			await inTurns(writers, AT_ONCE, (writer) =>
				this.rows.delete([{ columnName: 'writer', value: writer }]),
			);
		}
	}

	private async whatever(customers: readonly string[] | 'all'): Promise<ApiRow[]> {
		const asked = new Set(customers === 'all' ? [] : customers);
		if (customers !== 'all' && asked.size <= FEW_CUSTOMERS) {
			return await this.rows.readWhere('customer', [...asked]);
		}
		const rows = await this.rows.readAll();
		return rows.filter(({ customer }) =>
			customers === 'all'
				? typeof customer === 'string' && customer !== ''
				: asked.has(String(customer)),
		);
	}

	/**
	 * Removes rows that stand beside a newer one of the same key, each only as it was read.
	 *
	 * All who find the same rows keep the same one: a row that changed meanwhile is not removed, and one that
	 * is newer than what another kept has a revision that the other did not see.
	 */
	private async remove(doubles: readonly ApiRow[]): Promise<void> {
		const removed = await inTurns(doubles, AT_ONCE, ({ id, revision }) =>
			this.rows.delete([
				{ columnName: 'id', value: id },
				{ columnName: 'revision', value: revision },
			]),
		);
		this.repaired += removed.flat().length;
	}
}
