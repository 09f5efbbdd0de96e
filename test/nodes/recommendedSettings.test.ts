import type { INodeProperties } from 'n8n-workflow';

import { LAPSE_SETTINGS, silencePolicyOf } from '../../nodes/core/lapse/backtest/LapseSetting';
import { properties } from '../../nodes/DetectLapsed/DetectLapsed.description';

const options = properties.find(({ name }) => name === 'options')?.options as INodeProperties[];

/** The form's control of a setting. */
function control(name: string): INodeProperties {
	const found = [...properties, ...options].find((property) => property.name === name);
	if (!found) throw new Error(`The form has no ${name}`);
	return found;
}

describe('what Backtest recommends', () => {
	it.each(LAPSE_SETTINGS)('can be typed into the form: %p', (setting) => {
		const policy = silencePolicyOf(setting);
		const typed: Array<[string, number]> = Object.entries(policy ?? {}).map(([limit, value]) =>
			'days' in value ? [`${limit}Days`, value.days] : [`${limit}Times`, value.times],
		);
		if (setting.method === 'ownRhythm') typed.push(['ownGapPercentile', setting.ownGapPercentile]);
		if (setting.method === 'predictive' && setting.below !== 'balanced') {
			typed.push(['lapsedBelowPercent', setting.below * 100]);
		}
		for (const [name, value] of typed) {
			const {
				minValue = 0,
				maxValue = Infinity,
				numberPrecision = 0,
			} = control(name).typeOptions ?? {};
			expect(value).toBeGreaterThanOrEqual(minValue);
			expect(value).toBeLessThanOrEqual(maxValue);
			expect(Number(value.toFixed(numberPrecision))).toBe(value);
		}
	});
});
