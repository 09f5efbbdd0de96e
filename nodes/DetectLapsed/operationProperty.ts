import type { INodeProperties } from 'n8n-workflow';

/** What the node does. Names are permanent. */
export const OPERATIONS = ['backtest', 'confirm', 'detect', 'forget'] as const;

export type Operation = (typeof OPERATIONS)[number];

/** What the node is to do. */
export const operationProperty: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Backtest',
			value: 'backtest',
			action: 'Backtest lapse detection',
			description:
				"For purchases: replays the shop's past under every method and limit, and reports which would have been right",
			displayOptions: { show: { watch: ['purchases'] } },
		},
		{
			name: 'Confirm Sent',
			value: 'confirm',
			action: 'Confirm that messages were sent',
			description:
				'Put behind the node that sends: takes down in the memory who was told, so that nobody gets the same twice',
		},
		{
			name: 'Detect',
			value: 'detect',
			action: 'Detect lapsed customers',
			description: 'Tells who is active, at risk, lapsed and lost',
		},
		{
			name: 'Forget Customer',
			value: 'forget',
			action: 'Forget customers',
			description: 'Removes all that the memory holds of the customers of the items',
		},
	],
	default: 'detect',
};
