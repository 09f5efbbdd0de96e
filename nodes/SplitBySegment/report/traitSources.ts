import type { INodeExecutionData } from 'n8n-workflow';

import { ATTRIBUTE_NAMES } from '../../core/attribute/attributeNames';
import { ATTRIBUTES, type Attribute } from '../../core/attribute/attributes';
import { nameWords } from '../../core/learning/nameWords';
import { compileFieldPath, fieldPathOf, readAlong } from '../../core/reading/fieldPath';
import type { TraitField } from '../../core/report/traitWords';
import type { AttributeValues } from '../../shared/attributes/AttributeValues';
import type { ItemReader } from '../../shared/NodeParameters';
import type { ReportConfiguration } from './readReport';

/** A field to look for traits in. */
export interface TraitSource {
	field: TraitField;
	/** The text, number, flag or list of a person. */
	read: ItemReader;
}

/** So many fields of the items are looked at, those that most people have. */
const MOST_FIELDS = 60;
/** So many names of fields are told apart: more have items only whose keys are data. */
const MOST_NAMES = 2000;

/** Attributes that tell who somebody is, or what others tell better. */
const NO_TRAITS: ReadonlySet<string> = new Set<Attribute>([
	'company',
	'email',
	'jobTitle',
	'lastActivity',
	'nace',
	'postalCode',
	'sic',
	'website',
]);

/** Attributes that are amounts of the customers' money. */
const MONEY: ReadonlySet<string> = new Set<Attribute>(['averageOrder', 'totalSpent']);

/** Attributes that the figures of a report tell too. */
const FIGURES: ReadonlySet<string> = new Set<Attribute>([
	'averageOrder',
	'buyerType',
	'costToServe',
	'lifecycleStage',
	'margin',
	'orders',
	'ordersPerYear',
	'return',
	'totalSpent',
]);

/** Words of field names that tell who somebody is, or when something was, or how it was found out. */
const IDENTITY_WORDS = new Set(
	'id ids uuid guid key token hash email mail name firstname lastname surname phone mobile tel fax url link href address street zip postcode plz birthday birthdate date time timestamp created updated at on since until text html note notes comment comments reason description title iban vat currency number nr'.split(
		' ',
	),
);

/** What other nodes of this package found out, as far as it tells what sort of person somebody is. */
const RESULTS: Readonly<Record<string, ReadonlyArray<readonly string[]>>> = Object.freeze({
	lapse: [['status'], ['daysSince']],
	leadScore: [['band'], ['score']],
	lifecycle: [
		['buyerType'],
		['daysSinceLastOrder'],
		['engagement', 'level'],
		['orders'],
		['stage'],
	],
	segment: [],
	segmentReport: [],
});

function isOfResult(name: string): boolean {
	return /^(?:lapse|leadScore|lifecycle)\./.test(name);
}

function isIdentity(key: string): boolean {
	const words = nameWords(key);
	const last = words[words.length - 1] ?? '';
	return IDENTITY_WORDS.has(last) || IDENTITY_WORDS.has(words.join(''));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of the items, and how many fill it. */
interface FieldCount {
	keys: readonly string[];
	filled: number;
}

/** Counts the fields that items fill, at the top and one level inside; names are looked at once. */
class FieldCounts {
	private readonly counts: FieldCount[] = [];

	/** By key at the top; null for what tells who somebody is. */
	private readonly tops = new Map<string, FieldCount | null>();

	/** By key at the top, then by key inside. */
	private readonly inners = new Map<string, Map<string, FieldCount | null>>();

	add(record: Readonly<Record<string, unknown>>): void {
		for (const key of Object.keys(record)) {
			const value = record[key];
			if (value === null || value === '') continue;
			const results = Object.hasOwn(RESULTS, key) ? RESULTS[key] : undefined;
			if (results) this.addResults(key, value, results);
			else if (isRecord(value)) this.addInside(key, value);
			else this.count(this.tops, key, [key]);
		}
	}

	private addInside(key: string, record: Readonly<Record<string, unknown>>): void {
		const inner = this.innerOf(key);
		for (const name of Object.keys(record)) {
			const value = record[name];
			if (value !== null && value !== '' && !isRecord(value)) this.count(inner, name, [key, name]);
		}
	}

	private addResults(key: string, value: unknown, results: ReadonlyArray<readonly string[]>): void {
		const inner = this.innerOf(key);
		for (const keys of results) {
			if (readAlong(value, keys) != null) this.count(inner, keys[0]!, [key, ...keys]);
		}
	}

	private innerOf(key: string): Map<string, FieldCount | null> {
		let inner = this.inners.get(key);
		if (!inner) this.inners.set(key, (inner = new Map<string, FieldCount | null>()));
		return inner;
	}

	private count(known: Map<string, FieldCount | null>, key: string, keys: readonly string[]): void {
		let count = known.get(key);
		if (count === undefined) {
			const isTaken = !isIdentity(keys[keys.length - 1]!) && this.counts.length < MOST_NAMES;
			count = isTaken ? { keys, filled: 0 } : null;
			if (count) this.counts.push(count);
			known.set(key, count);
		}
		if (count) count.filled += 1;
	}

	/** The fields, those that most items fill first. */
	get fields(): Array<readonly string[]> {
		return this.counts
			.map(({ keys, filled }) => ({ keys, filled, name: fieldPathOf(keys) }))
			.sort((one, other) => other.filled - one.filled || (one.name < other.name ? -1 : 1))
			.map(({ keys }) => keys);
	}
}

function fieldsOf(
	items: readonly INodeExecutionData[],
	outputField: string,
): Array<readonly string[]> {
	const counts = new FieldCounts();
	for (const { json } of items) counts.add(json);
	return counts.fields.filter(([top]) => top !== outputField);
}

/** Whether a field is one of those named, or lies inside of one. */
function isAmong(name: string, names: readonly string[]): boolean {
	return names.some(
		(one) => name === one || name.startsWith(`${one}.`) || name.startsWith(`${one}[`),
	);
}

function attributeSources(
	attributes: AttributeValues,
	never: readonly string[],
	currency: string | undefined,
): TraitSource[] {
	return ATTRIBUTES.flatMap((attribute): TraitSource[] => {
		if (NO_TRAITS.has(attribute) || never.includes(attribute)) return [];
		// Money in several currencies cannot be compared.
		if (MONEY.has(attribute) && currency === undefined) return [];
		const names: Readonly<Partial<Record<string, { kind: string }>>> = ATTRIBUTE_NAMES;
		if (names[attribute]?.kind === 'date') return [];
		const operand = attributes.operandIfFound(attribute);
		if (!operand) return [];
		const { name, read, sources } = operand;
		if ([name, ...sources.map((source) => source.name)].some((one) => isAmong(one, never))) {
			return [];
		}
		const isFigure = FIGURES.has(attribute) || isOfResult(name);
		const money = MONEY.has(attribute) ? { currency } : {};
		return [{ field: { name, attribute, isFigure, ...money }, read }];
	});
}

/**
 * The fields in which to look for what sets groups apart: those that the user named, else known
 * attributes and whatever else the items hold in short.
 *
 * @param currency of all people's money; undefined where there are several
 */
export function traitSources(
	items: readonly INodeExecutionData[],
	configuration: ReportConfiguration,
	attributes: AttributeValues,
	currency: string | undefined,
): TraitSource[] {
	const { traitFields, neverTraits, previousSegment, outcome, outputField, dotNotation } =
		configuration;
	const never = [...neverTraits, previousSegment?.name, outcome?.name].filter(
		(name) => name !== undefined,
	);
	const known = attributeSources(attributes, never, currency);
	const ofAttribute = (name: string) => known.find(({ field }) => field.name === name);
	if (traitFields.length > 0) {
		return traitFields
			.filter((name) => !isAmong(name, never))
			.map((name) => {
				const attribute = known.find(({ field }) => field.attribute === name);
				const readField = compileFieldPath(name, { dotNotation });
				return (
					ofAttribute(name) ?? attribute ?? { field: { name }, read: ({ json }) => readField(json) }
				);
			});
	}
	const others = fieldsOf(items, outputField)
		.map((keys): TraitSource => {
			const name = fieldPathOf(keys);
			return {
				field: { name, isFigure: isOfResult(name) },
				read: ({ json }) => readAlong(json, keys),
			};
		})
		.filter(({ field: { name } }) => !ofAttribute(name) && !isAmong(name, never));
	return [...known, ...others.slice(0, MOST_FIELDS)];
}
