import { EVERY_DAY } from '../../../../nodes/core/history/OpenDays';
import { learnStoreRhythm } from '../../../../nodes/core/history/StoreRhythm';
import { defaultHorizon } from '../../../../nodes/core/lapse/lapseMethod';
import { fitForecast } from '../../../../nodes/core/lapse/forecast/fitForecast';
import {
	forecastReturn,
	modelForecast,
	type ForecastModel,
} from '../../../../nodes/core/lapse/forecast/ForecastModel';
import { countsAt, PurchaseLog } from '../../../../nodes/core/lapse/forecast/PurchaseLog';
import { auc, brier } from './scores';
import { show } from './show';
import { historiesOf, orderDaysOf, seenUntil, SHOP_KINDS, type ShopKind } from './shops';

/** How well a shop is told, by what is learned and by the plain Pareto/NBD model. */
function told(kind: ShopKind, seed: number, ahead?: number) {
	const end = kind.knownDays;
	const orderDays = orderDaysOf(kind, seed, 2 * end);
	const seen = seenUntil(orderDays, end);
	const histories = historiesOf(seen);
	const horizonDays = ahead ?? Math.min(end, defaultHorizon(learnStoreRhythm(histories)));
	const came = Uint8Array.from(
		orderDays.filter((days) => days[0]! <= end),
		(days) => (days.some((day) => day > end && day <= end + horizonDays) ? 1 : 0),
	);
	const log = new PurchaseLog(histories, EVERY_DAY);
	const [learned, plain] = (['auto', 'paretoNbd'] as const).map((model) => {
		const fit = fitForecast(log, end, { horizonDays, model });
		if ('missing' in fit) throw new Error(fit.missing);
		return fit;
	});
	const observed = log.observedAt(end);
	const expectedOrders = Array.from(
		observed.x,
		(_, i) =>
			modelForecast(plain!.forecast.model, countsAt(observed, i), horizonDays).expectedOrders,
	);
	return {
		learned: auc(learned!.probabilities, came),
		// The better of the two figures that the plain model has to rank by.
		plain: Math.max(auc(plain!.probabilities, came), auc(expectedOrders, came)),
		learnedBrier: brier(learned!.probabilities, came),
		plainBrier: brier(plain!.probabilities, came),
	};
}

describe('forecasts of shops of other kinds', () => {
	const cases = Object.entries(SHOP_KINDS).flatMap(([name, kind]) =>
		[1, 2].map((seed) => ({ name, kind, seed, ...told(kind, seed) })),
	);

	it('show what they do', () => {
		const lines = cases.map(({ name, seed, learned, plain, learnedBrier, plainBrier }) =>
			[
				`${name} ${seed}`.padEnd(12),
				...[learned, plain, learnedBrier, plainBrier].map((one) => one.toFixed(4).padStart(16)),
			].join(''),
		);
		const head = ['Predictive AUC', 'Pareto/NBD AUC', 'Brier', 'Brier'];
		show(
			[['shop'.padEnd(12), ...head.map((one) => one.padStart(16))].join(''), ...lines].join('\n'),
		);
		expect(lines).toHaveLength(10);
	});

	it.each(cases)('$name, seed $seed: no worse than the plain Pareto/NBD model', (one) => {
		expect(one.learned).toBeGreaterThan(one.plain - 0.01);
		expect(one.learnedBrier).toBeLessThan(one.plainBrier + 0.01);
	});

	// Nobody but a log of past gaps can tell that who is steady and late will hardly come.
	it.each(cases.filter(({ name }) => name === 'regular'))(
		'$name, seed $seed: better than it, and nearer to what happened',
		({ learned, plain, learnedBrier, plainBrier }) => {
			expect(learned).toBeGreaterThan(plain);
			expect(learnedBrier).toBeLessThan(0.92 * plainBrier);
		},
	);

	it.each([1, 2])('regular, seed %p: ranks far better who comes within a month', (seed) => {
		const { learned, plain } = told(SHOP_KINDS.regular, seed, 30);
		expect(learned).toBeGreaterThan(plain + 0.03);
	});
});

describe.each(Object.entries(SHOP_KINDS))('what is learned of a shop of kind %s', (_, kind) => {
	const histories = historiesOf(seenUntil(orderDaysOf(kind, 3, kind.knownDays), kind.knownDays));
	const log = new PurchaseLog(histories, EVERY_DAY);
	const fit = fitForecast(log, kind.knownDays, { horizonDays: 60, model: 'auto' });
	if ('missing' in fit) throw new Error(fit.missing);
	const forecast: ForecastModel = { ...fit.forecast, value: null };

	it('never makes a return likelier by more silence, once an order is due', () => {
		expect(forecast.correction).not.toBeNull();
		const observed = log.observedAt(kind.knownDays);
		for (let i = 0; i < observed.x.length; i += 29) {
			const counts = countsAt(observed, i);
			const ownGap =
				counts.x > 0
					? (counts.tx + forecast.typicalGapDays) / (counts.x + 1)
					: forecast.typicalGapDays;
			let before = Number.POSITIVE_INFINITY;
			for (let silence = Math.ceil(ownGap); silence < 8 * ownGap + 60; silence += 1) {
				const later = { ...counts, T: counts.tx + silence };
				const { returnProbability } = forecastReturn(forecast, later);
				expect(returnProbability).toBeLessThanOrEqual(before + 1e-9);
				before = returnProbability;
			}
		}
	});
});
