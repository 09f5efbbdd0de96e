import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Attribute } from '../../core/attribute/attributes';
import type { LeadCondition } from '../../core/lead/LeadModel';
import { compileFieldPath, type FieldReader } from '../../core/reading/fieldPath';
import type { Operand } from '../../shared/conditionRow';
import { isExpression } from '../../shared/itemExpression';
import { sideOf } from '../../shared/sideOf';
import type { AttributeValues } from '../../shared/attributes/AttributeValues';
import type { ActivityItem } from './Lead';

/** Whether a rule looks at the lead, or at one activity of it. */
export type Scope = 'lead' | 'activity';

function pathReader(field: string): FieldReader {
	return compileFieldPath(field, { dotNotation: true });
}

/** Makes what a model names readable: fields, attributes and expressions. */
export class LeadOperands {
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
		return this.value(expression ?? '');
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

	/** A field by its name, or an expression in its place. */
	field(field: string, scope: Scope): Operand {
		if (isExpression(field)) return this.value(field);
		const ofLead = pathReader(field);
		if (scope === 'lead') {
			const read = (item: INodeExecutionData) => ofLead(item.json);
			return { name: field, isField: true, isFixedText: false, read };
		}
		const ownName = this.nameInActivity(field);
		const ofActivity = pathReader(ownName);
		return {
			name: ownName,
			isField: true,
			isFixedText: false,
			read: (item) => {
				const own = ofActivity(item.json);
				return own === undefined ? ofLead((item as ActivityItem).lead.json) : own;
			},
		};
	}

	/** An attribute: of the activity where activities have it, else of the lead. */
	private attribute(attribute: Attribute, scope: Scope): Operand {
		// Whether items have it is told by the attributes themselves.
		const common = { isField: false, isFixedText: false };
		if (scope === 'activity') {
			const ofActivity = this.ofActivities.operand(attribute);
			if (ofActivity.isFound) {
				return { ...common, name: ofActivity.name, read: ofActivity.read };
			}
		}
		const { name, read } = this.attributes.operand(attribute);
		if (scope === 'lead') return { ...common, name, read };
		return { ...common, name, read: (item, i) => read((item as ActivityItem).lead, i) };
	}

	/** A text as it stands, or an expression. */
	private value(raw: string): Operand {
		const side = sideOf(this.context, raw);
		return {
			name: isExpression(raw) ? raw.slice(1) : raw,
			isField: false,
			isFixedText: !isExpression(raw),
			read: 'read' in side ? side.read : () => side.constant,
		};
	}

	/** A field dragged out of the list names one activity of it; it stands for the field of each. */
	private nameInActivity(field: string): string {
		const { listName } = this;
		if (listName === undefined || !field.startsWith(`${listName}[`)) return field;
		return field.slice(listName.length).replace(/^\[\d+\]\.?/, '') || field;
	}
}
