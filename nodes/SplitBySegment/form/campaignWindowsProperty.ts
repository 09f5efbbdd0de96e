import type { INodeProperties } from 'n8n-workflow';

const days = (
	name: string,
	displayName: string,
	usual: number,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: usual,
	description,
});

/** How far back the ready campaigns look. */
export const campaignWindowsProperty: INodeProperties = {
	displayName: 'Campaign Windows',
	name: 'campaignWindows',
	type: 'collection',
	placeholder: 'Add window',
	default: {},
	description: 'How far back the ready campaigns look',
	options: [
		days(
			'interestDays',
			'Product Interest Days',
			30,
			'How many days after the last activity interest in products counts, where the activity is known',
		),
		days(
			'secondPurchaseDays',
			'Second Purchase Days',
			60,
			'How many days after their only order people are asked for a second one, where no lifecycle stage tells it',
		),
		days(
			'welcomeDays',
			'Welcome Days',
			7,
			'How many days after the first order or the sign-up people are welcomed',
		),
	],
};
