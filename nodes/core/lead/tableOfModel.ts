import { ATTRIBUTE_NAMES } from '../attribute/attributeNames';
import type { LeadCondition, LeadModel, LeadRule } from './LeadModel';
import { TABLE_SETTINGS } from './modelTable';
import { textOfDecay } from './table/decayText';
import { textOfOperator } from './table/operatorText';
import { TABLE_COLUMNS, type TableColumn } from './table/TableRow';

type Cells = Partial<Record<TableColumn, string | number>>;

/** Members in one cell: as people write them, or as JSON where a separator stands in one of them. */
function listCell(members: readonly unknown[]): string {
	const texts = members.map(String);
	const isPlain = texts.every(
		(text) => text !== '' && text === text.trim() && !/[,;|\n[\]]/.test(text),
	);
	return isPlain ? texts.join(', ') : JSON.stringify(members);
}

function valueCell(value: unknown): string | number {
	if (Array.isArray(value)) return listCell(value);
	return typeof value === 'number' ? value : String(value);
}

function conditionCells(condition: LeadCondition): Cells {
	const { attribute, field, expression, operator, value } = condition;
	const subject: Cells = attribute === undefined ? { field: field ?? expression } : { attribute };
	const question = (name: string, at?: string | number): Cells => ({
		...subject,
		operator: textOfOperator(name) ?? name,
		...(at !== undefined && { value: at }),
	});
	if (typeof value === 'boolean') return question(String(value === (operator === 'equals')));
	if (operator === 'between') {
		const { from, to } = value as { from?: number; to?: number };
		if (from === undefined) return question('lt', to);
		return to === undefined ? question('gte', from) : question('between', `${from} to below ${to}`);
	}
	return question(operator, value === undefined ? undefined : valueCell(value));
}

/** What holds for a whole rule, in its first row. */
function ruleCells(rule: LeadRule, model: LeadModel): Cells {
	const { group, pointsAtMost, decay } = rule;
	const most = model.groups.find(({ name }) => name === group)?.pointsAtMost;
	return {
		rule: rule.name,
		category: rule.category,
		points: rule.points,
		...(rule.conditions.length > 1 && { match: rule.match }),
		...(group !== undefined && { group }),
		...(most !== undefined && { groupAtMost: most }),
		...(decay !== undefined && { decay: textOfDecay(decay) }),
		...(pointsAtMost !== undefined && { cap: pointsAtMost }),
		...(rule.counts !== 'activities' &&
			rule.dateField !== undefined && { dateField: rule.dateField }),
		...(rule.counts !== 'lead' && rule.timesAtMost !== undefined && { times: rule.timesAtMost }),
		...(rule.counts === 'activities' && {
			counts: 'activity',
			activity: listCell(rule.types),
			...(rule.timesADay !== undefined && { timesADay: rule.timesADay }),
			...(rule.firstTimeOnly && { firstTime: 'yes' }),
		}),
	};
}

/** The rows of a rule: the first holds all that is not a condition. */
function rowsOf(first: Cells, rest: readonly Cells[]): Cells[] {
	const [ahead = {}, ...others] = rest;
	return [{ ...first, ...ahead }, ...others.map((cells) => ({ rule: first.rule, ...cells }))];
}

function ruleRows(rule: LeadRule, model: LeadModel): Cells[] {
	const conditions = rule.conditions.map(conditionCells);
	const cells = ruleCells(rule, model);
	if (rule.counts === 'counter')
		return rowsOf(cells, [{ ...rule.counter, operator: 'each' }, ...conditions]);
	if (rule.counts === 'lead' && conditions.length === 0)
		return rowsOf(cells, [{ operator: 'always' }]);
	return rowsOf(cells, conditions);
}

function settingRows(model: LeadModel): Cells[] {
	const { fitAtMost, engagementAtMost, scoreAtMost, scoreAtLeast } = model;
	const numbers = { ...model.bands, fitAtMost, engagementAtMost, scoreAtMost, scoreAtLeast };
	const rows = Object.entries(numbers).flatMap(([setting, value]) =>
		value === undefined ? [] : [{ rule: TABLE_SETTINGS[setting as keyof typeof numbers], value }],
	);
	return [...rows, { rule: TABLE_SETTINGS.decay, decay: textOfDecay(model.decay) }];
}

/** Names by which no two rules are taken for one, as rows with the same name are. */
function withOwnNames<T extends { name: string }>(rules: readonly T[]): T[] {
	const taken = new Set(Object.values(TABLE_SETTINGS).map((name) => name.toLowerCase()));
	return rules.map((rule) => {
		let { name } = rule;
		for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${rule.name} (${n})`;
		taken.add(name.toLowerCase());
		return { ...rule, name };
	});
}

/**
 * The table that `modelOfTable` makes this model of, to begin from: one row a condition, all columns
 * in each row.
 *
 * Left out is what tables do not hold: inactivity, limits of grades, probabilities, how letter case and
 * types are compared, the decay of a group. A rule without conditions is met always.
 */
export function tableOfModel(model: LeadModel): Array<Record<string, string | number>> {
	const named = withOwnNames([...model.rules, ...model.bandRules]);
	const cells = [
		...named.flatMap((rule) =>
			'counts' in rule
				? ruleRows(rule, model)
				: rowsOf(
						{
							rule: rule.name,
							band: rule.band,
							...(rule.conditions.length > 1 && { match: rule.match }),
						},
						rule.conditions.map(conditionCells),
					),
		),
		...settingRows(model),
	];
	const ofModel = {
		...(model.name !== null && { ruleSet: model.name }),
		...(model.version !== null && { version: model.version }),
	};
	const columns = Object.keys(TABLE_COLUMNS) as TableColumn[];
	return cells.map((row) => {
		const all: Cells = { ...row, ...ofModel };
		return Object.fromEntries(
			columns.map((column) => {
				const value = all[column] ?? '';
				const isAttribute = column === 'attribute' && value in ATTRIBUTE_NAMES;
				const shown = isAttribute
					? ATTRIBUTE_NAMES[value as keyof typeof ATTRIBUTE_NAMES].label
					: value;
				return [TABLE_COLUMNS[column].label, shown];
			}),
		);
	});
}
