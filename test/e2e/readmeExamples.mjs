import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { itemsOf } from '../../scripts/host/runData.mjs';
import { projectFolder } from '../../scripts/project/projectFolder.mjs';
import { allOf, buildWorkflow, codeNode, node } from './buildWorkflow.mjs';

const items = (records) => `return ${JSON.stringify(records)}.map((json) => ({ json }));`;
const ORDERS = [
	['2026-08-01', 24.9],
	['2026-08-29', 31],
	['2026-09-26', 27.5],
].map(([date, amount]) => ({ email: 'customer-7@shop.example', date, amount }));
const LEAD = {
	email: 'lead@firm.example',
	company: { employees: 120 },
	industry: 'Retail',
	demoRequested: true,
};
const LAPSED = { email: 'customer-7@shop.example', lifecycle: { stage: 'lapsed' } };

const options = { asOf: '2026-11-22' };
const rule = (name, category, points, ...condition) => ({
	name,
	category,
	points,
	conditions: allOf(condition),
});
const rules = [
	rule('50 employees or more', 'fit', 30, 'company.employees', 'number', 'gte', 50),
	rule('Decides', 'fit', 20, 'jobTitle', 'string', 'contains', 'head of'),
	rule('Asked for a demo', 'engagement', 50, 'demoRequested', 'boolean', 'true', ''),
];
const segment = (name, stage, campaign) => ({
	name,
	conditions: allOf(['lifecycle.stage', 'string', 'equals', stage]),
	campaign,
	channel: 'email',
	enabled: true,
});

const workflow = buildWorkflow(
	'e2e-readme-examples',
	[
		codeNode('Orders', items(ORDERS)),
		node('Classify Lifecycle', 'classifyLifecycle', { options }),
		node('Detect Lapsed', 'detectLapsed', { options }),
		codeNode('Leads', items([LEAD])),
		node('Score Lead', 'scoreLead', {
			rules: { values: rules },
			options: { ...options, modelName: 'B2B', modelVersion: '1' },
		}),
		codeNode('Stages', items([LAPSED])),
		node('Split by Segment', 'splitBySegment', {
			segments: {
				values: [
					segment('Advocates', 'advocate', 'vip-thanks'),
					segment('Lapsed', 'lapsed', 'win-back'),
				],
			},
		}),
	],
	{
		Orders: [['Classify Lifecycle', 'Detect Lapsed', 'Leads']],
		Leads: [['Score Lead', 'Stages']],
		Stages: [['Split by Segment']],
	},
);
// The README shows days in UTC.
workflow.settings.timezone = 'UTC';

export const workflows = [workflow];

/** The JSON that the README shows below the heading of a node. */
function shownBelow(heading) {
	const readme = readFileSync(path.join(projectFolder, 'README.md'), 'utf8');
	const [, below = ''] = readme.split(`### ${heading}\n`);
	return JSON.parse(/```json\n([\s\S]*?)```/.exec(below)[1]);
}

export const title = 'The README';

export async function verify(it, world) {
	const { run } = await world.execute('e2e-readme-examples');
	const outputs = [
		['Classify Lifecycle', 0],
		['Detect Lapsed', 0],
		['Score Lead', 0],
		['Split by Segment', 2],
	];
	for (const [name, output] of outputs) {
		await it(`shows what ${name} gives`, () => {
			assert.deepEqual(
				itemsOf(run, name, output).map(({ json }) => json),
				[shownBelow(name)],
			);
		});
	}
}
