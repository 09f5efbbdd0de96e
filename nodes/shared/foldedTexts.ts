/** Whether a code unit stays as it is in lower case, in every locale and beside any other; not NaN. */
function isPlain(code: number): boolean {
	return code < 65 || (code > 90 && code < 128);
}

/**
 * How many code units at the start of a text are the first ones of another that is in lower case;
 * undefined where a unit comes before that which lower case may change.
 */
function plainStart(text: string, lower: string): number | undefined {
	for (let i = 0; i < lower.length; i++) {
		const code = text.charCodeAt(i);
		if (code !== lower.charCodeAt(i)) return isPlain(code) ? i : undefined;
		if (!isPlain(code)) return undefined;
	}
	return lower.length;
}

/**
 * As `text.toLocaleLowerCase() === lower`, where `lower` is in lower case; most texts are told by their
 * first letters, without another text made of them.
 */
export function isFolded(text: string, lower: string): boolean {
	const same = plainStart(text, lower);
	if (same === undefined) return text.toLocaleLowerCase() === lower;
	return same === lower.length && text.length === lower.length;
}

/** As `text.toLocaleLowerCase().startsWith(lower)`, where `lower` is in lower case. */
export function startsFolded(text: string, lower: string): boolean {
	const same = plainStart(text, lower);
	if (same === undefined) return text.toLocaleLowerCase().startsWith(lower);
	return same === lower.length;
}

/** As `text.toLocaleLowerCase().endsWith(lower)`, where `lower` is in lower case. */
export function endsFolded(text: string, lower: string): boolean {
	for (let i = 1; i <= lower.length; i++) {
		const code = text.charCodeAt(text.length - i);
		if (!isPlain(code)) return text.toLocaleLowerCase().endsWith(lower);
		if (code !== lower.charCodeAt(lower.length - i)) return false;
	}
	return true;
}
