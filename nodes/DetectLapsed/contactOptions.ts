import type { INodeProperties } from 'n8n-workflow';

/** What is known of a customer beside what is watched; alike for everything that is watched. */
export const contactOptions: INodeProperties[] = [
	{
		displayName: 'Contact Count Field',
		name: 'contactCountField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. mails_sent',
		description:
			'The field with the number of times the customer was written to during this silence',
	},
	{
		displayName: 'Last Contact Field',
		name: 'lastContactField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. last_mail_at',
		description: 'The field with the date when the customer was last written to',
	},
	{
		displayName: 'Previous Status Field',
		name: 'previousStatusField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. crm.lapse_status',
		description:
			'The field with the status of last time, so that the result tells who is newly lapsed',
	},
	{
		displayName: 'Quiet Days After Contact',
		name: 'quietDaysAfterContact',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 14,
		description: 'Days after the last contact during which the result says not to write again',
		// Carts are reminded of within hours and have quiet hours instead.
		displayOptions: { hide: { '/watch': ['carts'] } },
	},
];
