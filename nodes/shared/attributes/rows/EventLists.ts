import type { Event } from '../../../core/attribute/comparison/eventCounts';
import { activityType } from '../../../core/lead/activityType';
import { compileFieldPath } from '../../../core/reading/fieldPath';
import { readDate, type DateOrder } from '../../../core/reading/readDate';
import { isBlank } from '../../../core/reading/Reading';
import type { TimeZone } from '../../../core/reading/TimeZone';
import { SegmentationError } from '../../../core/SegmentationError';
import { activityListIn } from '../../activityListIn';
import { dateHint } from '../../dateHint';
import type { ItemReader } from '../../NodeParameters';
import { quoted } from '../../Rejection';
import { rememberedRead } from '../rememberedRead';
import type { EventList } from './AskedRow';

/** The events that items hold in lists, each list read once an item however many rows count in it. */
export class EventLists {
	private readonly readers = new Map<string, ItemReader<readonly Event[] | undefined>>();

	constructor(
		private readonly zone: TimeZone,
		private readonly order: DateOrder,
	) {}

	/**
	 * Reads the events of a list; undefined where the item holds none, not even an empty one.
	 *
	 * The reader throws for what is no list of records, and for a date that cannot be read: how many
	 * events there are is then not known.
	 */
	reader(list: EventList): ItemReader<readonly Event[] | undefined> {
		const { field, typeKey, dateKey } = list;
		const key = JSON.stringify([field.name, typeKey, dateKey]);
		let reader = this.readers.get(key);
		if (!reader) {
			reader = rememberedRead(this.compile(list));
			this.readers.set(key, reader);
		}
		return reader;
	}

	private compile({
		field,
		typeKey,
		dateKey,
	}: EventList): ItemReader<readonly Event[] | undefined> {
		const typeOf = compileFieldPath(typeKey, { dotNotation: true });
		const dateOf = compileFieldPath(dateKey, { dotNotation: true });
		return (item, itemIndex) => {
			const list = activityListIn(field.read(item, itemIndex));
			if (isBlank(list)) return undefined;
			if (!Array.isArray(list)) throw new Error(`${quoted(list)} is no list of events`);
			return list.map((record: unknown): Event => {
				if (typeof record !== 'object' || record === null) {
					throw new Error(`${quoted(record)} is no event with a type and a date`);
				}
				const type = typeOf(record);
				return {
					type: isBlank(type) ? '' : activityType(String(type)),
					at: this.instantOf(dateOf(record)),
				};
			});
		};
	}

	private instantOf(value: unknown): number | null {
		const reading = readDate(value, this.zone, this.order);
		if (reading.ok) return reading.value;
		if (reading.problem === 'missing') return null;
		throw new SegmentationError(
			'invalidCondition',
			`${quoted(value)} is no date of an event that can be read`,
			dateHint(reading.problem),
		);
	}
}
