import { leadModelSchema, type LeadModelInput } from '../../../nodes/core/lead/LeadModel';
import { prepareModel } from '../../../nodes/core/lead/prepareModel';
import { tallyScore } from '../../../nodes/core/lead/tallyScore';

const RULES: LeadModelInput['rules'] = [
	{ name: 'Industry', category: 'fit', counts: 'lead', points: 10 },
	{ name: 'Size', category: 'fit', counts: 'lead', points: 30, group: 'Company' },
	{ name: 'Revenue', category: 'fit', counts: 'lead', points: 30, group: 'Company' },
	{ name: 'Boss', category: 'fit', counts: 'lead', points: 25, pointsAtMost: 20 },
	{ name: 'Student', category: 'fit', counts: 'lead', points: -40 },
	{
		name: 'Sites',
		category: 'fit',
		counts: 'counter',
		counter: { field: 'sites' },
		points: 50,
		timesAtMost: 1,
	},
	{ name: 'Demo', category: 'engagement', counts: 'lead', points: 50 },
];
const FIELDS = [
	['industry', 'nace'],
	['employees'],
	['revenue'],
	['title'],
	['title'],
	['sites'],
	['demo'],
];
const ALL = ['demo', 'sites', 'title', 'revenue', 'employees', 'nace', 'industry'];

function asked(missing: string[], met: string[] = [], options: Partial<LeadModelInput> = {}) {
	const model = prepareModel(leadModelSchema.parse({ rules: RULES, ...options }), FIELDS);
	const outcomes = met.map((name) => {
		const rule = RULES.findIndex((one) => one.name === name);
		const { points } = RULES[rule]!;
		return { rule, earned: points, decayed: points, evidence: '' };
	});
	return tallyScore({ key: null, outcomes, missing }, model, '2026-11-22').askNext;
}

describe('askNext', () => {
	it.each<[string, string[], string[], Partial<LeadModelInput>, ReturnType<typeof asked>]>([
		['nothing is missing', [], [], {}, null],
		['no rule reads what is missing', ['phone'], [], {}, null],
		[
			'the most points, of equal ones the first rule',
			ALL,
			[],
			{},
			{ field: 'employees', points: 30 },
		],
		['only what is missing', ['industry', 'revenue'], [], {}, { field: 'revenue', points: 30 }],
		['any of a rule’s fields', ['nace'], [], {}, { field: 'nace', points: 10 }],
		[
			'the first of a rule’s fields',
			['nace', 'industry'],
			[],
			{},
			{ field: 'industry', points: 10 },
		],
		['no more than the rule can bring', ['title'], [], {}, { field: 'title', points: 20 }],
		['no counters, no engagement', ['sites', 'demo'], [], {}, null],
		['not what brings a met rule', ['industry'], ['Industry'], {}, null],
		[
			'no more than the maximum leaves',
			ALL,
			['Size'],
			{ fitAtMost: 45 },
			{ field: 'revenue', points: 15 },
		],
		[
			'the first rule where the maximum leaves as much for both',
			ALL,
			['Size'],
			{ fitAtMost: 40 },
			{ field: 'industry', points: 10 },
		],
		['nothing at the maximum', ALL, ['Size'], { fitAtMost: 30 }, null],
		[
			'no more than the group leaves',
			['revenue', 'industry'],
			['Size'],
			{ groups: [{ name: 'Company', pointsAtMost: 35 }] },
			{ field: 'industry', points: 10 },
		],
		[
			'what the group leaves',
			['revenue'],
			['Size'],
			{ groups: [{ name: 'Company', pointsAtMost: 35 }] },
			{ field: 'revenue', points: 5 },
		],
		[
			'nothing where the group is full',
			['revenue'],
			['Size'],
			{ groups: [{ name: 'Company', pointsAtMost: 30 }] },
			null,
		],
		[
			'what is left after points taken away',
			['employees', 'industry'],
			['Student', 'Boss'],
			{},
			{ field: 'employees', points: 10 },
		],
		['nothing where they outweigh it', ['industry'], ['Student', 'Boss'], {}, null],
		[
			'below zero it counts in full',
			['industry'],
			['Student', 'Boss'],
			{ scoreAtLeast: -50 },
			{ field: 'industry', points: 10 },
		],
	])('%s', (_, missing, met, options, question) => {
		expect(asked(missing, met, options)).toEqual(question);
	});

	it('brings exactly the points it names', () => {
		for (const met of [[], ['Student'], ['Size', 'Industry'], ['Student', 'Size']]) {
			for (const fitAtMost of [15, 35, 55, 200]) {
				const groups = [{ name: 'Company', pointsAtMost: 40 }];
				const model = prepareModel(
					leadModelSchema.parse({ rules: RULES, groups, fitAtMost }),
					FIELDS,
				);
				const score = (names: string[], missing: string[]) => {
					const outcomes = names.map((name) => {
						const rule = RULES.findIndex((one) => one.name === name);
						return {
							rule,
							earned: RULES[rule]!.points,
							decayed: RULES[rule]!.points,
							evidence: '',
						};
					});
					return tallyScore({ key: null, outcomes, missing }, model, '2026-11-22');
				};
				const before = score(met, ['revenue']);
				const after = score([...met, 'Revenue'], []);
				expect(after.fit.points - before.fit.points).toBe(before.askNext?.points ?? 0);
			}
		}
	});
});
