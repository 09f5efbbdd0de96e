import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { REACHING_CHANNELS } from '../../core/memory/channels';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import type { SegmentGroup } from '../schemes/Scheme';

const channelSchema = z
	.enum(['none', ...REACHING_CHANNELS])
	.default('none')
	.transform((channel) => (channel === 'none' ? undefined : channel));

/** What is set for a segment, however its members are found: message, medium, owner and how many. */
export const campaignFields: INodeProperties[] = [
	{
		displayName: 'Campaign',
		name: 'campaign',
		type: 'string',
		default: '',
		placeholder: 'e.g. vip-thanks',
		description: 'The campaign for this segment; travels with the item',
	},
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'options',
		options: [
			{ name: 'Ads', value: 'ads' },
			{ name: 'E-Mail', value: 'email' },
			{ name: 'None', value: 'none' },
			{ name: 'Phone', value: 'phone' },
			{ name: 'Post', value: 'post' },
			{ name: 'SMS', value: 'sms' },
			{ name: 'Telegram', value: 'telegram' },
		],
		default: 'none',
		description: 'The medium that reaches this segment best; travels with the item',
	},
	{
		displayName: 'Owner',
		name: 'owner',
		type: 'string',
		default: '',
		placeholder: 'e.g. mia@shop.example',
		description: 'Who looks after this segment; travels with the item',
	},
	{
		displayName: 'Most per Run',
		name: 'mostPerRun',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'How many people of this segment one run may contact; 0 for all. Who comes first is set under Capacity Order in Options.',
	},
	{
		displayName: 'Enabled',
		name: 'enabled',
		type: 'boolean',
		default: true,
		description:
			'Whether the segment takes items; switched off, it keeps its output and takes none',
	},
];

/** What is set for the segment at a path. */
export function readCampaign(parameters: NodeParameters, path: string): Omit<SegmentGroup, 'name'> {
	return {
		isEnabled: parameters.constant(`${path}.enabled`, schemas.flag.default(true)),
		campaign: parameters.perItem(`${path}.campaign`, schemas.text.optional()),
		channel: parameters.perItem(`${path}.channel`, channelSchema),
		owner: parameters.perItem(`${path}.owner`, schemas.text.optional()),
		mostPerRun:
			parameters.constant(`${path}.mostPerRun`, schemas.notNegative.default(0)) || undefined,
	};
}
