import fc from 'fast-check';

import { checkLeadModel, type Decay, type LeadModel } from '../../../../nodes/core/lead/LeadModel';
import { modelOfTable } from '../../../../nodes/core/lead/modelTable';
import { decayOfText, textOfDecay } from '../../../../nodes/core/lead/table/decayText';
import { operatorOfText, OPERATOR_TEXTS } from '../../../../nodes/core/lead/table/operatorText';
import { tableOfModel } from '../../../../nodes/core/lead/tableOfModel';
import { TEMPLATE_NAMES, TEMPLATES } from '../../../../nodes/core/lead/templates/templates';
import { SegmentationError } from '../../../../nodes/core/SegmentationError';

type Row = Record<string, unknown>;

const LABEL = 'Model Table';

function model(rows: Row[]): LeadModel {
	return checkLeadModel(modelOfTable(rows, LABEL), LABEL);
}

/** The conditions of the only rule. */
function conditions(row: Row) {
	const { rules } = model([{ Rule: 'R', Points: 5, ...row }]);
	expect(rules).toHaveLength(1);
	return rules[0]!.conditions;
}

/** The error that a table cannot be used. */
function fault(rows: Row[]): SegmentationError {
	let found: unknown;
	try {
		modelOfTable(rows, LABEL);
	} catch (error) {
		found = error;
	}
	expect(found).toBeInstanceOf(SegmentationError);
	return found as SegmentationError;
}

describe('the table of a marketer', () => {
	// Source: the columns that the issue names: field, operator, value, points, group, decay, cap.
	it('is a model', () => {
		const rows: Row[] = [
			{
				Field: 'country',
				Operator: '=',
				Value: 'DE',
				Points: 10,
				Group: 'Place',
				Decay: '',
				Cap: '',
			},
			{ Field: '', Operator: '', Value: '', Points: '', Group: '', Decay: '', Cap: '' },
			{
				Field: 'visits',
				Operator: 'each',
				Value: '',
				Points: 2,
				Group: 'Site',
				Decay: 'half-life 30 days',
				Cap: 'at most 20',
			},
		];
		expect(modelOfTable(rows, LABEL)).toEqual({
			rules: [
				{
					counts: 'lead',
					name: 'country = DE',
					category: 'fit',
					points: 10,
					match: 'all',
					group: 'Place',
					conditions: [{ field: 'country', type: 'string', operator: 'equals', value: 'DE' }],
				},
				{
					counts: 'counter',
					name: 'visits each',
					category: 'engagement',
					points: 2,
					match: 'all',
					group: 'Site',
					pointsAtMost: 20,
					decay: { kind: 'halfLife', days: 30 },
					counter: { field: 'visits' },
					conditions: [],
				},
			],
			groups: [],
			bandRules: [],
		});
	});

	it('has rules of several rows, of activities, for the band, and settings', () => {
		const rows: Row[] = [
			{ Rule: 'Hot From', Value: 80 },
			{
				'rule name': 'Big in Bonn',
				ATTRIBUTE: 'employees',
				operator: 'at least',
				value: '51',
				points: '15',
			},
			{ rule_name: 'big in bonn', attribute: 'City', operator: 'is', value: 'Bonn' },
			{ rule: 'Either', attribute: 'tags', value: 'vip, fan', points: 5, match: 'any' },
			{ attribute: 'newsletter' },
			{
				rule: 'Demo',
				activity: 'demo; Demo Request',
				points: 20,
				times: 2,
				'times a day': 1,
				'First time': 'yes',
			},
			{ rule: 'Any deed', operator: 'activity', value: 'any', points: 1, category: 'behaviour' },
			{ rule: 'Left', attribute: 'Unsubscribed', operator: 'is true', band: 'Cold' },
			{ rule: 'Decay', decay: 'halves every 2 weeks' },
			{
				rule: 'Group row',
				field: 'a',
				value: 1,
				points: -5,
				group: 'G',
				'group cap': 30,
				'date field': 'at',
				'rule set': 'B2B',
			},
		];
		const { rules, bandRules, bands, decay, groups, name } = model(rows);
		expect(name).toBe('B2B');
		expect(bands.hotFrom).toBe(80);
		expect(decay).toEqual({ kind: 'halfLife', days: 14 });
		expect(groups).toEqual([{ name: 'G', pointsAtMost: 30 }]);
		expect(bandRules).toMatchObject([
			{ name: 'Left', band: 'cold', conditions: [{ attribute: 'unsubscribed', operator: 'true' }] },
		]);
		expect(rules).toMatchObject([
			{
				name: 'Big in Bonn',
				match: 'all',
				points: 15,
				conditions: [
					{ attribute: 'employees', operator: 'gte', type: 'number', value: 51 },
					{ attribute: 'city', operator: 'equals', value: 'Bonn' },
				],
			},
			{
				name: 'Either',
				match: 'any',
				conditions: [
					{ attribute: 'tags', operator: 'oneOf', value: ['vip', 'fan'] },
					{ attribute: 'newsletter', operator: 'true', type: 'boolean' },
				],
			},
			{
				name: 'Demo',
				counts: 'activities',
				category: 'engagement',
				types: ['demo', 'Demo Request'],
				timesAtMost: 2,
				timesADay: 1,
				firstTimeOnly: true,
			},
			{ name: 'Any deed', counts: 'activities', types: [], category: 'engagement' },
			{ name: 'Group row', category: 'fit', points: -5, dateField: 'at' },
		]);
	});

	it('takes a field with a condition as a counter where Counts says so', () => {
		const [rule] = model([
			{ Rule: 'V', Attribute: 'Visits', Operator: '>', Value: 2, Points: 1, Counts: 'Each' },
		]).rules;
		expect(rule).toMatchObject({
			counts: 'counter',
			counter: { attribute: 'visits' },
			conditions: [{ attribute: 'visits', operator: 'gt', value: 2 }],
		});
	});

	it('keeps rows without a name apart, however alike', () => {
		const row = { Field: 'a', Operator: 'is', Value: 'x', Points: 1 };
		expect(model([row, row]).rules.map(({ name }) => name)).toEqual(['a is x', 'a is x']);
	});
});

describe('operators and values', () => {
	const number = (operator: string, value: number) => [
		{ field: 'f', type: 'number', operator, value },
	];
	const string = (operator: string, value: string) => [
		{ field: 'f', type: 'string', operator, value },
	];

	// Source: docstrings of operatorText and tableConditions; operators as n8n's condition rows name them.
	it.each<[Row, object[]]>([
		[{ Field: 'f', Operator: '=', Value: 'x' }, string('equals', 'x')],
		[{ Field: 'f', Operator: 'Is', Value: 'x' }, string('equals', 'x')],
		[{ Field: 'f', Operator: 'equals', Value: 5 }, number('equals', 5)],
		[{ Field: 'f', Operator: '=', Value: '01067' }, string('equals', '01067')],
		[
			{ Field: 'f', Operator: '=', Value: true },
			[{ field: 'f', type: 'boolean', operator: 'true' }],
		],
		[
			{ Field: 'f', Operator: '!=', Value: true },
			[{ field: 'f', type: 'boolean', operator: 'false' }],
		],
		[{ Field: 'f', Operator: 'is not', Value: 'x' }, string('notEquals', 'x')],
		[{ Field: 'f', Operator: '<>', Value: 'x' }, string('notEquals', 'x')],
		[{ Field: 'f', Operator: '>', Value: '50' }, number('gt', 50)],
		[{ Field: 'f', Operator: 'more than', Value: '1,000' }, number('gt', 1000)],
		[{ Field: 'f', Operator: '>=', Value: 50 }, number('gte', 50)],
		[{ Field: 'f', Operator: 'At Least', Value: 50 }, number('gte', 50)],
		[{ Field: 'f', Operator: 'at least 50' }, number('gte', 50)],
		[{ Field: 'f', Operator: '> 100' }, number('gt', 100)],
		[{ Field: 'f', Operator: '>100' }, number('gt', 100)],
		[{ Field: 'f', Operator: '< 1 Mio' }, number('lt', 1e6)],
		[{ Field: 'f', Value: '>= 50' }, number('gte', 50)],
		[{ Field: 'f', Operator: '<=', Value: -5 }, number('lte', -5)],
		[{ Field: 'f', Operator: '<', Value: 5 }, number('lt', 5)],
		[
			{ Field: 'f', Operator: '>', Value: '2025-12-31' },
			[{ field: 'f', type: 'dateTime', operator: 'after', value: '2025-12-31' }],
		],
		[
			{ Field: 'f', Operator: 'before', Value: '2025-12-31' },
			[{ field: 'f', type: 'dateTime', operator: 'before', value: '2025-12-31' }],
		],
		[
			{ Field: 'f', Operator: 'since', Value: 46022 },
			[
				{
					field: 'f',
					type: 'dateTime',
					operator: 'afterOrEquals',
					value: '2025-12-31T00:00:00.000Z',
				},
			],
		],
		[{ Field: 'f', Operator: 'between 10 and 50' }, [...number('gte', 10), ...number('lte', 50)]],
		[
			{ Field: 'f', Operator: 'between', Value: '10-50' },
			[...number('gte', 10), ...number('lte', 50)],
		],
		[{ Field: 'f', Operator: '10-50' }, [...number('gte', 10), ...number('lte', 50)]],
		[
			{ Field: 'f', Operator: 'between', Value: '-10 to -5' },
			[...number('gte', -10), ...number('lte', -5)],
		],
		[
			{ Field: 'f', Operator: 'between', Value: '10 to below 50' },
			[{ field: 'f', operator: 'between', value: { from: 10, to: 50 } }],
		],
		[
			{ Attribute: 'employees', Value: '51-200' },
			[
				{ attribute: 'employees', type: 'number', operator: 'gte', value: 51 },
				{ attribute: 'employees', type: 'number', operator: 'lte', value: 200 },
			],
		],
		[{ Field: 'f', Operator: 'contains', Value: 'x, y' }, string('contains', 'x, y')],
		[{ Field: 'f', Operator: 'does not contain', Value: 'x' }, string('notContains', 'x')],
		[
			{ Field: 'f', Operator: 'contains any of', Value: 'x; y' },
			[{ field: 'f', operator: 'containsAny', value: ['x', 'y'] }],
		],
		[
			{ Field: 'f', Operator: 'one of', Value: 'DE, AT' },
			[{ field: 'f', operator: 'oneOf', value: ['DE', 'AT'] }],
		],
		[
			{ Field: 'f', Operator: 'in', Value: 'red, white; blue' },
			[{ field: 'f', operator: 'oneOf', value: ['red, white', 'blue'] }],
		],
		[
			{ Field: 'f', Operator: 'not in', Value: 'DE|AT' },
			[{ field: 'f', operator: 'notOneOf', value: ['DE', 'AT'] }],
		],
		[
			{ Field: 'f', Operator: 'one of', Value: 5 },
			[{ field: 'f', operator: 'oneOf', value: ['5'] }],
		],
		[{ Field: 'f', Value: 'DE, AT' }, [{ field: 'f', operator: 'oneOf', value: ['DE', 'AT'] }]],
		[{ Field: 'f', Value: 'DE' }, string('equals', 'DE')],
		[{ Field: 'f', Operator: 'starts with', Value: 'x' }, string('startsWith', 'x')],
		[{ Field: 'f', Operator: 'startsWith', Value: 'x' }, string('startsWith', 'x')],
		[{ Field: 'f', Operator: 'matches', Value: '/a|b/i' }, string('regex', '/a|b/i')],
		[{ Field: 'f', Operator: 'is empty' }, [{ field: 'f', type: 'string', operator: 'empty' }]],
		[{ Field: 'f', Operator: 'is given' }, [{ field: 'f', type: 'string', operator: 'notEmpty' }]],
		[{ Field: 'f', Operator: 'is true' }, [{ field: 'f', type: 'boolean', operator: 'true' }]],
		[
			{ Field: 'f', Operator: 'lengthGt', Value: 2 },
			[{ field: 'f', type: 'array', rightType: 'number', operator: 'lengthGt', value: 2 }],
		],
		[
			{ Field: '={{ $json.a }}', Operator: 'is', Value: 'x' },
			[{ expression: '={{ $json.a }}', type: 'string', operator: 'equals', value: 'x' }],
		],
		[
			{ Field: 'f', Operator: '>', Value: '={{ $json.g }}' },
			[{ field: 'f', type: 'number', operator: 'gt', value: '={{ $json.g }}' }],
		],
		[{ Operator: 'always' }, []],
		// Attributes are compared by what they hold.
		[
			{ Attribute: 'newsletter', Value: 'ja' },
			[{ attribute: 'newsletter', type: 'boolean', operator: 'true' }],
		],
		[
			{ Attribute: 'newsletter', Operator: 'is not', Value: 'yes' },
			[{ attribute: 'newsletter', type: 'boolean', operator: 'false' }],
		],
		[
			{ Attribute: 'tags', Operator: 'is', Value: 'vip' },
			[{ attribute: 'tags', operator: 'oneOf', value: ['vip'] }],
		],
		[
			{ Attribute: 'Pages', Operator: 'contains', Value: '/pricing' },
			[{ attribute: 'pages', operator: 'containsAny', value: ['/pricing'] }],
		],
		[
			{ Attribute: 'employees', Operator: '=', Value: '1.000' },
			[{ attribute: 'employees', type: 'number', operator: 'equals', value: 1000 }],
		],
		[
			{ Attribute: 'Margin', Operator: 'at least', Value: 0.35 },
			[{ attribute: 'margin', type: 'number', operator: 'gte', value: 35 }],
		],
		[
			{ Attribute: 'revenue', Operator: 'at least', Value: '10 Mio. €' },
			[{ attribute: 'revenue', type: 'number', operator: 'gte', value: 10e6 }],
		],
		[
			{ Attribute: 'seniority', Operator: 'is', Value: 'C level' },
			[{ attribute: 'seniority', type: 'string', operator: 'equals', value: 'cLevel' }],
		],
		[
			{ Attribute: 'Sector', Operator: 'one of', Value: 'Information Technology, retail' },
			[{ attribute: 'sector', operator: 'oneOf', value: ['informationTechnology', 'retail'] }],
		],
		[
			{ Attribute: 'Last Activity', Operator: '>', Value: '2025-01-01' },
			[{ attribute: 'lastActivity', type: 'dateTime', operator: 'after', value: '2025-01-01' }],
		],
		[
			{ Attribute: 'job title', Operator: 'is empty' },
			[{ attribute: 'jobTitle', type: 'string', operator: 'empty' }],
		],
	])('%j', (row, expected) => {
		expect(conditions(row)).toEqual(expected);
	});

	it.each(OPERATOR_TEXTS)('reads "%s" as it writes it', (text) => {
		expect(operatorOfText(text)?.rest).toBeUndefined();
		expect(operatorOfText(text.toUpperCase())).toEqual(operatorOfText(text));
	});
});

describe('decay', () => {
	// Source: docstring of decayOfText and the ways to write it that the form's hints name.
	it.each<[string, Decay | undefined]>([
		['none', { kind: 'none' }],
		['never', { kind: 'none' }],
		['half-life 30 days', { kind: 'halfLife', days: 30 }],
		['Half life of 30 days', { kind: 'halfLife', days: 30 }],
		['halfLife 30', { kind: 'halfLife', days: 30 }],
		['halves every 30 days', { kind: 'halfLife', days: 30 }],
		['halves every month', { kind: 'halfLife', days: 30 }],
		['halves every 2 weeks', { kind: 'halfLife', days: 14 }],
		['window 90 days', { kind: 'window', days: 90 }],
		['within 90 days', { kind: 'window', days: 90 }],
		['in the last 90 days', { kind: 'window', days: 90 }],
		['25 % every 3 months', { kind: 'step', percent: 25, months: 3 }],
		['25% every 3 months', { kind: 'step', percent: 25, months: 3 }],
		['-25 % per month', { kind: 'step', percent: 25, months: 1 }],
		['step 12,5 % every quarter', { kind: 'step', percent: 12.5, months: 3 }],
		['expires after 180 days', { kind: 'expiry', days: 180 }],
		['expires after 1 year', { kind: 'expiry', days: 365 }],
		['expiry 6 months', { kind: 'expiry', days: 180 }],
		['30 days', undefined],
		['half-life', undefined],
		['half-life 0 days', undefined],
		['120 % every 3 months', undefined],
		['0 % every 3 months', undefined],
		['25 % every 0 months', undefined],
		['soon', undefined],
	])('%s', (text, decay) => {
		expect(decayOfText(text)).toEqual(decay);
	});

	it('is read as it is written', () => {
		const days = fc.integer({ min: 1, max: 9999 });
		const decays = fc.oneof(
			fc.constant<Decay>({ kind: 'none' }),
			fc.record({
				kind: fc.constantFrom('halfLife' as const, 'window' as const, 'expiry' as const),
				days,
			}),
			fc.record({
				kind: fc.constant('step' as const),
				percent: fc.integer({ min: 1, max: 100 }),
				months: days,
			}),
		);
		fc.assert(
			fc.property(decays, (decay) => {
				expect(decayOfText(textOfDecay(decay))).toEqual(decay);
			}),
		);
	});
});

describe('what cannot be used is said, by row and column', () => {
	const good = { Rule: 'Good', Field: 'a', Value: 'x', Points: 1 };

	// Source: the promise of modelOfTable's docstring.
	it.each<[string, Row[], string, string]>([
		['no rows', [], 'Model Table cannot be used: it has no rows', 'one rule a row'],
		['only blank rows', [{ Rule: '', Points: null }], 'it has no rows', 'one rule a row'],
		[
			'no known column',
			[{ foo: 1, bar: 2 }],
			'none of its columns is known (foo, bar)',
			'Attribute, Field, Operator',
		],
		[
			'points in words',
			[good, { ...good, Rule: 'B', Points: 'abc' }],
			'row 3 (item 2), Points: "abc" is not a number',
			'such as 10 or -5',
		],
		[
			'no points',
			[{ Field: 'a', Value: 'x' }],
			'row 2 (item 1), Points: nothing is given',
			'or fill in Band',
		],
		[
			'the number that the sheet tells',
			[{ ...good, row_number: 17, Points: 'abc' }],
			'row 17 (item 1), Points',
			'such as 10',
		],
		[
			'an operator',
			[{ ...good, Operator: 'resembles' }],
			'row 2 (item 1), Operator: "resembles" is not known',
			'is one of, ',
		],
		[
			'no operator',
			[{ Field: 'a', Points: 1 }],
			'row 2 (item 1), Operator: nothing is given',
			'Operator and Value',
		],
		[
			'nothing asked',
			[{ Rule: 'A', Points: 1 }],
			'row 2 (item 1), Field: nothing is given',
			'always',
		],
		[
			'no name and nothing asked',
			[{ Points: 1 }],
			'row 2 (item 1), Rule: nothing is given',
			'Name the rule',
		],
		[
			'no value',
			[{ ...good, Operator: 'contains', Value: '' }],
			'Value: nothing is given',
			'is given',
		],
		[
			'a value without a field',
			[{ Rule: 'A', Operator: 'is', Value: 'x', Points: 1 }],
			'Field: nothing is given to compare',
			'Attribute or Field',
		],
		[
			'an attribute',
			[{ Rule: 'A', Attribute: 'shoe size', Value: 5, Points: 1 }],
			'Attribute: "shoe size" is not known',
			'averageOrder, ',
		],
		[
			'attribute and field',
			[{ ...good, Attribute: 'city' }],
			'Field: an attribute is given as well',
			'not both',
		],
		[
			'a value that is no number',
			[{ ...good, Operator: '>', Value: 'many' }],
			'Value: "many" is not a number',
			'50',
		],
		[
			'a number of an attribute',
			[{ Rule: 'A', Attribute: 'revenue', Operator: '>', Value: '5 mil', Points: 1 }],
			'Value: "5 mil" cannot be used',
			'Revenue, a number',
		],
		[
			'a date',
			[{ ...good, Operator: 'before', Value: '03/04/2025' }],
			'Value: "03/04/2025" is not a date',
			'2025-12-31',
		],
		[
			'a range',
			[{ ...good, Operator: 'between', Value: '10' }],
			'Value: "10" is no range',
			'10-50',
		],
		[
			'a range upside down',
			[{ ...good, Operator: 'between', Value: '50-10' }],
			'ends before it begins',
			'lower end first',
		],
		[
			'a recognised value',
			[{ Rule: 'A', Attribute: 'seniority', Value: 'boss', Points: 1 }],
			'Value: "boss" is not known',
			'owner, cLevel',
		],
		['a decay', [{ ...good, Decay: 'soon' }], 'Decay: "soon" cannot be read', 'half-life 30 days'],
		['a cap', [{ ...good, Cap: -5 }], 'Cap: "-5" is not a number above zero', '25'],
		['a category', [{ ...good, Category: 'shape' }], 'Category: "shape" is not known', 'fit, '],
		[
			'a band',
			[{ Field: 'a', Value: 'x', Band: 'lukewarm' }],
			'Band: "lukewarm" is not known',
			'hot, warm, cold',
		],
		[
			'points and a band',
			[{ ...good, Band: 'cold' }],
			'Points: "1" has no meaning',
			'one of Points and Band',
		],
		[
			'a band without conditions',
			[good, { Rule: 'C', Band: 'cold' }],
			'row 3 (item 2), Operator: nothing is given',
			'Operator and Value',
		],
		[
			'times of what is not counted',
			[{ ...good, Times: 2 }],
			'Times: "2" has no meaning',
			'"each" in Counts',
		],
		[
			'half a time',
			[{ Field: 'v', Operator: 'each', Points: 1, Times: 2.5 }],
			'Times: "2.5" is not a whole number',
			'3',
		],
		[
			'nothing to count',
			[{ Rule: 'A', Operator: 'each', Points: 1 }],
			'Field: nothing is given to count',
			'number of times',
		],
		['a match', [{ ...good, Match: 'some' }], 'Match: "some" is not known', 'all, '],
		[
			'two values',
			[{ ...good, Operator: 'at least 5', Value: 6 }],
			'both hold a value',
			'Leave Value blank',
		],
		[
			'rows of one rule that contradict each other',
			[good, { ...good, Points: 2 }],
			'row 3 (item 2), Points: "2" contradicts "1" in row 2 (item 1)',
			'another rule another name',
		],
		[
			'a range beside others of which any is enough',
			[
				{ ...good, Match: 'any' },
				{ ...good, Operator: 'between', Value: '1-2' },
			],
			'row 3 (item 2), Operator: a range with both ends',
			'10 to below 51',
		],
		[
			'two rule sets',
			[
				{ ...good, 'Rule Set': 'A' },
				{ ...good, Rule: 'B', 'Rule Set': 'B' },
			],
			'row 3 (item 2), Rule Set: "B" is another one than "A"',
			'Filter node',
		],
		['settings only', [{ Rule: 'Hot From', Value: 70 }], 'no row brings points', 'Points'],
		[
			'a setting',
			[good, { Rule: 'Hot From', Value: 170 }],
			'row 3 (item 2), Value: "170" cannot be used',
			'0 to 100',
		],
	])('%s', (_, rows, message, hint) => {
		const found = fault(rows);
		expect(found.code).toBe('invalidModel');
		expect(found.message).toContain(message);
		expect(found.hint).toContain(hint);
	});
});

describe('laws', () => {
	const cells: Record<string, fc.Arbitrary<unknown>> = {
		Rule: fc.constantFrom('', 'A', 'B', 'C', 'Hot From', 'Decay'),
		Category: fc.constantFrom('', 'fit', 'Engagement'),
		Attribute: fc.constantFrom('', '', 'City', 'visits', 'tags', 'Margin', 'newsletter', 'sector'),
		Field: fc.constantFrom('', '', 'f', '={{ 1 }}'),
		Operator: fc.constantFrom(
			'',
			'is',
			'>',
			'each',
			'between',
			'one of',
			'is empty',
			'activity',
			'at least 5',
			'always',
		),
		Value: fc.constantFrom(
			'',
			'a',
			5,
			'5',
			'10-50',
			'retail',
			'yes',
			true,
			'2025-12-31',
			'={{ 1 }}',
			'; ',
			'[]',
		),
		Points: fc.integer({ min: -30, max: 30 }),
		Match: fc.constantFrom('', 'any', 'all'),
		Group: fc.constantFrom('', 'G', 'H'),
		'Group At Most': fc.constantFrom('', 5, 0.5),
		Decay: fc.constantFrom('', 'within 9 days', '25 % every 3 months'),
		Cap: fc.constantFrom('', 5, 'at most 7'),
		Counts: fc.constantFrom('', '', 'each', 'activity', 'once'),
		Activity: fc.constantFrom('', '', 'demo', 'any', ';'),
		Times: fc.constantFrom('', 3),
		'Times a Day': fc.constantFrom('', '', 1),
		'First Time': fc.constantFrom('', '', 'yes', false),
		Band: fc.constantFrom('', '', '', 'cold'),
	};
	const columns = fc.constantFrom(...Object.keys(cells));
	/** Rows as people fill them in: few columns, mostly with what belongs there. */
	const likely = fc
		.tuple(
			fc.record(cells),
			fc.array(columns, { maxLength: 3 }),
			fc.option(fc.tuple(columns, fc.anything()), { freq: 1 }),
		)
		.map(([all, more, wild]): Row => {
			const filled = ['Rule', 'Attribute', 'Operator', 'Value', 'Points', ...more];
			const row: Row = Object.fromEntries(filled.map((column) => [column, all[column]]));
			return wild ? { ...row, [wild[0]]: wild[1] } : row;
		});

	it('gives a model that passes the check or says by row what cannot be used, whatever the cells', () => {
		let taken = 0;
		fc.assert(
			fc.property(fc.array(likely, { maxLength: 3 }), (rows) => {
				let made;
				try {
					made = modelOfTable(rows, LABEL);
				} catch (error) {
					expect(error).toBeInstanceOf(SegmentationError);
					return;
				}
				taken++;
				expect(() => checkLeadModel(made, LABEL)).not.toThrow();
			}),
			{ numRuns: 4000 },
		);
		// Kills: a law that holds only because no table is ever taken.
		expect(taken).toBeGreaterThan(100);
	});

	const word = fc.constantFrom(
		'DE',
		'red, white',
		'a;b',
		'x|y',
		'[z]',
		' 5',
		'C++',
		'50',
		'is',
		'10-50',
	);
	const subject = fc.constantFrom({ Field: 'f' }, { Field: 'a.b' }, { Attribute: 'City' });
	const numeric = fc.constantFrom(
		{ Field: 'f' },
		{ Attribute: 'Employees' },
		{ Attribute: 'Margin' },
	);
	const question = fc.oneof(
		fc.tuple(subject, fc.constantFrom('is', 'is not', 'contains', 'starts with'), word),
		fc.tuple(subject, fc.constant('matches'), fc.constantFrom('/a|b/i', '^ab+$')),
		fc.tuple(
			subject,
			fc.constantFrom('is one of', 'is not one of', 'contains any of'),
			fc.uniqueArray(word, { minLength: 1 }).map((words) => JSON.stringify(words)),
		),
		fc.tuple(
			numeric,
			fc.constantFrom('more than', 'at least', 'less than', 'at most'),
			fc.integer({ min: 2, max: 99 }),
		),
		fc.tuple(numeric, fc.constant('between'), fc.constantFrom('2-50', '2 to below 50')),
		fc.tuple(
			fc.constant({ Attribute: 'Consent' }),
			fc.constantFrom('is true', 'is false', 'is empty', 'is given'),
		),
	);
	const asking = question.map(([operand, Operator, Value]) => ({ ...operand, Operator, Value }));
	const named = fc
		.array(
			fc.record(
				{
					Points: fc.integer({ min: -30, max: 30 }),
					question: asking,
					Group: fc.constantFrom('A', 'B'),
					Decay: fc.constantFrom('none', 'half-life 30 days', '25 % every 3 months'),
					Cap: fc.integer({ min: 1, max: 50 }),
					Category: fc.constantFrom('fit', 'engagement'),
				},
				{ requiredKeys: ['Points', 'question'] },
			),
			{ minLength: 1, maxLength: 5 },
		)
		.map((rules) =>
			rules.map(({ question: asked, ...rule }, i) => ({ Rule: `Rule ${i}`, ...rule, ...asked })),
		);

	it('makes a table of a model of a table that is the same model', () => {
		fc.assert(
			fc.property(named, (rows) => {
				const made = model(rows as Row[]);
				expect(model(tableOfModel(made))).toEqual(made);
			}),
		);
	});

	it.each(TEMPLATE_NAMES)(
		'makes a table of %s that is the same model, but for what tables do not hold',
		(name) => {
			for (const hasActivities of [false, true]) {
				const choices = {
					targetCountries: ['DE'],
					targetRegions: ['Bavaria', '80'],
					targetSectors: ['retail' as const],
					targetIndustries: ['bakery, fine'],
					ownCompetitors: ['Rival, Inc.', 'rival.example'],
					interests: ['a;b'],
					channels: ['online'],
				};
				const whole = checkLeadModel(TEMPLATES[name].model(choices, hasActivities), LABEL);
				const held = { ...whole, inactivity: undefined };
				const back = model(tableOfModel(whole));
				// Types that the template leaves to the values are written out by the table.
				const plain = (made: object) =>
					JSON.parse(
						JSON.stringify(made, (key, value: unknown) => (key === 'type' ? undefined : value)),
					) as unknown;
				expect(plain(back)).toEqual(plain(held));
				expect(model(tableOfModel(back))).toEqual(back);
			}
		},
	);

	it('gives each row all columns, and two rules of one name names of their own', () => {
		const { rules, ...rest } = model([{ Rule: 'R', Field: 'a', Value: 'x', Points: 1 }]);
		const table = tableOfModel({ ...rest, rules: [rules[0]!, rules[0]!] });
		expect(table.map((row) => row.Rule).slice(0, 2)).toEqual(['R', 'R (2)']);
		expect(new Set(table.map((row) => Object.keys(row).join())).size).toBe(1);
	});
});

// Source: the table in the README.
it.each([
	[{ Rule: 'Demo', Field: 'demo', Operator: 'activity', Value: '', Points: 30 }],
	[{ Rule: 'Demo', Field: '', Operator: 'activity', Value: 'demo', Points: 30 }],
	[{ Rule: 'Demo', Activity: 'demo', Points: 30 }],
])('takes the type of an activity from wherever people write it: %j', (row) => {
	expect(model([row]).rules).toMatchObject([
		{ counts: 'activities', types: ['demo'], conditions: [] },
	]);
});
