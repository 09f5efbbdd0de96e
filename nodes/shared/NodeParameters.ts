import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { z } from 'zod';

import { isBlank } from '../core/reading/Reading';
import { compileFieldOfLists, compileFieldPath, compileKeys } from '../core/reading/fieldPath';
import { readDate, type DateOrder } from '../core/reading/readDate';
import { TimeZone } from '../core/reading/TimeZone';
import { configurationFault, withDomainFaults } from './configurationFault';
import { schemas } from './parameterSchemas';
import { dependsOnItem, isExpression, plainFieldKeys } from './itemExpression';

/** Gives the value for one item of the input. */
export type ItemReader<T = unknown> = (item: INodeExecutionData, itemIndex: number) => T;

/** A value that is the same for the whole run, or read of each item. */
export type PerItem<T = unknown> = { constant: T } | { read: ItemReader<T> };

/** The value that holds for an item. */
export function valueFor<T>(value: PerItem<T>, item: INodeExecutionData, itemIndex: number): T {
	return 'read' in value ? value.read(item, itemIndex) : value.constant;
}

/** A field of the items, as the user named it. */
export interface ItemField {
	/** The label of the parameter that names it. */
	label: string;
	/** The field name, or the expression that stands for it. */
	name: string;
	read: ItemReader;
	/** Whether a source brings the field by itself: then nobody is told where no item has it. */
	isOfSource?: boolean;
}

type Described = INodeProperties | INodePropertyCollection | INodePropertyOptions;

function childrenOf(described: Described | undefined): readonly Described[] {
	if (!described) return [];
	if ('values' in described) return described.values;
	return 'options' in described && described.options ? described.options : [];
}

/**
 * Reads a node's parameters, each once and raw.
 *
 * A constant, also one that an expression gives, is the same for the whole run; a value that depends
 * on the item comes as a reader, compiled where the expression is a plain field and handed to n8n
 * for each item where it is not. What cannot be worked with stops the run before the first item.
 */
export class NodeParameters {
	/** Whether dots in field names reach into nested fields. */
	readonly dotNotation: boolean;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly properties: readonly INodeProperties[],
	) {
		this.dotNotation = !this.constant('options.disableDotNotation', schemas.flag.default(false));
	}

	/** The value as it stands in the workflow; null where it is not set. */
	raw(path: string): unknown {
		return this.context.getNodeParameter(path, 0, null, { rawExpressions: true });
	}

	/** The label under which the user finds a parameter. */
	labelOf(path: string): string {
		const found = this.described(path);
		return found && 'displayName' in found ? found.displayName : path;
	}

	/** The name under which the user finds a choice of a parameter. */
	choiceOf(path: string, value: string): string {
		const choices = childrenOf(this.described(path));
		return choices.find((choice) => 'value' in choice && choice.value === value)?.name ?? value;
	}

	private described(path: string): Described | undefined {
		let level: readonly Described[] = this.properties;
		let found: Described | undefined;
		for (const name of path.replace(/\[\d+\]/g, '').split('.')) {
			found = level.find((property) => property.name === name);
			level = childrenOf(found);
		}
		return found;
	}

	/**
	 * The value that holds for the whole run, checked.
	 *
	 * @throws NodeOperationError where the value depends on the item or does not pass the check
	 */
	constant<S extends z.ZodTypeAny>(path: string, schema: S): z.infer<S> {
		return this.check(path, this.constantValue(path), schema);
	}

	/**
	 * The value behind JSON that the user pasted or an expression gives; undefined where there is none.
	 *
	 * @param advice what to do about text that is no JSON
	 * @throws NodeOperationError where it is no JSON, or depends on the item
	 */
	json(path: string, advice: string): unknown {
		const value = this.constantValue(path);
		if (isBlank(value)) return undefined;
		if (typeof value !== 'string') return value;
		try {
			return JSON.parse(value);
		} catch (error) {
			throw configurationFault(
				this.context,
				`${this.labelOf(path)} is no JSON: ${(error as Error).message}`,
				advice,
			);
		}
	}

	/** The value that holds for the whole run, as it is. */
	private constantValue(path: string): unknown {
		const raw = this.raw(path);
		if (!isExpression(raw)) return raw;
		if (!dependsOnItem(raw)) return this.evaluate(path, 0);
		throw configurationFault(
			this.context,
			`${this.labelOf(path)} cannot differ from item to item`,
			'Enter a fixed value, or an expression that does not use the current item',
		);
	}

	/** The value for each item, checked; an expression that uses the item is evaluated for it. */
	perItem<S extends z.ZodTypeAny>(path: string, schema: S): PerItem<z.infer<S>> {
		const raw = this.raw(path);
		if (isExpression(raw) && dependsOnItem(raw)) {
			return {
				read: (_item, itemIndex) =>
					this.check(path, this.evaluate(path, itemIndex), schema, itemIndex),
			};
		}
		return { constant: this.constant(path, schema) };
	}

	/**
	 * A field of the items; undefined where the user named none.
	 *
	 * A field is chosen by its name. An expression that uses the item gives the value itself; any
	 * other expression gives the name.
	 */
	field(path: string): ItemField | undefined {
		return this.fieldBy(path, compileFieldPath);
	}

	/** A field of the items that may lie inside of lists: it gives all values that are there. */
	fieldOfLists(path: string): ItemField | undefined {
		return this.fieldBy(path, compileFieldOfLists);
	}

	private fieldBy(path: string, compile: typeof compileFieldPath): ItemField | undefined {
		const raw = this.raw(path);
		if (raw === null || raw === '') return undefined;
		const label = this.labelOf(path);
		if (isExpression(raw) && dependsOnItem(raw)) {
			return { label, name: raw.slice(1), read: this.valueReader(path, raw) };
		}
		const value = isExpression(raw) ? this.evaluate(path, 0) : raw;
		if (isBlank(value)) return undefined;
		const name = String(value);
		const read = withDomainFaults(this.context, () =>
			compile(name, { dotNotation: this.dotNotation }),
		);
		return { label, name, read: (item) => read(item.json) };
	}

	/** The reader behind an expression that uses the item. */
	private valueReader(path: string, expression: string): ItemReader {
		const keys = plainFieldKeys(expression);
		if (keys) return compileKeys(['json', ...keys]);
		return (_item, itemIndex) => this.evaluate(path, itemIndex);
	}

	/**
	 * The time zone of the workflow.
	 *
	 * n8n compares dates without a zone in the zone of the workflow that last made a data proxy, which
	 * may have been another one: making one here sets it right for the conditions of this run.
	 */
	zone(): TimeZone {
		this.context.getWorkflowDataProxy(0);
		return withDomainFaults(this.context, () => new TimeZone(this.context.getTimezone()));
	}

	/** How dates in text are read: the Date Format option. */
	dateOrder(): DateOrder {
		return this.constant(
			'options.dateFormat',
			z.enum(['auto', 'dayFirst', 'monthFirst']).default('auto'),
		);
	}

	/** The reference instant: the As Of option, or now where it is not set. */
	asOf(zone: TimeZone): { instant: number; isChosen: boolean } {
		const value = this.constantValue('options.asOf');
		if (isBlank(value)) return { instant: Date.now(), isChosen: false };
		const reading = readDate(value, zone);
		if (reading.ok) return { instant: reading.value, isChosen: true };
		throw configurationFault(
			this.context,
			`${this.labelOf('options.asOf')} is "${String(value)}", which is not a date`,
			'Choose a date, or enter one as year-month-day, e.g. 2026-12-31',
		);
	}

	/** Runs a step of the domain; its complaints stop the run as configuration faults. */
	withDomainFaults<T>(step: () => T): T {
		return withDomainFaults(this.context, step);
	}

	/** Lets n8n evaluate a parameter for one item. */
	evaluate(path: string, itemIndex: number): unknown {
		return this.context.getNodeParameter(path, itemIndex, null);
	}

	private check<S extends z.ZodTypeAny>(
		path: string,
		value: unknown,
		schema: S,
		itemIndex?: number,
	): z.infer<S> {
		const result = schema.safeParse(value === null || value === '' ? undefined : value);
		if (result.success) return result.data;
		const [issue] = result.error.issues;
		const where = issue && issue.path.length > 0 ? ` (${issue.path.join('.')})` : '';
		throw new NodeOperationError(
			this.context.getNode(),
			isBlank(value)
				? `${this.labelOf(path)} is empty`
				: `${this.labelOf(path)}${where} is ${JSON.stringify(value as IDataObject)}: ${issue?.message ?? 'not valid'}`,
			{ description: 'Correct the value in the node, then run it again', itemIndex },
		);
	}
}
