import type { INodeParameters } from 'n8n-workflow';

/**
 * The outputs of the node, by its parameters: Everyone Else first, then the report where
 * it is wanted, then one per segment.
 *
 * n8n evaluates this from its source text, so it stands alone: nothing from outside, literals only.
 * A segment that is switched off keeps its output, so that no wire moves.
 */
export function segmentOutputs(parameters: INodeParameters) {
	const report = parameters.reportOutput ? [{ type: 'main', displayName: 'Report' }] : [];
	if (parameters.outputMode === 'single') return [{ type: 'main' }, ...report];
	const segments = ((parameters.segments as INodeParameters)?.values ?? []) as INodeParameters[];
	const options = (parameters.options ?? {}) as INodeParameters;
	return [
		{ type: 'main', displayName: options.everyoneElseName || 'Everyone Else' },
		...report,
		...segments.map((segment, i) => ({
			type: 'main',
			displayName: segment.name || 'Segment ' + (i + 1),
		})),
	];
}
