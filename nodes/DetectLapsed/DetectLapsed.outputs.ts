import type { INodeParameters } from 'n8n-workflow';

/**
 * The outputs of the node, always four, with the names they have for what is watched: lapsed, at risk,
 * lost, active.
 *
 * n8n evaluates this from its source text, so it stands alone: nothing from outside, literals only.
 */
export function lapseOutputs(parameters: INodeParameters) {
	let names = ['Lapsed', 'At Risk', 'Lost', 'Active'];
	if (parameters.watch === 'carts') {
		names = ['Abandoned', 'Still Open', 'Too Old', 'Bought or Left Out'];
	}
	return names.map((displayName) => ({ type: 'main', displayName }));
}
