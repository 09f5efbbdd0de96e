import type { INodeExecutionData } from 'n8n-workflow';

import { condition, resultOf } from './resultOf';
import { runNode, type NodeName, type NodeRun } from './runWorkflow';

const GOOD = { email: 'good@shop.example', date: '2026-11-01', amount: 10 };

const RULES = {
	values: [
		{
			name: 'Big',
			category: 'fit',
			points: 10,
			conditions: condition('={{ $json.size }}', 'number', 'gte', 50),
		},
	],
};
const SEGMENTS = {
	values: [
		{ name: 'Big', enabled: true, conditions: condition('={{ $json.size }}', 'number', 'gte', 50) },
	],
};

function classify(records: object[], options: object = {}): Promise<NodeRun> {
	return runNode('classifyLifecycle', { options: { ...options } }, records);
}

function keysOf(items: INodeExecutionData[] | undefined): unknown[] {
	return (items ?? []).map((item) => resultOf(item, 'lifecycle').customerKey);
}

describe('bad records among good ones', () => {
	it.each([
		[
			'a missing customer',
			{ email: null },
			'1 without a customer',
			'Customer Field "email" is empty',
		],
		[
			'a blank customer',
			{ email: '  ' },
			'1 without a customer',
			'Customer Field "email" is empty',
		],
		['a guest with id 0', { email: 0 }, '1 without a customer', 'Customer Field "email" is empty'],
		['a list as customer', { email: ['a'] }, '1 with an unreadable customer', 'cannot be read'],
		['a blank date', { date: '' }, '1 without a date', 'Order Date Field "date" is empty'],
		['a null date', { date: null }, '1 without a date', 'Order Date Field "date" is empty'],
		['an unreadable date', { date: 'soon' }, '1 with an unreadable date', '"soon" cannot be read'],
		[
			'a date that no calendar has',
			{ date: '2026-02-30' },
			'1 with an unreadable date',
			'"2026-02-30"',
		],
		[
			'an ambiguous date',
			{ date: '03/04/2026' },
			'1 with an unreadable date',
			'can be read in two ways',
		],
		['a future date', { date: '2999-01-01' }, '1 with a date in the future', 'is in the future'],
		['a date of 1900', { date: '1900-01-01' }, '1 with a date before 1980', 'is before 1980'],
		[
			'an amount in words',
			{ amount: 'free' },
			'1 with an unreadable amount',
			'"free" cannot be read',
		],
		[
			'an ambiguous amount',
			{ amount: '€1.234' },
			'1 with an unreadable amount',
			'Decimal Separator',
		],
		['a boolean amount', { amount: true }, '1 with an unreadable amount', '"true" cannot be read'],
	])('%s is counted and named, the others go on', async (_case, change, kind, detail) => {
		const run = await classify([GOOD, { ...GOOD, email: 'bad@shop.example', ...change }, GOOD]);
		expect(keysOf(run.outputs[0])).toEqual(['good@shop.example']);
		const [hint] = run.hints.filter((text) => text.includes('skipped'));
		expect(hint).toContain(`1 of 3 orders skipped: ${kind}. First: item 1, `);
		expect(hint).toContain(detail);
	});

	it.each([
		['129.95', 129.95],
		['1.234,50 €', 1234.5],
		['₩12,000', 12000],
		['$1,299.00', 1299],
		['12,5', 12.5],
	])('an amount written as %s is read', async (amount, total) => {
		const run = await classify([{ ...GOOD, amount }]);
		expect(resultOf(run.outputs[0]?.[0], 'lifecycle')).toMatchObject({ totalSpent: total });
		expect(run.hints).toEqual([]);
	});

	it('counts several kinds in one sentence, and says who was left out altogether', async () => {
		const run = await classify([
			{ ...GOOD, date: '' },
			{ ...GOOD, email: 'x@shop.example', date: '' },
			{ ...GOOD, amount: 'free' },
			GOOD,
		]);
		expect(run.hints).toEqual([
			'1 customer left out: none of their records could be read.',
			expect.stringMatching(
				/^3 of 4 orders skipped: 2 without a date, 1 with an unreadable amount\./,
			),
		]);
	});

	it('counts an order delivered twice once where orders have an id', async () => {
		const order = { ...GOOD, id: 7 };
		const run = await classify([order, order, { ...order, id: 8 }], { orderIdField: 'id' });
		expect(resultOf(run.outputs[0]?.[0], 'lifecycle')).toMatchObject({ orders: 2, totalSpent: 20 });
		expect(run.hints).toEqual(['1 order delivered a second time, counted once.']);
	});

	it('points out orders that look alike where they have no id', async () => {
		const run = await classify([GOOD, GOOD, { ...GOOD, amount: 11 }]);
		expect(resultOf(run.outputs[0]?.[0], 'lifecycle')).toMatchObject({ orders: 3 });
		expect(run.hints).toEqual([
			expect.stringContaining('1 order with the same customer, date and amount'),
		]);
	});

	it('never adds up several currencies', async () => {
		const run = await classify(
			[
				{ ...GOOD, currency: 'EUR' },
				{ ...GOOD, date: '2026-11-02', currency: 'usd' },
			],
			{ currencyField: 'currency' },
		);
		expect(resultOf(run.outputs[0]?.[0], 'lifecycle')).toMatchObject({
			totalSpent: null,
			currency: null,
		});
		expect(run.hints).toEqual([
			expect.stringContaining('1 customer with amounts in several currencies'),
		]);
	});

	it('takes prototype names for what they are', async () => {
		const record = JSON.parse(
			'{"__proto__":"a@shop.example","constructor":"2026-11-01","amount":1}',
		);
		const own = await runNode(
			'classifyLifecycle',
			{ customerField: '__proto__', orderDateField: 'constructor' },
			[record],
		);
		expect(keysOf(own.outputs[0])).toEqual(['a@shop.example']);

		const asKeys = await classify(
			['__proto__', 'constructor', 'toString'].map((email) => ({ ...GOOD, email })),
		);
		expect(keysOf(asKeys.outputs[0])).toEqual(['__proto__', 'constructor', 'toString']);

		const inherited = await runNode('classifyLifecycle', { customerField: 'constructor.name' }, [
			GOOD,
		]);
		expect(inherited.outputs[0]).toEqual([]);
		expect(inherited.hints).toContainEqual(
			expect.stringContaining('No item has the field "constructor.name"'),
		);
	});

	it.each<[NodeName, object, string]>([
		[
			'classifyLifecycle',
			{ orderDateField: 'created' },
			'No item has the field "created" (Order Date Field). Fields of the first item: email, date, amount. "date" looks like it.',
		],
		[
			'detectLapsed',
			{ customerField: 'mail' },
			'No item has the field "mail" (Customer Field). Fields of the first item: email, date, amount. "email" looks like it.',
		],
		[
			'classifyLifecycle',
			{ amountField: 'total' },
			'No item has the field "total" (Amount Field). Fields of the first item: email, date, amount. "amount" looks like it.',
		],
		[
			'scoreLead',
			{ rules: RULES },
			'No item has the field "size" (conditions of "Big"). Fields of the first item: email, date, amount.',
		],
		[
			'splitBySegment',
			{ segments: SEGMENTS },
			'No item has the field "size" (conditions of "Big"). Fields of the first item: email, date, amount.',
		],
	])('%s says which field no item has', async (type, parameters, hint) => {
		const run = await runNode(type, parameters, [GOOD]);
		expect(run.error).toBeUndefined();
		expect(run.hints).toContain(hint);
	});

	it.each<[NodeName, object, number]>([
		['classifyLifecycle', {}, 1],
		['detectLapsed', {}, 4],
		['scoreLead', { rules: RULES }, 1],
		['splitBySegment', { segments: SEGMENTS }, 2],
	])(
		'%s gives empty outputs for input of nothing but bad or no data',
		async (type, parameters, count) => {
			const run = await runNode(type, parameters, [{}]);
			expect(run.error).toBeUndefined();
			expect(run.outputs).toHaveLength(count);
		},
	);

	it.each<[NodeName, object]>([
		['classifyLifecycle', {}],
		['detectLapsed', {}],
		['scoreLead', { rules: RULES }],
		['splitBySegment', { segments: SEGMENTS }],
	])('%s takes JSON fields that are null, lists or deep', async (type, parameters) => {
		const odd = {
			...GOOD,
			email: 'odd@shop.example',
			size: null,
			tags: [],
			deep: { a: { b: null } },
		};
		const run = await runNode(type, parameters, [odd, { ...GOOD, size: 60 }]);
		expect(run.error).toBeUndefined();
		expect(run.outputs.flat()).toHaveLength(2);
	});
});

describe('an expression that fails for an item', () => {
	const failing = "={{ $('Nowhere').item.json.email }}";

	it('in a field leaves the order out, with the message', async () => {
		const run = await runNode('classifyLifecycle', { customerField: failing }, [GOOD]);
		expect(run.error).toBeUndefined();
		expect(run.hints).toContainEqual(
			expect.stringMatching(
				/1 of 1 order skipped: 1 with an expression that could not be evaluated.*Nowhere/,
			),
		);
	});

	it('in a condition is a condition not met', async () => {
		const run = await runNode(
			'splitBySegment',
			{
				segments: {
					values: [
						{ name: 'A', conditions: condition(failing, 'string', 'exists'), enabled: true },
					],
				},
			},
			[GOOD],
		);
		expect(run.outputs.map((output) => output.length)).toEqual([1, 0]);
		expect(run.hints).toContainEqual(
			expect.stringMatching(
				/1 of 1 item with a condition taken as not met: 1 with an unreadable value in "A".*Nowhere/,
			),
		);
	});
});

describe('On Bad Data', () => {
	const BAD = { ...GOOD, date: 'soon' };

	it('Stop the Workflow names the field and the item', async () => {
		const run = await classify([GOOD, BAD], { onBadData: 'stop' });
		expect(run.error?.message).toContain('Order Date Field "date" "soon" cannot be read');
		expect(run.error).toMatchObject({ context: { itemIndex: 1 } });
	});

	it('Stop the Workflow becomes a failure item where n8n is told to continue', async () => {
		const run = await runNode('detectLapsed', { options: { onBadData: 'stop' } }, [GOOD, BAD], {
			onError: 'continueRegularOutput',
		});
		const [lapsed, atRisk, lost, active] = run.outputs;
		expect([lapsed, atRisk, lost].flat().some((item) => item?.json.error)).toBe(false);
		expect(active?.at(-1)).toEqual({
			json: { error: 'Order Date Field "date" "soon" cannot be read (item 1)' },
			pairedItem: { item: 1 },
		});
	});

	it.each<[NodeName, object, number, object]>([
		['classifyLifecycle', {}, 1, BAD],
		['detectLapsed', {}, 4, BAD],
		['scoreLead', { rules: RULES }, 1, { ...GOOD, size: 'many' }],
		['splitBySegment', { segments: SEGMENTS }, 2, { ...GOOD, size: 'many' }],
	])(
		'Send to Error Output of %s gives the original fields beside the message',
		async (type, parameters, output, bad) => {
			const run = await runNode(
				type,
				{ ...parameters, options: { onBadData: 'errorOutput' } },
				[{ ...GOOD, size: 60 }, bad],
				{ onError: 'continueErrorOutput' },
			);
			expect(run.outputs[output]).toHaveLength(1);
			expect(run.outputs[output]?.[0]?.json).toMatchObject({
				...bad,
				error: expect.stringContaining('item 1'),
			});
			expect(run.outputs.slice(0, output).flat()).toHaveLength(1);
		},
	);

	it('Send to Error Output without an error output says where to switch it on', async () => {
		const run = await classify([GOOD], { onBadData: 'errorOutput' });
		expect(run.error?.message).toBe(
			'On Bad Data sends items to the error output, but the node has none',
		);
		expect((run.error as { description?: string }).description).toContain(
			'Continue (using error output)',
		);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'a fault of the configuration sends nobody to Lapsed with %s',
		async (onError) => {
			const run = await runNode('detectLapsed', { options: { asOf: 'yesterday' } }, [GOOD, GOOD], {
				onError,
			});
			expect(run.outputs.slice(0, 3).flat()).toEqual([]);
			expect(run.outputs.flat().map(({ json }) => json.error)).toEqual([
				expect.stringContaining('As Of is "yesterday"'),
				expect.stringContaining('As Of is "yesterday"'),
			]);
		},
	);

	it.each<[NodeName, object]>([
		['classifyLifecycle', {}],
		['detectLapsed', {}],
		['scoreLead', { rules: RULES }],
		['splitBySegment', { segments: SEGMENTS }],
	])('an Output Field that would lose the result stops %s at once', async (type, parameters) => {
		const options = { outputField: '__proto__' };
		const run = await runNode(type, { ...parameters, options }, [GOOD]);
		expect(run.error?.message).toBe('Output Field is "__proto__": another name is expected');
	});

	it('an order ID that cannot be read lends nobody the record of another', async () => {
		const run = await runNode('classifyLifecycle', { options: { orderIdField: 'id' } }, [
			{ ...GOOD, id: 1 },
			{ ...GOOD, email: 'other@shop.example', id: { number: 2 } },
			{ ...GOOD, amount: -10, id: 1 },
		]);
		expect(keysOf(run.outputs[0])).toEqual(['good@shop.example']);
		expect(resultOf(run.outputs[0]?.[0], 'lifecycle')).toMatchObject({ orders: 1, totalSpent: 0 });
		expect(run.hints).toContainEqual(expect.stringContaining('1 with an unreadable order ID'));
	});

	it('two unreadable values of one item are one failed item', async () => {
		const twice = ['First', 'Second'].map((name) => ({ ...RULES.values[0], name }));
		const lead = { ...GOOD, size: 'many' };
		const failed = await runNode(
			'scoreLead',
			{ rules: { values: twice }, options: { onBadData: 'errorOutput' } },
			[lead],
			{ onError: 'continueErrorOutput' },
		);
		expect(failed.outputs.map((output) => output.length)).toEqual([0, 1]);

		const skipped = await runNode('scoreLead', { rules: { values: twice } }, [lead]);
		expect(skipped.hints).toEqual([
			expect.stringContaining(
				'1 of 1 lead with a rule left out: 1 with an unreadable value in "First", 1 with',
			),
		]);
	});

	it('an unreadable value meets no condition, is reported and loses no item', async () => {
		const run = await runNode('splitBySegment', { segments: SEGMENTS }, [
			{ ...GOOD, size: 'many' },
			{ ...GOOD, size: '60' },
		]);
		expect(run.outputs.map((output) => output.length)).toEqual([1, 1]);
		expect(run.hints).toEqual([
			expect.stringContaining(
				'1 of 2 items with a condition taken as not met: 1 with an unreadable value in "Big"',
			),
		]);
	});
});
