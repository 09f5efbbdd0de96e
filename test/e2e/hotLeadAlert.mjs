import assert from 'node:assert/strict';
import { itemsOf } from '../../scripts/host/runData.mjs';
import { sourcesOf } from './followLinks.mjs';

const EXPECTED = {
	'Priya Raman': { score: 115, band: 'hot', grade: 'A1' },
	'Tomas Alves': { score: 90, band: 'hot', grade: 'A2' },
	'Lena Vogt': { score: 90, band: 'hot', grade: 'A2' },
	'Sam Okoye': { score: 60, band: 'warm', grade: 'B2' },
	'Marta Nowak': { score: 60, band: 'warm', grade: 'B2' },
	'Jin Park': { score: 50, band: 'warm', grade: 'A3' },
	'Aino Salo': { score: 35, band: 'cold', grade: 'C2' },
	'Rafael Costa': { score: 15, band: 'cold', grade: 'C3' },
	'Grace Lim': { score: 55, band: 'warm', grade: 'A3' },
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
		const grace = itemsOf(run, 'Score Lead').find(({ json }) => json.name === 'Grace Lim');
		assert.deepEqual([...grace.json.leadScore.missing].sort(), [
			'demoRequested',
			'lastVisitAt',
			'mailClicks',
			'pricingViews',
		]);
	});

	await it('announces on Telegram who has become hot, with the reasons', () => {
		assert.deepEqual(names(itemsOf(run, 'Split by Segment', 1)), ['Priya Raman', 'Tomas Alves']);
		assert.equal(messages.length, 2);
		const { text } = messages.find((message) => message.text.includes('Priya'));
		assert.match(text, /^Call Priya Raman of Fastlane Freight now: 115 of 115 points, grade A1\./);
		assert.match(text, /• Asked for a Demo \(\+25\)/);
	});

	await it('mails who has become warm, and nobody else', () => {
		assert.deepEqual(mails.map(({ to }) => to).sort(), [
			'grace.lim@leads.example',
			'marta.nowak@leads.example',
			'sam.okoye@leads.example',
		]);
	});

	await it('leaves the cold and those already announced with everyone else', () => {
		const rest = names(itemsOf(run, 'Split by Segment', 0));
		assert.deepEqual(rest, ['Aino Salo', 'Jin Park', 'Lena Vogt', 'Rafael Costa']);
	});

	await it('links every message to its lead', () => {
		for (const item of itemsOf(run, 'Call Now')) {
			const [{ json }] = sourcesOf(run, 'Call Now', item, 'Sample Leads');
			assert.ok(item.json.result.text.includes(json.name));
		}
	});
}
