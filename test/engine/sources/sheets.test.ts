import {
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

const SEVEN = 'customer-7@shop.example';
const EIGHT = 'customer-8@shop.example';
const SOURCES = ['sheet', 'custom'];

function row(fields: object = {}): object {
	return { email: SEVEN, date: '2026-10-05', amount: 12.5, ...fields };
}

/** What was read of one row of customer 7. */
async function readRow(source: string, fields: object, settings?: ReadSettings) {
	const { people, told } = await read(source, [row(fields)], settings);
	return { person: people[SEVEN], told };
}

describe.each(SOURCES)('recorded rows of Google Sheets as source %s', (source) => {
	const parameters = {
		customerField: 'CustomerID',
		orderDateField: 'InvoiceDate',
		amountField: 'UnitPrice',
	};
	const options = {
		asOf: '2010-12-22T00:00:00',
		quantityField: 'Quantity',
		orderIdField: 'InvoiceNo',
		repeatedOrderIds: 'lineItems',
	};
	const FORMATTED = 'google_sheets/read_default_en_US_formatted_string.items.json';
	const SERIAL = 'google_sheets/read_serial_number.items.json';

	describeSamples('with samples', () => {
		it.each<[string, string, object]>([
			['text', FORMATTED, { dateFormat: 'monthFirst' }],
			['serial numbers', SERIAL, {}],
			['serial numbers, whatever the date format', SERIAL, { dateFormat: 'dayFirst' }],
		])('reads dates as %s (EXPECTED.json, 4.8)', async (_, file, more) => {
			const settings = { parameters, options: { ...options, ...more } };
			const { people, told } = await read(source, samples(file), settings);
			// Invoice 536365 has two rows: 6 x 2.55 + 6 x 3.39.
			expect(people['17850']).toMatchObject({
				orders: 1,
				totalSpent: 35.64,
				stage: 'customer',
				lastOrderAt: '2010-12-01T08:26:00.000Z',
			});
			// Invoice C536379 is a discount of -1 x 27.5 and no purchase.
			expect(people['14527']?.orders ?? 0).toBe(0);
			expect(Object.keys(people).filter((key) => key !== '14527')).toEqual(['17850']);
			expect(told).toMatch(/\b2\b.*customer/);
		});

		it('reads the text as 12 January with Day First', async () => {
			const settings = { parameters, options: { ...options, dateFormat: 'dayFirst' } };
			const { people } = await read(source, samples(FORMATTED), settings);
			expect(people['17850']).toMatchObject({ lastOrderAt: '2010-01-12T08:26:00.000Z' });
		});

		it('refuses the ambiguous text and names the settings (rule 12)', async () => {
			const { people, told } = await read(source, samples(FORMATTED), { parameters, options });
			expect(people['17850']?.orders ?? 0).toBe(0);
			expect(told).toContain('12/1/2010');
			expect(told).toContain('Day First');
			expect(told).toContain('Month First');
		});

		it('counts rows without Repeated Order IDs as one order of the newest row', async () => {
			const settings = {
				parameters,
				options: { ...options, repeatedOrderIds: 'sameOrder' },
			};
			const { people } = await read(source, samples(SERIAL), settings);
			expect(people['17850']?.orders).toBe(1);
			expect([15.3, 20.34]).toContain(people['17850']?.totalSpent);
		});

		it("reads serial numbers in the workflow's zone", async () => {
			const settings = { parameters, options, timezone: 'America/New_York' };
			const { people } = await read(source, samples(SERIAL), settings);
			expect(people['17850']).toMatchObject({ lastOrderAt: '2010-12-01T13:26:00.000Z' });
		});
	});
});

describe.each(SOURCES)('dates of rows as source %s', (source) => {
	it.each<[unknown, string, string]>([
		['31.12.2025', 'dayFirst', '2025-12-31T00:00:00.000Z'],
		['01.12.2010 08:26:00', 'dayFirst', '2010-12-01T08:26:00.000Z'],
		['01/12/2010 08:26:00', 'dayFirst', '2010-12-01T08:26:00.000Z'],
		['12/1/2010 8:26:00', 'monthFirst', '2010-12-01T08:26:00.000Z'],
		['12/31/2025', 'monthFirst', '2025-12-31T00:00:00.000Z'],
		['2025-12-31', 'auto', '2025-12-31T00:00:00.000Z'],
		['2025-12-31', 'dayFirst', '2025-12-31T00:00:00.000Z'],
		['2025-12-31T18:30:00+01:00', 'auto', '2025-12-31T17:30:00.000Z'],
		['2025-12-31T18:30:00Z', 'monthFirst', '2025-12-31T18:30:00.000Z'],
		[40513.35138888889, 'auto', '2010-12-01T08:26:00.000Z'],
		[40513, 'auto', '2010-12-01T00:00:00.000Z'],
		[29221, 'auto', '1980-01-01T00:00:00.000Z'],
	])('reads %j with %s', async (date, dateFormat, lastOrderAt) => {
		const { person } = await readRow(source, { date }, { options: { dateFormat } });
		expect(person).toMatchObject({ orders: 1, lastOrderAt });
	});

	it.each([['12/1/2010'], ['01/12/2010 08:26:00'], ['03.04.2026']])(
		'refuses %j, which can be read in two ways',
		async (date) => {
			const { person, told } = await readRow(source, { date });
			expect(person?.orders ?? 0).toBe(0);
			expect(told).toContain(date);
			expect(told).toMatch(/Day First/);
			expect(told).toMatch(/Month First/);
		},
	);

	it.each<[unknown, string]>([
		['31.12.2025', 'monthFirst'],
		['12/31/2025', 'dayFirst'],
		['31.02.2025', 'dayFirst'],
	])('refuses %j with %s', async (date, dateFormat) => {
		const { person, told } = await readRow(source, { date }, { options: { dateFormat } });
		expect(person?.orders ?? 0).toBe(0);
		expect(told).toContain(String(date));
	});

	it('names a serial number so small that it stands for no date', async () => {
		const { person, told } = await readRow(source, { date: 20001 });
		expect(person?.orders ?? 0).toBe(0);
		expect(told).toContain('20001');
	});

	it.each<[string, unknown, string, string]>([
		['Europe/Berlin', 40513.35138888889, 'auto', '2010-12-01T07:26:00.000Z'],
		['Asia/Tokyo', 40513.35138888889, 'auto', '2010-11-30T23:26:00.000Z'],
		// Summer time: 2026-07-01 12:00 is the serial number 46204.5.
		['Europe/Berlin', 46204.5, 'auto', '2026-07-01T10:00:00.000Z'],
		['America/New_York', 46204.5, 'auto', '2026-07-01T16:00:00.000Z'],
		['Europe/Berlin', '31.12.2025 18:30', 'dayFirst', '2025-12-31T17:30:00.000Z'],
		['America/New_York', '2025-12-31', 'auto', '2025-12-31T05:00:00.000Z'],
		['America/New_York', '2025-12-31T18:30:00Z', 'auto', '2025-12-31T18:30:00.000Z'],
	])('in %s reads %j as %s', async (timezone, date, dateFormat, lastOrderAt) => {
		const { person } = await readRow(source, { date }, { timezone, options: { dateFormat } });
		expect(person).toMatchObject({ orders: 1, lastOrderAt });
	});
});

describe.each(SOURCES)('amounts of rows as source %s', (source) => {
	it.each<[unknown, object, object]>([
		['2,55 €', {}, { totalSpent: 2.55, currency: 'EUR' }],
		['13.541,33 €', {}, { totalSpent: 13541.33, currency: 'EUR' }],
		['$13,541.33', {}, { totalSpent: 13541.33 }],
		['12,50', {}, { totalSpent: 12.5 }],
		['12.50', {}, { totalSpent: 12.5 }],
		['12.50 EUR', {}, { totalSpent: 12.5, currency: 'EUR' }],
		['1.234', { decimalSeparator: 'comma' }, { totalSpent: 1234 }],
		['1,234', { decimalSeparator: 'point' }, { totalSpent: 1234 }],
		[12.5, {}, { totalSpent: 12.5, currency: null }],
		[0, {}, { totalSpent: 0, stage: 'customer' }],
		['0', {}, { totalSpent: 0, stage: 'customer' }],
		// 4.8: the trigger turns a cell of 0 into "", so this is not known to be 0.
		['', {}, { totalSpent: null, stage: 'customer' }],
	])('reads %j', async (amount, options, expected) => {
		const { person } = await readRow(source, { amount }, { options });
		expect(person).toMatchObject({ orders: 1, ...expected });
	});

	it('adds up what is written in several ways', async () => {
		const amounts = ['2,55 €', '13.541,33 €', 10];
		const rows = amounts.map((amount, index) =>
			row({ amount, date: `2026-10-0${index + 1}`, currency: 'EUR' }),
		);
		const { people } = await read(source, rows, { options: { currencyField: 'currency' } });
		expect(people[SEVEN]).toMatchObject({ orders: 3, totalSpent: 13553.88, currency: 'EUR' });
	});

	it('multiplies by a quantity in text', async () => {
		const { person } = await readRow(
			source,
			{ amount: '2,55 €', Quantity: '6' },
			{ options: { quantityField: 'Quantity' } },
		);
		expect(person).toMatchObject({ orders: 1, totalSpent: 15.3 });
	});

	it.each<[unknown, string, number]>([
		[1250, 'EUR', 12.5],
		['1250', 'eur', 12.5],
		[1250, 'JPY', 1250],
		['1250', 'jpy', 1250],
		[1250, 'KWD', 1.25],
		[0, 'EUR', 0],
	])('reads %j of %s in the smallest unit as %d', async (amount, currency, totalSpent) => {
		const options = { amountUnit: 'minor', currencyField: 'currency' };
		const { person } = await readRow(source, { amount, currency }, { options });
		expect(person).toMatchObject({ orders: 1, totalSpent, currency: currency.toUpperCase() });
	});

	it('never guesses cents from the size (rule 7)', async () => {
		const { person } = await readRow(source, { amount: 125000 });
		expect(person).toMatchObject({ totalSpent: 125000 });
	});
});

describe.each(SOURCES)('rows of Google Sheets as source %s (7)', (source) => {
	it('may be blank', async () => {
		const blank = { row_number: 3, email: '', date: '', amount: '' };
		const { people } = await read(source, [row(), blank, row({ email: EIGHT })]);
		expect(Object.keys(people).sort()).toEqual([SEVEN, EIGHT]);
	});

	it('have ids as numbers and text in one column', async () => {
		const rows = [
			row({ InvoiceNo: 536365 }),
			row({ InvoiceNo: '536365' }),
			row({ InvoiceNo: 'C536379' }),
		];
		const options = { orderIdField: 'InvoiceNo' };
		expect(await ordersOf(source, rows, { options })).toEqual({ [SEVEN]: 2 });
	});

	it('nest the row in "both" mode of the trigger', async () => {
		const item = { previous: row({ email: EIGHT }), current: row() };
		const parameters = {
			customerField: 'current.email',
			orderDateField: 'current.date',
			amountField: 'current.amount',
		};
		expect(await ordersOf(source, [item], { parameters })).toEqual({ [SEVEN]: 1 });
	});

	it('count without a status, and by one where its column is named', async () => {
		const rows = [
			row({ status: 'paid' }),
			row({ status: 'cancelled', date: '2026-10-06' }),
			row({ status: 'Refunded', date: '2026-10-07' }),
			row({ status: 'verschickt', date: '2026-10-08' }),
		];
		expect(await ordersOf(source, rows)).toEqual({ [SEVEN]: 4 });

		const byStatus = await read(source, rows, { options: { statusField: 'status' } });
		expect(byStatus.people[SEVEN]?.orders).toBe(1);
		expect(byStatus.hints).toContainEqual(expect.stringContaining('verschickt'));

		const options = { statusField: 'status', countedStatuses: 'paid, verschickt' };
		expect(await ordersOf(source, rows, { options })).toEqual({ [SEVEN]: 2 });
	});
});

describe('names of fields (rule 2)', () => {
	it.each(
		named<[string, object]>({
			'a question with a point': ["What's your business e-mail? E.g. yours.", {}],
			'a name with points': ['customer.email', {}],
			'a name with brackets': ['data[merges][EMAIL]', {}],
			'another script': ['E-Mail-Adresse (geschäftlich)', {}],
		}),
	)('are looked up literally first: %s', async (_, [field]) => {
		const item = { [field]: SEVEN, date: '2026-10-05', amount: 1 };
		const parameters = { customerField: field };
		expect(await ordersOf('custom', [item], { parameters })).toEqual({ [SEVEN]: 1 });
	});

	it('lead to nested values', async () => {
		const item = { order: { buyer: { email: SEVEN }, at: '2026-10-05', sum: [{ gross: '7.00' }] } };
		const parameters = {
			customerField: 'order.buyer.email',
			orderDateField: 'order.at',
			amountField: 'order.sum[0].gross',
		};
		expect((await read('custom', [item], { parameters })).people[SEVEN]).toMatchObject({
			orders: 1,
			totalSpent: 7,
		});
	});
});

describe('items of the generic webhook as source custom (3, 7)', () => {
	it.each(
		named<object>({
			'the whole path': {
				customerField: 'body.email',
				orderDateField: 'body.date',
				amountField: 'body.amount',
			},
			'the name inside the body': {},
		}),
	)('are read by %s', async (_, parameters) => {
		const items = [
			inWebhook(row()),
			// A urlencoded body: numbers are text.
			inWebhook({ email: 'customer-8+shop@shop.example', date: '2026-10-05', amount: '12.5' }),
		];
		const { people } = await read('custom', items, { parameters });
		expect(people).toEqual({
			[SEVEN]: expect.objectContaining({ orders: 1, totalSpent: 12.5 }),
			'customer-8+shop@shop.example': expect.objectContaining({ orders: 1, totalSpent: 12.5 }),
		});
	});
});

describe('forms as source custom (4.8)', () => {
	const title =
		"If you're OK with our city management following up if they have further questions, please give us your email address.";

	describeSamples('with samples', () => {
		it('have titles as keys and no date, and so tell of people (7)', async () => {
			const items = samples('typeform/trigger_simplified_only_answers_default.json');
			const parameters = {
				inputShape: 'customers',
				customerField: title,
				orderCountField: 'orders',
				lastOrderField: 'lastOrderAt',
			};
			expect((await read('custom', items, { parameters })).people).toEqual({
				'laura@example.com': expect.objectContaining(PROSPECT),
			});
		});

		it('have the date of submission in the whole payload', async () => {
			const items = samples('typeform/webhook_body_official_example.json');
			const parameters = {
				customerField: 'form_response.answers[1].email',
				orderDateField: 'form_response.submitted_at',
				amountField: '',
			};
			for (const records of [items, items.map(inWebhook)]) {
				expect((await read('custom', records, { parameters })).people).toEqual({
					'laura@example.com': expect.objectContaining({
						orders: 1,
						lastOrderAt: '2018-01-18T18:17:02.000Z',
					}),
				});
			}
		});
	});

	it.each([
		['leaveOut', 1],
		['count', 2],
	])(
		'of n8n have test submissions, with Test Orders "%s" %d in all',
		async (testOrders, orders) => {
			const items = ['production', 'test'].map((formMode, index) => ({
				'E-mail': SEVEN,
				submittedAt: `2026-10-0${index + 5}T10:00:00.000+02:00`,
				formMode,
			}));
			const parameters = {
				customerField: 'E-mail',
				orderDateField: 'submittedAt',
				amountField: '',
			};
			const settings = { parameters, options: { testOrders } };
			expect(await ordersOf('custom', items, settings)).toEqual({ [SEVEN]: orders });
		},
	);
});

describe('customers with their orders as source custom', () => {
	const parameters = {
		inputShape: 'nestedOrders',
		ordersField: 'orders',
		orderDateField: 'created_at',
		amountField: 'total',
	};

	it('are read from lists, empty and missing ones too', async () => {
		const { people } = await read(
			'custom',
			[
				{
					email: SEVEN,
					orders: [
						{ created_at: '2026-10-05T10:00:00Z', total: '10.00' },
						{ created_at: '2026-11-05T10:00:00Z', total: '2.50' },
					],
				},
				{ email: EIGHT, orders: [] },
				{ email: 'customer-9@shop.example' },
			],
			{ parameters },
		);
		expect(people).toEqual({
			[SEVEN]: expect.objectContaining({
				orders: 2,
				totalSpent: 12.5,
				lastOrderAt: '2026-11-05T10:00:00.000Z',
			}),
			[EIGHT]: expect.objectContaining(PROSPECT),
			'customer-9@shop.example': expect.objectContaining(PROSPECT),
		});
	});

	it('are read from a list at a path, once for each order id', async () => {
		const order = { id: 1, created_at: '2026-10-05T10:00:00Z', total: 10 };
		const items = [
			{ email: SEVEN, shop: { history: [order, order] } },
			{ email: SEVEN, shop: { history: [order, { ...order, id: 2 }] } },
		];
		const settings = {
			parameters: { ...parameters, ordersField: 'shop.history' },
			options: { orderIdField: 'id' },
		};
		expect(await ordersOf('custom', items, settings)).toEqual({ [SEVEN]: 2 });
	});
});

describe('events of several kinds as source custom', () => {
	const event = (email: string, name: string, date: string) => ({ email, event: name, date });
	const events = [
		event(SEVEN, 'article downloaded', '2026-10-05'),
		event(SEVEN, 'page viewed', '2026-11-20'),
		event(SEVEN, 'Purchase', '2026-10-20'),
		event(EIGHT, 'page viewed', '2026-11-20'),
	];
	const settings = {
		parameters: { amountField: '' },
		options: {
			eventTypeField: 'event',
			eventTypes: 'article downloaded, purchase',
			keyActionName: 'download',
		},
	};

	it('count as key actions where they are named, and tell of people otherwise', async () => {
		const { people } = await read('custom', events, settings);
		expect(people).toEqual({
			[SEVEN]: expect.objectContaining({ orders: 2, lastOrderAt: '2026-10-20T00:00:00.000Z' }),
			[EIGHT]: expect.objectContaining(PROSPECT),
		});
	});

	it('are called by the name of the key action', async () => {
		const { people } = await read('custom', events, settings);
		for (const { reason } of Object.values(people)) {
			expect(reason).toMatch(/download/);
			expect(reason).not.toMatch(/order/);
		}
	});

	it('count all where no type is named', async () => {
		const orders = await ordersOf('custom', events, { parameters: { amountField: '' } });
		expect(orders).toEqual({ [SEVEN]: 3, [EIGHT]: 1 });
	});
});
