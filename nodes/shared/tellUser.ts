import type { IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { counted } from '../core/wording/formatNumber';
import { isAbsent } from './conditionRow';
import type { AskedConditions } from './conditions';
import type { ItemField } from './NodeParameters';

/** Shows hints beside the output, and writes warnings to the log for runs that nobody watches. */
export function tellUser(context: IExecuteFunctions, hints: readonly NodeExecutionHint[]): void {
	if (hints.length === 0) return;
	context.addExecutionHints(...hints);
	for (const { type, message } of hints) {
		if (type === 'warning') context.logger.warn(`${context.getNode().name}: ${message}`);
	}
}

/** What the user may like to know, shown beside the output. */
export function note(message: string): NodeExecutionHint {
	return { type: 'info', location: 'outputPane', message };
}

/** A hint shown beside the output. */
export function warning(message: string): NodeExecutionHint {
	return { type: 'warning', location: 'outputPane', message };
}

/** The warning for a field that no item has, with the fields that are there. */
export function absentField(
	field: Pick<ItemField, 'label' | 'name'>,
	items: readonly INodeExecutionData[],
	proposal?: string,
): NodeExecutionHint {
	const names = Object.keys(items[0]?.json ?? {});
	const seen = names.length === 0 ? 'none' : names.slice(0, 12).join(', ');
	const more = names.length > 12 ? ', …' : '';
	return warning(
		`No item has the field "${field.name}" (${field.label}). Fields of the first item: ${seen}${more}.${proposal === undefined ? '' : ` "${proposal}" looks like it.`}`,
	);
}

/** Whose conditions ask for a field: of several, the first by name. */
function askedBy(owners: readonly string[]): string {
	const others = owners.length - 1;
	const [first = ''] = owners;
	if (others === 0) return `conditions of "${first}"`;
	return `conditions of "${first}" and ${counted(others, 'other')}`;
}

/** The warnings for conditions that ask for what no item has, or compare a text with itself. */
export function idleConditions(
	all: readonly AskedConditions[],
	items: readonly INodeExecutionData[],
): NodeExecutionHint[] {
	if (items.length === 0) return [];
	const readers = new Map(all.flatMap(({ fields }) => [...fields]));
	const absent = [...readers].filter(([, read]) =>
		items.every((item, i) => isAbsent(read(item, i))),
	);
	return [
		...all.flatMap(({ fixedTexts, owner }) =>
			fixedTexts.map((text) =>
				warning(
					`The conditions of "${owner}" compare the text "${text}" itself, not a field. Drag the field in from the input panel instead of typing its name.`,
				),
			),
		),
		...absent.map(([name]) => {
			const owners = all.filter(({ fields }) => fields.has(name)).map(({ owner }) => owner);
			return absentField({ label: askedBy([...new Set(owners)]), name }, items);
		}),
	];
}

/** Keys of which every result of this package has one: an earlier result may be replaced unsaid. */
const KEYS_OF_RESULTS = ['customerKey', 'leadKey', 'matched'];

/** Whether a value under the output key is somebody's data, not what an earlier run left there. */
function isForeign(value: unknown): boolean {
	if (value === null) return false;
	if (typeof value !== 'object' || Array.isArray(value)) return true;
	return !KEYS_OF_RESULTS.some((key) => Object.hasOwn(value, key));
}

/** Counts incoming values that the node's own result takes the place of. */
export class ReplacedValues {
	private count = 0;

	constructor(private readonly outputField: string) {}

	/** Looks at an item that comes in. */
	note({ json }: INodeExecutionData): void {
		const value = json[this.outputField];
		if (value === undefined || !isForeign(value)) return;
		if (Object.hasOwn(json, this.outputField)) this.count += 1;
	}

	/** The warning where there were any. */
	hints(): NodeExecutionHint[] {
		if (this.count === 0) return [];
		return [
			warning(
				`The field "${this.outputField}" of ${counted(this.count, 'item')} was replaced by the result. To keep it, choose another Output Field in Options.`,
			),
		];
	}
}

/** The warning for incoming values that the node's own result takes the place of. */
export function replacedField(
	outputField: string,
	items: readonly INodeExecutionData[],
): NodeExecutionHint[] {
	const replaced = new ReplacedValues(outputField);
	for (const item of items) replaced.note(item);
	return replaced.hints();
}
