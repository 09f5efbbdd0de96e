import fc from 'fast-check';

import {
	leadBand,
	leadModel,
	scoreLead,
	type LeadCategory,
	type LeadModel,
	type MatchedRule,
} from '../../../nodes/core/lead/scoreLead';

const AS_OF = '2026-11-22T00:00:00.000Z';

function model(fit: number, engagement: number, hotFrom = 70, warmFrom = 40): LeadModel {
	return { name: 'B2B', version: '3', max: { fit, engagement }, hotFrom, warmFrom };
}

function rule(category: LeadCategory, points: number, name = 'rule'): MatchedRule {
	return { rule: name, category, points, evidence: 'employees 120' };
}

function score(matched: readonly MatchedRule[], by: LeadModel) {
	return scoreLead({ key: 'anna@shop.example', matched, missing: [] }, by, AS_OF);
}

const anyRule = fc.record({
	category: fc.constantFrom<LeadCategory>('fit', 'engagement'),
	points: fc.integer({ min: -50, max: 50 }),
});
const anyRules = fc
	.array(anyRule, { minLength: 1, maxLength: 20 })
	.filter((rules) => rules.some(({ points }) => points > 0));

describe('leadModel', () => {
	const bands = { hotFrom: 70, warmFrom: 40 };

	// Source: docstring of leadModel.
	it.each<[string, MatchedRule[], Partial<Record<LeadCategory, number>>, LeadModel['max']]>([
		[
			'sums per category',
			[rule('fit', 20), rule('fit', 5), rule('engagement', 7)],
			{},
			{ fit: 25, engagement: 7 },
		],
		[
			'minus points take nothing off the maximum',
			[rule('fit', 20), rule('fit', -30)],
			{},
			{ fit: 20, engagement: 0 },
		],
		[
			'a lower cap',
			[rule('fit', 20), rule('engagement', 80)],
			{ engagement: 50 },
			{ fit: 20, engagement: 50 },
		],
		[
			'a cap out of reach',
			[rule('fit', 20)],
			{ fit: 50, engagement: 50 },
			{ fit: 20, engagement: 0 },
		],
		[
			'kills: a cap of zero taken for none',
			[rule('fit', 20), rule('engagement', 5)],
			{ fit: 0 },
			{ fit: 0, engagement: 5 },
		],
	])('%s', (_, rules, caps, max) => {
		expect(leadModel(rules, { ...bands, caps })).toEqual({
			name: null,
			version: null,
			max,
			...bands,
		});
	});

	it.each<[string, MatchedRule[], object, string]>([
		['no rules', [], {}, 'emptyModel'],
		['no rule above zero', [rule('fit', 0), rule('fit', -5)], {}, 'emptyModel'],
		['everything capped away', [rule('fit', 5)], { caps: { fit: 0 } }, 'emptyModel'],
		['warm at hot', [rule('fit', 5)], { hotFrom: 50, warmFrom: 50 }, 'invalidBands'],
		['warm above hot', [rule('fit', 5)], { hotFrom: 40, warmFrom: 50 }, 'invalidBands'],
	])('refuses %s', (_, rules, options, code) => {
		expect(() => leadModel(rules, { ...bands, caps: {}, ...options })).toThrow(
			expect.objectContaining({ name: 'SegmentationError', code, hint: expect.any(String) }),
		);
	});
});

describe('scoreLead', () => {
	it('fills the contract', () => {
		const matched = [
			rule('engagement', 10, 'Visited'),
			rule('fit', 20, 'Size'),
			rule('engagement', -15, 'Bounced'),
			rule('engagement', 10, 'Clicked'),
		];
		const verdict = scoreLead(
			{ key: 'anna@shop.example', matched, missing: ['country'], previousBand: 'cold' },
			model(30, 40),
			AS_OF,
		);
		expect(verdict).toEqual({
			leadKey: 'anna@shop.example',
			score: 25,
			maxScore: 70,
			fit: { points: 20, max: 30 },
			engagement: { points: 5, max: 40 },
			grade: 'A3',
			band: 'cold',
			previousBand: 'cold',
			bandChanged: false,
			reasons: [matched[1], matched[2], matched[0], matched[3]],
			missing: ['country'],
			model: { name: 'B2B', version: '3' },
			asOf: AS_OF,
		});
		expect(matched.map(({ rule: name }) => name)).toEqual([
			'Visited',
			'Size',
			'Bounced',
			'Clicked',
		]);
	});

	// Source: GRADE_CUT_OFFS: best from two thirds, middle from one third of the category’s maximum.
	it.each([
		[20, 30, 'A1'],
		[19, 30, 'B2'],
		[10, 30, 'B2'],
		[9, 30, 'C3'],
		[0, 30, 'C3'],
		[30, 30, 'A1'],
		[2, 3, 'A1'],
		[1, 3, 'B2'],
		[14, 21, 'A1'],
	])('%p of %p points in both categories is %s', (points, max, grade) => {
		const matched = [rule('fit', points), rule('engagement', points)];
		expect(score(matched, model(max, max)).grade).toBe(grade);
	});

	it('grades a category without rules last', () => {
		expect(score([rule('fit', 30)], model(30, 0)).grade).toBe('A3');
	});

	it('knows no change of band without a previous one', () => {
		expect(score([rule('fit', 30)], model(30, 0))).toMatchObject({
			previousBand: null,
			bandChanged: null,
		});
	});

	it('caps a category, so that clicks alone make nobody hot', () => {
		const clicks = Array.from({ length: 50 }, () => rule('engagement', 10));
		expect(score(clicks, model(60, 40))).toMatchObject({ score: 40, band: 'warm', grade: 'C1' });
	});

	it('gives every whole percentage its band: a limit that is reached counts', () => {
		// Kills: (score / max) * 100, which makes 28.999999999999996 of 29 out of 100.
		const missed: number[] = [];
		for (let percent = 1; percent <= 100; percent++) {
			const hot = score([rule('fit', percent)], model(100, 0, percent, 0));
			if (hot.band !== 'hot') missed.push(percent);
		}
		expect(missed).toEqual([]);
	});
});

describe('leadBand', () => {
	it.each([
		[100, 'hot'],
		[70, 'hot'],
		[69.99, 'warm'],
		[40, 'warm'],
		[39.99, 'cold'],
		[0, 'cold'],
	])('%p percent is %s', (percent, band) => {
		expect(leadBand(percent, 100, { hotFrom: 70, warmFrom: 40 })).toBe(band);
	});
});

describe('scoreLead, laws', () => {
	const matchedOf = (rules: ReadonlyArray<{ category: LeadCategory; points: number }>) =>
		rules.map(({ category, points }) => rule(category, points));

	it('keeps points within 0 and the maximum, in each category and in all', () => {
		fc.assert(
			fc.property(anyRules, fc.array(anyRule), fc.nat({ max: 60 }), (rules, others, cap) => {
				const options = { caps: { engagement: cap }, hotFrom: 70, warmFrom: 40 };
				fc.pre(rules.some(({ category, points }) => category === 'fit' && points > 0));
				const verdict = score(matchedOf([...rules, ...others]), leadModel(rules, options));
				for (const { points, max } of [verdict.fit, verdict.engagement]) {
					expect(points).toBeGreaterThanOrEqual(0);
					expect(points).toBeLessThanOrEqual(max);
				}
				expect(verdict.score).toBe(verdict.fit.points + verdict.engagement.points);
				expect(verdict.maxScore).toBe(verdict.fit.max + verdict.engagement.max);
				expect(verdict.grade).toMatch(/^[ABC][123]$/);
			}),
		);
	});

	it('never falls by one more rule with points, never rises by one with minus points', () => {
		fc.assert(
			fc.property(anyRules, fc.array(anyRule), anyRule, (rules, met, more) => {
				const by = leadModel(rules, { caps: {}, hotFrom: 70, warmFrom: 40 });
				const before = score(matchedOf(met), by).score;
				const after = score(matchedOf([...met, more]), by).score;
				expect(Math.sign(after - before) * Math.sign(more.points)).toBeGreaterThanOrEqual(0);
			}),
		);
	});

	it('does not depend on the order of the rules, and gives a reason for each', () => {
		fc.assert(
			fc.property(anyRules, (rules) => {
				const by = leadModel(rules, { caps: {}, hotFrom: 70, warmFrom: 40 });
				const forth = score(matchedOf(rules), by);
				const back = score(matchedOf([...rules].reverse()), by);
				expect({ ...back, reasons: [] }).toEqual({ ...forth, reasons: [] });
				expect(forth.reasons).toHaveLength(rules.length);
			}),
		);
	});

	it('is full marks for who meets every rule with points, and hot', () => {
		fc.assert(
			fc.property(anyRules, (rules) => {
				const by = leadModel(rules, { caps: {}, hotFrom: 100, warmFrom: 40 });
				const verdict = score(matchedOf(rules.filter(({ points }) => points > 0)), by);
				expect(verdict.score).toBe(verdict.maxScore);
				expect(verdict.band).toBe('hot');
			}),
		);
	});
});
