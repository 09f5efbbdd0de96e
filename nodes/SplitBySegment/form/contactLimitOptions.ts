import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { SegmentationError } from '../../core/SegmentationError';
import type { ItemField, NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { REACHING_CHANNELS, type Channel } from '../../core/memory/channels';

/** How long a person is left alone after a contact. */
export interface ContactLimit {
	/** Undefined where it holds for all channels. */
	channel: Channel | undefined;
	/** Undefined for the last contact that the memory knows of. */
	lastContact: ItemField | undefined;
	hours: number;
}

/** Fields with the last contact, one row each. */
export const contactLimitOptions: INodeProperties[] = [
	{
		displayName: 'Last Contacts',
		name: 'lastContacts',
		type: 'fixedCollection',
		placeholder: 'Add Last Contact',
		typeOptions: {
			multipleValues: true,
			fixedCollection: { itemTitle: '={{ $collection.item.value.lastContactField }}' },
		},
		default: {},
		description:
			'Who was contacted less than so many hours ago is left alone; also who Detect Lapsed says is not to be written to again yet',
		options: [
			{
				name: 'values',
				displayName: 'Last Contact',
				values: [
					{
						displayName: 'Channel',
						name: 'channel',
						type: 'options',
						noDataExpression: true,
						options: [
							{ name: 'Ads', value: 'ads' },
							{ name: 'Any', value: 'any' },
							{ name: 'E-Mail', value: 'email' },
							{ name: 'Phone', value: 'phone' },
							{ name: 'Post', value: 'post' },
							{ name: 'SMS', value: 'sms' },
							{ name: 'Telegram', value: 'telegram' },
						],
						default: 'any',
						description: 'The channel that is quiet after the contact',
					},
					{
						displayName: 'Last Contact Field',
						name: 'lastContactField',
						type: 'string',
						requiresDataPath: 'single',
						default: '',
						placeholder: 'e.g. last_mail_at',
						description:
							'The field with the date and time of the last contact; with a memory it may be left empty for the last one that was confirmed',
					},
					{
						displayName: 'Hours',
						name: 'hours',
						type: 'number',
						typeOptions: { minValue: 0 },
						default: 72,
						description: 'How many hours the person is left alone after it',
					},
				],
			},
		],
	},
];

function readContactLimit(
	parameters: NodeParameters,
	path: string,
	hasMemory: boolean,
): ContactLimit {
	const channel = parameters.constant(
		`${path}.channel`,
		z.enum(['any', ...REACHING_CHANNELS]).default('any'),
	);
	const lastContact = parameters.field(`${path}.lastContactField`);
	const hours = parameters.constant(`${path}.hours`, schemas.notNegative.default(72));
	return parameters.withDomainFaults(() => {
		if (lastContact || hasMemory) {
			return { channel: channel === 'any' ? undefined : channel, lastContact, hours };
		}
		throw new SegmentationError(
			'invalidFieldPath',
			`${parameters.labelOf(`${path}.lastContactField`)} is empty`,
			'Name the field with the last contact, choose a Memory, or remove the row under Last Contacts in Leave Alone',
		);
	});
}

/**
 * The rows of Last Contacts.
 *
 * @param hasMemory whether last contacts are remembered, for rows without a field
 * @throws NodeOperationError for a row without a field or a memory, which would protect nobody
 */
export function readContactLimits(parameters: NodeParameters, hasMemory: boolean): ContactLimit[] {
	const path = 'leaveAlone.lastContacts.values';
	const rows = parameters.constant(path, z.array(z.unknown()).default([]));
	return rows.map((_row, i) => readContactLimit(parameters, `${path}[${i}]`, hasMemory));
}
