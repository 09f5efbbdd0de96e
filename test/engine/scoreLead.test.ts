import type { LeadScore } from '../../nodes/core/lead/LeadScore';
import { condition, resultOf, sourcesOf } from './resultOf';
import { runNode } from './runWorkflow';

const rule = (name: string, category: string, points: number, conditions: object) => ({
	name,
	category,
	points,
	conditions,
});

const RULES = {
	values: [
		rule(
			'50 employees or more',
			'fit',
			30,
			condition('={{ $json.company.employees }}', 'number', 'gte', 50),
		),
		rule('Retail', 'fit', 10, condition('={{ $json["industry"] }}', 'string', 'equals', 'retail')),
		rule('Asked for a demo', 'engagement', 40, condition('={{ $json.demo }}', 'boolean', 'true')),
		rule(
			'Free mail address',
			'fit',
			-10,
			condition('={{ $json.email.endsWith("@freemail.example") }}', 'boolean', 'true'),
		),
		rule(
			'Opened a mail',
			'engagement',
			20,
			condition('={{ $json.tags }}', 'array', 'contains', 'opened'),
		),
	],
};

const HOT = {
	email: 'Hot@Firm.example',
	company: { employees: '120' },
	industry: 'Retail',
	demo: true,
	tags: ['opened'],
};

async function scores(leads: object[], options: object = {}) {
	const run = await runNode('scoreLead', { rules: RULES, options }, leads);
	return {
		run,
		scores: (run.outputs[0] ?? []).map((item) => resultOf<LeadScore>(item, 'leadScore')),
	};
}

describe('Score Lead in the engine', () => {
	it('explains every point', async () => {
		const {
			run,
			scores: [hot],
		} = await scores([HOT], { modelName: 'B2B', modelVersion: 2 });
		expect(hot).toMatchObject({
			leadKey: 'hot@firm.example',
			score: 100,
			maxScore: 100,
			fit: { points: 40, max: 40 },
			engagement: { points: 60, max: 60 },
			grade: 'A1',
			band: 'hot',
			missing: [],
			model: { name: 'B2B', version: '2' },
		});
		expect(hot?.reasons).toMatchObject([
			{ rule: 'Asked for a demo', category: 'engagement', points: 40, evidence: 'demo is true' },
			{
				rule: '50 employees or more',
				category: 'fit',
				points: 30,
				evidence: 'company.employees is 120 (at least 50)',
			},
			{
				rule: 'Opened a mail',
				category: 'engagement',
				points: 20,
				evidence: 'tags is ["opened"] (contains opened)',
			},
			{ rule: 'Retail', category: 'fit', points: 10, evidence: 'industry is Retail' },
		]);
		expect(run.outputs[0]?.[0]?.json).toMatchObject(HOT);
	});

	it('tells bands, grades and what is missing', async () => {
		const {
			scores: [cold, warm],
		} = await scores([
			{ email: 'someone@freemail.example' },
			{
				email: 'b@firm.example',
				company: { employees: 60 },
				industry: 'steel',
				demo: false,
				tags: ['opened'],
			},
		]);
		expect(cold).toMatchObject({
			score: 0,
			grade: 'C3',
			band: 'cold',
			missing: ['company.employees', 'industry', 'demo', 'tags'],
		});
		expect(warm).toMatchObject({ score: 50, grade: 'A2', band: 'warm', missing: [] });
	});

	it('caps fit and engagement, and keeps the bands in percent of what can be reached', async () => {
		const {
			scores: [hot],
		} = await scores([HOT], { fitMax: 20, engagementMax: 30, hotFrom: 100, warmFrom: 50 });
		expect(hot).toMatchObject({
			score: 50,
			maxScore: 50,
			fit: { points: 20, max: 20 },
			engagement: { points: 30, max: 30 },
			band: 'hot',
		});
	});

	it('tells a changed band from a mapped field, and links each lead to its own item', async () => {
		const { run, scores: found } = await scores(
			[
				{ ...HOT, was: 'warm' },
				{ ...HOT, was: 'HOT' },
				{ ...HOT, was: '' },
			],
			{ previousBandField: 'was' },
		);
		expect(found.map(({ bandChanged }) => bandChanged)).toEqual([true, false, null]);
		expect(run.outputs[0]?.map(sourcesOf)).toEqual([[0], [1], [2]]);
	});
});
