import type { INodeProperties } from 'n8n-workflow';

/** What the node does. Names are permanent. */
export const OPERATIONS = ['split', 'confirm', 'forget'] as const;

export const operationProperty: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Confirm Sent',
			value: 'confirm',
			action: 'Confirm sent messages',
			description:
				'Put behind the node that sends: takes down who was told, so that only the others are offered again',
		},
		{
			name: 'Forget Customer',
			value: 'forget',
			action: 'Forget customer',
			description: 'Remove all that the memory knows of the customers that come in',
		},
		{
			name: 'Split',
			value: 'split',
			action: 'Split items by segment',
			description: 'Put every item into a segment and send each segment its own way',
		},
	],
	default: 'split',
};
