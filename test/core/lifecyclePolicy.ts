import type { LifecyclePolicy } from '../../nodes/core/lifecycle/lifecyclePolicy';

/** What the stages are called where nobody renamed them. */
export const LABELS: LifecyclePolicy['labels'] = {
	prospect: 'Prospect',
	customer: 'Customer',
	advocate: 'Advocate',
	lapsed: 'Lapsed',
	lost: 'Lost',
};

/** The bread shop of DESIGN section 8. */
export const BREAD: LifecyclePolicy = {
	interval: { method: 'fixed', days: 7, recogniseSeasons: true },
	silence: { lapsedAfter: { days: 30 }, lostAfter: { days: 180 } },
	advocate: {
		rules: ['pace'],
		minOrders: 3,
		minSpend: 100,
		periods: 3,
		period: 'month',
		minReferrals: 2,
		minReviews: 5,
		minFollowers: 1000,
		stayMargin: 0,
	},
	engagement: { engagedDays: 30, coolingDays: 90, countOpens: false },
	neverGoBack: false,
	labels: LABELS,
	action: 'order',
};

/** A policy with some of the advocates' settings changed. */
export function advocates(
	advocate: Partial<LifecyclePolicy['advocate']>,
	policy: LifecyclePolicy = BREAD,
): LifecyclePolicy {
	return { ...policy, advocate: { ...policy.advocate, ...advocate } };
}
