import { countryNames } from '../../../../nodes/core/attribute/countryNames';
import { activityType } from '../../../../nodes/core/lead/activityType';
import type { LeadCondition, LeadModel, LeadRule } from '../../../../nodes/core/lead/LeadModel';
import type { Attribute } from '../../../../nodes/core/attribute/attributes';

/** A lead as its attributes are read, all of it today, with what it did by type. */
export interface ExampleLead {
	is: Partial<Record<Attribute, unknown>>;
	did?: readonly string[];
}

const lower = (value: unknown) => String(value).trim().toLowerCase();

/** The operators of the templates, spelled out: what the docstrings of the model say. */
function compare(left: unknown, { attribute, operator, value }: LeadCondition): boolean {
	if (left === undefined) return false;
	const members = [left].flat();
	const given = [value].flat();
	const list = attribute === 'country' ? given.flatMap((one) => countryNames(String(one))) : given;
	switch (operator) {
		case 'exists':
			return true;
		case 'true':
			return left === true;
		case 'false':
			return left === false;
		case 'equals':
			return lower(left) === lower(value);
		case 'oneOf':
			return members.some((one) => list.some((other) => lower(other) === lower(one)));
		case 'containsAny':
			return members.some((one) => list.some((other) => lower(one).includes(lower(other))));
		case 'regex': {
			// As n8n takes it: between slashes, with flags, the text in lower case.
			const [, source = '', flags] = /^\/(.*?)\/([gimusy]*)$/.exec(String(value)) ?? [];
			return new RegExp(source, flags).test(String(left).toLowerCase());
		}
		case 'gte':
			return Number(left) >= Number(value);
		case 'lt':
			return Number(left) < Number(value);
		default:
			throw new Error(`The operator ${operator} is not one of those that templates use`);
	}
}

export function meets(
	rule: { match: 'all' | 'any'; conditions: readonly LeadCondition[] },
	{ is }: ExampleLead,
): boolean {
	const results = rule.conditions.map((one) => compare(is[one.attribute!], one));
	return rule.match === 'any' ? results.some(Boolean) : results.every(Boolean);
}

/** How often a rule counts. */
function timesOf(rule: LeadRule, lead: ExampleLead): number {
	if (!meets(rule, lead)) return 0;
	if (rule.counts === 'lead') return 1;
	const most = rule.timesAtMost ?? Infinity;
	if (rule.counts === 'counter') {
		const { counter } = rule;
		const count = counter.attribute !== undefined ? Number(lead.is[counter.attribute] ?? 0) : 0;
		return Math.min(count, most);
	}
	const types = rule.types.map(activityType);
	const done = (lead.did ?? []).filter(
		(type) => types.length === 0 || types.includes(activityType(type)),
	);
	return Math.min(done.length, most);
}

/** The names of the rules that bring a lead points, or take some away. */
export function metRules(model: LeadModel, lead: ExampleLead): string[] {
	return model.rules.filter((rule) => timesOf(rule, lead) > 0).map(({ name }) => name);
}

/** Points of a category with what each rule brings, groups and the category kept to their most. */
function sumOf(
	model: LeadModel,
	category: LeadRule['category'],
	pointsOf: (rule: LeadRule) => number,
): number {
	const most = { fit: model.fitAtMost, engagement: model.engagementAtMost }[category] ?? Infinity;
	const sums = new Map<string, number>();
	model.rules
		.filter((rule) => rule.category === category)
		.forEach((rule, i) => {
			const group = rule.group ?? `rule ${i}`;
			sums.set(group, (sums.get(group) ?? 0) + pointsOf(rule));
		});
	const capOf = (name: string) =>
		model.groups.find((group) => group.name === name)?.pointsAtMost ?? Infinity;
	const sum = [...sums].reduce((total, [name, points]) => total + Math.min(points, capOf(name)), 0);
	return Math.min(Math.max(sum, 0), most);
}

/** Share of the most points that there could be, in percent, and the band: nothing has faded yet. */
export function exampleScore(model: LeadModel, lead: ExampleLead) {
	const points = (rule: LeadRule) => rule.points * timesOf(rule, lead);
	const most = (rule: LeadRule) => {
		if (rule.points <= 0) return 0;
		return rule.counts === 'lead' ? rule.points : rule.points * (rule.timesAtMost ?? 1);
	};
	const fit = sumOf(model, 'fit', points);
	const engagement = sumOf(model, 'engagement', points);
	const max = { fit: sumOf(model, 'fit', most), engagement: sumOf(model, 'engagement', most) };
	const percent = ((fit + engagement) * 100) / (max.fit + max.engagement);
	const bandRule = model.bandRules.find((rule) => meets(rule, lead));
	const { hotFrom, warmFrom } = model.bands;
	const band =
		bandRule?.band ?? (percent >= hotFrom ? 'hot' : percent >= warmFrom ? 'warm' : 'cold');
	return { fit, engagement, max, percent, band, bandRule: bandRule?.name ?? null };
}
