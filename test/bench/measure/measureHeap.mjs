import { setImmediate as turn } from 'node:timers/promises';
import { GCProfiler, setFlagsFromString } from 'node:v8';

/**
 * The heap in use, in bytes, once nothing is left that only waits for its turn or for collection.
 */
async function usedHeap() {
	for (let i = 0; i < 3; i++) {
		await turn();
		gc();
	}
	return process.memoryUsage().heapUsed;
}

/**
 * What `work` gives, and the most of the heap that was in use at a time meanwhile, garbage not
 * counted.
 */
async function watchHeap(work) {
	// With this flag every collection clears the whole heap, so what is in use after one is alive.
	setFlagsFromString('--gc-global');
	const profiler = new GCProfiler();
	profiler.start();
	const result = await work();
	const { statistics } = profiler.stop();
	setFlagsFromString('--no-gc-global');
	const used = statistics.map(({ afterGC }) => afterGC.heapStatistics.usedHeapSize);
	return { result, peak: Math.max(...used) };
}

/**
 * What a run, `{ node, items }`, needs of the heap, in bytes: `input` is what its items hold,
 * `peak` how far the heap grows above that while the node works, and `kept` what stays for as long
 * as n8n keeps the run. `output` counts the items the node put out.
 */
export async function measureHeap(host, makeItems, { node, items: count }) {
	const before = await usedHeap();
	const items = makeItems(count);
	const start = await usedHeap();
	const { result, peak } = await watchHeap(() => host.runNode(node, items));
	const kept = (await usedHeap()) - start;
	const output = result.runData[node.name][0].data.main.reduce(
		(sum, { length }) => sum + length,
		0,
	);
	return { input: start - before, peak: Math.max(peak - start, kept), kept, output };
}
