import type { Watch } from '../core/lapse/LapseVerdict';
import type { ItemField, NodeParameters } from '../shared/NodeParameters';
import { schemas } from '../shared/parameterSchemas';
import { readLapseMemory, type LapseMemoryConfiguration } from './memory/readLapseMemory';

/** What is set alike for everything that is watched. */
export interface CommonConfiguration {
	outputField: string;
	/** The status of last time. */
	previousStatus: ItemField | undefined;
	lastContact: ItemField | undefined;
	contactCount: ItemField | undefined;
	/** Days after a contact during which a customer is not to be written to again. */
	quietDaysAfterContact: number;
	/** What is remembered between executions; undefined where the fields of the items tell all. */
	memory: LapseMemoryConfiguration | undefined;
}

const USUAL_QUIET_DAYS = 14;

/** Reads what is set alike for everything that is watched. */
export function readCommonConfiguration(
	parameters: NodeParameters,
	watch: Watch,
): CommonConfiguration {
	const memory = readLapseMemory(parameters, watch);
	// A reminder that is asked for earlier is not to be kept waiting by what nobody set.
	const again = memory?.telling?.policy.againAfterDays ?? USUAL_QUIET_DAYS;
	return {
		memory,
		outputField: parameters.constant('options.outputField', schemas.fieldName.default('lapse')),
		previousStatus: parameters.field('options.previousStatusField'),
		lastContact: parameters.field('options.lastContactField'),
		contactCount: parameters.field('options.contactCountField'),
		quietDaysAfterContact: parameters.constant(
			'options.quietDaysAfterContact',
			schemas.notNegative.default(Math.min(again, USUAL_QUIET_DAYS)),
		),
	};
}
