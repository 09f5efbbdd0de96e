import type { INodeParameters } from 'n8n-workflow';

/**
 * The outputs of the node, by its parameters: Everyone Else first, then one per segment.
 *
 * n8n evaluates this from its source text, so it stands alone: nothing from outside, literals only.
 * A segment that is switched off keeps its output, so that no wire moves.
 */
export function segmentOutputs(parameters: INodeParameters) {
	if (parameters.outputMode === 'single') return [{ type: 'main' }];
	const segments = ((parameters.segments as INodeParameters)?.values ?? []) as INodeParameters[];
	const options = (parameters.options ?? {}) as INodeParameters;
	return [
		{ type: 'main', displayName: options.everyoneElseName || 'Everyone Else' },
		...segments.map((segment, i) => ({
			type: 'main',
			displayName: segment.name || 'Segment ' + (i + 1),
		})),
	];
}
