import type { IExecuteFunctions } from 'n8n-workflow';

import { nodeFault } from '../configurationFault';

/** Runs steps that ask the customer memory, and puts its complaints into n8n's form. */
export async function withMemoryFaults<T>(
	context: IExecuteFunctions,
	steps: () => Promise<T>,
): Promise<T> {
	try {
		return await steps();
	} catch (error) {
		throw nodeFault(context, error);
	}
}
