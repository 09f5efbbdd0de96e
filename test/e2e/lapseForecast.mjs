import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { executionTimeOf, hintsOf, itemsOf } from '../../scripts/host/runData.mjs';
import { listenOnLoopback } from '../../scripts/loopback/listenOnLoopback.mjs';
import { atEnd } from '../../scripts/process/lifetime.mjs';
import { projectFolder } from '../../scripts/project/projectFolder.mjs';
import { buildWorkflow, node } from './buildWorkflow.mjs';
import { sourcesOf } from './followLinks.mjs';
import { shownBelow } from './shownBelow.mjs';

const FILE = path.resolve(projectFolder, '../shared/data/cdnow/transactions.csv');
const hasFile = existsSync(FILE);

/** So many are written to in one run: those with most value at risk. */
const MOST = 20;
const STATUSES = ['lapsed', 'atRisk', 'lost', 'active'];

const smtp = { credentials: { smtp: { id: 'demoSmtp', name: 'Demo SMTP' } }, typeVersion: 2.1 };

const detect = (name, parameters, options) =>
	node(name, 'detectLapsed', {
		watch: 'purchases',
		source: 'sheet',
		customerField: 'sample_id',
		orderDateField: 'date',
		amountField: 'spend',
		...parameters,
		options: { asOf: '1998-07-01T00:00:00', ...options },
	});

const workflow = (url) =>
	buildWorkflow(
		'e2e-lapse-forecast',
		[
			node(
				'CDNOW',
				'n8n-nodes-base.httpRequest',
				{ url, options: { response: { response: { responseFormat: 'file' } } } },
				{ typeVersion: 4.2 },
			),
			node('Rows', 'n8n-nodes-base.extractFromFile', { operation: 'csv', options: {} }),
			detect(
				'Detect Lapsed',
				{ operation: 'detect', method: 'predictive' },
				{ mostLapsedPerRun: MOST },
			),
			node(
				'Win-Back Mail',
				'n8n-nodes-base.emailSend',
				{
					fromEmail: 'hello@shop.example',
					toEmail: '=customer-{{ $json.lapse.customerKey }}@customers.example',
					subject: '=We miss you ({{ $json.lapse.valueAtRisk }})',
					emailFormat: 'text',
					text: '={{ $json.lapse.reason }}',
					options: { appendAttribution: false },
				},
				smtp,
			),
			detect('Backtest', { operation: 'backtest' }),
			node(
				'Report by Mail',
				'n8n-nodes-base.emailSend',
				{
					fromEmail: 'hello@shop.example',
					toEmail: 'owner@shop.example',
					subject: 'Who is really gone',
					emailFormat: 'html',
					html: '={{ $json.backtest.html }}',
					options: { appendAttribution: false },
				},
				smtp,
			),
			node(
				'Report by Telegram',
				'n8n-nodes-base.telegram',
				{
					chatId: '77',
					text: '={{ $("Backtest").item.json.backtest.text }}',
					additionalFields: { appendAttribution: false },
				},
				{
					typeVersion: 1.2,
					credentials: { telegramApi: { id: 'demoTelegram', name: 'Demo Telegram' } },
				},
			),
			detect(
				'Detect by Saved Forecast',
				{ operation: 'detect', method: 'predictive' },
				{ forecast: '={{ $("Backtest").first().json.backtest.forecast }}' },
			),
			node(
				'Orders Again',
				'n8n-nodes-base.code',
				{
					jsCode: 'return $("Rows").all();',
				},
				{ typeVersion: 2 },
			),
		],
		{
			CDNOW: [['Rows']],
			Rows: [['Detect Lapsed', 'Backtest']],
			'Detect Lapsed': [['Win-Back Mail']],
			Backtest: [['Report by Mail']],
			'Report by Mail': [['Report by Telegram']],
			'Report by Telegram': [['Orders Again']],
			'Orders Again': [['Detect by Saved Forecast']],
		},
	);

async function shopWorkflow() {
	const server = await listenOnLoopback((_request, response) => {
		response.writeHead(200, { 'content-type': 'text/csv' });
		createReadStream(FILE).pipe(response);
	});
	atEnd(server.stop);
	const built = workflow(`${server.url}/transactions.csv`);
	built.settings.timezone = 'UTC';
	return built;
}

export const workflows = hasFile ? [await shopWorkflow()] : [];

export const title = "CDNOW's orders: forecasts, the top 20 by value at risk, and a look back";

export async function verify(it, world) {
	if (!hasFile) {
		console.log('  skipped (needs ../shared/data/cdnow beside the checkout)');
		return;
	}
	const { run, mails, messages } = await world.execute('e2e-lapse-forecast');
	const outputs = [0, 1, 2, 3, 4].map((output) => itemsOf(run, 'Detect Lapsed', output));
	const verdicts = outputs.map((items) => items.map(({ json }) => json.lapse));

	await it('judges every customer once, on the output of their status', () => {
		assert.equal(new Set(verdicts.flat().map(({ customerKey }) => customerKey)).size, 2357);
		assert.equal(verdicts.flat().length, 2357);
		STATUSES.forEach((status, output) => {
			assert.ok(verdicts[output].length > 0, status);
			for (const verdict of verdicts[output]) assert.equal(verdict.status, status);
		});
	});

	await it('gives everybody who buys all year round a probability, orders and money to expect', () => {
		const bySeason = verdicts.flat().filter(({ reason }) => /buys by season/.test(reason));
		assert.ok(bySeason.length < 20, `${bySeason.length} customers by season`);
		for (const verdict of verdicts.flat()) {
			if (bySeason.includes(verdict)) continue;
			const { returnProbability: p, expectedOrders, expectedValue, valueAtRisk } = verdict;
			assert.ok(p > 0 && p < 1, `probability ${p}`);
			assert.ok(expectedOrders >= p - 1e-3, `orders ${expectedOrders} below ${p}`);
			assert.ok(expectedValue >= 0);
			assert.equal(valueAtRisk > 0, verdict.totalSpent > 0);
			assert.equal(verdict.horizonDays, 90);
		}
	});

	await it(`writes to the ${MOST} lapsed with most value at risk, the highest first`, () => {
		const isLapsed = ({ status }) => status === 'lapsed';
		const all = [...verdicts[0], ...verdicts[4]].filter(isLapsed);
		const top = all.sort((one, other) => other.valueAtRisk - one.valueAtRisk).slice(0, MOST);
		const keysOf = (list) => list.map(({ customerKey }) => customerKey);
		assert.deepEqual(keysOf(verdicts[0]), keysOf(top));
		const winBacks = mails.filter(({ to }) => to.startsWith('customer-'));
		assert.deepEqual(
			winBacks.map(({ to }) => to),
			keysOf(top).map((key) => `customer-${key}@customers.example`),
		);
		for (const { text } of winBacks) assert.match(text, /% likely to order within 90 days/);
	});

	await it('marks the others for later and holds back nobody else', () => {
		for (const { held, status, suggestedAction } of verdicts[4]) {
			assert.deepEqual([held, status, suggestedAction], ['later', 'lapsed', 'later']);
		}
		for (const { held } of verdicts.slice(0, 4).flat()) assert.equal(held, null);
	});

	await it('links customers to their orders', () => {
		for (const item of outputs[0]) {
			const orders = sourcesOf(run, 'Detect Lapsed', item, 'Rows');
			for (const { json } of orders) assert.equal(json.sample_id, item.json.lapse.customerKey);
			assert.ok(orders.length > 0);
		}
	});

	await it('looks back and finds forecasts better than any window or rhythm', () => {
		const [{ json }] = itemsOf(run, 'Backtest');
		const { recommended, settings, calibration, customers } = json.backtest;
		assert.equal(recommended.method, 'predictive');
		assert.equal(customers, 3 * 2357);
		for (const setting of settings) {
			assert.ok(setting.balancedAccuracy <= recommended.balancedAccuracy, setting.label);
		}
		assert.ok(calibration.brier < 0.11, `Brier ${calibration.brier}`);
	});

	await it('sends the report by mail and by Telegram', () => {
		const report = mails.find(({ to }) => to === 'owner@shop.example');
		assert.match(report.html, /Predictive/);
		assert.equal(messages.length, 1);
		assert.match(messages[0].text, /Predictive/);
	});

	await it('judges alike by the forecast that the backtest gave', () => {
		const saved = [0, 1, 2, 3].flatMap((output) =>
			itemsOf(run, 'Detect by Saved Forecast', output).map(({ json }) => json.lapse),
		);
		const statusOf = new Map(saved.map((one) => [one.customerKey, one.status]));
		for (const { customerKey, status } of verdicts.flat()) {
			assert.equal(statusOf.get(customerKey), status, customerKey);
		}
	});

	await it('gives what the README shows of a customer', () => {
		const all = itemsOf(run, 'Detect by Saved Forecast').map(({ json }) => json.lapse);
		const shown = shownBelow('Detect Lapsed', 1);
		const verdict = all.find(({ customerKey }) => customerKey === '0028');
		const given = Object.fromEntries(Object.keys(shown).map((key) => [key, verdict[key]]));
		assert.deepEqual(given, shown);
	});

	await it('tells who is held back, and of orders that may be doubles', () => {
		const [doubles, held, turns, ...more] = hintsOf(run, 'Detect Lapsed').map(
			({ message }) => message,
		);
		assert.match(doubles, /^21 orders with the same customer, date and amount as another/);
		assert.equal(held, `${verdicts[4].length} items left on Held Back: "held" tells why.`);
		assert.match(turns, /^Most Lapsed per Run lets the same customers go first in every run/);
		assert.deepEqual(more, []);
	});

	for (const name of ['Detect Lapsed', 'Backtest']) {
		console.log(`  ${name} took ${(executionTimeOf(run, name) / 1000).toFixed(2)} s`);
	}
}
