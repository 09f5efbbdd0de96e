import assert from 'node:assert/strict';
import { itemsOf } from '../../scripts/host/runData.mjs';
import { sourcesOf } from './followLinks.mjs';

const EXPECTED = {
	'Lead One': { score: 115, band: 'hot', grade: 'A1' },
	'Lead Two': { score: 90, band: 'hot', grade: 'A2' },
	'Lead Three': { score: 90, band: 'hot', grade: 'A2' },
	'Lead Four': { score: 60, band: 'warm', grade: 'B2' },
	'Lead Five': { score: 60, band: 'warm', grade: 'B2' },
	'Lead Six': { score: 50, band: 'warm', grade: 'A3' },
	'Lead Seven': { score: 35, band: 'cold', grade: 'C2' },
	'Lead Eight': { score: 15, band: 'cold', grade: 'C3' },
	'Lead Nine': { score: 55, band: 'warm', grade: 'A3' },
};

const names = (items) => items.map(({ json }) => json.name).sort();

export const title = 'Hot Lead Alert (workflows/hot-lead-alert.json)';

export async function verify(it, world) {
	const { run, mails, messages } = await world.execute('hot-lead-alert');

	await it('scores, grades and bands every lead', () => {
		const found = itemsOf(run, 'Score Lead').map(({ json: { name, leadScore } }) => {
			const { score, band, grade } = leadScore;
			return [name, { score, band, grade }];
		});
		assert.deepEqual(Object.fromEntries(found), EXPECTED);
	});

	await it('names the fields that a lead does not have', () => {
		const lead = itemsOf(run, 'Score Lead').find(({ json }) => json.name === 'Lead Nine');
		assert.deepEqual([...lead.json.leadScore.missing].sort(), [
			'demoRequested',
			'lastVisitAt',
			'mailClicks',
			'pricingViews',
		]);
	});

	await it('announces on Telegram who has become hot, with the reasons', () => {
		assert.deepEqual(names(itemsOf(run, 'Split by Segment', 2)), ['Lead One', 'Lead Two']);
		assert.equal(messages.length, 2);
		const { text } = messages.find((message) => message.text.includes('Lead One'));
		assert.match(text, /^Call Lead One of Fastlane Freight now: 115 of 115 points, grade A1\./);
		assert.match(text, /• Asked for a Demo \(\+25\)/);
	});

	await it('mails who has become warm, and nobody else', () => {
		assert.deepEqual(mails.map(({ to }) => to).sort(), [
			'lead.five@leads.example',
			'lead.nine@leads.example',
		]);
	});

	await it('keeps back who unsubscribed, though the lead has become warm', () => {
		const left = itemsOf(run, 'Do Not Contact').map(({ json: { name, segment } }) => [
			name,
			segment.name,
			segment.suppressedBy,
		]);
		assert.deepEqual(left, [['Lead Four', 'Warm', 'unsubscribed']]);
	});

	await it('leaves the cold and those already announced with everyone else', () => {
		const rest = names(itemsOf(run, 'Split by Segment', 0));
		assert.deepEqual(rest, ['Lead Eight', 'Lead Seven', 'Lead Six', 'Lead Three']);
	});

	await it('links every message to its lead', () => {
		for (const item of itemsOf(run, 'Call Now')) {
			const [{ json }] = sourcesOf(run, 'Call Now', item, 'Sample Leads');
			assert.ok(item.json.result.text.includes(json.name));
		}
	});
}
