import assert from 'node:assert/strict';
import { executionTimeOf, itemsOf } from '../../scripts/host/runData.mjs';
import { allOf, buildWorkflow, codeNode, node } from './buildWorkflow.mjs';

const ITEMS = 100_000;
/** Switch needs minutes for all of them, so it does the same job on the first ones. */
const SWITCH_ITEMS = 1_000;

const GENERATE = `
const stages = ['prospect', 'customer', 'advocate', 'lapsed', 'lost'];
return Array.from({ length: ${ITEMS} }, (_, n) => ({
	json: { n, stage: stages[n % 5], orders: n % 13, spent: (n * 37) % 1000, email: 'c' + n + (n % 7 ? '@a.example' : '@b.example') },
}));`;

const RULES = [
	{ name: 'Best', condition: ['spent', 'number', 'gt', 900], holds: ({ spent }) => spent > 900 },
	{
		name: 'Advocates',
		condition: ['stage', 'string', 'equals', 'advocate'],
		holds: ({ stage }) => stage === 'advocate',
	},
	{
		name: 'Second Shop',
		condition: ['email', 'string', 'endsWith', '@b.example'],
		holds: ({ email }) => email.endsWith('@b.example'),
	},
	{
		name: 'Many Orders',
		condition: ['orders', 'number', 'gte', 10],
		holds: ({ orders }) => orders >= 10,
	},
	{
		name: 'Lapsed',
		condition: ['stage', 'string', 'equals', 'lapsed'],
		holds: ({ stage }) => stage === 'lapsed',
	},
];

const segments = RULES.map(({ name, condition }) => ({
	name,
	conditions: allOf(condition),
	campaign: name,
	channel: 'none',
	enabled: true,
}));
const switchRules = RULES.map(({ name, condition }) => ({
	conditions: allOf(condition),
	renameOutput: true,
	outputKey: name,
}));

export const workflows = [
	buildWorkflow(
		'e2e-volume',
		[
			codeNode('Generate', GENERATE),
			node('Split by Segment', 'splitBySegment', { segments: { values: segments }, options: {} }),
			node('Limit', 'n8n-nodes-base.limit', { maxItems: SWITCH_ITEMS }),
			node(
				'Switch',
				'n8n-nodes-base.switch',
				{ rules: { values: switchRules }, options: { fallbackOutput: 'extra', ignoreCase: true } },
				{ typeVersion: 3.2 },
			),
		],
		{ Generate: [['Split by Segment', 'Limit']], Limit: [['Switch']] },
	),
];

export const title = `Split by Segment on ${ITEMS.toLocaleString('en')} items`;

export async function verify(it, world) {
	const { run } = await world.execute('e2e-volume');
	const numbers = (name, output) => itemsOf(run, name, output).map(({ json }) => json.n);
	const split = [...RULES.keys(), RULES.length].map((output) =>
		numbers('Split by Segment', output),
	);

	await it('routes every item to the first segment whose rule it meets, in order', () => {
		const expected = split.map(() => []);
		for (const { json } of itemsOf(run, 'Generate')) {
			expected[RULES.findIndex(({ holds }) => holds(json)) + 1].push(json.n);
		}
		assert.deepEqual(split, expected);
	});

	await it(`routes the first ${SWITCH_ITEMS} as n8n's own Switch does`, () => {
		const firstOnes = (list) => list.filter((n) => n < SWITCH_ITEMS);
		RULES.forEach(({ name }, i) =>
			assert.deepEqual(firstOnes(split[i + 1]), numbers('Switch', i), name),
		);
		assert.deepEqual(firstOnes(split[0]), numbers('Switch', RULES.length), 'Everyone Else');
	});

	const time = (name) => `${(executionTimeOf(run, name) / 1000).toFixed(2)} s`;
	console.log(
		`  Split by Segment took ${time('Split by Segment')} for ${ITEMS} items and ${RULES.length} rules`,
	);
	console.log(`  Switch took ${time('Switch')} for ${SWITCH_ITEMS} items and the same rules`);
}
