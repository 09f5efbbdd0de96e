import { z } from 'zod';

const NOUNS: Readonly<Record<string, string>> = Object.freeze({
	object: 'a record',
	array: 'a list',
	string: 'a text',
	number: 'a number',
	boolean: 'true or false',
});

const inQuotes = (value: unknown) => JSON.stringify(value);

/** What is wrong, where the checker's own words are none for people. */
function fault(issue: z.ZodIssue): string {
	switch (issue.code) {
		case z.ZodIssueCode.invalid_enum_value:
			return `${inQuotes(issue.received)} is none of ${issue.options.join(', ')}`;
		case z.ZodIssueCode.invalid_union_discriminator:
		case z.ZodIssueCode.invalid_literal:
			return `one of ${('options' in issue ? issue.options : [issue.expected]).join(', ')} is expected`;
		case z.ZodIssueCode.unrecognized_keys:
			return `${issue.keys.map(inQuotes).join(', ')} is not known`;
		case z.ZodIssueCode.invalid_type: {
			if (issue.received === 'undefined') return 'nothing is given';
			const noun = NOUNS[issue.expected];
			return noun === undefined ? issue.message : `${noun} is expected`;
		}
		default:
			return issue.message;
	}
}

/**
 * What is wrong with a value, with the path to it as people write it.
 *
 * @example
 * // of a model whose fourth rule has the points "abc"
 * issueWording(issue) //=> 'rules[3].points: a number is expected'
 */
export function issueWording(issue: z.ZodIssue): string {
	const where = issue.path
		.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i === 0 ? '' : '.'}${part}`))
		.join('');
	return where === '' ? fault(issue) : `${where}: ${fault(issue)}`;
}
