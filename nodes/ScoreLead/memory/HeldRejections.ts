import type { BadRecords } from '../../shared/BadRecords';

/**
 * Holds what cannot be read of activities until their lead is scored, so that it is told once and in the
 * order of the items, however often leads are scored.
 */
export class HeldRejections implements Pick<BadRecords, 'rejectThrown' | 'hasFailed'> {
	private readonly held: Array<{ itemIndex: number; thrown: unknown }> = [];

	private next = 0;

	constructor(private readonly bad: BadRecords) {}

	rejectThrown(itemIndex: number, thrown: unknown): void {
		this.held.push({ itemIndex, thrown });
	}

	hasFailed(): boolean {
		return false;
	}

	/** Tells what is held of the items up to one. */
	tell(upTo: number): void {
		for (; this.next < this.held.length; this.next++) {
			const { itemIndex, thrown } = this.held[this.next]!;
			if (itemIndex > upTo) return;
			this.bad.rejectThrown(itemIndex, thrown);
		}
	}
}
