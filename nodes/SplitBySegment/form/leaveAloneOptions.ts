import type { INodeProperties } from 'n8n-workflow';

import { contactLimitOptions } from './contactLimitOptions';
import { holdoutOptions } from './holdoutOptions';
import { quietOptions } from './quietOptions';

/** Who is to be left alone. */
export const leaveAloneOptions: INodeProperties[] = [
	{
		displayName: 'Consent',
		name: 'consent',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Off',
				value: 'off',
				description: 'Only the fields that are named here decide',
			},
			{
				name: 'Recognise',
				value: 'recognise',
				description:
					'Who unsubscribed, said no or cannot be reached is left alone, by the fields of the usual systems; who is not known to is not',
			},
			{
				name: 'Required',
				value: 'required',
				description: 'Who is not known to have agreed is left alone too',
			},
		],
		default: 'recognise',
		description:
			'Who may be contacted: e-mail goes by consent to e-mail, SMS by consent to SMS; other channels go by the named fields alone. A segment without a channel counts as e-mail.',
	},
	{
		displayName: 'Consent Field',
		name: 'consentField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. consent',
		description:
			'The field that tells whether the person agreed to be contacted: holds for every channel, for SMS where no field of its own is named',
	},
	{
		displayName: 'Leave the Disqualified Alone',
		name: 'leaveDisqualified',
		type: 'boolean',
		default: true,
		description:
			'Whether leads that a band rule of Score Lead made cold (leadScore.bandSetBy) are marked as not to be contacted',
	},
	{
		displayName: 'Leave the Lost in Peace',
		name: 'leaveLostInPeace',
		type: 'boolean',
		default: true,
		description:
			'Whether lost customers (lifecycle.stage is lost, or lapse.status of purchases or subscribers) are marked as not to be contacted',
	},
	{
		displayName: 'SMS Consent Field',
		name: 'smsConsentField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. sms_marketing_consent.state',
		description: 'The field that tells whether the person agreed to get text messages',
	},
	{
		displayName: 'Unsubscribed Field',
		name: 'unsubscribedField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. unsubscribed',
		description:
			'The field that is true for people who must not be contacted, whatever the channel; they are marked, not removed',
	},
	{
		displayName: 'Wait for the Season',
		name: 'waitForSeason',
		type: 'boolean',
		default: true,
		description:
			'Whether customers who buy by season (lifecycle.suggestedGoal is waitForSeason) are left alone until it begins',
	},
	...contactLimitOptions,
	...quietOptions,
	...holdoutOptions,
];
