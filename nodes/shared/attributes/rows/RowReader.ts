import { z } from 'zod';

import { attributeKind } from '../../../core/attribute/attributeNames';
import { ATTRIBUTES, type Attribute } from '../../../core/attribute/attributes';
import {
	COMPARISONS,
	comparisonsOf,
	DAY_COMPARISONS,
	NUMBER_COMPARISONS,
	TEXT_COMPARISONS,
	type Comparison,
	type NumberComparison,
} from '../../../core/attribute/comparison/comparisons';
import type { NumberRange } from '../../../core/attribute/comparison/numberTest';
import { isBlank } from '../../../core/reading/Reading';
import { readDate } from '../../../core/reading/readDate';
import { SegmentationError } from '../../../core/SegmentationError';
import { listed } from '../../../core/wording/listed';
import type { ItemField, NodeParameters } from '../../NodeParameters';
import { schemas } from '../../parameterSchemas';
import type { AskedComparison, AskedRow, EventList } from './AskedRow';
import { LOOKS } from './rowProperties';

function isAmong<T extends string>(names: readonly T[], name: string): name is T {
	return (names as readonly string[]).includes(name);
}

/** Texts that the user writes with separators between, or as a list in JSON. */
const textList = z.preprocess((value) => {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string' || !/^\s*\[.*\]\s*$/s.test(value)) return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return value;
	}
}, schemas.list);

/** Reads the rows of a segment from what the user set. */
export class RowReader {
	/** @param owner the rule or segment they belong to, for messages */
	constructor(
		private readonly parameters: NodeParameters,
		private readonly owner: string,
	) {}

	/**
	 * The row at a path.
	 *
	 * @throws NodeOperationError for a value that cannot be worked with, or a field left empty
	 */
	row(path: string): AskedRow {
		const { parameters } = this;
		const looksAt = parameters.constant(`${path}.looksAt`, z.enum(LOOKS).default('attribute'));
		switch (looksAt) {
			case 'attribute': {
				const attribute = parameters.constant(
					`${path}.attribute`,
					z.enum(ATTRIBUTES as [Attribute, ...Attribute[]]).default('country'),
				);
				return { looksAt, attribute, asks: this.comparison(path, attribute) };
			}
			case 'field': {
				const field = this.field(`${path}.sourceField`);
				return { looksAt, field, asks: this.comparison(path) };
			}
			case 'eventCount': {
				const days = parameters.constant(`${path}.withinDays`, schemas.notNegative.default(0));
				return { looksAt, ...this.events(path), days: days === 0 ? undefined : days };
			}
			case 'eventsSince':
				return {
					looksAt,
					...this.events(path),
					sinceTypes: this.texts(`${path}.sinceTypes`),
				};
		}
	}

	private fault(path: string, what: string, hint: string): never {
		return this.parameters.withDomainFaults(() => {
			throw new SegmentationError(
				'invalidCondition',
				`${this.parameters.labelOf(path)} in "${this.owner}" ${what}`,
				hint,
			);
		});
	}

	private field(path: string): ItemField {
		return (
			this.parameters.field(path) ??
			this.fault(path, 'is empty', 'Enter the name of a field of the incoming items')
		);
	}

	private texts(path: string): string[] {
		const texts = this.parameters.constant(path, textList.default([]));
		if (texts.length > 0) return texts;
		return this.fault(path, 'is empty', 'Enter at least one text, several with commas between');
	}

	private events(path: string) {
		const { parameters } = this;
		const name = (key: string, usual: string) =>
			parameters.constant(`${path}.${key}`, schemas.text.default(usual)).trim();
		const list: EventList = {
			field: this.field(`${path}.eventsField`),
			typeKey: name('eventTypeKey', 'type'),
			dateKey: name('eventDateKey', 'date'),
		};
		const types: string[] = parameters.constant(`${path}.eventTypes`, textList.default([]));
		const comparison = parameters.constant(
			`${path}.countComparison`,
			z.enum(NUMBER_COMPARISONS).default('atLeast'),
		);
		return {
			list,
			types,
			range: this.range(comparison, {
				number: `${path}.times`,
				from: `${path}.times`,
				to: `${path}.timesTo`,
			}),
		};
	}

	private range(
		comparison: NumberComparison,
		paths: Readonly<Record<'number' | 'from' | 'to', string>>,
	): NumberRange {
		const number = (path: string): number => this.parameters.constant(path, schemas.number);
		if (comparison === 'between') {
			const from = number(paths.from);
			const to = number(paths.to);
			if (from <= to) return { from, to };
			return this.fault(paths.to, `is ${to}, below ${from}`, 'Enter the lower number first');
		}
		const bound = number(paths.number);
		return {
			from: comparison === 'atMost' ? Number.NEGATIVE_INFINITY : bound,
			to: comparison === 'atLeast' ? Number.POSITIVE_INFINITY : bound,
		};
	}

	private date(path: string): number | undefined {
		const value = this.parameters.constant(path, z.unknown()) as unknown;
		if (isBlank(value)) return undefined;
		const reading = readDate(value, this.parameters.zone());
		if (reading.ok) return reading.value;
		return this.fault(
			path,
			`is "${String(value)}", which is not a date`,
			'Choose a date, or enter one as year-month-day, e.g. 2026-12-31',
		);
	}

	private dates(path: string): AskedComparison {
		const from = this.date(`${path}.fromDate`);
		const to = this.date(`${path}.toDate`);
		if (from === undefined && to === undefined) {
			return this.fault(`${path}.fromDate`, 'is empty', 'Choose From Date, To Date or both');
		}
		if (from !== undefined && to !== undefined && from > to) {
			return this.fault(`${path}.toDate`, 'is before From Date', 'Choose the earlier date first');
		}
		return { kind: 'dates', from, to };
	}

	/** What a value is compared with; of an attribute only what its kind of value can be. */
	private comparison(path: string, attribute?: Attribute): AskedComparison {
		const { parameters } = this;
		const at = `${path}.comparison`;
		const comparison: Comparison = parameters.constant(at, z.enum(COMPARISONS).default('oneOf'));
		const possible = attribute ? comparisonsOf(attributeKind(attribute)) : COMPARISONS;
		if (!possible.includes(comparison)) {
			const names = possible.map((one) => parameters.choiceOf(at, one));
			this.fault(
				at,
				`cannot be ${parameters.choiceOf(at, comparison)} for ${parameters.choiceOf(`${path}.attribute`, attribute!)}`,
				`Choose ${listed(names, 'or')}`,
			);
		}
		if (isAmong(TEXT_COMPARISONS, comparison)) {
			return { kind: 'text', comparison, texts: this.texts(`${path}.values`) };
		}
		if (isAmong(NUMBER_COMPARISONS, comparison)) {
			const range = this.range(comparison, {
				number: `${path}.number`,
				from: `${path}.from`,
				to: `${path}.to`,
			});
			return { kind: 'number', range };
		}
		if (isAmong(DAY_COMPARISONS, comparison)) {
			const days = parameters.constant(`${path}.days`, schemas.notNegative);
			return { kind: 'days', comparison, days };
		}
		switch (comparison) {
			case 'betweenDates':
				return this.dates(path);
			case 'inLastHours':
				return { kind: 'hours', hours: parameters.constant(`${path}.hours`, schemas.notNegative) };
			case 'isFalse':
			case 'isTrue':
				return { kind: 'flag', isTrue: comparison === 'isTrue' };
			case 'known':
			case 'notKnown':
				return { kind: 'presence', isKnown: comparison === 'known' };
		}
	}
}
