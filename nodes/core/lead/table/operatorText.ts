/** What a row asks for, beside the operators of conditions. */
export type TableOperator =
	| 'activity'
	| 'after'
	| 'afterOrEquals'
	| 'always'
	| 'before'
	| 'beforeOrEquals'
	| 'between'
	| 'contains'
	| 'containsAny'
	| 'each'
	| 'empty'
	| 'endsWith'
	| 'equals'
	| 'exists'
	| 'false'
	| 'gt'
	| 'gte'
	| 'lengthEquals'
	| 'lengthGt'
	| 'lengthGte'
	| 'lengthLt'
	| 'lengthLte'
	| 'lengthNotEquals'
	| 'lt'
	| 'lte'
	| 'notContains'
	| 'notEmpty'
	| 'notEndsWith'
	| 'notEquals'
	| 'notExists'
	| 'notOneOf'
	| 'notRegex'
	| 'notStartsWith'
	| 'oneOf'
	| 'regex'
	| 'startsWith'
	| 'true';

/** How people write each operator; the first is how it is written here. */
const SPELLINGS: Readonly<Record<TableOperator, readonly string[]>> = Object.freeze({
	activity: ['activity', 'activities', 'did', 'has done', 'event'],
	after: ['after', 'is after', 'later than'],
	afterOrEquals: [
		'on or after',
		'after or equals',
		'is after or equal to',
		'since',
		'is on or after',
	],
	always: ['always', 'everyone', 'everybody'],
	before: ['before', 'is before', 'earlier than'],
	beforeOrEquals: [
		'on or before',
		'before or equals',
		'is before or equal to',
		'until',
		'is on or before',
	],
	between: ['between', 'is between', 'range', 'in range', 'from to'],
	contains: ['contains', 'includes', 'has'],
	containsAny: [
		'contains any of',
		'contains any',
		'contains one of',
		'includes any of',
		'has any of',
	],
	each: ['each', 'per', 'for each', 'per each', 'every', 'counter'],
	empty: [
		'is empty',
		'empty',
		'is blank',
		'blank',
		'missing',
		'is missing',
		'is not given',
		'not given',
		'not set',
		'is not set',
	],
	endsWith: ['ends with', 'ends in'],
	equals: ['is', '=', '==', 'equals', 'equal', 'equal to', 'is equal to', 'eq', 'ist', 'gleich'],
	exists: ['exists'],
	false: ['is false', 'false', 'no', 'is no', 'is not true'],
	gt: [
		'more than',
		'>',
		'greater than',
		'above',
		'over',
		'is more than',
		'is greater than',
		'larger than',
		'gt',
	],
	gte: [
		'at least',
		'>=',
		'≥',
		'=>',
		'from',
		'or more',
		'min',
		'minimum',
		'greater than or equal',
		'greater than or equal to',
		'is greater than or equal to',
		'greater or equal',
		'is at least',
		'gte',
	],
	lengthEquals: ['length is', 'length equals', 'length equal to'],
	lengthGt: ['length more than', 'length gt', 'length greater than'],
	lengthGte: ['length at least', 'length gte', 'length greater than or equal to'],
	lengthLt: ['length less than', 'length lt'],
	lengthLte: ['length at most', 'length lte', 'length less than or equal to'],
	lengthNotEquals: ['length is not', 'length not equals', 'length not equal to'],
	lt: ['less than', '<', 'below', 'under', 'fewer than', 'is less than', 'lt'],
	lte: [
		'at most',
		'<=',
		'≤',
		'=<',
		'up to',
		'or less',
		'max',
		'maximum',
		'less than or equal',
		'less than or equal to',
		'is less than or equal to',
		'less or equal',
		'is at most',
		'lte',
	],
	notContains: [
		'does not contain',
		'doesn’t contain',
		"doesn't contain",
		'not contains',
		'does not include',
		'excludes',
	],
	notEmpty: [
		'is given',
		'given',
		'is not empty',
		'not empty',
		'is filled',
		'filled',
		'is set',
		'set',
		'is known',
		'known',
		'is not blank',
		'is not missing',
	],
	notEndsWith: ['does not end with', 'not ends with'],
	notEquals: [
		'is not',
		'!=',
		'<>',
		'≠',
		'isn’t',
		"isn't",
		'not',
		'not equals',
		'not equal',
		'does not equal',
		'not equal to',
		'is not equal to',
		'neq',
	],
	notExists: ['does not exist', 'not exists'],
	notOneOf: [
		'is not one of',
		'not one of',
		'not in',
		'none of',
		'is none of',
		'is not in',
		'not any of',
	],
	notRegex: ['does not match', 'does not match regex', 'not regex'],
	notStartsWith: ['does not start with', 'not starts with', 'does not begin with'],
	oneOf: ['is one of', 'one of', 'in', 'is in', 'any of', 'is any of', 'among'],
	regex: ['matches', 'regex', 'matches regex'],
	startsWith: ['starts with', 'begins with'],
	true: ['is true', 'true', 'yes', 'is yes', 'checked'],
});

const OPERATORS = Object.keys(SPELLINGS) as TableOperator[];

/** An operator as it is compared: without case and what stands between words. */
const plain = (text: string) => text.toLowerCase().replace(/[\s_'’.:-]+/g, '');

const BY_SPELLING: ReadonlyMap<string, TableOperator> = new Map(
	OPERATORS.flatMap((operator) =>
		SPELLINGS[operator].map((one) => [plain(one), operator] as const),
	),
);

/** Spellings that may stand in front of a value, the longest first: "is not" is tried before "is". */
const BY_LENGTH = [...BY_SPELLING.keys()].sort((a, b) => b.length - a.length);

/** Operators that ask for no value. */
const WITHOUT_VALUE: ReadonlySet<TableOperator> = new Set([
	'always',
	'each',
	'empty',
	'exists',
	'false',
	'notEmpty',
	'notExists',
	'true',
]);

export function takesValue(operator: TableOperator): boolean {
	return !WITHOUT_VALUE.has(operator);
}

/** The bounds of a range; with `isBelow` its upper end is not part of it. */
export interface RangeText {
	from: string;
	to: string;
	isBelow: boolean;
}

const RANGE =
	/^(?:(?:is\s+)?between|from|range)?\s*([^\s\p{L}–—-][^–—]*?|[-−][^–—]*?)\s*(?:-|–|—|\.\.+|\bto\b|\band\b|\bbis\b)\s*(below\s+)?([-−]?[^\s\p{L}-][^–—]*)$/iu;

/**
 * Reads a range as people write it: `10-50`, `between 10 and 50`, `10 to below 50`; undefined for what
 * is none.
 */
export function rangeOfText(text: string): RangeText | undefined {
	const match = RANGE.exec(text.trim());
	if (!match) return undefined;
	const [, from = '', below, to = ''] = match;
	return { from: from.trim(), to: to.trim(), isBelow: below !== undefined };
}

/**
 * Reads an operator, with the value where that stands in the same cell: `at least 50`, `> 100`,
 * `between 10 and 50`. Undefined for what is none.
 */
export function operatorOfText(
	text: string,
): { operator: TableOperator; rest?: string } | undefined {
	const whole = BY_SPELLING.get(plain(text));
	if (whole) return { operator: whole };
	if (rangeOfText(text)) return { operator: 'between', rest: text.trim() };
	for (const spelling of BY_LENGTH) {
		const operator = BY_SPELLING.get(spelling)!;
		if (!takesValue(operator)) continue;
		const isSign = !/\p{L}/u.test(spelling);
		const words = [...spelling].map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
		const match = new RegExp(
			String.raw`^${words.join(isSign ? '' : String.raw`[\s_'’-]*`)}${isSign ? '' : String.raw`(?=[\s:])`}[\s:]*(\S.*)$`,
			'isu',
		).exec(text.trim());
		if (match) return { operator, rest: match[1]!.trim() };
	}
	return undefined;
}

/** Writes an operator as `operatorOfText` reads it; undefined for one that tables do not know. */
export function textOfOperator(operator: string): string | undefined {
	return SPELLINGS[operator as TableOperator]?.[0];
}

/** The operators as they are written, for messages. */
export const OPERATOR_TEXTS: readonly string[] = OPERATORS.map((one) => SPELLINGS[one][0]!);
