import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { SegmentationError } from '../core/SegmentationError';

/** What tells which node it is. */
type NodeContext = Pick<IExecuteFunctions, 'getNode'>;

/** What stops a run before its first item: a sentence with the parameter's label, and what to do. */
export function configurationFault(
	context: NodeContext,
	message: string,
	description?: string,
): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, { description });
}

/** What stopped a run, in n8n's form: of a complaint of the domain with what to do. */
export function nodeFault(context: NodeContext, error: unknown): NodeOperationError {
	return error instanceof SegmentationError
		? configurationFault(context, error.message, error.hint)
		: new NodeOperationError(context.getNode(), error as Error);
}

/** Runs a step of the domain and puts its complaints into n8n's form. */
export function withDomainFaults<T>(context: IExecuteFunctions, step: () => T): T {
	try {
		return step();
	} catch (error) {
		throw nodeFault(context, error);
	}
}
