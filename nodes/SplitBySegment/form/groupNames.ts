import type { Campaign } from '../../core/segment/campaigns/readyCampaigns';
import type { RfmGroup, RfmMainGroup } from '../../core/segment/rfm/rfmGroups';
import type { LeadBand } from '../../core/lead/LeadModel';
import type { LifecycleStage } from '../../core/lifecycle/LifecycleStage';

/** How the groups of ready schemes are called where the user gives them no name of their own. */
export const STAGE_NAMES: Readonly<Record<LifecycleStage, string>> = Object.freeze({
	prospect: 'Prospect',
	customer: 'Customer',
	advocate: 'Advocate',
	lapsed: 'Lapsed',
	lost: 'Lost',
});

export const BAND_NAMES: Readonly<Record<LeadBand, string>> = Object.freeze({
	hot: 'Hot',
	warm: 'Warm',
	cold: 'Cold',
});

export const RFM_NAMES: Readonly<Record<RfmGroup, string>> = Object.freeze({
	champions: 'Champions',
	loyalCustomers: 'Loyal Customers',
	potentialLoyalists: 'Potential Loyalists',
	newCustomers: 'New Customers',
	promising: 'Promising',
	needAttention: 'Need Attention',
	aboutToSleep: 'About to Sleep',
	cantLoseThem: "Can't Lose Them",
	atRisk: 'At Risk',
	hibernating: 'Hibernating',
	lost: 'Lost',
});

export const RFM_MAIN_NAMES: Readonly<Record<RfmMainGroup, string>> = Object.freeze({
	champions: 'Champions',
	loyalCustomers: 'Loyal Customers',
	newAndPromising: 'New and Promising',
	needAttention: 'Need Attention',
	atRisk: 'At Risk',
	lost: 'Lost',
});

export const CAMPAIGN_NAMES: Readonly<Record<Campaign, string>> = Object.freeze({
	welcome: 'Welcome',
	secondPurchase: 'Second Purchase',
	vipThanks: 'VIP Thanks',
	productInterest: 'Product Interest',
	abandonedCart: 'Abandoned Cart',
	winBack: 'Win-Back',
	hotLead: 'Hot Lead',
	leaveInPeace: 'Leave in Peace',
});
