import type { ItemField, NodeParameters } from '../shared/NodeParameters';
import { schemas } from '../shared/parameterSchemas';

/** What is set alike for everything that is watched. */
export interface CommonConfiguration {
	outputField: string;
	/** The status of last time. */
	previousStatus: ItemField | undefined;
	lastContact: ItemField | undefined;
	contactCount: ItemField | undefined;
	/** Days after a contact during which a customer is not to be written to again. */
	quietDaysAfterContact: number;
}

/** Reads what is set alike for everything that is watched. */
export function readCommonConfiguration(parameters: NodeParameters): CommonConfiguration {
	return {
		outputField: parameters.constant('options.outputField', schemas.text.default('lapse')),
		previousStatus: parameters.field('options.previousStatusField'),
		lastContact: parameters.field('options.lastContactField'),
		contactCount: parameters.field('options.contactCountField'),
		quietDaysAfterContact: parameters.constant(
			'options.quietDaysAfterContact',
			schemas.notNegative.default(14),
		),
	};
}
