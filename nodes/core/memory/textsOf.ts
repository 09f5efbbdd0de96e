/**
 * The texts of a list in a log.
 *
 * @throws TypeError for what is no list of texts
 */
export function textsOf(value: unknown): string[] {
	if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) {
		throw new TypeError('no texts');
	}
	return value as string[];
}
