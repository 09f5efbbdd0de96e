/** A run with a hundredth and a tenth of its items, and as it is. */
export const tenfoldGrowth = (run, by) => ({
	by,
	steps: [100, 10, 1].map((part) => {
		const size = run.items / part;
		return { size, run: part === 1 ? run : { ...run, items: size } };
	}),
});
