import fc from 'fast-check';

import { LAPSE_STATUSES, WATCHES } from '../../../../nodes/core/lapse/LapseVerdict';
import { LEAD_BANDS } from '../../../../nodes/core/lead/LeadModel';
import { LIFECYCLE_STAGES } from '../../../../nodes/core/lifecycle/LifecycleStage';
import type { CampaignFacts } from '../../../../nodes/core/segment/campaigns/CampaignFacts';
import {
	BY_URGENCY,
	campaignEvidence,
	CAMPAIGNS,
	type Campaign,
} from '../../../../nodes/core/segment/campaigns/readyCampaigns';

const WINDOWS = { welcomeDays: 7, secondPurchaseDays: 60, interestDays: 30 };

const nothing: CampaignFacts = { isUnsubscribed: false, viewed: [] };

const facts = (known: Partial<CampaignFacts>): CampaignFacts => ({ ...nothing, ...known });

const lapse = (
	watch: (typeof WATCHES)[number],
	status: (typeof LAPSE_STATUSES)[number],
	more: object = {},
) => ({ watch, status, isHeld: false, ...more });

const applying = (known: Partial<CampaignFacts>): Campaign[] =>
	BY_URGENCY.filter((campaign) => campaignEvidence(campaign, facts(known), WINDOWS) !== undefined);

describe('The ready campaigns', () => {
	it.each<[string, Partial<CampaignFacts>, Campaign[]]>([
		['nothing known', {}, []],
		['first order a week ago', { orders: 1, firstOrderDays: 7, stage: 'customer' }, ['welcome']],
		['first order today', { orders: 1, firstOrderDays: 0, lastOrderDays: 0 }, ['welcome']],
		['first order to come', { orders: 1, firstOrderDays: -1 }, []],
		['signed up, no order', { signUpDays: 3, orders: 0, stage: 'prospect' }, ['welcome']],
		['signed up long ago', { signUpDays: 8, orders: 0 }, []],
		['signed up after buying for years', { signUpDays: 3, orders: 4, stage: 'customer' }, []],
		[
			'one order after the welcome',
			{ orders: 1, firstOrderDays: 8, lastOrderDays: 8, stage: 'customer' },
			['secondPurchase'],
		],
		[
			'one order, stage customer still',
			{ orders: 1, lastOrderDays: 200, stage: 'customer' },
			['secondPurchase'],
		],
		['one order, lapsed', { orders: 1, lastOrderDays: 50, stage: 'lapsed' }, ['winBack']],
		[
			'one order, no stage, within the window',
			{ orders: 1, lastOrderDays: 60 },
			['secondPurchase'],
		],
		['one order, no stage, behind it', { orders: 1, lastOrderDays: 61 }, []],
		['two orders', { orders: 2, lastOrderDays: 20, stage: 'customer' }, []],
		['advocate', { orders: 30, lastOrderDays: 5, stage: 'advocate' }, ['vipThanks']],
		[
			'an advocate who is new',
			{ orders: 3, firstOrderDays: 6, stage: 'advocate' },
			['vipThanks', 'welcome'],
		],
		['viewed, no order', { viewed: ['bread'], orders: 0 }, ['productInterest']],
		['viewed lately', { viewed: ['bread'], lastActivityDays: 30 }, ['productInterest']],
		['viewed long ago', { viewed: ['bread'], lastActivityDays: 31 }, []],
		['viewed, bought', { viewed: ['bread'], orders: 2, stage: 'customer' }, []],
		['viewed, a cart', { viewed: ['bread'], lapse: lapse('carts', 'atRisk') }, []],
		['cart abandoned', { viewed: ['bread'], lapse: lapse('carts', 'lapsed') }, ['abandonedCart']],
		['cart, but held back', { lapse: lapse('carts', 'lapsed', { isHeld: true }) }, []],
		['cart too old', { lapse: lapse('carts', 'lost') }, []],
		['at risk', { orders: 4, stage: 'customer', lapse: lapse('purchases', 'atRisk') }, ['winBack']],
		['held back', { stage: 'lapsed', lapse: lapse('purchases', 'lapsed', { isHeld: true }) }, []],
		['lapsed deal', { lapse: lapse('deals', 'lapsed') }, []],
		['hot lead', { band: 'hot', score: 82 }, ['hotLead']],
		['hot, but a customer', { band: 'hot', orders: 2 }, []],
		['hot prospect', { band: 'hot', stage: 'prospect' }, ['hotLead']],
		['hot, bought once upon a time', { band: 'hot', lastOrderDays: 900 }, []],
		['warm', { band: 'warm' }, []],
		['lost', { stage: 'lost', orders: 3, lastOrderDays: 700 }, ['leaveInPeace']],
		['lost by purchases', { lapse: lapse('purchases', 'lost') }, ['leaveInPeace']],
		['sunset subscriber', { lapse: lapse('subscribers', 'lost') }, ['leaveInPeace']],
		['lost deal', { lapse: lapse('deals', 'lost') }, []],
		['unsubscribed and hot', { isUnsubscribed: true, band: 'hot' }, ['leaveInPeace', 'hotLead']],
		[
			'a hot lead who left a cart and signed up',
			{ band: 'hot', signUpDays: 2, viewed: ['bread'], lapse: lapse('carts', 'lapsed') },
			['abandonedCart', 'hotLead', 'welcome'],
		],
	])('%s', (_name, known, campaigns) => {
		expect(applying(known)).toEqual(campaigns);
	});

	it.each<[Campaign, Partial<CampaignFacts>, string]>([
		['welcome', { orders: 1, firstOrderDays: 3 }, 'first order 3 days ago; a welcome takes 7 days'],
		['welcome', { signUpDays: 0 }, 'signed up today; a welcome takes 7 days'],
		[
			'secondPurchase',
			{ orders: 1, lastOrderDays: 20, expectedIntervalDays: 30, stage: 'customer' },
			'1 order, 20 days ago, the next is expected after 30',
		],
		[
			'vipThanks',
			{ stage: 'advocate', orders: 30, expectedIntervalDays: 7 },
			'advocate with 30 orders, one every 7 days expected',
		],
		[
			'productInterest',
			{ viewed: ['bread', 'rolls', 'cake', 'tea', 'jam'], lastActivityDays: 1 },
			'viewed bread, rolls, cake and 2 more 1 day ago, no order and no cart yet',
		],
		[
			'abandonedCart',
			{ lapse: lapse('carts', 'lapsed', { daysSince: 2 }) },
			'cart left, 2 days old',
		],
		[
			'winBack',
			{ lapse: lapse('purchases', 'atRisk', { daysSince: 40 }) },
			'at risk, no order for 40 days',
		],
		['winBack', { stage: 'lapsed', lastOrderDays: 63 }, 'lapsed, last order 63 days ago'],
		['hotLead', { band: 'hot', score: 82 }, 'hot lead with a score of 82, no order yet'],
		['leaveInPeace', { stage: 'lost', lastOrderDays: 700 }, 'lost, last order 700 days ago'],
		[
			'leaveInPeace',
			{ lapse: lapse('subscribers', 'lost', { daysSince: 400 }) },
			'subscriber silent for 400 days, the list lets go',
		],
	])('%s tells of %p: %s', (campaign, known, evidence) => {
		expect(campaignEvidence(campaign, facts(known), WINDOWS)).toBe(evidence);
	});

	it('are each in the order of urgency once', () => {
		expect([...BY_URGENCY].sort()).toEqual([...CAMPAIGNS].sort());
	});

	it('never ask for the first order of somebody and thank them for the second', () => {
		const days = fc.option(fc.integer({ min: -5, max: 400 }), { nil: undefined });
		const any = fc.record({
			stage: fc.constantFrom(undefined, ...LIFECYCLE_STAGES),
			orders: fc.option(fc.nat(6), { nil: undefined }),
			firstOrderDays: days,
			lastOrderDays: days,
			signUpDays: days,
			lastActivityDays: days,
			band: fc.constantFrom(undefined, ...LEAD_BANDS),
			lapse: fc.option(
				fc.record({
					watch: fc.constantFrom(...WATCHES),
					status: fc.constantFrom(...LAPSE_STATUSES),
					isHeld: fc.boolean(),
				}),
				{ nil: undefined },
			),
			isUnsubscribed: fc.boolean(),
			viewed: fc.constantFrom<string[]>([], ['bread']),
		});
		fc.assert(
			fc.property(any, (known) => {
				const found = applying(known);
				const both = (one: Campaign, other: Campaign) =>
					found.includes(one) && found.includes(other);
				expect(both('hotLead', 'secondPurchase')).toBe(false);
				expect(both('hotLead', 'vipThanks')).toBe(false);
				expect(both('productInterest', 'secondPurchase')).toBe(false);
				expect(both('productInterest', 'abandonedCart')).toBe(false);
				expect(both('vipThanks', 'secondPurchase')).toBe(false);
				for (const campaign of found) {
					const evidence = campaignEvidence(campaign, known, WINDOWS);
					expect(evidence).not.toMatch(/undefined|NaN|\.$/);
				}
			}),
			{ numRuns: 2000 },
		);
	});
});
