import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { CartVerdict } from '../../core/lapse/CartVerdict';
import { judgeCart } from '../../core/lapse/judgeCart';
import { knownFacts } from '../../core/lapse/knownFacts';
import { LAPSE_STATUSES } from '../../core/lapse/LapseVerdict';
import { counted } from '../../core/wording/formatNumber';
import { warning } from '../../shared/tellUser';
import type { Subject, Watched } from '../Findings';
import { openPurchases } from '../purchases/openPurchases';
import type { CartWatch } from './readCartWatch';

/** Gives the carts of everybody who left one, to be judged. */
export async function watchCarts(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	{ purchases, policy, newestOnly, outputField, ...fields }: CartWatch,
): Promise<Watched> {
	const run = await openPurchases(context, items, purchases);
	const { facts, zone, asOf } = run;

	const subjects: Subject[] = [];
	for (const { person, email, history, sources, placed = [] } of run.customers) {
		const trail = run.trails.get(person);
		if (!trail) continue;
		const { customerKey } = history;
		const customer = { customerKey, email, history, placed, trail };
		for (const cart of newestOnly ? trail.carts.slice(0, 1) : trail.carts) {
			const told = [...cart.sources, ...trail.people];
			const known = {
				previousStatus: facts.named(fields.previousStatus, told, LAPSE_STATUSES),
				lastContactAt: facts.newestDate(fields.lastContact, told, asOf),
				contactCount: facts.count(fields.contactCount, told),
			};
			subjects.push({
				customerKey,
				about: cart.id ?? new Date(cart.at).toISOString(),
				item: cart.sources[0]!,
				sources,
				known,
				judge: (remembered) => {
					// A count of the fields may be of another cart; the one of the memory is of this.
					const remindersSent =
						known.contactCount === undefined ? remembered.contactCount : undefined;
					const cartFacts = { ...knownFacts(known, remembered), remindersSent };
					return judgeCart(cart, customer, cartFacts, { policy, zone, asOf });
				},
			});
		}
	}
	return {
		subjects,
		zone,
		asOf,
		stageOf(verdict) {
			const { step } = (verdict as CartVerdict).cart;
			return step === null ? undefined : { number: step, quietMs: policy.quietAge };
		},
		failures: run.failures,
		tellUser(...more) {
			const hasCarts = subjects.length > 0 || items.length === 0 || run.customers.length === 0;
			const none = `None of the ${counted(items.length, 'item')} is a cart. Give this node carts or begun checkouts too, or add their names to Event Names of Carts in Options.`;
			run.tellUser(outputField, ...(hasCarts ? [] : [warning(none)]), ...more);
		},
	};
}
