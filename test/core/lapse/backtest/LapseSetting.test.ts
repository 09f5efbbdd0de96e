import { checkSilencePolicy } from '../../../../nodes/core/history/silenceLimits';
import {
	LAPSE_SETTINGS,
	limitLabel,
	methodLabel,
	settingLabel,
	silencePolicyOf,
	type LapseSetting,
} from '../../../../nodes/core/lapse/backtest/LapseSetting';

describe('LAPSE_SETTINGS', () => {
	it('are different in words, and cannot be changed', () => {
		const labels = LAPSE_SETTINGS.map(settingLabel);
		expect(new Set(labels).size).toBe(labels.length);
		expect(Object.isFrozen(LAPSE_SETTINGS)).toBe(true);
	});

	it('try all methods, the plainest first, and the defaults of each', () => {
		expect([...new Set(LAPSE_SETTINGS.map(({ method }) => method))]).toEqual([
			'fixedWindow',
			'ownRhythm',
			'predictive',
		]);
		const defaults: LapseSetting[] = [
			{ method: 'fixedWindow', days: 60 },
			{ method: 'ownRhythm', times: 2, ownGapPercentile: 50 },
			{ method: 'predictive', below: 'balanced' },
		];
		for (const setting of defaults) expect(LAPSE_SETTINGS).toContainEqual(setting);
	});
});

// Source: docstrings.
describe.each<[LapseSetting, string, string]>([
	[{ method: 'fixedWindow', days: 60 }, 'Fixed Window', '60 days'],
	[{ method: 'fixedWindow', days: 1 }, 'Fixed Window', '1 day'],
	[{ method: 'ownRhythm', times: 1.5, ownGapPercentile: 50 }, 'Own Rhythm', '1.5x the usual gap'],
	[
		{ method: 'ownRhythm', times: 2, ownGapPercentile: 90 },
		'Own Rhythm',
		'2x the 90th percentile of own gaps',
	],
	[{ method: 'predictive', below: 'balanced' }, 'Predictive', 'chance below the average'],
	[{ method: 'predictive', below: 0.3 }, 'Predictive', 'chance below 30 %'],
])('%j', (setting, method, limit) => {
	it(`is ${method}, ${limit}`, () => {
		expect(methodLabel(setting.method)).toBe(method);
		expect(limitLabel(setting)).toBe(limit);
		expect(settingLabel(setting)).toBe(`${method}, ${limit}`);
	});
});

describe('silencePolicyOf', () => {
	// Source: the defaults of the form, 45, 60 and 180 days and 1.5, 2 and 3 gaps, in proportion.
	it.each<[LapseSetting, unknown]>([
		[
			{ method: 'fixedWindow', days: 60 },
			{ atRiskAfter: { days: 45 }, lapsedAfter: { days: 60 }, lostAfter: { days: 180 } },
		],
		[
			{ method: 'fixedWindow', days: 30 },
			{ atRiskAfter: { days: 23 }, lapsedAfter: { days: 30 }, lostAfter: { days: 90 } },
		],
		[
			{ method: 'ownRhythm', times: 2, ownGapPercentile: 50 },
			{ atRiskAfter: { times: 1.5 }, lapsedAfter: { times: 2 }, lostAfter: { times: 3 } },
		],
		[
			{ method: 'ownRhythm', times: 2.5, ownGapPercentile: 90 },
			{ atRiskAfter: { times: 1.9 }, lapsedAfter: { times: 2.5 }, lostAfter: { times: 3.8 } },
		],
		[{ method: 'predictive', below: 0.2 }, undefined],
		[{ method: 'predictive', below: 'balanced' }, undefined],
	])('%j: %j', (setting, expected) => {
		expect(silencePolicyOf(setting)).toEqual(expected);
	});

	it('gives limits that the node accepts, whatever is tried', () => {
		for (const policy of LAPSE_SETTINGS.map(silencePolicyOf)) {
			if (policy) expect(() => checkSilencePolicy(policy)).not.toThrow();
		}
	});
});
