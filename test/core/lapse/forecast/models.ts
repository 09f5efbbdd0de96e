import type { ForecastModel } from '../../../../nodes/core/lapse/forecast/ForecastModel';

/** The parameters published for CDNOW, in days. Source: DESIGN section 8 and its papers, in weeks. */
export const CDNOW_MODELS = {
	bgNbd: { name: 'bgNbd', parameters: { r: 0.243, alpha: 4.414 * 7, a: 0.793, b: 2.426 } },
	mbgNbd: { name: 'mbgNbd', parameters: { r: 0.525, alpha: 6.183 * 7, a: 0.891, b: 1.614 } },
	paretoNbd: {
		name: 'paretoNbd',
		parameters: { r: 0.553, alpha: 10.578 * 7, s: 0.606, beta: 11.669 * 7 },
	},
} as const satisfies Record<string, ForecastModel['model']>;

/** A plain forecast of 90 days for a shop like CDNOW: at risk below 40 %, lapsed 25 %, lost 5 %. */
export function plainForecast(more: Partial<ForecastModel> = {}): ForecastModel {
	return {
		horizonDays: 90,
		model: CDNOW_MODELS.paretoNbd,
		correction: null,
		shift: 0,
		typicalGapDays: 27,
		meanAgeDays: 229,
		limits: { atRisk: 0.4, lapsed: 0.25, lost: 0.05 },
		value: null,
		customers: 2357,
		...more,
	};
}
