import { readCount } from '../../core/reading/readCount';
import { readDate } from '../../core/reading/readDate';
import { readAmount } from '../../core/reading/readMoney';
import { read } from '../../core/reading/Reading';
import type { RfmFigures } from '../../core/segment/rfm/rfmScores';
import type { ItemField } from '../../shared/NodeParameters';
import type { SplitRun } from './Scheme';
import { usualField } from './usualField';

/** Where the figures of customers stand. */
export interface RfmFields {
	recency: ItemField;
	frequency: ItemField;
	monetary: ItemField;
	isRecencyDate: boolean;
}

/** The fields that serve in a run: where no item has a usual one, those that are recognised. */
export function fieldsInUse(fields: RfmFields, run: SplitRun): RfmFields {
	const { recency, frequency, monetary, isRecencyDate } = fields;
	return {
		isRecencyDate,
		recency: isRecencyDate
			? usualField(recency, 'lifecycle.lastOrderAt', 'lastOrder', run)
			: recency,
		frequency: usualField(frequency, 'lifecycle.orders', 'orders', run),
		monetary: usualField(monetary, 'lifecycle.totalSpent', 'totalSpent', run),
	};
}

/** The figures of an item, or the sentence why it has none. */
export function figuresOf(
	itemIndex: number,
	{ recency, frequency, monetary, isRecencyDate }: RfmFields,
	{ facts, zone, asOf, dateOrder }: SplitRun,
): RfmFigures | string {
	const recencyDays = facts.by(recency, itemIndex, (value) => {
		if (!isRecencyDate) return readAmount(value);
		const date = readDate(value, zone, dateOrder);
		return date.ok ? read(zone.dayOf(asOf) - zone.dayOf(date.value)) : date;
	});
	const orders = facts.by(frequency, itemIndex, readCount);
	const spent = facts.by(monetary, itemIndex, readAmount);
	if (orders === 0) return 'No order yet.';
	const lacking = ({ label, name }: ItemField) =>
		`No scores: ${label} "${name}" is empty or cannot be read.`;
	if (recencyDays === undefined) return lacking(recency);
	if (orders === undefined) return lacking(frequency);
	if (spent === undefined) return lacking(monetary);
	if (recencyDays < 0) return 'No scores: the last order is after the day as of which is judged.';
	return { recencyDays, orders, spent };
}
