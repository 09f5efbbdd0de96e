import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { hintsOf, itemsOf } from '../../scripts/host/runData.mjs';
import { projectFolder } from '../../scripts/project/projectFolder.mjs';
import { readCsv } from '../../scripts/shop/readCsv.mjs';
import { buildWorkflow, codeNode, node } from './buildWorkflow.mjs';
import { linksOf, sourcesOf } from './followLinks.mjs';

/** By the number of the output; the third is the report. */
const OUTPUTS = [
	['Everyone Else', ['Monthly-One', 'Monthly-Two']],
	['Suppressed', ['Weekly-Three', 'Near-One', 'Near-Four', 'Silent-One', 'Gone-One', 'Holiday']],
	['Report', []],
	['Birthday', ['Birthday-One', 'Birthday-Two']],
	['Telegram Fans', ['Weekly-One', 'Weekly-Two']],
	['Win-Back', ['Silent-Two', 'Silent-Three']],
	['Espresso Fans', ['Near-Two', 'Near-Three']],
];
const REPORT = 2;
const SUPPRESSED = 1;
const LEFT_ALONE = {
	'Weekly-Three': ['Telegram Fans', 'unsubscribed'],
	'Near-One': ['Espresso Fans', 'control'],
	'Near-Four': ['Espresso Fans', 'contactedLately'],
	'Silent-One': ['Win-Back', 'control'],
	'Gone-One': ['Everyone Else', 'lost'],
	Holiday: ['Everyone Else', 'outOfSeason'],
};
const SUBJECTS = {
	'Birthday-One': 'Happy birthday, Birthday-One',
	'Birthday-Two': 'Happy birthday, Birthday-Two',
	'Silent-Two': 'We miss you, Silent-Two',
	'Silent-Three': 'We miss you, Silent-Three',
	'Near-Two': 'An espresso on Saturday, Near-Two?',
	'Near-Three': 'An espresso on Saturday, Near-Three?',
};
/** With those left alone, as the report counts them. */
const SIZES = {
	Birthday: 2,
	'Telegram Fans': 3,
	'Win-Back': 3,
	'Espresso Fans': 4,
	'Everyone Else': 4,
};
const OWNER = 'owner@shop.example';
const OWNER_CHAT = '100200300';
const LONGEST_MESSAGE = 4096;

const names = (items) => items.map(({ json }) => json.firstName).sort();
const address = (name) => `${name.toLowerCase()}@customers.example`;
/** What a mail client shows of HTML, on one line. */
const wordsOf = (html) =>
	html
		.replace(/<[^>]*>/g, ' ')
		.replaceAll('&nbsp;', ' ')
		.replaceAll('&#39;', "'")
		.replace(/\s+/g, ' ');
const percent = (part, all) => `${Math.round((100 * part) / all)} %`;

const FILE = path.resolve(projectFolder, '../shared/data/rfm/rfm_scores_expected.csv');
const hasFile = existsSync(FILE);

/** 995 customers of a real shop with the scores of the R package rfm or, without the file, made-up ones. */
function customers() {
	if (!hasFile) {
		return Array.from({ length: 995 }, (_, n) => ({
			id: `c${n}`,
			days: (n * 577) % 701,
			count: 1 + ((n * 31) % 14),
			spent: (n * 7919) % 1483,
		}));
	}
	return readCsv(FILE).rows.map((row) => ({
		id: row.customer_id,
		days: Number(row.recency_days),
		count: Number(row.transaction_count),
		spent: Number(row.amount),
		rankInR: Number(row.rfm_score),
	}));
}

const SCHEMES = {
	RFM: {
		scheme: 'rfm',
		recencyField: 'days',
		recencyIs: 'days',
		frequencyField: 'count',
		monetaryField: 'spent',
	},
	'Value Tiers': { scheme: 'valueTiers', tierField: 'spent' },
};
const BASE = customers();
const schemeNodes = Object.entries(SCHEMES).flatMap(([name, scheme]) => [
	node(name, 'splitBySegment', {
		...scheme,
		suppressedOutput: true,
		reportOutput: true,
		reportOptions: { revenueField: 'spent', ordersField: 'count' },
	}),
	node(`${name}, Single`, 'splitBySegment', {
		...scheme,
		outputMode: 'single',
		reportOutput: true,
		reportOptions: { reportAs: 'message', revenueField: 'spent', ordersField: 'count' },
	}),
]);

export const workflows = [
	buildWorkflow(
		'e2e-segment-schemes',
		[
			codeNode('Customers', `return ${JSON.stringify(BASE)}.map((json) => ({ json }));`),
			...schemeNodes,
		],
		{ Customers: [schemeNodes.map(({ name }) => name)] },
	),
];

export const title = 'Segment Campaigns (workflows/segment-campaigns.json), RFM and value tiers';

async function verifyExample(it, world) {
	const { run, mails, messages } = await world.execute('segment-campaigns');
	const people = names(itemsOf(run, 'Classify Lifecycle'));
	const toCustomers = mails.filter(({ to }) => to !== OWNER);
	const toChats = messages.filter(({ chatId }) => chatId !== OWNER_CHAT);
	const left = itemsOf(run, 'Split by Segment', SUPPRESSED);

	await it('puts every customer on one output, each on the right one', () => {
		OUTPUTS.forEach(([output, expected], number) => {
			if (number === REPORT) return;
			const items = itemsOf(run, 'Split by Segment', number);
			assert.deepEqual(names(items), [...expected].sort(), output);
			if (number === SUPPRESSED) return;
			for (const { json } of items) assert.equal(json.segment.name, output);
		});
		const all = OUTPUTS.flatMap((_, number) =>
			number === REPORT ? [] : names(itemsOf(run, 'Split by Segment', number)),
		);
		assert.deepEqual(all.sort(), people);
		assert.equal(new Set(all).size, 16);
	});

	await it('tells why somebody is left alone, and which segment they keep', () => {
		const told = left.map(({ json: { firstName, segment } }) => [
			firstName,
			[segment.name, segment.suppressedBy],
		]);
		assert.deepEqual(Object.fromEntries(told), LEFT_ALONE);
		for (const { json } of left) {
			assert.equal(json.segment.suppressed, true);
			assert.notEqual(json.segment.suppressedReason, '');
			assert.equal(json.segment.control === true, json.segment.suppressedBy === 'control');
		}
	});

	await it('mails each group its own message, and nobody else', () => {
		assert.equal(toCustomers.length, Object.keys(SUBJECTS).length);
		assert.deepEqual(
			Object.fromEntries(toCustomers.map(({ to, subject }) => [to, subject])),
			Object.fromEntries(Object.entries(SUBJECTS).map(([name, text]) => [address(name), text])),
		);
		const textTo = (name) => toCustomers.find(({ to }) => to === address(name)).text;
		assert.match(textTo('Silent-Two'), /15 % off espresso is waiting/);
		assert.match(textTo('Silent-Three'), /15 % off any coffee is waiting/);
	});

	await it('thanks the fans in their Telegram chats, and nobody else', () => {
		assert.deepEqual(toChats.map(({ chatId }) => chatId).sort(), ['100200301', '100200302']);
		const { text } = toChats.find(({ chatId }) => chatId === '100200301');
		assert.match(text, /^Hi Weekly-One, 8 orders: thank you!/);
	});

	await it('sends nothing to those left alone, the control group among them', () => {
		for (const { json } of left) {
			assert.ok(!mails.some(({ to }) => to === json.email), json.firstName);
			assert.ok(!messages.some(({ chatId }) => chatId === json.telegramChatId), json.firstName);
			assert.ok(!messages.some(({ text }) => text.startsWith(`Hi ${json.firstName},`)));
		}
	});

	await it('mails the owner a report with the size and share of every segment', () => {
		const reports = mails.filter(({ to }) => to === OWNER);
		assert.equal(reports.length, 1);
		const [{ subject, html }] = reports;
		assert.match(subject, /^Customer segments as of \d{4}-\d\d-\d\d$/);
		const words = wordsOf(html);
		for (const [name, size] of Object.entries(SIZES))
			assert.ok(words.includes(`${name} ${size} people, ${percent(size, 16)} of all`), name);
		assert.match(words, /Left alone 2: 1 contacted lately and 1 in the control group/);
	});

	await it('sends the owner the same on Telegram, in one message', () => {
		const reports = messages.filter(({ chatId }) => chatId === OWNER_CHAT);
		assert.equal(reports.length, 1);
		const [{ text }] = reports;
		assert.ok(text.length <= LONGEST_MESSAGE, `${text.length} characters`);
		for (const [name, size] of Object.entries(SIZES))
			assert.ok(text.includes(`${name}: ${size} people, ${percent(size, 16)} of all`), name);
		assert.doesNotMatch(text, /100200301|lastMailAt/);
	});

	await it('links the report to all customers, and each message to its own', () => {
		const [report] = itemsOf(run, 'Split by Segment', REPORT);
		const linked = linksOf(report).map((i) => itemsOf(run, 'Classify Lifecycle')[i]);
		assert.deepEqual(names(linked), people);
		for (const name of ['Birthday Mail', 'Win-Back Mail', 'Tasting Invitation']) {
			for (const item of itemsOf(run, name)) {
				const orders = sourcesOf(run, name, item, 'Sample Orders');
				assert.ok(orders.length > 0);
				for (const { json } of orders) assert.deepEqual([json.email], item.json.envelope.to);
			}
		}
		for (const item of itemsOf(run, 'Thanks on Telegram')) {
			const [{ json }] = sourcesOf(run, 'Thanks on Telegram', item, 'Sample Orders');
			assert.equal(String(item.json.result.chat.id), json.telegramChatId);
		}
	});
}

async function verifyScheme(it, run, name) {
	const everyId = BASE.map(({ id }) => id).sort();
	const idsOf = (items) => items.map(({ json }) => json.id);
	const outputs = run.data.resultData.runData[name][0].data.main.map((items) => items ?? []);
	const groups = outputs.filter((_, number) => number !== REPORT);
	const single = itemsOf(run, `${name}, Single`);
	const sizes = Object.fromEntries(
		outputs[REPORT].map(({ json: { segmentReport } }) => [segmentReport.name, segmentReport.size]),
	);

	await it(`by ${name} everybody leaves by exactly one output`, () => {
		assert.deepEqual(groups.flatMap(idsOf).sort(), everyId);
		assert.deepEqual(
			[groups[0], groups[1]].map(({ length }) => length),
			[0, 0],
			'Everyone Else, Suppressed',
		);
		groups.forEach((items) =>
			assert.ok(new Set(items.map(({ json }) => json.segment.name)).size <= 1),
		);
	});

	await it(`by ${name} the report counts who left by each output`, () => {
		const counts = groups.flatMap((items) =>
			items.length === 0 ? [] : [[items[0].json.segment.name, items.length]],
		);
		const filled = Object.entries(sizes).filter(([, size]) => size > 0);
		assert.deepEqual(Object.fromEntries(filled), Object.fromEntries(counts));
		outputs[REPORT].forEach((item) =>
			assert.equal(linksOf(item).length, item.json.segmentReport.size),
		);
	});

	await it(`by ${name} a single output holds the same people in the same segments, with one report`, () => {
		assert.deepEqual(
			idsOf(single),
			BASE.map(({ id }) => id),
		);
		const segments = (items) => items.map(({ json }) => `${json.id} ${json.segment.name}`).sort();
		assert.deepEqual(segments(single), segments(groups.flat()));
		const reports = itemsOf(run, `${name}, Single`, 1);
		assert.equal(reports.length, 1);
		const { text, html, segments: told, people } = reports[0].json.segmentReport;
		assert.equal(people, BASE.length);
		assert.deepEqual(Object.fromEntries(told.map((one) => [one.name, one.size])), sizes);
		assert.ok(text.length <= LONGEST_MESSAGE, `${text.length} characters`);
		for (const segment of Object.keys(sizes)) assert.ok(wordsOf(html).includes(segment), segment);
		assert.deepEqual(
			hintsOf(run, `${name}, Single`).filter(({ type }) => type === 'warning'),
			[],
		);
	});

	return single;
}

export async function verify(it, world) {
	await verifyExample(it, world);

	const { run } = await world.execute('e2e-segment-schemes');
	const byRfm = await verifyScheme(it, run, 'RFM');
	await verifyScheme(it, run, 'Value Tiers');

	if (!hasFile) {
		console.log('  scores of the R package skipped (needs ../shared/data/rfm beside the checkout)');
		return;
	}
	await it('by RFM real customers have the scores of the R package rfm', () => {
		const found = byRfm.map(({ json }) => [json.id, json.segment.details.rfm.score]);
		assert.deepEqual(
			found,
			BASE.map(({ id, rankInR }) => [id, rankInR]),
		);
	});
}
