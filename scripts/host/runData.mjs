function runsOf(run, nodeName) {
	return run.data.resultData.runData[nodeName] ?? [];
}

/** The items a node put out on one of its outputs; none when the node did not run. */
export function itemsOf(run, nodeName, output = 0) {
	return runsOf(run, nodeName).flatMap(({ data }) => data?.main?.[output] ?? []);
}

/** Milliseconds a node worked. */
export function executionTimeOf(run, nodeName) {
	return runsOf(run, nodeName).reduce((sum, { executionTime }) => sum + executionTime, 0);
}

/** What a node tells its user in the editor beside its output. */
export function hintsOf(run, nodeName) {
	return runsOf(run, nodeName).flatMap(({ hints }) => hints ?? []);
}
