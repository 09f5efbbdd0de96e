import type { INodeParameters } from 'n8n-workflow';

/**
 * The inputs of the node: the leads, and behind them the table of rules where the model comes from one.
 *
 * n8n evaluates this from its source text, so it stands alone: nothing from outside, literals only.
 */
export function leadInputs(parameters: INodeParameters) {
	const scores = parameters.operation !== 'learn' && parameters.operation !== 'forget';
	if (parameters.modelSource !== 'table' || !scores) {
		return [{ type: 'main' }];
	}
	return [
		{ type: 'main', displayName: 'Leads' },
		{ type: 'main', displayName: 'Model' },
	];
}
