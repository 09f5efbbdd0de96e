import type { LeadModelInput } from '../LeadModel';
import { b2bLeads } from './b2bLeads';
import { newsletterContent } from './newsletterContent';
import { onlineShop } from './onlineShop';
import type { TemplateChoice, TemplateChoices } from './TemplateChoices';

/** Names of the templates are permanent. */
export const TEMPLATE_NAMES = ['b2bLeads', 'newsletterContent', 'onlineShop'] as const;

export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/** A model to begin from, made of what a business says of itself. */
export interface LeadTemplate {
	label: string;
	description: string;
	/** The choices it asks for, in the order in which to ask. */
	choices: readonly TemplateChoice[];
	/**
	 * The model. With activities it counts them, each by its own age; without, the numbers that leads
	 * have in fields.
	 */
	model: (choices: Partial<TemplateChoices>, hasActivities: boolean) => LeadModelInput;
}

const PLACE = ['targetCountries', 'targetRegions'] as const;
const INDUSTRY = ['targetSectors', 'targetIndustries'] as const;

export const TEMPLATES: Readonly<Record<TemplateName, LeadTemplate>> = Object.freeze({
	b2bLeads: {
		label: 'B2B Leads',
		description:
			'Companies by place, industry, size, revenue, part in the decision, site visits, demos and deals',
		choices: [
			...PLACE,
			...INDUSTRY,
			'targetJobTitles',
			'employeesFrom',
			'revenueFrom',
			'productPages',
			'interests',
			'sources',
			'clientCompetitors',
			'ownCompetitors',
		],
		model: b2bLeads,
	},
	newsletterContent: {
		label: 'Newsletter / Content',
		description: 'Readers by interests, mails, blog, webinars and downloads',
		choices: [
			'interests',
			'sources',
			...PLACE,
			...INDUSTRY,
			'followersFrom',
			'channels',
			'productPages',
			'ownCompetitors',
		],
		model: newsletterContent,
	},
	onlineShop: {
		label: 'Online Shop',
		description:
			'Customers by order frequency, average order, margin, cost to serve, influence and visits',
		choices: [
			...PLACE,
			'averageOrderFrom',
			'ordersPerYearFrom',
			'marginFrom',
			'costToServeFrom',
			'followersFrom',
			'channels',
			'productPages',
			'interests',
			'sources',
			'ownCompetitors',
		],
		model: onlineShop,
	},
});
