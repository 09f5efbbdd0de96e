/**
 * Sums over c, c + 1, ..., c + n - 1 for several whole numbers n in ascending order: of the natural
 * logarithms into `logs` (the logarithm of the rising factorial, Γ(c + n) / Γ(c)), and of the
 * reciprocals into `reciprocals` (its derivative by c, ψ(c + n) - ψ(c)). Both are 0 for n = 0.
 *
 * Adding up loses nothing for large c, as the difference of two logarithms of Γ does.
 */
export function risingSums(
	c: number,
	ascending: Float64Array,
	logs: Float64Array,
	reciprocals: Float64Array,
): void {
	let [log, reciprocal, i] = [0, 0, 0];
	for (let at = 0; at < ascending.length; at++) {
		for (const n = ascending[at]!; i < n; i++) {
			log += Math.log(c + i);
			reciprocal += 1 / (c + i);
		}
		logs[at] = log;
		reciprocals[at] = reciprocal;
	}
}
