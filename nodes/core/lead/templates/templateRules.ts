import type { Decay, LeadCategory, LeadCondition, LeadModelInput } from '../LeadModel';
import type { Attribute, MappedAttribute } from '../../attribute/attributes';
import { activityTypes, type ActivityKind } from './activityTypes';
import { companyConditions } from './companyConditions';
import type { TemplateChoices } from './TemplateChoices';

export type TemplateRule = LeadModelInput['rules'][number];

type BandRule = NonNullable<LeadModelInput['bandRules']>[number];

/** A condition on an attribute. */
export function when(attribute: Attribute, operator: string, value?: unknown): LeadCondition {
	const isFlag = operator === 'true' || operator === 'false';
	return {
		attribute,
		operator,
		...(isFlag && { type: 'boolean' as const }),
		...(value !== undefined && { value }),
	};
}

/** Points once, where any of the conditions is met; none without a condition. */
export function anyOf(
	name: string,
	category: LeadCategory,
	points: number,
	conditions: readonly LeadCondition[],
	more: { group?: string; decay?: Decay } = {},
): TemplateRule[] {
	if (conditions.length === 0) return [];
	const match = conditions.length > 1 ? 'any' : 'all';
	return [{ counts: 'lead', name, category, points, match, conditions: [...conditions], ...more }];
}

/** Points from a number on; none where it is zero. */
export function fromOn(
	name: (from: number) => string,
	points: number,
	attribute: MappedAttribute,
	from: number,
	more: { group?: string } = {},
): TemplateRule[] {
	return from === 0 ? [] : anyOf(name(from), 'fit', points, [when(attribute, 'gte', from)], more);
}

/** Points for what a lead did: of each activity where there are any, else by the number in a field. */
export interface Deed {
	name: string;
	kind: ActivityKind;
	attribute: MappedAttribute;
	points: number;
	timesAtMost: number;
	/** So many at most of one day: one visit is many page views. */
	timesADay?: number;
	group?: string;
	decay?: Decay;
}

export function deedRule(deed: Deed, hasActivities: boolean): TemplateRule {
	const { kind, attribute, timesADay, ...rule } = deed;
	return hasActivities
		? {
				...rule,
				counts: 'activities',
				category: 'engagement',
				types: activityTypes(kind),
				...(timesADay !== undefined && { timesADay }),
			}
		: { ...rule, counts: 'counter', category: 'engagement', counter: { attribute } };
}

/** Rules that somebody did something lately, whatever it was. */
export function lately(days: number, points: number, hasActivities: boolean): TemplateRule {
	const rule = {
		name: `Active in the last ${days} days`,
		category: 'engagement' as const,
		points,
		decay: { kind: 'window' as const, days },
	};
	return hasActivities
		? { ...rule, counts: 'activities', types: [], timesAtMost: 1 }
		: { ...rule, counts: 'lead', conditions: [when('lastActivity', 'exists')] };
}

/** Where somebody is: one group, so that country and region together bring no more than one of them. */
export function placeRules(choices: TemplateChoices, points: number): TemplateRule[] {
	const group = 'Place';
	// Postal codes by how they begin; all else is the name of a region or town.
	const postal = choices.targetRegions.map((one) => one.trim()).filter((one) => /^\d/.test(one));
	const regions = choices.targetRegions.filter((one) => !/^\s*\d/.test(one) && one.trim() !== '');
	const starts = postal.map((one) => one.replace(/[^\p{L}\p{N}]+/gu, '\\W?')).join('|');
	const places: LeadCondition[] = [
		...(regions.length > 0
			? [when('region', 'oneOf', regions), when('city', 'oneOf', regions)]
			: []),
		...(postal.length > 0
			? [{ ...when('postalCode', 'regex', `/^\\W*(${starts})/iu`), type: 'string' as const }]
			: []),
	];
	return [
		...anyOf(
			'In a target country',
			'fit',
			points,
			choices.targetCountries.length > 0
				? [when('country', 'oneOf', [...choices.targetCountries])]
				: [],
			{ group },
		),
		...anyOf('In a target region', 'fit', points, places, { group }),
	];
}

/** What the company does: one group, as sector and industry say the same in two ways. */
export function industryRules(choices: TemplateChoices, points: number): TemplateRule[] {
	const { targetSectors: sectors, targetIndustries: industries } = choices;
	const group = 'Industry';
	return [
		...(sectors.length > 0
			? anyOf('In a target sector', 'fit', points, [when('sector', 'oneOf', [...sectors])], {
					group,
				})
			: []),
		...(industries.length > 0
			? anyOf(
					'In a target industry',
					'fit',
					points,
					[when('industry', 'containsAny', [...industries])],
					{ group },
				)
			: []),
	];
}

/** Groups of interest and sources; both may stand in tags as well. */
export function tagRules(
	choices: TemplateChoices,
	points: { interests: number; sources: number },
): TemplateRule[] {
	const either = (attribute: MappedAttribute, words: readonly string[]) =>
		words.length > 0
			? [when(attribute, 'containsAny', [...words]), when('tags', 'containsAny', [...words])]
			: [];
	return [
		...anyOf(
			'Belongs to an interest group',
			'fit',
			points.interests,
			either('interests', choices.interests),
		),
		...anyOf('Came from a good source', 'fit', points.sources, either('source', choices.sources)),
	];
}

export function channelRules(choices: TemplateChoices, points: number): TemplateRule[] {
	const { channels } = choices;
	return channels.length === 0
		? []
		: anyOf('Uses a preferred channel', 'fit', points, [
				when('channel', 'containsAny', [...channels]),
			]);
}

export const PRODUCT_GROUP = 'Product pages';

/**
 * The patterns of product pages by product line; those without one by the empty text.
 *
 * @example
 * productLines(['Ovens: /ovens', 'https://shop.example/all']) //=> Map { 'Ovens' => ['/ovens'], '' => ['https://shop.example/all'] }
 */
export function productLines(pages: readonly string[]): Map<string, string[]> {
	const lines = new Map<string, string[]>();
	for (const page of pages) {
		// The colon of an address is no end of a name.
		const [, line = '', pattern = ''] = /^(?:([^:/=]+):(?!\/\/))?(.*)$/s.exec(page.trim()) ?? [];
		if (pattern.trim() === '') continue;
		lines.set(line.trim(), [...(lines.get(line.trim()) ?? []), pattern.trim()]);
	}
	return lines;
}

/** Fit to each product line by the pages that somebody looked at. */
export function productRules(
	choices: TemplateChoices,
	points: number,
	hasActivities: boolean,
): TemplateRule[] {
	return [...productLines(choices.productPages)].map(([line, patterns]) => {
		const rule = {
			name: line === '' ? 'Looked at a product page' : `Looked at ${line}`,
			category: 'engagement' as const,
			group: PRODUCT_GROUP,
			points,
			conditions: [when('pages', 'containsAny', patterns)],
			decay: { kind: 'halfLife' as const, days: 30 },
		};
		return hasActivities
			? { ...rule, counts: 'activities' as const, types: activityTypes('visit'), timesAtMost: 1 }
			: { ...rule, counts: 'lead' as const };
	});
}

/** Who is always cold, whatever the points. */
export function coldRules(choices: TemplateChoices): BandRule[] {
	const competitors = companyConditions(choices.ownCompetitors);
	return [
		...(competitors.length > 0
			? [{ name: 'Works for a competitor', match: 'any' as const, conditions: competitors }]
			: []),
		{
			name: 'Unsubscribed or gave no consent',
			match: 'any',
			conditions: [when('unsubscribed', 'true'), when('consent', 'false')],
		},
		{ name: 'Mails come back', conditions: [when('bounced', 'true')] },
	];
}
