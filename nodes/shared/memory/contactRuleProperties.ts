import type { INodeProperties } from 'n8n-workflow';

/** How often a customer is told of the same; alike in the nodes that stand before a message. */
export const contactRuleProperties: INodeProperties[] = [
	{
		displayName: 'Tell Once',
		name: 'tellOnce',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Off',
				value: 'off',
				description: 'Whoever is found leaves in every run',
			},
			{
				name: 'Until Confirmed',
				value: 'claim',
				description:
					'Claims each customer and offers them again until the operation Confirm Sent, put behind the node that sends, says it was sent: nobody is forgotten. After a crash between sending and confirming, one may be told twice.',
			},
			{
				name: 'At Most Once',
				value: 'once',
				description:
					'Counts each customer as told as soon as they leave: nobody is told twice. Where the sending fails, they are not told at all.',
			},
		],
		default: 'off',
		description: 'Whether to remember who was told what, so that nobody gets the same twice',
		displayOptions: { show: { memory: ['dataTable', 'workflow'] } },
	},
	{
		displayName: 'Contact Rules',
		name: 'contactRules',
		type: 'collection',
		placeholder: 'Add rule',
		default: {},
		displayOptions: { show: { memory: ['dataTable', 'workflow'], tellOnce: ['claim', 'once'] } },
		options: [
			{
				displayName: 'Again After (Days)',
				name: 'againAfterDays',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 14,
				description:
					'Days after which a customer who is still there is told again, e.g. a second reminder. Left out, each is told once.',
			},
			{
				displayName: 'At Most (Times)',
				name: 'mostTimes',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 3,
				description: 'The most times one is told of the same, with Again After (Days)',
			},
			{
				displayName: 'Claim Holds (Minutes)',
				name: 'claimMinutes',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 60,
				description:
					'How long other executions leave a claimed customer alone. Choose more than sending takes: after it, who is not confirmed is offered again.',
			},
			{
				displayName: 'Cooldown per Channel (Hours)',
				name: 'cooldownHours',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 24,
				description:
					'Hours for which whoever was told anything on the same channel is left alone, by any node with the same memory',
			},
		],
	},
];
