import { birthdayParts, calendarDateOf, readBirthday } from '../../../core/attribute/birthday';
import {
	anniversaryTest,
	betweenDaysTest,
	dayTest,
	hoursTest,
} from '../../../core/attribute/comparison/dayTests';
import {
	eventsSince,
	eventsWithin,
	type EventTypes,
} from '../../../core/attribute/comparison/eventCounts';
import { numberTest } from '../../../core/attribute/comparison/numberTest';
import { textTest } from '../../../core/attribute/comparison/textTest';
import type { ValueTest } from '../../../core/attribute/comparison/ValueTest';
import type { Attribute } from '../../../core/attribute/attributes';
import { plainName } from '../../../core/attribute/FieldIndex';
import { activityType } from '../../../core/lead/activityType';
import { readDate, type DateOrder } from '../../../core/reading/readDate';
import { readAmount } from '../../../core/reading/readMoney';
import { MS_PER_DAY, type TimeZone } from '../../../core/reading/TimeZone';
import { SegmentationError } from '../../../core/SegmentationError';
import type { Reading } from '../../../core/reading/Reading';
import { isAbsent, type ConditionRow, type Operand } from '../../conditionRow';
import { dateHint } from '../../dateHint';
import type { ItemField, ItemReader } from '../../NodeParameters';
import { quoted } from '../../Rejection';
import type { AttributeValues } from '../AttributeValues';
import { rememberedRead } from '../rememberedRead';
import { toldWithSource } from '../toldWithSource';
import { askedConstraint } from './askedConstraint';
import type { AskedComparison, AskedRow } from './AskedRow';
import { EventLists } from './EventLists';
import { flagTest } from './flagTest';

/** What a run gives rows to be compared with. */
export interface RowRun {
	attributes: AttributeValues;
	/** The reference instant. */
	asOf: number;
	zone: TimeZone;
	dateOrder: DateOrder;
}

/** A value that cannot be compared: the row is not met, and it is reported. */
function readOrThrow<T>(reading: Reading<T>, value: unknown, noun: string): T | undefined {
	if (reading.ok) return reading.value;
	if (reading.problem === 'missing') return undefined;
	const isAmbiguous = reading.problem === 'ambiguous';
	const why = `${quoted(value)} ${isAmbiguous ? `may be read as two ${noun}s` : `is no ${noun}`}`;
	if (isAmbiguous && noun === 'date') {
		throw new SegmentationError('invalidCondition', why, dateHint(reading.problem));
	}
	if (reading.problem === 'tooEarly') {
		throw new Error(`${quoted(value)} is before 1980, which is what systems write for no ${noun}`);
	}
	throw new Error(why);
}

/** A field as the left side of a row; what an expression gives is no field that items could lack. */
function operandOf({ name }: ItemField, read: ItemReader): Operand {
	return { name, read, isField: !name.startsWith('{{'), isFixedText: false };
}

/** Turns rows as the user set them into conditions that items are asked about. */
export class RowCompiler {
	private readonly today: number;

	private readonly events: EventLists;

	/** @param owner the rule or segment the rows belong to, for messages */
	constructor(
		private readonly run: RowRun,
		private readonly owner: string,
	) {
		this.today = run.zone.dayOf(run.asOf);
		this.events = new EventLists(run.zone, run.dateOrder);
	}

	/**
	 * A row, ready to be asked about any item.
	 *
	 * What is not known meets it only where it asks just for that; a plain field that is empty is none
	 * of some texts, as n8n has it.
	 *
	 * @throws SegmentationError `invalidCondition` for a value that the attribute never has
	 */
	row(asked: AskedRow): ConditionRow {
		switch (asked.looksAt) {
			case 'attribute': {
				const { attribute, asks } = asked;
				this.checkValues(attribute, asks);
				const { name, read, sources, needsAll } = this.run.attributes.operand(attribute);
				const left: Operand = { name, read, isField: false, isFixedText: false };
				const row = toldWithSource(this.comparing(left, asks, attribute), sources, needsAll);
				return { ...row, constraint: () => askedConstraint(asked) };
			}
			case 'field': {
				const { field, asks } = asked;
				const read = rememberedRead(field.read);
				const row = this.comparing(operandOf(field, read), asks);
				return { ...row, constraint: () => askedConstraint(asked) };
			}
			default:
				return { ...this.counting(asked), constraint: () => askedConstraint(asked) };
		}
	}

	private checkValues(attribute: Attribute, asks: AskedComparison): void {
		const choices = this.run.attributes.choicesOf(attribute);
		if (asks.kind !== 'text' || !choices) return;
		if (asks.comparison !== 'oneOf' && asks.comparison !== 'noneOf') return;
		for (const text of asks.texts) {
			if (choices.some((choice) => plainName(choice) === plainName(text))) continue;
			throw new SegmentationError(
				'invalidCondition',
				`Values in "${this.owner}" holds "${text}", which its attribute never is`,
				`Enter some of: ${choices.join(', ')}`,
			);
		}
	}

	/** A test of what is read of a field or attribute, by what is compared. */
	private comparing(left: Operand, asks: AskedComparison, attribute?: Attribute): ConditionRow {
		const { name, read } = left;
		if (asks.kind === 'presence') {
			const { isKnown } = asks;
			return {
				left,
				isMetBy: (item, i) => isAbsent(read(item, i)) !== isKnown,
				clause: isKnown
					? (item, i) => `${name} is known (${String(read(item, i))})`
					: () => `${name} is not known`,
			};
		}
		const test = this.testOf(asks, attribute);
		const isMetByNothing = asks.kind === 'text' && asks.comparison === 'noneOf' && !attribute;
		return {
			left,
			isMetBy: (item, i) => {
				const value = read(item, i);
				return isAbsent(value) ? isMetByNothing : test.accepts(value);
			},
			clause: (item, i) => {
				const value = read(item, i);
				return isAbsent(value) ? `${name} is empty` : `${name} ${test.tell(value)}`;
			},
		};
	}

	private testOf(asks: Exclude<AskedComparison, { kind: 'presence' }>, attribute?: Attribute) {
		const { run, today } = this;
		switch (asks.kind) {
			case 'text':
				return textTest(asks.comparison, this.permanent(asks.texts, attribute), attribute);
			case 'number':
				return reading(numberTest(asks.range), (value) =>
					typeof value === 'number' ? value : readOrThrow(readAmount(value), value, 'number'),
				);
			case 'flag':
				return flagTest(asks.isTrue);
			case 'hours':
				return reading(hoursTest(asks.hours, run.asOf), (value) =>
					this.instantOf(value, attribute),
				);
			case 'dates': {
				const dayOf = (instant: number | undefined, open: number) =>
					instant === undefined ? open : run.zone.dayOf(instant);
				const from = dayOf(asks.from, Number.NEGATIVE_INFINITY);
				const to = dayOf(asks.to, Number.POSITIVE_INFINITY);
				return reading(betweenDaysTest(from, to), (value) => this.dayOf(value, attribute));
			}
			case 'days':
				return asks.comparison === 'anniversaryInNextDays'
					? reading(anniversaryTest(asks.days, today), (value) =>
							this.calendarDateOf(value, attribute),
						)
					: reading(dayTest(asks.comparison, asks.days, today), (value) =>
							this.dayOf(value, attribute),
						);
		}
	}

	/** Values of an attribute that is one of a few, by their permanent names. */
	private permanent(texts: readonly string[], attribute?: Attribute): readonly string[] {
		const choices = attribute && this.run.attributes.choicesOf(attribute);
		if (!choices) return texts;
		return texts.map(
			(text) => choices.find((choice) => plainName(choice) === plainName(text)) ?? text,
		);
	}

	private instantOf(value: unknown, attribute?: Attribute): number | undefined {
		// Attributes are read already.
		if (attribute) return typeof value === 'number' ? value : undefined;
		return readOrThrow(readDate(value, this.run.zone, this.run.dateOrder), value, 'date');
	}

	private dayOf(value: unknown, attribute?: Attribute): number | undefined {
		if (attribute === 'birthDate') {
			const { year, month, day } = birthdayParts(String(value));
			return year === undefined ? undefined : Date.UTC(year, month - 1, day) / MS_PER_DAY;
		}
		const instant = this.instantOf(value, attribute);
		return instant === undefined ? undefined : this.run.zone.dayOf(instant);
	}

	private calendarDateOf(value: unknown, attribute?: Attribute) {
		if (attribute && attribute !== 'birthDate') {
			return typeof value === 'number' ? calendarDateOf(this.run.zone.dayOf(value)) : undefined;
		}
		const { zone, dateOrder: order } = this.run;
		const birthday =
			attribute === 'birthDate'
				? String(value)
				: readOrThrow(readBirthday(value, { zone, order }), value, 'date');
		return birthday === undefined ? undefined : birthdayParts(birthday);
	}

	private counting(
		asked: Extract<AskedRow, { looksAt: 'eventCount' | 'eventsSince' }>,
	): ConditionRow {
		const { list, range } = asked;
		const types = typesOf(asked.types);
		const sinceTypes = typesOf(asked.looksAt === 'eventsSince' ? asked.sinceTypes : []);
		const { zone } = this.run;
		const days = { today: this.today, zone };
		const eventsOf = this.events.reader(list);
		const noun = types.size === 0 ? 'events' : asked.types.join(', ');
		const within =
			asked.looksAt === 'eventCount'
				? asked.days === undefined
					? ''
					: ` in the last ${asked.days} days`
				: ` since the last ${asked.sinceTypes.join(', ')}`;
		const name = `number of ${noun} in ${list.field.name}${within}`;
		const read = rememberedRead((item, itemIndex) => {
			const events = eventsOf(item, itemIndex);
			if (!events) return undefined;
			const count =
				asked.looksAt === 'eventCount'
					? eventsWithin(events, types, asked.days, days)
					: eventsSince(events, types, sinceTypes, days);
			if (count === undefined) throw new Error('an event has no date');
			return count;
		});
		const test = numberTest(range);
		return {
			left: operandOf(list.field, list.field.read),
			isMetBy: (item, i) => {
				const count = read(item, i);
				return count !== undefined && test.accepts(count);
			},
			clause: (item, i) => `${name} ${test.tell(read(item, i) ?? 0)}`,
		};
	}
}

function typesOf(names: readonly string[]): EventTypes {
	return new Set(names.map(activityType));
}

/** A test of values that have to be read first; what is not known is not accepted. */
function reading<T>(test: ValueTest<T>, read: (value: unknown) => T | undefined): ValueTest {
	return {
		accepts: (value) => {
			const known = read(value);
			return known !== undefined && test.accepts(known);
		},
		tell: (value) => {
			const known = read(value);
			return known === undefined ? 'is not known' : test.tell(known);
		},
	};
}
