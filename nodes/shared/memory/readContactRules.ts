import { z } from 'zod';

import type { ContactPolicy } from '../../core/memory/Contact';
import type { NodeParameters } from '../NodeParameters';
import { schemas } from '../parameterSchemas';

const USUAL_CLAIM_MINUTES = 60;
const USUAL_REMINDERS = 3;

/** Reads how often a customer is told; undefined where that is not looked at. */
export function readContactRules(parameters: NodeParameters): ContactPolicy | undefined {
	const delivery = parameters.constant('tellOnce', z.enum(['off', 'claim', 'once']).default('off'));
	if (delivery === 'off') return undefined;
	const rule = (name: string) =>
		parameters.constant(`contactRules.${name}`, schemas.positive.optional());
	const againAfterDays = parameters.constant(
		'contactRules.againAfterDays',
		schemas.wholePositive.optional(),
	);
	return {
		delivery,
		againAfterDays,
		mostTimes: parameters.constant(
			'contactRules.mostTimes',
			schemas.wholePositive.default(againAfterDays === undefined ? 1 : USUAL_REMINDERS),
		),
		claimMinutes: rule('claimMinutes') ?? USUAL_CLAIM_MINUTES,
		cooldownHours: rule('cooldownHours'),
	};
}
