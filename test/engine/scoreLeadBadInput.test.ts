import { activityRule, byKey, daysAgo, form, rule, score } from './leadScores';
import { condition } from './resultOf';

const GOOD = { email: 'good@firm.example' };
const BAD = { email: 'bad@firm.example' };
const LISTS = { inputShape: 'activityLists' };
const ITEMS = { inputShape: 'activities' };
const ERROR_OUTPUT = { onError: 'continueErrorOutput' } as const;

const view = (more: object = {}) => ({ type: 'view', date: daysAgo(1), ...more });

interface Case {
	parameters: object;
	good: object;
	bad: object;
	/** What the message names: the field and the rule. */
	named: string;
	/** The score of the bad lead where what cannot be read is left out; undefined where it has none. */
	left: number | undefined;
}

/** Values that nobody can use, each beside a lead that is well. */
const CASES: Record<string, Case> = {
	'a word where a number is compared': {
		parameters: form([
			rule('Big', 10, { conditions: condition('={{ $json.size }}', 'number', 'gte', 50) }),
			rule('Demo', 5, { conditions: condition('={{ $json.email }}', 'string', 'notEmpty') }),
		]),
		good: { ...GOOD, size: 60 },
		bad: { ...BAD, size: 'many' },
		named: 'size in "Big"',
		left: 5,
	},
	'garbage where a date is compared': {
		parameters: form([
			rule('New', 10, {
				conditions: condition('={{ $json.since }}', 'dateTime', 'after', '2026-01-01'),
			}),
		]),
		good: { ...GOOD, since: '2026-02-01' },
		bad: { ...BAD, since: 'soon' },
		named: 'since in "New"',
		left: 0,
	},
	'garbage in the date field of a rule': {
		parameters: form([
			rule('Demo', 10, {
				conditions: condition('={{ $json.email }}', 'string', 'notEmpty'),
				decay: 'halfLife',
				decayDays: 10,
				more: { dateField: 'demoOn' },
			}),
		]),
		good: { ...GOOD, demoOn: daysAgo(0) },
		bad: { ...BAD, demoOn: '2026-02-30' },
		named: 'demoOn in "Demo"',
		left: 0,
	},
	'a counter that is no number': {
		parameters: form([rule('Views', 10, { counts: 'counter', counterField: 'views' })]),
		good: { ...GOOD, views: 1 },
		bad: { ...BAD, views: 'lots' },
		named: 'views in "Views"',
		left: 0,
	},
	'an activity without a date': {
		parameters: form([activityRule('view', 10)], {}, LISTS),
		good: { ...GOOD, activities: [view()] },
		bad: { ...BAD, activities: [view(), view({ date: '' })] },
		named: 'Activity Date Field "date" is empty',
		left: 10,
	},
	'an activity with a date that is none': {
		parameters: form([activityRule('view', 10)], {}, LISTS),
		good: { ...GOOD, activities: [view()] },
		bad: { ...BAD, activities: [view({ date: 'soon' }), view()] },
		named: 'Activity Date Field "date" "soon" cannot be read',
		left: 10,
	},
	'a list of activities that is no list': {
		parameters: form([activityRule('view', 10)], {}, LISTS),
		good: { ...GOOD, activities: [view()] },
		bad: { ...BAD, activities: 'none' },
		named: 'Activity List Field "activities" "none" cannot be read',
		left: 0,
	},
	'an activity that is no record': {
		parameters: form([activityRule('view', 10)], {}, LISTS),
		good: { ...GOOD, activities: [view()] },
		bad: { ...BAD, activities: [7] },
		named: 'Activity List Field "activities" "7" cannot be read',
		left: 0,
	},
	'an item of an activity without a date': {
		parameters: form([activityRule('view', 10)], {}, ITEMS),
		good: { ...GOOD, ...view() },
		bad: { ...BAD, type: 'view' },
		named: 'Activity Date Field "date" is empty',
		left: undefined,
	},
	'an item of an activity without a lead': {
		parameters: form([activityRule('view', 10)], {}, ITEMS),
		good: { ...GOOD, ...view() },
		bad: { ...view(), email: ' ' },
		named: 'Lead Field "email" is empty',
		left: undefined,
	},
};

const withOption = (parameters: object, onBadData: string) => {
	const { options, ...rest } = parameters as { options: object };
	return { ...rest, options: { ...options, engagementMax: 100, onBadData } };
};

describe.each(Object.entries(CASES))('%s', (_name, { parameters, good, bad, named, left }) => {
	it('is left out and told, with its item and field', async () => {
		const { scores, told } = await score(withOption(parameters, 'skip'), [good, bad]);
		const { 'good@firm.example': ofGood, ...others } = byKey(scores, (one) => one.score);
		expect(ofGood).toBeGreaterThan(0);
		expect(others).toEqual(left === undefined ? {} : { 'bad@firm.example': left });
		expect(told).toContain('1 of 2 ');
		expect(told).toContain(`First: item 1, ${named}`);
	});

	it('stops the workflow where that is chosen, with its item and field', async () => {
		const { run } = await score(withOption(parameters, 'stop'), [good, bad]);
		expect(run.outputs.flat()).toEqual([]);
		expect(run.error).toMatchObject({ message: expect.stringContaining(named) });
		expect(run.error).toMatchObject({ context: { itemIndex: 1 } });
	});

	it('goes to the error output where that is chosen, as it came', async () => {
		const { run } = await score(withOption(parameters, 'errorOutput'), [good, bad], {
			node: ERROR_OUTPUT,
		});
		expect(run.outputs[0]?.map(({ json }) => json.email)).toEqual(['good@firm.example']);
		expect(run.outputs[1]).toMatchObject([
			{
				json: { ...bad, error: expect.stringContaining(named) as string },
				pairedItem: { item: 1 },
			},
		]);
	});
});

describe('Good leads', () => {
	it('are not touched by On Bad Data', async () => {
		const parameters = form([rule('Views', 10, { counts: 'counter', counterField: 'views' })]);
		for (const onBadData of ['skip', 'stop', 'errorOutput']) {
			const { scores, told } = await score(
				withOption(parameters, onBadData),
				[
					{ ...GOOD, views: 1 },
					{ ...BAD, views: null },
				],
				{ node: ERROR_OUTPUT },
			);
			expect(scores.map((one) => one.score)).toEqual([10, 0]);
			expect(told).toBe('');
		}
	});
});

describe('Leads without a key', () => {
	const parameters = form([rule('Views', 10, { counts: 'counter', counterField: 'views' })], {
		engagementMax: 100,
	});

	it('are scored, and told', async () => {
		const { scores, told } = await score(parameters, [
			{ ...GOOD, views: 1 },
			{ views: 2 },
			{ email: ' ', views: 3 },
		]);
		expect(scores.map((one) => [one.leadKey, one.score])).toEqual([
			['good@firm.example', 10],
			[null, 20],
			[null, 30],
		]);
		expect(told).toContain('2 leads scored without a key, as Lead Field "email" is empty');
	});

	it('are told once where no item has the field', async () => {
		const { scores, told } = await score({ ...parameters, leadField: 'mail' }, [
			{ ...GOOD, views: 1 },
		]);
		expect(scores.map((one) => one.leadKey)).toEqual([null]);
		expect(told).toBe(
			'No item has the field "mail" (Lead Field). Fields of the first item: email, views.\n',
		);
	});
});

describe('Fields that no item has', () => {
	const met = condition('={{ $json.email }}', 'string', 'notEmpty');

	it.each([
		['a condition', rule('Big', 1, { conditions: condition('={{ $json.x }}', 'number', 'gt', 1) })],
		['a counter', rule('Big', 1, { counts: 'counter', counterField: 'x' })],
		['a date', rule('Big', 1, { conditions: met, decay: 'expiry', more: { dateField: 'x' } })],
	])('are told: %s', async (_name, one) => {
		const { told } = await score(form([one], { engagementMax: 10 }), [GOOD]);
		expect(told).toContain('No item has the field "x" (');
		expect(told).toContain('"Big"');
		expect(told).toContain('Fields of the first item: email.');
	});
});

describe('A model in the form that makes no sense', () => {
	const met = condition('={{ $json.email }}', 'string', 'notEmpty');

	it.each([
		['no rule', form([]), 'No rule is set'],
		['no points above zero', form([rule('A', -1, { conditions: met })]), 'points above zero'],
		[
			'a pattern that is none',
			form([rule('A', 1, { conditions: condition('={{ $json.a }}', 'string', 'regex', '([') })]),
			'rules[0].conditions[0].value: Invalid regular expression',
		],
		[
			'a number that is none',
			form([rule('A', 1, { conditions: condition('={{ $json.a }}', 'number', 'gte', 'big') })]),
			'rules[0].conditions[0].value: "big" is no number',
		],
		['a counter without a field', form([rule('A', 1, { counts: 'counter' })]), 'Counter Field'],
		[
			'an attribute compared with nothing',
			form([rule('A', 1, { counts: 'attribute', comparison: 'gte', comparedWith: '' })]),
			'Compared With',
		],
		[
			'grades that do not fall',
			form([rule('A', 1, { conditions: met })], { fitGrades: '25, 50' }),
			'from the highest down',
		],
		[
			'grades in words',
			form([rule('A', 1, { conditions: met })], { engagementGrades: 'high, low' }),
			'Engagement Grades From',
		],
		[
			'warm above hot',
			form([rule('A', 1, { conditions: met })], { hotFrom: 30, warmFrom: 60 }),
			'Warm From',
		],
		[
			'a list without a field',
			form([rule('A', 1, { conditions: met })], {}, { ...LISTS, activityListField: '' }),
			'Activity List Field is empty',
		],
		[
			'changed leads without the band of last time',
			form([rule('A', 1, { conditions: met })], {}, { output: 'changed' }),
			'Previous Band Field',
		],
		[
			'an As Of that is no date',
			form([rule('A', 1, { conditions: met })], { asOf: 'soon' }),
			'As Of',
		],
	])('stops the run and names what to change: %s', async (_name, parameters, words) => {
		const { run, told } = await score(parameters, [GOOD]);
		expect(run.error?.message).toBeDefined();
		expect(told).toContain(words);
		expect(run.outputs.flat()).toEqual([]);
	});
});

describe('What cannot be read', () => {
	it.each([
		[
			'a date that can be read in two ways',
			{ ...BAD, views: 1, seen: '03/04/2026' },
			'"03/04/2026" can be read in two ways. Choose Day First (31/12/2026) or Month First',
		],
		[
			'a date that is none',
			{ ...BAD, views: 1, seen: 'soon' },
			'"soon" is no date that can be read. Write dates as year-month-day, e.g. 2026-12-31',
		],
		[
			'a number of times that is none',
			{ ...BAD, views: 'often' },
			'"often" is no whole number from 0 up. Correct the value, or choose another Counter Field',
		],
	])('is told with a way out: %s', async (_name, bad, words) => {
		const views = rule('Views', 5, {
			counts: 'counter',
			counterField: 'views',
			decay: 'window',
			decayDays: 30,
			more: { dateField: 'seen', timesAtMost: 4 },
		});
		const { scores, told } = await score(form([views]), [
			{ ...GOOD, views: '1,200', seen: daysAgo(1) },
			bad,
		]);
		expect(told).toContain(words);
		expect(scores.map((one) => one.score)).toEqual([20, 0]);
	});
});
