import { allOf, node } from '../../e2e/buildWorkflow.mjs';
import { leads } from '../records/leads.mjs';
import { timeFor, timesAsFast } from '../report/budgets.mjs';
import { noOperation } from './noOperation.mjs';
import { switchNode } from './switchNode.mjs';

const RULES = [
	['fit', 'company.employees', 'number', 'gte', 50],
	['fit', 'company.employees', 'number', 'gte', 500],
	['fit', 'company.employees', 'number', 'lt', 5],
	['fit', 'company.country', 'string', 'equals', 'de'],
	['fit', 'company.country', 'string', 'equals', 'at'],
	['fit', 'company.industry', 'string', 'equals', 'retail'],
	['fit', 'company.industry', 'string', 'contains', 'soft'],
	['fit', 'jobTitle', 'string', 'contains', 'head'],
	['fit', 'jobTitle', 'string', 'startsWith', 'junior'],
	['fit', 'email', 'string', 'endsWith', '@freemail.example'],
	['engagement', 'visits', 'number', 'gte', 3],
	['engagement', 'visits', 'number', 'gte', 10],
	['engagement', 'pricingViews', 'number', 'gt', 0],
	['engagement', 'mailOpens', 'number', 'gte', 5],
	['engagement', 'mailClicks', 'number', 'gte', 1],
	['engagement', 'mailClicks', 'number', 'gte', 4],
	['engagement', 'lastForm', 'string', 'equals', 'demo'],
	['engagement', 'lastForm', 'string', 'equals', 'newsletter'],
	['engagement', 'source', 'string', 'startsWith', 'partner'],
	['engagement', 'source', 'string', 'notEquals', 'import'],
].map(([category, ...condition], i) => ({
	name: `Rule ${i + 1}`,
	category,
	points: 5,
	conditions: allOf(condition),
}));

const scoreLead = (rules) =>
	node('Score Lead', 'scoreLead', { rules: { values: RULES.slice(0, rules) }, options: {} });

const editFields = node(
	'Edit Fields',
	'n8n-nodes-base.set',
	{
		assignments: {
			assignments: [
				{
					id: 'points',
					name: 'points',
					type: 'number',
					value: '={{ $json.company.employees >= 50 ? 5 : 0 }}',
				},
			],
		},
		includeOtherFields: true,
		options: {},
	},
	{ typeVersion: 3.4 },
);

/**
 * Score Lead with twenty rules beside Edit Fields with an expression that is worth one of them, and
 * beside Switch with the same twenty.
 */
export function scoreGroup(scale) {
	const items = 100_000 * scale;
	const ours = { node: scoreLead(20), items };
	return {
		makeRecords: leads,
		comparisons: [
			{
				work: '20 rules',
				ours,
				// All the leads would keep Edit Fields busy for half a minute.
				peer: { node: editFields, items: items / 20 },
				budget: timeFor(100_000, 600),
			},
			{
				work: '20 rules',
				ours,
				// All the leads would keep Switch busy for minutes.
				peer: { node: switchNode(RULES), items: items / 100 },
				budget: timesAsFast(1_000),
			},
		],
		growth: [
			{
				by: 'leads',
				steps: [
					{ size: items / 10, run: { ...ours, items: items / 10 } },
					{ size: items, run: ours },
				],
			},
			{
				by: 'rules',
				steps: [
					{ size: 5, run: { node: scoreLead(5), items } },
					{ size: 10, run: { node: scoreLead(10), items } },
					{ size: 20, run: ours },
				],
			},
		],
		heaps: [ours, { node: noOperation, items }],
	};
}
