import type { SilenceLimit } from '../../history/silenceLimits';
import { methodLabel, silencePolicyOf, type LapseSetting } from './LapseSetting';

/** A field of the form of Detect Lapsed and what to put into it. */
export interface FormField {
	/** As it stands in the form. */
	label: string;
	value: string | number;
	/** Whether it is found under Options. */
	isOption: boolean;
}

const LIMIT_NAMES = {
	atRiskAfter: 'At Risk After',
	lapsedAfter: 'Lapsed After',
	lostAfter: 'Lost After',
} as const;

function limitField(name: string, limit: SilenceLimit): FormField {
	return 'days' in limit
		? { label: `${name} (Days)`, value: limit.days, isOption: false }
		: { label: `${name} (Intervals)`, value: limit.times, isOption: true };
}

/**
 * What to put into the form for a setting, in the order of the form.
 *
 * At Risk and Lost come along: with Lapsed moved alone, their defaults would not stand before and
 * behind it any more. What would be given its default is left out: the median of own gaps, and the
 * mean of all forecasts.
 */
export function formFieldsOf(setting: LapseSetting): FormField[] {
	const fields: FormField[] = [
		{ label: 'Method', value: methodLabel(setting.method), isOption: false },
	];
	const policy = silencePolicyOf(setting);
	if (policy) {
		for (const limit of ['atRiskAfter', 'lapsedAfter', 'lostAfter'] as const) {
			fields.push(limitField(LIMIT_NAMES[limit], policy[limit]));
		}
	}
	if (setting.method === 'ownRhythm' && setting.ownGapPercentile !== 50) {
		const { ownGapPercentile: value } = setting;
		fields.push({ label: 'Own Gap Percentile', value, isOption: true });
	}
	if (setting.method === 'predictive' && setting.below !== 'balanced') {
		const value = Math.round(setting.below * 1000) / 10;
		fields.push({ label: 'Lapsed Below (% Return Probability)', value, isOption: true });
	}
	return fields;
}

/** As it is typed in: without grouped thousands. */
function listed(fields: readonly FormField[]): string {
	const parts = fields.map(({ label, value }) => `${label} to ${value}`);
	const last = parts.pop()!;
	return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/**
 * How to bring the node to a setting, as one sentence.
 *
 * @example
 * howToSet({ method: 'predictive', below: 0.2 })
 * //=> 'Set Method to Predictive; in Options, set Lapsed Below (% Return Probability) to 20.'
 */
export function howToSet(setting: LapseSetting): string {
	const fields = formFieldsOf(setting);
	const options = fields.filter(({ isOption }) => isOption);
	const set = `Set ${listed(fields.filter(({ isOption }) => !isOption))}`;
	if (options.length > 0) return `${set}; in Options, set ${listed(options)}.`;
	if (setting.method !== 'predictive') return `${set}.`;
	return `${set} and leave Lapsed Below (% Return Probability) out of Options.`;
}
