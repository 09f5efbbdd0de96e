import assert from 'node:assert/strict';
import { hintsOf, itemsOf } from '../../scripts/host/runData.mjs';
import { sourcesOf } from './followLinks.mjs';

const OUTPUTS = [
	[
		'lapsed',
		[
			'New-One',
			'New-Two',
			'New-Three',
			'Regular-One',
			'Regular-Two',
			'Regular-Three',
			'Unsubscribed',
		],
	],
	['atRisk', ['Shopping', 'Second-Cart']],
	['lost', ['Long-Ago']],
	['active', ['Buyer', 'Guest-Buyer', 'Tiny-Cart', 'Sold-Out']],
];
/** By the number of the output; nobody is left for Everyone Else, the first. */
const SEGMENTS = [
	['Everyone Else', []],
	['Suppressed', ['Unsubscribed']],
	['Reminder 1', ['New-One', 'Regular-One']],
	['Reminder 2', ['New-Two', 'Regular-Two']],
	['Last, New', ['New-Three']],
	['Last, Existing', ['Regular-Three']],
];
const SUBJECTS = {
	'New-One': 'Did you forget something, New-One?',
	'Regular-One': 'Did you forget something, Regular-One?',
	'New-Two': 'Still in your cart: Moka Pot',
	'Regular-Two': 'Still in your cart: House Espresso',
	'New-Three': '10 % off your first order, New-Three',
	'Regular-Three': 'Was something not right, Regular-Three?',
};
const MAIL_NODES = [
	'First Reminder Mail',
	'Second Reminder Mail',
	'Last Reminder with Discount',
	'Last Reminder with Question',
];

const names = (items) => items.map(({ json }) => json.firstName).sort();
const address = (name) => `${name.toLowerCase()}@customers.example`;
const reasonsOf = (items) =>
	Object.fromEntries(items.map(({ json }) => [json.firstName, json.lapse.reason]));

export const title = 'Abandoned Cart (workflows/abandoned-cart.json)';

export async function verify(it, world) {
	const { run, mails } = await world.execute('abandoned-cart');
	const textTo = (name) => mails.find(({ to }) => to === address(name)).text;

	await it('puts every customer on the right one of four outputs, once', () => {
		OUTPUTS.forEach(([status, expected], output) => {
			const items = itemsOf(run, 'Detect Lapsed', output);
			assert.deepEqual(names(items), [...expected].sort(), status);
			for (const { json } of items) assert.equal(json.lapse.status, status);
		});
		assert.deepEqual(hintsOf(run, 'Detect Lapsed'), []);
	});

	await it('tells why a cart is reminded of, and why not', () => {
		const told = OUTPUTS.map((_, output) => reasonsOf(itemsOf(run, 'Detect Lapsed', output)));
		const left = 'and no order since; reminder';
		assert.equal(told[0]['New-One'], `Cart of 48.00 EUR left 2 hours ago ${left} 1 of 3 is due.`);
		assert.match(
			told[1]['Second-Cart'],
			/^Cart of 34\.00 EUR left 30 minutes ago; abandoned after/,
		);
		assert.match(told[2]['Long-Ago'], /left in peace after 14 days\.$/);
		assert.deepEqual(told[3], {
			Buyer: 'Ordered 2 hours after the cart.',
			'Guest-Buyer': 'Ordered 2 hours after the cart.',
			'Tiny-Cart': 'The cart of 6.00 EUR is below the minimum of 10.00 EUR.',
			'Sold-Out': 'Nothing of the cart of 90.00 EUR is in stock.',
		});
	});

	await it('sends each of them the reminder that is due, for new or existing customers', () => {
		SEGMENTS.forEach(([segment, expected], output) => {
			const items = itemsOf(run, 'Split by Segment', output);
			assert.deepEqual(names(items), expected, segment);
			if (segment === 'Suppressed') return;
			for (const { json } of items) assert.equal(json.segment.name, segment);
		});
	});

	await it('mails nobody who ordered since, is still shopping, unsubscribed or left long ago', () => {
		assert.deepEqual(
			Object.fromEntries(mails.map(({ to, subject }) => [to, subject])),
			Object.fromEntries(Object.entries(SUBJECTS).map(([name, text]) => [address(name), text])),
		);
		assert.equal(mails.length, 6);
	});

	await it('writes into the mail what was in the cart, what was viewed and the way back', () => {
		assert.match(textTo('New-Two'), /cart of 36\.00 EUR:\s+- Moka Pot\s+- Filter Papers/);
		assert.match(textTo('New-Two'), /You also looked at: House Espresso\./);
		assert.match(textTo('New-Two'), /https:\/\/shop\.example\/cart\/New-Two-1/);
		assert.match(textTo('Regular-Two'), /You also looked at: Descaler\./);
	});

	await it('writes otherwise to existing customers, and gives a discount to new ones only', () => {
		assert.match(textTo('New-One'), /First time with us\?/);
		assert.match(textTo('Regular-One'), /Good to have you back\./);
		assert.match(textTo('Regular-Three'), /you ordered 2 times before/);
		const discounted = mails.filter(({ text }) => text.includes('WELCOME10'));
		assert.deepEqual(
			discounted.map(({ to }) => to),
			[address('New-Three')],
		);
	});

	await it('links every mail to the events of its customer, through Remove Duplicates', () => {
		const reached = MAIL_NODES.flatMap((node) =>
			itemsOf(run, node).map((item) => {
				const events = sourcesOf(run, node, item, 'Sample Events');
				for (const { json } of events) assert.deepEqual([json.email], item.json.envelope.to);
				return [events[0].json.firstName, events.length];
			}),
		);
		assert.deepEqual(Object.fromEntries(reached), {
			'New-One': 3,
			'New-Two': 3,
			'New-Three': 1,
			'Regular-One': 3,
			'Regular-Two': 3,
			'Regular-Three': 3,
		});
	});

	await it('sends nothing again in a second run, though as many reminders are due', async () => {
		const again = await world.execute('abandoned-cart');
		assert.deepEqual(names(itemsOf(again.run, 'Detect Lapsed')), [...OUTPUTS[0][1]].sort());
		assert.deepEqual(itemsOf(again.run, 'Each Reminder Once'), []);
		assert.deepEqual(again.mails, []);
	});
}
