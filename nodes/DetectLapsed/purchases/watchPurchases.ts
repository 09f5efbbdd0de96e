import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { knownFacts } from '../../core/lapse/knownFacts';
import { detectLapse, type LapseRun } from '../../core/lapse/detectLapse';
import { LAPSE_STATUSES } from '../../core/lapse/LapseVerdict';
import { settleMethod, type ShopNow } from '../../core/lapse/lapseMethod';
import { counted } from '../../core/wording/formatNumber';
import { factSources, type PurchaseRun } from '../../shared/PurchaseRun';
import { note, warning } from '../../shared/tellUser';
import type { Subject, Watched } from '../Findings';
import { openPurchases } from './openPurchases';
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

/** Gives everybody who bought, for their silence to be judged. */
export async function watchPurchases(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	{ purchases, choice, outputField, quietDaysAfterContact, ...fields }: PurchaseWatch,
): Promise<Watched> {
	const run = await openPurchases(context, items, purchases);
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

	const subjects: Subject[] = [];
	let withoutOrder = 0;
	for (const customer of run.customers) {
		const { email, history, sources, latest } = customer;
		if (history.orderDays.length === 0) {
			withoutOrder += 1;
			continue;
		}
		const told = factSources(customer);
		const known = {
			previousStatus: facts.named(fields.previousStatus, told, LAPSE_STATUSES),
			lastContactAt: facts.newestDate(fields.lastContact, sources, asOf),
			contactCount: facts.count(fields.contactCount, told),
		};
		subjects.push({
			customerKey: history.customerKey,
			about: '',
			item: latest,
			sources,
			known,
			judge: (remembered) =>
				detectLapse(history, { email, ...knownFacts(known, remembered) }, judging),
		});
	}
	return {
		subjects,
		zone,
		asOf,
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
