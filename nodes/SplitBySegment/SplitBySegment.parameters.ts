import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { checkSegmentNames } from '../core/segment/assignSegment';
import { onBadDataSchema } from '../shared/BadRecords';
import { configurationFault, withDomainFaults } from '../shared/configurationFault';
import { filterConditions } from '../shared/filterConditions';
import { NodeParameters } from '../shared/NodeParameters';
import { schemas } from '../shared/parameterSchemas';
import { properties } from './SplitBySegment.description';

const CHANNELS = ['none', 'ads', 'email', 'phone', 'post', 'sms', 'telegram'] as const;

function readSegments(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	everyoneElse: string,
) {
	const rows = parameters.constant('segments.values', z.array(z.unknown()).default([]));
	if (rows.length === 0) {
		throw configurationFault(
			context,
			'There is no segment',
			'Add at least one under Segments, e.g. Advocates',
		);
	}
	const segments = rows.map((_row, i) => {
		const path = `segments.values[${i}]`;
		const name = parameters.constant(`${path}.name`, schemas.text.default('')).trim();
		return {
			name,
			isEnabled: parameters.constant(`${path}.enabled`, schemas.flag.default(true)),
			conditions: filterConditions(context, parameters, `${path}.conditions`, name),
			campaign: parameters.perItem(`${path}.campaign`, schemas.text.optional()),
			channel: parameters.perItem(`${path}.channel`, z.enum(CHANNELS).default('none')),
		};
	});
	withDomainFaults(context, () =>
		checkSegmentNames(
			segments.map(({ name }) => name),
			everyoneElse,
		),
	);
	const empty = segments.find(({ isEnabled, conditions }) => isEnabled && conditions.isEmpty);
	if (empty) {
		throw configurationFault(
			context,
			`The segment "${empty.name}" has no condition`,
			'Add a condition that tells who belongs to it, or switch the segment off',
		);
	}
	return segments;
}

/** All that the user has set, checked, with the defaults in place of what is not set. */
export function readConfiguration(context: IExecuteFunctions) {
	const parameters = new NodeParameters(context, properties);
	const everyoneElse = parameters.constant(
		'options.everyoneElseName',
		z.string().trim().default('Everyone Else'),
	);
	return {
		everyoneElse,
		segments: readSegments(context, parameters, everyoneElse),
		matchesAll:
			parameters.constant('matching', z.enum(['first', 'all']).default('first')) === 'all',
		isSingleOutput:
			parameters.constant('outputMode', z.enum(['perSegment', 'single']).default('perSegment')) ===
			'single',
		zone: parameters.zone(),
		onBadData: parameters.constant('options.onBadData', onBadDataSchema),
		outputField: parameters.constant('options.outputField', schemas.text.default('segment')),
		leaveLostInPeace: parameters.constant('options.leaveLostInPeace', schemas.flag.default(true)),
		unsubscribed: parameters.field('options.unsubscribedField'),
		previousSegment: parameters.field('options.previousSegmentField'),
	};
}

export type SplitConfiguration = ReturnType<typeof readConfiguration>;
