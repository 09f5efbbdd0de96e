import { z } from 'zod';

import { checkSilencePolicy } from '../../core/history/silenceLimits';
import type { LapsePolicy } from '../../core/lapse/detectLapse';
import { readFallbackDays, readSeasons } from '../../shared/intervalParameters';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { readPurchaseConfiguration, type PurchaseConfiguration } from '../../shared/PurchaseRun';
import type { CommonConfiguration } from '../readCommonConfiguration';

/** How purchases are watched. */
export interface PurchaseWatch extends CommonConfiguration {
	watch: 'purchases';
	purchases: PurchaseConfiguration;
	policy: LapsePolicy;
}

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

/** Reads how purchases are watched. */
export function readPurchaseWatch(
	parameters: NodeParameters,
	common: CommonConfiguration,
): PurchaseWatch {
	const purchases = readPurchaseConfiguration(parameters);
	const policy: LapsePolicy = {
		...readMethod(parameters),
		action: purchases.action,
		quietDaysAfterContact: common.quietDaysAfterContact,
	};
	parameters.withDomainFaults(() => checkSilencePolicy(policy.silence));
	return { watch: 'purchases', ...common, purchases, policy };
}
