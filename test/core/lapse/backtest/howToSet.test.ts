import {
	purchaseWatchOptions,
	purchaseWatchProperties,
} from '../../../../nodes/DetectLapsed/purchases/purchaseWatchProperties';
import { checkSilencePolicy } from '../../../../nodes/core/history/silenceLimits';
import { formFieldsOf, howToSet } from '../../../../nodes/core/lapse/backtest/howToSet';
import {
	LAPSE_SETTINGS,
	type LapseSetting,
} from '../../../../nodes/core/lapse/backtest/LapseSetting';

describe('howToSet', () => {
	// Source: docstring; labels of the form of Detect Lapsed.
	it.each<[LapseSetting, string]>([
		[
			{ method: 'fixedWindow', days: 90 },
			'Set Method to Fixed Window, At Risk After (Days) to 68, Lapsed After (Days) to 90 and Lost After (Days) to 270.',
		],
		[
			// No comma of thousands: a number field does not take it.
			{ method: 'fixedWindow', days: 365 },
			'Set Method to Fixed Window, At Risk After (Days) to 274, Lapsed After (Days) to 365 and Lost After (Days) to 1095.',
		],
		[
			{ method: 'ownRhythm', times: 3, ownGapPercentile: 50 },
			'Set Method to Own Rhythm; in Options, set At Risk After (Intervals) to 2.3, Lapsed After (Intervals) to 3 and Lost After (Intervals) to 4.5.',
		],
		[
			{ method: 'ownRhythm', times: 1.5, ownGapPercentile: 90 },
			'Set Method to Own Rhythm; in Options, set At Risk After (Intervals) to 1.1, Lapsed After (Intervals) to 1.5, Lost After (Intervals) to 2.3 and Own Gap Percentile to 90.',
		],
		[
			{ method: 'predictive', below: 'balanced' },
			'Set Method to Predictive and leave Lapsed Below (% Return Probability) out of Options.',
		],
		[
			{ method: 'predictive', below: 0.2 },
			'Set Method to Predictive; in Options, set Lapsed Below (% Return Probability) to 20.',
		],
		[
			{ method: 'predictive', below: 0.29 },
			'Set Method to Predictive; in Options, set Lapsed Below (% Return Probability) to 29.',
		],
	])('%j: %s', (setting, expected) => {
		expect(howToSet(setting)).toBe(expected);
	});
});

describe('formFieldsOf', () => {
	it('names fields as the form does, and tells which are under Options', () => {
		const inForm = purchaseWatchProperties.map(({ displayName }) => displayName);
		const inOptions = purchaseWatchOptions.map(({ displayName }) => displayName);
		for (const { label, isOption } of LAPSE_SETTINGS.flatMap(formFieldsOf)) {
			expect(isOption ? inOptions : inForm).toContain(label);
		}
	});

	it('names methods as the form does', () => {
		const method = purchaseWatchProperties.find(({ name }) => name === 'method');
		const names = (method?.options as Array<{ name: string }>).map(({ name }) => name);
		for (const setting of LAPSE_SETTINGS) expect(names).toContain(formFieldsOf(setting)[0]?.value);
	});

	it('begins with the method, and names no field twice, for all settings', () => {
		for (const setting of LAPSE_SETTINGS) {
			const labels = formFieldsOf(setting).map(({ label }) => label);
			expect(labels[0]).toBe('Method');
			expect(new Set(labels).size).toBe(labels.length);
		}
	});

	it('tells every setting from every other', () => {
		const forms = LAPSE_SETTINGS.map((setting) => JSON.stringify(formFieldsOf(setting)));
		expect(new Set(forms).size).toBe(LAPSE_SETTINGS.length);
	});

	it('puts at risk before lapsed and lapsed before lost, so that the node takes it as it is', () => {
		for (const setting of LAPSE_SETTINGS) {
			const values = new Map(formFieldsOf(setting).map(({ label, value }) => [label, value]));
			const limit = (name: string) =>
				setting.method === 'fixedWindow'
					? { days: Number(values.get(`${name} (Days)`)) }
					: { times: Number(values.get(`${name} (Intervals)`)) };
			if (setting.method === 'predictive') continue;
			expect(() =>
				checkSilencePolicy({
					atRiskAfter: limit('At Risk After'),
					lapsedAfter: limit('Lapsed After'),
					lostAfter: limit('Lost After'),
				}),
			).not.toThrow();
			expect(limit('Lapsed After')).toEqual(
				setting.method === 'fixedWindow' ? { days: setting.days } : { times: setting.times },
			);
		}
	});
});
