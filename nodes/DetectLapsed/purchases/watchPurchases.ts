import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { detectLapse } from '../../core/lapse/detectLapse';
import { LAPSE_STATUSES } from '../../core/lapse/LapseVerdict';
import { counted } from '../../core/wording/formatNumber';
import { factSources, PurchaseRun } from '../../shared/PurchaseRun';
import type { Finding, Findings } from '../Findings';
import type { PurchaseWatch } from './readPurchaseWatch';

/** Judges the silence of everybody who bought. */
export function watchPurchases(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	{ purchases, policy, outputField, ...fields }: PurchaseWatch,
): Findings {
	const run = new PurchaseRun(context, items, purchases);
	const { facts, rhythm, zone, openDays, asOf } = run;
	const judging = { policy, rhythm, zone, openDays, asOf };

	const found: Finding[] = [];
	let withoutOrder = 0;
	for (const customer of run.customers) {
		const { history, sources, latest } = customer;
		const told = factSources(customer);
		const verdict = detectLapse(
			history,
			{
				email: customer.email,
				previousStatus: facts.named(fields.previousStatus, told, LAPSE_STATUSES),
				lastContactAt: facts.date(fields.lastContact, told),
				contactCount: facts.count(fields.contactCount, told),
			},
			judging,
		);
		if (verdict) found.push({ verdict, item: latest, sources });
		else withoutOrder += 1;
	}
	return {
		found,
		failures: run.failures,
		tellUser(...more) {
			const leftOut = `${counted(withoutOrder, 'customer')} without an order left out: who never bought cannot lapse.`;
			run.tellUser(outputField, ...(withoutOrder > 0 ? [leftOut] : []), ...more);
		},
	};
}
