import {
	deliveries,
	describeSamples,
	inWebhook,
	named,
	ordersOf,
	PROSPECT,
	read,
	samples,
	samplesIn,
	type ReadSettings,
} from './reading';

// Sections are those of ../shared/data/payloads/README.md.

const EMAIL = 'customer-7@shop.example';
const BY_EMAIL = { options: { identifyBy: 'email' } };

function member(fields: object = {}): object {
	return {
		id: '5f2c0de7b4a14f0f9a3e2b1c0d9e8f70',
		email_address: EMAIL,
		web_id: 12,
		email_type: 'html',
		status: 'subscribed',
		merge_fields: { FNAME: '', LNAME: '', PHONE: '' },
		stats: { avg_open_rate: 0.4, avg_click_rate: 0.1 },
		timestamp_signup: '',
		timestamp_opt: '2026-01-05T08:00:00+00:00',
		member_rating: 2,
		last_changed: '2026-11-20T08:00:00+00:00',
		list_id: 'list1',
		...fields,
	};
}

function withShop(number_of_orders: number, total_revenue: number): object {
	const ecommerce_data = { number_of_orders, total_revenue, currency_code: 'EUR' };
	return { stats: { avg_open_rate: 0, avg_click_rate: 0, ecommerce_data } };
}

function mailchimp(records: object[], settings?: ReadSettings) {
	return read('mailchimp', records, settings);
}

describeSamples('recorded Mailchimp items', () => {
	it('has the member as a prospect', async () => {
		const { people } = await mailchimp(
			samples('mailchimp/member_openapi_schema_example_with_ecommerce_data.json'),
		);
		expect(people).toEqual({ string: expect.objectContaining(PROSPECT) });
	});

	it('reads the bracket keys of the trigger (rule 2)', async () => {
		const file = 'mailchimp/trigger_subscribe_docs_urlencoded_fields.json';
		expect((await mailchimp(samples(file), BY_EMAIL)).people).toEqual({
			'api@mailchimp.com': expect.objectContaining(PROSPECT),
		});
	});

	it('reads both in one run', async () => {
		expect(Object.values(await ordersOf('mailchimp', samplesIn('mailchimp')))).toEqual([0, 0]);
	});
});

describe('members of Mailchimp (2b, 4.6)', () => {
	it.each(
		named<object>({
			'the node': member(),
			'a generic webhook': inWebhook(member()),
			'an address as typed': member({ email_address: 'Customer-7@Shop.example' }),
			'no shop connected': member({ stats: {} }),
			'a shop that counts none': member(withShop(0, 0)),
			...Object.fromEntries(
				['subscribed', 'unsubscribed', 'cleaned', 'pending', 'transactional'].map((status) => [
					`status ${status}`,
					member({ status }),
				]),
			),
		}),
	)('are prospects: %s', async (_, item) => {
		const { people, told } = await mailchimp([item], BY_EMAIL);
		expect(people).toEqual({ [EMAIL]: expect.objectContaining(PROSPECT) });
		expect(told).not.toMatch(/status/i);
	});

	it('are not active by an edit, an import or a tag (last_changed)', async () => {
		const { people } = await mailchimp([member()], BY_EMAIL);
		expect(people[EMAIL]?.lastActivityAt).toBeNull();
	});

	it('with orders but no date are left out and reported', async () => {
		const { people, hints } = await mailchimp(
			[member(), member({ id: '8', email_address: 'customer-8@shop.example', ...withShop(3, 90) })],
			BY_EMAIL,
		);
		expect(people).toEqual({ [EMAIL]: expect.objectContaining(PROSPECT) });
		expect(hints).toContainEqual(expect.stringMatching(/\b1\b/));
	});

	it('in several audiences are one customer', async () => {
		for (const settings of [{}, BY_EMAIL]) {
			const orders = await ordersOf(
				'mailchimp',
				[member(), member({ list_id: 'list2' })],
				settings,
			);
			expect(Object.values(orders)).toEqual([0]);
		}
	});

	it('differ by plus tag (md5 of the address)', async () => {
		const tagged = member({ id: '9', email_address: 'customer-7+news@shop.example' });
		expect(Object.keys(await ordersOf('mailchimp', [member(), tagged], BY_EMAIL))).toHaveLength(2);
	});
});

describe('events of the Mailchimp trigger (4.6)', () => {
	const event = (type: string, fields: object) => ({
		type,
		fired_at: '2026-10-05 08:00:00',
		'data[list_id]': 'list1',
		...fields,
	});

	it.each(
		named<object>({
			subscribe: event('subscribe', { 'data[id]': '7', 'data[email]': EMAIL }),
			unsubscribe: event('unsubscribe', { 'data[id]': '7', 'data[email]': EMAIL }),
			profile: event('profile', { 'data[id]': '7', 'data[email]': EMAIL }),
			cleaned: event('cleaned', { 'data[reason]': 'hard', 'data[email]': EMAIL }),
			upemail: event('upemail', {
				'data[new_id]': '7',
				'data[new_email]': EMAIL,
				'data[old_email]': 'old-7@shop.example',
			}),
		}),
	)('tell of a person: %s', async (_, item) => {
		expect((await mailchimp([item], BY_EMAIL)).people).toEqual({
			[EMAIL]: expect.objectContaining(PROSPECT),
		});
	});

	it('and members are one person by e-mail in any order', async () => {
		const items = [member(), event('subscribe', { 'data[id]': '7', 'data[email]': EMAIL })];
		for (const delivered of deliveries(items)) {
			expect(await ordersOf('mailchimp', delivered, BY_EMAIL)).toEqual({ [EMAIL]: 0 });
		}
	});
});
