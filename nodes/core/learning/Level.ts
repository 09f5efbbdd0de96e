import type { LeadCondition } from '../lead/LeadModel';
import { formatNumber } from '../wording/formatNumber';
import { listed } from '../wording/listed';

type Scalar = string | number | boolean;

/** What stands for a value that is not given, beside nothing at all and empty text. */
export interface Blanks {
	hasWhiteSpace: boolean;
	hasNotANumber: boolean;
}

/** One of the answers that a field has, and that points are given for. */
export type Level =
	/** Numbers from one up, to below another; `lowest` and `highest` are those seen, `areWhole` all of them. */
	| {
			kind: 'numbers';
			from?: number;
			to?: number;
			lowest: number;
			highest: number;
			areWhole: boolean;
	  }
	/** One of some texts, as they were written first. */
	| { kind: 'texts'; values: Scalar[] }
	/** Given, and none of the texts that are named. */
	| ({ kind: 'otherTexts'; named: Scalar[] } & Blanks)
	| ({ kind: 'missing' } & Blanks)
	| ({ kind: 'given' } & Blanks)
	| { kind: 'tag'; tag: Scalar; has: boolean };

/** What has to hold for a level, as a rule of a model has it. */
export interface LevelConditions {
	match: 'all' | 'any';
	conditions: LeadCondition[];
}

/** For "any number", as a bound is expected. */
const LOWEST = -1e100;

/** A number in a name: exact, thousands grouped where it is whole. */
function shown(value: number): string {
	return Number.isInteger(value) ? formatNumber(value) : String(value);
}

function numbersName({
	from,
	to,
	lowest,
	highest,
	areWhole,
}: Extract<Level, { kind: 'numbers' }>): string {
	if (lowest === highest) return `is ${shown(lowest)}`;
	if (from === undefined && to === undefined) return 'is a number';
	if (from === undefined) return `below ${shown(to!)}`;
	if (to === undefined) return `from ${shown(from)} up`;
	return areWhole && Number.isInteger(from) && Number.isInteger(to)
		? `from ${shown(from)} to ${shown(to - 1)}`
		: `from ${shown(from)} to below ${shown(to)}`;
}

/**
 * A level in words that follow the name of its field.
 *
 * @example
 * levelName({ kind: 'texts', values: ['student', 'retired'] }) //=> 'is student or retired'
 */
export function levelName(level: Level): string {
	switch (level.kind) {
		case 'numbers':
			return numbersName(level);
		case 'texts':
			return `is ${listed(level.values.map(String), 'or')}`;
		case 'otherTexts':
			return 'is anything else';
		case 'missing':
			return 'not given';
		case 'given':
			return 'given';
		case 'tag':
			return `${level.has ? 'has' : 'has not'} ${level.tag}`;
	}
}

/** What is true of every lead on a level, and of no other lead. */
export function levelConditions(field: string, level: Level): LevelConditions {
	const all = (...conditions: LeadCondition[]): LevelConditions => ({ match: 'all', conditions });
	const isText = (values: Scalar[]): LeadCondition => ({ field, operator: 'oneOf', value: values });
	const isNoText = (values: Scalar[]): LeadCondition => ({
		field,
		operator: 'notOneOf',
		value: values,
	});
	// n8n's "is empty" takes neither white space nor NaN for empty.
	const areGiven = ({ hasWhiteSpace, hasNotANumber }: Blanks, named: Scalar[]) => {
		const none = hasWhiteSpace ? [...named, ''] : named;
		return all(
			{ field, type: 'string', operator: 'notEmpty' },
			...(none.length > 0 ? [isNoText(none)] : []),
			...(hasNotANumber ? [{ field, type: 'any' as const, operator: 'exists' }] : []),
		);
	};
	switch (level.kind) {
		case 'numbers': {
			const { from = level.to === undefined ? LOWEST : undefined, to } = level;
			return all({
				field,
				operator: 'between',
				value: {
					...(from === undefined ? {} : { from }),
					...(to === undefined ? {} : { to }),
				},
			});
		}
		case 'texts':
			return all(isText(level.values));
		case 'otherTexts':
			return areGiven(level, level.named);
		case 'missing': {
			const conditions: LeadCondition[] = [{ field, type: 'string', operator: 'empty' }];
			if (level.hasWhiteSpace) conditions.push(isText(['']));
			if (level.hasNotANumber) conditions.push({ field, type: 'any', operator: 'notExists' });
			return { match: 'any', conditions };
		}
		case 'given':
			return areGiven(level, []);
		case 'tag':
			return all(level.has ? isText([level.tag]) : isNoText([level.tag]));
	}
}

/**
 * Two levels as one where they can be told by one rule: texts, and numbers with nothing between them.
 * Undefined where not.
 */
export function joinedLevel(a: Level, b: Level): Level | undefined {
	if (a.kind === 'texts' && b.kind === 'texts') {
		return { kind: 'texts', values: [...a.values, ...b.values] };
	}
	if (a.kind !== 'numbers' || b.kind !== 'numbers' || a.to === undefined || a.to !== b.from) {
		return undefined;
	}
	return {
		kind: 'numbers',
		...(a.from === undefined ? {} : { from: a.from }),
		...(b.to === undefined ? {} : { to: b.to }),
		lowest: a.lowest,
		highest: b.highest,
		areWhole: a.areWhole && b.areWhole,
	};
}
