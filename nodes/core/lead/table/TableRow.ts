import { isBlank } from '../../reading/Reading';
import { SegmentationError } from '../../SegmentationError';
import { plainName } from '../../attribute/FieldIndex';

/** The columns of a table of rules, with the headings under which people write them. */
export const TABLE_COLUMNS = Object.freeze({
	rule: { label: 'Rule', names: ['rule', 'rule name', 'name', 'criterion', 'reason', 'Regel'] },
	category: { label: 'Category', names: ['category', 'dimension', 'Kategorie'] },
	attribute: { label: 'Attribute', names: ['attribute', 'attributes'] },
	field: { label: 'Field', names: ['field', 'field name', 'property', 'column', 'Feld'] },
	operator: {
		label: 'Operator',
		names: ['operator', 'operation', 'comparison', 'compare', 'condition'],
	},
	value: { label: 'Value', names: ['value', 'values', 'compared with', 'Wert'] },
	points: { label: 'Points', names: ['points', 'score', 'weight', 'Punkte'] },
	match: { label: 'Match', names: ['match', 'combine', 'all or any', 'any or all'] },
	group: { label: 'Group', names: ['group', 'rule group', 'Gruppe'] },
	groupAtMost: {
		label: 'Group At Most',
		names: ['group at most', 'group cap', 'group max', 'group limit'],
	},
	decay: { label: 'Decay', names: ['decay', 'fading', 'expiry', 'Verfall'] },
	cap: {
		label: 'Cap',
		names: ['cap', 'points at most', 'at most', 'max', 'max points', 'limit', 'maximum'],
	},
	counts: { label: 'Counts', names: ['counts', 'count', 'type', 'rule type', 'kind'] },
	activity: {
		label: 'Activity',
		names: [
			'activity',
			'activities',
			'activity type',
			'activity types',
			'event',
			'events',
			'event type',
		],
	},
	times: { label: 'Times', names: ['times', 'times at most', 'max times', 'count at most'] },
	timesADay: { label: 'Times a Day', names: ['times a day', 'times per day', 'per day', 'daily'] },
	firstTime: { label: 'First Time', names: ['first time', 'first time only', 'only once', 'once'] },
	dateField: { label: 'Date Field', names: ['date field', 'date', 'happened at'] },
	band: { label: 'Band', names: ['band', 'set band', 'override'] },
	ruleSet: { label: 'Rule Set', names: ['rule set', 'model', 'model name', 'set'] },
	version: { label: 'Version', names: ['version', 'model version'] },
});

export type TableColumn = keyof typeof TABLE_COLUMNS;

const COLUMN_NAMES = Object.keys(TABLE_COLUMNS) as TableColumn[];

/** A cell as rows hold it: a record, which no column asks for, only by a sign that it is one. */
function plainCell(value: unknown): unknown {
	const isPlain = (one: unknown) => ['string', 'number', 'boolean'].includes(typeof one);
	return isPlain(value) || (Array.isArray(value) && value.every(isPlain)) ? value : '{…}';
}

/** One row of a table of rules, with cells by column and a way to complain about them. */
export class TableRow {
	/** How the sheet shows the row: its number, and the item it came in. */
	readonly place: string;

	constructor(
		private readonly json: Record<string, unknown>,
		index: number,
		private readonly keys: ReadonlyMap<TableColumn, readonly string[]>,
		private readonly label: string,
	) {
		const { row_number: given } = json;
		// The first row of a sheet is its heading; Google Sheets tells the number.
		const number = typeof given === 'number' && Number.isInteger(given) ? given : index + 2;
		this.place = `row ${number} (item ${index + 1})`;
	}

	/** The value of a cell; undefined where it is blank. */
	cell(column: TableColumn): unknown {
		for (const key of this.keys.get(column) ?? []) {
			const value = this.json[key];
			if (!isBlank(value)) return plainCell(value);
		}
		return undefined;
	}

	/** The cell as text without white space around it; blank where there is none. */
	text(column: TableColumn): string {
		const value = this.cell(column);
		return value === undefined ? '' : String(value).trim();
	}

	isBlank(): boolean {
		return COLUMN_NAMES.every((column) => this.cell(column) === undefined);
	}

	/** The error that a cell cannot be used. */
	fault(column: TableColumn, what: string, hint: string): SegmentationError {
		return new SegmentationError(
			'invalidModel',
			`${this.label} cannot be used: ${this.place}, ${TABLE_COLUMNS[column].label}: ${what}`,
			hint,
		);
	}

	/** The error that the cell holds something else than one of these. */
	faultOfChoice(column: TableColumn, allowed: readonly string[]): SegmentationError {
		const found = this.text(column);
		return this.fault(
			column,
			found === '' ? 'nothing is given' : `"${found}" is not known`,
			`Write one of: ${allowed.join(', ')}`,
		);
	}
}

/** Beside what Google Sheets adds. */
const OF_SHEETS = 'row_number';

/** Headings that are those of no column, so that what stands below them changes nothing. */
export function unusedHeadings(rows: ReadonlyArray<Record<string, unknown>>): string[] {
	const known = new Set(
		COLUMN_NAMES.flatMap((column) => TABLE_COLUMNS[column].names.map(plainName)),
	);
	const filled = rows.flatMap((row) => Object.keys(row).filter((key) => !isBlank(row[key])));
	return [...new Set(filled)].filter((key) => key !== OF_SHEETS && !known.has(plainName(key)));
}

/**
 * The rows of a table that hold anything.
 *
 * Headings are compared without case, spaces, underscores and hyphens.
 *
 * @throws SegmentationError `invalidModel` without a column or a row that can be used
 */
export function tableRows(rows: ReadonlyArray<Record<string, unknown>>, label: string): TableRow[] {
	const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	const keys = new Map<TableColumn, readonly string[]>();
	for (const column of COLUMN_NAMES) {
		const names = TABLE_COLUMNS[column].names.map(plainName);
		const found = names.flatMap((name) => headings.filter((key) => plainName(key) === name));
		if (found.length > 0) keys.set(column, found);
	}
	if (rows.length > 0 && keys.size === 0) {
		throw new SegmentationError(
			'invalidModel',
			`${label} cannot be used: none of its columns is known (${headings.slice(0, 8).join(', ')})`,
			`Name the columns ${COLUMN_NAMES.map((one) => TABLE_COLUMNS[one].label).join(', ')}; Attribute or Field, Operator, Value and Points are enough`,
		);
	}
	const filled = rows
		.map((row, i) => new TableRow(row, i, keys, label))
		.filter((row) => !row.isBlank());
	if (filled.length === 0) {
		throw new SegmentationError(
			'invalidModel',
			`${label} cannot be used: it has no rows`,
			'Connect a node that gives the rows of the table, e.g. Google Sheets › Get Rows, with one rule a row',
		);
	}
	return filled;
}
