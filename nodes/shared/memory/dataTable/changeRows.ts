import { chunk, groupBy } from 'es-toolkit';
import { randomString, type IDataObject } from 'n8n-workflow';

import { changedValues } from '../../../core/memory/changedValues';
import type { MemoryValues, StoredRow } from '../../../core/memory/MemoryTable';
import { inTurns } from './inTurns';
import { AT_ONCE, MOST_CONDITIONS, type TableRows } from './TableRows';

/** In front of a revision that several rows got at once, so that it does not tell one row from another. */
const SHARED = '+';

/** A change of a row that is there. */
export interface RowRevision {
	before: StoredRow;
	values: MemoryValues;
}

interface Change {
	readonly index: number;
	readonly id: number;
	/** As n8n holds it: null where a person put the row in. */
	readonly revision: string | null;
	readonly data: IDataObject;
}

/**
 * Changes rows, each only as it was read, and tells of each whether it was changed.
 *
 * The database changes a row for one of two who ask for the same revision, and the other finds no row of
 * that revision any more. n8n on SQLite gives all rows that were found, as they are after the change: so
 * only a row with the revision written here was changed here.
 *
 * Rows that get the same values are changed in one request, by their revisions, as far as these tell one row
 * from all others. Only cells that change are sent: what a person changed in others stays.
 *
 * After a time-out the row itself tells who changed it. Where another one did after that, nobody can tell any
 * more: then it counts as not changed here, and whoever asked looks at the row anew.
 */
export async function changeRows(
	rows: TableRows,
	changes: readonly RowRevision[],
): Promise<boolean[]> {
	const made = changes.map(() => false);
	const token = randomString(16);
	const all = changes.map(({ before, values }, index) => ({
		index,
		id: before.id!,
		revision: before.revision === '' ? null : before.revision,
		data: { ...changedValues(before.values, values) },
	}));
	const steps = Object.values(groupBy(all, ({ data }) => JSON.stringify(data))).flatMap((alike) => {
		const apart = alike.filter(({ revision }) => isOfOneRow(revision));
		const grouped = apart.length > 1 ? apart : [];
		const single = apart.length > 1 ? alike.filter(({ revision }) => !isOfOneRow(revision)) : alike;
		return [...chunk(grouped, MOST_CONDITIONS), ...single.map((change) => [change])];
	});
	await inTurns(steps, AT_ONCE, async (step) => {
		const [first] = step as [Change, ...Change[]];
		const own = `${step.length > 1 ? SHARED : ''}${token}${first.index.toString(36)}`;
		const ids = await idsChanged(rows, step, own);
		for (const { id, index } of step) made[index] = ids.has(id);
	});
	return made;
}

/** The ids of the rows that carry the revision written here. */
async function idsChanged(
	rows: TableRows,
	step: readonly Change[],
	own: string,
): Promise<Set<number>> {
	const [first] = step as [Change, ...Change[]];
	const data = { ...first.data, revision: own };
	const { rows: changed, isDoubtful } =
		step.length > 1
			? await rows.update(
					'or',
					step.map(({ revision }) => ({ columnName: 'revision', value: revision })),
					data,
				)
			: await rows.update(
					'and',
					[
						{ columnName: 'id', value: first.id },
						{ columnName: 'revision', value: first.revision },
					],
					data,
				);
	const now = isDoubtful ? await rows.readWhere('revision', [own]) : changed;
	return new Set(now.filter(({ revision }) => revision === own).map(({ id }) => id));
}

function isOfOneRow(revision: string | null): boolean {
	return revision !== null && !revision.startsWith(SHARED);
}
