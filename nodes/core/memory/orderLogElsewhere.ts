/**
 * What stands in the place of orders where a customer is remembered under another key by now, e.g.
 * under an id where only an address was known at first.
 *
 * @param customer the other key, as the memory knows it
 */
export function writeElsewhere(customer: string): string {
	return JSON.stringify({ v: 1, sameAs: customer });
}

/** The other key that a text names; undefined where it names none. */
export function readElsewhere(text: string): string | undefined {
	if (!text.startsWith('{"v":1,"sameAs":')) return undefined;
	try {
		const { sameAs } = JSON.parse(text) as { sameAs?: unknown };
		return typeof sameAs === 'string' && sameAs !== '' ? sameAs : undefined;
	} catch {
		return undefined;
	}
}
