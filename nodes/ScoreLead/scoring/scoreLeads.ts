import type { IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { LEAD_BANDS } from '../../core/lead/LeadModel';
import { MAX_WHERE_UNBOUNDED } from '../../core/lead/prepareModel';
import { Recogniser } from '../../core/lead/recognition/Recogniser';
import { counted } from '../../core/wording/formatNumber';
import { BadRecords } from '../../shared/BadRecords';
import { withDomainFaults } from '../../shared/configurationFault';
import { isAbsent } from '../../shared/conditionRow';
import { enrichedItem } from '../../shared/enrichedItem';
import { FactReader } from '../../shared/FactReader';
import { unreadableReport } from '../../shared/judgeItems';
import {
	absentField,
	idleConditions,
	note,
	replacedField,
	tellUser,
	warning,
} from '../../shared/tellUser';
import type { ItemField } from '../../shared/NodeParameters';
import { AttributeValues } from './AttributeValues';
import { LeadGatherer } from './LeadGatherer';
import { LeadOperands } from './LeadOperands';
import { LeadScorer } from './LeadScorer';
import type { ScoringTime } from './RuleScorer';
import type { ScoringConfiguration } from './readScoring';

/** Leads whose activities are looked at to find out which of their fields hold what. */
const LOOKED_AT = 100;

/** The most rules that a hint names. */
const NAMED_RULES = 5;

/** What the form's settings make of a model that has no limit. */
function unboundedNotes({ prepared }: LeadScorer): NodeExecutionHint[] {
	return (['fit', 'engagement'] as const)
		.filter((category) => prepared[category].isUnbounded)
		.map((category) => {
			const label = category === 'fit' ? 'Fit Points At Most' : 'Engagement Points At Most';
			return note(
				`Rules of ${category} count without limit, so ${category} is kept at ${prepared[category].max} points (${MAX_WHERE_UNBOUNDED} or more). Set ${label} in Options, or a limit in each such rule.`,
			);
		});
}

/** Activities of the first leads, to find out which of their fields hold what. */
function activityRecords(
	items: readonly INodeExecutionData[],
	{ shape, list }: ScoringConfiguration['activities'],
): INodeExecutionData[] {
	if (shape === 'leads') return [];
	if (shape === 'activities') return items.slice(0, LOOKED_AT);
	return items.slice(0, LOOKED_AT).flatMap((item, itemIndex) => {
		const activities = list?.read(item, itemIndex);
		return Array.isArray(activities)
			? activities.map((json) => ({ json }) as INodeExecutionData)
			: [];
	});
}

/** Rules that never bring points, as what they count does not come in. */
function idleActivityRules({ model, activities }: ScoringConfiguration): NodeExecutionHint[] {
	const idle = model.rules.filter((rule) => rule.counts === 'activities');
	if (activities.shape !== 'leads' || idle.length === 0) return [];
	const named = idle.slice(0, NAMED_RULES).map(({ name }) => `"${name}"`);
	const more = idle.length > NAMED_RULES ? ', …' : '';
	return [
		warning(
			`Input Contains is Leads, so no activities come in, but these rules count them and bring nothing: ${named.join(', ')}${more}. Choose another Input Contains.`,
		),
	];
}

/** Fields that rules count or take their date from, and that no item has. */
function absentCounted(
	{ counted: fields }: LeadScorer,
	items: readonly INodeExecutionData[],
): NodeExecutionHint[] {
	return fields
		.filter(({ read }) => items.every((item, i) => isAbsent(read(item, i))))
		.map((field) => absentField(field, items));
}

/** Leads of which nobody can tell who they are, where others have a key. */
function withoutKey(
	lead: ItemField | undefined,
	keyless: number,
	items: readonly INodeExecutionData[],
): NodeExecutionHint[] {
	if (!lead || keyless === 0 || keyless === items.length) return [];
	return [
		warning(
			`${counted(keyless, 'lead')} scored without a key, as Lead Field "${lead.name}" is empty or cannot be read.`,
		),
	];
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
	const dates = { zone, order: dateOrder };
	const attributes = new AttributeValues(
		() => items,
		configuration.attributeFields,
		recogniser,
		dates,
	);
	const ofActivities = new AttributeValues(
		() => activityRecords(items, activities),
		new Map(),
		recogniser,
		dates,
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
	const gatherer = new LeadGatherer(
		items,
		{ ...activities, asOf, zone, dateOrder },
		configuration.lead,
		(itemIndex) => facts.key(configuration.lead, itemIndex) ?? null,
		bad,
	);

	let itemIndex = 0;
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

	const types = model.rules.flatMap((rule) => (rule.counts === 'activities' ? rule.types : []));
	tellUser(context, [
		...idleConditions(scorer.conditions, items),
		...absentCounted(scorer, items),
		...attributes.hints(),
		...idleActivityRules(configuration),
		...gatherer.hints([...new Set(types)]),
		...unboundedNotes(scorer),
		...withoutKey(configuration.lead, keyless, items),
		...bad.hints(items.length),
		...facts.hints(),
		...replacedField(outputField, items),
	]);
	return [...output, ...bad.failures];
}
