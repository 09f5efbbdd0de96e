/**
 * Chance that is the same in every run: a number from 0 up to 1, a whole number below a limit, one
 * of several values. The linear congruential generator of Numerical Recipes.
 */
export function seededRandom() {
	let state = 1;
	function next() {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	}
	const below = (limit) => Math.floor(next() * limit);
	return { next, below, oneOf: (values) => values[below(values.length)] };
}
