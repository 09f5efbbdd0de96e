import { z } from 'zod';

import type { LapseStatus, Watch } from '../../core/lapse/LapseVerdict';
import { REACHING_CHANNELS, type Channel } from '../../core/memory/channels';
import type { ContactPolicy } from '../../core/memory/Contact';
import { readContactRules } from '../../shared/memory/readContactRules';
import { readMemory, type MemoryConfiguration } from '../../shared/memory/readMemory';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';

/** The campaign of each watch, where the user names none. Names are permanent: rows of the memory hang on them. */
export const USUAL_CAMPAIGN: Readonly<Record<Watch, string>> = Object.freeze({
	carts: 'Abandoned Cart',
	deals: 'Stuck Deals',
	purchases: 'Win-Back',
	subscribers: 'Re-Engagement',
});

/** Who is told, how often and on what channel. */
export interface Telling {
	policy: ContactPolicy;
	channel: Channel;
	/** The statuses whose output leads to a message. */
	statuses: readonly LapseStatus[];
}

/** What is remembered between executions, and where. */
export interface LapseMemoryConfiguration {
	store: MemoryConfiguration;
	campaign: string;
	/** Undefined where nobody is told once, and only statuses are remembered. */
	telling: Telling | undefined;
}

function readTelling(parameters: NodeParameters, watch: Watch): Telling | undefined {
	const policy = readContactRules(parameters);
	if (!policy) return undefined;
	const told = parameters.constant(
		'toldOutputs',
		z.enum(['atRiskAndLapsed', 'lapsed']).default('lapsed'),
	);
	return {
		policy,
		channel: parameters.constant('contactChannel', z.enum(REACHING_CHANNELS).default('email')),
		// A cart that is still open has no reminder that is due.
		statuses: told === 'lapsed' || watch === 'carts' ? ['lapsed'] : ['atRisk', 'lapsed'],
	};
}

/** Reads what is remembered; undefined where the fields of the items tell all. */
export function readLapseMemory(
	parameters: NodeParameters,
	watch: Watch,
): LapseMemoryConfiguration | undefined {
	const store = readMemory(parameters);
	if (!store) return undefined;
	const campaign = parameters.constant('campaignName', schemas.text.default('')).trim();
	return {
		store,
		campaign: campaign || USUAL_CAMPAIGN[watch],
		telling: readTelling(parameters, watch),
	};
}
