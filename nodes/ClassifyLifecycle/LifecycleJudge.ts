import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeExecutionHint,
} from 'n8n-workflow';

import { categoryName } from '../core/history/categoryInterval';
import type { LedgerCustomer } from '../core/history/OrderLedger';
import type { StoreRhythm } from '../core/history/StoreRhythm';
import { classifyLifecycle, type CustomerFacts } from '../core/lifecycle/classifyLifecycle';
import type { ActivityFact } from '../core/lifecycle/engagement';
import { LIFECYCLE_STAGES, type LifecycleStage } from '../core/lifecycle/LifecycleStage';
import { summariseStages } from '../core/lifecycle/summariseStages';
import { CUSTOMER_SCHEMA } from '../core/memory/customerSchema';
import { counted, formatNumber } from '../core/wording/formatNumber';
import { enrichedItem, linksTo } from '../shared/enrichedItem';
import { FieldTable } from '../shared/memory/FieldTable';
import { openMemory } from '../shared/memory/openMemory';
import type { MemoryConfiguration } from '../shared/memory/readMemory';
import type { ItemField } from '../shared/NodeParameters';
import { factSources, PurchaseRun } from '../shared/PurchaseRun';
import { warning } from '../shared/tellUser';
import type { ActivityField } from '../shared/RecordPlan';
import type { LifecycleConfiguration } from './ClassifyLifecycle.parameters';
import { LifecycleMemory, type JudgedCustomer, type RememberedStage } from './LifecycleMemory';

/** So many categories are named in one hint. */
const NAMED_CATEGORIES = 10;

/** Judges the customers of one run of the node and makes its items. */
export class LifecycleJudge {
	private readonly items: readonly INodeExecutionData[];

	private readonly run: PurchaseRun;

	private judged: readonly JudgedCustomer[] = [];

	/** What the user should know of the memory. */
	private readonly memoryHints: NodeExecutionHint[] = [];

	/** What each customer's memory is to be written back as, where it is kept in a field. */
	private texts: ReadonlyMap<string, string> | undefined;

	private readonly activities: readonly ActivityField[];

	/** What a previous stage may be written as: by id or by label. */
	private readonly stageNames: readonly string[];

	private constructor(
		context: IExecuteFunctions,
		private readonly configuration: LifecycleConfiguration,
	) {
		const { purchases, policy, activities, memory, memoryField } = configuration;
		const remembers = memory !== undefined || memoryField !== undefined;
		this.items = context.getInputData();
		this.run = new PurchaseRun(context, this.items, purchases, { remembers });
		this.activities = [...activities, ...this.run.activities];
		// A label may be the id of another stage: what the user writes comes first.
		this.stageNames = [
			...LIFECYCLE_STAGES.map((stage) => policy.labels[stage]),
			...LIFECYCLE_STAGES,
		];
	}

	/** Judges the customers of a run and, where they are remembered, remembers what was found. */
	static async judge(
		context: IExecuteFunctions,
		configuration: LifecycleConfiguration,
	): Promise<LifecycleJudge> {
		const judge = new LifecycleJudge(context, configuration);
		if (configuration.memory) await judge.judgeRemembered(context, configuration.memory);
		else if (configuration.memoryField) await judge.judgeByField(configuration.memoryField);
		else judge.judged = judge.verdicts(judge.run.customers, judge.run.rhythm);
		return judge;
	}

	private async judgeRemembered(
		context: IExecuteFunctions,
		configuration: MemoryConfiguration,
	): Promise<void> {
		const memory = openMemory(context, configuration);
		const lives = await LifecycleMemory.open(memory, this.run, true);
		await this.settle(lives);
		this.memoryHints.push(...memory.hints());
	}

	/** Customers as a field of their own items remembers them. */
	private async judgeByField(field: ItemField): Promise<void> {
		const texts = new Map<string, string>();
		this.run.fold();
		for (const customer of this.run.customers) {
			const text = this.run.facts.text(field, factSources(customer));
			if (text !== undefined) texts.set(customer.history.customerKey, text);
		}
		const customers = new FieldTable(texts, CUSTOMER_SCHEMA);
		const lives = await LifecycleMemory.open(
			{ customers, keyOf: (customer) => customer },
			this.run,
			false,
		);
		await this.settle(lives);
		this.texts = texts;
		const { size } = customers.unreadable;
		if (size === 0) return;
		this.memoryHints.push(
			warning(
				`${field.label} "${field.name}" of ${counted(size, 'customer')} holds another text than this node gave: nothing is remembered of them. Write "memory" of the result back as it is.`,
			),
		);
	}

	private async settle(lives: LifecycleMemory): Promise<void> {
		this.judged = await lives.settle((customers, stages, rhythm) =>
			this.verdicts(customers, rhythm, stages),
		);
		this.memoryHints.push(...lives.warnings().map(warning));
	}

	/** @param stages the stages of last time, where they are remembered */
	private verdicts(
		customers: readonly LedgerCustomer[],
		rhythm: StoreRhythm,
		stages?: ReadonlyMap<number, RememberedStage>,
	): JudgedCustomer[] {
		const { zone, openDays, asOf } = this.run;
		const judging = { policy: this.configuration.policy, rhythm, zone, openDays, asOf };
		return customers.map((customer) => {
			const facts = this.factsOf(customer, stages?.get(customer.person));
			const verdict = classifyLifecycle(customer.history, facts, judging);
			// A stage whose first day cannot be told is remembered from when it was first seen.
			if (stages) verdict.since ??= zone.toIso(asOf);
			return { ...customer, verdict };
		});
	}

	/** @param remembered what fields of the items do not tell */
	private factsOf(customer: LedgerCustomer, remembered?: RememberedStage): CustomerFacts {
		const { facts } = this.run;
		const { previousStage, previousSince, followers, referrals, reviews } = this.configuration;
		const told = factSources(customer);
		const stage =
			this.stageNamed(facts.named(previousStage, told, this.stageNames)) ?? remembered?.stage;
		const since = stage === remembered?.stage ? remembered?.since : undefined;
		return {
			email: customer.email,
			previousStage: stage,
			previousSince: facts.date(previousSince, told) ?? since,
			followers: facts.count(followers, told),
			referrals: facts.count(referrals, told),
			reviews: facts.count(reviews, told),
			activities: this.activitiesOf(told),
		};
	}

	private stageNamed(name: string | undefined): LifecycleStage | undefined {
		if (name === undefined) return undefined;
		return LIFECYCLE_STAGES[this.stageNames.indexOf(name) % LIFECYCLE_STAGES.length];
	}

	private activitiesOf(told: readonly number[]): ActivityFact[] {
		const { facts } = this.run;
		return this.activities.map(({ activity, last, count, countedDays }) => ({
			activity,
			lastAt: facts.date(last, told),
			count: facts.count(count, told),
			countedDays,
		}));
	}

	/** The customers with their verdicts, all or those who moved, and failed records behind them. */
	customers(): INodeExecutionData[] {
		const { output, outputField } = this.configuration;
		const wanted =
			output === 'changed'
				? this.judged.filter(({ verdict }) => verdict.changed !== false)
				: this.judged;
		const items = wanted.map(({ verdict, latest, sources }) => {
			const memory = this.texts?.get(verdict.customerKey);
			const result = memory === undefined ? verdict : { ...verdict, memory };
			return enrichedItem(this.items[latest]!, outputField, result, sources);
		});
		return items.concat(this.run.failures);
	}

	/** One item for each stage, linked to all records of its customers. */
	summary(): INodeExecutionData[] {
		const { labels } = this.configuration.policy;
		const { zone, asOf } = this.run;
		return summariseStages(this.judged, labels, zone.toIso(asOf)).map((summary) => {
			const members = this.judged.filter(({ verdict }) => verdict.stage === summary.stage);
			return {
				json: { ...summary } as unknown as IDataObject,
				pairedItem: members.flatMap(({ sources }) => linksTo(sources)),
			};
		});
	}

	tellUser(): void {
		this.run.tellUser(
			this.configuration.outputField,
			...[...this.idleRules(), ...this.unknownCategories()].map(warning),
			...this.memoryHints,
		);
	}

	/** Categories that were bought and are not in the table: their buyers are judged by what is learned. */
	private unknownCategories(): string[] {
		const { interval } = this.configuration.policy;
		if (interval.method !== 'category') return [];
		const known = new Set(interval.categories.map(({ category }) => categoryName(category)));
		const unknown = new Set<string>();
		for (const { history } of this.judged) {
			for (const category of history.categories?.keys() ?? []) {
				if (!known.has(category)) unknown.add(category);
			}
		}
		if (unknown.size === 0) return [];
		const named = [...unknown].slice(0, NAMED_CATEGORIES).map((category) => `"${category}"`);
		const more = unknown.size > NAMED_CATEGORIES ? ', …' : '';
		return [
			`${formatNumber(unknown.size)} of the categories bought not in the table: ${named.join(', ')}${more}. Who bought in no other is judged by what is learned.`,
		];
	}

	/** Rules that can hold for nobody, as the field they ask for is not named. */
	private idleRules(): string[] {
		const { policy, previousStage, followers, referrals, reviews } = this.configuration;
		const { memory, memoryField } = this.configuration;
		const isStageKnown =
			previousStage !== undefined || memory !== undefined || memoryField !== undefined;
		const { rules } = policy.advocate;
		const idle: Array<[boolean, string]> = [
			[rules.includes('influence') && !followers, 'Has Influence needs Followers Field.'],
			[rules.includes('referrals') && !referrals, 'Refers Others needs Referrals Field.'],
			[rules.includes('reviews') && !reviews, 'Writes Reviews needs Reviews Field.'],
			[policy.neverGoBack && !isStageKnown, 'Never Go Back needs Previous Stage Field.'],
		];
		return idle
			.filter(([isIdle]) => isIdle)
			.map(([, sentence]) => `${sentence} It does nothing as long as none is named in Options.`);
	}
}
