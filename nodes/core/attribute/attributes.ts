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
] as const;

/** What is recognised from other attributes by tables. */
export const RECOGNISED_ATTRIBUTES = [
	'decisionRole',
	'department',
	'mailKind',
	'sector',
	'seniority',
] as const;

export type MappedAttribute = (typeof MAPPED_ATTRIBUTES)[number];

export type RecognisedAttribute = (typeof RECOGNISED_ATTRIBUTES)[number];

export type Attribute = MappedAttribute | RecognisedAttribute;

export const ATTRIBUTES: readonly Attribute[] = [
	...MAPPED_ATTRIBUTES,
	...RECOGNISED_ATTRIBUTES,
].sort();
