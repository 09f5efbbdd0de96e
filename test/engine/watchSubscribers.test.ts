import type { SubscriberVerdict } from '../../nodes/core/lapse/detectInactive';
import { daysAgo, outputsOf, verdictsOf, watch } from './lapseOf';
import { sourcesOf } from './resultOf';
import { describeSamples, samples, samplesIn } from './sources/reading';

const CUSTOM = {
	watch: 'subscribers',
	subscriberSource: 'custom',
	sendsField: 'sends',
	lastClickField: 'clicked',
	subscribedAtField: 'since',
	lastPurchaseField: 'bought',
	unsubscribedField: 'out',
};

/** A row of a sheet: 14 mails and 120 days without a click. */
function row(name: string, more: object = {}) {
	return {
		email: `${name}@mail.example`,
		sends: 14,
		clicked: daysAgo(120),
		since: daysAgo(900),
		bought: '',
		out: '',
		...more,
	};
}

/** Who is on which output, by the name before the sign. */
async function outputs(parameters: Parameters<typeof watch>[0], records: object[]) {
	const run = await watch(parameters, records);
	return outputsOf(run, ({ customerKey }) => customerKey.split('@')[0]!);
}

describe('Detect Lapsed on subscribers of a sheet', () => {
	it('gives one linked item per subscriber, with what is known', async () => {
		const run = await watch(CUSTOM, [row('Lena')]);
		expect(run.outputs[0]?.[0]).toMatchObject({
			json: {
				sends: 14,
				lapse: {
					customerKey: 'lena@mail.example',
					email: 'lena@mail.example',
					watch: 'subscribers',
					status: 'lapsed',
					episodeId: 'lena@mail.example/2026-07-25',
					reason: '14 mails and 120 days without a click; inactive after 10 mails and 90 days.',
					subscriber: { sendsSinceClick: 14, boughtRecently: false, isSubscribed: true },
				},
			},
			pairedItem: { item: 0 },
		});
		expect(run.hints).toEqual([]);
	});

	it('puts subscribers on the output of their status', async () => {
		const records = [
			row('fresh', { clicked: daysAgo(3), sends: 0 }),
			row('few-mails', { sends: 4 }),
			row('at-risk', { sends: 9 }),
			row('few-days', { clicked: daysAgo(89) }),
			row('inactive', { sends: 10, clicked: daysAgo(90) }),
			row('sunset', { sends: '20', clicked: daysAgo(180) }),
			row('never-clicked', { clicked: '' }),
			row('newcomer', { clicked: null, since: daysAgo(30) }),
			row('buyer', { bought: daysAgo(90) }),
			row('former-buyer', { bought: daysAgo(91) }),
			row('out', { out: true }),
			row('out-since', { out: '2026-03-01' }),
			row('in', { out: 'subscribed' }),
			row('uncounted', { sends: '' }),
		];
		expect(await outputs(CUSTOM, records)).toEqual({
			fresh: 'active',
			'few-mails': 'active',
			'at-risk': 'atRisk',
			'few-days': 'atRisk',
			inactive: 'lapsed',
			sunset: 'lost',
			'never-clicked': 'lapsed',
			newcomer: 'active',
			buyer: 'active',
			'former-buyer': 'lapsed',
			out: 'active',
			'out-since': 'active',
			in: 'lapsed',
			uncounted: 'active',
		});
	});

	it('goes by the limits that are set', async () => {
		const parameters = {
			...CUSTOM,
			inactiveAfterMails: 4,
			inactiveAfterDays: 30,
			options: { sunsetAfterTimes: 10, subscriberAtRiskFrom: 100, boughtWithinDays: 7 },
		};
		const records = [
			row('inactive', { sends: 4, clicked: daysAgo(30), bought: daysAgo(8) }),
			row('active', { sends: 3, clicked: daysAgo(29) }),
			row('buyer', { bought: daysAgo(7) }),
		];
		expect(await outputs(parameters, records)).toEqual({
			inactive: 'lapsed',
			active: 'active',
			buyer: 'active',
		});
	});

	it('counts opens only where it is told to', async () => {
		const records = [row('opener', { opened: daysAgo(2) })];
		const options = { lastOpenField: 'opened' };
		expect(await outputs({ ...CUSTOM, options }, records)).toEqual({ opener: 'lapsed' });
		expect(
			await outputs({ ...CUSTOM, options: { ...options, countOpens: true } }, records),
		).toEqual({ opener: 'active' });
	});

	it('says so where opens are to count and are not known', async () => {
		const options = { countOpens: true };
		const without = await watch({ ...CUSTOM, options }, [row('a')]);
		expect(outputsOf(without)).toEqual({ 'a@mail.example': 'lapsed' });
		expect(without.hints).toEqual(['Count Opens does nothing without Last Open Field.']);
		const mistyped = { ...CUSTOM, options: { ...options, lastOpenField: 'mistyped' } };
		expect(await outputs(mistyped, [row('a')])).toEqual({ a: 'active' });
	});

	it('brings records of one address together, in any order', async () => {
		const records = [
			row('Lena', { clicked: daysAgo(10), sends: 2 }),
			row('lena', { sends: 40 }),
			row('max'),
			row(' MAX', { out: 'yes' }),
			row('few'),
			row('Few', { sends: 3 }),
		];
		for (const order of [records, [...records].reverse()]) {
			expect(await outputs(CUSTOM, order)).toEqual({
				lena: 'active',
				max: 'active',
				few: 'active',
			});
		}
		const run = await watch(CUSTOM, records);
		expect(run.outputs[3]?.map(sourcesOf)).toEqual([
			[0, 1],
			[2, 3],
			[4, 5],
		]);
	});

	it('tells who is newly inactive, and whom not to write to again', async () => {
		const options = { previousStatusField: 'was', lastContactField: 'wrote' };
		const run = await watch({ ...CUSTOM, options }, [row('a', { was: 'lost', wrote: daysAgo(3) })]);
		expect(verdictsOf(run)).toMatchObject([
			{ newlyLapsed: false, contact: { suppressedUntil: '2026-12-03T00:00:00.000Z' } },
		]);
	});

	it('says nothing of who subscribed after the As Of date', async () => {
		const run = await watch(CUSTOM, [row('later', { since: '2026-12-01' }), row('now')]);
		expect(outputsOf(run)).toEqual({ 'now@mail.example': 'lapsed' });
		expect(run.hints).toEqual(['1 subscriber later than the As Of date left out.']);
	});
});

describe('What nobody knows of subscribers', () => {
	const UNKNOWN = [
		['sendsField', 'it is not known how many mails they got'],
		['lastClickField', 'it is not known when they last clicked'],
		['unsubscribedField', 'nothing tells whether they may be written to'],
	];

	it.each([...UNKNOWN, ['lastPurchaseField', '']])(
		'keeps everybody off Lapsed where no item has the field of %s',
		async (parameter, why) => {
			const run = await watch({ ...CUSTOM, [parameter]: 'mistyped' }, [row('a'), row('b')]);
			expect(outputsOf(run)).toEqual({ 'a@mail.example': 'active', 'b@mail.example': 'active' });
			expect(run.hints.join('\n')).toContain('No item has the field "mistyped"');
			expect(run.hints.join('\n')).toContain(why);
			expect(verdictsOf(run)).toMatchObject([{ confidence: 'low' }, { confidence: 'low' }]);
		},
	);

	it('tells that nobody is left out for having unsubscribed', async () => {
		const run = await watch({ ...CUSTOM, unsubscribedField: '' }, [row('a')]);
		expect(outputsOf(run)).toEqual({ 'a@mail.example': 'lapsed' });
		expect(run.hints).toEqual([
			'Nobody is left out for having unsubscribed: name Unsubscribed Field where the items tell it.',
		]);
	});

	it('needs neither subscription nor purchase where the rest is known', async () => {
		const parameters = { ...CUSTOM, subscribedAtField: '', lastPurchaseField: '' };
		const run = await watch(parameters, [row('a'), row('never', { clicked: '' })]);
		expect(outputsOf(run)).toEqual({ 'a@mail.example': 'lapsed', 'never@mail.example': 'active' });
		expect(verdictsOf<SubscriberVerdict>(run)[0]?.subscriber.boughtRecently).toBeNull();
	});

	it.each([
		['no address', { email: 'n/a' }, 'without a customer'],
		['a number of mails that is none', { sends: 'many' }, 'with an unreadable number of mails'],
		['a broken number of mails', { sends: 2.5 }, 'with an unreadable number of mails'],
		['a click on no day', { clicked: 'never' }, 'with an unreadable date of a click'],
		['a purchase on two days', { bought: '03/04/2026' }, 'with an unreadable order date'],
	])('leaves a record out with %s', async (_name, more, kind) => {
		const run = await watch(CUSTOM, [row('good'), row('bad', more)]);
		expect(outputsOf(run)).toEqual({ 'good@mail.example': 'lapsed' });
		expect(run.hints.join('\n')).toContain(`1 of 2 subscribers skipped: 1 ${kind}`);
	});

	it('does not call somebody inactive by half of the records', async () => {
		const run = await watch(CUSTOM, [row('a'), row('A', { clicked: 'yesterday' })]);
		expect(outputsOf(run)).toEqual({ 'a@mail.example': 'active' });
	});

	it('stops the run, or sends to the error output, where the user wants it', async () => {
		const records = [row('good'), row('bad', { sends: -1 })];
		const stopped = await watch({ ...CUSTOM, options: { onBadData: 'stop' } }, records);
		expect(stopped.error?.message).toContain(
			'Sends Since Last Click Field "sends" "-1" is below zero',
		);
		const run = await watch({ ...CUSTOM, options: { onBadData: 'errorOutput' } }, records, {
			onError: 'continueErrorOutput',
		});
		expect(run.outputs.slice(0, 4).map((items) => items.length)).toEqual([1, 0, 0, 0]);
		expect(run.outputs[4]).toMatchObject([
			{
				json: { error: expect.stringContaining('is below zero') as unknown },
				pairedItem: { item: 1 },
			},
		]);
	});
});

describe('Detect Lapsed on events of mails', () => {
	const EVENTS = { watch: 'subscribers', subscriberSource: 'events' };

	function event(type: string, ago: number, name = 'lena') {
		return { email: `${name}@mail.example`, event: type, date: `${daysAgo(ago)}T08:00:00Z` };
	}

	function mails(count: number, from: number, type = 'sent', name = 'lena') {
		return Array.from({ length: count }, (_, i) => event(type, from - 5 * i, name));
	}

	it('counts mails since the last click, and links all events', async () => {
		const records = [
			event('subscribed', 400),
			...mails(4, 150),
			event('Clicked', 120),
			...mails(12, 110),
		];
		for (const order of [records, [...records].reverse()]) {
			const run = await watch(EVENTS, order);
			expect(verdictsOf(run)).toMatchObject([
				{
					status: 'lapsed',
					daysSince: 120,
					lapsedSince: '2026-10-23T00:00:00.000Z',
					reason: '12 mails and 120 days without a click; inactive after 10 mails and 90 days.',
					subscriber: { sendsSinceClick: 12, isSubscribed: true },
				},
			]);
			expect(run.outputs[0]?.[0]?.json).toMatchObject(event('sent', 55));
			expect(sourcesOf(run.outputs[0]?.[0])).toHaveLength(18);
			expect(run.hints).toEqual([]);
		}
	});

	it('keeps who clicked, bought or unsubscribed off Lapsed', async () => {
		const silent = (name: string) => [event('click', 300, name), ...mails(19, 200, 'sent', name)];
		const records = [
			...silent('inactive'),
			...silent('clicker'),
			event('click', 2, 'clicker'),
			...silent('opener'),
			event('open', 2, 'opener'),
			...silent('buyer'),
			event('purchase', 60, 'buyer'),
			...silent('out'),
			event('spamreport', 250, 'out'),
			...silent('back'),
			event('unsubscribe', 260, 'back'),
			event('subscribe', 250, 'back'),
		];
		const expected = {
			inactive: 'lapsed',
			clicker: 'active',
			opener: 'lapsed',
			buyer: 'active',
			out: 'active',
			back: 'lapsed',
		};
		expect(await outputs(EVENTS, records)).toEqual(expected);
		expect(await outputs({ ...EVENTS, options: { countOpens: true } }, records)).toEqual({
			...expected,
			opener: 'active',
		});
	});

	it('counts from the first event where nobody clicked or subscribed', async () => {
		const click = event('click', 1, 'other');
		expect(await outputs(EVENTS, [click, ...mails(15, 89)])).toMatchObject({ lena: 'atRisk' });
		expect(await outputs(EVENTS, [click, ...mails(15, 90)])).toMatchObject({ lena: 'lapsed' });
	});

	it('counts a mail once that is told twice, or as sent and as delivered', async () => {
		const click = event('click', 200);
		const nine = mails(9, 150);
		const records = [click, ...nine, ...nine, ...mails(9, 150, 'delivered')];
		expect(verdictsOf(await watch(EVENTS, records))).toMatchObject([
			{ status: 'atRisk', subscriber: { sendsSinceClick: 9 } },
		]);
	});

	it('counts by the word that more of the mails have', async () => {
		const records = [event('click', 200), ...mails(12, 150), event('delivered', 149)];
		for (const order of [records, [...records].reverse()]) {
			expect(verdictsOf(await watch(EVENTS, order))).toMatchObject([
				{ status: 'lapsed', subscriber: { sendsSinceClick: 12 } },
			]);
		}
	});

	it('takes other words for events', async () => {
		const records = [event('klick', 200), ...mails(12, 150, 'zugestellt'), event('test', 1)];
		const options = { clickWords: 'klick', sentWords: 'versandt, Zugestellt' };
		const run = await watch({ ...EVENTS, options }, records);
		expect(verdictsOf(run)).toMatchObject([{ status: 'lapsed', daysSince: 200 }]);
		expect(run.hints).toEqual(['Not looked at: 1 event "test".']);
	});

	it('calls nobody inactive where the word for a click may be missing', async () => {
		const run = await watch(EVENTS, [...mails(12, 150), event('klick', 1)]);
		expect(outputsOf(run)).toEqual({ 'lena@mail.example': 'active' });
		expect(run.hints.join('\n')).toContain('check Click Events in Options');
	});

	it('says that there is no click among the events', async () => {
		const run = await watch(EVENTS, mails(12, 150));
		expect(outputsOf(run)).toEqual({ 'lena@mail.example': 'lapsed' });
		expect(run.hints).toEqual([
			'There is no click among the events: check Click Events in Options.',
		]);
	});

	it('does not call somebody inactive of whom an event cannot be read', async () => {
		const records = [
			event('click', 200),
			...mails(12, 150),
			{ ...event('click', 1), date: 'soon' },
		];
		const run = await watch(EVENTS, records);
		expect(outputsOf(run)).toEqual({ 'lena@mail.example': 'active' });
		expect(run.hints.join('\n')).toContain('1 of 14 events skipped: 1 with an unreadable date');
	});

	it('does not look at events after the As Of date', async () => {
		const records = [event('click', 200), ...mails(12, 150), event('click', -3)];
		const run = await watch(EVENTS, records);
		expect(outputsOf(run)).toEqual({ 'lena@mail.example': 'lapsed' });
		expect(run.hints).toEqual(['1 event later than the As Of date left out.']);
	});
});

describe('Subscribers of HubSpot', () => {
	const AUTO = { watch: 'subscribers' };

	function contact(properties: object = {}) {
		return {
			id: '501',
			properties: {
				email: 'lena@mail.example',
				createdate: '2024-03-01T10:00:00.000Z',
				hs_email_delivered: '60',
				hs_email_sends_since_last_engagement: '14',
				hs_email_click: '3',
				hs_email_last_click_date: `${daysAgo(120)}T10:00:00.000Z`,
				hs_email_last_open_date: null,
				hs_email_optout: null,
				recent_deal_close_date: null,
				...properties,
			},
			createdAt: '2024-03-01T10:00:00.000Z',
			updatedAt: '2026-11-01T10:00:00.000Z',
			archived: false,
		};
	}

	const without = (...names: string[]) =>
		Object.fromEntries(names.map((name) => [name, undefined]));

	it.each<[string, object, string, number | null]>([
		['clicked long ago', {}, 'lapsed', 14],
		['clicked lately', { hs_email_last_click_date: daysAgo(5) }, 'active', 14],
		['never clicked', { hs_email_click: '', hs_email_last_click_date: '' }, 'lost', 60],
		['clicked on a day not told', { hs_email_last_click_date: null }, 'active', 14],
		['opted out', { hs_email_optout: 'true' }, 'active', 14],
		['is no marketing contact', { hs_marketable_status: 'false' }, 'active', 14],
		['bounced', { hs_email_hard_bounce_reason_enum: 'UNKNOWN_USER' }, 'active', 14],
		['bought lately', { recent_deal_close_date: daysAgo(30) }, 'active', 14],
		['got no mail', { hs_email_sends_since_last_engagement: null }, 'active', null],
	])('who %s', async (_name, properties, status, sends) => {
		const [verdict] = verdictsOf<SubscriberVerdict>(await watch(AUTO, [contact(properties)]));
		expect(verdict).toMatchObject({ customerKey: '501', email: 'lena@mail.example', status });
		expect(verdict?.subscriber.sendsSinceClick).toBe(sends);
	});

	it('count mails since the last open where opens count', async () => {
		const opened = contact({
			hs_email_click: '0',
			hs_email_last_click_date: null,
			hs_email_last_open_date: daysAgo(95),
			hs_email_sends_since_last_engagement: '3',
		});
		expect(outputsOf(await watch(AUTO, [opened]))).toEqual({ 501: 'lost' });
		const run = await watch({ ...AUTO, options: { countOpens: true } }, [opened]);
		expect(verdictsOf(run)).toMatchObject([
			{ status: 'active', daysSince: 95, subscriber: { sendsSinceClick: 3 } },
		]);
	});

	it.each([
		['hs_email_optout', 'nothing tells whether they may be written to'],
		['hs_email_last_click_date hs_email_click', 'it is not known when they last clicked'],
	])('are kept off Lapsed where the node did not ask for %s', async (names, why) => {
		const record = JSON.parse(JSON.stringify(contact(without(...names.split(' '))))) as object;
		const run = await watch(AUTO, [record]);
		expect(outputsOf(run)).toEqual({ 501: 'active' });
		expect(run.hints.join('\n')).toContain(why);
	});

	it('can be told by own fields what HubSpot does not know', async () => {
		const parameters = { ...AUTO, sendsField: 'counted', unsubscribedField: 'out' };
		const records = [
			{ ...contact(), counted: 30 },
			{ ...contact(), id: '502', out: 'yes' },
		].map((record, i) => ({
			...record,
			properties: { ...record.properties, email: `p${i}@x.example` },
		}));
		const run = await watch(parameters, records);
		expect(verdictsOf<SubscriberVerdict>(run)).toMatchObject([
			{ status: 'lapsed', subscriber: { sendsSinceClick: 30 } },
			{ status: 'active', subscriber: { isSubscribed: false } },
		]);
	});

	it('are told from deals', async () => {
		const run = await watch({ ...AUTO, subscriberSource: 'hubSpot' }, [
			{ dealId: 3, properties: { dealname: { value: 'Oven' } } },
		]);
		expect(run.hints.join('\n')).toContain('1 of 1 subscriber skipped: 1 that are no subscribers');
	});
});

describe('Subscribers of Mailchimp', () => {
	const MAILCHIMP = { watch: 'subscribers', sendsField: 'sent', lastClickField: 'clicked' };

	function member(name: string, more: object = {}) {
		return {
			id: `id-${name}`,
			email_address: `${name}@Mail.example`,
			list_id: 'a1',
			status: 'subscribed',
			merge_fields: {},
			stats: { avg_open_rate: 0.2, avg_click_rate: 0 },
			timestamp_signup: '',
			timestamp_opt: '2025-01-01T10:00:00+00:00',
			last_changed: '2026-11-20T10:00:00+00:00',
			...more,
		};
	}

	it('need the mails sent, and the last click of who ever clicked', async () => {
		const clicked = { stats: { avg_click_rate: 0.1 } };
		expect(
			await outputs(MAILCHIMP, [
				member('never', { sent: 14 }),
				member('long-ago', { sent: 14, ...clicked, clicked: daysAgo(120) }),
				member('lately', { sent: 14, ...clicked, clicked: daysAgo(12) }),
				member('uncounted'),
			]),
		).toEqual({ never: 'lapsed', 'long-ago': 'lapsed', lately: 'active', uncounted: 'active' });
		expect(
			await outputs({ ...MAILCHIMP, lastClickField: '' }, [
				member('never', { sent: 14 }),
				member('unknown', { sent: 14, ...clicked }),
			]),
		).toEqual({ never: 'lapsed', unknown: 'active' });
	});

	it.each(['unsubscribed', 'cleaned', 'pending', 'transactional', 'archived'])(
		'are not written to while they are %s',
		async (status) => {
			const run = await watch(MAILCHIMP, [member('a', { sent: 40, status })]);
			expect(run.outputs.map((items) => items.length)).toEqual([0, 0, 0, 1]);
			expect(verdictsOf(run)).toMatchObject([{ suggestedAction: 'none' }]);
		},
	);

	it('are not written to once they left one audience', async () => {
		const records = [
			member('a', { sent: 40 }),
			member('a', { sent: 40, list_id: 'b2', status: 'unsubscribed' }),
		];
		expect(await outputs(MAILCHIMP, records)).toEqual({ a: 'active' });
	});
});

describeSamples('Recorded subscribers', () => {
	it.each(['mailchimp', 'hubspot'])(
		'of %s are never called inactive by what is not told',
		async (system) => {
			const people = samplesIn(system).filter((record) => !('dealId' in record));
			const run = await watch({ watch: 'subscribers' }, people);
			expect(run.outputs.map((items) => items.length)).toEqual([0, 0, 0, people.length]);
		},
	);

	it('of HubSpot API v1 are inactive once mails are told', async () => {
		const [record] = samples('hubspot/contact_get_v1_properties_value_versions.json');
		const run = await watch({ watch: 'subscribers', sendsField: 'sends' }, [
			{ ...record, sends: 12 },
		]);
		expect(verdictsOf(run)).toMatchObject([
			{ status: 'lapsed', customerKey: '82325', email: 'testingapis@hubspot.com' },
		]);
	});
});
