/** A run with a hundredth and a tenth of its items, and as it is. */
export const tenfoldGrowth = (run, by) => ({
	by,
	steps: [100, 10]
		.map((part) => run.items / part)
		.map((items) => ({ size: items, run: { ...run, items } }))
		.concat({ size: run.items, run }),
});
