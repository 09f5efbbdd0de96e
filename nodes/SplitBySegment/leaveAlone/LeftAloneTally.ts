import type { NodeExecutionHint } from 'n8n-workflow';

import { leftAloneText } from '../../core/segment/leaveAlone/leftAloneText';
import type { SegmentVerdict } from '../../core/segment/SegmentVerdict';
import type { SuppressionKind } from '../../core/segment/Suppression';
import { note } from '../../shared/tellUser';

/** Counts who is left alone and why, of the items as they leave; of an item its first place counts. */
export class LeftAloneTally {
	private readonly counts = new Map<SuppressionKind, number>();

	private lastIndex = -1;

	/** Takes note of a verdict; those of one item follow each other. */
	add({ suppressedBy }: SegmentVerdict, itemIndex: number): void {
		if (suppressedBy === null || itemIndex === this.lastIndex) return;
		this.lastIndex = itemIndex;
		this.counts.set(suppressedBy, (this.counts.get(suppressedBy) ?? 0) + 1);
	}

	/**
	 * What the user should know.
	 *
	 * @param leaveOn where they leave
	 * @param outputField where the verdict is in the items
	 */
	hints(
		leaveOn: 'ownOutput' | 'everyoneElse' | 'anyOutput',
		outputField: string,
	): NodeExecutionHint[] {
		const text = leftAloneText(this.counts);
		if (text === '') return [];
		const where = {
			ownOutput: '',
			everyoneElse:
				' They left with Everyone Else, so that segments hold only who is to be told now.',
			anyOutput: ` They left with the others: before sending, filter on ${outputField}.suppressed.`,
		};
		return [note(`${text}${where[leaveOn]}`)];
	}
}
