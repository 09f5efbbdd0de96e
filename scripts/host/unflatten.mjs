/** Reads the data of a run as n8n keeps it: a list of values in which texts that stand in records are places in the list. */
export function unflatten(text) {
	const list = JSON.parse(text);
	const made = new Map();
	const at = (place) => {
		const value = list[place];
		if (typeof value !== 'object' || value === null) return value;
		if (!made.has(place)) {
			const copy = Array.isArray(value) ? [] : {};
			made.set(place, copy);
			for (const [key, inner] of Object.entries(value))
				copy[key] = typeof inner === 'string' ? at(Number(inner)) : inner;
		}
		return made.get(place);
	};
	return at(0);
}
