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

/** A won deal of API v1, its person an object. */
function dealV1(fields: object = {}): object {
	return {
		id: 31,
		creator_user_id: { id: 1, email: 'seller@shop.example', value: 1 },
		user_id: { id: 1, email: 'seller@shop.example', value: 1 },
		person_id: {
			active_flag: true,
			name: 'Customer 7',
			email: [{ label: 'work', value: EMAIL, primary: true }],
			phone: [{ value: '', primary: true }],
			value: 207,
		},
		org_id: null,
		stage_id: 5,
		pipeline_id: 1,
		title: 'Deal 31',
		value: 1500.5,
		currency: 'EUR',
		add_time: '2026-09-05 08:00:00',
		update_time: '2026-10-06 08:00:00',
		stage_change_time: null,
		active: false,
		deleted: false,
		status: 'won',
		close_time: '2026-10-05 08:00:00',
		won_time: '2026-10-05 08:00:00',
		lost_time: null,
		expected_close_date: '2026-09-30',
		...fields,
	};
}

/** The same deal of API v2, its person a number. */
function dealV2(fields: object = {}): object {
	return {
		id: 31,
		title: 'Deal 31',
		creator_user_id: 1,
		owner_id: 1,
		value: 1500.5,
		currency: 'EUR',
		person_id: 207,
		org_id: null,
		stage_id: 5,
		pipeline_id: 1,
		add_time: '2026-09-05T08:00:00Z',
		update_time: '2026-10-06T08:00:00Z',
		stage_change_time: null,
		status: 'won',
		close_time: '2026-10-05T08:00:00Z',
		won_time: '2026-10-05T08:00:00Z',
		lost_time: null,
		expected_close_date: '2026-09-30',
		label_ids: [],
		custom_fields: {},
		is_deleted: false,
		is_archived: false,
		...fields,
	};
}

function personV1(fields: object = {}): object {
	return {
		id: 207,
		name: 'Customer 7',
		owner_id: { id: 1, email: 'seller@shop.example', value: 1 },
		org_id: null,
		email: [{ label: 'work', value: EMAIL, primary: true }],
		phone: [{ label: 'work', value: '', primary: true }],
		add_time: '2026-01-05 08:00:00',
		update_time: '2026-01-05 08:00:00',
		active_flag: true,
		open_deals_count: 0,
		closed_deals_count: 0,
		won_deals_count: 0,
		lost_deals_count: 0,
		last_activity_date: null,
		...fields,
	};
}

function personV2(fields: object = {}): object {
	return {
		id: 207,
		name: 'Customer 7',
		owner_id: 1,
		org_id: null,
		emails: [{ label: 'work', value: EMAIL, primary: true }],
		phones: [],
		add_time: '2026-01-05T08:00:00Z',
		update_time: '2026-01-05T08:00:00Z',
		is_deleted: false,
		label_ids: [],
		custom_fields: {},
		...fields,
	};
}

function triggerV2(data: object | null, fields: object = {}): object {
	return {
		meta: {
			action: 'change',
			entity: 'deal',
			entity_id: '31',
			id: 'd3b4',
			timestamp: '2026-10-06T08:00:00.000Z',
			version: '2.0',
		},
		data,
		previous: { stage_id: 4 },
		...fields,
	};
}

function triggerV1(current: object | null, fields: object = {}): object {
	return {
		v: 1,
		meta: { action: 'updated', object: 'deal', id: 31, timestamp: 1791273600 },
		current,
		previous: dealV1({ status: 'open', won_time: null }),
		event: 'updated.deal',
		retry: 0,
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
const BUYER = { '207': expect.objectContaining(BOUGHT) };
const NON_BUYER = { '207': expect.objectContaining(PROSPECT) };

function pipedrive(records: object[], settings?: ReadSettings) {
	return read('pipedrive', records, settings);
}

describeSamples('recorded Pipedrive items', () => {
	it('counts the won deal of v1 (EXPECTED.json)', async () => {
		const { people } = await pipedrive(samples('pipedrive/deal_v1_won_person_object.json'));
		expect(people).toEqual({
			'1': expect.objectContaining({
				orders: 1,
				totalSpent: 10000,
				currency: 'BRL',
				lastOrderAt: '2021-05-01T01:11:42.000Z',
			}),
		});
	});

	it('knows the person of the open deal of v2 (EXPECTED.json)', async () => {
		const { people } = await pipedrive(samples('pipedrive/deal_v2_open_stage_changed.json'));
		expect(people).toEqual({ '1111': expect.objectContaining(PROSPECT) });
	});
});

describe('shapes of Pipedrive deals (3, 4.5)', () => {
	it.each(
		named<object>({
			'a deal of v1': dealV1(),
			'a deal of v1 whose person is a number': dealV1({ person_id: 207 }),
			'a deal of v2': dealV2(),
			'a deal of a search': dealV2({
				person_id: undefined,
				person: { id: 207, name: 'Customer 7' },
			}),
			'the trigger of v2': triggerV2(dealV2()),
			'the trigger of v1': triggerV1(dealV1()),
			'the trigger of v2 in a webhook': inWebhook(triggerV2(dealV2())),
			'a single-record wrapper': { deal: dealV2() },
		}),
	)('reads %s', async (_, item) => {
		expect((await pipedrive([item])).people).toEqual(BUYER);
	});

	it('is one deal in all shapes (rule 11)', async () => {
		const shapes = [dealV1(), dealV2(), triggerV2(dealV2()), triggerV1(dealV1())];
		expect(await ordersOf('pipedrive', shapes)).toEqual({ '207': 1 });
	});

	it.each(
		named<object>({
			v2: triggerV2(null, {
				meta: {
					action: 'delete',
					entity: 'deal',
					entity_id: '31',
					timestamp: '2026-10-07T08:00:00Z',
				},
				previous: dealV2(),
			}),
			v1: triggerV1(null, {
				meta: { action: 'deleted', object: 'deal', id: 31, timestamp: 1791360000 },
				event: 'deleted.deal',
				previous: dealV1(),
			}),
		}),
	)('does not count a deal that the trigger says is deleted: %s', async (_, item) => {
		const { people } = await pipedrive([item, personV2()]);
		expect(people).toEqual(NON_BUYER);
		for (const items of deliveries([triggerV2(dealV2()), item, personV2()])) {
			expect((await pipedrive(items)).people).toEqual(NON_BUYER);
		}
	});

	it('says how to split a list', async () => {
		const { people, told } = await pipedrive([{ items: [dealV2()], paging: { next: null } }]);
		expect(people).toEqual({});
		expect(told).toMatch(/Split Out/);
		expect(told).toContain('items');
	});
});

describe('statuses of Pipedrive deals (6, 2a)', () => {
	it.each(
		named<object>({
			'an open deal': dealV2({ status: 'open', won_time: null, close_time: null }),
			'a lost deal': dealV2({ status: 'lost', won_time: null, lost_time: '2026-10-05T08:00:00Z' }),
			'a deal of status deleted': dealV1({ status: 'deleted' }),
			'a deleted deal of v1': dealV1({ deleted: true }),
			'a deleted deal of v2': dealV2({ is_deleted: true }),
			'an archived deal': dealV2({ is_archived: true }),
		}),
	)('do not count %s', async (_, item) => {
		expect((await pipedrive([item, personV2()])).people).toEqual(NON_BUYER);
	});

	it('name a status they do not know, and count it when told to', async () => {
		const items = [dealV2({ status: 'shipped' })];
		const { people, hints } = await pipedrive(items);
		expect(people).toEqual(NON_BUYER);
		expect(hints).toContainEqual(expect.stringMatching(/shipped.*Statuses That Count/));
		const options = { countedStatuses: 'processing, won, shipped' };
		expect((await pipedrive(items, { options })).people).toEqual(BUYER);
	});
});

describe('amounts and dates of Pipedrive deals', () => {
	it.each<[string, object, object]>([
		['a deal won with 0', { value: 0 }, { totalSpent: 0 }],
		['no value', { value: null }, { totalSpent: null }],
		['a stage that never changed (7)', { stage_change_time: null }, BOUGHT],
		['the day of the win before that of the close', { close_time: '2026-11-01T08:00:00Z' }, BOUGHT],
		['the day of the close', { won_time: null }, BOUGHT],
		[
			'the day of the start',
			{ won_time: null, close_time: null },
			{ lastOrderAt: '2026-09-05T08:00:00.000Z' },
		],
	])('reads %s', async (_, fields, expected) => {
		const { people } = await pipedrive([dealV2(fields)]);
		expect(people).toEqual({ '207': expect.objectContaining({ orders: 1, ...expected }) });
	});

	it('reads times without a zone as UTC (5)', async () => {
		expect((await pipedrive([dealV1()], { timezone: 'America/New_York' })).people).toEqual(BUYER);
	});

	it('never adds up two currencies', async () => {
		const { people } = await pipedrive([dealV2(), dealV2({ id: 32, currency: 'USD', value: 10 })]);
		expect(people['207']).toMatchObject({
			orders: 2,
			totalSpent: null,
			spentByCurrency: { EUR: 1500.5, USD: 10 },
		});
	});
});

describe('persons of Pipedrive (2b, 4.5)', () => {
	it.each(
		named<object>({
			v1: personV1(),
			'v2, where counts are missing': personV2(),
			'a search': personV2({ emails: [EMAIL] }),
			primary_email: personV2({ emails: undefined, primary_email: EMAIL }),
			'several addresses, the primary one second': personV2({
				emails: [
					{ label: 'home', value: 'home-7@shop.example', primary: false },
					{ label: 'work', value: 'Customer-7@Shop.example', primary: true },
				],
			}),
		}),
	)('are prospects by id or e-mail: %s', async (_, item) => {
		expect((await pipedrive([item])).people).toEqual(NON_BUYER);
		const settings = { options: { identifyBy: 'email' } };
		expect(await ordersOf('pipedrive', [item], settings)).toEqual({ [EMAIL]: 0 });
	});

	it('give the deal of their id their e-mail', async () => {
		for (const items of deliveries([personV2(), dealV2()])) {
			const { people } = await pipedrive(items, { options: { identifyBy: 'email' } });
			expect(people).toEqual({ [EMAIL]: expect.objectContaining(BOUGHT) });
		}
	});

	it('with won deals but no date are left out and reported, unless the deals are in the run', async () => {
		const buyer = personV1({ won_deals_count: 2, closed_deals_count: 2 });
		const other = personV1({
			id: 208,
			email: [{ value: 'customer-8@shop.example', primary: true }],
		});
		const { people, hints } = await pipedrive([buyer, other]);
		expect(people).toEqual({ '208': expect.objectContaining(PROSPECT) });
		expect(hints).toContainEqual(expect.stringMatching(/\b1\b/));
		for (const items of deliveries([buyer, dealV1()])) {
			expect((await pipedrive(items)).people).toEqual(BUYER);
		}
	});

	it('are reported where a deal has none', async () => {
		const { people, told } = await pipedrive([
			dealV2({ id: 32, person_id: null }),
			dealV2({ id: 33, person_id: null }),
			dealV2(),
		]);
		expect(people).toEqual(BUYER);
		expect(told).toMatch(/\b2\b/);
		expect(told).toMatch(/customer|person/i);
	});
});
