import type { INodeExecutionData } from 'n8n-workflow';

import type { BadRecords } from './BadRecords';
import type { OnUnreadable } from './conditions';

/** Reports a row of conditions that could not be asked about the item under judgement. */
export function unreadableReport(bad: BadRecords, itemIndex: () => number): OnUnreadable {
	return ({
		owner,
		fieldName,
		message,
		hint = 'Correct the value, or choose another type of comparison',
	}) =>
		bad.reject({
			itemIndex: itemIndex(),
			kind: `with an unreadable value in "${owner}"`,
			message: `${fieldName} in "${owner}": ${message}`,
			hint,
		});
}

/**
 * The loop of the nodes that judge one item after the other.
 *
 * A condition that cannot be read does not hold for the item; it is reported under the name of its
 * rule, and where the user wants failed items, the item leaves as one and gets no verdict.
 *
 * @param judge gives the verdict for an item; `onUnreadable` takes what it could not read
 * @param emit takes the verdict where there is one
 */
export function judgeItems<T>(
	items: readonly INodeExecutionData[],
	bad: BadRecords,
	judge: (item: INodeExecutionData, itemIndex: number, onUnreadable: OnUnreadable) => T,
	emit: (verdict: T, item: INodeExecutionData, itemIndex: number) => void,
): void {
	let itemIndex = 0;
	const onUnreadable = unreadableReport(bad, () => itemIndex);
	for (; itemIndex < items.length; itemIndex++) {
		const item = items[itemIndex] as INodeExecutionData;
		const verdict = judge(item, itemIndex, onUnreadable);
		if (!bad.hasFailed(itemIndex)) emit(verdict, item, itemIndex);
	}
}
