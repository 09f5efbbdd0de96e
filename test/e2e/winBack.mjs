import assert from 'node:assert/strict';
import { itemsOf } from '../../scripts/host/runData.mjs';
import { sourcesOf } from './followLinks.mjs';

const OUTPUTS = [
	['lapsed', ['Late-Three', 'Unsubscribed']],
	['atRisk', ['Late-One', 'Late-Two']],
	['lost', ['Silent-One', 'Silent-Two', 'Gone-One', 'Gone-Two']],
	[
		'active',
		['Weekly-One', 'Weekly-Two', 'Monthly-One', 'Monthly-Two', 'New-One', 'New-Two', 'Holiday'],
	],
];

const mailOf = (mails, name) =>
	mails.find(({ to }) => to === `${name.toLowerCase()}@customers.example`);

export const title = 'Win-Back (workflows/win-back.json)';

export async function verify(it, world) {
	const { run, mails } = await world.execute('win-back');

	await it('puts every customer on the right one of four outputs', () => {
		OUTPUTS.forEach(([status, expected], output) => {
			const items = itemsOf(run, 'Detect Lapsed', output);
			assert.deepEqual(
				items.map(({ json }) => json.firstName).sort(),
				[...expected].sort(),
				status,
			);
			for (const { json } of items) assert.equal(json.lapse.status, status);
		});
	});

	await it('wins back the lapsed, reminds those at risk, and writes to nobody else', () => {
		assert.equal(mails.length, 3);
		assert.equal(mailOf(mails, 'Late-Three').subject, 'We miss you, Late-Three');
		assert.match(mailOf(mails, 'Late-Three').text, /your last order was 75 days ago/);
		for (const name of ['Late-One', 'Late-Two']) {
			assert.equal(mailOf(mails, name).subject, `Time for a new bag, ${name}?`);
		}
	});

	await it('keeps back who unsubscribed, with the reason', () => {
		const [{ json }, ...others] = itemsOf(run, 'Do Not Write');
		assert.deepEqual(others, []);
		assert.deepEqual(
			[json.firstName, json.segment.name, json.segment.suppressedBy],
			['Unsubscribed', 'Lapsed', 'unsubscribed'],
		);
		assert.equal(mailOf(mails, 'Unsubscribed'), undefined);
	});

	await it('passes the lost on to be left in peace', () => {
		assert.equal(itemsOf(run, 'Leave in Peace').length, 4);
		for (const { json } of itemsOf(run, 'Leave in Peace')) {
			assert.equal(json.lapse.suggestedAction, 'leaveInPeace');
			assert.equal(mailOf(mails, json.firstName), undefined);
		}
	});

	await it('links items of every output to their orders', () => {
		OUTPUTS.forEach((_, output) => {
			for (const item of itemsOf(run, 'Detect Lapsed', output)) {
				for (const { json } of sourcesOf(run, 'Detect Lapsed', item, 'Sample Orders')) {
					assert.equal(json.firstName, item.json.firstName);
				}
			}
		});
	});
}
