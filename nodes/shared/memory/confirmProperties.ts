import type { INodeProperties } from 'n8n-workflow';

/** What is taken down of the messages; alike in the nodes that claim. */
export const confirmProperties: INodeProperties[] = [
	{
		displayName:
			'Put this node behind the node that sends, with the same memory as the node that claimed. It finds by itself which customer each item was claimed for.',
		name: 'confirmNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Outcome',
		name: 'outcome',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Not Sent',
				value: 'notSent',
				description:
					'For the error output of the node that sends: the customers are offered again in the next run',
			},
			{
				name: 'Sent',
				value: 'sent',
				description:
					'The customers count as told. Items that hold what went wrong count as not sent.',
			},
		],
		default: 'sent',
		description: 'What became of the messages of these items',
	},
	{
		displayName: 'Claim',
		name: 'claim',
		type: 'string',
		default: '',
		placeholder: "e.g. {{ $('Detect Lapsed').item.json.lapse.claim }}",
		description:
			'The claim of each item, where it is not found by itself, such as behind a node that loses the links between items',
	},
];
