import { node } from '../e2e/buildWorkflow.mjs';
import { limits } from './shop.mjs';

/** Mails are sent and confirmed so many at a time, so that no more can be told twice after a crash. */
export const BATCH = 25;
export const CAMPAIGN = 'Win-Back';
const MEMORY = 'Customer Memory';
/** The data table that tells who was told. */
export const CONTACTS = `${MEMORY} Contacts`;

const memory = {
	memory: 'dataTable',
	memoryTable: { __rl: true, mode: 'name', value: MEMORY },
};
/** The time of the shop, so that claims run out without waiting for it. */
const options = { asOf: "={{ $('Clock').first().json.now }}" };

/** What the mail tells of where it comes from. */
const LETTER =
	'={{ JSON.stringify({ episode: $json.lapse.claim?.episode, execution: $execution.id }) }}';

/**
 * The win-back campaign as a shop would run it on a schedule, only more often: lapsed customers are claimed, mailed in
 * batches, and confirmed; mails that were turned away are given back.
 */
export function winBackWorkflow({ shopUrl, everySeconds, memoryCredential, smtpCredential }) {
	const credentials = { customerMemoryApi: memoryCredential };
	const get = (name, address) =>
		node(
			name,
			'n8n-nodes-base.httpRequest',
			{ url: `${shopUrl}${address}`, options: {} },
			{ typeVersion: 4.2 },
		);
	const confirm = (name, outcome) =>
		node(
			name,
			'detectLapsed',
			{ operation: 'confirm', outcome, ...memory, options },
			{ credentials },
		);
	// Two rules of the same time start two executions at once.
	const rule = { field: 'seconds', secondsInterval: everySeconds };
	const nodes = [
		node(
			'Schedule',
			'n8n-nodes-base.scheduleTrigger',
			{ rule: { interval: [rule, rule] } },
			{ typeVersion: 1.2 },
		),
		get('Clock', '/clock'),
		get('Orders', '/orders'),
		node(
			'Detect Lapsed',
			'detectLapsed',
			{
				method: 'fixedWindow',
				...limits,
				...memory,
				tellOnce: 'claim',
				contactRules: { claimMinutes: 60 },
				options: { ...options, orderIdField: 'orderId' },
			},
			{ credentials },
		),
		node(
			'In Batches',
			'n8n-nodes-base.splitInBatches',
			{ batchSize: BATCH, options: {} },
			{ typeVersion: 3 },
		),
		node(
			'Send Email',
			'n8n-nodes-base.emailSend',
			{
				fromEmail: 'shop@shop.example',
				toEmail: '={{ $json.email }}',
				subject: CAMPAIGN,
				emailFormat: 'text',
				text: LETTER,
				options: { appendAttribution: false },
			},
			{
				typeVersion: 2.1,
				onError: 'continueErrorOutput',
				credentials: { smtp: smtpCredential },
			},
		),
		// Of two branches n8n runs the upper one first: what was not sent is given back before the next batch.
		{ ...confirm('Not Sent', 'notSent'), position: [1200, -200] },
		{ ...confirm('Confirm Sent', 'sent'), position: [1200, 200] },
	];
	const wires = {
		Schedule: [['Clock']],
		Clock: [['Orders']],
		Orders: [['Detect Lapsed']],
		'Detect Lapsed': [['In Batches']],
		'In Batches': [[], ['Send Email']],
		'Send Email': [['Confirm Sent'], ['Not Sent']],
		'Confirm Sent': [['In Batches']],
	};
	const connections = Object.entries(wires).map(([from, outputs]) => [
		from,
		{ main: outputs.map((names) => names.map((name) => ({ node: name, type: 'main', index: 0 }))) },
	]);
	return {
		name: CAMPAIGN,
		nodes,
		connections: Object.fromEntries(connections),
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none' },
	};
}
