import type { INodeProperties } from 'n8n-workflow';

/** Who is to be left alone. */
export const leaveAloneOptions: INodeProperties[] = [
	{
		displayName: 'Leave the Lost in Peace',
		name: 'leaveLostInPeace',
		type: 'boolean',
		default: true,
		description:
			'Whether lost customers (lifecycle.stage or lapse.status is lost) are marked as not to be contacted',
	},
	{
		displayName: 'Unsubscribed Field',
		name: 'unsubscribedField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. unsubscribed',
		description:
			'The field that is true for people who must not be contacted; they are marked, not removed',
	},
];
