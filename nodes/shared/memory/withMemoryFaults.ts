import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { SegmentationError } from '../../core/SegmentationError';

/** Runs steps that ask the customer memory, and puts its complaints into n8n's form. */
export async function withMemoryFaults<T>(
	context: IExecuteFunctions,
	steps: () => Promise<T>,
): Promise<T> {
	try {
		return await steps();
	} catch (error) {
		const description = error instanceof SegmentationError ? error.hint : undefined;
		throw new NodeOperationError(context.getNode(), error as Error, { description });
	}
}
