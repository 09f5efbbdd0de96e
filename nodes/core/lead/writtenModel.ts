import type { LeadModel, LeadModelInput } from './LeadModel';

/** What a rule or band rule says where nothing else is written. */
const UNSAID: Readonly<Record<string, unknown>> = Object.freeze({
	match: 'all',
	caseSensitive: false,
	strictTypes: false,
	firstTimeOnly: false,
});

function withoutUnsaid<T extends object>(rule: T): T {
	return Object.fromEntries(
		Object.entries(rule).filter(
			([key, value]) =>
				value !== undefined &&
				UNSAID[key] !== value &&
				!(Array.isArray(value) && value.length === 0),
		),
	) as T;
}

/**
 * A model as people read and change it: rules without what goes without saying. `checkLeadModel` makes
 * the same model of it.
 */
export function writtenModel(model: LeadModel): LeadModelInput {
	return {
		...withoutUnsaid(model),
		rules: model.rules.map(withoutUnsaid),
		...(model.bandRules.length > 0 && { bandRules: model.bandRules.map(withoutUnsaid) }),
	};
}
