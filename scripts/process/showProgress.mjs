const HEARTBEAT_SECONDS = 10;

/**
 * Does one step of a longer job in sight of the user: says what begins, says every ten seconds that it is still going
 * on, and says how long it took. Returns what `work` returns.
 */
export async function showProgress(label, work) {
	const started = performance.now();
	const seconds = () => (performance.now() - started) / 1000;
	console.log(`${label} ...`);
	const heartbeat = setInterval(
		() => console.log(`  ... ${seconds().toFixed(0)} s`),
		HEARTBEAT_SECONDS * 1000,
	);
	try {
		const result = await work();
		console.log(`  done in ${seconds().toFixed(1)} s`);
		return result;
	} finally {
		clearInterval(heartbeat);
	}
}
