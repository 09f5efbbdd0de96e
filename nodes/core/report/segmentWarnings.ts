import { percent } from '../wording/percent';
import { peopleCount } from './peopleCount';
import type { SegmentReport } from './SegmentReport';
import { shortMoney } from './shortMoney';

/** A group that holds more than this is no group to write one message to. */
const TOO_WIDE = 0.6;

type Judged = Omit<SegmentReport, 'warnings' | 'persona'>;

/** What to look into about one group. */
export function segmentWarnings(segment: Judged, people: number): string[] {
	const { name, size, share, suppressed, isEnabled, isEveryoneElse } = segment;
	const warnings: string[] = [];
	if (size === 0 && people > 0 && isEnabled && !isEveryoneElse) {
		warnings.push(`${name}: nobody is in it. Check whether its conditions can be met.`);
	}
	if (share > TOO_WIDE) {
		warnings.push(
			isEveryoneElse
				? `${name}: ${percent(share)} of all people belong to no segment. Add segments for them.`
				: `${name}: ${percent(share)} of all people are in it. Split it, since what suits so many suits few.`,
		);
	}
	if (size > 0 && suppressed === size) {
		warnings.push(`${name}: all of its ${peopleCount(size)} must be left alone.`);
	}
	// Who has not bought yet costs more than they bring by nature.
	const hasBought = segment.revenue !== null && segment.revenue > 0;
	if (hasBought && segment.return !== null && segment.return < 0) {
		warnings.push(
			`${name} costs more than it brings: ${shortMoney(-segment.return, segment.currency)} more. Serve it with less effort, raise its margin, or let it go.`,
		);
	}
	if (segment.revenueByCurrency !== null) {
		warnings.push(`${name}: its people pay in several currencies, so their money is not added up.`);
	}
	return warnings;
}

/** What to look into about all groups together. */
export function runWarnings(segments: readonly Judged[], people: number): string[] {
	const filled = segments.filter(({ size }) => size > 0);
	if (people === 0) return ['There is nobody to report on.'];
	if (filled.length < 2) {
		return [`All people are in ${filled[0]?.name ?? 'no group'}: there is nothing to compare.`];
	}
	return [];
}
