import { runToEnd } from './process/lifetime.mjs';
import { ensureInstalled } from './project/ensureInstalled.mjs';
import { HELP, readFlags } from '../test/bench/readFlags.mjs';

await runToEnd(async () => {
	let flags;
	try {
		flags = readFlags(process.argv.slice(2));
	} catch (error) {
		console.error(`${error.message}\n\n${HELP}`);
		return 2;
	}
	if (flags.help) {
		console.log(HELP);
		return 0;
	}
	await ensureInstalled();
	// What needs the dependencies can be loaded only now.
	const { runBench } = await import('../test/bench/runBench.mjs');
	await runBench(flags);
});
