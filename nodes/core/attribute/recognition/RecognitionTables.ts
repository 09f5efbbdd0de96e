import { z } from 'zod';

import { checkedJson } from '../../reading/checkedJson';
import { isDomain } from './mailKindOf';
import { isPhrase } from './PhraseIndex';
import { DECISION_ROLES, DEPARTMENTS, SECTORS, SENIORITIES } from './recognised';
import { sectorCode } from './sectorCode';
import { TITLE_EFFECTS } from './TitleEntry';

/** Tables that the user's own entries can stand in for as a whole. */
export const REPLACEABLE_TABLES = [
	'titles',
	'sectors',
	'freeMailDomains',
	'disposableDomains',
	'educationDomains',
] as const;

/** One of some names; the message tells all of them. */
function oneOf<T extends string>(names: readonly [T, ...T[]]) {
	return z.enum(names as [T, ...T[]], {
		errorMap: () => ({ message: `one of ${names.join(', ')} is expected` }),
	});
}

const text = z.string({ invalid_type_error: 'a text is expected' });
const phrase = text.refine(isPhrase, 'a word is expected');
const phrases = z.array(phrase, { invalid_type_error: 'a list is expected' });
const domains = z
	.array(text.refine(isDomain, 'a domain such as firm.example is expected'), {
		invalid_type_error: 'a list is expected',
	})
	.default([]);
const code = (system: 'nace' | 'sic') =>
	z.array(
		text.refine(
			(one) => sectorCode(one, system) !== null,
			`a code such as ${system === 'nace' ? '62.01' : '7372'} is expected`,
		),
		{ invalid_type_error: 'a list is expected' },
	);

const titleSchema = z
	.object({
		/** "growth hacker", "закуп*" for any ending, "*leiter" for any beginning. */
		words: phrases.min(1, 'a word is expected'),
		/** Null for words that only look like a level. */
		seniority: oneOf(SENIORITIES).nullable().optional(),
		department: oneOf(DEPARTMENTS).nullable().optional(),
		decisionRole: oneOf(DECISION_ROLES).nullable().optional(),
		effect: oneOf(TITLE_EFFECTS).optional(),
		/** Only at the end of a part of the title: "Partner", and not "Partner Manager". */
		last: z.boolean().optional(),
	})
	.strict()
	.refine(
		({ seniority, department, decisionRole, effect }) =>
			[seniority, department, decisionRole, effect].some((one) => one !== undefined),
		'seniority, department, decisionRole or effect is expected',
	);

const sectorSchema = z
	.object({
		words: phrases.default([]),
		nace: code('nace').default([]),
		sic: code('sic').default([]),
		sector: oneOf(SECTORS).nullable(),
	})
	.strict()
	.refine(
		({ words, nace, sic }) => words.length + nace.length + sic.length > 0,
		'words, nace or sic is expected',
	);

const role = oneOf(DECISION_ROLES).optional();

/**
 * What titles, sectors and mail addresses are recognised by, beside the built-in tables: one value that
 * can be written as JSON. Its entries come before the built-in ones, in their order; the tables named
 * under `replace` consist of them alone.
 */
export const recognitionTablesSchema = z
	.object({
		titles: z.array(titleSchema, { invalid_type_error: 'a list is expected' }).default([]),
		sectors: z.array(sectorSchema, { invalid_type_error: 'a list is expected' }).default([]),
		freeMailDomains: domains,
		disposableDomains: domains,
		educationDomains: domains,
		/** Domains of companies, whatever the other tables say of them. */
		businessDomains: domains,
		/** Part in a purchase by level and by department; whichever is more counts. */
		decisionRoles: z
			.object(
				Object.fromEntries([...SENIORITIES, ...DEPARTMENTS].map((name) => [name, role])) as Record<
					(typeof SENIORITIES)[number] | (typeof DEPARTMENTS)[number],
					typeof role
				>,
			)
			.strict()
			.default({}),
		replace: z
			.array(oneOf(REPLACEABLE_TABLES), { invalid_type_error: 'a list is expected' })
			.default([]),
	})
	.strict();

export type RecognitionTables = z.infer<typeof recognitionTablesSchema>;

/** Nothing beside the built-in tables. */
export const BUILT_IN_TABLES: RecognitionTables = Object.freeze(recognitionTablesSchema.parse({}));

/**
 * Checks tables that come as JSON.
 *
 * @param label the parameter they come from, for the message
 * @throws SegmentationError `invalidModel` that names the path of what cannot be used
 */
export function checkRecognitionTables(value: unknown, label: string): RecognitionTables {
	return checkedJson(
		recognitionTablesSchema,
		value,
		label,
		'Correct it, e.g. {"titles": [{"words": ["growth hacker"], "department": "marketing"}]}',
	);
}
