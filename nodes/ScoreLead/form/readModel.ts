import type { IExecuteFunctions } from 'n8n-workflow';
import { isPlainObject } from 'es-toolkit';
import { z } from 'zod';

import { checkLeadModel, type LeadModel, type LeadModelInput } from '../../core/lead/LeadModel';
import { modelOfTable } from '../../core/lead/modelTable';
import { TEMPLATES, TEMPLATE_NAMES } from '../../core/lead/templates/templates';
import { configurationFault } from '../../shared/configurationFault';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { readPastedJson } from '../../shared/pastedJson';
import { readBandRules, readDecay, readGroups, readRules, readRulesBeside } from './formModel';
import { readTemplateChoices } from './templateChoices';

/** A value without what is not set, as it is written as JSON. */
function written<T>(value: T): T {
	return JSON.parse(JSON.stringify(value)) as T;
}

/** What rules of the form add to a template: one of the same name takes the other's place. */
function withOwnRules(template: LeadModelInput, own: LeadModelInput['rules']): LeadModelInput {
	const names = new Set(own.map(({ name }) => name.toLowerCase()));
	const kept = template.rules.filter(({ name }) => !names.has(name.toLowerCase()));
	return { ...template, rules: [...kept, ...own] };
}

/** Where the model comes from. */
export function readModelSource(parameters: NodeParameters) {
	return parameters.constant(
		'modelSource',
		z.enum(['form', 'json', 'table', 'template']).default('form'),
	);
}

function baseModel(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	hasActivities: boolean,
): unknown {
	switch (readModelSource(parameters)) {
		case 'form': {
			const rules = readRules(context, parameters);
			if (rules.length === 0) {
				throw configurationFault(
					context,
					'No rule is set',
					'Add a rule under Rules and give it points, e.g. 20 for a company with at least 50 employees, or choose another Model From',
				);
			}
			return {
				rules,
				groups: readGroups(parameters),
				bandRules: readBandRules(context, parameters),
			};
		}
		case 'template': {
			const template = parameters.constant('template', z.enum(TEMPLATE_NAMES).default('b2bLeads'));
			const model = TEMPLATES[template].model(readTemplateChoices(parameters), hasActivities);
			return withOwnRules(
				{
					...model,
					bandRules: [...readBandRules(context, parameters), ...(model.bandRules ?? [])],
				},
				readRulesBeside(context, parameters),
			);
		}
		case 'table':
			return modelOfTable(
				context.getInputData(1).map(({ json }) => json),
				'The table at the input Model',
			);
		case 'json': {
			const model = readPastedJson(
				parameters,
				'modelJson',
				'leadModel',
				'Paste what a Score Lead node gave with Output set to Model as JSON, or with the operation Learn Model',
			);
			if (model === undefined) {
				throw configurationFault(
					context,
					'Model is empty',
					'Paste what a Score Lead node gave with Output set to Model as JSON, or with the operation Learn Model, or choose another Model From',
				);
			}
			return model;
		}
	}
}

/** Percentages from the highest down, as the user wrote them. */
const cutOffs = schemas.list.pipe(z.array(schemas.percent));

/** What the options say beside the model, as far as they are set. */
function overrides(parameters: NodeParameters): Record<string, unknown> {
	const { notNegative, number, percent, positive, text } = schemas;
	const cutOffsAt = (name: string) => {
		const list = parameters.constant(name, cutOffs.default(''));
		return list.length === 0 ? undefined : list;
	};
	const isSet = (name: string) => parameters.raw(name) !== null;
	const afterDays = parameters.constant('options.inactiveAfterDays', positive.optional());
	const everyDays = parameters.constant('options.inactiveEveryDays', notNegative.default(0));
	const points = parameters.constant('options.inactivityPoints', positive.default(10));
	const floor = parameters.constant('options.inactivityFloor', notNegative.default(0));
	return {
		name: parameters.constant('options.modelName', text.optional()),
		version: parameters.constant('options.modelVersion', text.optional()),
		fitAtMost: parameters.constant('options.fitMax', notNegative.optional()),
		engagementAtMost: parameters.constant('options.engagementMax', notNegative.optional()),
		scoreAtMost: parameters.constant('options.scoreAtMost', positive.optional()),
		scoreAtLeast: parameters.constant('options.scoreAtLeast', number.optional()),
		decay: isSet('options.engagementDecay')
			? readDecay(parameters, 'options.engagementDecay')
			: undefined,
		inactivity: afterDays && { afterDays, points, everyDays: everyDays || undefined, floor },
		bands: {
			hotFrom: parameters.constant('options.hotFrom', percent.optional()),
			warmFrom: parameters.constant('options.warmFrom', percent.optional()),
			margin: parameters.constant('options.bandMargin', percent.optional()),
		},
		grades: {
			fit: cutOffsAt('options.fitGrades'),
			engagement: cutOffsAt('options.engagementGrades'),
		},
	};
}

/** What is set of what the options say. */
function dropEmpty(over: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(over).filter(
			([, value]) => !isPlainObject(value) || Object.keys(value).length > 0,
		),
	);
}

/** A model with what is set beside it in place of what it says itself. */
function withOverrides(
	base: Record<string, unknown>,
	over: Record<string, unknown>,
): Record<string, unknown> {
	const merged = { ...base };
	for (const [key, value] of Object.entries(over)) {
		const inner = merged[key];
		merged[key] =
			isPlainObject(value) && isPlainObject(inner) && key !== 'decay' && key !== 'inactivity'
				? { ...inner, ...value }
				: value;
	}
	return merged;
}

/** The model that the user chose, checked, with what the options say beside it. */
export function readModel(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	hasActivities: boolean,
): LeadModel {
	return parameters.withDomainFaults(() => {
		const base = written(baseModel(context, parameters, hasActivities));
		// What is no record is left to the check to complain about.
		const model = isPlainObject(base)
			? withOverrides(base, dropEmpty(written(overrides(parameters))))
			: base;
		return checkLeadModel(model, 'The model');
	});
}
