import { chunk, groupBy } from 'es-toolkit';
import { randomString, type IDataObject } from 'n8n-workflow';

import { rowKey, type MemorySchema, type MemoryValues } from '../../../core/memory/MemoryTable';
import { inTurns } from './inTurns';
import type { TableReader } from './TableReader';
import { AT_ONCE, type ApiRow, type TableRows } from './TableRows';
import { stateOf, writerOf } from './writerState';

const MOST_ROWS_AT_ONCE = 1_000;
/** Proxies take bodies of 1 MB. */
const MOST_BYTES_AT_ONCE = 500_000;
/** So many are taken through all steps before the next: then no row waits as long as one of the crashed. */
const MOST_IN_PLAY = 10_000;
/** So often new rows may show at the last look before a writer gives up. */
const MOST_LOOKS = 10;

/** A new row on its way, by its revision, which no other row has. */
interface Entry {
	readonly index: number;
	readonly values: MemoryValues;
	readonly key: string;
	readonly revision: string;
	/** Whose it is, and of which portion. */
	token: string;
}

/**
 * Puts in new rows, each only if there is none of its key, and tells of each whether it was won.
 *
 * n8n's data tables know no unique key, so those who put in the same row settle among themselves who won
 * (after Lamport's bakery, with rows for tickets). Each goes through the same steps for a key:
 * 1. Put in a row that is `pending`.
 * 2. Look: where a `ready` or settled row of another is there, or a pending one with a lower id, yield: delete
 *    the own row, lost.
 * 3. Make the own row `ready`, if it is still there.
 * 4. Look again: where a ready or settled row with a lower id is there, yield. Where a pending one with a lower
 *    id is there, delete that, if it still is pending, and look again.
 * 5. Make the own row settled, if it is still there: won.
 *
 * Never do two win. Let X and Y have settled, with ids x < y. At the last look of Y in step 4 there was neither
 * a ready nor a settled X; a pending X would have been deleted, and X lost in step 3. So X was not to be
 * seen at all: it was put in, or became visible, after that look (on PostgreSQL a row may show after one with
 * a higher id; the proof takes nothing from the order). Then step 2 of X came after that look and so after step 3
 * of Y, saw Y ready or settled, and X yielded. Nor do all lose, as long as nobody crashes: whoever yields in step
 * 2 or 4 does so for another's row, and of those that became ready the one with the lowest id has nobody to yield
 * to in step 4, and is deleted by nobody. Of those that never saw a ready one, the lowest id becomes ready.
 *
 * Every change is made to a row in the state in which it was seen, so that one who is taken for crashed and
 * cleared away loses, however late he wakes up. An insert that is made twice gives two rows of one writer: the
 * lower one counts and the other is deleted.
 */
export async function winNewRows(
	rows: TableRows,
	reader: TableReader,
	schema: MemorySchema,
	news: readonly MemoryValues[],
): Promise<boolean[]> {
	const won = news.map(() => false);
	for (const portion of chunk([...news.entries()], MOST_IN_PLAY)) {
		const token = randomString(16);
		const entries = portion.map(([index, values]) => ({
			index,
			values,
			key: rowKey(schema, values),
			revision: `${token}${index.toString(36)}`,
			token,
		}));
		const settled = await new Contest(rows, reader, schema, token).settle(entries);
		for (const { index } of settled) won[index] = true;
	}
	return won;
}

class Contest {
	private portions = 0;

	constructor(
		private readonly rows: TableRows,
		private readonly reader: TableReader,
		private readonly schema: MemorySchema,
		private readonly token: string,
	) {}

	/** Those of the entries that won. */
	async settle(entries: readonly Entry[]): Promise<Entry[]> {
		for (const portion of this.inPortions(entries)) await this.putIn(portion);
		const first = await this.firstLook(entries);
		await this.advance(first, 'pending', 'ready');
		return await this.advance(await this.lastLook(first), 'ready', 'settled');
	}

	private inPortions(entries: readonly Entry[]): Entry[][] {
		const portions: Entry[][] = [];
		let bytes = Infinity;
		for (const entry of entries) {
			const size = JSON.stringify(entry.values).length * 2;
			bytes += size;
			const last = portions[portions.length - 1];
			if (last && bytes <= MOST_BYTES_AT_ONCE && last.length < MOST_ROWS_AT_ONCE) last.push(entry);
			else {
				portions.push([entry]);
				bytes = size;
			}
		}
		return portions;
	}

	/** Puts in rows under a token of their own; in halves, where they are too much at once. */
	private async putIn(entries: readonly Entry[]): Promise<void> {
		const token = `${this.token}${(this.portions++).toString(36)}`;
		for (const entry of entries) entry.token = token;
		const writer = writerOf('pending', token);
		const { isTooMuch } = await this.rows.insert(
			entries.map(({ values, revision }) => ({ ...values, revision, writer }) as IDataObject),
		);
		if (!isTooMuch) return;
		for (const half of chunk([...entries], Math.ceil(entries.length / 2))) await this.putIn(half);
	}

	/** Who goes on after step 2; the rows of the others are deleted. */
	private async firstLook(entries: readonly Entry[]): Promise<Entry[]> {
		const { goOn, yielding } = await this.look(entries, (other, own) =>
			stateOf(other) === 'pending' ? other.id < own.id : true,
		);
		await this.withdraw(yielding);
		return goOn;
	}

	/** Who goes on after step 4; the rows of the others are deleted. */
	private async lastLook(entries: readonly Entry[]): Promise<Entry[]> {
		const through: Entry[] = [];
		let open = entries;
		for (let looks = 0; open.length > 0; looks++) {
			const { goOn, yielding, before } = await this.look(
				open,
				(other, own) => other.id < own.id && (stateOf(other) !== 'pending' || looks >= MOST_LOOKS),
			);
			await this.withdraw(yielding);
			open = goOn.filter(({ key }) => (before.get(key) ?? []).length > 0);
			through.push(...goOn.filter(({ key }) => (before.get(key) ?? []).length === 0));
			const pending = open.flatMap(({ key }) => before.get(key)!);
			await inTurns(pending, AT_ONCE, ({ id, writer }) =>
				this.rows.delete([
					{ columnName: 'id', value: id },
					{ columnName: 'writer', value: writer },
				]),
			);
		}
		return through;
	}

	/**
	 * Looks at the rows of the keys of some entries.
	 *
	 * @param hasRight whether another's row lets the entry yield
	 * @returns who goes on and who yields, without those whose row is gone, and the rows of others with lower ids
	 */
	private async look(
		entries: readonly Entry[],
		hasRight: (other: ApiRow, own: ApiRow) => boolean,
	): Promise<{ goOn: Entry[]; yielding: Entry[]; before: Map<string, ApiRow[]> }> {
		const goOn: Entry[] = [];
		const yielding: Entry[] = [];
		const before = new Map<string, ApiRow[]>();
		const found =
			entries.length === 0
				? []
				: await this.reader.standing(
						entries.map(({ values }) => String(values.customer)),
						this.token,
					);
		const byKey = new Map(Object.entries(groupBy(found, (row) => rowKey(this.schema, row))));
		const doubles: ApiRow[] = [];
		for (const entry of entries) {
			const same = byKey.get(entry.key) ?? [];
			const own = same
				.filter(({ revision }) => revision === entry.revision)
				.sort((a, b) => furthest(a) - furthest(b) || a.id - b.id);
			const [first, ...again] = own;
			doubles.push(...again);
			if (!first) continue;
			const others = same.filter(({ revision }) => revision !== entry.revision);
			if (others.some((other) => hasRight(other, first))) yielding.push(entry);
			else {
				goOn.push(entry);
				before.set(
					entry.key,
					others.filter(({ id }) => id < first.id),
				);
			}
		}
		await this.removeDoubles(doubles);
		return { goOn, yielding, before };
	}

	private async removeDoubles(doubles: readonly ApiRow[]): Promise<void> {
		await inTurns(doubles, AT_ONCE, ({ id, revision }) =>
			this.rows.delete([
				{ columnName: 'id', value: id },
				{ columnName: 'revision', value: revision },
			]),
		);
	}

	private async withdraw(entries: readonly Entry[]): Promise<void> {
		if (entries.length === 0) return;
		await this.rows.deleteWhere(
			'revision',
			entries.map(({ revision }) => revision),
		);
	}

	/** Takes the rows of some entries from one state into the next, and gives the entries whose row was there. */
	private async advance(
		entries: readonly Entry[],
		from: 'pending' | 'ready',
		to: 'ready' | 'settled',
	): Promise<Entry[]> {
		const advanced: Entry[] = [];
		for (const [token, portion] of Object.entries(groupBy(entries, (entry) => entry.token))) {
			const { rows, isDoubtful } = await this.rows.update(
				'and',
				[{ columnName: 'writer', value: writerOf(from, token) }],
				{ writer: writerOf(to, token) },
			);
			const now = isDoubtful
				? await this.reader.standing(
						portion.map(({ values }) => String(values.customer)),
						this.token,
					)
				: rows;
			const keys = new Set<string>();
			for (const row of now.sort((a, b) => a.id - b.id)) {
				if (row.writer !== writerOf(to, token)) continue;
				const key = rowKey(this.schema, row);
				if (keys.has(key)) await this.removeDoubles([row]);
				else keys.add(key);
			}
			advanced.push(...portion.filter(({ key }) => keys.has(key)));
		}
		return advanced;
	}
}

/** An insert made twice may leave a row behind the one that went on. */
function furthest(row: ApiRow): number {
	return stateOf(row) === 'pending' ? 1 : 0;
}
