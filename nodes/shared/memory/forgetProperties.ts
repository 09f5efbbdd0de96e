import type { INodeProperties } from 'n8n-workflow';

/** Whom to forget; alike in all nodes. */
export const forgetProperties: INodeProperties[] = [
	{
		displayName: 'Customer to Forget',
		name: 'forgetCustomerField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'email',
		required: true,
		placeholder: 'e.g. email',
		description:
			'The field with the e-mail address or ID of the customer, as the other operations know it. All that the memory holds of the customer is removed.',
	},
];
