import { BUYING_ATTRIBUTES } from './names/buyingNames';
import { PERSON_ATTRIBUTES } from './names/personNames';
import { PLACE_ATTRIBUTES } from './names/placeNames';
import { USAGE_ATTRIBUTES } from './names/usageNames';

/** What a lead's fields tell under other names in every system, by permanent names. */
export const MAPPED_ATTRIBUTES = [
	'averageOrder',
	'blogVisits',
	'bounced',
	'buyerType',
	'buyingRole',
	'callsToAction',
	'channel',
	'city',
	'company',
	'consent',
	'costToServe',
	'country',
	'dealStatus',
	'demos',
	'downloads',
	'email',
	'employees',
	'followers',
	'industry',
	'interests',
	'jobTitle',
	'lastActivity',
	'lifecycleStage',
	'mailClicks',
	'mailOpens',
	'margin',
	'nace',
	'newsletter',
	'orders',
	'ordersPerYear',
	'pages',
	'postalCode',
	'region',
	'revenue',
	'sic',
	'source',
	'tags',
	'totalSpent',
	'unsubscribed',
	'visits',
	'webinars',
	'website',
	...BUYING_ATTRIBUTES,
	...PERSON_ATTRIBUTES,
	...PLACE_ATTRIBUTES,
	...USAGE_ATTRIBUTES,
] as const;

/** What is recognised from other attributes by tables. */
export const RECOGNISED_ATTRIBUTES = [
	'decisionRole',
	'department',
	'mailKind',
	'sector',
	'seniority',
] as const;

/** What is worked out of other attributes by figures, beside what is recognised by tables. */
export const WORKED_OUT_ATTRIBUTES = ['ageBand', 'companySize', 'return', 'revenueBand'] as const;

export type MappedAttribute = (typeof MAPPED_ATTRIBUTES)[number];

export type RecognisedAttribute = (typeof RECOGNISED_ATTRIBUTES)[number];

export type WorkedOutAttribute = (typeof WORKED_OUT_ATTRIBUTES)[number];

/** No field holds it: it is found out from other attributes. */
export type DerivedAttribute = RecognisedAttribute | WorkedOutAttribute;

export type Attribute = MappedAttribute | DerivedAttribute;

export const ATTRIBUTES: readonly Attribute[] = [
	...MAPPED_ATTRIBUTES,
	...RECOGNISED_ATTRIBUTES,
	...WORKED_OUT_ATTRIBUTES,
].sort();
