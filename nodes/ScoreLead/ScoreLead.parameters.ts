import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { NodeParameters } from '../shared/NodeParameters';
import { readLearning, type LearningConfiguration } from './learning/readLearning';
import { properties } from './ScoreLead.description';
import { readScoring, type ScoringConfiguration } from './scoring/readScoring';

/** Forgetting customers, which reads what it needs by itself. */
interface ForgettingConfiguration {
	operation: 'forget';
	parameters: NodeParameters;
}

/** What the node does, and how. */
export type ScoreLeadConfiguration =
	| ScoringConfiguration
	| LearningConfiguration
	| ForgettingConfiguration;

/** All that the user has set, checked, with the defaults in place of what is not set. */
export function readConfiguration(context: IExecuteFunctions): ScoreLeadConfiguration {
	const parameters = new NodeParameters(context, properties);
	const operation = parameters.constant(
		'operation',
		z.enum(['score', 'learn', 'forget']).default('score'),
	);
	if (operation === 'forget') return { operation, parameters };
	return operation === 'learn'
		? readLearning(context, parameters)
		: readScoring(context, parameters);
}
