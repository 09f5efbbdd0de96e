import type { IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { activityType } from '../../core/lead/activityType';
import { LEAD_BANDS, type LeadBand, type LeadRule } from '../../core/lead/LeadModel';
import type { LeadScore } from '../../core/lead/LeadScore';
import { Recogniser } from '../../core/attribute/recognition/Recogniser';
import { isBlank } from '../../core/reading/Reading';
import type { RecordFindings } from '../../core/memory/recordFindings';
import { BadRecords } from '../../shared/BadRecords';
import type { OnUnreadable } from '../../shared/conditions';
import { withDomainFaults } from '../../shared/configurationFault';
import { dateFormatHint } from '../../shared/dateHint';
import { enrichedItem } from '../../shared/enrichedItem';
import { FactReader } from '../../shared/FactReader';
import { unreadableReport } from '../../shared/judgeItems';
import type { ItemField } from '../../shared/NodeParameters';
import { quoted } from '../../shared/Rejection';
import { idleConditions, replacedField, tellUser } from '../../shared/tellUser';
import { modelHints } from '../form/modelHints';
import { activityListIn } from '../../shared/activityListIn';
import { AttributeValues } from '../../shared/attributes/AttributeValues';
import { HeldRejections } from '../memory/HeldRejections';
import type { Lead } from './Lead';
import { LeadGatherer } from './LeadGatherer';
import { LeadOperands } from './LeadOperands';
import { LeadScorer } from './LeadScorer';
import type { ScoringConfiguration } from './readScoring';
import type { ScoringTime } from './ScoringTime';
import {
	absentCounted,
	expressionsOfLead,
	idleActivityRules,
	unboundedNotes,
	withoutKey,
} from './scoringHints';

/** Leads whose activities are looked at to find out which of their fields hold what. */
const LOOKED_AT = 100;

/** What Lead Field is as long as nobody changes it. */
const KEY_OF_THE_FORM = 'email';

/** Activities of the first leads, to find out which of their fields hold what. */
function activityRecords(
	items: readonly INodeExecutionData[],
	{ shape, list }: ScoringConfiguration['activities'],
): INodeExecutionData[] {
	if (shape === 'leads') return [];
	if (shape === 'activities') return items.slice(0, LOOKED_AT);
	return items.slice(0, LOOKED_AT).flatMap((item, itemIndex) => {
		const activities = activityListIn(list?.read(item, itemIndex));
		return Array.isArray(activities)
			? activities.map((json) => ({ json }) as INodeExecutionData)
			: [];
	});
}

/** Who a lead is: where no item has the field that the form begins with, by the address that is recognised. */
function recognisedKey(
	lead: ItemField | undefined,
	attributes: AttributeValues,
	items: readonly INodeExecutionData[],
): ItemField | undefined {
	if (lead?.name !== KEY_OF_THE_FORM) return lead;
	if (items.slice(0, LOOKED_AT).some((item, i) => !isBlank(lead.read(item, i)))) return lead;
	const { isFound, name, read } = attributes.operand('email');
	return isFound ? { ...lead, name, read } : lead;
}

/** Scores leads one by one, and takes note of what the user should know. */
export class ScoringRun {
	readonly operands: LeadOperands;

	readonly scorer: LeadScorer;

	/** Whether leads are scored that were scored before: what cannot be read of them was told. */
	isRepeated = false;

	private readonly bad: BadRecords;

	private readonly held: HeldRejections;

	private readonly facts: FactReader;

	private readonly attributes: AttributeValues;

	private readonly gatherer: LeadGatherer;

	private readonly typedRules: ReadonlyArray<Extract<LeadRule, { counts: 'activities' }>>;

	private readonly leadField: ItemField | undefined;

	private readonly onUnreadable: OnUnreadable;

	private readonly output: INodeExecutionData[] = [];

	private itemIndex = 0;

	private keyless = 0;

	constructor(
		private readonly context: IExecuteFunctions,
		readonly items: readonly INodeExecutionData[],
		readonly configuration: ScoringConfiguration,
	) {
		const { activities, model, zone, asOf, dateOrder, onBadData } = configuration;
		const bad =
			activities.shape === 'leads'
				? new BadRecords(context, 'lead', 'with a rule left out', onBadData)
				: new BadRecords(context, 'item', 'with something left out', onBadData);
		this.bad = bad;
		this.held = new HeldRejections(bad);
		const facts = new FactReader(items, zone, dateOrder);
		this.facts = facts;
		/** Reads of leads that were read before. */
		const factsAgain = new FactReader(items, zone, dateOrder);
		const recogniser = new Recogniser(configuration.tables);
		const dates = { zone, order: dateOrder, asOf };
		const onUnreadableAttribute = (label: string, name: string, value: unknown) => {
			if (this.isRepeated) return;
			bad.reject({
				itemIndex: this.itemIndex,
				kind: `with an unreadable ${label}`,
				message: `${label} "${name}" ${quoted(value)} cannot be read`,
				hint:
					dateFormatHint(value, zone, dateOrder) ??
					'Correct the value, or name another field under Attribute Fields',
			});
		};
		const attributes = new AttributeValues(
			() => items,
			configuration.attributeFields,
			recogniser,
			dates,
			onUnreadableAttribute,
		);
		this.attributes = attributes;
		const ofActivities = new AttributeValues(
			() => activityRecords(items, activities),
			new Map(),
			recogniser,
			dates,
			onUnreadableAttribute,
		);
		this.operands = new LeadOperands(context, attributes, ofActivities, activities.list?.name);
		const toldLastActivityOf: ScoringTime['toldLastActivityOf'] = ({ itemIndex }, item) => {
			const { lastActivity } = configuration;
			if (lastActivity) {
				return (this.isRepeated ? factsAgain : facts).date(lastActivity, itemIndex) ?? null;
			}
			const told = attributes.operand('lastActivity').read(item, itemIndex);
			return typeof told === 'number' ? told : null;
		};
		const time: ScoringTime = {
			asOf,
			zone,
			dateOrder,
			toldLastActivityOf,
			lastActivityOf: (lead, item) => {
				let last = toldLastActivityOf(lead, item) ?? Number.NEGATIVE_INFINITY;
				for (const { at } of lead.activities) if (at !== null && at > last) last = at;
				const { lastAt } = lead;
				if (typeof lastAt === 'number' && lastAt > last) last = lastAt;
				return Number.isFinite(last) ? Math.min(last, asOf) : null;
			},
		};
		this.scorer = withDomainFaults(context, () => new LeadScorer(model, this.operands, time));
		this.typedRules = model.rules.flatMap((rule) =>
			rule.counts === 'activities' && rule.types.length > 0 ? [rule] : [],
		);
		const leadField = recognisedKey(configuration.lead, attributes, items);
		this.leadField = leadField;
		this.gatherer = new LeadGatherer(
			items,
			{
				...activities,
				keepsLater: configuration.memory !== undefined,
				countedTypes: new Set(this.typedRules.flatMap(({ types }) => types.map(activityType))),
				asOf,
				zone,
				dateOrder,
			},
			leadField,
			(index) => facts.key(leadField, index) ?? null,
			configuration.memory ? this.held : bad,
		);
		const report = unreadableReport(bad, () => this.itemIndex);
		this.onUnreadable = (problem) => {
			if (!this.isRepeated) report(problem);
		};
	}

	/** The leads of the items; to be asked for once. */
	leads(): Iterable<Lead> {
		return this.gatherer.leads();
	}

	/** Tells what could not be read of activities up to a lead, where that was held back. */
	tellHeld({ itemIndex }: Pick<Lead, 'itemIndex'>): void {
		// Where items are activities, all are read before the first lead is scored.
		const isByLead = this.configuration.activities.shape !== 'activities';
		this.held.tell(isByLead ? itemIndex : Number.POSITIVE_INFINITY);
		this.itemIndex = itemIndex;
	}

	/** Whether the item of a lead left as a failure item before the lead was scored. */
	hasFailed({ itemIndex }: Lead): boolean {
		return this.configuration.activities.shape !== 'activities' && this.bad.hasFailed(itemIndex);
	}

	/** The band of last time that the item of a lead tells. */
	toldBand({ itemIndex }: Lead): LeadBand | undefined {
		return this.facts.named(this.configuration.previousBand, itemIndex, LEAD_BANDS);
	}

	/** The score of a lead; undefined where its item leaves as a failure item. */
	score(lead: Lead, previousBand: LeadBand | undefined): LeadScore | undefined {
		const { itemIndex } = lead;
		this.itemIndex = itemIndex;
		const item = this.items[itemIndex] as INodeExecutionData;
		const score = this.scorer.score(lead, item, previousBand, this.onUnreadable);
		if (!this.isRepeated && this.bad.hasFailed(itemIndex)) return undefined;
		if (this.configuration.addRecognised) {
			score.recognised = this.attributes.recognised(item, itemIndex);
		}
		return score;
	}

	/** What is to be remembered of the record of a lead. */
	findings(lead: Lead, needsLast: boolean): RecordFindings {
		const { isRepeated } = this;
		// What cannot be read is told as the lead is scored.
		this.isRepeated = true;
		const item = this.items[lead.itemIndex] as INodeExecutionData;
		const findings = this.scorer.findings(lead, item, needsLast);
		this.isRepeated = isRepeated;
		return findings;
	}

	/** Lets a lead out; where only those are wanted whose band changed, only such a one. */
	emit({ key, itemIndex, sources }: Lead, score: LeadScore): void {
		const { output, outputField, activities } = this.configuration;
		if (key === null) this.keyless += 1;
		if (output === 'changed' && score.bandChanged === false) return;
		const item = this.items[itemIndex] as INodeExecutionData;
		const links = activities.shape === 'leads' ? itemIndex : sources;
		this.output.push(enrichedItem(item, outputField, score, links));
	}

	/** The item of a lead without what is the activity's own, where it tells of one. */
	toldOf({ itemIs, itemIndex }: Lead): INodeExecutionData | undefined {
		if (itemIs !== 'activity') return undefined;
		const { type, date, id } = this.configuration.activities;
		const own = new Set([type, date, id].map((field) => field?.name));
		const { json } = this.items[itemIndex] as INodeExecutionData;
		return { json: Object.fromEntries(Object.entries(json).filter(([name]) => !own.has(name))) };
	}

	/**
	 * All that leaves the node, once the user is told what there is to tell.
	 *
	 * @param isRecordKnown whether records are remembered of leads, so that it is no news where their fields
	 *   do not come
	 */
	finish(hints: readonly NodeExecutionHint[], isRecordKnown = false): INodeExecutionData[] {
		const { scorer, items, configuration, bad } = this;
		const { memory, outputField } = configuration;
		tellUser(this.context, [
			...(isRecordKnown
				? []
				: [
						...idleConditions(scorer.conditions, items),
						...absentCounted(scorer, items),
						...this.attributes.hints(),
					]),
			...(memory ? [] : idleActivityRules(configuration)),
			...modelHints(this.context, configuration),
			...expressionsOfLead(configuration),
			...this.gatherer.hints(memory ? [] : this.typedRules),
			...unboundedNotes(scorer),
			...(memory ? [] : withoutKey(this.leadField, this.keyless, items)),
			...bad.hints(items.length),
			...this.facts.hints(),
			...replacedField(outputField, items),
			...hints,
		]);
		return [...this.output, ...bad.failures];
	}
}
