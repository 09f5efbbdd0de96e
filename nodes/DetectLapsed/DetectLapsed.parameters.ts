import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { checkSilencePolicy } from '../core/history/silenceLimits';
import type { LapsePolicy } from '../core/lapse/detectLapse';
import { withDomainFaults } from '../shared/configurationFault';
import { readFallbackDays, readSeasons } from '../shared/intervalParameters';
import { NodeParameters } from '../shared/NodeParameters';
import { schemas } from '../shared/parameterSchemas';
import { readPurchaseConfiguration } from '../shared/PurchaseRun';
import { properties } from './DetectLapsed.description';

function readMethod(parameters: NodeParameters): Pick<LapsePolicy, 'interval' | 'silence'> {
	const recogniseSeasons = readSeasons(parameters);
	if (parameters.constant('method', z.enum(['ownRhythm', 'fixedWindow'])) === 'fixedWindow') {
		const days = (path: string) => ({ days: parameters.constant(path, schemas.wholePositive) });
		const lapsedAfter = days('lapsedAfterDays');
		return {
			interval: { method: 'fixed', days: lapsedAfter.days, recogniseSeasons },
			silence: {
				atRiskAfter: days('atRiskAfterDays'),
				lapsedAfter,
				lostAfter: days('lostAfterDays'),
			},
		};
	}
	const times = (path: string, byDefault: number) => ({
		times: parameters.constant(path, schemas.positive.default(byDefault)),
	});
	return {
		interval: {
			method: 'learned',
			fallbackDays: readFallbackDays(parameters),
			recogniseSeasons,
		},
		silence: {
			atRiskAfter: times('options.atRiskAfterTimes', 1.5),
			lapsedAfter: times('options.lapsedAfterTimes', 2),
			lostAfter: times('options.lostAfterTimes', 3),
		},
	};
}

/** All that the user has set, checked, with the defaults in place of what is not set. */
export function readConfiguration(context: IExecuteFunctions) {
	const parameters = new NodeParameters(context, properties);
	const purchases = readPurchaseConfiguration(parameters);
	const policy: LapsePolicy = {
		...readMethod(parameters),
		action: purchases.action,
		quietDaysAfterContact: parameters.constant(
			'options.quietDaysAfterContact',
			schemas.notNegative.default(14),
		),
	};
	withDomainFaults(context, () => checkSilencePolicy(policy.silence));
	return {
		purchases,
		policy,
		outputField: parameters.constant('options.outputField', schemas.text.default('lapse')),
		previousStatus: parameters.field('options.previousStatusField'),
		lastContact: parameters.field('options.lastContactField'),
		contactCount: parameters.field('options.contactCountField'),
	};
}
