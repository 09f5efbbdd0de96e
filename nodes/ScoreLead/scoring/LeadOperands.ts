import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Attribute } from '../../core/attribute/attributes';
import type { LeadCondition } from '../../core/lead/LeadModel';
import { compileFieldPath, compileKeys, type FieldReader } from '../../core/reading/fieldPath';
import type { Operand } from '../../shared/conditionRow';
import {
	dependsOnItem,
	isExpression,
	namedFields,
	plainFieldKeys,
} from '../../shared/itemExpression';
import { sideOf } from '../../shared/sideOf';
import type { AttributeValues } from '../../shared/attributes/AttributeValues';
import type { ItemReader, PerItem } from '../../shared/NodeParameters';
import type { ActivityItem } from './Lead';

/** Whether a rule looks at the lead, or at one activity of it. */
export type Scope = 'lead' | 'activity';

function pathReader(field: string): FieldReader {
	return compileFieldPath(field, { dotNotation: true });
}

/** Whether an item has what a field or an expression asks for. */
function tellerOf(raw: string, isField: boolean): ItemReader<boolean> {
	if (!isExpression(raw)) {
		const read = isField ? pathReader(raw) : () => true;
		return ({ json }) => read(json) !== undefined;
	}
	if (!dependsOnItem(raw)) return () => true;
	const keys = plainFieldKeys(raw);
	const readers = (keys ? [keys] : namedFields(raw).map((name) => [name])).map(compileKeys);
	return ({ json }) => readers.length > 0 && readers.every((read) => read(json) !== undefined);
}

/** What an activity is known to have by a name, else what it has as it comes. */
function knownOr(name: string, read: ItemReader): ItemReader {
	return (item, itemIndex) => {
		const { asked } = item as ActivityItem;
		return asked !== undefined && Object.hasOwn(asked, name) ? asked[name] : read(item, itemIndex);
	};
}

/** Makes what a model names readable: fields, attributes and expressions. */
export class LeadOperands {
	/** What rules ask of activities themselves, by name; complete once all rules are compiled. */
	readonly askedOfActivities = new Map<string, ItemReader>();

	/** @param listName the field of leads that holds their activities, where it is a list in the lead */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly attributes: AttributeValues,
		/** The attributes that activities have themselves. */
		private readonly ofActivities: AttributeValues,
		private readonly listName: string | undefined,
	) {}

	/** What a condition compares. */
	of(condition: Pick<LeadCondition, 'field' | 'attribute' | 'expression'>, scope: Scope): Operand {
		const { field, attribute, expression } = condition;
		if (attribute !== undefined) return this.attribute(attribute, scope);
		if (field !== undefined) return this.field(field, scope);
		return this.value(expression ?? '', scope);
	}

	/** What a condition compares with. */
	side(value: unknown, scope: Scope): PerItem {
		const side = sideOf(this.context, value);
		return 'read' in side ? { read: this.worked(String(value), side.read, scope) } : side;
	}

	/** What a lead must have for a comparison to be made: nothing that is known by name for an expression. */
	asked({
		field,
		attribute,
	}: Pick<LeadCondition, 'field' | 'attribute'>): ReadonlyArray<Pick<Operand, 'name' | 'read'>> {
		if (attribute !== undefined) return this.attributes.operand(attribute).sources;
		if (field === undefined || isExpression(field)) return [];
		return [this.field(field, 'lead')];
	}

	/**
	 * Tells whether an item has what a comparison asks for. A field that is there and empty tells that
	 * there is nothing. An expression may give an answer where nothing came that it asks for, so an item
	 * tells it that has all fields it names; where it names none, whole records alone do.
	 */
	told({
		field,
		attribute,
		expression,
		value,
	}: Pick<LeadCondition, 'field' | 'attribute' | 'expression' | 'value'>): ItemReader<boolean> {
		const tellsRight = isExpression(value) ? tellerOf(value, false) : () => true;
		if (attribute !== undefined) {
			const { read } = this.attributes.operand(attribute);
			return (item, i) => read(item, i) !== undefined && tellsRight(item, i);
		}
		const tellsLeft = tellerOf(field ?? expression ?? '', field !== undefined);
		return (item, i) => tellsLeft(item, i) && tellsRight(item, i);
	}

	/** A field by its name, or an expression in its place. */
	field(field: string, scope: Scope): Operand {
		if (isExpression(field)) return this.value(field, scope);
		const ofLead = pathReader(field);
		if (scope === 'lead') {
			const read = (item: INodeExecutionData) => ofLead(item.json);
			return { name: field, isField: true, isFixedText: false, read };
		}
		const ownName = this.nameInActivity(field);
		const inActivity = pathReader(ownName);
		const ofActivity = this.recorded(ownName, (item) => inActivity(item.json));
		return {
			name: ownName,
			isField: true,
			isFixedText: false,
			read: (item, itemIndex) => {
				const own = ofActivity(item, itemIndex);
				return own === undefined ? ofLead((item as ActivityItem).lead.json) : own;
			},
		};
	}

	/** An attribute: of the activity where activities have it, else of the lead. */
	private attribute(attribute: Attribute, scope: Scope): Operand {
		// Whether items have it is told by the attributes themselves.
		const common = { isField: false, isFixedText: false };
		// Told apart from a field of that name.
		const knownAs = `@${attribute}`;
		if (scope === 'activity') {
			const ofActivity = this.ofActivities.operand(attribute);
			if (ofActivity.isFound) {
				const { name } = ofActivity;
				// That it has none is known too: then it is not that of the lead.
				this.askedOfActivities.set(knownAs, (item, i) => ofActivity.read(item, i) ?? null);
				return { ...common, name, read: knownOr(knownAs, ofActivity.read) };
			}
			this.askedOfActivities.set(knownAs, () => undefined);
		}
		const { name, read } = this.attributes.operand(attribute);
		if (scope === 'lead') return { ...common, name, read };
		const ofLead: ItemReader = (item, i) => read((item as ActivityItem).lead, i);
		return { ...common, name, read: knownOr(knownAs, ofLead) };
	}

	/** Takes note of what is asked of activities; reads it as it is known of them. */
	private recorded(name: string, read: ItemReader): ItemReader {
		this.askedOfActivities.set(name, read);
		return knownOr(name, read);
	}

	/** An expression that n8n works out for each activity, or in a list for the lead. */
	private worked(raw: string, read: ItemReader, scope: Scope): ItemReader {
		const isOfLead = this.listName !== undefined && plainFieldKeys(raw) === undefined;
		return scope === 'lead' || isOfLead ? read : this.recorded(raw, read);
	}

	/** A text as it stands, or an expression. */
	private value(raw: string, scope: Scope): Operand {
		const side = sideOf(this.context, raw);
		return {
			name: isExpression(raw) ? raw.slice(1) : raw,
			isField: false,
			isFixedText: !isExpression(raw),
			read: 'read' in side ? this.worked(raw, side.read, scope) : () => side.constant,
		};
	}

	/** A field dragged out of the list names one activity of it; it stands for the field of each. */
	private nameInActivity(field: string): string {
		const { listName } = this;
		if (listName === undefined || !field.startsWith(`${listName}[`)) return field;
		return field.slice(listName.length).replace(/^\[\d+\]\.?/, '') || field;
	}
}
