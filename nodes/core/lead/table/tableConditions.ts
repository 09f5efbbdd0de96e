import { readDate } from '../../reading/readDate';
import { TimeZone } from '../../reading/TimeZone';
import { ATTRIBUTE_NAMES, attributeKind, type AttributeKind } from '../../attribute/attributeNames';
import { plainName } from '../../attribute/FieldIndex';
import { CONDITION_TYPES } from '../conditionOperators';
import type { LeadCondition } from '../LeadModel';
import { ATTRIBUTES, type Attribute, type MappedAttribute } from '../../attribute/attributes';
import { readAttribute } from '../../attribute/readAttribute';
import { readLooseNumber } from '../../attribute/readLooseNumber';
import {
	isRecognised,
	RECOGNISED_VALUES,
	recognisedValue,
} from '../../attribute/recognition/recognisedValue';
import {
	operatorOfText,
	OPERATOR_TEXTS,
	rangeOfText,
	takesValue,
	type TableOperator,
} from './operatorText';
import type { TableColumn, TableRow } from './TableRow';

type ConditionType = (typeof CONDITION_TYPES)[number];

/** What a row is about: a field, an attribute or an n8n expression; nothing where it says none of them. */
export type TableOperand = Pick<LeadCondition, 'attribute' | 'expression' | 'field'>;

/** What a row asks: its operator, with the value that may stand in the same cell. */
export interface TableQuestion {
	operand: TableOperand | undefined;
	operator: TableOperator | undefined;
	value: unknown;
	valueColumn: TableColumn;
}

const ATTRIBUTE_OF_NAME: ReadonlyMap<string, Attribute> = new Map([
	...ATTRIBUTES.map((one) => [plainName(one), one] as const),
	...Object.entries(ATTRIBUTE_NAMES).map(
		([name, { label }]) => [plainName(label), name as MappedAttribute] as const,
	),
]);

const TYPES: Readonly<Record<AttributeKind, ConditionType>> = Object.freeze({
	text: 'string',
	list: 'array',
	flag: 'boolean',
	count: 'number',
	size: 'number',
	amount: 'number',
	percent: 'number',
	scale: 'number',
	date: 'dateTime',
	birthday: 'dateTime',
});

const READING = { zone: new TimeZone('UTC'), order: 'auto' } as const;

function kindOf({ attribute }: TableOperand): AttributeKind | undefined {
	return attribute === undefined ? undefined : attributeKind(attribute);
}

function operandOf(row: TableRow): TableOperand | undefined {
	const name = row.text('attribute');
	const field = row.text('field');
	if (name !== '' && field !== '') {
		throw row.fault(
			'field',
			'an attribute is given as well',
			'Fill in Attribute or Field, not both',
		);
	}
	if (name === '') {
		if (field === '') return undefined;
		return field.startsWith('=') ? { expression: field } : { field };
	}
	const attribute = ATTRIBUTE_OF_NAME.get(plainName(name));
	if (attribute === undefined) throw row.faultOfChoice('attribute', ATTRIBUTES);
	return { attribute };
}

/** What a row asks, with the operator that is meant where none is written. */
export function tableQuestion(row: TableRow): TableQuestion {
	const operand = operandOf(row);
	const value = row.cell('value');
	const written = row.cell('operator');
	const ask = (operator?: TableOperator, at: unknown = value, column: TableColumn = 'value') => ({
		operand,
		operator,
		value: at,
		valueColumn: column,
	});
	if (written !== undefined) {
		const found = operatorOfText(String(written));
		if (!found) throw row.faultOfChoice('operator', OPERATOR_TEXTS);
		if (found.rest === undefined) return ask(found.operator);
		if (value !== undefined) {
			throw row.fault(
				'operator',
				`"${String(written)}" and Value both hold a value`,
				'Leave Value blank, or write the operator alone',
			);
		}
		return ask(found.operator, found.rest, 'operator');
	}
	if (operand === undefined) return ask();
	if (value === undefined) return ask(kindOf(operand) === 'flag' ? 'true' : undefined);
	if (typeof value !== 'string') return ask('equals');
	if (kindOf(operand) !== 'date' && rangeOfText(value) && /^[\d\s.,%–—-]+$/.test(value))
		return ask('between');
	const sign =
		/^[<>=!≥≤≠]/.test(value.trim()) && !value.trim().startsWith('={{')
			? operatorOfText(value)
			: undefined;
	if (sign?.rest !== undefined) return ask(sign.operator, sign.rest);
	return ask(isList(value) ? 'oneOf' : 'equals');
}

const isList = (value: string) => /[,;|\n]/.test(value) || /^\s*\[.*\]\s*$/s.test(value);

/** Members of a cell: of a JSON list, else between lines, semicolons or bars, else commas. */
export function listOfCell(value: unknown): Array<string | number | boolean> {
	if (Array.isArray(value))
		return value.filter((one) => ['string', 'number', 'boolean'].includes(typeof one));
	if (typeof value !== 'string') return [value as number | boolean];
	if (/^\s*\[.*\]\s*$/s.test(value)) {
		try {
			return listOfCell(JSON.parse(value));
		} catch {
			// Brackets around words are part of them.
		}
	}
	const separator = /[;|\n]/.test(value) ? /[;|\n]/ : ',';
	return value
		.split(separator)
		.map((one) => one.trim())
		.filter((one) => one !== '');
}

class ConditionReader {
	private readonly kind: AttributeKind | undefined;

	constructor(
		private readonly row: TableRow,
		private readonly operand: TableOperand,
		private readonly question: TableQuestion,
	) {
		this.kind = kindOf(operand);
	}

	/** The conditions that a row asks for: a range with both ends is two of them. */
	read(operator: TableOperator): LeadCondition[] {
		const { value } = this.question;
		if (takesValue(operator) && value === undefined) {
			throw this.fault(
				'nothing is given',
				'Write what is compared with, or an operator such as "is given"',
			);
		}
		switch (operator) {
			case 'equals':
			case 'notEquals':
				return [this.equality(operator, value)];
			case 'oneOf':
			case 'notOneOf':
				return [this.condition(operator, undefined, this.list(value))];
			case 'containsAny':
				return [this.condition(operator, undefined, this.list(value))];
			case 'contains':
			case 'notContains':
				return [this.containing(operator, value)];
			case 'gt':
			case 'gte':
			case 'lt':
			case 'lte':
				return [this.ordering(operator, value)];
			case 'between':
				return this.range(value);
			case 'after':
			case 'afterOrEquals':
			case 'before':
			case 'beforeOrEquals':
				return [this.condition(operator, 'dateTime', this.date(value))];
			case 'true':
			case 'false':
				return [this.condition(operator, 'boolean')];
			case 'empty':
			case 'notEmpty':
			case 'exists':
			case 'notExists':
				return [this.condition(operator, this.kind ? TYPES[this.kind] : 'string')];
			case 'lengthEquals':
			case 'lengthNotEquals':
			case 'lengthGt':
			case 'lengthGte':
			case 'lengthLt':
			case 'lengthLte':
				return [{ ...this.condition(operator, 'array', this.number(value)), rightType: 'number' }];
			case 'startsWith':
			case 'notStartsWith':
			case 'endsWith':
			case 'notEndsWith':
			case 'regex':
			case 'notRegex':
				return [this.condition(operator, 'string', String(value).trim())];
			default:
				return [];
		}
	}

	private fault(what: string, hint: string) {
		return this.row.fault(this.question.valueColumn, what, hint);
	}

	private condition(operator: string, type?: ConditionType, value?: unknown): LeadCondition {
		return {
			...this.operand,
			...(type !== undefined && { type }),
			operator,
			...(value !== undefined && { value }),
		};
	}

	private equality(operator: 'equals' | 'notEquals', value: unknown): LeadCondition {
		if (isExpression(value)) {
			// A list is equal to nothing: one of its members is.
			const ofList = operator === 'equals' ? 'contains' : 'notContains';
			return this.kind === 'list'
				? this.condition(ofList, 'array', value)
				: this.condition(operator, this.kind ? TYPES[this.kind] : 'string', value);
		}
		const isYes =
			this.kind === 'flag' ? this.attributeValue(value, 'yes or no is expected') : value;
		if (typeof isYes === 'boolean') {
			return this.condition(String(isYes === (operator === 'equals')), 'boolean');
		}
		if (this.kind === 'list') {
			return this.condition(operator === 'equals' ? 'oneOf' : 'notOneOf', undefined, [
				String(value).trim(),
			]);
		}
		if (this.kind === 'date') return this.condition(operator, 'dateTime', this.date(value));
		const isNumber = this.kind !== undefined && TYPES[this.kind] === 'number';
		if (isNumber || (this.kind === undefined && typeof value === 'number')) {
			return this.condition(operator, 'number', this.number(value));
		}
		return this.condition(operator, 'string', this.word(value));
	}

	private containing(operator: 'contains' | 'notContains', value: unknown): LeadCondition {
		if (this.kind !== 'list') return this.condition(operator, 'string', String(value).trim());
		// Of a list, text in any of the members.
		return operator === 'contains'
			? this.condition('containsAny', undefined, [String(value).trim()])
			: this.condition('notOneOf', undefined, [String(value).trim()]);
	}

	private ordering(operator: 'gt' | 'gte' | 'lt' | 'lte', value: unknown): LeadCondition {
		const isDate =
			this.kind === 'date' ||
			(typeof value === 'string' && /^\d{4}-\d{1,2}-\d{1,2}/.test(value.trim()));
		if (!isDate) return this.condition(operator, 'number', this.number(value));
		const ofDates = { gt: 'after', gte: 'afterOrEquals', lt: 'before', lte: 'beforeOrEquals' };
		return this.condition(ofDates[operator], 'dateTime', this.date(value));
	}

	private range(value: unknown): LeadCondition[] {
		const range = rangeOfText(String(value));
		if (!range)
			throw this.fault(
				`"${String(value)}" is no range`,
				'Write both ends, e.g. 10-50, or 10 to below 50',
			);
		const from = this.number(range.from);
		const to = this.number(range.to);
		if (
			typeof from === 'number' &&
			typeof to === 'number' &&
			(range.isBelow ? from >= to : from > to)
		) {
			throw this.fault(
				`"${String(value)}" ends before it begins`,
				'Write the lower end first, e.g. 10-50',
			);
		}
		return range.isBelow
			? [this.condition('between', undefined, { from, to })]
			: [this.condition('gte', 'number', from), this.condition('lte', 'number', to)];
	}

	private list(value: unknown): Array<string | number | boolean> {
		const members = listOfCell(value);
		if (members.length === 0)
			throw this.fault('nothing is given', 'Write the values, separated by commas');
		const isNumber = this.kind !== undefined && TYPES[this.kind] === 'number';
		return members.map((one) => (isNumber ? (this.number(one) as number) : this.word(one)));
	}

	/** A word as it is compared: of what is recognised its permanent name. */
	private word(value: unknown): string {
		const text = String(value).trim();
		const { attribute } = this.operand;
		if (attribute === undefined || !isRecognised(attribute) || isExpression(value)) return text;
		const found = recognisedValue(attribute, text);
		if (found === undefined) {
			const allowed = RECOGNISED_VALUES[attribute].join(', ');
			throw this.fault(`"${text}" is not known`, `Write one of: ${allowed}`);
		}
		return found;
	}

	private attributeValue(value: unknown, expected: string): unknown {
		const attribute = this.operand.attribute as MappedAttribute;
		const found = readAttribute(attribute, value, READING);
		if (!found.ok)
			throw this.fault(
				`"${String(value)}" cannot be used`,
				`For ${ATTRIBUTE_NAMES[attribute].label}, ${expected}`,
			);
		return found.value;
	}

	private number(value: unknown): unknown {
		if (isExpression(value)) return value;
		if (this.kind !== undefined && TYPES[this.kind] === 'number') {
			return this.attributeValue(value, 'a number is expected, e.g. 50');
		}
		const found = readLooseNumber(value, 'amount');
		if (!found.ok)
			throw this.fault(`"${String(value)}" is not a number`, 'Write a number such as 50 or 12.5');
		return found.value;
	}

	private date(value: unknown): string {
		if (isExpression(value)) return value;
		const found = readDate(value, READING.zone);
		if (!found.ok) {
			throw this.fault(
				`"${String(value)}" is not a date that can be read for sure`,
				'Write the year first, e.g. 2025-12-31',
			);
		}
		return typeof value === 'string' && /^\d{4}-/.test(value.trim())
			? value.trim()
			: READING.zone.toIso(found.value);
	}
}

/** Whether a value is for n8n to work out. */
function isExpression(value: unknown): value is string {
	return typeof value === 'string' && value.startsWith('={{');
}

/** The conditions that a row asks for: none where it asks for a count, an activity or for everybody. */
export function tableConditions(row: TableRow, question: TableQuestion): LeadCondition[] {
	const { operand, operator } = question;
	if (operator === undefined || ['activity', 'always', 'each'].includes(operator)) return [];
	if (operand === undefined) {
		throw row.fault('field', 'nothing is given to compare', 'Fill in Attribute or Field');
	}
	return new ConditionReader(row, operand, question).read(operator);
}
