import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { NodeParameters } from '../shared/NodeParameters';
import { properties } from './DetectLapsed.description';
import { readCartWatch, type CartWatch } from './carts/readCartWatch';
import { readPurchaseWatch, type PurchaseWatch } from './purchases/readPurchaseWatch';
import { readCommonConfiguration } from './readCommonConfiguration';

/** What is watched, and how. */
export type LapseConfiguration = CartWatch | PurchaseWatch;

/** All that the user has set, checked, with the defaults in place of what is not set. */
export function readConfiguration(context: IExecuteFunctions): LapseConfiguration {
	const parameters = new NodeParameters(context, properties);
	const watch = parameters.constant('watch', z.enum(['carts', 'purchases']).default('purchases'));
	const common = readCommonConfiguration(parameters);
	const readers = {
		carts: readCartWatch,
		purchases: readPurchaseWatch,
	};
	return readers[watch](parameters, common);
}
