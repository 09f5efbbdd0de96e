import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { readAttributeFields, readRecognitionTables } from '../shared/attributes/attributeFields';
import { readDerivation } from '../shared/attributes/attributeOptions';
import { onBadDataSchema } from '../shared/BadRecords';
import { NodeParameters } from '../shared/NodeParameters';
import { schemas } from '../shared/parameterSchemas';
import { readCapacity } from './form/capacityOptions';
import { OPERATIONS } from './form/operationProperty';
import { readLeaveAlone } from './leaveAlone/readLeaveAlone';
import { readSplitMemory } from './memory/readSplitMemory';
import { readReport } from './report/readReport';
import { readScheme } from './schemes/readScheme';
import { properties } from './SplitBySegment.description';

/** What the node does, with the parameters that say how. */
export function readOperation(context: IExecuteFunctions) {
	const parameters = new NodeParameters(context, properties);
	const operation = parameters.constant('operation', z.enum(OPERATIONS).default('split'));
	return { operation, parameters };
}

/** All that the user has set for splitting, checked, with the defaults in place of what is not set. */
export function readConfiguration(
	context: IExecuteFunctions,
	parameters = new NodeParameters(context, properties),
) {
	const zone = parameters.zone();
	const everyoneElse = parameters.constant(
		'options.everyoneElseName',
		z.string().trim().default('Everyone Else'),
	);
	const attributeFields = readAttributeFields(parameters);
	const tables = readRecognitionTables(parameters);
	const derivation = readDerivation(parameters);
	const previousSegment = parameters.field('options.previousSegmentField');
	const outputField = parameters.constant(
		'options.outputField',
		schemas.fieldName.default('segment'),
	);
	const memory = readSplitMemory(parameters);
	const hasReport = parameters.constant('reportOutput', schemas.flag.default(false));
	return {
		everyoneElse,
		makeScheme: readScheme(context, parameters, everyoneElse),
		matchesAll:
			parameters.constant('matching', z.enum(['first', 'all']).default('first')) === 'all',
		isSingleOutput:
			parameters.constant('outputMode', z.enum(['perSegment', 'single']).default('perSegment')) ===
			'single',
		hasSuppressedOutput: parameters.constant('suppressedOutput', schemas.flag.default(false)),
		zone,
		asOf: parameters.asOf(zone).instant,
		dateOrder: parameters.dateOrder(),
		attributeFields,
		tables,
		derivation,
		addsRecognised: parameters.constant('options.addRecognised', schemas.flag.default(false)),
		leaveAlone: readLeaveAlone(parameters, memory),
		capacity: readCapacity(parameters),
		previousSegment,
		memory,
		onBadData: parameters.constant('options.onBadData', onBadDataSchema),
		outputField,
		report: hasReport
			? readReport(parameters, {
					zone,
					attributeFields,
					tables,
					derivation,
					previousSegment,
					outputField,
				})
			: undefined,
	};
}

export type SplitConfiguration = ReturnType<typeof readConfiguration>;
