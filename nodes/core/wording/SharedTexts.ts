/** So many texts are kept. */
const MOST_KEPT = 1_000;

/**
 * Texts that are made of values, of which one serves all who share a value.
 *
 * Where there are more values than can be kept, and of those that came so far most came once, as with
 * e-mail addresses, none is looked for any more: each text is made anew.
 */
export class SharedTexts<T> {
	private readonly kept = new Map<T, string>();

	private found = 0;

	private isWorthLooking = true;

	private lastValue: T | undefined;

	private lastText: string | undefined;

	/** @param make gives the text of a value, always the same */
	constructor(private readonly make: (value: T) => string) {}

	/** The text of a value. */
	of(value: T): string {
		if (!this.isWorthLooking) return this.make(value);
		// Many ask for the same text one after the other, which is cheaper than any look-up.
		if (value === this.lastValue && this.lastText !== undefined) return this.lastText;
		let text = this.kept.get(value);
		if (text === undefined) {
			text = this.make(value);
			if (this.kept.size < MOST_KEPT) this.kept.set(value, text);
			else if (this.found < MOST_KEPT) this.isWorthLooking = false;
		} else this.found += 1;
		this.lastValue = value;
		this.lastText = text;
		return text;
	}
}
