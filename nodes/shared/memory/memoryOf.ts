import type { IExecuteFunctions } from 'n8n-workflow';

import { configurationFault } from '../configurationFault';
import type { NodeParameters } from '../NodeParameters';
import type { CustomerMemory } from './CustomerMemory';
import { openMemory } from './openMemory';
import { readMemory } from './readMemory';

/**
 * The memory that an operation works on.
 *
 * @throws NodeOperationError where the node has none
 */
export function memoryOf(context: IExecuteFunctions, parameters: NodeParameters): CustomerMemory {
	const configuration = readMemory(parameters);
	if (configuration) return openMemory(context, configuration);
	throw configurationFault(
		context,
		'There is no memory to work on: Memory is Fields of the Items',
		'Choose the memory that the other nodes of the workflow use, N8n Data Table or This Workflow',
	);
}
