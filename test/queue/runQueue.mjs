import { parseArgs } from 'node:util';
import { runSuites } from '../e2e/runSuites.mjs';
import { missingServices } from './services.mjs';
import { setUp } from './setUp.mjs';
import { madeUpCustomers } from './shop.mjs';
import * as toldOnce from './toldOnce.mjs';

/**
 * Proves the customer memory in queue mode, where PostgreSQL and Redis answer, and returns how many checks passed and
 * failed. `--customers 500` makes it small, for a quick try.
 */
export async function runQueue(args) {
	const { values } = parseArgs({
		args,
		options: { customers: { type: 'string', default: '10000' } },
	});
	const missing = await missingServices();
	if (missing.length > 0) {
		console.log(`Skipped: no answer from ${missing.join(' and ')}, which queue mode needs.`);
		return { passed: 0, failed: 0 };
	}
	const world = await setUp(madeUpCustomers(Number(values.customers)));
	return await runSuites([toldOnce], world);
}
