import { runToEnd } from './process/lifetime.mjs';
import { ensureInstalled } from './project/ensureInstalled.mjs';

await runToEnd(async () => {
	await ensureInstalled();
	// What needs the dependencies can be loaded only now.
	const { runQueue } = await import('../test/queue/runQueue.mjs');
	const { passed, failed } = await runQueue(process.argv.slice(2));
	console.log(`\n${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
});
