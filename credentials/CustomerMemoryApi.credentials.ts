import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

/** The way into the data tables of an n8n: its address, and an API key made there. */
export class CustomerMemoryApi implements ICredentialType {
	name = 'customerMemoryApi';

	displayName = 'Customer Memory API';

	icon: Icon = { light: 'file:customerMemory.svg', dark: 'file:customerMemory.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-customer-segmentation/n8n-nodes-customer-segmentation?tab=readme-ov-file#memory-which-one-do-i-need';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'http://localhost:5678/api/v1',
			required: true,
			placeholder: 'e.g. https://n8n.example.com/api/v1',
			description:
				'Where this n8n reaches its own API: the address of the editor followed by /api/v1. In queue mode, workers must reach it too.',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Made in n8n under Settings, n8n API. Where scopes can be chosen, it needs create, read and list for data tables, create and read for their columns, and create, read, update and delete for their rows.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'X-N8N-API-KEY': '={{ $credentials.apiKey }}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			// The rule of apiAddress, in the only form that n8n takes here.
			baseURL:
				'={{ $credentials.baseUrl.trim().replace(/\\/+$/, "").replace(/(?<!\\/v\\d+)$/, "/api/v1") }}',
			url: '/data-tables',
			qs: { limit: 1 },
		},
	};
}
