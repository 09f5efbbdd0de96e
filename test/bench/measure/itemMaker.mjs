/**
 * Gives the items of a run, new for every run and fresh from JSON, as n8n gets them from an HTTP
 * answer or a Code node: items that another run has used would have their strings hashed already.
 */
export function itemMaker(makeRecords) {
	const texts = new Map();
	return (count) => {
		if (!texts.has(count)) {
			texts.set(count, JSON.stringify(makeRecords(count).map((json) => ({ json }))));
		}
		return JSON.parse(texts.get(count));
	};
}
