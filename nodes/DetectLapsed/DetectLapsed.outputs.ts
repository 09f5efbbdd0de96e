import type { INodeParameters } from 'n8n-workflow';

/**
 * The outputs of the node: four, with the names they have for what is watched, always in the order of
 * lapsed, at risk, lost, active; behind them one for those held back, where the options ask for that.
 * A backtest has one output, and so have the operations that only write to the memory.
 *
 * n8n evaluates this from its source text, so it stands alone: nothing from outside, literals only.
 */
export function lapseOutputs(parameters: INodeParameters) {
	if (parameters.operation === 'confirm' || parameters.operation === 'forget') {
		return [{ type: 'main' }];
	}
	const options = (parameters.options ?? {}) as INodeParameters;
	let names = ['Lapsed', 'At Risk', 'Lost', 'Active'];
	if (parameters.watch === 'carts') {
		names = ['Abandoned', 'Still Open', 'Too Old', 'No Reminder'];
	} else if (parameters.watch === 'deals') {
		names = ['Stuck', 'At Risk', 'Given Up', 'Not Stuck'];
	} else if (parameters.watch === 'subscribers') {
		names = ['Inactive', 'At Risk', 'Sunset', 'Active'];
	} else if (parameters.operation === 'backtest') {
		return [{ type: 'main', displayName: 'Report' }];
	}
	const hasMemory = parameters.memory === 'workflow' || parameters.memory === 'dataTable';
	const tellsOnce = parameters.tellOnce === 'claim' || parameters.tellOnce === 'once';
	const isHolding =
		(hasMemory && tellsOnce) ||
		options.lapsedLongAgoDays ||
		options.mostLapsedPerRun ||
		options.silentFirstRun ||
		((options.newlyLapsedOnly || options.lastContactField) && parameters.watch !== 'carts');
	if (isHolding) names.push('Held Back');
	return names.map((displayName) => ({ type: 'main', displayName }));
}
