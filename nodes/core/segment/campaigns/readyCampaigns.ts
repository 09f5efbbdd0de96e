import { counted, formatNumber } from '../../wording/formatNumber';
import { listed } from '../../wording/listed';
import type { CampaignFacts, CampaignWindows } from './CampaignFacts';

/** The ready groups in the order of their outputs. Names are permanent. */
export const CAMPAIGNS = [
	'welcome',
	'secondPurchase',
	'vipThanks',
	'productInterest',
	'abandonedCart',
	'winBack',
	'hotLead',
	'leaveInPeace',
] as const;

export type Campaign = (typeof CAMPAIGNS)[number];

/**
 * The ready groups by urgency, for people to whom several apply.
 *
 * Who must not be written to comes before everything. Then what cools down within hours or days: a cart,
 * a hot lead. Then money about to be lost, then thanks. A welcome stands behind thanks, since an advocate
 * needs none, and before the second purchase, which begins when it ends. Interest alone comes last.
 */
export const BY_URGENCY: readonly Campaign[] = [
	'leaveInPeace',
	'abandonedCart',
	'hotLead',
	'winBack',
	'vipThanks',
	'welcome',
	'secondPurchase',
	'productInterest',
];

/** So many viewed things are named in a sentence. */
const NAMED_VIEWS = 3;

/** Why a group applies, in words without a full stop; undefined where it does not. */
type Rule = (facts: CampaignFacts, windows: CampaignWindows) => string | undefined;

/** The stage goes first: the action by which somebody became a customer need not be an order. */
function hasOrdered({ orders, stage, firstOrderDays, lastOrderDays }: CampaignFacts): boolean {
	if (stage !== undefined && stage !== 'prospect') return true;
	if (orders !== undefined) return orders > 0;
	return firstOrderDays !== undefined || lastOrderDays !== undefined;
}

function ago(days: number): string {
	if (days === 0) return 'today';
	return `${counted(days, 'day')} ago`;
}

const isWithin = (days: number | undefined, limit: number): days is number =>
	days !== undefined && days >= 0 && days <= limit;

function welcome(facts: CampaignFacts, { welcomeDays }: CampaignWindows): string | undefined {
	const { firstOrderDays, signUpDays } = facts;
	const window = `a welcome takes ${counted(welcomeDays, 'day')}`;
	if (isWithin(firstOrderDays, welcomeDays)) return `first order ${ago(firstOrderDays)}; ${window}`;
	// Who signs up after the first order knows the shop already.
	if (!hasOrdered(facts) && isWithin(signUpDays, welcomeDays)) {
		return `signed up ${ago(signUpDays)}; ${window}`;
	}
	return undefined;
}

function secondPurchase(facts: CampaignFacts, windows: CampaignWindows): string | undefined {
	const { orders, stage, expectedIntervalDays } = facts;
	const days = facts.lastOrderDays ?? facts.firstOrderDays;
	if (orders !== 1 || days === undefined || days <= windows.welcomeDays) return undefined;
	if (stage === undefined ? days > windows.secondPurchaseDays : stage !== 'customer')
		return undefined;
	const expected =
		expectedIntervalDays === undefined
			? ''
			: `, the next is expected after ${formatNumber(expectedIntervalDays)}`;
	return `1 order, ${ago(days)}${expected}`;
}

function vipThanks({ stage, orders, expectedIntervalDays }: CampaignFacts): string | undefined {
	if (stage !== 'advocate') return undefined;
	const bought = orders === undefined ? '' : ` with ${counted(orders, 'order')}`;
	const pace =
		expectedIntervalDays === undefined
			? ''
			: `, one every ${counted(expectedIntervalDays, 'day')} expected`;
	return `advocate${bought}${pace}`;
}

function productInterest(facts: CampaignFacts, { interestDays }: CampaignWindows) {
	const { viewed, lastActivityDays, lapse } = facts;
	if (viewed.length === 0 || hasOrdered(facts) || lapse?.watch === 'carts') return undefined;
	if (lastActivityDays !== undefined && !isWithin(lastActivityDays, interestDays)) return undefined;
	const named = viewed.slice(0, NAMED_VIEWS);
	const more = viewed.length - named.length;
	const what = listed(more > 0 ? [...named, `${formatNumber(more)} more`] : named);
	const when = lastActivityDays === undefined ? '' : ` ${ago(lastActivityDays)}`;
	return `viewed ${what}${when}, no order and no cart yet`;
}

function silence({ lapse }: CampaignFacts): string {
	return lapse?.daysSince === undefined ? '' : ` for ${counted(lapse.daysSince, 'day')}`;
}

function abandonedCart({ lapse }: CampaignFacts): string | undefined {
	if (lapse?.watch !== 'carts' || lapse.status !== 'lapsed' || lapse.isHeld) return undefined;
	return `cart left${lapse.daysSince === undefined ? '' : `, ${counted(lapse.daysSince, 'day')} old`}`;
}

function winBack(facts: CampaignFacts): string | undefined {
	const { stage, lapse, lastOrderDays } = facts;
	if (lapse?.isHeld) return undefined;
	if (lapse?.watch === 'purchases' && (lapse.status === 'lapsed' || lapse.status === 'atRisk')) {
		return `${lapse.status === 'lapsed' ? 'lapsed' : 'at risk'}, no order${silence(facts)}`;
	}
	if (stage !== 'lapsed') return undefined;
	return lastOrderDays === undefined ? 'lapsed' : `lapsed, last order ${ago(lastOrderDays)}`;
}

function hotLead(facts: CampaignFacts): string | undefined {
	if (facts.band !== 'hot' || hasOrdered(facts)) return undefined;
	const score = facts.score === undefined ? '' : ` with a score of ${formatNumber(facts.score)}`;
	return `hot lead${score}, no order yet`;
}

function leaveInPeace(facts: CampaignFacts): string | undefined {
	const { isUnsubscribed, lapse, stage, lastOrderDays } = facts;
	if (isUnsubscribed) return 'unsubscribed';
	if (lapse?.status === 'lost') {
		if (lapse.watch === 'subscribers')
			return `subscriber silent${silence(facts)}, the list lets go`;
		// A cart or a deal that is lost says nothing about the person.
		if (lapse.watch === 'purchases') return `lost, no order${silence(facts)}`;
	}
	if (stage !== 'lost') return undefined;
	return lastOrderDays === undefined ? 'lost' : `lost, last order ${ago(lastOrderDays)}`;
}

const RULES: Readonly<Record<Campaign, Rule>> = Object.freeze({
	welcome,
	secondPurchase,
	vipThanks,
	productInterest,
	abandonedCart,
	winBack,
	hotLead,
	leaveInPeace,
});

/**
 * Why a ready campaign applies to a person, with the figures, in words without a full stop; undefined
 * where it does not. What is not known speaks neither for nor against.
 *
 * - Welcome: first order, or sign-up without an order, within the window.
 * - Second Purchase: one order, after the welcome, as long as the stage is customer; where no stage is
 *   known, within the window.
 * - VIP Thanks: stage advocate.
 * - Product Interest: viewed something, never ordered, no cart.
 * - Abandoned Cart: a cart that Detect Lapsed finds abandoned.
 * - Win-Back: purchases at risk or lapsed, or stage lapsed.
 * - Hot Lead: band hot, and no customer yet.
 * - Leave in Peace: unsubscribed, lost, or a subscriber the list lets go.
 *
 * Whom Detect Lapsed holds back, e.g. since they were written to lately, is neither reminded nor won back.
 */
export function campaignEvidence(
	campaign: Campaign,
	facts: CampaignFacts,
	windows: CampaignWindows,
): string | undefined {
	return RULES[campaign](facts, windows);
}
