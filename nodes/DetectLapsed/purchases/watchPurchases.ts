import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { detectLapse, type LapseRun } from '../../core/lapse/detectLapse';
import { LAPSE_STATUSES } from '../../core/lapse/LapseVerdict';
import { settleMethod, type ShopNow } from '../../core/lapse/lapseMethod';
import { counted } from '../../core/wording/formatNumber';
import { factSources, PurchaseRun } from '../../shared/PurchaseRun';
import { note, warning } from '../../shared/tellUser';
import type { Finding, Findings } from '../Findings';
import type { PurchaseWatch } from './readPurchaseWatch';

/** A shop as a run finds it. */
export function shopOf(run: PurchaseRun): ShopNow {
	return {
		histories: run.customers.map(({ history }) => history),
		rhythm: run.rhythm,
		openDays: run.openDays,
		asOfDay: run.zone.dayOf(run.asOf),
	};
}

/** Judges the silence of everybody who bought. */
export function watchPurchases(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	{ purchases, choice, outputField, quietDaysAfterContact, ...fields }: PurchaseWatch,
): Findings {
	const run = new PurchaseRun(context, items, purchases);
	const { facts, rhythm, zone, openDays, asOf } = run;
	const method = settleMethod(choice, shopOf(run));
	const judging: LapseRun = {
		policy: {
			interval: method.interval,
			silence: method.silence,
			quietDaysAfterContact,
			action: purchases.action,
		},
		rhythm,
		zone,
		openDays,
		asOf,
		forecast: method.forecast,
		forecastDecides: method.forecastDecides,
		limitsMove: choice.method === 'auto' || choice.method === 'predictive',
	};

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
				lastContactAt: facts.newestDate(fields.lastContact, sources, asOf),
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
			run.tellUser(
				outputField,
				...method.notes.map(note),
				...method.warnings.map(warning),
				...(withoutOrder > 0 ? [warning(leftOut)] : []),
				...more,
			);
		},
	};
}
