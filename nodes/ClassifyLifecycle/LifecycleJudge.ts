import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { categoryName } from '../core/history/categoryInterval';
import type { LedgerCustomer } from '../core/history/OrderLedger';
import {
	classifyLifecycle,
	type CustomerFacts,
	type LifecycleVerdict,
} from '../core/lifecycle/classifyLifecycle';
import type { ActivityFact } from '../core/lifecycle/engagement';
import { LIFECYCLE_STAGES, type LifecycleStage } from '../core/lifecycle/LifecycleStage';
import { summariseStages } from '../core/lifecycle/summariseStages';
import { formatNumber } from '../core/wording/formatNumber';
import { enrichedItem, linksTo } from '../shared/enrichedItem';
import { factSources, PurchaseRun } from '../shared/PurchaseRun';
import { warning } from '../shared/tellUser';
import type { ActivityField } from '../shared/RecordPlan';
import type { LifecycleConfiguration } from './ClassifyLifecycle.parameters';

/** So many categories are named in one hint. */
const NAMED_CATEGORIES = 10;

/** A customer of the run with the verdict. */
interface Judged extends LedgerCustomer {
	verdict: LifecycleVerdict;
}

/** Judges the customers of one run of the node and makes its items. */
export class LifecycleJudge {
	private readonly items: readonly INodeExecutionData[];

	private readonly run: PurchaseRun;

	private readonly judged: readonly Judged[];

	private readonly activities: readonly ActivityField[];

	/** What a previous stage may be written as: by id or by label. */
	private readonly stageNames: readonly string[];

	constructor(
		context: IExecuteFunctions,
		private readonly configuration: LifecycleConfiguration,
	) {
		const { purchases, policy, activities } = configuration;
		this.items = context.getInputData();
		this.run = new PurchaseRun(context, this.items, purchases);
		this.activities = [...activities, ...this.run.activities];
		// A label may be the id of another stage: what the user writes comes first.
		this.stageNames = [
			...LIFECYCLE_STAGES.map((stage) => policy.labels[stage]),
			...LIFECYCLE_STAGES,
		];
		const { rhythm, zone, openDays, asOf } = this.run;
		const judging = { policy, rhythm, zone, openDays, asOf };
		this.judged = this.run.customers.map((customer) => ({
			...customer,
			verdict: classifyLifecycle(customer.history, this.factsOf(customer), judging),
		}));
	}

	private factsOf(customer: LedgerCustomer): CustomerFacts {
		const { facts } = this.run;
		const { previousStage, previousSince, followers, referrals, reviews } = this.configuration;
		const told = factSources(customer);
		return {
			email: customer.email,
			previousStage: this.stageNamed(facts.named(previousStage, told, this.stageNames)),
			previousSince: facts.date(previousSince, told),
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
		const items = wanted.map(({ verdict, latest, sources }) =>
			enrichedItem(this.items[latest]!, outputField, verdict, sources),
		);
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
		const { rules } = policy.advocate;
		const idle: Array<[boolean, string]> = [
			[rules.includes('influence') && !followers, 'Has Influence needs Followers Field.'],
			[rules.includes('referrals') && !referrals, 'Refers Others needs Referrals Field.'],
			[rules.includes('reviews') && !reviews, 'Writes Reviews needs Reviews Field.'],
			[policy.neverGoBack && !previousStage, 'Never Go Back needs Previous Stage Field.'],
		];
		return idle
			.filter(([isIdle]) => isIdle)
			.map(([, sentence]) => `${sentence} It does nothing as long as none is named in Options.`);
	}
}
