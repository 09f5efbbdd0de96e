import type { IConnections, IDataObject, INode } from 'n8n-workflow';

import { whereEquals } from '../nodes/workingModes';
import { runWorkflow, SENDER, type NodeRun } from './runWorkflow';

const PACKAGE = 'n8n-nodes-customer-segmentation';
const NOW = '2026-11-28T09:00:00Z';

const person = (email: string, more: object = {}) => ({
	email,
	date: '2026-09-01',
	amount: 20,
	...more,
});

function node(
	name: string,
	type: string,
	parameters: object = {},
	more: Partial<INode> = {},
): INode {
	return {
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		...more,
	};
}

/** A win-back campaign: Detect Lapsed, a node that sends, and Confirm Sent behind it. */
class WinBack {
	readonly memory: IDataObject = {};

	constructor(
		private readonly setup: {
			claim?: string;
			detect?: object;
			confirm?: object;
			send?: Partial<INode>;
			/** Output by which Split by Segment leads on. */
			output?: number;
			/** Nodes between the one that claims and the one that sends. */
			between?: readonly INode[];
			/** Nodes between the one that sends and Confirm Sent. */
			behind?: readonly INode[];
		} = {},
	) {}

	async run(records: readonly object[], asOf = NOW): Promise<(name: string) => NodeRun> {
		const { claim = '', detect, confirm, send, output = 0, between = [], behind = [] } = this.setup;
		const memory = { memory: 'workflow', options: { asOf } };
		const chain = [
			node('Source', 'source'),
			node('Detect Lapsed', `${PACKAGE}.detectLapsed`, {
				operation: 'detect',
				source: 'custom',
				method: 'fixedWindow',
				tellOnce: 'claim',
				...memory,
				...detect,
			}),
			...between,
			node('Send', SENDER, {}, send),
			...behind,
			node('Confirm', `${PACKAGE}.detectLapsed`, {
				operation: 'confirm',
				claim,
				...memory,
				...confirm,
			}),
		];
		const connections: IConnections = {};
		chain.slice(1).forEach(({ name }, i) => {
			const before = chain[i]!.name;
			const skipped = before === 'Split by Segment' ? output : 0;
			connections[before] = {
				main: [
					...Array.from({ length: skipped }, () => []),
					[{ node: name, type: 'main', index: 0 }],
				],
			};
		});
		return await runWorkflow({ nodes: chain, connections }, records, 'Source', {}, this.memory);
	}

	/** What left Confirm Sent, item by item. */
	async confirmations(records: readonly object[], asOf = NOW): Promise<NodeRun> {
		const run = await this.run(records, asOf);
		const confirm = run('Confirm');
		expect(confirm.error).toBeUndefined();
		return confirm;
	}
}

const confirmed = ({ outputs }: NodeRun) => outputs[0]!.map(({ json }) => json.confirmation);

/** All hints but the one of every run in the editor. */
const hintsOf = ({ hints }: NodeRun) =>
	hints.filter((hint) => !hint.startsWith('This is a test run'));

const people = [
	person('ann@shop.example'),
	person('ben@shop.example', { mailbox: 'full' }),
	person('cleo@shop.example'),
];

describe('Confirm Sent in the engine of n8n', () => {
	it('finds the claims of items that the node that sends made anew', async () => {
		const campaign = new WinBack({});
		const run = await campaign.confirmations(people);
		expect(run.outputs[0]!.map(({ json: { messageId, error } }) => messageId ?? error)).toEqual([
			'm0',
			'The mailbox is full',
			'm2',
		]);
		expect(run.outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(confirmed(run)).toMatchObject([
			{
				customer: 'ann@shop.example',
				campaign: 'Win-Back',
				number: 1,
				outcome: 'sent',
				wasNews: true,
			},
			{ customer: 'ben@shop.example', outcome: 'notSent', wasNews: true },
			{ customer: 'cleo@shop.example', outcome: 'sent', toldTwice: false },
		]);
		expect(hintsOf(run)).toEqual([
			'1 item taken for not sent, as "error" says what went wrong: offered again in the next run.',
		]);
		// The next run offers whom the message did not reach, and nobody else.
		const next = await campaign.confirmations(people.map(({ email }) => person(email)));
		expect(confirmed(next)).toMatchObject([{ customer: 'ben@shop.example', outcome: 'sent' }]);
	});

	it('finds them through nodes of others on both sides', async () => {
		const campaign = new WinBack({
			between: [node('Wait', 'n8n-nodes-base.wait')],
			behind: [node('Log', 'n8n-nodes-base.noOp')],
		});
		expect(confirmed(await campaign.confirmations(people))).toMatchObject([
			{ customer: 'ann@shop.example' },
			{ customer: 'ben@shop.example' },
			{ customer: 'cleo@shop.example' },
		]);
	});

	it.each([
		['of both nodes where two claim one after the other', 1, 'Win-Back', ['Swiss']],
		['of the node before where the nearest has claimed nothing', 0, 'Win-Back', undefined],
	])('finds the claims %s', async (_name, output, campaign, others) => {
		const split = node('Split by Segment', `${PACKAGE}.splitBySegment`, {
			memory: 'workflow',
			tellOnce: 'claim',
			segments: {
				values: [{ name: 'Swiss', enabled: true, conditions: whereEquals('city', 'Bern') }],
			},
			options: { asOf: NOW },
		});
		const winBack = new WinBack({ output, between: [split] });
		const city = output === 1 ? 'Bern' : 'Oslo';
		const run = await winBack.confirmations([person('ann@shop.example', { city })]);
		expect(confirmed(run)).toMatchObject([
			{
				customer: 'ann@shop.example',
				campaign,
				wasNews: true,
				...(others && {
					others: others.map((other) => ({ campaign: other, outcome: 'sent', wasNews: true })),
				}),
			},
		]);
		expect(hintsOf(run)).toEqual([]);
	});

	it('takes the claim that an expression gives', async () => {
		const campaign = new WinBack({
			claim: "={{ $('Detect Lapsed').all()[1].json.lapse.claim }}",
		});
		expect(confirmed(await campaign.confirmations(people))).toMatchObject([
			{ customer: 'ben@shop.example', outcome: 'sent' },
			{ customer: 'ben@shop.example' },
			{ customer: 'ben@shop.example' },
		]);
	});

	it('gives back whom the error output brings', async () => {
		const campaign = new WinBack({ confirm: { outcome: 'notSent' } });
		const run = await campaign.confirmations(people);
		expect(confirmed(run)).toMatchObject([
			{ outcome: 'notSent', wasNews: true },
			{ outcome: 'notSent', wasNews: true },
			{ outcome: 'notSent', wasNews: true },
		]);
		expect(hintsOf(run)).toEqual([]);
		expect(confirmed(await campaign.confirmations(people))).toHaveLength(3);
	});

	it('gives back whom the node before passed on as they came, as it does when it could not run', async () => {
		const campaign = new WinBack({ send: { onError: 'continueRegularOutput' } });
		const late = [person('ann@shop.example', { mailbox: 'broken' }), person('ben@shop.example')];
		const run = await campaign.confirmations(late);
		expect(confirmed(run)).toMatchObject([
			{ customer: 'ann@shop.example', outcome: 'notSent', wasNews: true },
			{ customer: 'ben@shop.example', outcome: 'notSent', wasNews: true },
		]);
		expect(hintsOf(run)).toEqual([
			expect.stringMatching(/^2 items taken for not sent: .* give Claim here/),
		]);
		expect(confirmed(await campaign.confirmations(late))).toHaveLength(2);
	});

	it('counts whom the node before passed on as sent, where Claim says so', async () => {
		const campaign = new WinBack({
			send: { onError: 'continueRegularOutput' },
			claim: '={{ $json.lapse.claim }}',
		});
		const run = await campaign.confirmations([
			person('ann@shop.example', { mailbox: 'broken' }),
			person('ben@shop.example'),
		]);
		expect(confirmed(run)).toMatchObject([{ outcome: 'sent' }, { outcome: 'sent' }]);
		expect(hintsOf(run)).toEqual([]);
	});

	it('counts items without a claim and lets them pass', async () => {
		const campaign = new WinBack({ detect: { tellOnce: 'off' } });
		const run = await campaign.confirmations([person('ann@shop.example')]);
		expect(confirmed(run)).toEqual([{ outcome: 'noClaim' }]);
		expect(hintsOf(run)).toEqual([
			expect.stringMatching(/^1 item without a claim: nothing was taken down of it\. Give Claim/),
		]);
	});

	it('says where the claims are of another memory', async () => {
		const other = new WinBack({
			claim:
				'={{ { customer: "x", campaign: "Win-Back", subject: "", id: "r", episode: "e", channel: null, number: 1 } }}',
		});
		const strange = await other.confirmations(people.slice(0, 1));
		expect(hintsOf(strange)).toEqual([
			expect.stringMatching(/^1 claim not in this memory: choose the same Memory here/),
		]);
	});

	it('stops where there is no memory', async () => {
		const campaign = new WinBack({ confirm: { memory: 'fields' } });
		const run = await campaign.run(people);
		expect(run('Confirm').error).toMatchObject({
			message: 'There is no memory to work on: Memory is Fields of the Items',
		});
	});
});
