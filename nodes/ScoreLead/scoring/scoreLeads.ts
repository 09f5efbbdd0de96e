import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { activityType } from '../../core/lead/activityType';
import { LEAD_BANDS } from '../../core/lead/LeadModel';
import { Recogniser } from '../../core/attribute/recognition/Recogniser';
import { isBlank } from '../../core/reading/Reading';
import { BadRecords } from '../../shared/BadRecords';
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
import { LeadGatherer } from './LeadGatherer';
import { LeadOperands } from './LeadOperands';
import { LeadScorer } from './LeadScorer';
import type { ScoringTime } from './RuleScorer';
import type { ScoringConfiguration } from './readScoring';
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

/** Scores the leads that come in; those whose band changed where only they are wanted. */
export function scoreLeads(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	configuration: ScoringConfiguration,
): INodeExecutionData[] {
	const { activities, model, zone, asOf, dateOrder, outputField } = configuration;
	const isOneItemALead = activities.shape === 'leads';
	const bad = isOneItemALead
		? new BadRecords(context, 'lead', 'with a rule left out', configuration.onBadData)
		: new BadRecords(context, 'item', 'with something left out', configuration.onBadData);
	const facts = new FactReader(items, zone, dateOrder);
	const recogniser = new Recogniser(configuration.tables);
	const dates = { zone, order: dateOrder, asOf };
	let itemIndex = 0;
	const onUnreadableAttribute = (label: string, name: string, value: unknown) =>
		bad.reject({
			itemIndex,
			kind: `with an unreadable ${label}`,
			message: `${label} "${name}" ${quoted(value)} cannot be read`,
			hint:
				dateFormatHint(value, zone, dateOrder) ??
				'Correct the value, or name another field under Attribute Fields',
		});
	const attributes = new AttributeValues(
		() => items,
		configuration.attributeFields,
		recogniser,
		dates,
		onUnreadableAttribute,
	);
	const ofActivities = new AttributeValues(
		() => activityRecords(items, activities),
		new Map(),
		recogniser,
		dates,
		onUnreadableAttribute,
	);
	const operands = new LeadOperands(context, attributes, ofActivities, activities.list?.name);
	const time: ScoringTime = {
		asOf,
		zone,
		dateOrder,
		lastActivityOf: (lead, item) => {
			let last = facts.date(configuration.lastActivity, lead.itemIndex) ?? Number.NEGATIVE_INFINITY;
			if (!configuration.lastActivity) {
				const told = attributes.operand('lastActivity').read(item, lead.itemIndex);
				if (typeof told === 'number') last = told;
			}
			for (const { at } of lead.activities) if (at !== null && at > last) last = at;
			return Number.isFinite(last) ? Math.min(last, asOf) : null;
		},
	};
	const scorer = withDomainFaults(context, () => new LeadScorer(model, operands, context, time));
	const typedRules = model.rules.flatMap((rule) =>
		rule.counts === 'activities' && rule.types.length > 0 ? [rule] : [],
	);
	const leadField = recognisedKey(configuration.lead, attributes, items);
	const gatherer = new LeadGatherer(
		items,
		{
			...activities,
			countedTypes: new Set(typedRules.flatMap(({ types }) => types.map(activityType))),
			asOf,
			zone,
			dateOrder,
		},
		leadField,
		(index) => facts.key(leadField, index) ?? null,
		bad,
	);

	let keyless = 0;
	const onUnreadable = unreadableReport(bad, () => itemIndex);
	const output: INodeExecutionData[] = [];
	for (const lead of gatherer.leads()) {
		({ itemIndex } = lead);
		const item = items[itemIndex] as INodeExecutionData;
		const score = scorer.score(
			lead,
			item,
			facts.named(configuration.previousBand, itemIndex, LEAD_BANDS),
			onUnreadable,
		);
		if (bad.hasFailed(itemIndex)) continue;
		if (configuration.addRecognised) score.recognised = attributes.recognised(item, itemIndex);
		if (lead.key === null) keyless += 1;
		if (configuration.output === 'changed' && score.bandChanged === false) continue;
		output.push(enrichedItem(item, outputField, score, isOneItemALead ? itemIndex : lead.sources));
	}

	tellUser(context, [
		...idleConditions(scorer.conditions, items),
		...absentCounted(scorer, items),
		...attributes.hints(),
		...idleActivityRules(configuration),
		...modelHints(context, configuration),
		...expressionsOfLead(configuration),
		...gatherer.hints(typedRules),
		...unboundedNotes(scorer),
		...withoutKey(leadField, keyless, items),
		...bad.hints(items.length),
		...facts.hints(),
		...replacedField(outputField, items),
	]);
	return [...output, ...bad.failures];
}
