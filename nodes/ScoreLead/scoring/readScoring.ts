import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import {
	readAttributeFields,
	readRecognitionTables,
} from '../../shared/attributes/attributeFields';
import { onBadDataSchema } from '../../shared/BadRecords';
import { configurationFault } from '../../shared/configurationFault';
import { readMemory } from '../../shared/memory/readMemory';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { readModel, readModelSource } from '../form/readModel';

function readActivityInput(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	isRemembered: boolean,
) {
	const shape = parameters.constant(
		'inputShape',
		z.enum(['leads', 'activityLists', 'activities']).default('leads'),
	);
	if (shape === 'leads') {
		return { shape, list: undefined, type: undefined, date: undefined, id: undefined };
	}
	const list = shape === 'activityLists' ? parameters.field('activityListField') : undefined;
	if (shape === 'activityLists' && !list) {
		throw configurationFault(
			context,
			'Activity List Field is empty',
			'Name the field of each lead that holds the list of its activities, or choose another Input Contains',
		);
	}
	return {
		shape,
		list,
		type: parameters.field('activityTypeField'),
		date: parameters.field('activityDateField'),
		id: isRemembered ? parameters.field('options.activityIdField') : undefined,
	};
}

/** All that scoring leads needs, checked. */
export function readScoring(context: IExecuteFunctions, parameters: NodeParameters) {
	const zone = parameters.zone();
	const memory = readMemory(parameters);
	const activities = readActivityInput(context, parameters, memory !== undefined);
	const previousBand = parameters.field('options.previousBandField');
	const output = parameters.constant(
		'output',
		z.enum(['all', 'changed', 'model', 'table']).default('all'),
	);
	if (output === 'changed' && !previousBand && !memory) {
		throw configurationFault(
			context,
			'Output is Changed Leads, but there is no Previous Band Field',
			'Name the field with the band of last time under Previous Band Field in Options, choose a Memory, or choose All Leads',
		);
	}
	return {
		operation: 'score' as const,
		output,
		memory,
		lead: parameters.field('leadField'),
		modelSource: readModelSource(parameters),
		model: readModel(context, parameters, activities.shape !== 'leads'),
		attributeFields: readAttributeFields(parameters),
		tables: readRecognitionTables(parameters),
		activities,
		addRecognised: parameters.constant('options.addRecognised', schemas.flag.default(false)),
		lastActivity: parameters.field('options.lastActivityField'),
		previousBand,
		zone,
		asOf: parameters.asOf(zone).instant,
		dateOrder: parameters.dateOrder(),
		onBadData: parameters.constant('options.onBadData', onBadDataSchema),
		outputField: parameters.constant('options.outputField', schemas.fieldName.default('leadScore')),
	};
}

export type ScoringConfiguration = ReturnType<typeof readScoring>;
