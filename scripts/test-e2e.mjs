import { runToEnd } from './process/lifetime.mjs';
import { ensureInstalled } from './project/ensureInstalled.mjs';

await runToEnd(async () => {
	await ensureInstalled();
	// What needs the dependencies can be loaded only now.
	const { runAll } = await import('../test/e2e/runAll.mjs');
	const { passed, failed } = await runAll();
	console.log(`\n${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
});
