import type { SegmentVerdict } from '../../nodes/core/segment/SegmentVerdict';
import { resultOf } from './resultOf';
import { runNode, runWorkflow, singleNodeWorkflow, type NodeRun } from './runWorkflow';

/** The day as of which the tests judge. */
export const AS_OF = '2026-11-22T00:00:00';

/** Runs Split by Segment with As Of set. */
export function split(
	parameters: { options?: object } & Record<string, unknown>,
	records: readonly object[],
): Promise<NodeRun> {
	return runNode(
		'splitBySegment',
		{ ...parameters, options: { asOf: AS_OF, ...parameters.options } },
		records,
	);
}

/** The verdict on an item. */
export function segmentOf(item: Parameters<typeof resultOf>[0]): SegmentVerdict {
	return resultOf<SegmentVerdict>(item, 'segment');
}

/** One field of the items on each output. */
export function onOutputs(run: NodeRun, field = 'id'): unknown[][] {
	expect(run.error).toBeUndefined();
	return run.outputs.map((items) => items.map(({ json }) => json[field]));
}

/** The verdicts by the `id` of the items, however many outputs there are. */
export function verdictsById(run: NodeRun): Record<string, SegmentVerdict> {
	expect(run.error).toBeUndefined();
	return Object.fromEntries(
		run.outputs.flat().map((item) => [String(item.json.id), segmentOf(item)]),
	);
}

/** Runs Classify Lifecycle on orders and Split by Segment on its customers. */
export async function splitOfOrders(
	classify: { options?: object } & Record<string, unknown>,
	parameters: { options?: object } & Record<string, unknown>,
	orders: readonly object[],
): Promise<NodeRun> {
	const options = { asOf: AS_OF, ...classify.options };
	const [source, first] = singleNodeWorkflow('classifyLifecycle', { ...classify, options }).nodes;
	const [, second] = singleNodeWorkflow('splitBySegment', {
		...parameters,
		options: { ...options, ...parameters.options },
	}).nodes;
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	const run = await runWorkflow(
		{
			nodes: [source!, { ...first!, name: 'Classify' }, second!],
			connections: { Source: to('Classify'), Classify: to('Node') },
		},
		orders,
	);
	expect(run('Classify').hints).toEqual([]);
	return run('Node');
}
