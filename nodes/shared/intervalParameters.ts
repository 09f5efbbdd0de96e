import { z } from 'zod';

import type { NodeParameters } from './NodeParameters';
import { schemas } from './parameterSchemas';

/** Days between orders that may be expected of kinds of goods, while nothing is learned yet. */
const DAYS_OF_GOODS = Object.freeze({ consumables: 30, standard: 90, slow: 365 });

/** The interval that is expected while there is nothing to learn from. */
export function readFallbackDays(parameters: NodeParameters): number {
	const kind = parameters.constant(
		'options.kindOfGoods',
		z.enum(['consumables', 'standard', 'slow']).default('standard'),
	);
	return parameters.constant(
		'options.fallbackIntervalDays',
		schemas.positive.default(DAYS_OF_GOODS[kind]),
	);
}

/** Whether customers who buy only in certain seasons are judged by them. */
export function readSeasons(parameters: NodeParameters): boolean {
	return parameters.constant('options.recogniseSeasons', schemas.flag.default(true));
}
