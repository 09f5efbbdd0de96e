import { bgNbd } from '../../../../nodes/core/lapse/models/bgNbd';
import { CountTable } from '../../../../nodes/core/lapse/models/CountTable';
import { gammaGamma } from '../../../../nodes/core/lapse/models/gammaGamma';
import { mbgNbd } from '../../../../nodes/core/lapse/models/mbgNbd';
import { paretoNbd } from '../../../../nodes/core/lapse/models/paretoNbd';
import { describeCdnow } from './cdnowCounts';
import { MODELS } from './models';

const inWeeks = (days: readonly number[]) => days.map((day) => day / 7);

describeCdnow('CDNOW, observed to 1997-09-30', ({ x, tx, T, meanValue }) => {
	const weeks = new CountTable(x, inWeeks(tx), inWeeks(T));

	// Source: Fader, Hardie and Lee (2005), table 2 and the worked example; weeks.
	it('gives BG/NBD the published parameters, likelihood and expectation', () => {
		const { parameters, logLikelihood, ...rest } = bgNbd.fit(weeks);
		expect(parameters.r).toBeCloseTo(0.243, 3);
		expect(parameters.alpha).toBeCloseTo(4.414, 3);
		expect(parameters.a).toBeCloseTo(0.793, 3);
		expect(parameters.b).toBeCloseTo(2.426, 3);
		expect(logLikelihood).toBeCloseTo(-9582.4, 1);
		expect(rest).toMatchObject({ converged: true, isDegenerate: false, reason: null });
		expect(bgNbd.expectedOrders(parameters, 2, 30.43, 38.86, 39)).toBeCloseTo(1.226, 3);
	});

	// Source: Fader and Hardie, "Implementing the Pareto/NBD model", and Fader, Hardie and Lee (2005),
	// table 2; the customer is the one of the walkthrough of the R package BTYD.
	it('gives Pareto/NBD the published parameters, likelihood, P(alive) and expectation', () => {
		const { parameters, logLikelihood, ...rest } = paretoNbd.fit(weeks);
		expect(parameters.r).toBeCloseTo(0.553, 3);
		expect(parameters.alpha).toBeCloseTo(10.578, 3);
		expect(parameters.s).toBeCloseTo(0.606, 3);
		expect(parameters.beta).toBeCloseTo(11.669, 3);
		expect(logLikelihood).toBeCloseTo(-9595.0, 1);
		expect(rest).toMatchObject({ converged: true, isDegenerate: false, reason: null });
		expect(paretoNbd.aliveProbability(parameters, 26, 30.86, 31)).toBeCloseTo(0.9979, 4);
		expect(paretoNbd.expectedOrders(parameters, 26, 30.86, 31, 52)).toBeCloseTo(25.46, 2);
	});

	// Source: the R package BTYDplus, as quoted by the tests of the Python package lifetimes
	// (ModifiedBetaGeoFitter, params_out_is_close_to_BTYDplus).
	it('gives MBG/NBD the published parameters', () => {
		const { parameters, ...rest } = mbgNbd.fit(weeks);
		expect(parameters.r).toBeCloseTo(0.525, 3);
		expect(parameters.alpha).toBeCloseTo(6.183, 3);
		expect(parameters.a).toBeCloseTo(0.891, 3);
		expect(parameters.b).toBeCloseTo(1.614, 3);
		expect(rest).toMatchObject({ converged: true, isDegenerate: false, reason: null });
	});

	// Source: Fader and Hardie (2013), section 5; the first order of each customer is left out.
	it('gives Gamma-Gamma the published parameters on 946 repeat buyers', () => {
		const fit = gammaGamma.fit(x, meanValue);
		expect(fit.customers).toBe(946);
		expect(fit.parameters.p).toBeCloseTo(6.25, 2);
		expect(fit.parameters.q).toBeCloseTo(3.74, 2);
		expect(fit.parameters.gamma).toBeCloseTo(15.44, 2);
		expect(fit).toMatchObject({ converged: true, isDegenerate: false, reason: null });
	});

	it.each(MODELS)('makes %s the same model in days, weeks and hours', (_, model) => {
		const orders = x.reduce((sum, count) => sum + count, 0);
		const fits = [7, 1, 1 / 24].map((days) => {
			const table = new CountTable(
				x,
				tx.map((day) => day / days),
				T.map((day) => day / days),
			);
			const { parameters, logLikelihood } = model.fit(table);
			return {
				// A likelihood of times is a density: a change of unit divides it once for each order.
				logLikelihood: logLikelihood - orders * Math.log(days),
				returns: [0, 10, 26].map((count, i) =>
					model.returnProbability(parameters, count, (i * 100) / days, 270 / days, 90 / days),
				),
			};
		});
		for (const { logLikelihood, returns } of fits.slice(1)) {
			expect(logLikelihood).toBeCloseTo(fits[0]!.logLikelihood, 5);
			returns.forEach((chance, i) => expect(chance).toBeCloseTo(fits[0]!.returns[i]!, 6));
		}
	});

	// A step of 2.7 days, where the median gap between orders is 29.
	it.each(MODELS)('hardly moves the parameters of %s in a coarser table', (_, model) => {
		const exact = new CountTable(x, tx, T);
		const coarse = exact.coarser(100);
		expect(coarse.times.length).toBeLessThan(exact.times.length / 2);
		const { parameters } = model.fit(exact);
		for (const [name, value] of Object.entries(model.fit(coarse).parameters)) {
			expect(Math.abs(Math.log(value / parameters[name]!))).toBeLessThan(0.03);
		}
	});
});
