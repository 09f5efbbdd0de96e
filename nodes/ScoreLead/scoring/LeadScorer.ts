import type { INodeExecutionData } from 'n8n-workflow';

import type { LeadBand, LeadModel } from '../../core/lead/LeadModel';
import type { LeadScore } from '../../core/lead/LeadScore';
import { prepareModel, type PreparedModel } from '../../core/lead/prepareModel';
import { tallyScore, type LeadFindings, type Outcome } from '../../core/lead/tallyScore';
import { isAbsent } from '../../shared/conditionRow';
import type { Conditions, OnUnreadable } from '../../shared/conditions';
import type { ItemReader } from '../../shared/NodeParameters';
import type { Lead } from './Lead';
import { leadConditions } from './leadConditions';
import type { LeadOperands } from './LeadOperands';
import {
	askedOf,
	countedFields,
	ruleScorer,
	type RuleScorer,
	type ScoringTime,
} from './RuleScorer';

/** Scores leads by a model that is compiled once. */
export class LeadScorer {
	readonly prepared: PreparedModel;

	/** The conditions that ask for fields of leads, to tell which of them ask for what no item has. */
	readonly conditions: readonly Conditions[];

	/** The fields that rules count or take their date from, to tell which of them no item has. */
	readonly counted: ReturnType<typeof countedFields>;

	private readonly rules: readonly RuleScorer[];

	private readonly bandRules: readonly Conditions[];

	/** Names of what rules of fit ask of leads. */
	readonly askedOfFit: readonly string[];

	/** What rules read by name, each once. */
	private readonly asked: ReadonlyArray<readonly [string, ItemReader]>;

	private readonly asOfIso: string;

	constructor(
		model: LeadModel,
		operands: LeadOperands,
		private readonly time: ScoringTime,
	) {
		const asked = model.rules.map((rule) => askedOf(rule, operands));
		this.prepared = prepareModel(
			model,
			asked.map((fields) => fields.map(({ name }) => name)),
		);
		this.rules = model.rules.map((rule, i) =>
			ruleScorer(i, rule, this.prepared.rules[i]!.decay, operands, time),
		);
		this.bandRules = model.bandRules.map((rule) => leadConditions(rule, 'lead', operands));
		this.conditions = [
			...this.rules
				.filter((_, i) => model.rules[i]!.counts !== 'activities')
				.map(({ conditions }) => conditions),
			...this.bandRules,
		];
		this.counted = model.rules.flatMap((rule) => countedFields(rule, operands));
		const named = [...asked.flat(), ...this.counted];
		this.asked = [...new Map(named.map(({ name, read }): [string, ItemReader] => [name, read]))];
		this.askedOfFit = asked.flatMap((fields, i) =>
			model.rules[i]!.category === 'fit' ? fields.map(({ name }) => name) : [],
		);
		this.asOfIso = time.zone.toIso(time.asOf);
	}

	score(
		lead: Lead,
		item: INodeExecutionData,
		previousBand: LeadBand | undefined,
		onUnreadable: OnUnreadable,
	): LeadScore {
		const outcomes: Outcome[] = [];
		for (let rule = 0; rule < this.rules.length; rule++) {
			const outcome = this.rules[rule]!.score(lead, item, onUnreadable);
			if (outcome) outcomes.push(outcome);
		}
		return tallyScore(
			{
				key: lead.key,
				outcomes,
				missing: this.missingFrom(item, lead.itemIndex),
				idleDays: this.idleDays(lead, item),
				bandSetBy: this.bandSetBy(item, lead.itemIndex, onUnreadable),
				previousBand,
			},
			this.prepared,
			this.asOfIso,
		);
	}

	/** Names of what rules ask for and the lead does not have. */
	private missingFrom(item: INodeExecutionData, itemIndex: number): string[] {
		const missing: string[] = [];
		for (const [name, read] of this.asked) if (isAbsent(read(item, itemIndex))) missing.push(name);
		return missing;
	}

	private bandSetBy(
		item: INodeExecutionData,
		itemIndex: number,
		onUnreadable: OnUnreadable,
	): LeadFindings['bandSetBy'] {
		for (let bandRule = 0; bandRule < this.bandRules.length; bandRule++) {
			const conditions = this.bandRules[bandRule]!;
			if (!conditions.isMetBy(item, itemIndex, onUnreadable)) continue;
			return { bandRule, evidence: conditions.evidence(item, itemIndex) };
		}
		return null;
	}

	/** Whole days since the lead last did something; null where nothing tells it. */
	private idleDays(lead: Lead, item: INodeExecutionData): number | null {
		if (!this.prepared.model.inactivity) return null;
		const { asOf, zone } = this.time;
		const last = this.time.lastActivityOf(lead, item);
		return last === null ? null : Math.max(0, zone.dayOf(asOf) - zone.dayOf(last));
	}
}
