import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { CAPACITY_ORDERS, type CapacityOrder } from '../../core/segment/capacity';
import type { ItemField, NodeParameters } from '../../shared/NodeParameters';

/** Who comes first where a segment has more people than one run may contact. */
export interface CapacityPolicy {
	/** Undefined for the order in which the items arrive. */
	field: ItemField | undefined;
	order: CapacityOrder;
}

/** Who comes first where Most per Run does not reach all. */
export const capacityOptions: INodeProperties[] = [
	{
		displayName: 'Capacity Field',
		name: 'capacityField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. lifecycle.totalSpent',
		description:
			'The field with the number by which people come first where Most per Run does not reach all of a segment; empty for the order of arrival',
	},
	{
		displayName: 'Capacity Order',
		name: 'capacityOrder',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Highest First', value: 'highest' },
			{ name: 'Lowest First', value: 'lowest' },
		],
		default: 'highest',
		description:
			'Who comes first by Capacity Field where Most per Run does not reach all; who has no number comes last',
	},
];

/** Who comes first. */
export function readCapacity(parameters: NodeParameters): CapacityPolicy {
	return {
		field: parameters.field('options.capacityField'),
		order: parameters.constant('options.capacityOrder', z.enum(CAPACITY_ORDERS).default('highest')),
	};
}
