import {
	deliveries,
	describeSamples,
	inWebhook,
	named,
	ordersOf,
	PROSPECT,
	read,
	samples,
	type ReadSettings,
} from './reading';

// Sections are those of ../shared/data/payloads/README.md.

/** 2026-10-05 at 08:00 UTC. */
const CLOSED = Date.UTC(2026, 9, 5, 8);
const EMAIL = 'customer-7@shop.example';

function v1(properties: Record<string, string | undefined>): object {
	return Object.fromEntries(
		Object.entries(properties)
			.filter(([, value]) => value !== undefined)
			.map(([name, value]) => [
				name,
				{ value, timestamp: CLOSED, source: 'API', versions: [{ name, value, timestamp: CLOSED }] },
			]),
	);
}

const WON: Record<string, string | undefined> = {
	amount: '1500.50',
	closedate: `${CLOSED}`,
	createdate: `${CLOSED - 86_400_000 * 30}`,
	dealname: 'Order 31',
	dealstage: 'closedwon',
	deal_currency_code: 'EUR',
	pipeline: 'default',
};

/** A won deal as get and getAll give it (v1), tied to contact 201. */
function deal(properties: Record<string, string | undefined> = {}, fields: object = {}): object {
	return {
		portalId: 62515,
		dealId: 31,
		isDeleted: false,
		associations: { associatedVids: [201], associatedCompanyIds: [], associatedDealIds: [] },
		properties: v1({ ...WON, ...properties }),
		...fields,
	};
}

/** The same deal as a search gives it (v3); a search does not tell contacts. */
function foundDeal(properties: Record<string, string> = {}, fields: object = {}): object {
	return {
		id: '31',
		properties: {
			amount: '1500.50',
			closedate: '2026-10-05T08:00:00.000Z',
			createdate: '2026-09-05T08:00:00Z',
			dealname: 'Order 31',
			dealstage: 'closedwon',
			deal_currency_code: 'EUR',
			hs_lastmodifieddate: '2026-10-05T08:00:00.000Z',
			pipeline: 'default',
			...properties,
		},
		createdAt: '2026-09-05T08:00:00.000Z',
		updatedAt: '2026-10-05T08:00:00.000Z',
		archived: false,
		...fields,
	};
}

/** A contact as get and getAll give it (v1). */
function contact(properties: Record<string, string> = {}, fields: object = {}): object {
	return {
		vid: 201,
		'canonical-vid': 201,
		'portal-id': 62515,
		addedAt: CLOSED - 86_400_000 * 100,
		properties: v1({ email: EMAIL, createdate: `${CLOSED - 86_400_000 * 100}`, ...properties }),
		'form-submissions': [],
		'identity-profiles': [],
		...fields,
	};
}

/** The same contact as a search gives it (v3). */
function foundContact(properties: Record<string, string> = {}): object {
	return {
		id: '201',
		properties: { email: EMAIL, createdate: '2026-06-27T08:00:00.000Z', ...properties },
		createdAt: '2026-06-27T08:00:00.000Z',
		updatedAt: '2026-10-05T08:00:00.000Z',
		archived: false,
	};
}

const BOUGHT = {
	orders: 1,
	totalSpent: 1500.5,
	currency: 'EUR',
	stage: 'customer',
	lastOrderAt: '2026-10-05T08:00:00.000Z',
};
const BUYER = { '201': expect.objectContaining(BOUGHT) };
const NON_BUYER = { '201': expect.objectContaining(PROSPECT) };

function hubSpot(records: object[], settings?: ReadSettings) {
	return read('hubSpot', records, settings);
}

describeSamples('recorded HubSpot items', () => {
	// EXPECTED.json; without a closedate the date is the createdate (2a).
	it('counts the won deal without an amount', async () => {
		const { people } = await hubSpot(
			samples('hubspot/deal_get_v1_closedwon_with_stage_timestamp.json'),
		);
		expect(people).toEqual({
			'1': expect.objectContaining({
				orders: 1,
				totalSpent: null,
				stage: 'lost',
				lastOrderAt: '2014-03-21T21:14:09.463Z',
			}),
		});
	});

	it('has the contact of v1 as a prospect who never visited (4.4)', async () => {
		const { people } = await hubSpot(
			samples('hubspot/contact_get_v1_properties_value_versions.json'),
		);
		expect(people).toEqual({
			'82325': expect.objectContaining({ ...PROSPECT, lastActivityAt: null }),
		});
	});

	it('has the contact of v3 as a prospect', async () => {
		const file = 'hubspot/contact_v3_api_docs_example.json';
		expect((await hubSpot(samples(file))).people).toEqual({
			'some-id': expect.objectContaining(PROSPECT),
		});
		expect(await ordersOf('hubSpot', samples(file), { options: { identifyBy: 'email' } })).toEqual({
			'bcooper@biglytics.net': 0,
		});
	});
});

describe('shapes of HubSpot records (3)', () => {
	it.each(
		named<object>({
			'a deal of v1': deal(),
			'a deal of v1 in a webhook': inWebhook(deal()),
			'a deal in a single-record wrapper': { deal: deal() },
			'a flattened deal': {
				dealId: 31,
				associations: { associatedVids: [201] },
				...WON,
			},
		}),
	)('reads %s', async (_, item) => {
		expect((await hubSpot([item])).people).toEqual(BUYER);
	});

	it.each(
		named<object>({
			'a contact of v1': contact(),
			'a contact of v3': foundContact(),
			'a contact of v3 in a webhook': inWebhook(foundContact()),
			'a contact in a single-record wrapper': { contact: contact() },
		}),
	)('reads %s', async (_, item) => {
		expect((await hubSpot([item])).people).toEqual(NON_BUYER);
	});

	it('joins contacts of both generations with their deals', async () => {
		for (const items of deliveries([contact(), foundContact(), deal()])) {
			expect((await hubSpot(items)).people).toEqual(BUYER);
		}
	});

	it('says how to split a list', async () => {
		const list = { results: [foundContact()], paging: { next: { after: '1', link: '' } } };
		const { people, told } = await hubSpot([list]);
		expect(people).toEqual({});
		expect(told).toMatch(/Split Out/);
		expect(told).toContain('results');
	});

	it('says that the trigger brings no record', async () => {
		const { people, told } = await hubSpot([
			{
				eventId: 1,
				subscriptionId: 2,
				portalId: 62515,
				appId: 3,
				occurredAt: CLOSED,
				subscriptionType: 'contact.creation',
				attemptNumber: 0,
				contactId: 201,
			},
		]);
		expect(people).toEqual({});
		expect(told).toMatch(/HubSpot.*get/i);
	});
});

describe('stages of HubSpot deals (6)', () => {
	it.each(
		named<object>({
			closedwon: deal(),
			'closedwon in other letters': deal({ dealstage: 'Closed Won' }),
			'a stage of another pipeline that is marked as won': deal({
				dealstage: '1234567',
				pipeline: '7654321',
				hs_is_closed_won: 'true',
			}),
		}),
	)('count %s', async (_, item) => {
		expect((await hubSpot([item])).people).toEqual(BUYER);
	});

	it.each([
		'closedlost',
		'appointmentscheduled',
		'qualifiedtobuy',
		'presentationscheduled',
		'decisionmakerboughtin',
		'contractsent',
	])('do not count %s', async (dealstage) => {
		const { people, told } = await hubSpot([deal({ dealstage })]);
		expect(people).toEqual(NON_BUYER);
		expect(told).not.toContain('not known');
	});

	it.each(
		named<object>({
			'a deleted deal': deal({}, { isDeleted: true }),
			'an archived deal': deal({}, { archived: true }),
		}),
	)('do not count %s', async (_, item) => {
		const orders = await ordersOf('hubSpot', [item, contact()]);
		expect(orders).toEqual({ '201': 0 });
	});

	it.each(['shipped', '1234567'])(
		'name a stage they do not know, "%s", and count it when told to',
		async (dealstage) => {
			const items = [deal({ dealstage })];
			const { people, hints } = await hubSpot(items);
			expect(people).toEqual(NON_BUYER);
			expect(hints).toContainEqual(
				expect.stringMatching(new RegExp(`${dealstage}.*Statuses That Count`)),
			);
			const options = { countedStatuses: `processing, closedwon, ${dealstage}` };
			expect((await hubSpot(items, { options })).people).toEqual(BUYER);
		},
	);
});

describe('amounts and dates of HubSpot deals', () => {
	it.each<[string, Record<string, string | undefined>, object]>([
		['a deal won with amount 0 (7)', { amount: '0' }, { totalSpent: 0 }],
		['an empty amount', { amount: '' }, { totalSpent: null }],
		['no amount', { amount: undefined }, { totalSpent: null }],
		['a whole number', { amount: '88900' }, { totalSpent: 88900 }],
		['no currency', { deal_currency_code: undefined }, { totalSpent: 1500.5, currency: null }],
		['a currency in lower case', { deal_currency_code: 'usd' }, { currency: 'USD' }],
		['a US date in a property of its own (7)', { renewal: '10/28/2015' }, { ...BOUGHT }],
		[
			'a created date where nothing tells of the close',
			{ closedate: '' },
			{ lastOrderAt: '2026-09-05T08:00:00.000Z' },
		],
		['a calendar day', { closedate: '2026-10-05' }, { lastOrderAt: '2026-10-05T00:00:00.000Z' }],
		[
			'midnight UTC',
			{ closedate: `${Date.UTC(2026, 9, 5)}` },
			{ lastOrderAt: '2026-10-05T00:00:00.000Z' },
		],
		[
			'ISO without milliseconds',
			{ closedate: '2026-10-05T08:00:00Z' },
			{ lastOrderAt: '2026-10-05T08:00:00.000Z' },
		],
	])('reads %s', async (_, properties, expected) => {
		const { people } = await hubSpot([deal(properties)]);
		expect(people).toEqual({ '201': expect.objectContaining({ orders: 1, ...expected }) });
	});

	it('does not shift a calendar day by the zone (5)', async () => {
		const settings = { timezone: 'America/New_York' };
		const { people } = await hubSpot([deal({ closedate: '2026-10-05' })], settings);
		// Midnight in New York is 04:00 UTC.
		expect(people['201']).toMatchObject({ lastOrderAt: '2026-10-05T04:00:00.000Z' });
	});
});

describe('deals without a contact (4.4)', () => {
	it('are reported and not made one customer', async () => {
		const { people, told } = await hubSpot([
			foundDeal(),
			foundDeal({}, { id: '32' }),
			deal({}, { dealId: 33 }),
		]);
		expect(people).toEqual({ '201': expect.objectContaining({ orders: 1 }) });
		expect(told).toMatch(/\b2\b/);
		expect(told).toMatch(/customer|contact/i);
	});

	it.each([[[]], [[0]]])('have associated vids %j', async (associatedVids) => {
		const { people } = await hubSpot([deal({}, { associations: { associatedVids } }), contact()]);
		expect(people).toEqual(NON_BUYER);
	});
});

describe('contacts of HubSpot (2b)', () => {
	const profiles = [
		{
			vid: 201,
			identities: [
				{ type: 'LEAD_GUID', value: 'c0da5c41-f289-4642-910c-9aa2b0fba245', timestamp: CLOSED },
				{ type: 'EMAIL', value: 'old-7@shop.example', timestamp: CLOSED },
				{ type: 'EMAIL', value: 'Customer-7@Shop.example', timestamp: CLOSED, 'is-primary': true },
			],
		},
	];

	it('have their e-mail in identity-profiles only, as getAll gives them (7)', async () => {
		const item = contact(
			{},
			{
				properties: v1({ firstname: 'A', lastname: 'B', lastmodifieddate: `${CLOSED}` }),
				'identity-profiles': profiles,
			},
		);
		expect(await ordersOf('hubSpot', [item])).toEqual({ '201': 0 });
		expect(await ordersOf('hubSpot', [item], { options: { identifyBy: 'email' } })).toEqual({
			[EMAIL]: 0,
		});
	});

	it.each(
		named<object>({
			v1: contact({
				num_associated_deals: '3',
				total_revenue: '4500.50',
				recent_deal_close_date: `${CLOSED}`,
			}),
			v3: foundContact({
				num_associated_deals: '3',
				total_revenue: '4500.50',
				recent_deal_close_date: '2026-10-05T08:00:00Z',
			}),
		}),
	)('are customers by recent_deal_close_date and total_revenue: %s', async (_, item) => {
		const { people } = await hubSpot([item]);
		expect(people).toEqual({
			'201': expect.objectContaining({
				stage: 'customer',
				totalSpent: 4500.5,
				lastOrderAt: '2026-10-05T08:00:00.000Z',
			}),
		});
		expect(people['201']?.orders).toBeGreaterThan(0);
	});

	it('are judged by their deals where these are in the run, not twice', async () => {
		const item = contact({
			num_associated_deals: '3',
			total_revenue: '1500.50',
			recent_deal_close_date: `${CLOSED}`,
		});
		for (const items of deliveries([item, deal()])) {
			expect((await hubSpot(items)).people['201']).toMatchObject({ totalSpent: 1500.5 });
		}
	});

	it('have not bought by having deals, which may be open (num_associated_deals)', async () => {
		const { people } = await hubSpot([contact({ num_associated_deals: '2' })]);
		expect(people['201']?.orders ?? 0).toBe(0);
	});
});

describe('engagement of HubSpot contacts (2b, 4.4)', () => {
	const visit = `${CLOSED}`;
	it.each<[string, Record<string, string>, string | null]>([
		[
			'a visit that was none',
			{ hs_analytics_num_visits: '0', hs_analytics_last_visit_timestamp: visit },
			null,
		],
		['a visit whose count is not told', { hs_analytics_last_visit_timestamp: visit }, null],
		[
			'a visit',
			{ hs_analytics_num_visits: '2', hs_analytics_last_visit_timestamp: visit },
			'2026-10-05T08:00:00.000Z',
		],
		['an opened e-mail', { hs_email_last_open_date: visit }, '2026-10-05T08:00:00.000Z'],
		['a clicked e-mail', { hs_email_last_click_date: visit }, '2026-10-05T08:00:00.000Z'],
		['a sales activity', { hs_last_sales_activity_timestamp: visit }, '2026-10-05T08:00:00.000Z'],
		[
			'the latest of several',
			{ hs_email_last_open_date: visit, hs_email_last_click_date: `${CLOSED + 86_400_000}` },
			'2026-10-06T08:00:00.000Z',
		],
		['empty dates', { hs_email_last_open_date: '', hs_email_last_click_date: '' }, null],
		['a change of the record', { lastmodifieddate: visit }, null],
	])('reads %s', async (_, properties, lastActivityAt) => {
		const { people } = await hubSpot([contact(properties)]);
		expect(people).toEqual({ '201': expect.objectContaining({ ...PROSPECT, lastActivityAt }) });
	});
});

describe('merged contacts of HubSpot (4.4)', () => {
	it.each(
		named<object>({
			v1: contact({}, { 'merged-vids': [199] }),
			v3: foundContact({ hs_all_contact_vids: '199;201' }),
		}),
	)('keep the deals of their old vids: %s', async (_, item) => {
		const old = deal({}, { associations: { associatedVids: [199] } });
		for (const items of deliveries([item, old])) {
			expect((await hubSpot(items)).people).toEqual(BUYER);
		}
	});
});

describe('hints on HubSpot items', () => {
	it('do not ask for fields that the user has not named', async () => {
		const { told } = await hubSpot([deal(), contact()]);
		expect(told).not.toContain('No item has the field');
	});
});

describe('one HubSpot deal in several items (rule 11)', () => {
	it('is one order, with its id as number and text', async () => {
		expect(await ordersOf('hubSpot', [deal(), deal(), deal({}, { dealId: '31' })])).toEqual({
			'201': 1,
		});
	});
});
