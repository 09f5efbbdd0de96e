import { z } from 'zod';

import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { readContactLimits } from '../form/contactLimitOptions';
import { readHoldout } from '../form/holdoutOptions';
import { readQuietTimes } from '../form/quietOptions';
import type { SplitMemoryConfiguration } from '../memory/readSplitMemory';

const flag = schemas.flag.default(true);

/** Who is to be left alone, checked. */
export function readLeaveAlone(
	parameters: NodeParameters,
	memory: SplitMemoryConfiguration | undefined,
) {
	return {
		consentPolicy: parameters.constant(
			'leaveAlone.consent',
			z.enum(['off', 'recognise', 'required']).default('recognise'),
		),
		consent: parameters.field('leaveAlone.consentField'),
		smsConsent: parameters.field('leaveAlone.smsConsentField'),
		unsubscribed: parameters.field('leaveAlone.unsubscribedField'),
		leaveLostInPeace: parameters.constant('leaveAlone.leaveLostInPeace', flag),
		leaveDisqualified: parameters.constant('leaveAlone.leaveDisqualified', flag),
		waitForSeason: parameters.constant('leaveAlone.waitForSeason', flag),
		contactLimits: readContactLimits(parameters, memory !== undefined),
		quietTimes: readQuietTimes(parameters),
		timeZone: parameters.field('leaveAlone.timeZoneField'),
		holdout: readHoldout(parameters, memory?.customer),
	};
}

export type LeaveAloneConfiguration = ReturnType<typeof readLeaveAlone>;
