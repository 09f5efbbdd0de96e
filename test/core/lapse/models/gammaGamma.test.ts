import { gammaGamma } from '../../../../nodes/core/lapse/models/gammaGamma';

describe('gammaGamma', () => {
	const x = Array.from({ length: 60 }, (_, i) => 1 + (i % 5));
	const mean = x.map((_, i) => 20 + ((i * 37) % 50));
	const fit = gammaGamma.fit(x, mean);

	// Source: Fader and Hardie (2013), equation 5, by hand: 6.25 (15.44 + 2 · 30) / (12.5 + 2.74).
	it('expects between the customer’s own mean and that of all', () => {
		const published = { ...fit, parameters: { p: 6.25, q: 3.74, gamma: 15.44 } };
		expect(gammaGamma.expectedOrderValue(published, 2, 30)).toBeCloseTo(30.938, 3);
		expect(gammaGamma.expectedOrderValue(published, 0, 0)).toBeCloseTo(35.219, 3);
	});

	it('comes closer to the own mean with every order', () => {
		const distances = [1, 2, 5, 50].map((count) =>
			Math.abs(gammaGamma.expectedOrderValue(fit, count, 100) - 100),
		);
		expect(distances).toEqual([...distances].sort((a, b) => b - a));
		expect(distances[3]).toBeLessThan(distances[0]!);
	});

	it('does not depend on the currency or the order of customers', () => {
		const cents = gammaGamma.fit(
			[...x].reverse(),
			[...mean].reverse().map((value) => value * 100),
		);
		expect(cents.parameters.p).toBeCloseTo(fit.parameters.p, 5);
		expect(cents.parameters.gamma / fit.parameters.gamma).toBeCloseTo(100, 3);
		expect(cents.logLikelihood + 60 * Math.log(100)).toBeCloseTo(fit.logLikelihood, 6);
	});

	it('counts weights as customers', () => {
		const weighted = gammaGamma.fit([1, 2, 3], [10, 20, 60], [10, 10, 10]);
		const listed = gammaGamma.fit(
			Array.from({ length: 30 }, (_, i) => 1 + (i % 3)),
			Array.from({ length: 30 }, (_, i) => [10, 20, 60][i % 3]!),
		);
		expect(weighted.customers).toBe(30);
		expect(weighted.logLikelihood).toBeCloseTo(listed.logLikelihood, 8);
	});

	it('uses the mean of all orders where there are few customers', () => {
		const few = gammaGamma.fit([1, 3, 0, 2], [10, 30, 99, Number.NaN]);
		expect(few).toMatchObject({ isDegenerate: true, customers: 2, meanOrderValue: 25 });
		expect(few.reason).toContain('Fewer than 10 customers');
		expect(gammaGamma.expectedOrderValue(few, 3, 30)).toBe(25);
		expect(gammaGamma.expectedOrderValue(gammaGamma.fit([], []), 0, 0)).toBe(0);
	});

	it('uses the mean of all orders where the model has none', () => {
		const wild = Array.from({ length: 40 }, (_, i) => (1 - (i + 0.5) / 40) ** -2);
		const fitted = gammaGamma.fit(
			wild.map(() => 50),
			wild,
		);
		expect(fitted.parameters.q).toBeLessThan(1);
		expect(fitted).toMatchObject({ isDegenerate: true });
		expect(gammaGamma.expectedOrderValue(fitted, 2, 1)).toBe(fitted.meanOrderValue);
	});

	it('gives a number where all values are the same', () => {
		const same = gammaGamma.fit(
			x,
			mean.map(() => 25),
		);
		expect(gammaGamma.expectedOrderValue(same, 3, 25)).toBeCloseTo(25, 0);
	});
});
