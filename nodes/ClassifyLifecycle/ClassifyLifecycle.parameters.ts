import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { checkSilencePolicy, type SilenceLimit } from '../core/history/silenceLimits';
import { ADVOCATE_RULES } from '../core/lifecycle/advocateRules';
import type { LifecyclePolicy } from '../core/lifecycle/classifyLifecycle';
import { withDomainFaults } from '../shared/configurationFault';
import { NodeParameters } from '../shared/NodeParameters';
import { schemas } from '../shared/parameterSchemas';
import { readPurchaseConfiguration } from '../shared/PurchaseRun';
import { properties } from './ClassifyLifecycle.description';

const DAYS_PER_UNIT = { days: 1, weeks: 7, months: 30.44, years: 365.25 } as const;

/** All that the user has set, checked, with the defaults in place of what is not set. */
export function readConfiguration(context: IExecuteFunctions) {
	const parameters = new NodeParameters(context, properties);
	const limit = (name: 'lapsed' | 'lost', times: number): SilenceLimit => {
		const days = parameters.constant(`options.${name}AfterDays`, schemas.wholePositive.optional());
		if (days !== undefined) return { days };
		return {
			times: parameters.constant(`options.${name}AfterTimes`, schemas.positive.default(times)),
		};
	};
	const lapsedAfter = limit('lapsed', 3);
	const lostAfter = limit('lost', 6);
	const recogniseSeasons = parameters.constant(
		'options.recogniseSeasons',
		schemas.flag.default(true),
	);
	const policy: LifecyclePolicy = {
		interval:
			parameters.constant('intervalMethod', z.enum(['learned', 'fixed'])) === 'fixed'
				? {
						method: 'fixed',
						days:
							parameters.constant('intervalValue', schemas.positive) *
							DAYS_PER_UNIT[
								parameters.constant('intervalUnit', z.enum(['days', 'weeks', 'months', 'years']))
							],
						recogniseSeasons,
					}
				: {
						method: 'learned',
						fallbackDays: parameters.constant(
							'options.fallbackIntervalDays',
							schemas.positive.default(90),
						),
						recogniseSeasons,
					},
		silence: { lapsedAfter, lostAfter },
		advocate: {
			rules: parameters.constant(
				'options.advocateRules',
				z.array(z.enum(ADVOCATE_RULES)).default(['pace']),
			),
			minOrders: parameters.constant('options.advocateMinOrders', schemas.wholePositive.default(3)),
			minSpend: parameters.constant('options.advocateMinSpend', schemas.notNegative.default(0)),
			months: parameters.constant('options.advocateMonths', schemas.wholePositive.default(12)),
			minFollowers: parameters.constant(
				'options.advocateMinFollowers',
				schemas.wholePositive.default(1000),
			),
		},
	};
	withDomainFaults(context, () => checkSilencePolicy(policy.silence));
	return {
		purchases: readPurchaseConfiguration(parameters),
		policy,
		outputField: parameters.constant('options.outputField', schemas.text.default('lifecycle')),
		previousStage: parameters.field('options.previousStageField'),
		followers: parameters.field('options.followersField'),
		lastActivity: parameters.field('options.lastActivityField'),
		activityCount: parameters.field('options.activityCountField'),
	};
}
