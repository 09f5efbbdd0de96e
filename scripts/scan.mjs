import { runToEnd } from './process/lifetime.mjs';
import { ensureInstalled } from './project/ensureInstalled.mjs';

await runToEnd(async () => {
	await ensureInstalled();
	// What needs the dependencies can be loaded only now.
	const { scanPackage } = await import('./project/scanPackage.mjs');
	return (await scanPackage()) ? 0 : 1;
});
