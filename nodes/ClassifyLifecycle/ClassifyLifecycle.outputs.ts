import type { INodeParameters } from 'n8n-workflow';

/**
 * The outputs of the node, by its parameters: the customers, and the summary behind them where the
 * user wants one, so that no wire moves when it is switched on. Forgetting has one output.
 *
 * n8n evaluates this from its source text, so it stands alone: nothing from outside, literals only.
 */
export function lifecycleOutputs(parameters: INodeParameters) {
	const options = (parameters.options ?? {}) as INodeParameters;
	return options.summaryOutput && parameters.operation !== 'forget'
		? [
				{ type: 'main', displayName: 'Customers' },
				{ type: 'main', displayName: 'Summary' },
			]
		: [{ type: 'main' }];
}
