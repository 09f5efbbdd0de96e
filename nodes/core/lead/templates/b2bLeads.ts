import type { LeadModelInput } from '../LeadModel';
import { formatNumber } from '../../wording/formatNumber';
import { companyConditions } from './companyConditions';
import { choicesOf, type TemplateChoices } from './TemplateChoices';
import {
	anyOf,
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

/** Buying roles as CRMs name them. */
const DECIDERS = [
	'decision maker',
	'decision_maker',
	'decides',
	'budget',
	'economic buyer',
	'executive sponsor',
	'entscheide',
	'décideur',
];
const INFLUENCERS = [
	'influence',
	'champion',
	'recommend',
	'evaluator',
	'beeinflusser',
	'prescripteur',
];
const USERS = ['end user', 'end_user', 'uses', 'nutzer', 'anwender', 'utilisateur'];

/** Stages of open deals: of this package, of Pipedrive and of HubSpot's default pipeline. */
const OPEN_DEAL = [
	'open',
	'active',
	'appointmentscheduled',
	'qualifiedtobuy',
	'presentationscheduled',
	'decisionmakerboughtin',
	'contractsent',
];
const STUCK_DEAL = ['atRisk', 'lapsed', 'stuck', 'stalled', 'rotten', 'on hold'];

function fitRules(choices: TemplateChoices): TemplateRule[] {
	const role = { group: 'Part in the decision' };
	const rank = { group: 'Seniority' };
	const sellsToSchools = choices.targetSectors.includes('education');
	return [
		...placeRules(choices, 10),
		...industryRules(choices, 15),
		...fromOn(
			(from) => `${formatNumber(from)} employees or more`,
			15,
			'employees',
			choices.employeesFrom,
		),
		...fromOn(
			(from) => `Revenue of ${formatNumber(from)} or more`,
			10,
			'revenue',
			choices.revenueFrom,
		),
		...anyOf(
			'Like a client: competes with one',
			'fit',
			10,
			companyConditions(choices.clientCompetitors),
		),
		...anyOf(
			'Decides on the purchase',
			'fit',
			15,
			[when('decisionRole', 'equals', 'decides'), when('buyingRole', 'containsAny', DECIDERS)],
			role,
		),
		...anyOf(
			'Influences the decision',
			'fit',
			8,
			[
				when('decisionRole', 'equals', 'influences'),
				when('buyingRole', 'containsAny', INFLUENCERS),
			],
			role,
		),
		...anyOf(
			'Uses the product',
			'fit',
			3,
			[when('decisionRole', 'equals', 'uses'), when('buyingRole', 'containsAny', USERS)],
			role,
		),
		...anyOf(
			'Owner, board or vice president',
			'fit',
			10,
			[when('seniority', 'oneOf', ['owner', 'cLevel', 'vicePresident'])],
			rank,
		),
		...anyOf(
			'Director or manager',
			'fit',
			6,
			[when('seniority', 'oneOf', ['director', 'manager'])],
			rank,
		),
		...(choices.targetJobTitles.length > 0
			? anyOf('Has a target job title', 'fit', 10, [
					when('jobTitle', 'containsAny', [...choices.targetJobTitles]),
				])
			: []),
		...anyOf('Business mail address', 'fit', 5, [when('mailKind', 'equals', 'business')]),
		...tagRules(choices, { interests: 5, sources: 5 }),
		...anyOf('Private mail address', 'fit', -10, [when('mailKind', 'equals', 'free')]),
		...anyOf('Throw-away mail address', 'fit', -20, [when('mailKind', 'equals', 'disposable')]),
		...anyOf('Student or intern', 'fit', -15, [
			when('seniority', 'equals', 'intern'),
			when('jobTitle', 'containsAny', ['student', 'étudiant', 'estudiante', 'студент', '학생']),
			...(sellsToSchools ? [] : [when('mailKind', 'equals', 'education')]),
		]),
	];
}

function engagementRules(choices: TemplateChoices, hasActivities: boolean): TemplateRule[] {
	const fading = { kind: 'halfLife' as const, days: 30 };
	const never = { kind: 'none' as const };
	return [
		deedRule(
			{
				name: 'Had a demo',
				kind: 'demo',
				attribute: 'demos',
				points: 20,
				timesAtMost: 1,
				decay: { kind: 'expiry', days: 180 },
			},
			hasActivities,
		),
		deedRule(
			{
				name: 'Answered a call to action',
				kind: 'callToAction',
				attribute: 'callsToAction',
				points: 5,
				timesAtMost: 3,
				decay: { kind: 'halfLife', days: 60 },
			},
			hasActivities,
		),
		deedRule(
			{
				name: 'Downloaded something',
				kind: 'download',
				attribute: 'downloads',
				points: 5,
				timesAtMost: 3,
				group: 'Content',
				decay: { kind: 'step', percent: 25, months: 3 },
			},
			hasActivities,
		),
		deedRule(
			{
				name: 'Took part in a webinar',
				kind: 'webinar',
				attribute: 'webinars',
				points: 5,
				timesAtMost: 2,
				group: 'Content',
				decay: { kind: 'window', days: 180 },
			},
			hasActivities,
		),
		deedRule(
			{
				name: 'Read the blog',
				kind: 'blogVisit',
				attribute: 'blogVisits',
				points: 1,
				timesAtMost: 5,
				group: 'Content',
				decay: fading,
			},
			hasActivities,
		),
		deedRule(
			{
				name: 'Visited the site',
				kind: 'visit',
				attribute: 'visits',
				points: 1,
				timesAtMost: 10,
				timesADay: 3,
				group: 'Site',
				decay: fading,
			},
			hasActivities,
		),
		...productRules(choices, 10, hasActivities),
		deedRule(
			{
				name: 'Clicked in a mail',
				kind: 'mailClick',
				attribute: 'mailClicks',
				points: 2,
				timesAtMost: 4,
				timesADay: 1,
				group: 'Mails',
				decay: fading,
			},
			hasActivities,
		),
		deedRule(
			{
				name: 'Opened a mail',
				kind: 'mailOpen',
				attribute: 'mailOpens',
				points: 0.5,
				timesAtMost: 6,
				timesADay: 1,
				group: 'Mails',
				decay: fading,
			},
			hasActivities,
		),
		...anyOf('Takes the newsletter', 'engagement', 3, [when('newsletter', 'true')], {
			group: 'Mails',
			decay: never,
		}),
		lately(30, 5, hasActivities),
		...anyOf('Has an open deal', 'engagement', 10, [when('dealStatus', 'oneOf', OPEN_DEAL)], {
			decay: never,
		}),
		...anyOf('Stuck in the funnel', 'engagement', -10, [when('dealStatus', 'oneOf', STUCK_DEAL)]),
	];
}

/**
 * Companies: who they are (place, industry, size, budget, part in the decision, likeness to clients)
 * and how far they have come (content, site, mails, demo, deal).
 *
 * Neither side makes a lead hot alone: each brings at most a little over half of the score.
 */
export function b2bLeads(made: Partial<TemplateChoices>, hasActivities: boolean): LeadModelInput {
	const choices = choicesOf(made);
	return {
		name: 'B2B Leads',
		version: '1',
		rules: [...fitRules(choices), ...engagementRules(choices, hasActivities)],
		groups: [
			{ name: 'Place', pointsAtMost: 10 },
			{ name: 'Industry', pointsAtMost: 15 },
			{ name: 'Part in the decision', pointsAtMost: 15 },
			{ name: 'Seniority', pointsAtMost: 10 },
			{ name: 'Content', pointsAtMost: 25 },
			{ name: 'Site', pointsAtMost: 10 },
			{ name: PRODUCT_GROUP, pointsAtMost: 15 },
			{ name: 'Mails', pointsAtMost: 10 },
		],
		bandRules: coldRules(choices),
		fitAtMost: 80,
		engagementAtMost: 80,
		decay: { kind: 'halfLife', days: 60 },
		inactivity: { afterDays: 60, points: 5, everyDays: 30, floor: 0 },
	};
}
