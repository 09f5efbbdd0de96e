import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import type { HoldPolicy } from '../core/lapse/holdBack';
import { WATCHES } from '../core/lapse/LapseVerdict';
import { NodeParameters } from '../shared/NodeParameters';
import { properties } from './DetectLapsed.description';
import { readCartWatch, type CartWatch } from './carts/readCartWatch';
import { readDealWatch, type DealWatch } from './deals/readDealWatch';
import { readHoldPolicy } from './holdOptions';
import { OPERATIONS, type Operation } from './operationProperty';
import { readPurchaseWatch, type PurchaseWatch } from './purchases/readPurchaseWatch';
import { readCommonConfiguration } from './readCommonConfiguration';
import { readSubscriberWatch, type SubscriberWatch } from './subscribers/readSubscriberWatch';

/** What is watched, and how. */
export type LapseConfiguration = (CartWatch | DealWatch | PurchaseWatch | SubscriberWatch) & {
	/** Who is held back; undefined where nobody is. */
	hold: HoldPolicy | undefined;
};

/** Reads what the node is to do. */
export function readOperation(parameters: NodeParameters): Operation {
	return parameters.constant('operation', z.enum(OPERATIONS).default('detect'));
}

/** All that the user has set, checked, with the defaults in place of what is not set. */
export function readConfiguration(context: IExecuteFunctions): LapseConfiguration {
	const parameters = new NodeParameters(context, properties);
	const watch = parameters.constant('watch', z.enum(WATCHES).default('purchases'));
	const common = readCommonConfiguration(parameters, watch);
	const readers = {
		carts: readCartWatch,
		deals: readDealWatch,
		purchases: readPurchaseWatch,
		subscribers: readSubscriberWatch,
	};
	const hold = readHoldPolicy(context, parameters, watch, common);
	return { ...readers[watch](parameters, common), hold };
}
