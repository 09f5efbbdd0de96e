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

const EMAIL = 'customer-7@shop.example';

/** A contact as getAll with Simplify gives it; all values are text. */
function contact(fields: object = {}): object {
	return {
		id: '64',
		cdate: '2026-01-05T09:00:00-05:00',
		udate: '2026-11-20T09:00:00-05:00',
		edate: null,
		adate: null,
		email: EMAIL,
		phone: '',
		firstName: '',
		lastName: '',
		orgid: '0',
		orgname: '',
		bounced_hard: '0',
		bounced_soft: '0',
		deleted: '0',
		anonymized: '0',
		hash: 'abc123',
		sentcnt: '0',
		created_utc_timestamp: '2026-01-05 09:00:00',
		updated_utc_timestamp: '2026-11-20 09:00:00',
		mpp_tracking: '0',
		last_click_date: null,
		last_open_date: null,
		...fields,
	};
}

/** A won deal, its value in cents as text. */
function deal(fields: object = {}): object {
	return {
		id: '31',
		hash: 'def456',
		title: 'Deal 31',
		contact: '64',
		organization: null,
		account: null,
		group: '1',
		stage: '3',
		owner: '1',
		percent: '0',
		value: '150050',
		currency: 'eur',
		status: '1',
		cdate: '2026-10-05T03:00:00-05:00',
		mdate: '2026-10-05T03:00:00-05:00',
		...fields,
	};
}

const BOUGHT = {
	orders: 1,
	totalSpent: 1500.5,
	currency: 'EUR',
	stage: 'customer',
	lastOrderAt: '2026-10-05T08:00:00.000Z',
};
const BUYER = { '64': expect.objectContaining(BOUGHT) };
const NON_BUYER = { '64': expect.objectContaining(PROSPECT) };

function activeCampaign(records: object[], settings?: ReadSettings) {
	return read('activeCampaign', records, settings);
}

describeSamples('recorded ActiveCampaign items', () => {
	it.each([
		['contact_getAll_simplified_docs_like', '64', 'test@example.com'],
		['contacts_mock_api_2026_with_open_dates', '1', 'jane@acme.io'],
	])('has %s as a prospect', async (name, id, email) => {
		const items = samples(`activecampaign/${name}.json`);
		expect((await activeCampaign(items)).people).toEqual({
			[id]: expect.objectContaining({ ...PROSPECT, lastActivityAt: null }),
		});
		expect(await ordersOf('activeCampaign', items, { options: { identifyBy: 'email' } })).toEqual({
			[email]: 0,
		});
	});
});

describe('shapes of ActiveCampaign records (3)', () => {
	it.each(
		named<object>({
			'the simplified node': contact(),
			'a wrapper with its siblings': {
				contact: contact(),
				contactLists: [{ id: '1', contact: '64', list: '1', status: '1' }],
				deals: [],
				fieldValues: [{ id: '1', contact: '64', field: '1', value: 'x' }],
			},
			'a generic webhook': inWebhook(contact()),
			'the bracket keys of the trigger (rule 2)': {
				type: 'subscribe',
				date_time: '2026-10-05T03:00:00-05:00',
				initiated_by: 'admin',
				'contact[id]': '64',
				'contact[email]': EMAIL,
				'contact[first_name]': '',
				'contact[fields][1]': 'x',
				list: '1',
			},
			'bracket keys in a generic webhook': inWebhook({
				type: 'subscribe',
				'contact[id]': '64',
				'contact[email]': EMAIL,
			}),
		}),
	)('reads the contact in %s', async (_, item) => {
		expect((await activeCampaign([item])).people).toEqual(NON_BUYER);
		const settings = { options: { identifyBy: 'email' } };
		expect(await ordersOf('activeCampaign', [item], settings)).toEqual({ [EMAIL]: 0 });
	});

	it.each(
		named<object>({
			'the node': deal(),
			'a wrapper': { deal: deal() },
			'a generic webhook': inWebhook(deal()),
		}),
	)('reads the deal in %s', async (_, item) => {
		expect((await activeCampaign([item])).people).toEqual(BUYER);
	});

	it('says how to split a list', async () => {
		const { people, told } = await activeCampaign([
			{ contacts: [contact()], scoreValues: [], meta: { total: '1' } },
		]);
		expect(people).toEqual({});
		expect(told).toMatch(/Split Out/);
		expect(told).toContain('contacts');
	});
});

describe('deals of ActiveCampaign (4.7, 6)', () => {
	it.each(['0', '2'])('do not count with status %s', async (status) => {
		const { people, told } = await activeCampaign([deal({ status })]);
		expect(people).toEqual(NON_BUYER);
		expect(told).not.toMatch(/status/i);
	});

	it('name a status they do not know, and count it when told to', async () => {
		const items = [deal({ status: 'shipped' })];
		const { people, hints } = await activeCampaign(items);
		expect(people).toEqual(NON_BUYER);
		expect(hints).toContainEqual(expect.stringMatching(/shipped.*Statuses That Count/));
		const options = { countedStatuses: 'processing, 1, shipped' };
		expect((await activeCampaign(items, { options })).people).toEqual(BUYER);
	});

	it.each<[string, object, object]>([
		['cents as text', { value: '99' }, { totalSpent: 0.99 }],
		['a value of 0', { value: '0' }, { totalSpent: 0 }],
		['a status that is a number', { status: 1 }, BOUGHT],
		['a currency in lower case', { currency: 'usd' }, { totalSpent: 1500.5, currency: 'USD' }],
	])('read %s', async (_, fields, expected) => {
		const { people } = await activeCampaign([deal(fields)]);
		expect(people).toEqual({ '64': expect.objectContaining({ orders: 1, ...expected }) });
	});

	it('join their contact, and count once (rule 11)', async () => {
		for (const items of deliveries([contact(), deal(), deal()])) {
			expect((await activeCampaign(items)).people).toEqual(BUYER);
		}
	});

	it('do not take the place of a contact with the same id', async () => {
		for (const items of deliveries([contact(), deal({ id: '64' })])) {
			expect((await activeCampaign(items)).people).toEqual(BUYER);
		}
	});
});

describe('engagement of ActiveCampaign contacts (2b, 4.7)', () => {
	it.each<[string, object, string | null]>([
		['nothing', {}, null],
		[
			'zero dates (7)',
			{ last_open_date: '0000-00-00 00:00:00', last_click_date: '0000-00-00 00:00:00' },
			null,
		],
		['an open', { last_open_date: '2026-10-05 08:00:00' }, '2026-10-05T08:00:00.000Z'],
		['a click', { last_click_date: '2026-10-05 08:00:00' }, '2026-10-05T08:00:00.000Z'],
		['edate', { edate: '2026-10-05T03:00:00-05:00' }, '2026-10-05T08:00:00.000Z'],
		['adate', { adate: '2026-10-05T03:00:00-05:00' }, '2026-10-05T08:00:00.000Z'],
		[
			'the latest of several',
			{ last_open_date: '2026-10-05 08:00:00', last_click_date: '2026-10-06 08:00:00' },
			'2026-10-06T08:00:00.000Z',
		],
	])('reads %s', async (_, fields, lastActivityAt) => {
		const { people, told } = await activeCampaign([contact(fields)]);
		expect(people).toEqual({ '64': expect.objectContaining({ ...PROSPECT, lastActivityAt }) });
		expect(told).not.toMatch(/cannot be read|unreadable/);
	});
});

describe('hints on ActiveCampaign items', () => {
	it('do not ask for fields that the user has not named', async () => {
		const { told } = await activeCampaign([contact(), deal()]);
		expect(told).not.toContain('No item has the field');
	});
});
