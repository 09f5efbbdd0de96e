import { leadModelSchema, type LeadModel, type LeadModelInput } from './LeadModel';

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

/** Of what a model says, that which differs from what holds where nothing is written. */
function saidBy(model: LeadModel): Partial<LeadModel> {
	const unsaid: Record<string, unknown> = leadModelSchema.parse({ rules: model.rules });
	return Object.fromEntries(
		Object.entries(model).filter(
			([key, value]) => JSON.stringify(value) !== JSON.stringify(unsaid[key]),
		),
	);
}

/**
 * A model as people read and change it, without what goes without saying. `checkLeadModel` makes the
 * same model of it.
 */
export function writtenModel(model: LeadModel): LeadModelInput {
	return {
		name: model.name,
		version: model.version,
		...saidBy(model),
		rules: model.rules.map(withoutUnsaid),
		// Always written: they are what people look for first.
		bands: model.bands,
		...(model.bandRules.length > 0 && { bandRules: model.bandRules.map(withoutUnsaid) }),
	};
}
