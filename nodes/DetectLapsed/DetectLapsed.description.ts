import type { INodeProperties } from 'n8n-workflow';

import { purchaseOptions, purchaseProperties } from '../shared/purchaseProperties';
import { confirmProperties } from '../shared/memory/confirmProperties';
import { forgetProperties } from '../shared/memory/forgetProperties';
import { memoryProperties } from '../shared/memory/memoryProperties';
import {
	asOfOption,
	disableDotNotationOption,
	inAlphabeticalOrder,
	onBadDataOption,
	outputFieldOption,
} from '../shared/runOptions';
import { shownWhere } from '../shared/shownWhere';
import { cartNotice, cartWatchOptions, cartWatchProperties } from './carts/cartWatchProperties';
import { contactOptions } from './contactOptions';
import { dealWatchOptions, dealWatchProperties } from './deals/dealWatchProperties';
import { purchaseWatchOptions, purchaseWatchProperties } from './purchases/purchaseWatchProperties';
import { holdOptions } from './holdOptions';
import { tellProperties } from './memory/tellProperties';
import { operationProperty, type Operation } from './operationProperty';
import { optionsShownFor, shownFor } from './shownFor';
import {
	subscriberWatchOptions,
	subscriberWatchProperties,
} from './subscribers/subscriberWatchProperties';
import { watchesReading } from './watchesReading';

const JUDGING: readonly Operation[] = ['backtest', 'detect'];

/** What is set where customers are judged, now or in the past. */
const judgingProperties: INodeProperties[] = [
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
				name: 'Deals',
				value: 'deals',
				description: 'Open deals that are idle, old or long in one stage',
			},
			{
				name: 'Purchases',
				value: 'purchases',
				description: 'Customers who bought and have been silent since',
			},
			{
				name: 'Subscribers',
				value: 'subscribers',
				description: 'People who get mails and click no more',
			},
		],
		default: 'purchases',
		description: 'Whose silence to watch',
	},
	...shownFor(['carts'], [cartNotice]),
	...purchaseProperties.flatMap((property) => shownFor(watchesReading(property), [property])),
	...shownFor(['purchases'], purchaseWatchProperties),
	...shownFor(['carts'], cartWatchProperties),
	...shownFor(['deals'], dealWatchProperties),
	...shownFor(['subscribers'], subscriberWatchProperties),
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: inAlphabeticalOrder([
		...shownWhere('/operation', JUDGING, [
			...purchaseOptions.flatMap((option) => optionsShownFor(watchesReading(option), [option])),
			...optionsShownFor(['purchases'], purchaseWatchOptions),
			...optionsShownFor(['carts'], cartWatchOptions),
			...optionsShownFor(['deals'], dealWatchOptions),
			...optionsShownFor(['subscribers'], subscriberWatchOptions),
			...contactOptions,
			...holdOptions,
			onBadDataOption('Leave the record out and tell how many there were and why'),
			outputFieldOption('lapse'),
		]),
		asOfOption,
		disableDotNotationOption,
	]),
};

/** What the user sets in the node, in the order of the form. */
export const properties: INodeProperties[] = [
	operationProperty,
	...shownWhere('operation', ['confirm'], confirmProperties),
	...shownWhere('operation', ['forget'], forgetProperties),
	...shownWhere('operation', JUDGING, judgingProperties),
	...shownWhere('operation', ['confirm', 'detect', 'forget'], memoryProperties),
	...shownWhere('operation', ['detect'], tellProperties),
	options,
];
