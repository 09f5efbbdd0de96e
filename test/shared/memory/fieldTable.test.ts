import { CONTACT_SCHEMA } from '../../../nodes/core/memory/contactSchema';
import { CUSTOMER_SCHEMA } from '../../../nodes/core/memory/customerSchema';
import { FieldTable } from '../../../nodes/shared/memory/FieldTable';

const ANNA = { customer: 'anna@shop.example', stage: 'customer', orders: 2 };

describe('A memory in a field', () => {
	it('writes a short text without the customer, which the item tells', async () => {
		const texts = new Map<string, string>();
		const table = new FieldTable(texts, CUSTOMER_SCHEMA);
		expect(await table.write([{ before: undefined, values: ANNA }])).toEqual([true]);
		expect([...texts]).toEqual([
			['anna@shop.example', '{"v":1,"rows":[{"stage":"customer","orders":2}]}'],
		]);
	});

	it('reads what was written back, and changes only that', async () => {
		const texts = new Map<string, string>();
		await new FieldTable(texts, CUSTOMER_SCHEMA).write([{ before: undefined, values: ANNA }]);
		const later = new FieldTable(new Map(texts), CUSTOMER_SCHEMA);
		const [before] = await later.read(['anna@shop.example']);
		expect(before!.values).toMatchObject({ ...ANNA, segment: null });
		const change = { before, values: { customer: ANNA.customer, orders: 3 } };
		expect(await later.write([change])).toEqual([true]);
		expect(await later.write([change])).toEqual([false]);
		expect((await later.read('all'))[0]!.values).toMatchObject({ stage: 'customer', orders: 3 });
	});

	it('holds several rows of a customer where the key asks for it', async () => {
		const texts = new Map<string, string>();
		const table = new FieldTable(texts, CONTACT_SCHEMA);
		const contact = (campaign: string) => ({
			before: undefined,
			values: { customer: 'anna@shop.example', campaign, subject: '', contacts: 1 },
		});
		expect(await table.write([contact('spring'), contact('autumn'), contact('spring')])).toEqual([
			true,
			true,
			false,
		]);
		expect(await table.read(['anna@shop.example', 'nobody'])).toHaveLength(2);
		expect(await table.forget(['anna@shop.example'])).toBe(2);
		expect(texts.size).toBe(0);
	});

	it.each([
		'nonsense',
		'null',
		'[]',
		'{"v":1}',
		'{"v":2,"rows":[]}',
		'{"v":1,"rows":[{"orders":[1]}]}',
	])('takes %s for nothing remembered, tells of it, and writes anew', async (text) => {
		const texts = new Map([['anna@shop.example', text]]);
		const table = new FieldTable(texts, CUSTOMER_SCHEMA);
		expect(await table.read(['anna@shop.example'])).toEqual([]);
		expect([...table.unreadable]).toEqual(['anna@shop.example']);
		expect(await table.write([{ before: undefined, values: ANNA }])).toEqual([true]);
		expect(await table.read(['anna@shop.example'])).toHaveLength(1);
	});
});
