import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

/** The credential of the store that is reached through n8n's API, as a node lists it. */
export const memoryCredentials: INodeCredentialDescription[] = [
	{
		name: 'customerMemoryApi',
		required: true,
		displayOptions: { show: { memory: ['dataTable'] } },
	},
];

/** Where what is known of customers is kept between executions; alike in all nodes. */
export const memoryProperties: INodeProperties[] = [
	{
		displayName: 'Memory',
		name: 'memory',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Fields of the Items',
				value: 'fields',
				description:
					'Nothing is kept: name the fields that hold what was found out last time in Options, and write the results back to them',
			},
			{
				name: 'N8n Data Table',
				value: 'dataTable',
				description:
					'A table that you can open in n8n, shared by workflows and workers. Needs an API key of this n8n.',
			},
			{
				name: 'This Workflow',
				value: 'workflow',
				description: 'Kept with the workflow, without any set-up, for up to 50,000 customers',
			},
		],
		default: 'fields',
		description: 'Where what is known of each customer is kept between executions',
	},
	{
		displayName:
			'Kept when an execution of the active workflow ends, not in test runs. Where two executions overlap, or n8n runs in queue mode, choose N8n Data Table.',
		name: 'workflowMemoryNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { memory: ['workflow'] } },
	},
	{
		displayName: 'Memory Table',
		name: 'memoryTable',
		type: 'resourceLocator',
		default: { mode: 'name', value: 'Customer Memory' },
		required: true,
		displayOptions: { show: { memory: ['dataTable'] } },
		description:
			'The data table that holds one row a customer. Nodes with the same table share what they know.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'memoryTables', searchable: true },
			},
			{
				displayName: 'By Name (Made if Not There)',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. Customer Memory',
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 7QqkZ3vXn0aBcDeF' },
		],
	},
	{
		displayName: 'Memory Options',
		name: 'memoryOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { memory: ['dataTable', 'workflow'] } },
		options: [
			{
				displayName: 'Secret for Hashed Keys',
				name: 'hashSecret',
				type: 'string',
				typeOptions: { password: true },
				default: '',
				description:
					'A text that nobody can guess, the same in all nodes that share the memory: without it, who reads the table could try out addresses',
			},
			{
				displayName: 'Store Keys Hashed',
				name: 'hashKeys',
				type: 'boolean',
				default: false,
				description:
					'Whether the memory holds a hash in place of the address or ID of a customer. Set it alike in all nodes that share the memory.',
			},
		],
	},
];
