import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { LeadModelInput } from '../../nodes/core/lead/LeadModel';
import type { LeadScore } from '../../nodes/core/lead/LeadScore';
import { AS_OF, daysAgo } from './leadScores';
import { ANNA, deliver, rowOf } from './rememberedLeads';

type Rule = LeadModelInput['rules'][number];

const FROM_AUSTRIA: Rule = {
	name: 'From Austria',
	category: 'fit',
	points: 20,
	counts: 'lead',
	conditions: [{ field: 'country', operator: 'equals', value: 'AT' }],
};

const MAIL: Rule = {
	name: 'Mail',
	category: 'engagement',
	points: 6,
	counts: 'activities',
	types: ['mail'],
	timesAtMost: 3,
};

/** Rules of every kind that looks at a record. */
const MODEL: LeadModelInput = {
	rules: [
		FROM_AUSTRIA,
		MAIL,
		{
			name: 'Large and known',
			category: 'fit',
			points: 15,
			counts: 'lead',
			conditions: [
				{ field: 'company.size', operator: 'gte', value: 50 },
				{ field: 'phone', type: 'string', operator: 'notEmpty' },
			],
		},
		{
			name: 'Reachable',
			category: 'fit',
			points: 5,
			counts: 'lead',
			match: 'any',
			conditions: [
				{ field: 'phone', type: 'string', operator: 'notEmpty' },
				{ field: 'country', operator: 'oneOf', value: ['DE', 'CH'] },
			],
		},
		{
			name: 'No phone',
			category: 'fit',
			points: -7,
			counts: 'lead',
			conditions: [{ field: 'phone', type: 'string', operator: 'empty' }],
		},
		{
			name: 'Decides',
			category: 'fit',
			points: 10,
			counts: 'lead',
			conditions: [{ attribute: 'seniority', operator: 'oneOf', value: ['director', 'cLevel'] }],
		},
		{
			name: 'Worked out',
			category: 'fit',
			points: 4,
			counts: 'lead',
			conditions: [
				{ expression: '={{ $json.plan }}', type: 'string', operator: 'equals', value: 'pro' },
			],
		},
		{
			name: 'Visits',
			category: 'engagement',
			points: 2,
			counts: 'counter',
			counter: { field: 'visits' },
			timesAtMost: 8,
			dateField: 'seen',
			decay: { kind: 'halfLife', days: 30 },
		},
		{
			name: 'Subscribed',
			category: 'engagement',
			points: 3,
			counts: 'lead',
			decay: { kind: 'halfLife', days: 60 },
			conditions: [{ field: 'newsletter', type: 'boolean', operator: 'true' }],
		},
	],
	bandRules: [
		{
			name: 'Rival',
			band: 'cold',
			conditions: [{ field: 'domain', operator: 'contains', value: 'rival' }],
		},
	],
	inactivity: { afterDays: 15, points: 5 },
	// Without a margin the band of last time changes nothing.
	bands: { margin: 0 },
};

function settings(model: LeadModelInput = MODEL, more: object = {}): object {
	return {
		modelSource: 'json',
		modelJson: model,
		inputShape: 'activities',
		memory: 'workflow',
		options: { asOf: AS_OF, activityIdField: 'id', lastActivityField: 'lastActivity' },
		...more,
	};
}

function mails(count: number): object[] {
	return Array.from({ length: count }, (_, i) => ({
		email: ANNA,
		id: `${i}`,
		type: 'mail',
		date: daysAgo(20 + i),
	}));
}

const record = fc.record({
	email: fc.constant(ANNA),
	country: fc.constantFrom('AT', 'DE', null),
	company: fc.record({ size: fc.constantFrom(10, 50, '250', null) }),
	phone: fc.constantFrom('+43 1 234', '', null),
	title: fc.constantFrom('Director of Sales', 'Clerk', null),
	plan: fc.constantFrom('pro', 'free'),
	visits: fc.constantFrom(0, 3, '12', 'many', null),
	seen: fc.constantFrom(daysAgo(40), daysAgo(-3), null),
	newsletter: fc.boolean(),
	domain: fc.constantFrom('rival.example', 'firm.example'),
	lastActivity: fc.constantFrom(daysAgo(3), daysAgo(30), null),
});

const asRead = (name: string) => (name === 'title' ? 'jobTitle' : name);

const figures = ({
	score,
	fit,
	engagement,
	band,
	bandSetBy,
	reasons,
	missing,
	askNext,
}: LeadScore) => ({
	score,
	fit,
	engagement,
	band,
	bandSetBy: bandSetBy?.rule,
	reasons: reasons.map(({ rule: name, points }) => [name, points]),
	// Where no item has a job title, no field is known to hold it.
	missing: missing.map(asRead),
	askNext: askNext && { ...askNext, field: asRead(askNext.field) },
});

describe('The record of a lead that Score Lead remembers', () => {
	it('gives activities that come alone the score of record and activities at once', async () => {
		await fc.assert(
			fc.asyncProperty(record, record, fc.integer({ min: 1, max: 3 }), async (old, own, count) => {
				const all = mails(count);
				const [atOnce] = (await deliver(settings(), [own, ...all])).scores;
				const data: IDataObject = {};
				await deliver(settings(), [old], data);
				await deliver(settings(MODEL, { inputShape: 'leads' }), [own], data);
				let last: LeadScore | undefined;
				for (const one of all) [last] = (await deliver(settings(), [one], data)).scores;
				expect(figures(last!)).toEqual(figures(atOnce!));
				const [again] = (await deliver(settings(), [all[0]!], data)).scores;
				expect(figures(again!)).toEqual(figures(atOnce!));
				const late: IDataObject = {};
				for (const one of [...all, own]) [last] = (await deliver(settings(), [one], late)).scores;
				expect(figures(last!)).toEqual(figures(atOnce!));
			}),
			{ numRuns: 20 },
		);
	});

	it('tells no crossing that is none', async () => {
		const data: IDataObject = {};
		const model = { rules: [FROM_AUSTRIA, MAIL] };
		await deliver(settings(model), [{ email: ANNA, country: 'AT' }], data);
		expect(rowOf(data)).toMatchObject({ lead_score: 20, lead_band: 'warm' });
		const changed = settings(model, { output: 'changed' });
		const [mail, another, third] = mails(3);
		expect((await deliver(changed, [mail!], data)).scores).toEqual([]);
		const [hot] = (await deliver(changed, [another!, third!], data)).scores;
		expect(hot).toMatchObject({ score: 38, band: 'hot', previousBand: 'warm', bandChanged: true });
		expect(hot!.reasons.find(({ rule: name }) => name === 'From Austria')).toMatchObject({
			points: 20,
			evidence: 'by the record that came before',
		});
	});

	it('tells the number that was counted, and how long ago', async () => {
		const data: IDataObject = {};
		await deliver(settings(), [{ email: ANNA, visits: 12, seen: daysAgo(40) }], data);
		const [score] = (await deliver(settings(), mails(1), data)).scores;
		expect(score!.reasons.find(({ rule: name }) => name === 'Visits')?.evidence).toBe(
			'visits is 12, by the record that came before, 40 days ago',
		);
	});

	it.each([
		['a field that decides', { country: 'DE' }, { 'From Austria': undefined, Reachable: 5 }],
		['a field that is empty now', { phone: '' }, { 'No phone': -7, 'Large and known': undefined }],
		['a part that decides nothing', { phone: '+49' }, { 'Large and known': 15, Reachable: 5 }],
		['a part that decides', { company: { size: 7 } }, { 'Large and known': undefined }],
		['another number', { visits: 1, seen: daysAgo(0) }, { Visits: 2 }],
		['a number without its date', { visits: 1 }, { Visits: 8 }],
		['another last activity', { lastActivity: daysAgo(1) }, { Inactivity: undefined }],
		['nothing', {}, { 'From Austria': 20, 'Large and known': 15, Visits: 8, Inactivity: -5 }],
	])('is heard where an activity does not tell it better: %s', async (_name, told, points) => {
		const data: IDataObject = {};
		const known = {
			email: ANNA,
			country: 'AT',
			company: { size: 60 },
			phone: '+43 1 234',
			visits: 4,
			seen: daysAgo(0),
			lastActivity: daysAgo(20),
		};
		await deliver(settings(), [known], data);
		for (const event of [{ ...mails(1)[0], ...told }, mails(1)[0]!]) {
			const [score] = (await deliver(settings(), [event], data)).scores;
			const found = Object.fromEntries(
				score!.reasons.map((reason) => [reason.rule, reason.points]),
			);
			for (const [name, expected] of Object.entries(points)) {
				expect([name, found[name]]).toEqual([name, expected]);
			}
		}
	});

	const lead = (more: object): Rule =>
		({ name: 'Fits', category: 'fit', points: 20, counts: 'lead', ...more }) as Rule;
	const compared = (more: object, operator: string, value?: unknown) =>
		lead({ conditions: [{ ...more, operator, value }] });
	const worksOut = (expression: string) => compared({ expression, type: 'boolean' }, 'true');
	const counter = (more: object): Rule =>
		({ ...lead({ points: 4, counts: 'counter', counter: { field: 'visits' } }), ...more }) as Rule;

	it.each<[string, Rule, object, object]>([
		[
			'an activity of a type that no rule counts',
			FROM_AUSTRIA,
			{ country: 'AT' },
			{ type: 'seen' },
		],
		[
			'an event without type and date',
			FROM_AUSTRIA,
			{ country: 'AT' },
			{ type: undefined, date: undefined },
		],
		[
			'another part of the record',
			FROM_AUSTRIA,
			{ country: 'AT' },
			{ type: undefined, date: undefined, phone: '+43' },
		],
		['an expression', worksOut('={{ $json.employees > 50 }}'), { employees: 100 }, {}],
		['an expression that denies', worksOut('={{ !$json.phone }}'), { phone: '' }, {}],
		[
			'a counter by an expression',
			counter({ counter: { field: '={{ $json.visits || 0 }}' } }),
			{ visits: 5 },
			{},
		],
		[
			'the type of a contact',
			compared({ field: 'type' }, 'equals', 'client'),
			{ type: 'client' },
			{},
		],
		[
			'the date of a contact',
			counter({ dateField: 'date', decay: { kind: 'halfLife', days: 9 } }),
			{ visits: 5 },
			{},
		],
		[
			'a job title by another name',
			compared({ attribute: 'seniority' }, 'oneOf', ['director']),
			{ jobTitle: 'Director of Sales' },
			{ title: 'Pricing page' },
		],
		['a counter without conditions', counter({ match: 'any' }), { visits: 5 }, {}],
		['a counter that cannot be read', counter({}), { visits: 5 }, { visits: 'many' }],
		[
			'another field that does not come',
			compared({ field: 'country' }, 'equals', '={{ $json.target }}'),
			{ country: 'AT', target: 'AT' },
			{ country: 'AT' },
		],
	])('is kept where an activity cannot tell it: %s', async (_name, fit, known, told) => {
		const model = { rules: [fit, MAIL] };
		const data: IDataObject = {};
		const [before] = (await deliver(settings(model), [{ email: ANNA, ...known }], data)).scores;
		expect(before!.fit.points).toBe(20);
		const rules = rowOf(data)!.lead_rules;
		const event = { ...mails(1)[0], ...told };
		const [after] = (await deliver(settings(model), [event], data)).scores;
		expect(after!.fit.points).toBe(20);
		expect(rowOf(data)!.lead_rules).toBe(rules);
	});

	it('is kept where lists of activities come without it', async () => {
		const data: IDataObject = {};
		const model = { rules: [FROM_AUSTRIA, MAIL] };
		await deliver(settings(model), [{ email: ANNA, country: 'AT' }], data);
		const lists = settings(model, { inputShape: 'activityLists' });
		const [score] = (await deliver(lists, [{ email: ANNA, activities: mails(1) }], data)).scores;
		expect(score!.score).toBe(26);
	});

	it('takes what leads no longer have away, where leads come in as they are', async () => {
		const data: IDataObject = {};
		const leads = settings({ rules: [FROM_AUSTRIA, MAIL] }, { inputShape: 'leads' });
		await deliver(leads, [{ email: ANNA, country: 'AT' }], data);
		await deliver(leads, [{ email: ANNA }], data);
		const [score] = (await deliver(settings({ rules: [FROM_AUSTRIA, MAIL] }), mails(1), data))
			.scores;
		expect(score!.score).toBe(6);
	});

	it('tells the last activity, of several the newest', async () => {
		const model = { rules: [MAIL], inactivity: { afterDays: 15, points: 5 } };
		const data: IDataObject = {};
		await deliver(settings(model), [{ email: ANNA, lastActivity: daysAgo(3) }], data);
		const [mail] = mails(1);
		const old = { ...mail, lastActivity: daysAgo(40) };
		for (const event of [mail!, old, mail!]) {
			const [score] = (await deliver(settings(model), [event], data)).scores;
			expect(score!.score).toBe(6);
		}
	});

	it('makes it no news that its fields do not come with an activity', async () => {
		const data: IDataObject = {};
		const model = { rules: [FROM_AUSTRIA, counter({}), MAIL] };
		const options = { asOf: AS_OF };
		const own = { email: ANNA, country: 'AT', visits: 1 };
		const { told } = await deliver(settings(model, { options }), [own], data);
		expect(told).not.toContain('Last Activity');
		const event = { email: ANNA, type: 'mail', date: daysAgo(2) };
		expect((await deliver(settings(model, { options }), [event])).told).toContain('No item has');
		const after = await deliver(settings(model, { options }), [event], data);
		expect(after.told).not.toMatch(/No item has|Not found|scored without/);
	});

	it('is no longer heard by a rule that asks something else, and by that one alone', async () => {
		const data: IDataObject = {};
		const visits = { ...MODEL.rules[7]!, points: 1 };
		const record_ = { email: ANNA, country: 'AT', visits: 4, seen: daysAgo(0) };
		await deliver(settings({ rules: [FROM_AUSTRIA, MAIL, visits] }), [record_], data);
		const fromGermany = {
			...FROM_AUSTRIA,
			conditions: [{ field: 'country', operator: 'notEquals', value: 'DE' }],
		};
		const changed = { rules: [fromGermany, { ...MAIL, points: 7 }, { ...visits, points: 2 }] };
		const [score] = (await deliver(settings(changed), mails(1), data)).scores;
		expect(score!.reasons.map(({ rule: name, points }) => [name, points])).toEqual([
			['From Austria', 20],
			['Visits', 8],
			['Mail', 7],
		]);
		expect(score!.missing).toEqual(['country']);
	});

	it('is kept without its values', async () => {
		const data: IDataObject = {};
		const own = {
			email: ANNA,
			country: 'AT',
			phone: '+43 1 234',
			title: 'Director of Sales',
			domain: 'rival.example',
		};
		await deliver(settings(), [own], data);
		expect(rowOf(data)?.lead_rules).toMatch(/^\{"v":1,"met":\["[0-9a-f]{8}"/);
		expect(JSON.stringify(data)).not.toMatch(/"AT"|\+43|Director|rival/);
	});

	it('is missed where it never came, and where it cannot be read', async () => {
		const data: IDataObject = {};
		const hint = '1 lead scored without what rules of fit ask for';
		expect((await deliver(settings(), mails(1), data)).told).toContain(hint);
		const own = { email: ANNA, country: null };
		expect((await deliver(settings(), [own], data)).told).not.toContain(hint);
		expect((await deliver(settings(), mails(1), data)).told).not.toContain(hint);
		rowOf(data)!.lead_rules = '{';
		const { told } = await deliver(settings(), mails(1), data);
		expect(told).toContain(hint);
		expect(told).toContain(
			'The remembered rules of 1 lead cannot be read and count as none: "lead_rules" of the memory was changed',
		);
	});
});
