import { NodeHelpers } from 'n8n-workflow';

import { isInControlGroup } from '../../nodes/core/segment/controlGroup';
import type { SegmentVerdict } from '../../nodes/core/segment/SegmentVerdict';
import { SplitBySegment } from '../../nodes/SplitBySegment/SplitBySegment.node';
import { condition, resultOf } from './resultOf';
import { runWorkflow, singleNodeWorkflow } from './runWorkflow';
import { hasPayloads, samplesOf, samplesOfSystem } from './sources/payloads.cjs';

const AS_OF = '2026-11-20T12:00:00';

/** A segment that everybody is in who is not marked as left out. */
const segment = (name: string, more: object = {}) => ({
	name,
	conditions: condition('={{ $json.leftOut }}', 'boolean', 'notExists'),
	campaign: 'news',
	channel: 'email',
	enabled: true,
	...more,
});

interface Setting {
	leaveAlone?: object;
	options?: object;
	segments?: object[];
	timezone?: string;
	more?: object;
}

async function split(items: readonly object[], setting: Setting = {}) {
	const { leaveAlone = {}, options = {}, segments = [segment('All')], timezone, more } = setting;
	const saved = singleNodeWorkflow('splitBySegment', {
		segments: { values: segments },
		leaveAlone,
		options: { asOf: AS_OF, ...options },
		...more,
	});
	const settings = { timezone: timezone ?? 'Europe/Berlin' };
	return (await runWorkflow({ ...saved, settings }, items))('Node');
}

async function verdicts(items: readonly object[], setting: Setting = {}) {
	const more = { outputMode: 'single', ...setting.more };
	const run = await split(items, { ...setting, more });
	if (run.error) throw run.error;
	return run.outputs[0]!.map((item) => resultOf<SegmentVerdict>(item, 'segment'));
}

/** What stands against contacting each of the items; null where nothing does. */
async function suppressedBy(items: readonly object[], setting: Setting = {}) {
	return (await verdicts(items, setting)).map((verdict) => verdict.suppressedBy);
}

const onChannel = (channel: string, leaveAlone: object = {}): Setting => ({
	leaveAlone,
	segments: [segment('All', { channel })],
});

describe('Consent', () => {
	it('never fails an item by a field that nobody asked for', async () => {
		const run = await split([{ marketingConsent: 'perhaps' }, { marketingConsent: false }], {
			options: { onBadData: 'stop' },
		});
		expect(run.error).toBeUndefined();
		expect(run.outputs.flat().map((item) => resultOf(item, 'segment').suppressedBy)).toEqual([
			null,
			'noConsent',
		]);
		expect(run.hints).toContainEqual(
			'Consent "marketingConsent" could not be used for 1 item, e.g. "perhaps".',
		);
	});

	const mailchimp = (status: string) => ({ email_address: 'a@shop.example', list_id: '1', status });
	const shopify = (state: string) => ({ email_marketing_consent: { state } });
	const hubSpot = (properties: object) => ({ id: '1', properties });

	// Source: Mailchimp API, members; Shopify REST, customer; HubSpot, contact properties; the docs of
	// ActiveCampaign, Pipedrive and Salesforce.
	it.each<[string, object, string | null]>([
		['Mailchimp', mailchimp('subscribed'), null],
		['Mailchimp', mailchimp('unsubscribed'), 'unsubscribed'],
		['Mailchimp', mailchimp('cleaned'), 'bounced'],
		['Mailchimp', mailchimp('pending'), 'noConsent'],
		['Mailchimp', mailchimp('archived'), 'noConsent'],
		['Shopify', shopify('subscribed'), null],
		['Shopify', shopify('unsubscribed'), 'unsubscribed'],
		['Shopify', shopify('not_subscribed'), 'noConsent'],
		['Shopify, of an order', { customer: shopify('unsubscribed') }, 'unsubscribed'],
		['Shopify, formerly', { accepts_marketing: false }, 'noConsent'],
		['HubSpot', hubSpot({ hs_email_optout: 'true' }), 'unsubscribed'],
		['HubSpot', hubSpot({ hs_email_optout: { value: 'true' } }), 'unsubscribed'],
		['HubSpot', hubSpot({ hs_email_optout: 'false' }), null],
		['HubSpot', hubSpot({ hs_email_hard_bounce_reason_enum: 'UNKNOWN_USER' }), 'bounced'],
		['ActiveCampaign', { bounced_hard: '0' }, null],
		['ActiveCampaign', { bounced_hard: '1' }, 'bounced'],
		['Pipedrive', { marketing_status: 'no_consent' }, 'noConsent'],
		['Pipedrive', { marketing_status: 'unsubscribed' }, 'unsubscribed'],
		['Salesforce', { HasOptedOutOfEmail: true }, 'unsubscribed'],
		['a sheet', { Abgemeldet: '2026-01-05' }, 'unsubscribed'],
		['a sheet', { Einwilligung: 'nein' }, 'noConsent'],
		['a sheet', { Einwilligung: 'ja' }, null],
		['a sheet', { Einwilligung: '' }, null],
		['a sheet', { Newsletter: 'nein' }, 'noConsent'],
		['a sheet', { Newsletter: 'ja' }, null],
		['a sheet', { Newsletter: 'weekly' }, null],
		['a sheet', { subscribed: false }, 'noConsent'],
		['a sheet', { subscribed: false, consent: 'yes' }, null],
		['a sheet', { unsubscribed: 'no', doNotContact: 'yes' }, 'unsubscribed'],
		['nothing known', { id: 7 }, null],
	])('of %s: %j', async (_system, item, expected) => {
		expect(await suppressedBy([item])).toEqual([expected]);
	});

	it('tells by which field', async () => {
		const [hub, mail] = [hubSpot({ hs_email_optout: 'true' }), mailchimp('cleaned')];
		expect((await verdicts([hub]))[0]?.suppressedReason).toBe(
			'Unsubscribed, by "properties.hs_email_optout".',
		);
		expect((await verdicts([mail]))[0]?.suppressedReason).toBe('Mails come back, by "status".');
		const [sheet] = await verdicts([{ ok: 'no' }], { leaveAlone: { consentField: 'ok' } });
		expect(sheet?.suppressedReason).toBe('No consent, by "ok".');
	});

	it('tells what it took for consent', async () => {
		const run = await split([{ Newsletter: 'nein', unsubscribed: 'no', doNotContact: 'yes' }]);
		expect(run.hints).toContain(
			'Recognised: Consent from "Newsletter", Unsubscribed from "doNotContact".',
		);
	});

	it('finds the first who unsubscribed behind thousands who have no such field', async () => {
		const people = Array.from({ length: 3000 }, (_, id) =>
			hubSpot({ email: `${id}@shop.example` }),
		);
		people[2500] = hubSpot({ email: 'out@shop.example', hs_email_optout: 'true' });
		people[2600] = hubSpot({ hs_email_hard_bounce_reason_enum: 'SPAM' });
		const run = await split(people, { more: { outputMode: 'single' } });
		const found = run.outputs[0]!.flatMap((item, i) => {
			const by = resultOf(item, 'segment').suppressedBy;
			return by === null ? [] : [[i, by]];
		});
		expect(found).toEqual([
			[2500, 'unsubscribed'],
			[2600, 'bounced'],
		]);
		expect(run.hints).toContain(
			'Recognised: Unsubscribed from "properties.hs_email_optout", Bounced from "properties.hs_email_hard_bounce_reason_enum".',
		);
	});

	it.each<[string, object[], Array<string | null>]>([
		[
			'off',
			[{ optOut: true }, { consent: 'no' }, { bounced: 'yes' }, {}],
			[null, null, null, null],
		],
		[
			'recognise',
			[{ optOut: true }, { consent: 'no' }, { bounced: 'yes' }, {}],
			['unsubscribed', 'noConsent', 'bounced', null],
		],
		[
			'required',
			[
				{ optOut: true },
				{ consent: 'no' },
				{ consent: 'yes', bounced: 'yes' },
				{},
				{ consent: 'yes' },
			],
			['unsubscribed', 'noConsent', 'bounced', 'noConsent', null],
		],
	])('%s', async (consent, items, expected) => {
		expect(await suppressedBy(items, { leaveAlone: { consent } })).toEqual(expected);
	});

	it('tells where it is required and no field tells of it', async () => {
		const told = expect.stringContaining('no field of the items tells of it') as unknown;
		const hints = async (items: object[], leaveAlone: object) =>
			(await split(items, { leaveAlone: { consent: 'required', ...leaveAlone } })).hints;
		expect(await hints([{ id: 1 }], {})).toContainEqual(told);
		expect(await hints([{ consent: 'yes' }], {})).not.toContainEqual(told);
		expect(await hints([{ ok: 'yes' }], { consentField: 'ok' })).not.toContainEqual(told);
	});

	const everything = { optOut: true, consent: false, bounced: true };
	const doNot = { DoNotContact: true };
	const named = { unsubscribedField: 'gone' };
	const ownSms = { smsConsentField: 'sms_marketing_consent.state' };
	const smsState = (state: string) => ({ sms_marketing_consent: { state } });

	// What is recognised speaks of e-mail; a named field holds for all channels.
	it.each<[string, object, object, string | null]>([
		['email', everything, {}, 'unsubscribed'],
		['none', everything, {}, 'unsubscribed'],
		['sms', everything, {}, null],
		['phone', everything, {}, null],
		['post', everything, {}, null],
		['sms', doNot, {}, 'unsubscribed'],
		['sms', { ...doNot, unsubscribed: false }, {}, 'unsubscribed'],
		['sms', doNot, { consent: 'off' }, null],
		['phone', { ok: 'well' }, { consentField: 'ok' }, 'noConsent'],
		['ads', { gone: true }, named, 'unsubscribed'],
		['sms', { gone: true }, named, 'unsubscribed'],
		['phone', { ok: 'no' }, { consentField: 'ok' }, 'noConsent'],
		['sms', { ok: 'no' }, { consentField: 'ok' }, 'noConsent'],
		['sms', { ok: 'no', ...smsState('subscribed') }, { consentField: 'ok', ...ownSms }, null],
		['sms', smsState('not_subscribed'), ownSms, 'noConsent'],
		['sms', smsState('not_subscribed'), {}, 'noConsent'],
		['sms', smsState('subscribed'), {}, null],
		['sms', { ok: 'yes', ...smsState('not_subscribed') }, { consentField: 'ok' }, 'noConsent'],
		['sms', { ok: 'no', ...smsState('not_subscribed') }, { smsConsentField: 'ok' }, 'noConsent'],
		['sms', smsState('not_subscribed'), { consent: 'off' }, null],
		['email', smsState('not_subscribed'), ownSms, null],
		['sms', { consent: 'yes' }, { consent: 'required' }, 'noConsent'],
		['sms', smsState('subscribed'), { consent: 'required', ...ownSms }, null],
		['email', { bounced: true }, { consent: 'off' }, null],
		['email', { consent: 'no', ok: 'yes' }, { consentField: 'ok' }, null],
	])('on the channel %s: %j with %j', async (channel, item, leaveAlone, expected) => {
		expect(await suppressedBy([item], onChannel(channel, leaveAlone))).toEqual([expected]);
	});

	it('is judged by the channel of each segment where an item goes to several', async () => {
		const segments = [segment('Mail'), segment('Call', { channel: 'phone' })];
		const run = await split([{ optOut: true }], { segments, more: { matching: 'all' } });
		const by = run.outputs.flat().map((item) => resultOf(item, 'segment').suppressedBy);
		expect(by).toEqual(['unsubscribed', null]);
	});

	(hasPayloads ? describe : describe.skip)('of recorded payloads', () => {
		const NONE = { noConsent: 0, unsubscribed: 0, bounced: 0 };

		it.each<[string, Partial<typeof NONE>]>([
			['shopify/customer_rest_2024-07_subscribed.json', {}],
			['shopify/customers_rest_2024-07_list.items.json', { noConsent: 2 }],
			['shopify/order_rest_2024-07_pending.json', { noConsent: 1 }],
			['mailchimp/member_openapi_schema_example_with_ecommerce_data.json', {}],
			['activecampaign/contact_getAll_simplified_docs_like.json', {}],
			['hubspot/contact_v3_api_docs_example.json', {}],
			['hubspot/contact_get_v1_properties_value_versions.json', {}],
			['woocommerce/customers_list.items.json', {}],
			['woocommerce/customer.json', {}],
			['stripe/customer_node.json', {}],
			['pipedrive/deal_v1_won_person_object.json', {}],
			['google_sheets/read_default_en_US_formatted_string.items.json', {}],
		])('%s', async (file, expected) => {
			const by = await suppressedBy(samplesOf(file) ?? []);
			const counts = { ...NONE };
			for (const kind of by) if (kind !== null) counts[kind as keyof typeof NONE] += 1;
			expect(counts).toEqual({ ...NONE, ...expected });
		});

		it.each<[string, object, string]>([
			['mailchimp', { status: 'unsubscribed' }, 'unsubscribed'],
			['mailchimp', { status: 'cleaned' }, 'bounced'],
			['activecampaign', { bounced_hard: '1' }, 'bounced'],
		])('of %s with %j', async (system, change, expected) => {
			const people = (samplesOfSystem(system) ?? []).filter(
				(one) => 'status' in one || 'bounced_hard' in one,
			);
			const changed = people.map((one) => ({ ...one, ...change }));
			expect(changed.length).toBeGreaterThan(0);
			expect(await suppressedBy(changed)).toEqual(changed.map(() => expected));
		});
	});
});

describe('What earlier nodes found', () => {
	const cold = { leadScore: { band: 'cold', bandSetBy: { rule: 'Rival', evidence: 'x' } } };
	const santa = {
		lifecycle: {
			stage: 'customer',
			suggestedGoal: 'waitForSeason',
			season: {
				startsOn: '2026-12-01T00:00:00.000+01:00',
				endsOn: '2026-12-31T00:00:00.000+01:00',
			},
		},
	};
	const written = { lapse: { contact: { suppressedUntil: '2026-11-24T00:00:00.000+01:00' } } };

	it.each<[string, object, object, string | null]>([
		['lost', { lifecycle: { stage: 'lost' } }, {}, 'lost'],
		['a sunset subscriber', { lapse: { watch: 'subscribers', status: 'lost' } }, {}, 'lost'],
		['lost, switched off', { lapse: { status: 'lost' } }, { leaveLostInPeace: false }, null],
		['disqualified', cold, {}, 'disqualified'],
		['disqualified, switched off', cold, { leaveDisqualified: false }, null],
		['out of season', santa, {}, 'outOfSeason'],
		['out of season, switched off', santa, { waitForSeason: false }, null],
		['contacted, by Detect Lapsed', written, {}, 'contactedLately'],
	])('%s', async (_, item, leaveAlone, expected) => {
		expect(await suppressedBy([item], { leaveAlone })).toEqual([expected]);
	});

	it('tells the first reason, and the end of the last', async () => {
		const [verdict] = await verdicts([{ ...santa, ...written }]);
		expect(verdict).toMatchObject({
			suppressedBy: 'outOfSeason',
			suppressedReason: 'Buys by season, next from 2026-12-01 on.',
			suppressedUntil: '2026-12-01T00:00:00.000+01:00',
		});
		const late = { lapse: { contact: { suppressedUntil: '2026-12-05T00:00:00.000+01:00' } } };
		const [both] = await verdicts([{ ...santa, ...late }]);
		expect(both).toMatchObject({
			suppressedBy: 'outOfSeason',
			suppressedUntil: '2026-12-05T00:00:00.000+01:00',
		});
		const [forGood] = await verdicts([{ ...santa, optOut: true }]);
		expect(forGood).toMatchObject({ suppressedBy: 'unsubscribed', suppressedUntil: null });
	});

	it('puts the end behind the quiet hours', async () => {
		const night = { lapse: { contact: { suppressedUntil: '2026-11-24T23:00:00.000+01:00' } } };
		const [verdict] = await verdicts([night], { leaveAlone: { quietFrom: '21:00' } });
		expect(verdict?.suppressedUntil).toBe('2026-11-25T08:00:00.000+01:00');
		const setting = onChannel('post', { quietFrom: '21:00' });
		expect((await verdicts([night], setting))[0]?.suppressedUntil).toBe(
			'2026-11-24T23:00:00.000+01:00',
		);
	});
});

describe('In a workflow of several nodes', () => {
	const ORDERS = ['2023', '2024', '2025'].flatMap((year) => [
		{ email: 'santa@shop.example', date: `${year}-12-10`, amount: 80 },
		{ email: 'santa@shop.example', date: `${year}-12-18`, amount: 40 },
	]);
	const LOST = [{ email: 'gone@shop.example', date: '2019-01-05', amount: 9 }];
	const FAN = Array.from({ length: 10 }, (_, i) => ({
		email: 'fan@shop.example',
		date: `2026-${String(i + 1).padStart(2, '0')}-25`,
		amount: 5,
	}));

	/** Orders through Classify Lifecycle or Detect Lapsed into the split, on a day. */
	async function judged(first: object, asOf: string, items: object[]) {
		const one = singleNodeWorkflow('splitBySegment', {
			segments: { values: [segment('All')] },
			outputMode: 'single',
			options: { asOf },
		});
		const main = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
		const saved = {
			...one,
			nodes: [...one.nodes, { ...one.nodes[1]!, id: '3', name: 'First', ...first }],
			connections: { Source: main('First'), First: main('Node') },
			settings: { timezone: 'Europe/Berlin' },
		};
		const run = (await runWorkflow(saved, items))('Node');
		return Object.fromEntries(
			run.outputs[0]!.map(({ json }) => [json.email, json.segment as unknown as SegmentVerdict]),
		);
	}

	const classify = (asOf: string) => ({
		type: 'n8n-nodes-customer-segmentation.classifyLifecycle',
		parameters: {
			source: 'custom',
			inputShape: 'orders',
			customerField: 'email',
			orderDateField: 'date',
			amountField: 'amount',
			intervalMethod: 'learned',
			output: 'all',
			options: { asOf },
		},
	});

	it('the lost are left in peace, the holiday buyer until December, the fan is written to', async () => {
		const orders = [...ORDERS, ...LOST, ...FAN];
		const autumn = await judged(classify('2026-10-28'), '2026-10-28', orders);
		expect(autumn['gone@shop.example']?.suppressedBy).toBe('lost');
		expect(autumn['fan@shop.example']?.suppressed).toBe(false);
		const santa = autumn['santa@shop.example'];
		expect(santa?.suppressedBy).toBe('outOfSeason');
		const until = santa?.suppressedUntil ?? '';
		expect(until).toMatch(/^2026-1[12]-/);
		const season = await judged(classify(until.slice(0, 10)), until.slice(0, 10), orders);
		expect(season['santa@shop.example']?.suppressed).toBe(false);
	});
});

describe('Last contacts', () => {
	const row = (channel: string, lastContactField: string, hours?: number) => ({
		channel,
		lastContactField,
		...(hours === undefined ? {} : { hours }),
	});
	const rows = (...values: object[]) => ({ lastContacts: { values } });

	it.each<[string, object[], object, string, string | null]>([
		[
			'within the hours',
			[row('any', 'at')],
			{ at: '2026-11-18T13:00:00' },
			'email',
			'contactedLately',
		],
		['longer ago', [row('any', 'at')], { at: '2026-11-17T12:00:00' }, 'email', null],
		['never', [row('any', 'at')], { at: '' }, 'email', null],
		['no date of a shop system', [row('any', 'at')], { at: '1970-01-01' }, 'email', null],
		['unreadable', [row('any', 'at')], { at: 'lately' }, 'email', 'contactedLately'],
		['in the future', [row('any', 'at')], { at: '2027-01-01' }, 'email', 'contactedLately'],
		['on the same channel', [row('sms', 'at')], { at: AS_OF }, 'sms', 'contactedLately'],
		['on another channel', [row('sms', 'at')], { at: AS_OF }, 'email', null],
		[
			'by e-mail, where none is set',
			[row('email', 'at')],
			{ at: AS_OF },
			'none',
			'contactedLately',
		],
		['on any channel', [row('any', 'at')], { at: AS_OF }, 'post', 'contactedLately'],
		[
			'by the second row',
			[row('email', 'at', 1), row('any', 'other', 200)],
			{ at: '2026-11-18', other: '2026-11-18' },
			'email',
			'contactedLately',
		],
	])('%s', async (_, values, item, channel, expected) => {
		const setting = onChannel(channel, rows(...values));
		expect(await suppressedBy([item], setting)).toEqual([expected]);
	});

	it('tell how long ago, and until when', async () => {
		const [verdict] = await verdicts([{ at: '2026-11-19T12:00:00' }], {
			leaveAlone: rows(row('email', 'at', 48)),
		});
		expect(verdict).toMatchObject({
			suppressed: true,
			suppressedReason: 'Contacted by e-mail 24 hours ago, less than 48 hours.',
			suppressedUntil: '2026-11-21T12:00:00.000+01:00',
		});
	});

	it.each([0, '0', '1970-01-01', '0000-00-00'])('take %j for no contact', async (at) => {
		expect(await suppressedBy([{ at }], { leaveAlone: rows(row('any', 'at')) })).toEqual([null]);
	});

	it('tell what to choose where the order of day and month is not known', async () => {
		const leaveAlone = rows(row('any', 'at'));
		const hintsOf = async (options: object) =>
			(await split([{ at: '11.19.2026' }], { leaveAlone, options })).hints;
		const advice =
			'Choose Day First (31/12/2026) or Month First (12/31/2026) under Date Format in Options.';
		const told = 'Last Contact Field "at" could not be used for 1 item, e.g. "11.19.2026".';
		expect(await hintsOf({})).toContain(`${told} ${advice}`);
		expect(await hintsOf({ dateFormat: 'dayFirst' })).toContain(told);
	});

	it('tell of a date that cannot be read', async () => {
		const run = await split([{ at: 'lately' }], { leaveAlone: rows(row('any', 'at')) });
		expect(run.hints).toContainEqual(
			'Last Contact Field "at" could not be used for 1 item, e.g. "lately".',
		);
	});

	it('tell of dates in the future', async () => {
		const items = [{ at: '2027-01-01' }, { at: '2027-01-01' }, { at: AS_OF }];
		const run = await split(items, { leaveAlone: rows(row('any', 'at')) });
		expect(run.hints).toContainEqual(
			'Last Contact Field "at" is in the future for 2 items, which are left alone.',
		);
	});

	it('want a field in every row', async () => {
		const run = await split([{}], { leaveAlone: rows(row('any', '')) });
		expect(run.error?.message).toContain('Last Contact Field is empty');
	});
});

describe('Quiet hours', () => {
	const night = { quietFrom: '21:00', quietUntil: '08:00' };
	const at = (asOf: string, leaveAlone: object, more: Setting = {}) => ({
		leaveAlone,
		options: { asOf },
		...more,
	});

	it('hold in the zone of the workflow, and of each person where it is known', async () => {
		const items = [
			{ tz: 'Europe/Berlin' },
			{ tz: 'America/New_York' },
			{ tz: 'Asia/Tokyo' },
			{ tz: '' },
			{ tz: 'Middle/Earth' },
			{ tz: 7 },
			{ tz: ' america/new_york ' },
		];
		// 22:40 in Berlin, 16:40 in New York, 06:40 in Tokyo.
		const setting = at('2026-11-20T22:40:00', { ...night, timeZoneField: 'tz' });
		const found = await verdicts(items, setting);
		expect(found.map(({ suppressedUntil }) => suppressedUntil)).toEqual([
			'2026-11-21T08:00:00.000+01:00',
			null,
			'2026-11-21T00:00:00.000+01:00',
			'2026-11-21T08:00:00.000+01:00',
			'2026-11-21T08:00:00.000+01:00',
			'2026-11-21T08:00:00.000+01:00',
			null,
		]);
		expect(found[2]).toMatchObject({
			suppressedBy: 'quietHours',
			suppressedReason: 'Quiet hours: it is 06:40 in Asia/Tokyo.',
		});
		expect((await split(items, setting)).hints).toContainEqual(
			'Quiet Time Zone Field "tz" could not be used for 2 items, e.g. "Middle/Earth".',
		);
	});

	it('recognise the zone of a person where no field is named', async () => {
		const items = [{ timezone: 'America/New_York' }, { timezone: '' }];
		const setting = at('2026-11-20T22:40:00', night);
		expect(await suppressedBy(items, setting)).toEqual([null, 'quietHours']);
	});

	it('are none where none are set', async () => {
		expect(await suppressedBy([{}], at('2026-11-20T03:00:00', {}))).toEqual([null]);
	});

	it.each<[object, string, string | null]>([
		[{ quietFrom: '18:00' }, '2026-11-20T07:00:00', 'quietHours'],
		[{ quietFrom: '18:00' }, '2026-11-20T08:00:00', null],
		[{ quietUntil: '06:00' }, '2026-11-20T21:30:00', 'quietHours'],
		[{ quietFrom: '9:00', quietUntil: '9:00' }, '2026-11-20T09:00:00', null],
		[{ quietWeekdays: ['friday'] }, '2026-11-20T12:00:00', 'quietHours'],
		[{ quietWeekdays: ['saturday'] }, '2026-11-20T12:00:00', null],
		[{ quietDates: '11-20' }, '2026-11-20T12:00:00', 'quietHours'],
	])('%j at %s', async (leaveAlone, asOf, expected) => {
		expect(await suppressedBy([{}], at(asOf, leaveAlone))).toEqual([expected]);
	});

	it.each([
		['email', 'quietHours'],
		['none', 'quietHours'],
		['sms', 'quietHours'],
		['phone', 'quietHours'],
		['telegram', 'quietHours'],
		['post', null],
		['ads', null],
	])('on the channel %s', async (channel, expected) => {
		const setting = at('2026-11-20T23:00:00', night, {
			segments: [segment('All', { channel })],
		});
		expect(await suppressedBy([{}], setting)).toEqual([expected]);
	});

	it.each<[object, string]>([
		[{ quietFrom: '25:00' }, 'Quiet From'],
		[{ quietUntil: 'late' }, 'Quiet Until'],
		[{ quietDates: 'Christmas' }, 'Quiet Dates'],
		[
			{
				quietWeekdays: 'sunday monday tuesday wednesday thursday friday saturday'.split(' '),
			},
			'All days of the week are quiet',
		],
	])('%j is refused', async (leaveAlone, told) => {
		expect((await split([{}], { leaveAlone })).error?.message).toContain(told);
	});
});

describe('The control group', () => {
	const people = Array.from({ length: 200 }, (_, i) => ({ email: `p${i}@shop.example` }));
	const expected = (percent: number, salt = '') =>
		people.map(({ email }) => isInControlGroup(email, salt, percent));

	it('is drawn by the key, suppressed, and the same in every order and segment', async () => {
		const setting = { leaveAlone: { holdoutPercent: 20 } };
		const found = await verdicts(people, setting);
		expect(found.map(({ control }) => control)).toEqual(expected(20));
		expect(found.map((one) => one.suppressedBy === 'control')).toEqual(expected(20));
		const backwards = await verdicts([...people].reverse(), setting);
		expect(backwards.map(({ control }) => control).reverse()).toEqual(expected(20));
		const segments = [segment('Mail'), segment('Call', { channel: 'phone' })];
		const both = await split(people, { ...setting, segments, more: { matching: 'all' } });
		const controls = both.outputs
			.slice(1)
			.map((items) => items.map((item) => resultOf(item, 'segment').control));
		expect(controls).toEqual([expected(20), expected(20)]);
	});

	it('is another with another salt', async () => {
		const found = await verdicts(people, {
			leaveAlone: { holdoutPercent: 20, holdoutSalt: 'spring' },
		});
		expect(found.map(({ control }) => control)).toEqual(expected(20, 'spring'));
		expect(expected(20, 'spring')).not.toEqual(expected(20));
	});

	it('is nobody and unknown where no percentage is set', async () => {
		for (const leaveAlone of [{}, { holdoutPercent: 0 }, { holdoutSalt: 'x' }]) {
			const found = await verdicts(people.slice(0, 3), { leaveAlone });
			expect(found.map(({ control }) => control)).toEqual([null, null, null]);
		}
	});

	const all = { holdoutPercent: 100 };

	it('is drawn from those against whom nothing else stands, in a segment', async () => {
		const [free, out, other] = await verdicts(
			[{ id: 1 }, { id: 2, optOut: true }, { id: 3, leftOut: true }],
			{ leaveAlone: all },
		);
		expect(free).toMatchObject({ control: true, suppressedBy: 'control', suppressedUntil: null });
		expect(out).toMatchObject({ control: null, suppressedBy: 'unsubscribed' });
		expect(other).toMatchObject({ control: null, suppressedBy: null, name: 'Everyone Else' });
	});

	const half = (key: string) => isInControlGroup(key, '', 50);

	it.each<[object, object, string | undefined]>([
		[{ lifecycle: { customerKey: 'k1' }, lapse: { customerKey: 'k2' }, id: 5 }, {}, 'k1'],
		[{ lapse: { customerKey: 'k2' }, leadScore: { leadKey: 'k3' } }, {}, 'k2'],
		[{ leadScore: { leadKey: 'k3' }, email: 'a@b.example' }, {}, 'k3'],
		[{ 'E-Mail-Adresse': ' A@B.example ', id: 5 }, {}, 'a@b.example'],
		[{ id: 5 }, {}, '5'],
		[{ id: 5, code: ' x7 ' }, { customerKeyField: 'code' }, 'x7'],
		[{ id: 5, code: '' }, { customerKeyField: 'code' }, undefined],
		[{ name: 'nobody' }, {}, undefined],
		[{ id: 0 }, {}, undefined],
	])('tells people apart: %j with %j by %s', async (item, named, key) => {
		for (const holdoutPercent of [50, 100]) {
			const [verdict] = await verdicts([item], { leaveAlone: { holdoutPercent, ...named } });
			const isControl = holdoutPercent === 100 || (key !== undefined && half(key));
			expect(verdict?.control).toBe(key === undefined ? null : isControl);
			expect(verdict?.suppressed).toBe(key !== undefined && isControl);
		}
	});

	it('tells who has no key', async () => {
		const run = await split([{ x: 1 }, { x: 2 }, { id: 3 }], { leaveAlone: all });
		expect(run.hints).toContainEqual(
			expect.stringContaining('2 items without a customer key are outside of the control group'),
		);
	});

	it.each([-1, 101])('refuses %d percent', async (holdoutPercent) => {
		const run = await split([{}], { leaveAlone: { holdoutPercent } });
		expect(run.error?.message).toContain('Holdout (%)');
	});
});

describe('Capacity', () => {
	const limited = (mostPerRun: number, more: object = {}): Setting => ({
		segments: [segment('All', { mostPerRun })],
		...more,
	});
	const people = [5, 90, undefined, 40, 'n/a', 40].map((spent, id) => ({ id, spent }));

	const stay = async (setting: Setting, items: readonly object[] = people) => {
		const run = await split(items, setting);
		const ids = (output: number) => run.outputs[output]?.map(({ json }) => json.id);
		return { stay: ids(1), left: ids(0), run };
	};

	it('keeps the highest, ties and the unknown in order of arrival', async () => {
		const setting = limited(3, { options: { capacityField: 'spent' } });
		const { stay: ids, left, run } = await stay(setting);
		expect(ids).toEqual([1, 3, 5]);
		expect(left).toEqual([0, 2, 4]);
		expect(run.outputs[0]?.map((item) => resultOf(item, 'segment'))).toMatchObject([
			{
				name: 'All',
				campaign: 'news',
				suppressed: true,
				suppressedBy: 'overCapacity',
				suppressedReason: 'Place 4 of 6 by spent; 3 per run.',
				suppressedUntil: null,
			},
			{ suppressedReason: 'Place 5 of 6 by spent; 3 per run.' },
			{ suppressedReason: 'Place 6 of 6 by spent; 3 per run.' },
		]);
		expect(run.hints).toEqual(
			expect.arrayContaining([
				'Capacity Field "spent" could not be used for 1 item, e.g. "n/a".',
				expect.stringContaining('Left alone: 3 over capacity.'),
			]),
		);
	});

	it('counts who has no number that can be read once, also in several segments', async () => {
		const both = [segment('All', { mostPerRun: 3 }), segment('Too', { mostPerRun: 2 })];
		const options = { capacityField: 'spent' };
		const run = await split(people, { segments: both, options, more: { matching: 'all' } });
		expect(run.hints).toContain('Capacity Field "spent" could not be used for 1 item, e.g. "n/a".');
	});

	it('keeps the lowest, also by date', async () => {
		const lowest = { capacityField: 'spent', capacityOrder: 'lowest' };
		expect((await stay(limited(2, { options: lowest }))).stay).toEqual([0, 3]);
		const waiting = ['2026-03-01', '2026-01-01', '', '2026-02-01'].map((since, id) => ({
			id,
			since,
		}));
		const longest = limited(2, { options: { capacityField: 'since', capacityOrder: 'lowest' } });
		expect((await stay(longest, waiting)).stay).toEqual([1, 3]);
	});

	it('keeps the first where no field is named, and tells so', async () => {
		const { stay: ids, run } = await stay(limited(2));
		expect(ids).toEqual([0, 1]);
		expect(resultOf(run.outputs[0]?.[0], 'segment').suppressedReason).toBe(
			'Place 3 of 6 in order of arrival; 2 per run.',
		);
	});

	it('is not used up by who is left alone anyway, nor by the control group', async () => {
		const items = people.map((one) => ({ ...one, optOut: one.id === 1 }));
		const byField = { options: { capacityField: 'spent' } };
		expect((await stay(limited(1, byField), items)).stay).toEqual([1, 3]);
		const many = Array.from({ length: 100 }, (_, id) => ({ id: id + 1 }));
		const half = await stay(limited(10, { leaveAlone: { holdoutPercent: 50 } }), many);
		const found = half.run.outputs.flat().map((item) => resultOf<SegmentVerdict>(item, 'segment'));
		expect(found.filter(({ suppressed }) => !suppressed)).toHaveLength(10);
		const reached = many.filter(({ id }) => half.stay?.includes(id));
		// Both come from those whom the capacity reaches: the first in order of arrival.
		expect(reached).toEqual(many.slice(0, reached.length));
		expect(reached.length).toBeGreaterThan(10);
		const over = found.filter(({ suppressedBy }) => suppressedBy === 'overCapacity');
		expect(over).toHaveLength(100 - reached.length);
		expect(over.every(({ control }) => control === null)).toBe(true);
	});

	it('holds for each segment by itself, and for none without a limit', async () => {
		const segments = [
			segment('One', { mostPerRun: 1 }),
			segment('Two', { mostPerRun: 2 }),
			segment('Three', { mostPerRun: 0 }),
		];
		const run = await split(people, { segments, more: { matching: 'all' } });
		expect(run.outputs.map((items) => items.length)).toEqual([5 + 4, 1, 2, 6]);
	});

	it('leaves all in one output where that is wanted, marked and in their order', async () => {
		const found = await verdicts(people, limited(2, { options: { capacityField: 'spent' } }));
		expect(found.map(({ suppressed }) => suppressed)).toEqual([
			true,
			false,
			true,
			false,
			true,
			true,
		]);
	});
});

describe('The hint at the end', () => {
	const left = 'Left alone: 1 unsubscribed, 2 lost.';
	const items = [
		{ optOut: true, lifecycle: { stage: 'lost' } },
		{ lifecycle: { stage: 'lost' } },
		{ lapse: { status: 'lost' } },
		{ id: 4 },
	];

	it('tells how many are left alone and why, each once', async () => {
		const segments = [segment('One'), segment('Two')];
		const run = await split(items, { segments, more: { matching: 'all' } });
		expect(run.hints).toContain(
			`${left} They left with the others: before sending, filter on segment.suppressed.`,
		);
	});

	it('names the field in which the result is', async () => {
		const { hints } = await split(items, { options: { outputField: 'group' } });
		expect(hints.find((hint) => hint.startsWith(left))).toContain('filter on group.suppressed.');
	});

	it('is not there where nobody is left alone', async () => {
		const { hints } = await split([{ id: 4 }]);
		expect(hints.filter((hint) => hint.includes('Left alone'))).toEqual([]);
	});
});

describe('The form', () => {
	it('keeps its rows and what is set to its default, as n8n stores them', () => {
		const node = new SplitBySegment();
		const leaveAlone = {
			lastContacts: { values: [{ lastContactField: 'at' }] },
			quietFrom: '21:00',
			holdoutPercent: 10,
		};
		const stored = (withDefaults: boolean) =>
			NodeHelpers.getNodeParameters(
				node.description.properties,
				{ leaveAlone },
				withDefaults,
				false,
				{ typeVersion: 1 },
				node.description,
			)?.leaveAlone;
		expect(stored(false)).toMatchObject({ quietFrom: '21:00', holdoutPercent: 10 });
		expect(stored(true)).toMatchObject({
			lastContacts: { values: [{ channel: 'any', lastContactField: 'at', hours: 72 }] },
			quietFrom: '21:00',
		});
		expect(stored(true)).not.toHaveProperty('quietUntil');
	});
});
