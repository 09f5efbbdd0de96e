import {
	featureUse,
	RETURN_FEATURES,
	returnFeatures,
} from '../../../../nodes/core/lapse/forecast/returnFeatures';

const SHOP = { typicalGapDays: 20, meanAgeDays: 100 };

describe('returnFeatures', () => {
	// Worked by hand from the docstring: silence is T - tx + 1; own gap (tx + 20) / (x + 1).
	it.each([
		[
			'one order yesterday, no gap known',
			{ x: 0, tx: 0, T: 9, gapVariation: Number.NaN },
			[0.7, 0, Math.log(10 / 100), Math.log(10 / 20), 0, 0, 0],
		],
		[
			'one gap of 40, silent for twice as long as the mean of it and the typical one',
			{ x: 1, tx: 40, T: 99, gapVariation: Number.NaN },
			[0.7, Math.log(2), Math.log(60 / 100), 0, Math.log(2), 0, 0],
		],
		[
			'steady to a quarter, twice the gap late',
			{ x: 3, tx: 60, T: 99, gapVariation: 0.25 },
			[0.7, Math.log(4), Math.log(40 / 100), 0, Math.log(2), 0.75, 0.75 * Math.log(2)],
		],
		[
			'steady but not due',
			{ x: 3, tx: 60, T: 69, gapVariation: 0 },
			[0.7, Math.log(4), Math.log(10 / 100), Math.log(10 / 20), 0, 1, 0],
		],
		[
			'gaps that vary more than their mean',
			{ x: 3, tx: 60, T: 99, gapVariation: 1.5 },
			[0.7, Math.log(4), Math.log(40 / 100), 0, Math.log(2), 0, 0],
		],
		[
			'ordered today',
			{ x: 0, tx: 0, T: 0, gapVariation: Number.NaN },
			[0.7, 0, Math.log(1 / 100), Math.log(1 / 20), 0, 0, 0],
		],
	])('%s', (_, counts, expected) => {
		const found = returnFeatures(counts, SHOP, 0.7);
		expect(found).toHaveLength(RETURN_FEATURES.length);
		found.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 12));
	});

	it('stays finite in a shop that opened today', () => {
		const found = returnFeatures(
			{ x: 0, tx: 0, T: 0, gapVariation: Number.NaN },
			{ typicalGapDays: 1, meanAgeDays: 0 },
			0,
		);
		expect(found.every(Number.isFinite)).toBe(true);
	});

	// Saved forecasts name them: a name or a place that changes makes them mean something else.
	it('keeps its names and their order', () => {
		expect(RETURN_FEATURES).toEqual([
			'modelLogOdds',
			'orders',
			'silence',
			'beforeDue',
			'overdue',
			'steadiness',
			'overdueIfSteady',
		]);
	});

	// Source: docstring of the uses; what falls with silence may only weigh for a return, and the other way round.
	it('lets nothing that rises with silence past the due day speak for a return', () => {
		const later = (T: number) =>
			returnFeatures({ x: 3, tx: 60, T, gapVariation: 0.25 }, SHOP, -T / 100);
		const [due, overdue] = [later(79), later(200)];
		RETURN_FEATURES.forEach((feature, i) => {
			const { min, max } = featureUse(feature).bounds;
			if (feature === 'modelLogOdds') expect(min).toBeGreaterThan(-1);
			else if (overdue[i]! > due[i]!) expect(max).toBe(0);
			else expect(overdue[i]).toBe(due[i]);
		});
	});
});
