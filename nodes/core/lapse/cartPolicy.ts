import { SegmentationError } from '../SegmentationError';
import { formatDuration } from '../wording/formatDuration';

/** When a cart counts as left, and when it is worth a reminder. All ages in milliseconds. */
export interface CartPolicy {
	/** The ages at which reminders are due, one after the other; with the first, a cart is abandoned. */
	reminderAges: readonly number[];
	/** The age beyond which nobody is reminded. */
	giveUpAge: number;
	/** What a cart must be worth, in whatever currency it is. */
	minimumValue: number;
	/** How long after a contact nobody is written to again. */
	quietAge: number;
}

/**
 * @throws SegmentationError `conflictingLimits` where ages do not follow each other
 */
export function checkCartPolicy({ reminderAges, giveUpAge }: CartPolicy): void {
	reminderAges.forEach((age, i) => {
		const earlier = reminderAges[i - 1];
		if (earlier === undefined || age > earlier) return;
		throw new SegmentationError(
			'conflictingLimits',
			`Reminder ${i + 1} is due after ${formatDuration(age)}, which is not after reminder ${i} (${formatDuration(earlier)})`,
			'Set Abandoned After, Second Reminder After and Third Reminder After one later than the other, or to 0 for no such reminder',
		);
	});
	const [abandonedAge = 0] = reminderAges;
	if (giveUpAge > abandonedAge) return;
	throw new SegmentationError(
		'conflictingLimits',
		`Give Up After is ${formatDuration(giveUpAge)}, which is not after Abandoned After (${formatDuration(abandonedAge)})`,
		'Give up later than a cart counts as abandoned',
	);
}
