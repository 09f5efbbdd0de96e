import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { judgeCart } from '../../core/lapse/judgeCart';
import { LAPSE_STATUSES } from '../../core/lapse/LapseVerdict';
import { counted } from '../../core/wording/formatNumber';
import { PurchaseRun } from '../../shared/PurchaseRun';
import { warning } from '../../shared/tellUser';
import type { Finding, Findings } from '../Findings';
import type { CartWatch } from './readCartWatch';

/** Judges the carts of everybody who left one. */
export function watchCarts(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	{ purchases, policy, newestOnly, outputField, ...fields }: CartWatch,
): Findings {
	const run = new PurchaseRun(context, items, purchases);
	const { facts, zone, asOf } = run;

	const found: Finding[] = [];
	for (const { person, email, history, sources, placed = [] } of run.customers) {
		const trail = run.trails.get(person);
		const customer = trail && { customerKey: history.customerKey, email, history, placed, trail };
		const carts = customer ? customer.trail.carts : [];
		for (const cart of newestOnly ? carts.slice(0, 1) : carts) {
			const told = [...cart.sources, ...customer!.trail.people];
			const verdict = judgeCart(
				cart,
				customer!,
				{
					previousStatus: facts.named(fields.previousStatus, told, LAPSE_STATUSES),
					lastContactAt: facts.newestDate(fields.lastContact, told, asOf),
					contactCount: facts.count(fields.contactCount, told),
				},
				{ policy, zone, asOf },
			);
			found.push({ verdict, item: cart.sources[0]!, sources });
		}
	}
	return {
		found,
		failures: run.failures,
		tellUser(...more) {
			const hasCarts = found.length > 0 || items.length === 0 || run.customers.length === 0;
			const none = `None of the ${counted(items.length, 'item')} is a cart. Give this node carts or begun checkouts too, or add their names to Event Names of Carts in Options.`;
			run.tellUser(outputField, ...(hasCarts ? [] : [warning(none)]), ...more);
		},
	};
}
