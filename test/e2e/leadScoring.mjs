import assert from 'node:assert/strict';
import { executionTimeOf, hintsOf, itemsOf } from '../../scripts/host/runData.mjs';
import { sourcesOf } from './followLinks.mjs';
import { dataTableNamed } from './dataTableNamed.mjs';

const ID = 'lead-scoring';

/** By first name: band, what set it, and the band of last time. */
const EXPECTED = {
	Nora: ['hot', null, null],
	Ben: ['hot', null, 'warm'],
	Carla: ['hot', null, 'hot'],
	Dan: ['cold', 'Works for a competitor', null],
	Eva: ['cold', null, null],
	Finn: ['cold', 'Unsubscribed or gave no consent', null],
	Gita: ['hot', 'Asked for an offer', null],
	Hana: ['cold', null, null],
	Ivo: ['warm', null, 'cold'],
	Jana: ['hot', 'Asked for an offer', null],
	Kim: ['warm', null, null],
	Leo: ['cold', 'Mails come back', null],
};
const ANNOUNCED = ['Ben', 'Jana', 'Nora'];

const scoreOf = (run, name) =>
	itemsOf(run, 'Score Lead').find(({ json }) => json.firstname === name).json.leadScore;
const firstNames = (items) =>
	items.map(({ json }) => json.firstname ?? json.name.split(' ')[0]).sort();
const pointsOf = ({ reasons }, rule) => reasons.find((reason) => reason.rule === rule)?.points;

export const title = 'Lead Scoring (workflows/lead-scoring.json), twice in the editor';

async function rowsOfSheet(editor) {
	const { id, projectId } = await dataTableNamed(editor, 'Lead Scores');
	const rows = await editor.get(`/rest/projects/${projectId}/data-tables/${id}/rows?take=100`);
	return (await rows.json()).data.data;
}

export async function verify(it, world) {
	const editor = await world.openEditor();
	const { run, mails, messages } = await world.executeInEditor(ID);
	const messageTo = (name) => messages.find(({ text }) => text.startsWith(`Call ${name}`)).text;

	await it('bands every lead, by points or by what sets the band', () => {
		const found = itemsOf(run, 'Score Lead').map(({ json: { firstname, leadScore } }) => {
			const { band, bandSetBy, previousBand } = leadScore;
			return [firstname, [band, bandSetBy?.rule ?? null, previousBand]];
		});
		assert.deepEqual(Object.fromEntries(found), EXPECTED);
	});

	await it('makes nobody hot by either side alone', () => {
		const kim = scoreOf(run, 'Kim');
		assert.deepEqual([kim.fit, kim.engagement.points], [{ points: 80, max: 80 }, 0]);
		const eva = scoreOf(run, 'Eva');
		assert.equal(eva.fit.points, 0);
		assert.ok(eva.engagement.points > 20);
		const mailbox = eva.reasons.find(({ rule }) => rule === 'Private mail address');
		assert.equal(mailbox.pointsAfterDecay, -10);
	});

	await it('counts the rules that the user added to the template', () => {
		const nora = scoreOf(run, 'Nora');
		assert.equal(nora.model.name, 'Dockside B2B');
		assert.ok(pointsOf(nora, 'Still Uses Spreadsheets') > 0);
		const used = nora.reasons.find(({ rule }) => rule === 'Used the Savings Calculator');
		// Four of thirty days of a half-life: 8 * 0.5 ** (4 / 30).
		assert.equal(used.pointsAfterDecay, 7.29);
		assert.equal(used.evidence, 'savings_calculator once, 4 days ago');
		assert.equal(pointsOf(scoreOf(run, 'Ivo'), 'Used the Savings Calculator'), undefined);
	});

	await it('announces who became hot, once, and nobody who is to be left alone', () => {
		assert.deepEqual(mails, []);
		assert.deepEqual(messages.map(({ text }) => text.split(' ')[1]).sort(), ANNOUNCED);
		assert.deepEqual(firstNames(itemsOf(run, 'To Be Left Alone?', 0)), ['Gita']);
	});

	await it('writes the reasons into the message, the weightiest first', () => {
		const ben = messageTo('Ben');
		const { score, maxScore, grade, reasons } = scoreOf(run, 'Ben');
		const [heading, , ...lines] = ben.split('\n');
		assert.equal(
			heading,
			`Call Ben Ortiz (Head of Logistics) of Hafner & Söhne <Lager> now: ${score} of ${maxScore} points, grade ${grade}, was warm.`,
		);
		assert.deepEqual(
			lines.filter((line) => line.startsWith('•')),
			reasons
				.slice(0, 8)
				.map(({ rule, points, evidence }) => `• ${rule} (+${points}): ${evidence}`),
		);
		assert.match(ben, /• Had a demo \(\+20\): demo once, 2 days ago/);
		assert.match(ben, /• Decides on the purchase \(\+15\): .*Head of Logistics/);
	});

	await it('says why somebody with few points is hot', () => {
		assert.match(messageTo('Jana'), /\nHot because: Asked for an offer\n/);
		assert.match(messageTo('Jana'), /\njana\.pohl@brightmill\.example$/);
		assert.doesNotMatch(messageTo('Nora'), /Hot because|, was /);
	});

	await it('links every message to its lead', () => {
		for (const item of itemsOf(run, 'Call Now')) {
			const [{ json }] = sourcesOf(run, 'Call Now', item, 'Score Lead');
			assert.ok(item.json.result.text.startsWith(`Call ${json.firstname} ${json.lastname} `));
		}
	});

	await it('keeps everybody in the sheet, with score, band and reasons', async () => {
		const rows = await rowsOfSheet(editor);
		assert.equal(rows.length, 12);
		for (const row of rows) {
			const [firstname] = row.name.split(' ');
			const { score, grade, band } = scoreOf(run, firstname);
			assert.deepEqual([row.score, row.grade, row.lead_band], [score, grade, band], firstname);
		}
		const rowOf = (name) => rows.find((row) => row.name.startsWith(name));
		assert.equal(rowOf('Dan').reasons, 'Works for a competitor');
		assert.match(
			rowOf('Ivo').reasons,
			/^In a target sector \(\+15\); 51 employees or more \(\+15\); /,
		);
		assert.equal(rowOf('Nora').email, 'nora.keller@alpenfracht.example');
	});

	await it('tells in few words which fields it recognised and what did not happen', () => {
		const hints = hintsOf(run, 'Score Lead').map(({ message }) => message);
		assert.match(hints[0], /^Recognised: .*Employees from "numberofemployees"/);
		assert.match(hints.join('\n'), /^No activity counts for "Read the blog"/m);
		for (const hint of hints) assert.ok(hint.length < 500, hint);
	});

	await it('announces nobody again in a second run, by the bands of the sheet', async () => {
		const again = await world.executeInEditor(ID);
		assert.deepEqual(again.messages, []);
		const previous = itemsOf(again.run, 'Score Lead').map(({ json }) => [
			json.firstname,
			json.leadScore.previousBand,
		]);
		const bands = Object.entries(EXPECTED).map(([name, [band]]) => [name, band]);
		assert.deepEqual(Object.fromEntries(previous), Object.fromEntries(bands));
		for (const { json } of itemsOf(again.run, 'Score Lead')) {
			assert.equal(json.leadScore.bandChanged, false, json.firstname);
		}
		assert.equal((await rowsOfSheet(editor)).length, 12);
	});

	console.log(`  Score Lead took ${executionTimeOf(run, 'Score Lead')} ms for 12 leads`);
}
