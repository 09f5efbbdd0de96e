import { isBlank } from '../reading/Reading';
import { SegmentationError } from '../SegmentationError';
import { named } from '../wording/named';
import { plainName } from '../attribute/FieldIndex';
import {
	LEAD_BANDS,
	type LeadCategory,
	type LeadCondition,
	type LeadModelInput,
} from './LeadModel';
import { DECAY_EXAMPLES, decayOfText } from './table/decayText';
import {
	listOfCell,
	tableConditions,
	tableQuestion,
	type TableQuestion,
} from './table/tableConditions';
import { TABLE_COLUMNS, tableRows, type TableColumn, type TableRow } from './table/TableRow';

type RuleInput = LeadModelInput['rules'][number];

const CATEGORY_WORDS: Readonly<Record<string, LeadCategory>> = Object.freeze({
	fit: 'fit',
	profile: 'fit',
	who: 'fit',
	explicit: 'fit',
	demographic: 'fit',
	engagement: 'engagement',
	behaviour: 'engagement',
	behavior: 'engagement',
	activity: 'engagement',
	implicit: 'engagement',
	interest: 'engagement',
});

const COUNT_WORDS: Readonly<Record<string, RuleInput['counts']>> = Object.freeze({
	lead: 'lead',
	once: 'lead',
	counter: 'counter',
	each: 'counter',
	per: 'counter',
	every: 'counter',
	activity: 'activities',
	activities: 'activities',
	event: 'activities',
	events: 'activities',
});

const MATCH_WORDS: Readonly<Record<string, 'all' | 'any'>> = Object.freeze({
	all: 'all',
	and: 'all',
	every: 'all',
	any: 'any',
	or: 'any',
	one: 'any',
});

const YES_WORDS: Readonly<Record<string, boolean>> = Object.freeze({
	yes: true,
	true: true,
	x: true,
	1: true,
	no: false,
	false: false,
	0: false,
});

/** Rows that set something of the whole model, by the name in Rule; the number stands in Value or Points. */
export const TABLE_SETTINGS = Object.freeze({
	hotFrom: 'Hot From',
	warmFrom: 'Warm From',
	margin: 'Band Margin',
	fitAtMost: 'Fit At Most',
	engagementAtMost: 'Engagement At Most',
	scoreAtMost: 'Score At Most',
	scoreAtLeast: 'Score At Least',
	decay: 'Decay',
});

type Setting = keyof typeof TABLE_SETTINGS;

/** A row with what it asks. */
interface AskedRow {
	row: TableRow;
	question: TableQuestion;
}

/** A number as a sheet or a person gives it; undefined where the cell is blank. */
function numberIn(
	row: TableRow,
	column: TableColumn,
	what: 'any' | 'positive' | 'wholePositive' = 'any',
) {
	const cell = row.cell(column);
	if (cell === undefined) return undefined;
	const text = String(cell)
		.trim()
		.replace(/^(?:at most|up to|max\.?|no more than)\s*/i, '')
		.replace(/\s*(?:points?|pts?\.?|times|x)$/i, '')
		.replace(/^−/, '-')
		.replace(/^\+/, '');
	const number = /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
	const isUsable =
		Number.isFinite(number) &&
		(what === 'any' || number > 0) &&
		(what !== 'wholePositive' || Number.isInteger(number));
	if (!isUsable) {
		const kinds = {
			any: 'Write a number such as 10 or -5',
			positive: 'Write a number above zero such as 25, or leave the cell blank',
			wholePositive: 'Write a whole number above zero such as 3, or leave the cell blank',
		};
		const fault = {
			any: 'is not a number',
			positive: 'is not a number above zero',
			wholePositive: 'is not a whole number above zero',
		};
		throw row.fault(column, `"${String(cell)}" ${fault[what]}`, kinds[what]);
	}
	return number;
}

function wordIn<T>(
	row: TableRow,
	column: TableColumn,
	words: Readonly<Record<string, T>>,
): T | undefined {
	const text = row.text(column);
	if (text === '') return undefined;
	const key = plainName(text);
	if (!Object.prototype.hasOwnProperty.call(words, key)) {
		throw row.faultOfChoice(column, Object.keys(words));
	}
	return words[key];
}

function decayIn(row: TableRow, column: 'decay' | 'value') {
	const text = row.text(column);
	if (text === '') return undefined;
	const decay = decayOfText(text);
	if (decay === undefined) {
		throw row.fault(
			column,
			`"${text}" cannot be read`,
			`Write how points fade, e.g. ${DECAY_EXAMPLES.join(', ')}`,
		);
	}
	return decay;
}

/** A cell that holds for a whole rule: rows of one rule may leave it out, but not contradict each other. */
function agreed<T>(
	rows: readonly AskedRow[],
	column: TableColumn,
	read: (row: TableRow) => T | undefined,
	of: 'group' | 'rule' = 'rule',
): T | undefined {
	let first: { value: T; row: TableRow } | undefined;
	for (const { row } of rows) {
		const value = read(row);
		if (value === undefined) continue;
		if (first && JSON.stringify(first.value) !== JSON.stringify(value)) {
			throw row.fault(
				column,
				`"${row.text(column)}" contradicts "${first.row.text(column)}" in ${first.row.place}, which is of the same ${of}`,
				`Give rows of one ${of} the same value or leave all but the first blank; give another ${of} another name`,
			);
		}
		first ??= { value, row };
	}
	return first?.value;
}

/** The name of a rule that was given none: what it asks. */
function nameOf({ row, question }: AskedRow): string {
	const subject = row.text('attribute') || row.text('field') || row.text('activity');
	const name = [subject, row.text('operator'), row.text('value')].filter(Boolean).join(' ');
	if (name === '' && question.operator === undefined) {
		throw row.fault(
			'rule',
			'nothing is given',
			'Name the rule, or fill in Attribute or Field, or Activity',
		);
	}
	return name;
}

/** The rows of each rule, in order; a row that only asks goes on with the rule above it. */
function rulesOf(rows: readonly AskedRow[]): Array<{ name: string; rows: AskedRow[] }> {
	const rules = new Map<string, { name: string; rows: AskedRow[] }>();
	let above: { name: string; rows: AskedRow[] } | undefined;
	for (const one of rows) {
		const { row } = one;
		const isGoingOn =
			row.text('rule') === '' && row.cell('points') === undefined && row.text('band') === '';
		if (above && isGoingOn) {
			above.rows.push(one);
			continue;
		}
		const isNamed = row.text('rule') !== '';
		const name = isNamed ? row.text('rule') : nameOf(one);
		// Rows without a name are rules of their own, however alike.
		const key = isNamed ? name.toLowerCase() : row.place;
		const known = rules.get(key);
		if (known) known.rows.push(one);
		else rules.set(key, { name, rows: [one] });
		above = rules.get(key);
	}
	return [...rules.values()];
}

function conditionsOf(rows: readonly AskedRow[], match: 'all' | 'any'): LeadCondition[] {
	const all = rows.map(({ row, question }) => ({
		row,
		conditions: tableConditions(row, question),
	}));
	const conditions = all.flatMap((one) => one.conditions);
	const split = all.find((one) => one.conditions.length > 1);
	if (match === 'any' && split && conditions.length > split.conditions.length) {
		throw split.row.fault(
			'operator',
			'a range with both ends cannot stand beside other conditions of which any is enough',
			'Write the upper end as not part of it, e.g. 10 to below 51, or make it a rule of its own',
		);
	}
	return conditions;
}

/** All conditions of one row are to be met, also where any row is enough. */
function matchOf(
	rows: readonly AskedRow[],
	match: 'all' | 'any',
	conditions: readonly LeadCondition[],
) {
	return match === 'any' && rows.length === 1 && conditions.length > 1 ? 'all' : match;
}

/** Cells that say nothing of rules of a kind are mistakes, and are said to be. */
function refuse(rows: readonly AskedRow[], columns: readonly TableColumn[], hint: string): void {
	for (const { row } of rows) {
		for (const column of columns) {
			if (row.cell(column) !== undefined) {
				throw row.fault(column, `"${row.text(column)}" has no meaning for this rule`, hint);
			}
		}
	}
}

function countsOf(rows: readonly AskedRow[]): RuleInput['counts'] {
	const written = agreed(rows, 'counts', (row) => wordIn(row, 'counts', COUNT_WORDS));
	if (written !== undefined) return written;
	const asks = rows.map(({ question }) => question.operator);
	if (asks.includes('each')) return 'counter';
	const hasActivity = rows.some(({ row }) => row.text('activity') !== '');
	return hasActivity || asks.includes('activity') ? 'activities' : 'lead';
}

function typesOf(rows: readonly AskedRow[]): string[] {
	const types = rows.flatMap(({ row, question }) => [
		...listOfCell(row.cell('activity') ?? ''),
		// "demo" is as often written under Field as under Value.
		...(question.operator === 'activity'
			? listOfCell(isBlank(question.value) ? (row.cell('field') ?? '') : question.value)
			: []),
	]);
	return [...new Set(types.map(String))].filter(
		(type) => !['any', '*', 'all'].includes(type.toLowerCase()),
	);
}

function counterOf(rows: readonly AskedRow[]) {
	const counting =
		rows.find(({ question }) => question.operator === 'each') ??
		rows.find(({ question }) => question.operand);
	const { attribute, field } = counting?.question.operand ?? {};
	if (attribute !== undefined) return { attribute };
	if (field !== undefined) return { field };
	throw rows[0]!.row.fault(
		'field',
		'nothing is given to count',
		'Fill in the Attribute or Field that holds the number of times',
	);
}

function ruleOf(name: string, rows: readonly AskedRow[]): RuleInput {
	const counts = countsOf(rows);
	const points = agreed(rows, 'points', (row) => numberIn(row, 'points'));
	const first = rows[0]!.row;
	if (points === undefined) {
		throw first.fault(
			'points',
			'nothing is given',
			'Write the points that the rule brings, e.g. 10, or fill in Band',
		);
	}
	const match = agreed(rows, 'match', (row) => wordIn(row, 'match', MATCH_WORDS)) ?? 'all';
	const conditions = conditionsOf(rows, match);
	const asks = rows.some(({ question }) => question.operator !== undefined);
	if (counts === 'lead' && !asks) {
		const what = rows.some(({ question }) => question.operand) ? 'operator' : 'field';
		throw first.fault(
			what,
			'nothing is given',
			'Fill in what is asked: Attribute or Field, Operator and Value, or Activity; write "always" for points that everybody gets',
		);
	}
	const group = agreed(rows, 'group', (row) => row.text('group') || undefined);
	const cap = agreed(rows, 'cap', (row) => numberIn(row, 'cap', 'positive'));
	const decay = agreed(rows, 'decay', (row) => decayIn(row, 'decay'));
	const dateField = agreed(rows, 'dateField', (row) => row.text('dateField') || undefined);
	const times = agreed(rows, 'times', (row) => numberIn(row, 'times', 'wholePositive'));
	const base = {
		name,
		category:
			agreed(rows, 'category', (row) => wordIn(row, 'category', CATEGORY_WORDS)) ??
			(counts === 'lead' ? ('fit' as const) : ('engagement' as const)),
		points,
		match: matchOf(rows, match, conditions),
		conditions,
		...(group !== undefined && { group }),
		...(cap !== undefined && { pointsAtMost: cap }),
		...(decay !== undefined && { decay }),
	};
	const dated = dateField === undefined ? {} : { dateField };
	const limited = times === undefined ? {} : { timesAtMost: times };
	if (counts === 'activities') {
		refuse(rows, ['dateField'], 'Activities bring their own date: leave the cell blank');
		const timesADay = agreed(rows, 'timesADay', (row) =>
			numberIn(row, 'timesADay', 'wholePositive'),
		);
		const firstTimeOnly = agreed(rows, 'firstTime', (row) => wordIn(row, 'firstTime', YES_WORDS));
		return {
			...base,
			...limited,
			counts,
			types: typesOf(rows),
			...(timesADay !== undefined && { timesADay }),
			...(firstTimeOnly !== undefined && { firstTimeOnly }),
		};
	}
	refuse(
		rows,
		['activity', 'timesADay', 'firstTime'],
		'Only rules that count activities have it: write "activity" in Counts',
	);
	if (counts === 'counter')
		return { ...base, ...dated, ...limited, counts, counter: counterOf(rows) };
	refuse(rows, ['times'], 'Only rules that count have it: write "each" in Counts');
	return { ...base, ...dated, counts };
}

function bandRuleOf(name: string, rows: readonly AskedRow[]) {
	refuse(
		rows.filter(({ row }) => numberIn(row, 'points') !== 0),
		['points'],
		'A rule brings points or sets the band: leave one of Points and Band blank',
	);
	refuse(
		rows,
		['activity', 'cap', 'dateField', 'decay', 'firstTime', 'times', 'timesADay'],
		'A rule that sets the band has conditions only: leave the cell blank',
	);
	const band = agreed(rows, 'band', (row) => {
		if (row.text('band') === '') return undefined;
		const found = named(LEAD_BANDS, row.text('band'));
		if (found === undefined) throw row.faultOfChoice('band', LEAD_BANDS);
		return found;
	});
	const match = agreed(rows, 'match', (row) => wordIn(row, 'match', MATCH_WORDS)) ?? 'all';
	const conditions = conditionsOf(rows, match);
	if (conditions.length === 0) {
		throw rows[0]!.row.fault(
			'operator',
			'nothing is given',
			'Fill in Attribute or Field, Operator and Value',
		);
	}
	return { name, band, match: matchOf(rows, match, conditions), conditions };
}

function settingOf({ row, question }: AskedRow): Setting | undefined {
	const name = plainName(row.text('rule'));
	const setting = (Object.keys(TABLE_SETTINGS) as Setting[]).find(
		(one) => plainName(TABLE_SETTINGS[one]) === name,
	);
	const asks = question.operand !== undefined || question.operator !== undefined;
	return asks || row.text('activity') !== '' ? undefined : setting;
}

function readSettings(
	rows: ReadonlyArray<AskedRow & { setting: Setting }>,
): Partial<LeadModelInput> {
	const numbers: Partial<Record<Exclude<Setting, 'decay'>, number>> = {};
	let decay: LeadModelInput['decay'];
	for (const { row, setting } of rows) {
		if (setting === 'decay') {
			decay = decayIn(row, row.text('decay') === '' ? 'value' : 'decay');
			if (decay === undefined)
				throw row.fault(
					'decay',
					'nothing is given',
					`Write how points fade, e.g. ${DECAY_EXAMPLES.join(', ')}`,
				);
			continue;
		}
		const column = row.cell('value') === undefined ? 'points' : 'value';
		const value = numberIn(row, column, setting === 'scoreAtMost' ? 'positive' : 'any');
		const isPercent = ['hotFrom', 'warmFrom', 'margin'].includes(setting);
		if (value === undefined)
			throw row.fault(column, 'nothing is given', 'Write a number such as 70');
		if (setting !== 'scoreAtLeast' && (value < 0 || (isPercent && value > 100))) {
			throw row.fault(
				column,
				`"${row.text(column)}" cannot be used`,
				isPercent ? 'Write a percentage from 0 to 100' : 'Write a number from zero up',
			);
		}
		numbers[setting] = value;
	}
	const { hotFrom, warmFrom, margin, ...others } = numbers;
	const bands = Object.fromEntries(
		Object.entries({ hotFrom, warmFrom, margin }).filter(([, value]) => value !== undefined),
	);
	return {
		...others,
		...(Object.keys(bands).length > 0 && { bands }),
		...(decay !== undefined && { decay }),
	};
}

function groupsOf(rows: readonly AskedRow[]): LeadModelInput['groups'] {
	const names = [...new Set(rows.map(({ row }) => row.text('group')))].filter(Boolean);
	return names.flatMap((name) => {
		const members = rows.filter(({ row }) => row.text('group') === name);
		const pointsAtMost = agreed(
			members,
			'groupAtMost',
			(row) => numberIn(row, 'groupAtMost', 'positive'),
			'group',
		);
		return pointsAtMost === undefined ? [] : [{ name, pointsAtMost }];
	});
}

/** A cell that names the model: one for the whole table. */
function ofTable(rows: readonly AskedRow[], column: 'ruleSet' | 'version'): string | undefined {
	let first: TableRow | undefined;
	for (const { row } of rows) {
		if (row.text(column) === '') continue;
		first ??= row;
		if (row.text(column) !== first.text(column)) {
			throw row.fault(
				column,
				`"${row.text(column)}" is another one than "${first.text(column)}" in ${first.place}`,
				`Give the node the rows of one ${TABLE_COLUMNS[column].label}: put a Filter node before it`,
			);
		}
	}
	return first?.text(column);
}

/**
 * The model that the rows of a table describe: one condition a row; rows with the same Rule are one
 * rule, and a row with neither Rule nor Points nor Band goes on with the one above it.
 *
 * Columns are those of `TABLE_COLUMNS`, of which Attribute or Field, Operator, Value and Points are
 * enough. A row with a Band sets the band and brings no points, a row that `TABLE_SETTINGS` names sets
 * something of the whole model. Blank rows are skipped. A range has both of its ends, other than in the
 * model itself: `10-50` holds 50, `10 to below 50` does not. Points are for fit, and for engagement
 * where something is counted, unless Category says otherwise.
 *
 * @param label the parameter or input that the rows come from, for messages
 * @throws SegmentationError `invalidModel` that names row and column
 */
export function modelOfTable(
	rows: ReadonlyArray<Record<string, unknown>>,
	label: string,
): LeadModelInput {
	const asked = tableRows(rows, label).map((row) => ({ row, question: tableQuestion(row) }));
	const settings = asked.flatMap((one) => {
		const setting = settingOf(one);
		return setting === undefined ? [] : [{ ...one, setting }];
	});
	const all = rulesOf(asked.filter((one) => settingOf(one) === undefined));
	const setsBand = (one: (typeof all)[number]) =>
		one.rows.some(({ row }) => row.text('band') !== '');
	const rules = all.filter((one) => !setsBand(one)).map((one) => ruleOf(one.name, one.rows));
	const bandRules = all.filter(setsBand).map((one) => bandRuleOf(one.name, one.rows));
	if (rules.length === 0) {
		throw new SegmentationError(
			'invalidModel',
			`${label} cannot be used: no row brings points`,
			'Add a row with Attribute or Field, Operator, Value and Points',
		);
	}
	const name = ofTable(asked, 'ruleSet');
	const version = ofTable(asked, 'version');
	return {
		...(name !== undefined && { name }),
		...(version !== undefined && { version }),
		rules,
		groups: groupsOf(asked),
		bandRules,
		...readSettings(settings),
	};
}
