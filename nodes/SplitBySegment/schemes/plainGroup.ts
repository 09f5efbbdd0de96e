import type { SegmentGroup } from './Scheme';

/** A group for which nothing is set but its name. */
export function plainGroup(name: string): SegmentGroup {
	return {
		name,
		isEnabled: true,
		campaign: { constant: undefined },
		channel: { constant: undefined },
		owner: { constant: undefined },
		mostPerRun: undefined,
	};
}
