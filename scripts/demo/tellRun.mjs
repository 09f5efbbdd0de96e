import { executionTimeOf, hintsOf, itemsOf } from '../host/runData.mjs';
import { textTable } from './textTable.mjs';

const MOST_ROWS = 15;
const MOST_ROWS_A_MAIL = 10;
const STAGES = ['prospect', 'customer', 'advocate', 'lapsed', 'lost'];
const DETECT_OUTPUTS = ['Lapsed', 'At Risk', 'Lost', 'Active'];

function section(title, header, rows) {
	console.log(`\n${title}`);
	if (rows.length === 0) console.log('  nobody');
	else console.log(textTable(header, rows.slice(0, MOST_ROWS)));
	if (rows.length > MOST_ROWS) console.log(`  ... and ${rows.length - MOST_ROWS} more`);
}

function average(numbers) {
	const known = numbers.filter((number) => number !== null);
	if (known.length === 0) return '';
	return String(Math.round(known.reduce((sum, number) => sum + number, 0) / known.length));
}

function tellStages(customers) {
	const rows = STAGES.map((stage) => {
		const some = customers.filter(({ lifecycle }) => lifecycle.stage === stage);
		// What went back to somebody who never bought is no spend of a prospect.
		const spent = some.reduce(
			(sum, { lifecycle }) => sum + (lifecycle.orders > 0 ? (lifecycle.totalSpent ?? 0) : 0),
			0,
		);
		return [
			stage,
			some.length,
			Math.round(spent),
			average(some.map(({ lifecycle }) => lifecycle.daysSinceLastOrder)),
		];
	});
	section(
		`${customers.length} customers by lifecycle stage (Classify Lifecycle)`,
		['Stage', 'Customers', 'Spent', 'Days silent (mean)'],
		rows,
	);
}

function tellLapsed(customers) {
	const rows = customers
		.filter(({ lifecycle }) => lifecycle.stage === 'lapsed')
		.map(({ firstName, email, lifecycle }) => [
			firstName || email,
			lifecycle.orders,
			lifecycle.reason,
		]);
	section('Who lapsed', ['Customer', 'Orders', 'Reason'], rows);
}

function tellSilence(run) {
	const rows = DETECT_OUTPUTS.map((name, output) => [
		name,
		itemsOf(run, 'Detect Lapsed', output).length,
	]);
	section('Customers by silence (Detect Lapsed)', ['Output', 'Customers'], rows);
}

function counted(number, noun) {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function tellMails(sent, received) {
	const byId = new Map(received.map((mail) => [mail.messageId, mail]));
	const rowsByMail = new Map();
	for (const { node, messageId } of sent) {
		const mail = byId.get(messageId);
		if (mail)
			rowsByMail.set(node, [...(rowsByMail.get(node) ?? []), [node, mail.to, mail.subject]]);
	}
	const rows = [...rowsByMail.values()].flatMap((some) => some.slice(0, MOST_ROWS_A_MAIL));
	console.log(`\n${counted(received.length, 'mail')} received`);
	if (rows.length > 0) console.log(textTable(['Mail', 'To', 'Subject'], rows));
	for (const [node, { length }] of rowsByMail) {
		if (length > MOST_ROWS_A_MAIL)
			console.log(`  ... and ${length - MOST_ROWS_A_MAIL} more ${node}`);
	}
}

function tellMessages(messages) {
	console.log(`\n${counted(messages.length, 'Telegram message')} received`);
	for (const { chatId, text } of messages) {
		console.log(`  To chat ${chatId}:`);
		console.log(text.trim().replace(/^/gm, '    '));
	}
}

function tellRefused(refused) {
	if (refused.length === 0) return;
	const [{ node, reason }] = refused;
	console.log(`\n${counted(refused.length, 'send')} refused. First: ${node}, ${reason}`);
}

function tellHints(run, workflow) {
	for (const { name } of workflow.nodes) {
		for (const { message } of hintsOf(run, name)) console.log(`\n${name} says: ${message}`);
	}
}

/** Shows what one run of Lifecycle Campaigns did: every figure comes from the run's own data and what was received. */
export function tellRun(run, workflow, sent, { mails, messages }) {
	const customers = itemsOf(run, 'Classify Lifecycle').map(({ json }) => json);
	tellStages(customers);
	tellLapsed(customers);
	tellSilence(run);
	tellMails(sent.mails, mails);
	tellMessages(messages);
	tellRefused(sent.refused);
	tellHints(run, workflow);

	const milliseconds = (name) => `${executionTimeOf(run, name)} ms`;
	const seconds = (Date.parse(run.stoppedAt) - Date.parse(run.startedAt)) / 1000;
	console.log(
		`\nThe run took ${seconds.toFixed(1)} s, of which Classify Lifecycle ${milliseconds('Classify Lifecycle')}, Split by Segment ${milliseconds('Split by Segment')}, Detect Lapsed ${milliseconds('Detect Lapsed')}`,
	);
}
