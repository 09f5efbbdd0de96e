import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isBlank } from '../core/reading/Reading';
import { planOfNamedFields } from './planOfNamedFields';
import { planOfPreset } from './planOfPreset';
import type { PurchaseInput } from './purchaseInput';
import type { RecordPlan } from './RecordPlan';
import { PRESETS, recogniseSource } from './sources/presets';
import type { SourcePreset } from './sources/SourcePreset';

/** So many items are looked at to tell whether they have the fields that the user named. */
const SAMPLE = 100;

/** Whether items are what the user's own fields describe: somebody, and a date. */
function areAsNamed(items: readonly INodeExecutionData[], { named }: PurchaseInput): boolean {
	const { customer, shape } = named;
	if (shape.kind !== 'orders') return true;
	return items.slice(0, SAMPLE).some((item, itemIndex) => {
		const [who, when] = [customer, shape.date].map((field) => {
			try {
				return field?.read(item, itemIndex);
			} catch {
				return undefined;
			}
		});
		return !isBlank(who) && !isBlank(when);
	});
}

/**
 * Decides how the items of a run are read. Where the source is left to the items, the user's own
 * fields come first, where items have them; then the systems that are known by name.
 *
 * @throws NodeOperationError where a field that is needed is not named
 */
export function planRecords(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	input: PurchaseInput,
): RecordPlan {
	const preset = presetOf(items, input);
	return preset ? planOfPreset(preset, input) : planOfNamedFields(context, items, input);
}

function presetOf(
	items: readonly INodeExecutionData[],
	input: PurchaseInput,
): SourcePreset | undefined {
	const { source } = input;
	if (source === 'custom' || source === 'sheet') return undefined;
	if (source !== 'auto') return PRESETS[source];
	return areAsNamed(items, input) ? undefined : recogniseSource(items);
}
