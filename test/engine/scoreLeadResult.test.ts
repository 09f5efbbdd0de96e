import { AS_OF, byKey, daysAgo, form, modelOf, rule, score } from './leadScores';
import { condition, resultOf } from './resultOf';

/** As many points of fit and of engagement as a lead has in its fields f and e. */
const FREE = [
	rule('Fit', 1, {
		category: 'fit',
		counts: 'counter',
		counterField: 'f',
		more: { pointsAtMost: 100 },
	}),
	rule('Engagement', 1, { counts: 'counter', counterField: 'e', more: { pointsAtMost: 100 } }),
];
const ANNA = 'anna@firm.example';

async function one(lead: object, options: object = {}, more: object = {}, rules = FREE) {
	const { scores, told } = await score(form(rules, options, more), [{ email: ANNA, ...lead }]);
	return { ...scores[0]!, told };
}

describe('Caps', () => {
	const rules = [
		rule('Views', 5, {
			counts: 'counter',
			counterField: 'views',
			more: { pointsAtMost: 25, group: 'Web' },
		}),
		rule('Demo', 10, {
			conditions: condition('={{ $json.demo }}', 'boolean', 'true'),
			more: { group: 'Web' },
		}),
		rule('Mail', 4, { conditions: condition('={{ $json.mail }}', 'boolean', 'true') }),
		rule('Size', 40, {
			category: 'fit',
			conditions: condition('={{ $json.size }}', 'number', 'gte', 50),
		}),
	];
	const groups = { groups: { values: [{ name: 'Web', pointsAtMost: 30 }] } };
	const lead = { views: 7, demo: true, mail: true, size: 60 };

	// Worked by hand: views 35, rule 25; with demo 35, group 30; with mail 34; with size 74.
	it.each([
		['of a rule and a group', {}, 40, 34, 74, 74],
		['of fit', { fitMax: 20 }, 20, 34, 54, 54],
		['of engagement', { engagementMax: 28 }, 40, 28, 68, 68],
		['of both', { fitMax: 20, engagementMax: 28 }, 20, 28, 48, 48],
		['of all', { fitMax: 20, engagementMax: 28, scoreAtMost: 45 }, 20, 28, 45, 45],
		['above what there is', { fitMax: 90, engagementMax: 90, scoreAtMost: 500 }, 40, 34, 74, 74],
	])('%s hold, and the reasons add up', async (_name, options, fit, engagement, total, max) => {
		const result = await one(lead, options, groups, rules);
		expect(result).toMatchObject({
			score: total,
			maxScore: max,
			fit: { points: fit, max: fit },
			engagement: { points: engagement, max: engagement },
			told: '',
		});
		expect(result.reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(total, 8);
		expect(result.reasons.find((reason) => reason.rule === 'Views')).toMatchObject({
			group: 'Web',
			pointsEarned: 35,
			pointsAfterDecay: 35,
		});
	});

	it('below leave a lead as low as is allowed, by reasons that add up', async () => {
		const away = [
			...rules,
			rule('Bounced', -30, { conditions: condition('={{ $json.bounced }}', 'boolean', 'true') }),
		];
		const [zero, below] = [
			await one({ bounced: true, mail: true }, {}, {}, away),
			await one({ bounced: true, mail: true }, { scoreAtLeast: -20 }, {}, away),
		];
		expect([zero.score, below.score]).toEqual([0, -20]);
		for (const { reasons, score: total } of [zero, below]) {
			expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(total, 8);
		}
	});

	it('never make more of a lead that does more', async () => {
		const points = await Promise.all(
			[0, 1, 3, 5, 6, 9, 100].map(async (views) => (await one({ views }, {}, groups, rules)).score),
		);
		expect(points).toEqual([0, 5, 15, 25, 25, 25, 25]);
	});
});

describe('Reasons', () => {
	it('begin with what weighs most, for or against', async () => {
		const met = condition('={{ $json.email }}', 'string', 'notEmpty');
		const { reasons } = await one({}, { scoreAtLeast: -100 }, {}, [
			rule('Little', 1, { conditions: met }),
			rule('Against', -20, { conditions: met }),
			rule('Much', 30, { conditions: met, category: 'fit' }),
			rule('Some', 7, { conditions: met }),
			rule('Unmet', 50, { conditions: condition('={{ $json.x }}', 'string', 'notEmpty') }),
		]);
		expect(reasons.map((reason) => [reason.rule, reason.points])).toEqual([
			['Much', 30],
			['Against', -20],
			['Some', 7],
			['Little', 1],
		]);
	});

	it('quote the values that decided', async () => {
		const { reasons } = await one({ size: '60', place: { country: 'AT' } }, {}, {}, [
			rule('Size', 2, { conditions: condition('={{ $json.size }}', 'number', 'gte', 50) }),
			rule('Place', 1, {
				conditions: condition('={{ $json.place.country }}', 'string', 'equals', 'at'),
			}),
		]);
		expect(reasons.map(({ evidence }) => evidence)).toEqual([
			'size is 60 (at least 50)',
			'place.country is AT',
		]);
	});
});

describe('Bands', () => {
	const caps = { fitMax: 100, engagementMax: 100, scoreAtMost: 100 };

	// Hot From 70 and Warm From 40 percent of the maximum, as the options say.
	it.each([
		[100, 'hot'],
		[70, 'hot'],
		[69, 'warm'],
		[40, 'warm'],
		[39, 'cold'],
		[0, 'cold'],
	])('of %d points of 100: %s', async (f, band) => {
		const result = await one({ f }, caps);
		expect(result).toMatchObject({ score: f, band, bandSetBy: null });
	});

	it.each([
		['hot', 66, 'hot', false],
		['hot', 65, 'hot', false],
		['hot', 64, 'warm', true],
		['hot', 10, 'cold', true],
		['warm', 36, 'warm', false],
		['warm', 34, 'cold', true],
		['warm', 69, 'warm', false],
		['warm', 70, 'hot', true],
		['cold', 40, 'warm', true],
		['cold', 39, 'cold', false],
		['cold', 70, 'hot', true],
		['HOT', 66, 'hot', false],
	])('after %s with %d points, within a margin of 5: %s', async (was, f, band, bandChanged) => {
		const result = await one({ f, crm: { was } }, { ...caps, previousBandField: 'crm.was' });
		expect(result).toMatchObject({ band, bandChanged, previousBand: was.toLowerCase() });
	});

	it.each([
		[0, 69, 'warm'],
		[0, 70, 'hot'],
		[20, 50, 'hot'],
		[20, 49, 'warm'],
	])('with a margin of %d, hot with %d points: %s', async (bandMargin, f, band) => {
		const result = await one({ f, was: 'hot' }, { ...caps, bandMargin, previousBandField: 'was' });
		expect(result.band).toBe(band);
	});

	it('are measured by the maximum of the model', async () => {
		const half = { fitMax: 30, engagementMax: 20, hotFrom: 80, warmFrom: 20, scoreAtMost: 100 };
		const bands = await Promise.all(
			[40, 39, 10, 9].map(
				async (points) => (await one({ f: Math.min(30, points), e: points - 30 }, half)).band,
			),
		);
		expect(bands).toEqual(['hot', 'warm', 'warm', 'cold']);
	});

	it('of last time that are none are told and count as not known', async () => {
		const { scores, told } = await score(form(FREE, { ...caps, previousBandField: 'was' }), [
			{ email: ANNA, f: 66, was: 'boiling' },
			{ email: 'b@firm.example', f: 66, was: '' },
		]);
		expect(
			scores.map(({ band, previousBand, bandChanged }) => [band, previousBand, bandChanged]),
		).toEqual([
			['warm', null, null],
			['warm', null, null],
		]);
		expect(told).toContain('Previous Band Field');
		expect(told).toContain('boiling');
	});
});

describe('Band rules', () => {
	const bandRules = {
		bandRules: {
			values: [
				{
					name: 'Competitor',
					band: 'cold',
					conditions: condition('={{ $json.company }}', 'string', 'equals', 'Rival'),
				},
				{
					name: 'Asked to be called',
					band: 'hot',
					conditions: condition('={{ $json.callMe }}', 'boolean', 'true'),
				},
				{
					name: 'No consent',
					band: 'cold',
					conditions: condition('={{ $json.consent }}', 'boolean', 'false'),
				},
			],
		},
	};

	it.each([
		['a competitor with all points', { f: 100, company: 'RIVAL' }, 100, 'cold', 'Competitor'],
		['a call with no points', { callMe: true }, 0, 'hot', 'Asked to be called'],
		['a call without consent', { callMe: true, consent: false }, 0, 'hot', 'Asked to be called'],
		['a competitor who wants a call', { company: 'rival', callMe: true }, 0, 'cold', 'Competitor'],
		['no consent', { f: 100, consent: false }, 100, 'cold', 'No consent'],
		['none of it', { f: 100, consent: true, company: 'Firm' }, 100, 'hot', undefined],
		['consent not known, which n8n takes for false', { f: 100 }, 100, 'cold', 'No consent'],
	])(
		'set the band whatever the points, the first decides: %s',
		async (_name, lead, total, band, name) => {
			const result = await one(lead, { scoreAtMost: 100 }, bandRules);
			expect(result).toMatchObject({ score: total, band });
			expect(result.bandSetBy?.rule).toBe(name);
		},
	);

	it('tell what they saw, and that the band changed by them', async () => {
		const result = await one(
			{ f: 100, company: 'Rival', was: 'hot' },
			{ previousBandField: 'was' },
			bandRules,
		);
		expect(result).toMatchObject({
			band: 'cold',
			previousBand: 'hot',
			bandChanged: true,
			bandSetBy: { rule: 'Competitor', evidence: 'company is Rival' },
		});
	});
});

describe('Output of changed leads', () => {
	it('has those whose band differs, and those without one', async () => {
		const leads = [
			{ email: 'a@x.example', f: 100, was: 'hot' },
			{ email: 'b@x.example', f: 100, was: 'warm' },
			{ email: 'c@x.example', f: 0, was: '' },
			{ email: 'd@x.example', f: 66, was: 'hot' },
			{ email: 'e@x.example', f: 0, was: 'hot' },
		];
		const options = { previousBandField: 'was', scoreAtMost: 100 };
		const { run, scores } = await score(form(FREE, options, { output: 'changed' }), leads);
		expect(byKey(scores, ({ bandChanged }) => bandChanged)).toEqual({
			'b@x.example': true,
			'c@x.example': null,
			'e@x.example': true,
		});
		expect(run.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 1 },
			{ item: 2 },
			{ item: 4 },
		]);
	});
});

describe('Grades', () => {
	// Four by three: 75, 50, 25 percent of 100 points of fit; thirds of 90 of engagement.
	it.each([
		[75, 60, 'A1'],
		[74, 59, 'B2'],
		[50, 30, 'B2'],
		[49, 29, 'C3'],
		[25, 90, 'C1'],
		[24, 0, 'D3'],
		[0, 60, 'D1'],
		[100, 0, 'A3'],
	])('of %d fit and %d engagement, four by three: %s', async (f, e, grade) => {
		const options = { fitGrades: '75, 50, 25', engagementMax: 90, fitMax: 100 };
		expect((await one({ f, e }, options)).grade).toBe(grade);
	});

	it.each([
		[67, 67, 'A1'],
		[66, 66, 'B2'],
		[34, 34, 'B2'],
		[33, 33, 'C3'],
	])('of %d fit and %d engagement of 100, as they are: %s', async (f, e, grade) => {
		expect((await one({ f, e })).grade).toBe(grade);
	});

	it('have one more than figures', async () => {
		const options = { fitGrades: '50', engagementGrades: '90, 80, 70, 60' };
		const grades = await Promise.all(
			[
				[50, 90],
				[49, 60],
				[0, 59],
			].map(async ([f, e]) => (await one({ f, e }, options)).grade),
		);
		expect(grades).toEqual(['A1', 'B4', 'B5']);
	});
});

describe('What is missing', () => {
	const rules = [
		rule('Size', 30, {
			category: 'fit',
			conditions: condition('={{ $json.size }}', 'number', 'gte', 50),
		}),
		rule('Industry', 10, {
			category: 'fit',
			conditions: condition('={{ $json.industry }}', 'string', 'equals', 'retail'),
		}),
		rule('Bounced', -50, { conditions: condition('={{ $json.bounced }}', 'boolean', 'true') }),
		rule('Demo', 20, { conditions: condition('={{ $json.demo }}', 'boolean', 'true') }),
	];

	it.each([
		['nothing known', {}, ['size', 'industry', 'bounced', 'demo'], { field: 'size', points: 30 }],
		['size known', { size: 5 }, ['industry', 'bounced', 'demo'], { field: 'industry', points: 10 }],
		// One asks people who they are; what they do is seen.
		['only what is seen', { size: 5, industry: 'x', bounced: false }, ['demo'], null],
		[
			'an empty text',
			{ size: '', industry: 'steel', demo: false, bounced: false },
			['size'],
			{ field: 'size', points: 30 },
		],
		['only what takes away', { size: 5, industry: 'x', demo: true }, ['bounced'], null],
		['all known', { size: 5, industry: 'x', demo: true, bounced: false }, [], null],
	])('is named, and what to ask for first: %s', async (_name, lead, missing, askNext) => {
		const result = await one(lead, {}, {}, rules);
		expect(result.missing).toEqual(missing);
		expect(result.askNext).toEqual(askNext);
	});

	it('is worth no more than the caps leave', async () => {
		const [open, full] = [
			await one({ demo: false }, { fitMax: 25 }, {}, rules),
			await one({ demo: false, industry: 'retail' }, { fitMax: 10 }, {}, rules),
		];
		expect(open.askNext).toEqual({ field: 'size', points: 25 });
		expect(full.askNext).toBeNull();
	});
});

describe('The item', () => {
	it('keeps all it has, and has the result under the name that is chosen', async () => {
		const lead = { email: ANNA, f: 10, deep: { list: [1, { a: null }] } };
		const { run } = await score(form(FREE, { outputField: 'points' }), [lead]);
		const item = run.outputs[0]![0]!;
		expect(Object.keys(item.json)).toEqual(['email', 'f', 'deep', 'points']);
		expect(item.json).toMatchObject(lead);
		expect(resultOf(item, 'points')).toMatchObject({ score: 10, leadKey: ANNA });
	});

	it('is scored anew where it was scored before, and tells what else it replaces', async () => {
		const again = await score(form(FREE), [
			{ email: ANNA, f: 10, e: 0, leadScore: { leadKey: 'x' } },
		]);
		const own = await score(form(FREE), [{ email: ANNA, f: 10, leadScore: 'mine' }]);
		expect([again.scores[0]?.score, again.told]).toEqual([10, '']);
		expect([own.scores[0]?.score, own.told.includes('"leadScore"')]).toEqual([10, true]);
	});

	it('tells the model by which it was scored, and as of when', async () => {
		const options = { modelName: 'B2B leads', modelVersion: '3' };
		expect(await one({}, options)).toMatchObject({
			model: { name: 'B2B leads', version: '3' },
			asOf: new Date(`${AS_OF}Z`).toISOString(),
		});
		expect(await modelOf(form(FREE, options))).toMatchObject({ name: 'B2B leads', version: '3' });
	});

	it('may have dots in the names of its fields', async () => {
		const rules = [
			rule('Size', 10, { conditions: condition('={{ $json["firm.size"] }}', 'number', 'gte', 5) }),
			rule('Views', 1, {
				counts: 'counter',
				counterField: 'web.views',
				decay: 'halfLife',
				decayDays: 10,
				more: { dateField: 'last.view', pointsAtMost: 50 },
			}),
		];
		const { scores } = await score(
			form(rules, { disableDotNotation: true }, { leadField: 'lead.id' }),
			[{ 'lead.id': 7, 'firm.size': 5, 'web.views': 6, 'last.view': daysAgo(10) }],
		);
		expect(scores[0]).toMatchObject({ leadKey: '7', score: 13 });
	});

	it('gives out one model, however many leads there are', async () => {
		const { run } = await score(form(FREE, {}, { output: 'model' }), [{ f: 1 }, { f: 2 }]);
		expect(run.outputs[0]).toHaveLength(1);
		expect(Object.keys(run.outputs[0]![0]!.json)).toEqual(['leadModel']);
	});
});
