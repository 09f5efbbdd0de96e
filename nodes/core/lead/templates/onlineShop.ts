import type { LeadModelInput } from '../LeadModel';
import { formatNumber } from '../../wording/formatNumber';
import { choicesOf, type TemplateChoices } from './TemplateChoices';
import {
	anyOf,
	channelRules,
	coldRules,
	deedRule,
	fromOn,
	lately,
	placeRules,
	PRODUCT_GROUP,
	productRules,
	tagRules,
	when,
	type TemplateRule,
} from './templateRules';
import { activityTypes } from './activityTypes';

function fitRules(choices: TemplateChoices): TemplateRule[] {
	const { costToServeFrom } = choices;
	const frequency = { group: 'Order frequency' };
	const kind = { group: 'Way of buying' };
	return [
		...placeRules(choices, 10),
		...fromOn(
			(from) => `Average order of ${formatNumber(from)} or more`,
			15,
			'averageOrder',
			choices.averageOrderFrom,
		),
		...fromOn(
			(from) => `${formatNumber(from)} orders a year or more`,
			15,
			'ordersPerYear',
			choices.ordersPerYearFrom,
			frequency,
		),
		...anyOf('Ordered three times or more', 'fit', 8, [when('orders', 'gte', 3)], frequency),
		...anyOf('Came back for a second order', 'fit', 5, [when('orders', 'gte', 2)], frequency),
		...fromOn(
			(from) => `Margin of ${formatNumber(from)} % or more`,
			10,
			'margin',
			choices.marginFrom,
		),
		...(costToServeFrom === 0
			? []
			: [
					...anyOf('Costs little to serve', 'fit', 5, [when('costToServe', 'lt', costToServeFrom)]),
					...anyOf('Costs much to serve', 'fit', -10, [
						when('costToServe', 'gte', costToServeFrom),
					]),
				]),
		...fromOn(
			(from) => `${formatNumber(from)} followers or more`,
			10,
			'followers',
			choices.followersFrom,
		),
		...anyOf('Buys regularly', 'fit', 10, [when('buyerType', 'equals', 'regular')], kind),
		...anyOf(
			'Buys on special occasions',
			'fit',
			5,
			[when('buyerType', 'equals', 'seasonal')],
			kind,
		),
		...anyOf('Is an advocate', 'fit', 10, [
			when('lifecycleStage', 'oneOf', ['advocate', 'evangelist']),
		]),
		...channelRules(choices, 5),
		...tagRules(choices, { interests: 5, sources: 5 }),
		...anyOf('Has lapsed', 'fit', -10, [when('lifecycleStage', 'equals', 'lapsed')]),
		...anyOf('Throw-away mail address', 'fit', -10, [when('mailKind', 'equals', 'disposable')]),
	];
}

/** What only activities tell: what somebody put into a cart, and the order itself. */
function shopActivities(): TemplateRule[] {
	return [
		{
			counts: 'activities',
			name: 'Put something into the cart',
			category: 'engagement',
			points: 8,
			types: activityTypes('cart'),
			timesAtMost: 1,
			decay: { kind: 'window', days: 14 },
		},
		{
			counts: 'activities',
			name: 'Ordered lately',
			category: 'engagement',
			points: 10,
			types: activityTypes('order'),
			timesAtMost: 1,
			decay: { kind: 'window', days: 90 },
		},
	];
}

function engagementRules(choices: TemplateChoices, hasActivities: boolean): TemplateRule[] {
	const fading = { kind: 'halfLife' as const, days: 30 };
	return [
		deedRule(
			{
				name: 'Visited the shop',
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
				name: 'Answered a call to action',
				kind: 'callToAction',
				attribute: 'callsToAction',
				points: 5,
				timesAtMost: 2,
				decay: fading,
			},
			hasActivities,
		),
		deedRule(
			{
				name: 'Clicked in a mail',
				kind: 'mailClick',
				attribute: 'mailClicks',
				points: 2,
				timesAtMost: 5,
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
		...anyOf('Takes the newsletter', 'engagement', 4, [when('newsletter', 'true')], {
			group: 'Mails',
			decay: { kind: 'none' },
		}),
		lately(30, 10, hasActivities),
		...(hasActivities ? shopActivities() : []),
	];
}

/**
 * Customers of a shop: what they are worth (frequency, average order, margin, cost to serve,
 * influence) and how much they are there at the moment. Who is lost is always cold.
 */
export function onlineShop(made: Partial<TemplateChoices>, hasActivities: boolean): LeadModelInput {
	const choices = choicesOf(made);
	return {
		name: 'Online Shop',
		version: '1',
		rules: [...fitRules(choices), ...engagementRules(choices, hasActivities)],
		groups: [
			{ name: 'Place', pointsAtMost: 10 },
			{ name: 'Order frequency', pointsAtMost: 15 },
			{ name: 'Way of buying', pointsAtMost: 10 },
			{ name: 'Site', pointsAtMost: 10 },
			{ name: PRODUCT_GROUP, pointsAtMost: 15 },
			{ name: 'Mails', pointsAtMost: 15 },
		],
		bandRules: [
			...coldRules(choices),
			{
				name: 'Is lost and wants to be left in peace',
				conditions: [when('lifecycleStage', 'equals', 'lost')],
			},
		],
		decay: { kind: 'halfLife', days: 60 },
		inactivity: { afterDays: 90, points: 5, everyDays: 30, floor: 0 },
	};
}
