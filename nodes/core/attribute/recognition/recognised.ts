/** How far up somebody stands, from the top down. */
export const SENIORITIES = [
	'owner',
	'cLevel',
	'vicePresident',
	'director',
	'manager',
	'senior',
	'specialist',
	'entry',
	'intern',
] as const;

export type Seniority = (typeof SENIORITIES)[number];

/** What part somebody has in the decision to buy. */
export const DECISION_ROLES = ['decides', 'influences', 'uses'] as const;

export type DecisionRole = (typeof DECISION_ROLES)[number];

export const DEPARTMENTS = [
	'management',
	'marketing',
	'sales',
	'finance',
	'informationTechnology',
	'engineering',
	'operations',
	'procurement',
	'humanResources',
	'legal',
	'customerService',
	'research',
] as const;

export type Department = (typeof DEPARTMENTS)[number];

/** Sectors of the economy: the sections of NACE, with trade told apart as wholesale and retail. */
export const SECTORS = [
	'agriculture',
	'mining',
	'manufacturing',
	'energy',
	'waterAndWaste',
	'construction',
	'wholesale',
	'retail',
	'transport',
	'hospitality',
	'media',
	'informationTechnology',
	'finance',
	'realEstate',
	'professionalServices',
	'businessServices',
	'publicAdministration',
	'education',
	'health',
	'artsAndLeisure',
	'otherServices',
] as const;

export type Sector = (typeof SECTORS)[number];

export const MAIL_KINDS = ['business', 'education', 'free', 'disposable'] as const;

export type MailKind = (typeof MAIL_KINDS)[number];
