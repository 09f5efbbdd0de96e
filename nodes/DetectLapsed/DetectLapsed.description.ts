import type { INodeProperties } from 'n8n-workflow';

import type { Watch } from '../core/lapse/LapseVerdict';
import { purchaseOptions, purchaseProperties } from '../shared/purchaseProperties';
import {
	asOfOption,
	disableDotNotationOption,
	inAlphabeticalOrder,
	onBadDataOption,
	outputFieldOption,
} from '../shared/runOptions';
import { cartWatchOptions, cartWatchProperties } from './carts/cartWatchProperties';
import { isReadForCarts } from './carts/readForCarts';
import { contactOptions } from './contactOptions';
import { purchaseWatchOptions, purchaseWatchProperties } from './purchases/purchaseWatchProperties';
import { optionsShownFor, shownFor } from './shownFor';

/** What is watched by a parameter of purchases. */
function watchesOf(property: INodeProperties): Watch[] {
	return ['purchases', ...(isReadForCarts(property) ? (['carts'] as const) : [])];
}

/** What the user sets in the node, in the order of the form. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Watch',
		name: 'watch',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Carts',
				value: 'carts',
				description: 'Customers who left a cart or a begun checkout and have not ordered since',
			},
			{
				name: 'Purchases',
				value: 'purchases',
				description: 'Customers who bought and have been silent since',
			},
		],
		default: 'purchases',
		description: 'Whose silence to watch',
	},
	...purchaseProperties.flatMap((property) => shownFor(watchesOf(property), [property])),
	...shownFor(['purchases'], purchaseWatchProperties),
	...shownFor(['carts'], cartWatchProperties),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: inAlphabeticalOrder([
			...purchaseOptions.flatMap((option) => optionsShownFor(watchesOf(option), [option])),
			...optionsShownFor(['purchases'], purchaseWatchOptions),
			...optionsShownFor(['carts'], cartWatchOptions),
			...contactOptions,
			asOfOption,
			disableDotNotationOption,
			onBadDataOption('Leave the record out and tell how many there were and why'),
			outputFieldOption('lapse'),
		]),
	},
];
