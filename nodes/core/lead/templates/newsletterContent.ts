import type { LeadModelInput } from '../LeadModel';
import { formatNumber } from '../../wording/formatNumber';
import { choicesOf, type TemplateChoices } from './TemplateChoices';
import {
	anyOf,
	channelRules,
	coldRules,
	deedRule,
	fromOn,
	industryRules,
	lately,
	placeRules,
	PRODUCT_GROUP,
	productRules,
	tagRules,
	when,
	type TemplateRule,
} from './templateRules';

function fitRules(choices: TemplateChoices): TemplateRule[] {
	return [
		...tagRules(choices, { interests: 15, sources: 10 }),
		...placeRules(choices, 10),
		...industryRules(choices, 10),
		...fromOn(
			(from) => `${formatNumber(from)} followers or more`,
			10,
			'followers',
			choices.followersFrom,
		),
		...channelRules(choices, 5),
		...anyOf('Mail address of its own', 'fit', 5, [
			when('mailKind', 'oneOf', ['business', 'education', 'free']),
		]),
		...anyOf('Throw-away mail address', 'fit', -15, [when('mailKind', 'equals', 'disposable')]),
	];
}

function engagementRules(choices: TemplateChoices, hasActivities: boolean): TemplateRule[] {
	const fading = { kind: 'halfLife' as const, days: 30 };
	return [
		...anyOf('Takes the newsletter', 'engagement', 10, [when('newsletter', 'true')], {
			group: 'Newsletter',
			decay: { kind: 'none' },
		}),
		deedRule(
			{
				name: 'Clicked in a mail',
				kind: 'mailClick',
				attribute: 'mailClicks',
				points: 3,
				timesAtMost: 5,
				timesADay: 2,
				group: 'Newsletter',
				decay: fading,
			},
			hasActivities,
		),
		deedRule(
			{
				name: 'Opened a mail',
				kind: 'mailOpen',
				attribute: 'mailOpens',
				points: 1,
				timesAtMost: 8,
				timesADay: 1,
				group: 'Newsletter',
				decay: fading,
			},
			hasActivities,
		),
		deedRule(
			{
				name: 'Read the blog',
				kind: 'blogVisit',
				attribute: 'blogVisits',
				points: 2,
				timesAtMost: 5,
				timesADay: 2,
				group: 'Content',
				decay: fading,
			},
			hasActivities,
		),
		deedRule(
			{
				name: 'Took part in a webinar',
				kind: 'webinar',
				attribute: 'webinars',
				points: 8,
				timesAtMost: 2,
				group: 'Content',
				decay: { kind: 'window', days: 180 },
			},
			hasActivities,
		),
		deedRule(
			{
				name: 'Downloaded something',
				kind: 'download',
				attribute: 'downloads',
				points: 5,
				timesAtMost: 2,
				group: 'Content',
				decay: { kind: 'step', percent: 25, months: 3 },
			},
			hasActivities,
		),
		deedRule(
			{
				name: 'Answered a call to action',
				kind: 'callToAction',
				attribute: 'callsToAction',
				points: 5,
				timesAtMost: 2,
				decay: { kind: 'halfLife', days: 60 },
			},
			hasActivities,
		),
		deedRule(
			{
				name: 'Visited the site',
				kind: 'visit',
				attribute: 'visits',
				points: 0.5,
				timesAtMost: 10,
				timesADay: 3,
				decay: fading,
			},
			hasActivities,
		),
		...productRules(choices, 5, hasActivities),
		lately(30, 10, hasActivities),
	];
}

/** Readers: what interests them, and whether they read, come to webinars and take what is offered. */
export function newsletterContent(
	made: Partial<TemplateChoices>,
	hasActivities: boolean,
): LeadModelInput {
	const choices = choicesOf(made);
	return {
		name: 'Newsletter / Content',
		version: '1',
		rules: [...fitRules(choices), ...engagementRules(choices, hasActivities)],
		groups: [
			{ name: 'Place', pointsAtMost: 10 },
			{ name: 'Industry', pointsAtMost: 10 },
			{ name: 'Newsletter', pointsAtMost: 30 },
			{ name: 'Content', pointsAtMost: 30 },
			{ name: PRODUCT_GROUP, pointsAtMost: 10 },
		],
		bandRules: coldRules(choices),
		decay: { kind: 'halfLife', days: 60 },
		inactivity: { afterDays: 90, points: 10, everyDays: 30, floor: 0 },
	};
}
