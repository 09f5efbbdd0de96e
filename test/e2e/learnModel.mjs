import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { executionTimeOf, hintsOf, itemsOf } from '../../scripts/host/runData.mjs';
import { listenOnLoopback } from '../../scripts/loopback/listenOnLoopback.mjs';
import { atEnd } from '../../scripts/process/lifetime.mjs';
import { projectFolder } from '../../scripts/project/projectFolder.mjs';
import { buildWorkflow, node } from './buildWorkflow.mjs';
import { linksOf, sourcesOf } from './followLinks.mjs';

const FILE = path.resolve(projectFolder, '../shared/data/leads/bank_marketing_full.csv.gz');
const hasFile = existsSync(FILE);
const BANK = 'e2e-bank-marketing';

const bankWorkflow = (url) =>
	buildWorkflow(
		BANK,
		[
			node(
				'Contacts',
				'n8n-nodes-base.httpRequest',
				{ url, options: { response: { response: { responseFormat: 'file' } } } },
				{ typeVersion: 4.2 },
			),
			node('Rows', 'n8n-nodes-base.extractFromFile', { operation: 'csv', options: {} }),
			node('Learn Model', 'scoreLead', {
				operation: 'learn',
				outcomeField: 'y',
				leaveOut: 'duration',
				options: {},
			}),
			node(
				'Rows Again',
				'n8n-nodes-base.code',
				{ jsCode: 'return $("Rows").all();' },
				{ typeVersion: 2 },
			),
			node('Score Lead', 'scoreLead', {
				leadField: '',
				modelSource: 'json',
				modelJson: '={{ $("Learn Model").first().json.leadModel }}',
				options: {},
			}),
		],
		{
			Contacts: [['Rows']],
			Rows: [['Learn Model']],
			'Learn Model': [['Rows Again']],
			'Rows Again': [['Score Lead']],
		},
	);

async function serveBank() {
	const server = await listenOnLoopback((_request, response) => {
		response.writeHead(200, { 'content-type': 'text/csv' });
		createReadStream(FILE).pipe(createGunzip()).pipe(response);
	});
	atEnd(server.stop);
	return bankWorkflow(`${server.url}/bank.csv`);
}

export const workflows = hasFile ? [await serveBank()] : [];

export const title =
	'Learn Lead Model (workflows/learn-lead-model.json), and real contacts of a bank';

async function verifyExample(it, world) {
	const { run, mails, messages } = await world.execute('learn-lead-model');
	const [learned] = itemsOf(run, 'Learn Model');
	const { leadModel, learning } = learned.json;
	const scored = itemsOf(run, 'Score Lead').map(({ json }) => [json.name, json.leadScore]);
	const scoreOf = Object.fromEntries(scored);

	await it('learns from all past leads what the sample put into them', () => {
		assert.equal(learning.leads, 400);
		assert.equal(linksOf(learned).length, 400);
		const ranked = learning.drivers.map(({ field }) => field);
		assert.deepEqual([...ranked].sort(), ['demos', 'employees', 'industry', 'source', 'visits']);
		const best = Object.fromEntries(learning.drivers.map(({ field, best }) => [field, best.name]));
		assert.equal(best.demos, 'demos is 1');
		assert.equal(best.industry, 'industry is Logistics');
		assert.equal(leadModel.name, 'Learned from Past Leads');
		assert.ok(learning.quality.auc > 0.7, `AUC ${learning.quality.auc}`);
	});

	await it('does not learn from what is left out, nor from who they are', () => {
		const text = JSON.stringify(leadModel);
		assert.doesNotMatch(text, /dealAmount|past\.lead|outcome/);
	});

	await it('mails the report to the owner, and nothing to leads', () => {
		assert.equal(mails.length, 1);
		assert.equal(mails[0].to, 'owner@shop.example');
		assert.equal(mails[0].subject, 'What makes a customer: learned from 400 leads');
		assert.match(mails[0].html, /industry is Logistics/);
		assert.match(mails[0].html, /<table/);
	});

	await it('scores new leads by what was learned, with how probable a customer is', () => {
		assert.deepEqual(
			Object.entries(scoreOf).map(([name, { band }]) => [name, band === 'hot']),
			[
				['Lead One', true],
				['Lead Two', false],
				['Lead Three', false],
				['Lead Four', true],
				['Lead Five', false],
			],
		);
		const { 'Lead One': best, 'Lead Two': worst, 'Lead Five': sparse } = scoreOf;
		assert.ok(best.probability > 0.8 && worst.probability < 0.2);
		assert.equal(best.model.name, 'Learned from Past Leads');
		assert.deepEqual([...sparse.missing].sort(), ['demos', 'employees', 'source']);
		assert.ok(sparse.askNext.points > 0);
	});

	await it('announces the hot ones on Telegram, with points, probability and reasons', () => {
		assert.equal(messages.length, 2);
		const { score, probability, reasons } = scoreOf['Lead One'];
		const { text } = messages.find((message) => message.text.includes('Lead One'));
		assert.equal(
			text,
			[
				`Call Lead One: ${score} of 100 points, ${Math.round(100 * probability)} % likely to become a customer.`,
				'',
				...reasons.map(({ rule, points }) => `• ${rule} (+${points})`),
				'',
				'lead.one@leads.example',
			].join('\n'),
		);
		assert.match(text, /• industry is Logistics \(\+\d+\)/);
	});

	await it('links every message to its new lead', () => {
		for (const item of itemsOf(run, 'Call Now')) {
			const [{ json }] = sourcesOf(run, 'Call Now', item, 'New Leads');
			assert.ok(item.json.result.text.includes(json.email));
		}
	});

	await it('learns the same in a second run', async () => {
		const again = await world.execute('learn-lead-model');
		assert.deepEqual(itemsOf(again.run, 'Learn Model')[0].json, learned.json);
	});
}

async function verifyBank(it, world) {
	const { run } = await world.execute(BANK);
	const [learned, ...others] = itemsOf(run, 'Learn Model');
	const { learning } = learned.json;
	const scored = itemsOf(run, 'Score Lead').map(({ json }) => json);

	await it('learns from 45,211 contacts about as well as a regression can', () => {
		assert.deepEqual(others, []);
		assert.equal(learning.leads, 45_211);
		assert.equal(learning.outcomes, 5_289);
		// The regression of the literature, without "duration", has 0.7779 on leads it has not seen.
		assert.ok(learning.quality.auc > 0.765, `AUC ${learning.quality.auc}`);
		assert.doesNotMatch(JSON.stringify(learned.json.leadModel), /duration/);
	});

	await it('scores every contact by it, and those with more points became customers more often', () => {
		assert.equal(scored.length, 45_211);
		const rateOf = (wanted) => {
			const some = scored.filter(({ leadScore }) => leadScore.band === wanted);
			assert.ok(some.length > 100, `${some.length} ${wanted}`);
			return some.filter(({ y }) => y === 'yes').length / some.length;
		};
		const [hot, warm, cold] = ['hot', 'warm', 'cold'].map(rateOf);
		assert.ok(hot > 2 * warm && warm > cold, `${hot}, ${warm}, ${cold}`);
		const expected = scored.reduce((sum, { leadScore }) => sum + leadScore.probability, 0);
		assert.ok(Math.abs(expected - 5_289) < 300, `${expected} customers expected`);
	});

	await it('counts as many hot and warm ones as the report said', () => {
		for (const { band, leads } of learning.bands) {
			assert.equal(scored.filter(({ leadScore }) => leadScore.band === band).length, leads, band);
		}
	});

	await it('links the model to all contacts, and each score to its own', () => {
		assert.equal(linksOf(learned).length, 45_211);
		itemsOf(run, 'Score Lead').forEach((item, i) => assert.deepEqual(linksOf(item), [i]));
	});

	for (const name of ['Learn Model', 'Score Lead']) {
		const seconds = (executionTimeOf(run, name) / 1000).toFixed(2);
		console.log(`  ${name} took ${seconds} s for 45,211 contacts`);
		for (const { message } of hintsOf(run, name)) console.log(`    ${message.slice(0, 200)}`);
	}
}

export async function verify(it, world) {
	await verifyExample(it, world);
	if (hasFile) await verifyBank(it, world);
	else console.log('  bank contacts skipped (needs ../shared/data/leads beside the checkout)');
}
