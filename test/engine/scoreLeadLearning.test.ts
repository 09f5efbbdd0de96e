import type { LeadModel } from '../../nodes/core/lead/LeadModel';
import type { LeadScore } from '../../nodes/core/lead/LeadScore';
import { bankLeads } from '../core/learning/bankLeads';
import { AS_OF, score } from './leadScores';
import { resultOf, sourcesOf } from './resultOf';

/** What is drawn: the same each time, and unlike any order of the rows. */
function draws(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

interface PastLead {
	email: string;
	job: string;
	visits: number;
	colour: string;
	y: string;
}

/** Past leads of whom bosses and frequent visitors became customers more often; colour tells nothing. */
function pastLeads(count: number, seed = 7): PastLead[] {
	const draw = draws(seed);
	return Array.from({ length: count }, (_, i) => {
		const job = draw() < 0.4 ? 'boss' : 'intern';
		const visits = Math.floor(draw() * 12);
		const chance = 0.05 + (job === 'boss' ? 0.35 : 0) + visits * 0.04;
		return {
			email: `lead${i}@firm.example`,
			job,
			visits,
			colour: ['red', 'blue', 'green'][Math.floor(draw() * 3)]!,
			y: draw() < chance ? 'yes' : 'no',
		};
	});
}

const LEARN = { operation: 'learn', outcomeField: 'y' };

async function learn(leads: readonly object[], parameters: object = {}) {
	const { run, told } = await score({ ...LEARN, ...parameters }, leads);
	const [item] = run.outputs[0] ?? [];
	return {
		run,
		told,
		item,
		model: item ? resultOf<LeadModel>(item, 'leadModel') : undefined,
		report: item ? resultOf<Record<string, unknown>>(item, 'learning') : undefined,
	};
}

const byLearned = (modelJson: unknown) => ({
	modelSource: 'json',
	modelJson,
	options: { asOf: AS_OF },
});

const SOME = pastLeads(600);

describe('Learn Model', () => {
	it('gives one item with a model and a report, linked to all leads', async () => {
		const { run, item, model, report } = await learn(SOME, {
			options: { modelName: 'Learned', modelVersion: '1' },
		});
		expect(run.outputs.flat()).toHaveLength(1);
		expect(sourcesOf(item)).toEqual(SOME.map((_, i) => i));
		expect(model).toMatchObject({ name: 'Learned', version: '1' });
		expect(report).toMatchObject({
			leads: SOME.length,
			outcomes: SOME.filter(({ y }) => y === 'yes').length,
		});
	});

	it('finds what counts, and leaves out what tells nothing', async () => {
		const { model, report } = await learn(SOME);
		const rules = model!.rules.map(({ name }) => name);
		expect(rules.some((name) => name.includes('boss'))).toBe(true);
		expect(rules.some((name) => name.includes('visits'))).toBe(true);
		expect(rules.some((name) => name.includes('lead0@'))).toBe(false);
		const { auc } = report!.quality as { auc: number };
		expect(auc).toBeGreaterThan(0.65);
		expect(auc).toBeLessThan(0.9);
	});

	it('tells what leads do from who they are', async () => {
		const { model } = await learn(SOME);
		const categoryOf = (word: string) =>
			new Set(model!.rules.filter(({ name }) => name.includes(word)).map((one) => one.category));
		expect(categoryOf('visits')).toEqual(new Set(['engagement']));
		expect(categoryOf('boss')).toEqual(new Set(['fit']));
		const named = await learn(SOME, { engagementFields: 'job' });
		expect(named.model!.rules.find(({ name }) => name.includes('boss'))?.category).toBe(
			'engagement',
		);
	});

	it.each([
		['as it is', (model: object) => model],
		['as text', (model: object) => JSON.stringify(model)],
		['in its item', (model: object) => ({ leadModel: model })],
	])('gives a model by which leads are scored, pasted %s', async (_how, pasted) => {
		const { model } = await learn(SOME);
		const { scores, run } = await score(byLearned(pasted(model!)), SOME);
		expect(run.error).toBeUndefined();
		expect(scores).toHaveLength(SOME.length);
		const { intercept, perPoint } = model!.probability!;
		for (const [i, one] of scores.entries()) {
			const points = model!.rules
				.filter(({ name }) => one.reasons.some((reason) => reason.rule === name))
				.reduce((sum, { points: brought }) => sum + brought, 0);
			expect(one.leadKey).toBe(SOME[i]!.email);
			expect(one.score).toBeCloseTo(points, 8);
			expect(one.score).toBe(one.fit.points + one.engagement.points);
			const probability = 1 / (1 + Math.exp(-(intercept + perPoint * one.score)));
			expect(one.probability).toBeCloseTo(probability, 4);
		}
		expect(Math.max(...scores.map((one) => one.score))).toBeLessThanOrEqual(100);
	});

	it('gives probabilities that come true on leads it has never seen', async () => {
		const fresh = pastLeads(2000, 99);
		const { model } = await learn(SOME);
		const { scores } = await score(byLearned(model), fresh);
		const rateOf = (leads: PastLead[]) =>
			leads.filter(({ y }) => y === 'yes').length / leads.length;
		const order = fresh
			.map((lead, i) => ({ lead, chance: scores[i]!.probability! }))
			.sort((one, other) => other.chance - one.chance);
		const top = order.slice(0, 500);
		const rest = order.slice(500);
		expect(rateOf(top.map(({ lead }) => lead))).toBeGreaterThan(
			1.5 * rateOf(rest.map(({ lead }) => lead)),
		);
		const mean = order.reduce((sum, { chance }) => sum + chance, 0) / order.length;
		expect(Math.abs(mean - rateOf(fresh))).toBeLessThan(0.05);
	});

	it('is repeatable', async () => {
		const [one, other] = [await learn(SOME), await learn(SOME)];
		expect(one.item?.json).toEqual(other.item?.json);
	});

	it('does not learn from what is left out, nor from what was not named', async () => {
		const without = await learn(SOME, { leaveOut: 'job' });
		const only = await learn(SOME, { learnFrom: 'visits' });
		for (const { model } of [without, only]) {
			expect(JSON.stringify(model!.rules)).not.toContain('boss');
			expect(JSON.stringify(model!.rules)).toContain('visits');
		}
	});

	it('leaves out what is known only afterwards, and tells it', async () => {
		const leads = SOME.map((lead) => ({ ...lead, contract: lead.y === 'yes' ? 'signed' : '' }));
		const { model, report } = await learn(leads);
		expect(JSON.stringify(model!.rules)).not.toContain('signed');
		expect(report!.suspects).toMatchObject([{ field: 'contract' }]);
		const taken = await learn(leads, { options: { leaveOutSuspects: false } });
		expect(JSON.stringify(taken.model!.rules)).toContain('contract');
	});

	it('learns from nested fields and from values of any case', async () => {
		const leads = SOME.map(({ job, y, ...lead }) => ({
			...lead,
			crm: { job },
			deal: { result: y === 'yes' ? ' WON ' : 'lost' },
		}));
		const { model } = await learn(leads, { outcomeField: 'deal.result', goodOutcomes: 'won' });
		expect(JSON.stringify(model!.rules)).toContain('crm.job');
		const { scores } = await score(byLearned(model), leads);
		expect(new Set(scores.map((one) => one.score)).size).toBeGreaterThan(2);
	});

	it('leaves leads out whose outcome is not known yet', async () => {
		const open = { email: 'open@firm.example', job: 'boss', visits: 3, y: '' };
		const { report, told } = await learn([...SOME, open, { ...open, y: null }]);
		expect(report).toMatchObject({ leads: SOME.length });
		expect(told).toContain('2 leads without an outcome left out.');
	});

	it.each([
		['dots', 'deal.result', {}],
		['brackets', 'deal["result"]', {}],
		['an expression', '={{ $json.deal.result }}', {}],
		['an expression of one branch only', '={{ $json.deal?.result }}', {}],
	])('never learns from the outcome itself, named by %s', async (_name, outcomeField, more) => {
		const leads = SOME.map(({ y, ...lead }) => ({ ...lead, deal: { result: y, days: 3 } }));
		const options = { leaveOutSuspects: false };
		const { model, report } = await learn(leads, { outcomeField, options, ...more });
		expect(JSON.stringify(model!.rules)).not.toContain('result');
		expect(report!.suspects).toEqual([]);
	});

	it('leaves out fields whose names a model would take for expressions', async () => {
		const leads = SOME.map((lead) => ({ ...lead, '={{ $workflow.name }}': lead.job }));
		const { model } = await learn(leads);
		expect(JSON.stringify(model)).not.toContain('$workflow');
	});

	it('leaves out fields however they are named', async () => {
		const leads = SOME.map(({ job, ...lead }) => ({ ...lead, crm: { 'job.title': job, a: 'b' } }));
		const { model, told } = await learn(leads, { leaveOut: 'crm["job.title"]' });
		expect(JSON.stringify(model!.rules)).not.toContain('boss');
		expect(told).not.toContain('No item has the field');
	});

	it.each([
		['Learn From', { learnFrom: 'visits, jop' }],
		['Leave Out', { leaveOut: 'jop' }],
		['Engagement Fields', { engagementFields: 'jop' }],
	])('tells of a name under %s that no lead has', async (label, parameters) => {
		const { told } = await learn(SOME, parameters);
		expect(told).toContain(`No item has the field "jop" (${label}). Fields of the first item:`);
	});

	it('takes outcomes for the same that differ in spaces, underscores and letter case', async () => {
		const spelled = ['Closed Won', 'closed_won', 'CLOSEDWON '];
		const leads = SOME.map((lead, i) => ({
			...lead,
			y: lead.y === 'yes' ? spelled[i % 3] : 'Closed Lost',
		}));
		const [one, other] = [await learn(SOME), await learn(leads)];
		expect(one.model).toEqual(other.model);
		expect(other.told).not.toContain('not reached');
	});

	it('tells what it takes for not reached where that is more than one thing', async () => {
		const leads = SOME.map((lead, i) => (i % 5 === 0 ? { ...lead, y: 'Open' } : lead));
		expect((await learn(leads)).told).toMatch(/Taken for not reached: (Open, no|no, Open)\./);
	});

	it('takes blank outcomes for not reached, and any other for good, where it is told so', async () => {
		const leads = SOME.map((lead) => ({ ...lead, y: lead.y === 'yes' ? '2026-03-01' : '' }));
		const one = await learn(SOME);
		const other = await learn(leads, {
			goodOutcomes: '*',
			options: { blankOutcomes: 'notReached' },
		});
		expect(one.model).toBeDefined();
		expect(other.model).toEqual(one.model);
	});

	it('gives as many points in all as are asked for', async () => {
		const { model } = await learn(SOME, { options: { pointsInAll: 200 } });
		const { scores } = await score(byLearned(model), SOME);
		const most = Math.max(...scores.map((one) => one.score));
		expect(most).toBeGreaterThan(100);
		expect(most).toBeLessThanOrEqual(200);
		expect(scores[0]?.maxScore).toBe(200);
	});
});

describe('What nothing can be learned from', () => {
	it.each([
		['no outcome field', SOME, { outcomeField: '' }, 'Outcome Field'],
		[
			'an outcome field that no lead has',
			SOME,
			{ outcomeField: 'result' },
			'Outcome Field "result"',
		],
		[
			'one outcome only, the bad one',
			SOME.map((lead) => ({ ...lead, y: 'no' })),
			{},
			'Good Outcomes',
		],
		['one outcome only, the good one', SOME.map((lead) => ({ ...lead, y: 'yes' })), {}, 'outcome'],
		[
			'good outcomes beside blank ones',
			SOME.map((lead) => ({ ...lead, y: lead.y === 'yes' ? '2026-03-01' : '' })),
			{ goodOutcomes: '2026-03-01' },
			'set Blank Outcomes in Options to Not Reached',
		],
		['good outcomes that no lead has', SOME, { goodOutcomes: 'won' }, 'holds'],
		['a lead that is alone', SOME.slice(0, 1), {}, ''],
		['leads that have nothing but their outcome', SOME.map(({ y }) => ({ y })), {}, 'field'],
		['a field to learn from that no lead has', SOME, { learnFrom: 'shoeSize' }, 'field'],
	])('stops the run and says what to change: %s', async (_name, leads, parameters, words) => {
		const { run, told } = await learn(leads, parameters);
		expect(run.error).toBeDefined();
		expect(run.error).toMatchObject({ description: expect.stringMatching(/\w/) });
		expect(told).toContain(words);
		expect(run.outputs.flat()).toEqual([]);
	});
});

const bank = bankLeads();
const bankIt = bank ? it : it.skip;

describe('Bank Marketing (Moro, Cortez, Rita 2014)', () => {
	bankIt(
		'is learned and scored by the JSON alone (needs ../shared/data/leads)',
		async () => {
			const { leads, outcomes } = bank!;
			const rows = leads
				.map((lead, i) => ({ ...lead, id: i, y: outcomes[i] ? 'yes' : 'no' }))
				.filter((_, i) => i % 10 === 0);
			const { model } = await learn(rows, { leaveOut: 'duration, id' });
			const { scores, run } = await score(
				{ ...byLearned(JSON.stringify(model)), leadField: 'id' },
				rows,
			);
			expect(run.error).toBeUndefined();
			const chance = (one: LeadScore) => one.probability!;
			const sum = scores.reduce((total, one) => total + chance(one), 0);
			const yes = rows.filter(({ y }) => y === 'yes').length;
			expect(sum / rows.length).toBeCloseTo(yes / rows.length, 1);
			const sorted = scores
				.map((one, i) => ({ at: one.score, y: rows[i]!.y }))
				.sort((one, other) => other.at - one.at);
			const top = sorted.slice(0, rows.length / 10);
			// The best tenth: more than twice as many as among all.
			expect(top.filter(({ y }) => y === 'yes').length / top.length).toBeGreaterThan(
				(2 * yes) / rows.length,
			);
		},
		60_000,
	);
});
