import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { unreachable } from '../../core/segment/overlap/unreachable';
import { counted } from '../../core/wording/formatNumber';
import { listed } from '../../core/wording/listed';
import type { AskedConditions } from '../../shared/conditions';
import { isAbsent } from '../../shared/conditionRow';
import { note, warning } from '../../shared/tellUser';

/** A segment by conditions, as far as this asks of it. */
interface AskedSegment {
	name: string;
	isEnabled: boolean;
	conditions: AskedConditions;
}

/** With fewer items than this it is no wonder that a segment gets none. */
const FEWEST_ITEMS = 20;
/** So many items at most are asked again about one segment. */
const MOST_ASKED = 2_000;

const NOWHERE = -1;

/**
 * Tells why segments get no item.
 *
 * Two reasons are sure without items: conditions that contradict themselves, and a segment before
 * that takes all that meets them. Other segments that got no item in a run are asked again about items
 * that went to segments before them.
 */
export class IdleSegments {
	private readonly firstPlaces: Int8Array;

	private readonly taken: number[];

	private isFirstOnly = true;

	/** @param segments in the order in which they are asked, 100 at most */
	constructor(
		private readonly segments: readonly AskedSegment[],
		private readonly items: readonly INodeExecutionData[],
	) {
		this.firstPlaces = new Int8Array(items.length).fill(NOWHERE);
		this.taken = segments.map(() => 0);
	}

	/** Takes note of the segments that an item goes to. */
	note(itemIndex: number, places: readonly number[], matchesAll: boolean): void {
		this.isFirstOnly = !matchesAll;
		if (places.length === 0) return;
		this.firstPlaces[itemIndex] = places[0]!;
		for (let i = 0; i < places.length; i++) this.taken[places[i]!]! += 1;
	}

	/** What the user should know once all items were asked about. */
	hints(): NodeExecutionHint[] {
		if (this.items.length === 0) return [];
		const sure = unreachable(
			this.segments.map(({ isEnabled, conditions }) => ({
				isEnabled,
				constraint: conditions.constraint,
			})),
			this.isFirstOnly,
		);
		const told = new Set(sure.map(({ place }) => place));
		return [
			...sure.map(({ place, takenBy }) => warning(this.whySurely(place, takenBy))),
			...this.segments.flatMap((segment, place) =>
				segment.isEnabled && this.taken[place] === 0 && !told.has(place)
					? (this.whyThisTime(place) ?? [])
					: [],
			),
		];
	}

	private whySurely(place: number, takenBy: readonly number[]): string {
		const name = this.named([place]);
		if (takenBy.length === 0) {
			return `No item can ever meet the conditions of ${name}: they exclude one another. Change one of them, or let one be enough (OR).`;
		}
		const takers = this.named(takenBy);
		return `No item can ever go to ${name}: whoever meets its conditions meets those of ${takers} before it. Move ${name} up, or narrow ${takers}.`;
	}

	private whyThisTime(place: number): NodeExecutionHint | undefined {
		const { items, segments } = this;
		const { conditions } = segments[place]!;
		if (items.length < FEWEST_ITEMS || this.isExplained(conditions)) return undefined;
		const name = this.named([place]);
		const before = this.takenBefore(place);
		const asked = spread(before);
		const takers = new Set<number>();
		let met = 0;
		for (const itemIndex of asked) {
			if (!conditions.isMetBy(items[itemIndex]!, itemIndex, () => {})) continue;
			met += 1;
			takers.add(this.firstPlaces[itemIndex]!);
		}
		if (met === 0) {
			return note(
				asked.length === before.length
					? `No item meets the conditions of ${name}.`
					: `No item went to ${name}, and none of ${counted(asked.length, 'item')} that went to segments before it meets its conditions.`,
			);
		}
		const takersInWords = this.named([...takers].sort((a, b) => a - b));
		const atLeast = asked.length === before.length ? '' : 'at least ';
		const meet = met === 1 ? 'meets' : 'meet';
		const them = met === 1 ? 'it' : 'them all';
		return note(
			`No item is left for ${name}: ${atLeast}${counted(met, 'item')} ${meet} its conditions, but ${takersInWords} before it took ${them}. Move ${name} up, or narrow ${takersInWords}.`,
		);
	}

	/** The items that went to segments before a place; those after it were asked there, and did not meet it. */
	private takenBefore(place: number): number[] {
		if (!this.isFirstOnly) return [];
		const found: number[] = [];
		this.firstPlaces.forEach((first, itemIndex) => {
			if (first !== NOWHERE && first < place) found.push(itemIndex);
		});
		return found;
	}

	/** Whether another hint tells already why nothing meets the conditions. */
	private isExplained({ fixedTexts, fields }: AskedConditions): boolean {
		return (
			fixedTexts.length > 0 ||
			[...fields.values()].some((read) =>
				this.items.every((item, itemIndex) => isAbsent(read(item, itemIndex))),
			)
		);
	}

	private named(places: readonly number[]): string {
		return listed(places.map((place) => `"${this.segments[place]!.name}"`));
	}
}

/** Not more of a list than can be asked, evenly spread over it. */
function spread(list: readonly number[]): readonly number[] {
	if (list.length <= MOST_ASKED) return list;
	const step = list.length / MOST_ASKED;
	return Array.from({ length: MOST_ASKED }, (_, i) => list[Math.floor(i * step)]!);
}
