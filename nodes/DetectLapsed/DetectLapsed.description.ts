import type { INodeProperties } from 'n8n-workflow';

import { purchaseOptions, purchaseProperties } from '../shared/purchaseProperties';
import {
	asOfOption,
	disableDotNotationOption,
	inAlphabeticalOrder,
	onBadDataOption,
	outputFieldOption,
} from '../shared/runOptions';
import { contactOptions } from './contactOptions';
import { purchaseWatchOptions, purchaseWatchProperties } from './purchases/purchaseWatchProperties';
import { optionsShownFor, shownFor } from './shownFor';

/** What the user sets in the node, in the order of the form. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Watch',
		name: 'watch',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Purchases',
				value: 'purchases',
				description: 'Customers who bought and have been silent since',
			},
		],
		default: 'purchases',
		description: 'Whose silence to watch',
	},
	...shownFor(['purchases'], [...purchaseProperties, ...purchaseWatchProperties]),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: inAlphabeticalOrder([
			...optionsShownFor(['purchases'], [...purchaseOptions, ...purchaseWatchOptions]),
			...contactOptions,
			asOfOption,
			disableDotNotationOption,
			onBadDataOption('Leave the record out and tell how many there were and why'),
			outputFieldOption('lapse'),
		]),
	},
];
