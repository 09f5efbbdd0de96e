import type { Sector } from '../../attribute/recognition/recognised';

/**
 * What a business says of itself, to be put into a template. A rule whose list is empty is left out, as
 * is one whose number is zero.
 */
export interface TemplateChoices {
	/** By name in any of the larger languages or by code: Germany, Deutschland, DE. */
	targetCountries: readonly string[];
	/** Regions, provinces, towns; postal codes by how they begin. */
	targetRegions: readonly string[];
	targetSectors: readonly Sector[];
	/** Words that stand in the name of an industry. */
	targetIndustries: readonly string[];
	/** Words that stand in a job title. */
	targetJobTitles: readonly string[];
	/** Names of companies, or their domains. */
	ownCompetitors: readonly string[];
	/** Names of companies that compete with present clients, or their domains. */
	clientCompetitors: readonly string[];
	/** Parts of addresses of pages, each possibly behind its product line: `Ovens: /ovens`. */
	productPages: readonly string[];
	/** Interest groups, also as tags. */
	interests: readonly string[];
	/** Where welcome leads come from, also as tags. */
	sources: readonly string[];
	channels: readonly string[];
	employeesFrom: number;
	/** In major units. */
	revenueFrom: number;
	/** In major units. */
	averageOrderFrom: number;
	ordersPerYearFrom: number;
	/** In percent. */
	marginFrom: number;
	/** From 1 to 10: from here on a customer is dear to serve. */
	costToServeFrom: number;
	followersFrom: number;
}

export type TemplateChoice = keyof TemplateChoices;

export const DEFAULT_CHOICES: Readonly<TemplateChoices> = Object.freeze({
	targetCountries: [],
	targetRegions: [],
	targetSectors: [],
	targetIndustries: [],
	targetJobTitles: [],
	ownCompetitors: [],
	clientCompetitors: [],
	productPages: ['/product', '/pricing', '/shop'],
	interests: [],
	sources: ['partner', 'referral', 'recommendation'],
	channels: [],
	/** HubSpot, LinkedIn and Apollo have a limit of company size here. */
	employeesFrom: 51,
	revenueFrom: 1_000_000,
	averageOrderFrom: 100,
	ordersPerYearFrom: 4,
	marginFrom: 30,
	costToServeFrom: 7,
	/** The monthly fan, who tells everyone, has as many. */
	followersFrom: 3000,
});

/** How the form asks for each choice, in the order in which it asks. */
export const CHOICE_NAMES: Readonly<
	Record<TemplateChoice, { label: string; description: string; placeholder: string }>
> = Object.freeze({
	targetCountries: {
		label: 'Target Countries',
		description: 'Countries you sell to, by name or code, separated by commas',
		placeholder: 'e.g. Germany, AT, Suisse',
	},
	targetRegions: {
		label: 'Target Regions',
		description:
			'Regions or towns you sell to, or how their postal codes begin, separated by commas',
		placeholder: 'e.g. Bavaria, Salzburg, 80',
	},
	targetSectors: {
		label: 'Target Sectors',
		description: 'Sectors you sell to; recognised from the industry, a SIC or a NACE code',
		placeholder: 'e.g. Manufacturing',
	},
	targetIndustries: {
		label: 'Target Industries',
		description: 'Words that stand in the industry of those you sell to, separated by commas',
		placeholder: 'e.g. bakery, catering',
	},
	targetJobTitles: {
		label: 'Target Job Titles',
		description: 'Words that stand in the job title of those you sell to, separated by commas',
		placeholder: 'e.g. purchasing, plant manager',
	},
	ownCompetitors: {
		label: 'Your Competitors',
		description:
			'Names or domains of your competitors, separated by commas; their people are always cold',
		placeholder: 'e.g. Rival Ltd, rival.example',
	},
	clientCompetitors: {
		label: "Your Clients' Competitors",
		description: 'Names or domains of companies that are like your clients, separated by commas',
		placeholder: 'e.g. Acme, acme.example',
	},
	productPages: {
		label: 'Product Pages',
		description:
			'Parts of the addresses of product pages, separated by commas, each with its product line in front where there are several',
		placeholder: 'e.g. Ovens: /ovens, Mixers: /mixers',
	},
	interests: {
		label: 'Interest Groups',
		description: 'Interests or tags that suit what you sell, separated by commas',
		placeholder: 'e.g. sourdough, gluten-free',
	},
	sources: {
		label: 'Good Sources',
		description: 'Where your best leads come from, also as tags, separated by commas',
		placeholder: 'e.g. partner, referral',
	},
	channels: {
		label: 'Preferred Channels',
		description: 'Channels you want customers to buy through, separated by commas',
		placeholder: 'e.g. online, app',
	},
	employeesFrom: {
		label: 'Employees From',
		description: 'Company size from which a lead fits; 0 leaves the rule out',
		placeholder: 'e.g. 51',
	},
	revenueFrom: {
		label: 'Revenue From',
		description: 'Yearly company revenue from which a lead fits; 0 leaves the rule out',
		placeholder: 'e.g. 1000000',
	},
	averageOrderFrom: {
		label: 'Average Order From',
		description: 'Average order from which a customer is worth more; 0 leaves the rule out',
		placeholder: 'e.g. 100',
	},
	ordersPerYearFrom: {
		label: 'Orders a Year From',
		description: 'Orders a year from which somebody buys often; 0 leaves the rule out',
		placeholder: 'e.g. 4',
	},
	marginFrom: {
		label: 'Margin From',
		description: 'Margin in percent from which a customer is worth more; 0 leaves the rule out',
		placeholder: 'e.g. 30',
	},
	costToServeFrom: {
		label: 'Dear to Serve From',
		description:
			'Place on the scale from 1 to 10 from which a customer costs too much; 0 leaves the rules out',
		placeholder: 'e.g. 7',
	},
	followersFrom: {
		label: 'Followers From',
		description: 'Followers from which somebody has influence; 0 leaves the rule out',
		placeholder: 'e.g. 3000',
	},
});

/** The choices with the default of each that is not made. */
export function choicesOf(made: Partial<TemplateChoices>): TemplateChoices {
	const given = Object.entries(made).filter(([, value]) => value !== undefined);
	return { ...DEFAULT_CHOICES, ...Object.fromEntries(given) };
}
