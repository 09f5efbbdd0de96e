import type { IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import type { CampaignWindows } from '../../core/segment/campaigns/CampaignFacts';
import {
	BY_URGENCY,
	campaignEvidence,
	CAMPAIGNS,
	type Campaign,
} from '../../core/segment/campaigns/readyCampaigns';
import { formatNumber } from '../../core/wording/formatNumber';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { note } from '../../shared/tellUser';
import { CAMPAIGN_NAMES } from '../form/groupNames';
import { CampaignFactsReader } from './CampaignFactsReader';
import { readReadyGroups } from './readReadyGroups';
import type { MakeScheme } from './Scheme';

/** What travels with the items of a ready group where the user names no campaign. */
const CAMPAIGN_TEXTS: Readonly<Partial<Record<Campaign, string>>> = Object.freeze({
	welcome: 'welcome',
	secondPurchase: 'second-purchase',
	vipThanks: 'vip-thanks',
	productInterest: 'product-interest',
	abandonedCart: 'abandoned-cart',
	winBack: 'win-back',
	hotLead: 'hot-lead',
});

function readWindows(parameters: NodeParameters): CampaignWindows {
	const days = (name: string, usual: number) =>
		parameters.constant(`campaignWindows.${name}`, schemas.notNegative.default(usual));
	return {
		welcomeDays: days('welcomeDays', 7),
		secondPurchaseDays: days('secondPurchaseDays', 60),
		interestDays: days('interestDays', 30),
	};
}

/** What decides about all of the ready groups, so that it sets none of them apart. */
const JUDGED_BY = ['lifecycle.stage', 'lapse.status', 'lapse.watch', 'leadScore.band'];

/** What no item tells, and which groups stay empty by it. */
function unknownSources(facts: CampaignFactsReader): NodeExecutionHint[] {
	const lacking = [
		...(facts.knowsStages ? [] : ['VIP Thanks by lifecycle.stage of Classify Lifecycle']),
		...(facts.knowsSilences
			? []
			: ['Abandoned Cart by lapse of Detect Lapsed, which watches carts']),
		...(facts.knowsBands ? [] : ['Hot Lead by leadScore.band of Score Lead']),
	];
	if (lacking.length === 0) return [];
	const [stay, they] = lacking.length === 1 ? ['stays', 'it is'] : ['stay', 'they are'];
	return [
		note(
			`${formatNumber(lacking.length)} of the ready groups ${stay} empty, since no item has what ${they} judged by: ${lacking.join('; ')}.`,
		),
	];
}

/** Eight ready groups, each with its campaign; of several that apply the most urgent goes first. */
export function readCampaignScheme(
	context: IExecuteFunctions,
	parameters: NodeParameters,
): MakeScheme {
	const windows = readWindows(parameters);
	const groups = readReadyGroups(context, parameters, {
		choice: 'readyCampaign',
		keys: CAMPAIGNS,
		names: CAMPAIGN_NAMES,
		campaigns: CAMPAIGN_TEXTS,
	}).map((group, place) =>
		CAMPAIGNS[place] === 'leaveInPeace' ? { ...group, tellsNobody: true } : group,
	);
	const byUrgency = BY_URGENCY.map((campaign) => ({
		campaign,
		place: CAMPAIGNS.indexOf(campaign),
	})).filter(({ place }) => groups[place]?.isEnabled);

	return (run) => {
		const facts = new CampaignFactsReader(run);
		const evidenceOf = (place: number, item: INodeExecutionData, itemIndex: number) => {
			const campaign = CAMPAIGNS[place];
			return campaign && campaignEvidence(campaign, facts.of(item, itemIndex), windows);
		};
		return {
			groups,
			placesOf(item, itemIndex, matchesAll) {
				const found: number[] = [];
				for (const { place } of byUrgency) {
					if (evidenceOf(place, item, itemIndex) === undefined) continue;
					found.push(place);
					if (!matchesAll) break;
				}
				return found;
			},
			evidence: (place, item, itemIndex) => evidenceOf(place, item, itemIndex) ?? '',
			whyNone: (item, itemIndex) =>
				facts.of(item, itemIndex).lapse?.isHeld
					? 'None of the ready campaigns applies: Detect Lapsed holds back for now.'
					: 'None of the ready campaigns applies.',
			details: (item, itemIndex) => facts.detailsOf(item, itemIndex),
			askedFields: () => JUDGED_BY,
			hints: () => (run.items.length === 0 ? [] : unknownSources(facts)),
		};
	};
}
