import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { ATTRIBUTE_NAMES, attributeFinder } from '../../core/attribute/attributeNames';
import {
	RECOGNISED_ATTRIBUTES,
	type Attribute,
	type MappedAttribute,
	type RecognisedAttribute,
} from '../../core/attribute/attributes';
import { readAttribute, type DateReading } from '../../core/attribute/readAttribute';
import { isRecognised } from '../../core/attribute/recognition/recognisedValue';
import type { Recogniser } from '../../core/attribute/recognition/Recogniser';
import { fieldPathOf, readAlong } from '../../core/reading/fieldPath';
import { isBlank } from '../../core/reading/Reading';
import type { ItemField, ItemReader } from '../NodeParameters';
import { note } from '../tellUser';

/** Items in which the field of an attribute is looked for: so many first ones. */
export const ITEMS_LOOKED_AT = 100;

/** An attribute, ready to be read of any lead. */
export interface AttributeOperand {
	/** The field that holds it; its own name where none does, or where it is recognised from others. */
	name: string;
	/** Whether there is a field to read it from. */
	isFound: boolean;
	/** Undefined where the lead does not have it. */
	read: ItemReader;
	/** What has to be there for it to be known: the lead lacks it where none of them is. */
	sources: ReadonlyArray<{ name: string; read: ItemReader }>;
}

/** From what an attribute is recognised. */
const RECOGNISED_FROM: Readonly<Record<RecognisedAttribute, readonly MappedAttribute[]>> =
	Object.freeze({
		decisionRole: ['jobTitle'],
		department: ['jobTitle'],
		mailKind: ['email'],
		sector: ['industry', 'nace', 'sic'],
		seniority: ['jobTitle'],
	});

/**
 * The attributes of leads, whatever the system they come from: each is looked for once in the items
 * under its usual names, unless the user named its field.
 */
export class AttributeValues {
	private readonly operands = new Map<Attribute, AttributeOperand>();

	private readonly found = new Map<MappedAttribute, string>();

	private readonly absent: MappedAttribute[] = [];

	private finder: ReturnType<typeof attributeFinder> | undefined;

	/** @param named the fields that the user named */
	constructor(
		/** The items in which they are looked for; asked for once one is. */
		private readonly items: () => readonly INodeExecutionData[],
		private readonly named: ReadonlyMap<MappedAttribute, ItemField>,
		private readonly recogniser: Recogniser,
		private readonly dates: DateReading,
		/** Takes note of a value that cannot be read, of the lead that is looked at. */
		private readonly onUnreadable: (label: string, name: string, value: unknown) => void,
	) {}

	/** How an attribute is read; looked for at the first time it is asked for. */
	operand(attribute: Attribute): AttributeOperand {
		let operand = this.operands.get(attribute);
		if (!operand) {
			operand = isRecognised(attribute) ? this.ofRecognised(attribute) : this.ofMapped(attribute);
			this.operands.set(attribute, operand);
		}
		return operand;
	}

	/** How an attribute is read that serves where items have it; undefined where they do not. */
	operandIfFound(attribute: Attribute): AttributeOperand | undefined {
		const { absent } = this;
		const known = absent.length;
		const operand = this.operand(attribute);
		if (operand.isFound) return operand;
		// Nobody asked for it: that it is missing is no news.
		absent.length = known;
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
		if (!field) {
			this.absent.push(attribute);
			const read = () => undefined;
			return { name: attribute, isFound: false, read, sources: [{ name: attribute, read }] };
		}
		const read = this.remembered((item, itemIndex) => {
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

	private fieldOf(attribute: MappedAttribute): Pick<ItemField, 'name' | 'read'> | undefined {
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

	private ofRecognised(attribute: RecognisedAttribute): AttributeOperand {
		const { recogniser } = this;
		const [first, ...others] = RECOGNISED_FROM[attribute].map((source) => this.operand(source));
		const sources = [first!, ...others];
		const known = sources.filter(({ isFound }) => isFound);
		const read = this.remembered((item, itemIndex) => {
			const [one, two, three] = sources.map((source) => source.read(item, itemIndex));
			switch (attribute) {
				case 'decisionRole':
					return recogniser.title(one).decisionRole ?? undefined;
				case 'department':
					return recogniser.title(one).department ?? undefined;
				case 'mailKind':
					return recogniser.mailKind(one) ?? undefined;
				case 'sector':
					return recogniser.sector({ industry: one, nace: two, sic: three }) ?? undefined;
				case 'seniority':
					return recogniser.title(one).seniority ?? undefined;
			}
		});
		return {
			name: attribute,
			isFound: known.length > 0,
			read,
			sources: (known.length > 0 ? known : [first!]).flatMap((one) => one.sources),
		};
	}

	/** Several rules ask the same lead one after the other. */
	private remembered(read: ItemReader): ItemReader {
		let lastItem: INodeExecutionData | undefined;
		let last: unknown;
		return (item, itemIndex) => {
			if (item === lastItem) return last;
			last = read(item, itemIndex);
			lastItem = item;
			return last;
		};
	}
}

function labelOf(attribute: MappedAttribute): string {
	return ATTRIBUTE_NAMES[attribute].label;
}
