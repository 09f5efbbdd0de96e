/** A number with its thousands set apart. */
export function grouped(value, digits = 0) {
	return value.toLocaleString('en', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
}

/** Three figures or so, as many as a measurement on a busy machine is worth. */
function rounded(value) {
	return grouped(value, value < 10 ? 2 : value < 100 ? 1 : 0);
}

/** A time, given in milliseconds, in the unit in which it reads best. */
export function duration(milliseconds) {
	if (milliseconds < 1) return `${rounded(milliseconds * 1_000)} µs`;
	if (milliseconds < 1_000) return `${rounded(milliseconds)} ms`;
	return `${rounded(milliseconds / 1_000)} s`;
}

/** An amount of memory. */
export function megabytes(bytes) {
	return `${grouped(bytes / 2 ** 20)} MB`;
}

/** How often one number holds another. */
export function times(value) {
	return `${rounded(value)}x`;
}
