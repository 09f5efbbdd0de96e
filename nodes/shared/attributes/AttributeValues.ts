import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { ATTRIBUTE_NAMES, attributeFinder } from '../../core/attribute/attributeNames';
import {
	RECOGNISED_ATTRIBUTES,
	WORKED_OUT_ATTRIBUTES,
	type Attribute,
	type DerivedAttribute,
	type MappedAttribute,
	type RecognisedAttribute,
} from '../../core/attribute/attributes';
import { ageBandNames } from '../../core/attribute/derived/ageBands';
import {
	ALSO_DERIVED,
	DERIVATIONS,
	USUAL_DERIVATION,
	type Derivation,
	type DerivationSettings,
} from '../../core/attribute/derived/derivations';
import { isWorkedOut } from '../../core/attribute/derived/derivedNames';
import { COMPANY_SIZES, REVENUE_BANDS } from '../../core/attribute/derived/sizeBands';
import { readAttribute, type AttributeValue } from '../../core/attribute/readAttribute';
import { isRecognised, RECOGNISED_VALUES } from '../../core/attribute/recognition/recognisedValue';
import type { Recogniser } from '../../core/attribute/recognition/Recogniser';
import type { DateOrder } from '../../core/reading/readDate';
import { fieldPathOf, readAlong } from '../../core/reading/fieldPath';
import { isBlank } from '../../core/reading/Reading';
import type { TimeZone } from '../../core/reading/TimeZone';
import type { ItemField, ItemReader } from '../NodeParameters';
import { note } from '../tellUser';
import { rememberedRead } from './rememberedRead';

/** Items in which the field of an attribute is looked for: so many first ones. */
export const ITEMS_LOOKED_AT = 100;

/** The zone and order in which dates are read, and the instant as of which ages are told. */
export interface AttributeDates {
	zone: TimeZone;
	order: DateOrder;
	asOf: number;
}

/** A field from which an attribute is known. */
export interface AttributeSource {
	name: string;
	read: ItemReader;
	/** How it is told in words where "is" is not the word: born 1992-03-01. */
	word?: string;
}

/** An attribute, ready to be read of any lead. */
export interface AttributeOperand {
	/** The field that holds it; its own name where none does, or where it is recognised from others. */
	name: string;
	/** Whether there is a field to read it from. */
	isFound: boolean;
	/** Undefined where the lead does not have it. */
	read: ItemReader;
	/** What has to be there for it to be known: the lead lacks it where none of them is. */
	sources: readonly AttributeSource[];
	/** Whether it comes from all of them together; otherwise from the first that is known. */
	needsAll?: boolean;
}

/** What is told of an item under its name where everything is wanted that is found out. */
const FOUND_OUT: readonly Attribute[] = [
	...RECOGNISED_ATTRIBUTES,
	...WORKED_OUT_ATTRIBUTES,
	...(Object.keys(ALSO_DERIVED) as MappedAttribute[]),
];

/** Whether an attribute only comes from others. */
function isDerived(attribute: Attribute): attribute is DerivedAttribute {
	return isRecognised(attribute) || isWorkedOut(attribute);
}

/**
 * The attributes of leads, whatever the system they come from: each is looked for once in the items
 * under its usual names, unless the user named its field.
 */
export class AttributeValues {
	private readonly operands = new Map<Attribute, AttributeOperand>();

	private readonly found = new Map<MappedAttribute, string>();

	private readonly absent: MappedAttribute[] = [];

	private foundOut: ReadonlyArray<{ attribute: Attribute; read: ItemReader }> | undefined;

	private finder: ReturnType<typeof attributeFinder> | undefined;

	/** @param named the fields that the user named */
	constructor(
		/** The items in which they are looked for; asked for once one is. */
		private readonly items: () => readonly INodeExecutionData[],
		private readonly named: ReadonlyMap<MappedAttribute, ItemField>,
		private readonly recogniser: Recogniser,
		private readonly dates: AttributeDates,
		/** Takes note of a value that cannot be read, of the lead that is looked at. */
		private readonly onUnreadable: (label: string, name: string, value: unknown) => void,
		private readonly settings: DerivationSettings = USUAL_DERIVATION,
	) {}

	/** How an attribute is read; looked for at the first time it is asked for. */
	operand(attribute: Attribute): AttributeOperand {
		let operand = this.operands.get(attribute);
		if (!operand) {
			operand = isDerived(attribute) ? this.ofDerived(attribute) : this.ofMapped(attribute);
			this.operands.set(attribute, operand);
		}
		return operand;
	}

	/** How an attribute is read that serves where items have it; undefined where they do not. */
	operandIfFound(attribute: Attribute): AttributeOperand | undefined {
		const { absent } = this;
		const known = absent.length;
		const operand = this.operand(attribute);
		// Nobody asked for it: what is missing of it is no news.
		absent.length = known;
		if (operand.isFound) return operand;
		this.operands.delete(attribute);
		return undefined;
	}

	/** What is recognised of a lead; null for what is not. */
	recognised(
		item: INodeExecutionData,
		itemIndex: number,
	): Record<RecognisedAttribute, string | null> {
		return Object.fromEntries(
			RECOGNISED_ATTRIBUTES.map((attribute) => [
				attribute,
				this.operand(attribute).read(item, itemIndex) ?? null,
			]),
		) as Record<RecognisedAttribute, string | null>;
	}

	/** What is found out of a person, of that what is known: levels, bands, sizes, the kind of place. */
	recognisedOf(item: INodeExecutionData, itemIndex: number): Record<string, AttributeValue> {
		this.foundOut ??= FOUND_OUT.flatMap((attribute) => {
			const operand = this.operandIfFound(attribute);
			return operand ? [{ attribute, read: operand.read }] : [];
		});
		const known: Record<string, AttributeValue> = {};
		for (const { attribute, read } of this.foundOut) {
			const value = read(item, itemIndex) as AttributeValue | undefined;
			if (value !== undefined) known[attribute] = value;
		}
		return known;
	}

	/** All that an attribute can be, by permanent names; undefined where it can be anything. */
	choicesOf(attribute: Attribute): readonly string[] | undefined {
		if (isRecognised(attribute)) return RECOGNISED_VALUES[attribute];
		if (attribute === 'companySize') return COMPANY_SIZES;
		if (attribute === 'revenueBand') return REVENUE_BANDS;
		return attribute === 'ageBand' ? ageBandNames(this.settings.ageLimits) : undefined;
	}

	/** Which fields serve, and which could not be found. */
	hints(): NodeExecutionHint[] {
		const { found, absent } = this;
		const fields = [...found].map(([attribute, field]) => `${labelOf(attribute)} from "${field}"`);
		const hints = fields.length === 0 ? [] : [note(`Recognised: ${fields.join(', ')}.`)];
		if (absent.length > 0 && this.items().length > 0) {
			hints.push(
				note(
					`Not found in the items: ${absent.map(labelOf).join(', ')}. Where a field holds one of them, name it under Attribute Fields.`,
				),
			);
		}
		return hints;
	}

	private ofMapped(attribute: MappedAttribute): AttributeOperand {
		const field = this.fieldOf(attribute);
		const ofField = field && this.ofField(attribute, field);
		const derived = this.alsoDerived(attribute);
		if (!ofField || !derived) {
			const only = ofField ?? derived;
			if (only) return only;
			this.absent.push(attribute);
			const read = () => undefined;
			return { name: attribute, isFound: false, read, sources: [{ name: attribute, read }] };
		}
		const { goesFirst } = ALSO_DERIVED[attribute]!;
		const [first, second] = goesFirst ? [derived, ofField] : [ofField, derived];
		return {
			name: ofField.name,
			isFound: true,
			read: rememberedRead((item, i) => first.read(item, i) ?? second.read(item, i)),
			sources: [...first.sources, ...second.sources],
		};
	}

	private ofField(
		attribute: MappedAttribute,
		field: Pick<ItemField, 'name' | 'read'>,
	): AttributeOperand {
		const read = rememberedRead((item, itemIndex) => {
			const value = field.read(item, itemIndex);
			if (isBlank(value)) return undefined;
			const reading = readAttribute(attribute, value, this.dates);
			if (reading.ok) return reading.value;
			if (reading.problem !== 'missing') {
				this.onUnreadable(labelOf(attribute), field.name, value);
			}
			return undefined;
		});
		return { name: field.name, isFound: true, read, sources: [{ name: field.name, read }] };
	}

	/** What comes from others of an attribute that a field may hold as well; undefined where nothing can. */
	private alsoDerived(attribute: MappedAttribute): AttributeOperand | undefined {
		const derivation = ALSO_DERIVED[attribute];
		const needsPlaces = attribute === 'areaType' || attribute === 'climate';
		if (!derivation || (needsPlaces && this.settings.places.isEmpty)) return undefined;
		const sources = derivation.from.map((source) => this.operandIfFound(source));
		if (!sources.some((source) => source !== undefined)) return undefined;
		return this.comingFrom(attribute, derivation, sources);
	}

	/** The field that holds an attribute, named or found; undefined where there is none. */
	fieldOf(attribute: MappedAttribute): Pick<ItemField, 'name' | 'read'> | undefined {
		const named = this.named.get(attribute);
		if (named) return named;
		this.finder ??= attributeFinder(
			this.items()
				.slice(0, ITEMS_LOOKED_AT)
				.map(({ json }) => json),
		);
		const found = this.finder(attribute);
		if (!found) return undefined;
		const { path } = found;
		const name = fieldPathOf(path);
		this.found.set(attribute, name);
		return { name, read: (item) => readAlong(item.json, path) };
	}

	private ofDerived(attribute: DerivedAttribute): AttributeOperand {
		const derivation = DERIVATIONS[attribute];
		return this.comingFrom(
			attribute,
			derivation,
			derivation.from.map((source) => this.operand(source)),
		);
	}

	private comingFrom(
		attribute: Attribute,
		derivation: Derivation,
		from: ReadonlyArray<AttributeOperand | undefined>,
	): AttributeOperand {
		const { asOf, zone } = this.dates;
		const { recogniser, settings } = this;
		const derive = derivation.compile({ ...settings, asOf, zone, recogniser });
		const known = from.filter((source): source is AttributeOperand => source?.isFound === true);
		const values: unknown[] = [];
		const read = rememberedRead((item, itemIndex) => {
			for (let i = 0; i < from.length; i++) values[i] = from[i]?.read(item, itemIndex);
			return derive(values) ?? undefined;
		});
		const { word } = derivation;
		const told = known.length > 0 ? known : from.slice(0, 1);
		return {
			name: attribute,
			needsAll: derivation.needsAll,
			isFound: derivation.needsAll ? known.length === from.length : known.length > 0,
			read,
			sources: told.flatMap((one) => {
				const sources = one?.sources ?? [];
				return word === undefined ? sources : sources.map((source) => ({ ...source, word }));
			}),
		};
	}
}

function labelOf(attribute: MappedAttribute): string {
	return ATTRIBUTE_NAMES[attribute].label;
}
