import type { INodeExecutionData } from 'n8n-workflow';

import type { LeadBand, LeadModel } from '../../core/lead/LeadModel';
import type { LeadScore } from '../../core/lead/LeadScore';
import { prepareModel, type PreparedModel } from '../../core/lead/prepareModel';
import { ruleMark } from '../../core/lead/ruleMark';
import { tallyScore, type LeadFindings, type Outcome } from '../../core/lead/tallyScore';
import type { RecordFinding, RecordFindings } from '../../core/memory/recordFindings';
import { isAbsent } from '../../shared/conditionRow';
import type { Conditions, OnUnreadable } from '../../shared/conditions';
import type { ItemReader } from '../../shared/NodeParameters';
import type { Lead } from './Lead';
import { leadConditions } from './leadConditions';
import type { LeadOperands } from './LeadOperands';
import { BY_EARLIER_RECORD, isMetByItem, plainFinding } from './recordRule';
import {
	askedOf,
	asksOf,
	countedFields,
	ruleScorer,
	type RuleScorer,
	type Sources,
} from './RuleScorer';
import type { ScoringTime } from './ScoringTime';

/** What was found of a rule before, where the item of a lead does not tell it; undefined where it does. */
function foundBefore(
	{ ofRecord }: RuleScorer,
	lead: Lead,
	item: INodeExecutionData,
	{ rules }: RecordFindings,
): RecordFinding | undefined {
	const before = ofRecord && rules.get(ofRecord.mark);
	return before && ofRecord.find(lead, lead.told ?? item) === undefined ? before : undefined;
}

/** Whether an item tells of something, be it that there is none. */
function tellsAny(sources: Sources, { itemIndex }: Lead, item: INodeExecutionData): boolean {
	return sources.some(({ read }) => read(item, itemIndex) !== undefined);
}

function lacks(sources: Sources, { itemIndex }: Lead, item: INodeExecutionData): boolean {
	return sources.every(({ read }) => isAbsent(read(item, itemIndex)));
}

/** Scores leads by a model that is compiled once. */
export class LeadScorer {
	readonly prepared: PreparedModel;

	/** The conditions that ask for fields of leads, to tell which of them ask for what no item has. */
	readonly conditions: readonly Conditions[];

	/** The fields that rules count or take their date from, to tell which of them no item has. */
	readonly counted: ReturnType<typeof countedFields>;

	private readonly rules: readonly RuleScorer[];

	private readonly bandRules: ReadonlyArray<{ mark: string; conditions: Conditions }>;

	/** The marks of rules of fit that ask something of leads. */
	private readonly fitMarks: readonly string[];

	/** What rules read by name, each once. */
	private readonly asked: ReadonlyArray<readonly [string, ItemReader]>;

	/** What rules ask of a record, one thing after the other. */
	private readonly asks: ReadonlyArray<{ mark: string; id: string; sources: Sources }>;

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
		this.bandRules = model.bandRules.map((rule) => ({
			mark: ruleMark(rule),
			conditions: leadConditions(rule, 'lead', operands),
		}));
		this.conditions = [
			...this.rules
				.filter((_, i) => model.rules[i]!.counts !== 'activities')
				.map(({ conditions }) => conditions),
			...this.bandRules.map(({ conditions }) => conditions),
		];
		const counted = model.rules.map((rule) => countedFields(rule, operands));
		this.counted = counted.flat();
		this.asks = model.rules.flatMap((rule) => {
			if (rule.counts === 'activities') return [];
			const mark = ruleMark(rule);
			return asksOf(rule, operands).map((sources, i) => ({ mark, id: `${mark}.${i}`, sources }));
		});
		const named = [...asked.flat(), ...this.counted];
		this.asked = [...new Map(named.map(({ name, read }): [string, ItemReader] => [name, read]))];
		this.fitMarks = this.rules.flatMap(({ ofRecord }, i) =>
			ofRecord && asked[i]!.length > 0 && model.rules[i]!.category === 'fit' ? [ofRecord.mark] : [],
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
		for (let i = 0; i < this.rules.length; i++) {
			const rule = this.rules[i]!;
			const before = lead.findings && foundBefore(rule, lead, item, lead.findings);
			const outcome = before
				? rule.ofRecord!.outcomeOf(before, lead, item)
				: rule.score(lead, item, onUnreadable);
			if (outcome) outcomes.push(outcome);
		}
		return tallyScore(
			{
				key: lead.key,
				outcomes,
				missing: this.missingFrom(lead, item),
				idleDays: this.idleDays(lead, item),
				bandSetBy: this.bandSetBy(lead, item, onUnreadable),
				previousBand,
			},
			this.prepared,
			this.asOfIso,
		);
	}

	/**
	 * What is to be remembered of the record of a lead: what its item tells, and of what it does not tell
	 * what was found before. Rules that no record was ever asked by are not in it.
	 *
	 * @param needsLast whether the score hangs on when the lead last did anything
	 */
	findings(lead: Lead, item: INodeExecutionData, needsLast: boolean): RecordFindings {
		const { findings: before } = lead;
		const told = lead.told ?? item;
		const isRecord = lead.itemIs === 'record';
		const rules = new Map<string, RecordFinding>();
		const note = (mark: string, found: RecordFinding | undefined) => {
			const finding = found ?? before?.rules.get(mark);
			if (finding) rules.set(mark, finding);
		};
		for (const { ofRecord } of this.rules) {
			if (ofRecord) note(ofRecord.mark, ofRecord.find(lead, told));
		}
		for (const { mark, conditions } of this.bandRules) {
			const isMet = isMetByItem(conditions, lead, told);
			note(mark, isMet === undefined ? undefined : plainFinding(isMet));
		}
		const last = needsLast ? this.time.toldLastActivityOf(lead, item) : null;
		const lastBefore = (needsLast && before?.lastAt) || null;
		return {
			rules,
			missing: this.asks
				.filter(({ mark, id, sources }) => {
					if (!rules.has(mark)) return false;
					if (isRecord || tellsAny(sources, lead, told)) return lacks(sources, lead, told);
					return !before?.rules.has(mark) || before.missing.includes(id);
				})
				.map(({ id }) => id),
			lastAt:
				last === null || lastBefore === null ? (last ?? lastBefore) : Math.max(last, lastBefore),
		};
	}

	/** Whether a record told anything of fit, or there is nothing to tell. */
	knowsFit({ rules }: RecordFindings): boolean {
		const { fitMarks } = this;
		return fitMarks.length === 0 || fitMarks.some((mark) => rules.has(mark));
	}

	/** Names of what rules ask for and the lead does not have. */
	private missingFrom(lead: Lead, item: INodeExecutionData): string[] {
		const { itemIndex, findings } = lead;
		const missing: string[] = [];
		for (const [name, read] of this.asked) if (isAbsent(read(item, itemIndex))) missing.push(name);
		if (!findings) return missing;
		const hadBefore = new Set<string>();
		for (const { mark, id, sources } of this.asks) {
			if (!findings.rules.has(mark) || findings.missing.includes(id)) continue;
			if (tellsAny(sources, lead, lead.told ?? item)) continue;
			for (const { name } of sources) hadBefore.add(name);
		}
		return missing.filter((name) => !hadBefore.has(name));
	}

	private bandSetBy(
		lead: Lead,
		item: INodeExecutionData,
		onUnreadable: OnUnreadable,
	): LeadFindings['bandSetBy'] {
		const { itemIndex, findings } = lead;
		for (let bandRule = 0; bandRule < this.bandRules.length; bandRule++) {
			const { mark, conditions } = this.bandRules[bandRule]!;
			const before = findings?.rules.get(mark);
			if (before && isMetByItem(conditions, lead, lead.told ?? item) === undefined) {
				if (before.isMet) return { bandRule, evidence: BY_EARLIER_RECORD };
			} else if (conditions.isMetBy(item, itemIndex, onUnreadable)) {
				return { bandRule, evidence: conditions.evidence(item, itemIndex) };
			}
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
