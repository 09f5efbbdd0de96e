import { dayNumber } from '../../orderHistory';
import { sharedTable } from '../../history/sharedOrders';

/** Repeat orders of the customers of CDNOW, observed to 1997-09-30; times in days. */
export interface CdnowCounts {
	x: number[];
	tx: number[];
	T: number[];
	/** Mean value of the days of repeat orders, 0 for none. */
	meanValue: number[];
}

/** Undefined where the data does not lie beside the checkout. */
export function cdnowCounts(): CdnowCounts | undefined {
	const rows = sharedTable('cdnow/transactions.csv');
	if (!rows) return undefined;
	const end = dayNumber('1997-09-30');
	const spentOn = new Map<string, Map<number, number>>();
	for (const { sample_id: id = '', date = '', spend } of rows) {
		const day = dayNumber(date);
		if (day > end) continue;
		const days = spentOn.get(id) ?? new Map<number, number>();
		spentOn.set(id, days.set(day, (days.get(day) ?? 0) + Number(spend)));
	}
	const counts: CdnowCounts = { x: [], tx: [], T: [], meanValue: [] };
	for (const days of spentOn.values()) {
		const [first = Number.NaN, ...repeats] = [...days.keys()].sort((a, b) => a - b);
		const value = repeats.reduce((sum, day) => sum + (days.get(day) ?? Number.NaN), 0);
		counts.x.push(repeats.length);
		counts.tx.push((repeats[repeats.length - 1] ?? first) - first);
		counts.T.push(end - first);
		counts.meanValue.push(repeats.length > 0 ? value / repeats.length : 0);
	}
	return counts;
}

/** Describes what CDNOW shows; skipped, with a word on what is missing, where it is not there. */
export function describeCdnow(name: string, tell: (counts: CdnowCounts) => void): void {
	const counts = cdnowCounts();
	if (counts) describe(name, () => tell(counts));
	else {
		describe.skip(`${name} (cdnow/transactions.csv is missing in ../shared/data)`, () => {
			it.todo('needs the data beside the checkout');
		});
	}
}
