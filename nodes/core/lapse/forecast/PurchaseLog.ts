import type { OpenDays } from '../../history/OpenDays';
import { isSummary, type PurchaseHistory } from '../../history/PurchaseHistory';
import { quantile } from '../../history/quantile';

/** What a forecast knows of one customer on a day, all in open days. */
export interface RepeatCounts {
	/** Order days after the first one. */
	x: number;
	/** Days from the first to the last order. */
	tx: number;
	/** Days from the first order up to now. */
	T: number;
	/** Standard deviation of the gaps over their mean; NaN below three gaps. */
	gapVariation: number;
}

/** The customers that had ordered by some day, in columns. */
export interface ObservedCustomers {
	x: Float64Array;
	tx: Float64Array;
	T: Float64Array;
	gapVariation: Float64Array;
	/** Median of all gaps between orders; undefined where no two successive orders are known. */
	typicalGapDays: number | undefined;
}

/** The figures of one of them. */
export function countsAt(observed: ObservedCustomers, i: number): RepeatCounts {
	return {
		x: observed.x[i]!,
		tx: observed.tx[i]!,
		T: observed.T[i]!,
		gapVariation: observed.gapVariation[i]!,
	};
}

const MIN_GAPS_FOR_VARIATION = 3;
/** A larger share of customers than this must not be missing when a shop is seen as it was. */
const MOST_SUMMARIES = 0.05;

/** Whether a shop can be seen as it was without so many of all its customers. */
export function canLookBackWithout(summaries: number, customers: number): boolean {
	return summaries <= MOST_SUMMARIES * customers;
}

function variationOf(gaps: readonly number[]): number {
	if (gaps.length < MIN_GAPS_FOR_VARIATION) return Number.NaN;
	const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
	const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
	return Math.sqrt(variance) / mean;
}

/** What is known of one customer on a day; undefined before the first order. */
export function repeatCounts(
	history: PurchaseHistory,
	asOfDay: number,
	openDays: OpenDays,
): RepeatCounts | undefined {
	const [firstDay] = history.orderDays;
	const lastDay = history.orderDays[history.orderDays.length - 1];
	if (firstDay === undefined || lastDay === undefined) return undefined;
	// A summary without a first date says nothing about how long somebody is known.
	if (isSummary(history) && history.orderDays.length < 2) return undefined;
	// Two closed days in a row are one moment of the clock.
	const gaps = history.gaps.filter((gap) => gap > 0);
	return {
		x: isSummary(history) ? history.orderDayCount - 1 : gaps.length,
		tx: openDays.between(firstDay, lastDay),
		T: openDays.between(firstDay, asOfDay),
		gapVariation: isSummary(history) ? Number.NaN : variationOf(gaps),
	};
}

/**
 * The order days of all customers on one clock, so that the shop can be seen as it was on any day.
 *
 * Customers of whom only a summary is known can be seen as they are now, but not as they were.
 */
export class PurchaseLog {
	/** The first day with an order, in open days of the clock; Infinity where there is none. */
	readonly firstDay: number;

	/** Customers of whom nothing but count, first and last day are known. */
	private readonly summaries: PurchaseHistory[] = [];

	private readonly starts: Int32Array;

	private readonly days: Int32Array;

	constructor(
		all: readonly PurchaseHistory[],
		private readonly openDays: OpenDays,
	) {
		const starts: number[] = [0];
		const days: number[] = [];
		for (const history of all) {
			if (history.orderDays.length === 0) continue;
			if (isSummary(history)) {
				this.summaries.push(history);
				continue;
			}
			for (const day of history.orderDays) {
				const tick = this.tickOf(day);
				// Two closed days in a row are one moment of the clock.
				if (days.length === starts[starts.length - 1] || days[days.length - 1] !== tick) {
					days.push(tick);
				}
			}
			starts.push(days.length);
		}
		this.starts = Int32Array.from(starts);
		this.days = Int32Array.from(days);
		this.firstDay = this.days.reduce(
			(first, day) => Math.min(first, day),
			Number.POSITIVE_INFINITY,
		);
	}

	/** How many customers can be seen on earlier days. */
	get customers(): number {
		return this.starts.length - 1;
	}

	/**
	 * Whether the shop can be seen as it was. Customers of whom only a summary is known ordered more often
	 * than the others: where they are many, those who are left say nothing about a shop.
	 */
	get canLookBack(): boolean {
		return canLookBackWithout(this.summaries.length, this.customers + this.summaries.length);
	}

	/** A calendar day on the clock of open days. */
	tickOf(day: number): number {
		return this.openDays.between(0, day);
	}

	/** The customers as they were at the end of a day of the clock, which lasts until the next open day. */
	observedAt(tick: number): ObservedCustomers {
		const columns = new ObservedColumns(this.customers);
		const allGaps: number[] = [];
		for (let customer = 0; customer < this.customers; customer++) {
			const from = this.starts[customer]!;
			const end = this.endOf(customer, tick);
			if (end === from) continue;
			const gaps: number[] = [];
			for (let i = from + 1; i < end; i++) gaps.push(this.days[i]! - this.days[i - 1]!);
			for (const gap of gaps) allGaps.push(gap);
			columns.add({
				x: gaps.length,
				tx: this.days[end - 1]! - this.days[from]!,
				T: tick - this.days[from]!,
				gapVariation: variationOf(gaps),
			});
		}
		return columns.finish(middleOf(allGaps));
	}

	/** The customers as they are on the last day, those of whom only a summary is known among them. */
	observedNow(asOfDay: number): ObservedCustomers {
		const seen = this.observedAt(this.tickOf(asOfDay));
		if (this.summaries.length === 0) return seen;
		const columns = new ObservedColumns(seen.x.length + this.summaries.length);
		for (let i = 0; i < seen.x.length; i++) columns.add(countsAt(seen, i));
		for (const summary of this.summaries) {
			const counts = repeatCounts(summary, asOfDay, this.openDays);
			if (counts) columns.add(counts);
		}
		return columns.finish(seen.typicalGapDays ?? this.meanGapOfSummaries());
	}

	private meanGapOfSummaries(): number | undefined {
		return middleOf(
			this.summaries.map(({ meanGapDays }) => meanGapDays).filter((gap) => !Number.isNaN(gap)),
		);
	}

	/** For the customers observed at a day: 1 for those who ordered within so many days after it. */
	returnsAfter(tick: number, horizonDays: number): Uint8Array {
		const returned = new Uint8Array(this.customers);
		let count = 0;
		for (let customer = 0; customer < this.customers; customer++) {
			const end = this.endOf(customer, tick);
			if (end === this.starts[customer]) continue;
			const next = end < this.starts[customer + 1]! ? this.days[end]! : Number.POSITIVE_INFINITY;
			returned[count] = next <= tick + horizonDays ? 1 : 0;
			count += 1;
		}
		return returned.subarray(0, count);
	}

	/** The position behind a customer's last order up to a day. */
	private endOf(customer: number, tick: number): number {
		let end = this.starts[customer + 1]!;
		while (end > this.starts[customer]! && this.days[end - 1]! > tick) end -= 1;
		return end;
	}
}

/** Columns of customers while they are gathered. */
class ObservedColumns {
	private readonly columns: Record<keyof RepeatCounts, Float64Array>;

	private length = 0;

	constructor(capacity: number) {
		this.columns = {
			x: new Float64Array(capacity),
			tx: new Float64Array(capacity),
			T: new Float64Array(capacity),
			gapVariation: new Float64Array(capacity),
		};
	}

	add({ x, tx, T, gapVariation }: RepeatCounts): void {
		const row = this.length++;
		this.columns.x[row] = x;
		this.columns.tx[row] = tx;
		this.columns.T[row] = T;
		this.columns.gapVariation[row] = gapVariation;
	}

	finish(typicalGapDays: number | undefined): ObservedCustomers {
		const filled = (column: Float64Array) => column.subarray(0, this.length);
		const { x, tx, T, gapVariation } = this.columns;
		return {
			x: filled(x),
			tx: filled(tx),
			T: filled(T),
			gapVariation: filled(gapVariation),
			typicalGapDays,
		};
	}
}

/** The median; undefined for no numbers. */
function middleOf(values: readonly number[]): number | undefined {
	return values.length === 0 ? undefined : quantile(Float64Array.from(values).sort(), 0.5);
}
