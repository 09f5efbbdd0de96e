import type { LedgerCustomer, OrderRecord } from '../core/history/OrderLedger';
import type { PurchaseHistory } from '../core/history/PurchaseHistory';
import type { StoreRhythm } from '../core/history/StoreRhythm';
import type { LifecycleVerdict } from '../core/lifecycle/classifyLifecycle';
import { LIFECYCLE_STAGES, type LifecycleStage } from '../core/lifecycle/LifecycleStage';
import { changedValues } from '../core/memory/changedValues';
import { dateCell, readDateCell } from '../core/memory/dateCell';
import type { MemoryValues, StoredRow } from '../core/memory/MemoryTable';
import { readOrderLog, writeOrderLog } from '../core/memory/orderLog';
import { readElsewhere, writeElsewhere } from '../core/memory/orderLogElsewhere';
import {
	ALL_CUSTOMERS,
	isEnoughToLearn,
	isFresh,
	readRhythmNote,
	writeRhythmNote,
	type RhythmNote,
} from '../core/memory/rhythmNote';
import { counted } from '../core/wording/formatNumber';
import type { CustomerMemory } from '../shared/memory/CustomerMemory';
import { recallPeople, type RecalledPeople } from '../shared/memory/recallPeople';
import { settleCustomers, type Judgement } from '../shared/memory/settleCustomers';
import type { PurchaseRun } from '../shared/PurchaseRun';

/** The stage of last time, as it is remembered. */
export interface RememberedStage {
	stage: LifecycleStage;
	since: number | undefined;
}

/** A customer of a run with the verdict. */
export interface JudgedCustomer extends LedgerCustomer {
	verdict: LifecycleVerdict;
}

/** Judges customers by their histories, the stages of last time, and the rhythm of the store. */
export type JudgeLifecycles = (
	customers: readonly LedgerCustomer[],
	remembered: ReadonlyMap<number, RememberedStage>,
	rhythm: StoreRhythm,
) => JudgedCustomer[];

/** What stands in the row of a customer who is remembered under another key. */
const NOTHING: MemoryValues = Object.freeze({
	stage: null,
	stage_since: null,
	orders: null,
	total_spent: null,
	currency: null,
	first_order_at: null,
	last_order_at: null,
});

/** The lives of the customers of a run, as they are remembered: order by order, and stage by stage. */
export class LifecycleMemory {
	private readonly unreadable = new Set<string>();

	/** Histories of remembered customers who are not among the items, where the rhythm is learned from all. */
	private others: readonly PurchaseHistory[] = [];

	private hasReadAll = false;

	private rhythm: StoreRhythm;

	/** What was learned in this run, to be remembered. */
	private learned: RhythmNote | undefined;

	private constructor(
		private readonly store: Pick<CustomerMemory, 'customers' | 'keyOf'>,
		private readonly run: PurchaseRun,
		private readonly recalled: RecalledPeople,
		/** What was learned of the store before; undefined where nothing was. */
		private readonly note: RhythmNote | undefined,
		private readonly keepsRhythm: boolean,
	) {
		this.rhythm = run.rhythm;
	}

	/**
	 * Looks up the people of a run.
	 *
	 * @param keepsRhythm whether the memory has a place for what is learned of the store
	 */
	static async open(
		store: Pick<CustomerMemory, 'customers' | 'keyOf'>,
		run: PurchaseRun,
		keepsRhythm: boolean,
	): Promise<LifecycleMemory> {
		const recalled = await recallPeople(store, run, keepsRhythm ? [ALL_CUSTOMERS] : []);
		const text = recalled.rows.get(ALL_CUSTOMERS)?.values.order_log;
		const note = typeof text === 'string' ? readRhythmNote(text) : undefined;
		const memory = new LifecycleMemory(store, run, recalled, note, keepsRhythm);
		await memory.readOthers();
		return memory;
	}

	/** Judges the customers of the run by what is remembered, and remembers what is found. */
	async settle(judge: JudgeLifecycles): Promise<JudgedCustomer[]> {
		const { customerOf, rows } = this.recalled;
		const customers = [...new Set(customerOf.values())];
		const judged = await settleCustomers(
			this.store.customers,
			customers,
			(remembered) => this.judged(judge, remembered),
			customers.flatMap((customer) => rows.get(customer) ?? []),
		);
		await this.forward(judged);
		await this.keepRhythm();
		return judged;
	}

	/** What could not be used of the memory, in one sentence; none where all could. */
	warnings(): string[] {
		const { size } = this.unreadable;
		if (size === 0) return [];
		const [first] = this.unreadable;
		return [
			`The orders remembered of ${counted(size, 'customer')} could not be read, e.g. of "${first}": they count as not remembered. Let this node read all orders of theirs once to remember them anew.`,
		];
	}

	private judged(
		judge: JudgeLifecycles,
		remembered: ReadonlyMap<string, StoredRow>,
	): Array<Judgement<JudgedCustomer>> {
		const { customerOf, formerRows } = this.recalled;
		const logs = new Map<number, OrderRecord[][]>();
		const stages = new Map<number, RememberedStage>();
		for (const [person, customer] of customerOf) {
			const row = remembered.get(customer);
			const all = [...(row ? [row] : []), ...(formerRows.get(person) ?? [])];
			if (all.length === 0) continue;
			logs.set(
				person,
				all.map((one) => this.ordersOf(one)),
			);
			const stage = newestStage(row ? [row] : []) ?? newestStage(all);
			if (stage) stages.set(person, stage);
		}
		this.run.fold(logs, this.others);
		this.learn();
		return judge(this.run.customers, stages, this.rhythm).map((result) => {
			const customer = customerOf.get(result.person)!;
			const row = remembered.get(customer);
			return { customer, values: changedValues(row?.values, valuesOf(result, row)), result };
		});
	}

	private ordersOf({ values: { customer, order_log: text } }: StoredRow): OrderRecord[] {
		if (typeof text !== 'string' || readElsewhere(text) !== undefined) return [];
		const orders = readOrderLog(text);
		if (!orders) this.unreadable.add(String(customer));
		return orders ?? [];
	}

	/** Reads who is not among the items, where the rhythm of the store cannot be told without them. */
	private async readOthers(): Promise<void> {
		const { customerOf, rows } = this.recalled;
		const isTold = this.note !== undefined && isFresh(this.note, this.today);
		// Those who never bought are among the people, but who is enough is not told by less.
		if (!this.keepsRhythm || isTold || isEnoughToLearn(customerOf.size, this.note)) return;
		this.hasReadAll = true;
		const logs = new Map<string, OrderRecord[]>();
		for (const row of await this.store.customers.read('all')) {
			const customer = String(row.values.customer);
			if (customer === ALL_CUSTOMERS || rows.has(customer)) continue;
			const orders = this.ordersOf(row);
			if (orders.length > 0) logs.set(customer, orders);
		}
		// Another run may have put them in meanwhile.
		for (const customer of customerOf.values()) logs.delete(customer);
		this.others = this.run.customersOf(logs).map(({ history }) => history);
	}

	/** Chooses between what this run tells of the store and what was learned before. */
	private learn(): void {
		const { run, note, others } = this;
		this.rhythm = run.rhythm;
		if (!this.keepsRhythm) return;
		const isBuyer = ({ orders }: PurchaseHistory) => orders > 0;
		const own = run.customers.filter(({ history }) => isBuyer(history)).length;
		const customers = own + others.filter(isBuyer).length;
		if (this.hasReadAll || note === undefined || isEnoughToLearn(own, note)) {
			this.learned = { rhythm: run.rhythm, customers, learnedOn: this.today };
		} else {
			this.rhythm = note.rhythm;
			this.learned = undefined;
		}
	}

	private get today(): string {
		return this.run.zone.toIso(this.run.asOf).slice(0, 10);
	}

	/** Where another run was first to remember a rhythm, that one is as good. */
	private async keepRhythm(): Promise<void> {
		if (!this.learned) return;
		const before = this.recalled.rows.get(ALL_CUSTOMERS);
		const text = writeRhythmNote(this.learned);
		if (before?.values.order_log === text) return;
		await this.store.customers.write([
			{ before, values: { customer: ALL_CUSTOMERS, order_log: text } },
		]);
	}

	/**
	 * Lets rows under former names tell where the customer is remembered by now: their orders were
	 * counted in there. A row that another run changed meanwhile stays, and is counted in next time.
	 */
	private async forward(judged: readonly JudgedCustomer[]): Promise<void> {
		const { customerOf, formerRows } = this.recalled;
		const forwarded = judged.flatMap(({ person }) => {
			const order_log = writeElsewhere(customerOf.get(person)!);
			return (formerRows.get(person) ?? []).map((before) => ({
				before,
				values: { ...NOTHING, customer: before.values.customer!, order_log },
			}));
		});
		if (forwarded.length > 0) await this.store.customers.write(forwarded);
	}
}

function stageOf({ stage, stage_since: since }: MemoryValues): RememberedStage | undefined {
	const known = LIFECYCLE_STAGES.find((one) => one === stage);
	if (!known) return undefined;
	return { stage: known, since: readDateCell(since) };
}

/** Of several rows of one customer the stage that began last. */
function newestStage(rows: readonly StoredRow[]): RememberedStage | undefined {
	let newest: RememberedStage | undefined;
	for (const { values } of rows) {
		const stage = stageOf(values);
		if (stage && !((newest?.since ?? -Infinity) > (stage.since ?? -Infinity))) newest = stage;
	}
	return newest;
}

/** What is to be remembered of a customer; an unreadable text stays where there is nothing to put there. */
function valuesOf({ verdict, history, log = [] }: JudgedCustomer, row?: StoredRow): MemoryValues {
	const text = writeOrderLog(log);
	return {
		stage: verdict.stage,
		stage_since: dateCell(readDateCell(verdict.since)),
		orders: verdict.orders,
		total_spent: verdict.totalSpent,
		currency: verdict.currency,
		first_order_at: dateCell(history.firstOrderAt),
		last_order_at: dateCell(history.lastOrderAt),
		order_log: text === '' ? (row?.values.order_log ?? null) : text,
	};
}
