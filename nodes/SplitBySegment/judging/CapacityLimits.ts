import { readLooseNumber } from '../../core/attribute/readLooseNumber';
import { readDate } from '../../core/reading/readDate';
import type { Reading } from '../../core/reading/Reading';
import { suppress } from '../../core/segment/assignSegment';
import { overCapacity, type Candidate } from '../../core/segment/capacity';
import { placeOf, type SegmentVerdict } from '../../core/segment/SegmentVerdict';
import { formatNumber } from '../../core/wording/formatNumber';
import type { CapacityPolicy } from '../form/capacityOptions';
import type { SegmentGroup, SplitRun } from '../schemes/Scheme';

/** A place of an item in a group, for which there may be no capacity. */
interface Contender extends Candidate {
	verdict: SegmentVerdict;
}

/**
 * Lets no more people of a segment be contacted than one run may: the others stay in their segment
 * and are suppressed.
 *
 * It needs all verdicts of the run, since who comes first is known only then.
 */
export class CapacityLimits {
	/** Whether any segment has a limit: without one nothing needs to be kept until all are judged. */
	readonly isNeeded: boolean;

	private readonly contenders = new Map<number, Contender[]>();

	constructor(
		private readonly groups: readonly SegmentGroup[],
		private readonly policy: CapacityPolicy,
		private readonly run: SplitRun,
	) {
		this.isNeeded = groups.some(({ mostPerRun }) => mostPerRun !== undefined);
	}

	/** Takes the verdicts of an item, in the order of the items. */
	add(verdicts: readonly SegmentVerdict[], itemIndex: number): void {
		let isRead = false;
		let value: number | undefined;
		for (const verdict of verdicts) {
			const place = placeOf(verdict);
			if (place === undefined || this.groups[place]?.mostPerRun === undefined) continue;
			const isControl = verdict.control === true;
			if (verdict.suppressed && !isControl) continue;
			// Read once an item, so that what cannot be read is counted once.
			if (!isRead) value = this.run.facts.by(this.policy.field, itemIndex, this.readValue);
			isRead = true;
			const contender = { verdict, value, isControl };
			const known = this.contenders.get(place);
			if (known) known.push(contender);
			else this.contenders.set(place, [contender]);
		}
	}

	/** Puts the verdicts of those whom the capacity does not reach in their place. */
	apply(): void {
		for (const [place, contenders] of this.contenders) {
			const most = this.groups[place]?.mostPerRun ?? contenders.length;
			const total = formatNumber(contenders.length);
			const by = this.policy.field ? `by ${this.policy.field.name}` : 'in order of arrival';
			const limit = `${formatNumber(most)} per run`;
			for (const { index, rank } of overCapacity(contenders, most, this.policy.order)) {
				const { verdict } = contenders[index]!;
				const reason = `Place ${formatNumber(rank)} of ${total} ${by}; ${limit}.`;
				suppress(verdict, { by: 'overCapacity', reason, until: null });
				verdict.control = null;
			}
		}
	}

	/** A number, or a date: who waits longest comes first by the lowest. */
	private readonly readValue = (value: unknown): Reading<number> => {
		const number = readLooseNumber(value, 'amount');
		if (number.ok || number.problem === 'missing') return number;
		const date = readDate(value, this.run.zone, this.run.dateOrder);
		return date.ok ? date : number;
	};
}
