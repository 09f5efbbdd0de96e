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
import type { ScoringConfiguration } from './readScoring';

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
	const attributes = new AttributeValues(
		items,
		configuration.attributeFields,
		new Recogniser(configuration.tables),
		{ zone, order: dateOrder },
	);
	const operands = new LeadOperands(context, attributes, activities.list?.name);
	const time = { asOf, zone, dateOrder };
	const scorer = withDomainFaults(context, () => new LeadScorer(model, operands, context, time));
	const gatherer = new LeadGatherer(
		items,
		{ ...activities, ...time },
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
			{
				previousBand: facts.named(configuration.previousBand, itemIndex, LEAD_BANDS),
				lastActivityAt: facts.date(configuration.lastActivity, itemIndex),
			},
			onUnreadable,
		);
		if (bad.hasFailed(itemIndex)) continue;
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
