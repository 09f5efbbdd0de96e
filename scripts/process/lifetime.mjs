const endings = [];
let ending;

/** Registers work for the end of this process: it runs once, newest first, also after Ctrl-C or a failure. */
export function atEnd(work) {
	endings.push(work);
}

function endAll() {
	ending ??= (async () => {
		for (const work of endings.reverse()) {
			try {
				await work();
			} catch (error) {
				console.error(`While cleaning up: ${error.message}`);
			}
		}
	})();
	return ending;
}

/**
 * Runs a whole command line program: its exit code is what `main` returns (nothing means 0), 1 with the reason printed
 * when it throws, 130 or 143 after a signal. Whatever was registered with `atEnd` is done before the process ends.
 */
export async function runToEnd(main) {
	let interrupted = false;
	for (const [signal, code] of [
		['SIGINT', 130],
		['SIGTERM', 143],
		['SIGHUP', 129],
	]) {
		process.on(signal, async () => {
			if (interrupted) return;
			interrupted = true;
			console.log('\nStopping ...');
			await endAll();
			process.exit(code);
		});
	}
	let code = 0;
	try {
		code = (await main()) ?? 0;
	} catch (error) {
		code = 1;
		if (!interrupted) console.error(`\n${error.message}`);
	}
	if (interrupted) return;
	await endAll();
	process.exit(code);
}
