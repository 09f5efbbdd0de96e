import type { DealRecord } from './DealReader';

/** All records of one deal, the one that counts first. */
export type DealRecords = readonly [DealRecord, ...DealRecord[]];

function newestDate(record: DealRecord): number {
	const { createdAt, stageSince, lastActivityAt, otherActivityAt } = record;
	return Math.max(
		...[createdAt, stageSince, lastActivityAt, otherActivityAt].map(
			(instant) => instant ?? Number.NEGATIVE_INFINITY,
		),
	);
}

/** What a record says, without where it came from: two that say the same are the same. */
function wording(record: DealRecord): string {
	return JSON.stringify({ ...record, itemIndex: 0 }, Object.keys(record).sort());
}

/**
 * Which of two records of one deal counts: the one changed last, else the one with the newer date, else
 * the one that says the deal is closed. The order of the items makes no difference.
 */
function isNewer(one: DealRecord, other: DealRecord): boolean {
	const ranks = (record: DealRecord) => [
		record.lastChangeAt ?? Number.NEGATIVE_INFINITY,
		newestDate(record),
		record.standing === 'open' ? 0 : 1,
	];
	const [ofOne, ofOther] = [ranks(one), ranks(other)];
	for (const [i, rank] of ofOne.entries()) if (rank !== ofOther[i]) return rank > ofOther[i]!;
	return wording(one) < wording(other);
}

/** The records of a run by deal, in the order in which the deals were first seen. */
export function newestRecords(records: readonly DealRecord[]): DealRecords[] {
	const deals = new Map<string, [DealRecord, ...DealRecord[]]>();
	for (const record of records) {
		const known = deals.get(record.id);
		if (!known) deals.set(record.id, [record]);
		else if (isNewer(record, known[0])) known.unshift(record);
		else known.push(record);
	}
	return [...deals.values()];
}
