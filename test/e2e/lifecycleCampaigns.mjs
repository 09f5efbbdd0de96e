import assert from 'node:assert/strict';
import { itemsOf } from '../../scripts/host/runData.mjs';
import { sourcesOf } from './followLinks.mjs';

const EXPECTED = {
	prospect: ['Refund'],
	customer: [
		'Monthly-One',
		'Monthly-Two',
		'New-One',
		'New-Two',
		'Late-One',
		'Late-Two',
		'Late-Three',
		'Holiday',
	],
	advocate: ['Weekly-One', 'Weekly-Two'],
	lapsed: ['Silent-One', 'Silent-Two', 'Unsubscribed'],
	lost: ['Gone-One', 'Gone-Two'],
};
const SEGMENTS = [
	['Everyone Else', ['Monthly-One', 'Monthly-Two', 'Late-One', 'Late-Two', 'Late-Three', 'Refund']],
	['Suppressed', ['Gone-One', 'Gone-Two', 'Holiday', 'Unsubscribed']],
	['New Customers', ['New-One', 'New-Two']],
	['Advocates', ['Weekly-One', 'Weekly-Two']],
	['Lapsed', ['Silent-One', 'Silent-Two']],
];
const LEFT_ALONE = {
	'Gone-One': ['Everyone Else', 'lost'],
	'Gone-Two': ['Everyone Else', 'lost'],
	Holiday: ['Everyone Else', 'outOfSeason'],
	Unsubscribed: ['Lapsed', 'unsubscribed'],
};
const MAILS = [
	{
		node: 'Second Purchase Mail',
		to: ['New-One', 'New-Two'],
		subject: /^How was your first order, (New-One|New-Two)\?$/,
	},
	{
		node: 'Thank You Mail',
		to: ['Weekly-One', 'Weekly-Two'],
		subject: /^Thank you for (8|7) orders, (Weekly-One|Weekly-Two)$/,
	},
	{
		node: 'Win-Back Mail',
		to: ['Silent-One', 'Silent-Two'],
		subject: /^We miss you, (Silent-One|Silent-Two)$/,
	},
];

const names = (items) => items.map(({ json }) => json.firstName).sort();
const address = (name) => `${name.toLowerCase()}@customers.example`;

export const title = 'Lifecycle Campaigns (workflows/lifecycle-campaigns.json)';

export async function verify(it, world) {
	const { run, mails, messages } = await world.execute('lifecycle-campaigns');

	await it('puts every customer in the right stage', () => {
		for (const [stage, expected] of Object.entries(EXPECTED)) {
			const found = itemsOf(run, 'Classify Lifecycle').filter(
				({ json }) => json.lifecycle.stage === stage,
			);
			assert.deepEqual(names(found), [...expected].sort(), stage);
		}
	});

	await it('knows the holiday buyer by season', () => {
		const holiday = itemsOf(run, 'Classify Lifecycle').find(
			({ json }) => json.firstName === 'Holiday',
		).json.lifecycle;
		assert.deepEqual([holiday.buyerType, holiday.suggestedGoal], ['seasonal', 'waitForSeason']);
	});

	await it('puts every customer on the right output of Split by Segment', () => {
		SEGMENTS.forEach(([segment, expected], output) => {
			const items = itemsOf(run, 'Split by Segment', output);
			assert.deepEqual(names(items), [...expected].sort(), segment);
			if (segment === 'Suppressed') return;
			for (const { json } of items) assert.equal(json.segment.name, segment);
		});
	});

	await it('mails each group its own message, and nobody else', () => {
		const expected = MAILS.flatMap(({ to }) => to.map(address)).sort();
		assert.deepEqual(mails.map(({ to }) => to).sort(), expected);
		for (const { to, subject } of MAILS) {
			for (const name of to)
				assert.match(mails.find((mail) => mail.to === address(name)).subject, subject);
		}
	});

	await it('writes the figures of the node into the mail', () => {
		const { text } = mails.find(({ to }) => to === address('Silent-One'));
		assert.match(
			text,
			/your last order was 120 days ago\. We used to see you about every 30 days\./,
		);
	});

	await it('never mails the lost, the unsubscribed and those out of season, and tells why', () => {
		const left = itemsOf(run, 'Leave in Peace').map(({ json: { firstName, segment } }) => [
			firstName,
			[segment.name, segment.suppressedBy],
		]);
		assert.deepEqual(Object.fromEntries(left), LEFT_ALONE);
		for (const name of Object.keys(LEFT_ALONE))
			assert.ok(!mails.some(({ to }) => to === address(name)), name);
	});

	await it('tells the owner on Telegram who is at risk', () => {
		assert.equal(messages.length, 1);
		const [{ chatId, text }] = messages;
		assert.equal(chatId, '100200300');
		assert.match(text, /^3 of your customers may be drifting away/);
		assert.match(
			text,
			/• Late-One: Last order 50 days ago; expects one every 30 days, lapsed after 90\./,
		);
		for (const name of ['Late-One', 'Late-Two', 'Late-Three'])
			assert.ok(text.includes(`• ${name}: `), name);
	});

	await it('links every mail to the orders of its customer', () => {
		for (const { node } of MAILS) {
			for (const item of itemsOf(run, node)) {
				const orders = sourcesOf(run, node, item, 'Sample Orders');
				const { lifecycle } = sourcesOf(run, node, item, 'Split by Segment')[0].json;
				assert.equal(orders.length, lifecycle.orders);
				for (const { json } of orders) assert.deepEqual([json.email], item.json.envelope.to);
			}
		}
	});
}
