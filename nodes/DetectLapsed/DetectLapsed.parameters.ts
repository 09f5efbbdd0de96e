import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { NodeParameters } from '../shared/NodeParameters';
import { properties } from './DetectLapsed.description';
import { readDealWatch, type DealWatch } from './deals/readDealWatch';
import { readPurchaseWatch, type PurchaseWatch } from './purchases/readPurchaseWatch';
import { readCommonConfiguration } from './readCommonConfiguration';
import { readSubscriberWatch, type SubscriberWatch } from './subscribers/readSubscriberWatch';

/** What is watched, and how. */
export type LapseConfiguration = PurchaseWatch | DealWatch | SubscriberWatch;

/** All that the user has set, checked, with the defaults in place of what is not set. */
export function readConfiguration(context: IExecuteFunctions): LapseConfiguration {
	const parameters = new NodeParameters(context, properties);
	const watch = parameters.constant(
		'watch',
		z.enum(['deals', 'purchases', 'subscribers']).default('purchases'),
	);
	const common = readCommonConfiguration(parameters);
	const readers = {
		deals: readDealWatch,
		purchases: readPurchaseWatch,
		subscribers: readSubscriberWatch,
	};
	return readers[watch](parameters, common);
}
