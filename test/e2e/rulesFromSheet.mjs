import assert from 'node:assert/strict';
import { itemsOf } from '../../scripts/host/runData.mjs';
import { buildWorkflow, codeNode, node } from './buildWorkflow.mjs';
import { linksOf } from './followLinks.mjs';

const items = (records) => `return ${JSON.stringify(records)}.map((json) => ({ json }));`;

const LEADS = [
	{ email: 'ann@leads.example', employees: 120, industry: 'Logistics', demos: 2, post: 'CEO' },
	{ email: 'bob@leads.example', employees: 20, industry: 'Retail', demos: 0, post: 'Buyer' },
	{ email: 'cid@rival.example', employees: 500, industry: 'Logistics', demos: 1, post: 'Director' },
];
/** Rows as Google Sheets gives them, with a rule of two conditions and one that sets the band. */
const ROWS = [
	{ Rule: 'Large', Field: 'employees', Operator: 'at least', Value: '50', Points: '20' },
	{ Rule: 'Logistics boss', Field: 'industry', Operator: 'is', Value: 'Logistics', Points: 30 },
	{ Rule: 'Logistics boss', Field: 'post', Operator: 'is one of', Value: 'CEO, COO' },
	{ Rule: 'Demos', Field: 'demos', Operator: 'each', Points: 10, Times: 3 },
	{ Rule: 'Rival', Field: 'email', Operator: 'ends with', Value: '@rival.example', Band: 'cold' },
	{ Rule: 'Hot From', Value: 60 },
].map((row, i) => ({ row_number: i + 2, ...row }));

const score = (settings = {}, parameters = {}) =>
	node('Score Lead', 'scoreLead', { modelSource: 'table', options: {}, ...parameters }, settings);
const noop = (name) => node(name, 'n8n-nodes-base.noOp');
const both = {
	'Run Now': [['Leads', 'Rules']],
	Leads: [['Score Lead']],
	Rules: [[['Score Lead', 1]]],
};

/** Leads and rules on two branches, unless `wires` says otherwise. */
const workflow = (
	id,
	rules,
	{ settings, wires = both, more = [], leads = LEADS, parameters } = {},
) =>
	buildWorkflow(
		id,
		[
			codeNode('Leads', items(leads)),
			codeNode('Rules', items(rules)),
			score(settings, parameters),
			...more,
		],
		wires,
	);

const WRONG = ROWS.map((row) => (row.Rule === 'Large' ? { ...row, Points: 'many' } : row));

export const workflows = [
	workflow('e2e-sheet', ROWS),
	workflow('e2e-sheet-rules-first', ROWS, {
		wires: { ...both, 'Run Now': [['Rules', 'Leads']] },
	}),
	workflow('e2e-sheet-as-json', ROWS, { parameters: { output: 'model' } }),
	workflow('e2e-sheet-empty', []),
	workflow('e2e-sheet-away', ROWS, { wires: { 'Run Now': [['Leads']], Leads: [['Score Lead']] } }),
	workflow('e2e-sheet-wrong', WRONG),
	workflow('e2e-sheet-no-leads', ROWS, { leads: [] }),
	workflow('e2e-sheet-empty-go-on', [], {
		settings: { onError: 'continueRegularOutput' },
		wires: { ...both, 'Score Lead': [['Scored']] },
		more: [noop('Scored')],
	}),
	workflow('e2e-sheet-empty-error-output', [], {
		settings: { onError: 'continueErrorOutput' },
		wires: { ...both, 'Score Lead': [['Scored'], ['Not Scored']] },
		more: [noop('Scored'), noop('Not Scored')],
	}),
];

export const title = 'Score Lead by the rules of a sheet at its second input';

const EXPECTED = {
	'ann@leads.example': [70, 'hot'],
	'bob@leads.example': [0, 'cold'],
	'cid@rival.example': [30, 'cold'],
};

const scores = (run) =>
	Object.fromEntries(
		itemsOf(run, 'Score Lead').map(({ json: { email, leadScore } }) => [
			email,
			[leadScore.score, leadScore.band],
		]),
	);

export async function verify(it, world) {
	const { run } = await world.execute('e2e-sheet');

	await it('scores each lead by the rows, and links it to its lead', () => {
		assert.deepEqual(scores(run), EXPECTED);
		itemsOf(run, 'Score Lead').forEach((item, i) => assert.deepEqual(linksOf(item), [i]));
		const [ann, , cid] = itemsOf(run, 'Score Lead').map(({ json }) => json.leadScore);
		assert.equal(ann.maxScore, 80);
		assert.deepEqual(
			ann.reasons.map(({ rule, points }) => [rule, points]),
			[
				['Logistics boss', 30],
				['Large', 20],
				['Demos', 20],
			],
		);
		assert.equal(cid.bandSetBy.rule, 'Rival');
	});

	await it('does so whichever branch comes first', async () => {
		assert.deepEqual(scores((await world.execute('e2e-sheet-rules-first')).run), EXPECTED);
	});

	await it('gives the sheet as a model to paste', async () => {
		const [item, ...others] = itemsOf((await world.execute('e2e-sheet-as-json')).run, 'Score Lead');
		assert.deepEqual(others, []);
		assert.deepEqual(
			item.json.leadModel.rules.map(({ name }) => name),
			['Large', 'Logistics boss', 'Demos'],
		);
		assert.equal(item.json.leadModel.bands.hotFrom, 60);
	});

	for (const [id, what] of [
		['e2e-sheet-empty', 'gives no row'],
		['e2e-sheet-away', 'is not connected'],
	]) {
		await it(`says that there are no rules where the sheet ${what}`, async () => {
			await assert.rejects(
				world.execute(id),
				/stopped at "Score Lead": The table at the input Model .*has no rows.*Connect a node that gives the rows/,
			);
		});
	}

	await it('names row and column of what it cannot read', async () => {
		await assert.rejects(world.execute('e2e-sheet-wrong'), /row 2 \(item 1\).*Points.*many/);
	});

	await it('scores nobody where no leads come in', async () => {
		const none = await world.execute('e2e-sheet-no-leads');
		assert.deepEqual(itemsOf(none.run, 'Score Lead'), []);
	});

	for (const id of ['e2e-sheet-empty-go-on', 'e2e-sheet-empty-error-output']) {
		await it(`passes leads on unscored where On Error lets it go on, and keeps why (${id})`, async () => {
			// n8n passes on what came in when a node cannot work at all, to the first output either way.
			const { run: goneOn } = await world.execute(id);
			assert.deepEqual(
				itemsOf(goneOn, 'Scored').map(({ json }) => json),
				LEADS,
			);
			const [{ error }] = goneOn.data.resultData.runData['Score Lead'];
			assert.match(error.message, /The table at the input Model .*has no rows/);
		});
	}
}
