import { roundMoney, spendOf, type PurchaseHistory } from '../history/PurchaseHistory';
import type { LifecycleVerdict } from './classifyLifecycle';
import { LIFECYCLE_STAGES, type LifecycleStage } from './LifecycleStage';

/** How many customers by stage; `unknown` are those whose stage of last time is not known. */
export type StageCounts = Record<LifecycleStage, number> & { unknown: number };

/** One stage in the summary of a run. */
export interface StageSummary {
	stage: LifecycleStage;
	stageLabel: string;
	customers: number;
	/** Part of all customers, from 0 to 1. */
	share: number;
	orders: number;
	/** Spend of these customers; `null` where nothing is known or currencies differ. */
	revenue: number | null;
	currency: string | null;
	/** The sums by currency where several keep them from being added up; '' is "not given". */
	revenueByCurrency: Readonly<Record<string, number>> | null;
	averageOrderValue: number | null;
	wonBack: number;
	/** A row of the movement matrix: where those who are in this stage now were last time. */
	cameFrom: StageCounts;
	/** A row of the movement matrix: where those who were in this stage last time are now. */
	wentTo: Record<LifecycleStage, number>;
	asOf: string;
}

/** A customer of the run, judged. */
export interface JudgedCustomer {
	history: PurchaseHistory;
	verdict: LifecycleVerdict;
}

function noCounts(): Record<LifecycleStage, number> {
	return { prospect: 0, customer: 0, advocate: 0, lapsed: 0, lost: 0 };
}

/**
 * Sums a run up by stage: one entry for each, in the order of a customer's life, also where nobody is
 * in it.
 *
 * `cameFrom` and `wentTo` together are the matrix of movements since last time; customers who stayed
 * stand on its diagonal. Revenue is never added up over currencies.
 */
export function summariseStages(
	customers: readonly JudgedCustomer[],
	labels: Readonly<Record<LifecycleStage, string>>,
	asOf: string,
): StageSummary[] {
	return LIFECYCLE_STAGES.map((stage) => {
		const members = customers.filter(({ verdict }) => verdict.stage === stage);
		const spent = new Map<string, number>();
		const cameFrom = { ...noCounts(), unknown: 0 };
		let [orders, pricedOrders] = [0, 0];
		for (const { history, verdict } of members) {
			orders += history.orders;
			pricedOrders += history.pricedOrders;
			cameFrom[verdict.previousStage ?? 'unknown'] += 1;
			for (const [currency, sum] of history.spent) {
				spent.set(currency, (spent.get(currency) ?? 0) + sum);
			}
		}
		const wentTo = noCounts();
		for (const { verdict } of customers) {
			if (verdict.previousStage === stage) wentTo[verdict.stage] += 1;
		}
		const spend = spendOf({ spent, pricedOrders });
		return {
			stage,
			stageLabel: labels[stage],
			customers: members.length,
			share: customers.length === 0 ? 0 : roundMoney(members.length / customers.length),
			orders,
			revenue: spend.total ?? null,
			currency: spend.currency ?? null,
			revenueByCurrency: spend.byCurrency ?? null,
			averageOrderValue: spend.average ?? null,
			wonBack: members.filter(({ verdict }) => verdict.wonBack === true).length,
			cameFrom,
			wentTo,
			asOf,
		};
	});
}
