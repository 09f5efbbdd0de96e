import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { configurationFault } from '../../shared/configurationFault';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { GOOD_OUTCOMES } from './learnProperties';

/** All that learning a model needs, checked. */
export function readLearning(context: IExecuteFunctions, parameters: NodeParameters) {
	const outcome = parameters.field('outcomeField');
	if (!outcome) {
		throw configurationFault(
			context,
			'Outcome Field is empty',
			'Name the field that tells what became of each lead, e.g. becameCustomer',
		);
	}
	const list = (path: string) => parameters.constant(path, schemas.list.default(''));
	return {
		operation: 'learn' as const,
		outcome,
		goodOutcomes: parameters.constant(
			'goodOutcomes',
			schemas.list
				.pipe(z.array(z.string()).min(1, 'at least one value is expected'))
				.default(GOOD_OUTCOMES),
		),
		isBlankNotReached:
			parameters.constant(
				'options.blankOutcomes',
				z.enum(['leaveOut', 'notReached']).default('leaveOut'),
			) === 'notReached',
		learnFrom: list('learnFrom'),
		leaveOut: list('leaveOut'),
		engagementFields: list('engagementFields'),
		options: {
			heldBackPercent: parameters.constant(
				'options.heldBackPercent',
				schemas.notNegative.pipe(z.number().max(90, 'up to 90 is expected')).default(30),
			),
			leaveOutSuspects: parameters.constant('options.leaveOutSuspects', schemas.flag.default(true)),
			pointsInAll: parameters.constant('options.pointsInAll', schemas.positive.default(100)),
			name: parameters.constant('options.modelName', schemas.text.optional()),
			version: parameters.constant('options.modelVersion', schemas.text.optional()),
		},
	};
}

export type LearningConfiguration = ReturnType<typeof readLearning>;
