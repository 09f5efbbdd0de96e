import fc from 'fast-check';

import { checkLeadModel } from '../../../nodes/core/lead/LeadModel';
import { leadColumns } from '../../../nodes/core/learning/LeadColumn';
import { learnLeadModel } from '../../../nodes/core/learning/learnLeadModel';
import { learnPoints } from '../../../nodes/core/learning/learnPoints';
import { pointsOf } from '../../../nodes/core/learning/modelOfPoints';
import { stepsOfRows } from '../../../nodes/core/learning/levelPoints';
import { rankAuc } from '../../../nodes/core/learning/rankAuc';
import type { LearnOptions } from '../../../nodes/core/learning/LearnedLeadModel';
import { SegmentationError } from '../../../nodes/core/SegmentationError';
import { fieldsOf } from './bankLeads';
import { pointsByJson, probabilityByJson, type Lead } from './pointsByJson';
import { noise, randomLeads } from './randomLeads';

type Labelled = { leads: Lead[]; outcomes: boolean[] };

function learn({ leads, outcomes }: Labelled, options?: LearnOptions) {
	return learnLeadModel({ fields: fieldsOf(leads, ['visits', 'tags', 'demo']), outcomes }, options);
}

function errorOf(run: () => unknown): SegmentationError {
	try {
		run();
	} catch (error) {
		return error as SegmentationError;
	}
	throw new Error('Nothing was thrown');
}

/** Every number in a value, wherever it stands. */
function numbersIn(value: unknown): number[] {
	if (typeof value === 'number') return [value];
	return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
}

const B2B = randomLeads(2000, 1);
const learned = learn(B2B, { name: 'B2B', version: '7' });
const { report } = learned;
const model = checkLeadModel(learned.model, 'The model');
const rule = (name: string) => model.rules.find((one) => one.name === name);

describe('learnLeadModel on 2,000 leads from a form', () => {
	it('ranks leads it had not seen nearly as well as who knows how they were made', () => {
		const quality = report.quality!;
		expect(quality.auc).toBeGreaterThan(0.74);
		expect(Math.abs(quality.auc - quality.aucOfRegression)).toBeLessThan(0.005);
		expect(quality.logLoss).toBeLessThan(quality.logLossOfBaseRate - 0.08);
		expect(quality.aucFrom).toBeLessThan(quality.auc);
		expect(quality.aucTo).toBeGreaterThan(quality.auc);
		expect(quality.topDecile.lift).toBeGreaterThan(2);
	});

	it('finds what was put in', () => {
		expect(
			report.drivers
				.slice(0, 5)
				.map(({ field }) => field)
				.sort(),
		).toEqual(['employees', 'industry', 'tags', 'title', 'visits']);
		const byField = (field: string) => report.drivers.find((one) => one.field === field)!;
		expect(byField('title').best.name).toBe('title is CEO');
		expect(byField('title').worst.name).toBe('title is Student');
		expect(byField('industry').best.name).toMatch(/^industry is software$/i);
		expect(rule('tags has webinar')!.points).toBeGreaterThan(0);
		expect(rule('tags has not newsletter')!.points).toBeGreaterThan(0);
		expect(rule('title not given')).toBeDefined();
	});

	it('says who gave the best and the worst answer, as counted by hand', () => {
		const { best, worst, sentence } = report.drivers.find(({ field }) => field === 'title')!;
		for (const [level, title] of [
			[best, 'CEO'],
			[worst, 'Student'],
		] as const) {
			const own = B2B.outcomes.filter((_, i) => B2B.leads[i]!.title === title);
			expect(level.leads).toBe(own.length);
			expect(level.rate).toBeCloseTo(own.filter(Boolean).length / own.length, 12);
		}
		expect(sentence).toMatch(
			/^title is CEO: \d+ % of \d+ became customers; title is Student: \d+ % of \d+ became customers\.$/,
		);
	});

	it('leaves out what names or dates a lead, is alike for all, or is nested, and says why', () => {
		const reasons = Object.fromEntries(report.leftOut.map(({ field, reason }) => [field, reason]));
		expect(reasons.leadId).toContain('an ID or free text');
		expect(reasons.email).toContain('an ID or free text');
		expect(reasons.row).toContain('running number');
		expect(reasons.created).toContain('a date');
		expect(reasons.company).toContain('nested records');
		expect(reasons.country).toBe('the same value for every lead');
		expect(reasons.phone).toContain('only whether it is given counts');
		expect(reasons.closedAt).toContain('known only after the outcome');
		for (const field of ['employees', 'industry', 'title', 'visits', 'tags', 'demo']) {
			expect(reasons[field]).toBeUndefined();
		}
	});

	it('points out the date that only customers have', () => {
		expect(report.suspects.map(({ field }) => field)).toEqual(['closedAt']);
		expect(report.suspects[0]!.reason).toMatch(/^every lead with closedAt given became a customer/);
	});

	it('keeps categories apart, and the points of a field together', () => {
		for (const { name, category, group } of model.rules) {
			expect(name.startsWith(group!)).toBe(true);
			expect(category).toBe(['visits', 'tags', 'demo'].includes(group!) ? 'engagement' : 'fit');
		}
		expect(model.groups.reduce((sum, { pointsAtMost }) => sum + pointsAtMost!, 0)).toBe(100);
		expect(model).toMatchObject({ name: 'B2B', version: '7', scoreAtMost: 100 });
		expect(model.rules.every(({ points }) => points > 0 && Number.isInteger(points))).toBe(true);
	});

	it('gives all leads their base rate on the whole', () => {
		const sum = B2B.leads.reduce(
			(all, lead) => all + probabilityByJson(model, pointsByJson(model, lead)),
			0,
		);
		expect(sum).toBeCloseTo(B2B.outcomes.filter(Boolean).length, 4);
	});

	it('puts leads into the bands that it tells of', () => {
		const { hotFrom, warmFrom } = model.bands;
		const percents = B2B.leads.map((lead) => pointsByJson(model, lead));
		const [hot, warm, cold] = report.bands;
		expect(percents.filter((one) => one >= hotFrom)).toHaveLength(hot!.leads);
		expect(percents.filter((one) => one >= warmFrom && one < hotFrom)).toHaveLength(warm!.leads);
		expect(hot!.leads + warm!.leads + cold!.leads).toBe(2000);
		expect(hot!.leads).toBeGreaterThan(120);
		expect(hot!.leads).toBeLessThan(280);
	});

	it('measures with a model that does not know the leads held back', () => {
		const measured = checkLeadModel(learned.measuredModel, 'The model');
		const held = B2B.leads.map((_, i) => i).filter((i) => i % 10 >= 7);
		const points = held.map((i) => pointsByJson(measured, B2B.leads[i]!));
		expect(
			rankAuc(
				points,
				held.map((i) => B2B.outcomes[i]!),
			),
		).toBeCloseTo(report.quality!.auc, 10);
		const others = B2B.outcomes.map((outcome, i) => (i % 10 >= 7 ? !outcome : outcome));
		const misled = learn({ leads: B2B.leads, outcomes: others });
		expect(misled.report.suspects).toEqual(report.suspects);
		expect(misled.measuredModel!.rules).toEqual(learned.measuredModel!.rules);
		expect(misled.report.quality!.auc).toBeCloseTo(1 - report.quality!.auc, 10);
	});
});

describe('learnLeadModel', () => {
	it('gives the same for the same leads, in whatever order the fields come', () => {
		expect(JSON.stringify(learn(B2B, { name: 'B2B', version: '7' }))).toBe(JSON.stringify(learned));
		const turned = learnLeadModel(
			{
				fields: fieldsOf(B2B.leads, ['visits', 'tags', 'demo']).reverse(),
				outcomes: B2B.outcomes,
			},
			{ name: 'B2B', version: '7' },
		);
		expect(turned).toEqual(learned);
	});

	it('leaves its input as it is', () => {
		const { leads, outcomes } = randomLeads(200, 9);
		const fields = fieldsOf(leads);
		const before = structuredClone(fields);
		learnLeadModel({ fields: fields.map((field) => Object.freeze(field)), outcomes });
		expect(fields).toEqual(before);
	});

	it('finds nothing in noise, and says so', () => {
		for (const seed of [1, 2, 3]) {
			const found = learn(noise(2000, seed));
			expect(found.report.quality!.aucFrom).toBeLessThanOrEqual(0.53);
			expect(found.report.quality!.auc).toBeLessThan(0.57);
			// Worth no more than the base rate, and hardly less: nothing is promised.
			expect(found.report.quality!.logLoss).toBeLessThan(
				found.report.quality!.logLossOfBaseRate + 0.005,
			);
		}
		expect(learn(noise(2000, 1)).report.warnings.join(' ')).toContain('it tells nothing');
	});

	it('does not promise too much after few leads', () => {
		let [own, base] = [0, 0];
		for (let seed = 10; seed < 30; seed++) {
			const { quality } = learn(randomLeads(150, seed)).report;
			own += quality!.logLoss;
			base += quality!.logLossOfBaseRate;
		}
		expect(own).toBeLessThan(base);
	});

	it('warns of few leads of an outcome, and of few to measure with', () => {
		const { leads } = randomLeads(150, 3);
		const outcomes = leads.map((_, i) => i % 5 === 2 || i % 30 === 7);
		const { warnings } = learn({ leads, outcomes }).report;
		expect(warnings[0]).toBe(
			'Only 30 leads of one outcome: take the model as a hint until there are at least 50.',
		);
		expect(warnings[1]).toBe(
			`Measured on only ${outcomes.filter((one, i) => one && i % 10 >= 7).length} leads of one outcome: the figures can be far off.`,
		);
	});

	it.each([
		[0, 'No leads were held back, so nothing tells how good the model is.'],
		[3, 'Too few leads of one outcome would be left'],
	])('measures nothing with %p percent held back, and says so', (heldBackPercent, warning) => {
		const found = learn(randomLeads(150, 4), { heldBackPercent });
		expect(found.measuredModel).toBeNull();
		expect(found.report).toMatchObject({ quality: null, heldBack: 0, learnedFrom: 150 });
		expect(found.report.warnings.join(' ')).toContain(warning);
	});

	it.each([
		['none', 40, 0, 'none of them became a customer'],
		['all', 40, 40, 'all of them became customers'],
		['nine', 40, 9, '9 became customers and 31 did not'],
		['all but nine', 40, 31, '31 became customers and 9 did not'],
		['no leads', 0, 0, 'there are none with an outcome'],
	])('throws where too few leads of an outcome are known: %s', (_, count, hits, words) => {
		const leads = Array.from({ length: count }, (__, i) => ({ visits: i }));
		const error = errorOf(() => learn({ leads, outcomes: leads.map((__, i) => i < hits) }));
		expect(error).toBeInstanceOf(SegmentationError);
		expect(error.code).toBe('tooFewLeads');
		expect(error.message).toContain(words);
		expect(error.hint).not.toBe('');
	});

	it('learns from ten of an outcome', () => {
		const leads = Array.from({ length: 40 }, (_, i) => ({
			demo: i < 14 && i % 4 < 3,
			visits: i % 7,
		}));
		expect(() => learn({ leads, outcomes: leads.map((_, i) => i < 10) })).not.toThrow();
	});

	it('throws where no field tells one lead from another', () => {
		const leads = Array.from({ length: 60 }, (_, i) => ({ country: 'DE', id: `x${i}` }));
		const error = errorOf(() => learn({ leads, outcomes: leads.map((_, i) => i % 3 === 0) }));
		expect(error.code).toBe('emptyModel');
		expect(error.message).toContain('country: the same value for every lead');
	});

	it.each([true, false])(
		'stands leads that a field tells apart without a miss, left out: %p',
		(leaveOutSuspects) => {
			const leads = Array.from({ length: 300 }, (_, i) => ({
				stage: i % 3 === 0 ? 'won' : 'open',
				visits: ((i * 7) % 13) + (i % 3 === 0 ? 4 : 0),
			}));
			const outcomes = leads.map(({ stage }) => stage === 'won');
			const found = learn({ leads, outcomes }, { leaveOutSuspects });
			expect(numbersIn(found).every(Number.isFinite)).toBe(true);
			expect(found.report.suspects.map(({ field }) => field)).toEqual(['stage']);
			expect(found.report.drivers.some(({ field }) => field === 'stage')).toBe(!leaveOutSuspects);
			if (!leaveOutSuspects) {
				expect(found.report.quality!.auc).toBe(1);
				expect(found.report.warnings.join(' ')).toContain(
					'better than leads can be told apart as a rule',
				);
				expect(found.report.warnings.join(' ')).toContain('stage may be known only after');
			}
		},
	);

	it.each([5, 7, 9])(
		'scores up to %p points, in tenths as whole points are too coarse',
		(pointsInAll) => {
			const coarse = learn(B2B, { pointsInAll });
			const own = checkLeadModel(coarse.model, 'The model');
			const { quality, bands, pointStep, pointStepReason } = coarse.report;
			expect(pointStep).toBe(0.1);
			expect(pointStepReason).toContain('one decimal');
			expect(own.scoreAtMost).toBe(pointsInAll);
			const sum = own.groups.reduce((all, { pointsAtMost }) => all + pointsAtMost!, 0);
			expect(sum).toBeCloseTo(pointsInAll, 9);
			expect(Math.abs(quality!.auc - quality!.aucOfRegression)).toBeLessThan(0.005);
			const points = B2B.leads.map((lead) => pointsByJson(own, lead));
			const [hot, warm] = bands;
			const reach = (percent: number) =>
				points.filter((one) => one * 100 >= percent * pointsInAll).length;
			expect(reach(own.bands.hotFrom)).toBe(hot!.leads);
			expect(reach(own.bands.warmFrom)).toBe(hot!.leads + warm!.leads);
		},
	);

	it('takes the penalty that it is given', () => {
		expect(report.penalty).not.toBe(500);
		expect(learn(B2B, { penalty: 500 }).report.penalty).toBe(500);
	});
});

describe('The JSON of a learned model', () => {
	const blank = fc.constantFrom<unknown>(null, undefined, '', '  ', Number.NaN);
	const numeric = fc.oneof(
		{ weight: 6, arbitrary: fc.integer({ min: -3, max: 12 }) as fc.Arbitrary<unknown> },
		{ weight: 2, arbitrary: fc.constantFrom<unknown>('7', '1,200', ' 3.50 ', '1.200,50 €', '-2') },
		{
			weight: 1,
			arbitrary: fc.constantFrom<unknown>('n/a', 'unknown', true, Number.POSITIVE_INFINITY),
		},
		{ weight: 1, arbitrary: blank },
	);
	const textual = fc.oneof(
		{
			weight: 6,
			arbitrary: fc.constantFrom<unknown>('a', 'A ', 'b', 'B', 'c', 'true', true, 5, '5'),
		},
		{ weight: 1, arbitrary: fc.string({ maxLength: 2 }) as fc.Arbitrary<unknown> },
		{ weight: 1, arbitrary: fc.constant<unknown>({ nested: 1 }) },
		{ weight: 1, arbitrary: blank },
	);
	const list = fc.oneof(
		fc.array(fc.constantFrom('x', 'X', 'y', 'z', ''), { maxLength: 3 }) as fc.Arbitrary<unknown>,
		fc.constantFrom<unknown>(null, 'x', undefined),
	);
	const note = fc.oneof(blank, fc.string({ minLength: 6, maxLength: 12 }) as fc.Arbitrary<unknown>);
	const tables = fc
		.array(
			fc.tuple(
				fc.record({
					amount: numeric,
					kind: textual,
					tags: list,
					note,
					count: fc.nat({ max: 200 }),
				}),
				fc.boolean(),
			),
			{ minLength: 40, maxLength: 160 },
		)
		.filter((rows) => {
			const hits = rows.filter(([, outcome]) => outcome).length;
			return hits >= 10 && rows.length - hits >= 10;
		});

	it('counts for every lead the points that the learner counted', () => {
		let learnedFrom = 0;
		fc.assert(
			fc.property(tables, fc.constantFrom(5, 20, 100), (rows, pointsInAll) => {
				const leads = rows.map(([lead]) => lead as Lead);
				const columns = fieldsOf(leads).flatMap(leadColumns);
				const all = Int32Array.from(leads, (_, i) => i);
				const found = learnPoints(
					columns,
					all,
					Uint8Array.from(rows, ([, outcome]) => Number(outcome)),
					{ pointsInAll, tuning: { penalty: 1, slope: 1 } },
				);
				if (!found) return;
				learnedFrom += 1;
				const json = checkLeadModel(JSON.parse(JSON.stringify(found.model)), 'The model');
				const steps = stepsOfRows(found.fields, found.points, all);
				leads.forEach((lead, i) => {
					expect(pointsByJson(json, lead)).toBe(pointsOf(steps[i]!, found.points.step));
				});
				expect(numbersIn(found.model).every(Number.isFinite)).toBe(true);
			}),
			{ numRuns: 150 },
		);
		expect(learnedFrom).toBeGreaterThan(100);
	});
});
