import fc from 'fast-check';

import { Recogniser } from '../../../../nodes/core/attribute/recognition/Recogniser';
import {
	DECISION_ROLES,
	DEPARTMENTS,
	SENIORITIES,
	type Department,
	type Seniority,
} from '../../../../nodes/core/attribute/recognition/recognised';
import { checkRecognitionTables } from '../../../../nodes/core/attribute/recognition/RecognitionTables';
import { NO_LEADERS, TITLES, TRAPS } from './titles';

const recogniser = new Recogniser();

type Row = [string, Seniority | null, Department | null];

describe('recogniseTitle', () => {
	// Source: titles as people write them on profiles and cards, level and department by hand.
	describe.each(Object.entries(TITLES))('%s', (_language, rows: Row[]) => {
		it.each(rows)('%s: %s, %s', (title, seniority, department) => {
			expect(recogniser.title(title)).toMatchObject({ seniority, department });
		});
	});

	// Source: docstrings of recogniseTitle and SENIORITY_ENTRIES.
	it.each(TRAPS)('%s: %s, %s', (title, seniority, department) => {
		expect(recogniser.title(title)).toMatchObject({ seniority, department });
	});

	it.each(NO_LEADERS)('%s does not decide', (title) => {
		expect(recogniser.title(title).decisionRole).not.toBe('decides');
	});

	it('recognises at least 25 titles of each language', () => {
		for (const rows of Object.values(TITLES)) expect(rows.length).toBeGreaterThanOrEqual(25);
		expect(Object.keys(TITLES).length).toBeGreaterThanOrEqual(10);
	});

	// Source: docstring of DECISION_ROLES_BY_DEFAULT.
	it.each([
		['Owner', 'decides'],
		['CFO', 'decides'],
		['VP Sales', 'decides'],
		['Sales Director', 'decides'],
		['Marketing Manager', 'influences'],
		['Senior Developer', 'influences'],
		['Buyer', 'influences'],
		['Procurement', 'influences'],
		['Junior Buyer', 'influences'],
		['Procurement Intern', 'uses'],
		['Nurse', 'uses'],
		['Sales Trainee', 'uses'],
		['Zzyzx', null],
	])('%s: %s', (title, role) => {
		expect(recogniser.title(title).decisionRole).toBe(role);
	});

	const everyTitle = [...Object.values(TITLES).flat(), ...TRAPS].map(([title]) => title);

	it.each<[string, (title: string) => string]>([
		['capitals', (title) => title.toUpperCase()],
		['small letters', (title) => title.toLowerCase()],
		['white space', (title) => `  ${title.replaceAll(' ', ' \t ')} `],
		['letters composed of their parts', (title) => title.normalize('NFD')],
	])('says the same in %s', (_how, written) => {
		for (const title of everyTitle) {
			expect({ title, ...recogniser.title(written(title)) }).toEqual({
				title,
				...recogniser.title(title),
			});
		}
	});

	it('says the same without accents, and with umlauts as two letters', () => {
		for (const [title] of [...TITLES.German!, ...TITLES.French!, ...TITLES.Spanish!]) {
			const bare = title.normalize('NFD').replace(/\p{M}/gu, '');
			expect({ title, ...recogniser.title(bare) }).toEqual({ title, ...recogniser.title(title) });
		}
		for (const [title] of TITLES.German!) {
			const spelledOut = title
				.replaceAll('ä', 'ae')
				.replaceAll('ö', 'oe')
				.replaceAll('ü', 'ue')
				.replaceAll('Ä', 'Ae')
				.replaceAll('Ö', 'Oe')
				.replaceAll('Ü', 'Ue');
			expect({ title, ...recogniser.title(spelledOut) }).toEqual({
				title,
				...recogniser.title(title),
			});
		}
	});

	it('gives permanent names or null for any text', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string({ unit: 'binary', maxLength: 60 }),
					fc
						.array(fc.constantFrom(...everyTitle, ',', '&', '/', '(', ')', '|', '.', '*', '\u0000'))
						.map((parts) => parts.join(' ')),
				),
				(text) => {
					const { seniority, department, decisionRole } = recogniser.title(text);
					expect([null, ...SENIORITIES]).toContain(seniority);
					expect([null, ...DEPARTMENTS]).toContain(department);
					expect([null, ...DECISION_ROLES]).toContain(decisionRole);
				},
			),
		);
	});

	// Kills: the first title counts; a title hides the ones after it.
	it('takes the highest of several titles, in any order', () => {
		const single = ['Owner', 'CEO', 'Vice President', 'Director', 'Team Leader', 'Senior Analyst'];
		fc.assert(
			fc.property(
				fc
					.subarray(single, { minLength: 2 })
					.chain((titles) =>
						fc.tuple(
							fc.constant(titles),
							fc.shuffledSubarray(titles, { minLength: titles.length }),
						),
					),
				fc.constantFrom(' & ', ' / ', ' | ', ', ', ' and ', ' und ', ' – '),
				([titles, shuffled], between) => {
					expect(recogniser.title(shuffled.join(between)).seniority).toBe(
						recogniser.title(titles[0]).seniority,
					);
				},
			),
		);
	});

	it('never makes more of an assistant than the beginning', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(
					'CEO',
					'Managing Director',
					'Board of Directors',
					'VP Sales and CFO',
					'Owner',
				),
				fc.constantFrom('Assistant to the', 'Executive Assistant to', 'Secretary of the', 'PA to'),
				(whom, who) => {
					const { seniority, decisionRole } = recogniser.title(`${who} ${whom}`);
					expect([seniority, decisionRole]).toEqual(['entry', 'uses']);
				},
			),
		);
	});
});

describe('Titles of the user', () => {
	const own = (tables: unknown) => new Recogniser(checkRecognitionTables(tables, 'Tables'));

	// Source: the docstring of RecognitionTables; the built-in tables say something else of each.
	it.each<[unknown, string, object]>([
		[
			{ titles: [{ words: ['growth hacker'], seniority: 'manager', department: 'sales' }] },
			'Growth Hacker (Remote)',
			{ seniority: 'manager', department: 'sales', decisionRole: 'influences' },
		],
		[
			{ titles: [{ words: ['office manager'], seniority: 'director' }] },
			'Office Manager',
			{ seniority: 'director', decisionRole: 'decides' },
		],
		[
			{ titles: [{ words: ['manager'], seniority: 'director' }] },
			'Account Manager',
			{ seniority: 'director', decisionRole: 'decides' },
		],
		[
			{ titles: [{ words: ['head of'], seniority: 'manager' }] },
			'Head of IT',
			{ seniority: 'manager', department: 'informationTechnology' },
		],
		[
			{ titles: [{ words: ['vorstand'], seniority: null }] },
			'Vorstand',
			{ seniority: null, department: null, decisionRole: null },
		],
		[
			{ titles: [{ words: ['marketing'], department: 'sales' }] },
			'Chief Marketing Officer',
			{ seniority: 'cLevel', department: 'sales' },
		],
		[
			{ titles: [{ words: ['nurse'], decisionRole: 'decides' }] },
			'Senior Nurse',
			{ seniority: 'senior', decisionRole: 'decides' },
		],
		[
			{ titles: [{ words: ['закупщик*'], department: 'operations', seniority: 'senior' }] },
			'Закупщика',
			{ seniority: 'senior', department: 'operations' },
		],
		[
			{ titles: [{ words: ['*meister'], seniority: 'owner' }] },
			'Bäckermeister',
			{ seniority: 'owner', decisionRole: 'decides' },
		],
		[
			{ titles: [{ words: ['shadow'], effect: 'assists', seniority: 'entry' }] },
			'Shadow of the CEO',
			{ seniority: 'entry', decisionRole: 'uses' },
		],
		[{ decisionRoles: { manager: 'decides' } }, 'Marketing Manager', { decisionRole: 'decides' }],
		[{ decisionRoles: { procurement: 'decides' } }, 'Buyer', { decisionRole: 'decides' }],
		[{ decisionRoles: { finance: 'influences' } }, 'Accountant', { decisionRole: 'influences' }],
		[{ decisionRoles: { owner: 'uses' } }, 'Owner', { decisionRole: 'uses' }],
		[
			{ titles: [{ words: ['boss'], seniority: 'owner' }], replace: ['titles'] },
			'CEO',
			{ seniority: null, department: null, decisionRole: null },
		],
		[
			{ titles: [{ words: ['boss'], seniority: 'owner' }], replace: ['titles'] },
			'The Boss',
			{ seniority: 'owner', decisionRole: 'decides' },
		],
	])('%j: %s is %j', (tables, title, expected) => {
		expect(own(tables).title(title)).toMatchObject(expected);
		expect(recogniser.title(title)).not.toMatchObject(expected);
	});

	it('win over whatever the built-in tables say of the same words', () => {
		const everyTitle = Object.values(TITLES)
			.flat()
			.map(([title]) => title)
			.filter((title) => !/[,/&|(*.:·-]| and | und | et | y | e | i | и /i.test(title));
		expect(everyTitle.length).toBeGreaterThan(150);
		for (const title of everyTitle) {
			const named = own({ titles: [{ words: [title], seniority: 'senior', department: 'legal' }] });
			expect({ title, ...named.title(title) }).toEqual({
				title,
				seniority: 'senior',
				department: 'legal',
				decisionRole: 'influences',
			});
		}
	});
});
