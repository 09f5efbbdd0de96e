import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { SegmentationError } from '../core/SegmentationError';

/** What stops a run before its first item: a sentence with the parameter's label, and what to do. */
export function configurationFault(
	context: IExecuteFunctions,
	message: string,
	description?: string,
): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, { description });
}

/** Runs a step of the domain and puts its complaints into n8n's form. */
export function withDomainFaults<T>(context: IExecuteFunctions, step: () => T): T {
	try {
		return step();
	} catch (error) {
		if (error instanceof SegmentationError)
			throw configurationFault(context, error.message, error.hint);
		throw new NodeOperationError(context.getNode(), error as Error);
	}
}
