import type { IDataObject, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { LEAD_BANDS, type LeadBand } from '../../core/lead/LeadModel';
import type { LeadScore } from '../../core/lead/LeadScore';
import { activityType } from '../../core/lead/activityType';
import {
	EMPTY_LOG,
	readActivityLog,
	writeActivityLog,
	type LoggedActivity,
} from '../../core/memory/activityLog';
import { activityLogFold } from '../../core/memory/activityLogFold';
import { changedValues } from '../../core/memory/changedValues';
import { dateCell } from '../../core/memory/dateCell';
import { keptActivities } from '../../core/memory/keptActivities';
import {
	NO_FINDINGS,
	readRecordFindings,
	writeRecordFindings,
	type RecordFindings,
} from '../../core/memory/recordFindings';
import type { MemoryValues, StoredRow } from '../../core/memory/MemoryTable';
import { counted } from '../../core/wording/formatNumber';
import type { CustomerMemory } from '../../shared/memory/CustomerMemory';
import { settleCustomers, type Judgement } from '../../shared/memory/settleCustomers';
import type { ItemReader } from '../../shared/NodeParameters';
import { note, warning } from '../../shared/tellUser';
import type { Activity, Lead } from '../scoring/Lead';
import type { ScoringRun } from '../scoring/ScoringRun';
import { CountableActivities } from './CountableActivities';

/** An activity with what rules ask of it. */
interface KnownActivity extends Activity, LoggedActivity {}

/** A lead of the run that has a key. */
interface Task {
	lead: Lead;
	customer: string;
	/** The band of last time that the item itself tells; it comes first. */
	previous: LeadBand | undefined;
	/** What rules can count of what came in; undefined until the lead is scored for the first time. */
	delivered: KnownActivity[] | undefined;
	/** The newest instant of all that came in, up to the reference day. */
	lastAt: number;
	/** Whether its item left as a failure item. */
	hasFailed: boolean;
}

/** What is known of a lead while its items are scored one after the other. */
interface State {
	row: StoredRow | undefined;
	activities: readonly KnownActivity[];
	isAskedAlike: boolean;
	/** What rules found in the record of the lead. */
	findings: RecordFindings;
	lastAt: number;
	band: LeadBand | undefined;
	score: LeadScore | undefined;
	scores: Map<Lead, LeadScore>;
	/** The columns of the memory that cannot be read. */
	unreadable: string[];
	isCut: boolean;
}

const NEVER = Number.NEGATIVE_INFINITY;

/** What the columns that may be unreadable hold, as people call it. */
const TOLD_AS = { activity_log: 'The remembered activities', lead_rules: 'The remembered rules' };

/** A value as it is read back from a log; undefined where JSON has none for it. */
function asJson(value: unknown): unknown {
	if (value === undefined || typeof value === 'function' || typeof value === 'symbol') {
		return undefined;
	}
	if (typeof value === 'bigint') return String(value);
	const text = JSON.stringify(value) as string | undefined;
	return text === undefined ? undefined : (JSON.parse(text) as unknown);
}

function bandIn(row: StoredRow | undefined): LeadBand | undefined {
	return LEAD_BANDS.find((band) => band === row?.values.lead_band);
}

/**
 * Scores leads by what they did in this run and in those before, and remembers both.
 *
 * Of several items of one lead, each is scored by all that came up to it, as if it had a run of its own;
 * what is remembered is that of the last. An item that leaves as a failure item is not remembered by
 * itself.
 */
export class LeadMemory {
	/** Whether the record of a lead came before, whose item is no record. */
	isRecordKnown = false;

	private readonly countable: CountableActivities;

	/** What rules ask of activities, in order of the names. */
	private readonly asked: ReadonlyArray<readonly [string, ItemReader]>;

	private readonly asOfDay: number;

	private readonly judged = new Map<
		string,
		{ revision: string | undefined; state: State; values: MemoryValues | undefined }
	>();

	constructor(
		private readonly memory: CustomerMemory,
		private readonly run: ScoringRun,
	) {
		const { asOf, zone } = run.configuration;
		this.countable = new CountableActivities(run.scorer.prepared, asOf, zone);
		this.asked = [...run.operands.askedOfActivities].sort(([a], [b]) => (a < b ? -1 : 1));
		this.asOfDay = zone.dayOf(asOf);
	}

	/** The scores of all leads but those whose items failed. */
	async score(leads: readonly Lead[]): Promise<ReadonlyMap<Lead, LeadScore>> {
		const { run, memory } = this;
		const tasks = new Map<Lead, Task>();
		for (const lead of leads) {
			if (lead.key === null) continue;
			tasks.set(lead, {
				lead,
				customer: memory.keyOf(lead.key),
				previous: run.toldBand(lead),
				delivered: undefined,
				lastAt: NEVER,
				hasFailed: false,
			});
		}
		const customers = [...new Set([...tasks.values()].map(({ customer }) => customer))];
		const withoutKey = new Map<Lead, LeadScore>();
		let isFirst = true;
		const judge = (remembered: ReadonlyMap<string, StoredRow>) => {
			const states = new Map<string, State>();
			for (const customer of customers) {
				const row = remembered.get(customer);
				const known = this.judged.get(customer);
				if (!known || known.revision !== row?.revision) states.set(customer, this.stateOf(row));
			}
			run.isRepeated = !isFirst;
			for (const lead of leads) {
				if (isFirst) run.tellHeld(lead);
				const task = tasks.get(lead);
				const state = task && states.get(task.customer);
				if (state) this.scoreTask(task, state);
				else if (!task && isFirst) {
					const score = run.hasFailed(lead) ? undefined : run.score(lead, run.toldBand(lead));
					if (score) withoutKey.set(lead, score);
				}
			}
			isFirst = false;
			for (const [customer, state] of states) {
				const values = this.changesOf(state);
				this.judged.set(customer, { revision: state.row?.revision, state, values });
			}
			return customers.map((customer): Judgement<State> => {
				const { state, values } = this.judged.get(customer)!;
				return { customer, values, result: state };
			});
		};
		const settled = await settleCustomers(memory.customers, customers, judge);
		const scores = new Map(withoutKey);
		for (const state of settled) for (const [lead, score] of state.scores) scores.set(lead, score);
		return scores;
	}

	/** What the user should know of what is remembered. */
	hints(leads: readonly Lead[]): NodeExecutionHint[] {
		const { activities } = this.run.configuration;
		const states = [...this.judged.values()].map(({ state }) => state);
		const keyless = leads.filter(({ key }) => key === null).length;
		const cut = states.filter(({ isCut }) => isCut).length;
		const hints: NodeExecutionHint[] = [];
		if (keyless > 0) {
			hints.push(
				warning(
					`${counted(keyless, 'lead')} scored without memory, as nothing in Lead Field tells who they are.`,
				),
			);
		}
		for (const [column, what] of Object.entries(TOLD_AS)) {
			const count = states.filter(({ unreadable }) => unreadable.includes(column)).length;
			if (count === 0) continue;
			hints.push(
				warning(
					`${what} of ${counted(count, 'lead')} cannot be read and count as none: "${column}" of the memory was changed by somebody, or by a newer version of this node.`,
				),
			);
		}
		if (cut > 0) {
			hints.push(
				note(
					`Of ${counted(cut, 'lead')} not all activities are remembered: the newest 1,000 at most, fewer where conditions ask for long texts of them.`,
				),
			);
		}
		if (activities.shape !== 'leads' && !activities.date && !activities.id) {
			hints.push(
				note(
					'Without an Activity Date Field and an Activity ID Field, an activity that is like a remembered one counts as the same. Name one of them.',
				),
			);
		}
		return [...hints, ...this.withoutRecord(states), ...this.memory.hints()];
	}

	/** Leads of whose fit nothing ever came in. */
	private withoutRecord(states: readonly State[]): NodeExecutionHint[] {
		const { scorer, configuration } = this.run;
		if (configuration.activities.shape !== 'activities') return [];
		const count = states.filter(
			({ score, findings }) => score && !scorer.knowsFit(findings),
		).length;
		if (count === 0) return [];
		return [
			note(
				`${counted(count, 'lead')} scored without what rules of fit ask for: nothing that tells it came in yet, or the rules have changed since. Look the lead up before this node, or run the records of all leads through it once with the same memory.`,
			),
		];
	}

	private stateOf(row: StoredRow | undefined): State {
		const log = readActivityLog(String(row?.values.activity_log ?? ''));
		const findings = readRecordFindings(String(row?.values.lead_rules ?? ''));
		const { asked, lastAt, activities } = log ?? EMPTY_LOG;
		const names = new Set(this.asked.map(([name]) => name));
		const isAskedAlike = asked.length === names.size && asked.every((name) => names.has(name));
		return {
			row,
			activities: activities.map((activity) => ({
				...activity,
				type: activityType(activity.name),
				asked: isAskedAlike
					? activity.asked
					: Object.fromEntries(Object.entries(activity.asked).filter(([name]) => names.has(name))),
				item: { json: {}, lead: { json: {} } },
				itemIndex: 0,
			})),
			isAskedAlike,
			findings: findings ?? NO_FINDINGS,
			lastAt: lastAt ?? NEVER,
			band: bandIn(row),
			score: undefined,
			scores: new Map(),
			unreadable: [...(log ? [] : ['activity_log']), ...(findings ? [] : ['lead_rules'])],
			isCut: false,
		};
	}

	/** Scores a lead by all that is known of it by now; what it knew before is in the state. */
	private scoreTask(task: Task, state: State): void {
		const { run } = this;
		const { lead } = task;
		if (task.delivered === undefined) {
			task.hasFailed = run.hasFailed(lead);
			task.delivered = task.hasFailed ? [] : this.deliveredBy(task);
		}
		if (task.hasFailed) return;
		const { needsLast } = this.countable;
		const { delivered } = task;
		const countable = activityLogFold(state.activities, delivered, state.isAskedAlike).filter(
			({ type, at }) => this.countable.has(type, at),
		);
		const kept = keptActivities(countable);
		state.lastAt = Math.max(state.lastAt, task.lastAt, this.newest(state.activities));
		if (kept.length < countable.length) state.isCut = true;
		state.activities = kept;
		state.isAskedAlike = true;

		const own = new Set(delivered);
		const item = run.items[lead.itemIndex] as INodeExecutionData;
		const findings = lead.itemIs === 'record' ? undefined : state.findings;
		if (findings && findings.rules.size > 0) this.isRecordKnown = true;
		const lastAt = Math.max(state.lastAt, findings?.lastAt ?? NEVER);
		const known: Lead = {
			...lead,
			activities: countable
				.filter((activity) => !this.isLater(activity))
				.map((activity) =>
					own.has(activity)
						? activity
						: {
								...activity,
								item: { json: {}, lead: item, asked: activity.asked as IDataObject },
								itemIndex: lead.itemIndex,
								isRemembered: true,
							},
				),
			findings,
			told: run.toldOf(lead),
			lastAt: needsLast && lastAt > NEVER ? lastAt : null,
		};
		const score = run.score(known, task.previous ?? state.band);
		if (!score) {
			task.hasFailed = true;
			return;
		}
		state.findings = run.findings(known, needsLast);
		state.band = score.band;
		state.score = score;
		state.scores.set(lead, score);
	}

	private isLater({ at }: LoggedActivity): boolean {
		return at !== null && this.run.configuration.zone.dayOf(at) > this.asOfDay;
	}

	/** The newest instant up to the reference day. */
	private newest(activities: readonly LoggedActivity[]): number {
		let newest = NEVER;
		for (const activity of activities) {
			const { at } = activity;
			if (at !== null && at > newest && !this.isLater(activity)) newest = at;
		}
		return newest;
	}

	/** What rules can count of what came in, with what they ask of it. */
	private deliveredBy(task: Task): KnownActivity[] {
		const known: KnownActivity[] = [];
		for (const activity of task.lead.activities) {
			const { type, at, item, itemIndex } = activity;
			if (at !== null && at > task.lastAt && !this.isLater({ ...activity, asked: {} })) {
				task.lastAt = at;
			}
			if (!this.countable.has(type, at)) continue;
			const asked: Record<string, unknown> = {};
			for (const [name, read] of this.asked) {
				try {
					const value = asJson(read(item, itemIndex));
					if (value !== undefined) asked[name] = value;
				} catch {
					// The rule that asks reads it again, and tells.
				}
			}
			known.push({ ...activity, asked, item: { ...item, asked: asked as IDataObject } });
		}
		return known;
	}

	/** What is to be remembered that is not remembered yet; undefined where nothing is. */
	private changesOf({ row, activities, lastAt, score, findings }: State): MemoryValues | undefined {
		if (!score) return undefined;
		const { configuration } = this.run;
		const values: Record<string, string | number | null> = {
			lead_score: score.score,
			lead_band: score.band,
			lead_rules: writeRecordFindings(findings) || null,
		};
		if (row?.values.lead_band !== score.band) {
			values.lead_band_since = dateCell(configuration.asOf);
		}
		// Where no activities come in, those of other nodes stay as they are.
		if (configuration.activities.shape !== 'leads') {
			const isTold = !this.countable.needsLast || lastAt <= this.newest(activities);
			const log = writeActivityLog({
				asked: activities.length === 0 ? [] : this.asked.map(([name]) => name),
				lastAt: isTold ? null : lastAt,
				activities,
			});
			values.activity_log = log === '' ? null : log;
		}
		return changedValues(row?.values, values);
	}
}
