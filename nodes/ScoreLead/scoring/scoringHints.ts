import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { counted } from '../../core/wording/formatNumber';
import { isAbsent } from '../../shared/conditionRow';
import { dependsOnItem, isExpression } from '../../shared/itemExpression';
import type { ItemField } from '../../shared/NodeParameters';
import { absentField, note, warning } from '../../shared/tellUser';
import type { LeadScorer } from './LeadScorer';
import type { ScoringConfiguration } from './readScoring';

/** The most rules that a hint names. */
const NAMED_RULES = 5;

/** What is assumed of a category in which rules count without limit. */
export function unboundedNotes({ prepared }: LeadScorer): NodeExecutionHint[] {
	return (['fit', 'engagement'] as const)
		.filter((category) => prepared[category].isUnbounded)
		.map((category) => {
			const label = category === 'fit' ? 'Fit Points At Most' : 'Engagement Points At Most';
			return note(
				`Rules of ${category} count without limit, so ${category} is kept at ${prepared[category].max} points. Set ${label} in Options, or a limit in each such rule.`,
			);
		});
}

/** Rules that never bring points, as what they count does not come in. */
export function idleActivityRules({
	model,
	activities,
}: ScoringConfiguration): NodeExecutionHint[] {
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

/** Conditions that n8n works out for the lead, though they may be meant for each of its activities. */
export function expressionsOfLead({
	model,
	activities,
}: ScoringConfiguration): NodeExecutionHint[] {
	if (activities.shape !== 'activityLists') return [];
	const owners = model.rules.filter(
		({ counts, conditions }) =>
			counts === 'activities' &&
			conditions.some(({ expression }) => isExpression(expression) && dependsOnItem(expression)),
	);
	return owners.map(({ name }) =>
		note(
			`An expression in the conditions of "${name}" is worked out for the lead, not for each activity: there $json is the lead. Drag a field of an activity in by itself, or give one item per activity, to ask each activity.`,
		),
	);
}

/** Fields that rules count or take their date from, and that no item has. */
export function absentCounted(
	{ counted: fields }: LeadScorer,
	items: readonly INodeExecutionData[],
): NodeExecutionHint[] {
	return fields
		.filter(({ read }) => items.every((item, i) => isAbsent(read(item, i))))
		.map((field) => absentField(field, items));
}

/** Leads of which nobody can tell who they are, where others have a key. */
export function withoutKey(
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
