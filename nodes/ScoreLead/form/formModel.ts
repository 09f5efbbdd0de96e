import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { isDateAttribute } from '../../core/attribute/attributeNames';
import { ATTRIBUTES, type Attribute } from '../../core/attribute/attributes';
import {
	LEAD_BANDS,
	LEAD_CATEGORIES,
	type Decay,
	type LeadCondition,
	type LeadModelInput,
} from '../../core/lead/LeadModel';
import { isListOperation } from '../../core/lead/conditionOperators';
import {
	isRecognised,
	RECOGNISED_VALUES,
	recognisedValue,
} from '../../core/attribute/recognition/recognisedValue';
import { configurationFault } from '../../shared/configurationFault';
import { readFilter } from '../../shared/filterConditions';
import { dependsOnItem, isExpression, plainFieldKeys } from '../../shared/itemExpression';
import { fieldPathOf } from '../../core/reading/fieldPath';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { filterModel } from './filterModel';

type RuleInput = LeadModelInput['rules'][number];

const rows = z.array(z.unknown()).default([]);
/** A limit of which 0 means that there is none. */
const limit = schemas.notNegative.default(0).transform((value) => value || undefined);
const wholeLimit = schemas.notNegative
	.pipe(z.number().int('a whole number is expected'))
	.default(0)
	.transform((value) => value || undefined);

/**
 * The decay that is set in fields of a row or in options; undefined where another place decides.
 *
 * @param path where the fields stand, with the name of the first: `rules.values[0].decay`
 */
export function readDecay(parameters: NodeParameters, path: string): Decay | undefined {
	const kind = parameters.constant(
		path,
		z.enum(['inherit', 'none', 'halfLife', 'step', 'window', 'expiry']).default('inherit'),
	);
	if (kind === 'inherit') return undefined;
	if (kind === 'none') return { kind };
	if (kind === 'step') {
		return {
			kind,
			percent: parameters.constant(
				`${path}Percent`,
				schemas.percent
					.pipe(z.number().positive('a percentage above zero is expected'))
					.default(25),
			),
			months: parameters.constant(`${path}Months`, schemas.wholePositive.default(3)),
		};
	}
	return { kind, days: parameters.constant(`${path}Days`, schemas.positive.default(30)) };
}

/** A field that a rule names, or the expression that gives its value. */
function readFieldName(parameters: NodeParameters, path: string): string | undefined {
	const raw = parameters.raw(path);
	if (isExpression(raw) && dependsOnItem(raw)) {
		const keys = plainFieldKeys(raw);
		return keys ? fieldPathOf(keys) : raw;
	}
	const name = parameters.constant(path, schemas.text.default('')).trim();
	if (name === '') return undefined;
	return parameters.dotNotation ? name : fieldPathOf([name]);
}

/** A date that an attribute is compared with. */
const dayText = schemas.text.pipe(
	z.string().regex(/^\d{4}-\d{2}-\d{2}/, 'a date is expected, e.g. 2026-01-31'),
);

/** Words as they are compared: of what is recognised their permanent names. */
function wordsFor(attribute: Attribute) {
	return schemas.list
		.pipe(z.array(z.string()).min(1, 'at least one text is expected'))
		.transform((words, checking) =>
			words.map((word) => {
				if (!isRecognised(attribute)) return word;
				const known = recognisedValue(attribute, word);
				if (known !== undefined) return known;
				checking.addIssue({
					code: 'custom',
					message: `"${word}" is none of ${RECOGNISED_VALUES[attribute].join(', ')}`,
				});
				return word;
			}),
		);
}

function readAttributeCondition(parameters: NodeParameters, path: string): LeadCondition {
	const attribute = parameters.constant(
		`${path}.attribute`,
		z.enum(ATTRIBUTES as [Attribute, ...Attribute[]]).default('seniority'),
	);
	const operator = parameters.constant(
		`${path}.comparison`,
		z.enum(['oneOf', 'containsAny', 'gte', 'lte', 'notEmpty', 'true']).default('oneOf'),
	);
	if (operator === 'notEmpty') return { attribute, type: 'any', operator };
	if (operator === 'true') return { attribute, operator };
	const compared = `${path}.comparedWith`;
	if (isListOperation(operator)) {
		return { attribute, operator, value: parameters.constant(compared, wordsFor(attribute)) };
	}
	if (isDateAttribute(attribute)) {
		const ofDates = operator === 'gte' ? 'afterOrEquals' : 'beforeOrEquals';
		return { attribute, operator: ofDates, value: parameters.constant(compared, dayText) };
	}
	return { attribute, operator, value: parameters.constant(compared, schemas.number) };
}

function readRule(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	path: string,
	place: number,
): RuleInput {
	const name = parameters.constant(`${path}.name`, schemas.text.default(`Rule ${place}`));
	const counts = parameters.constant(
		`${path}.counts`,
		z.enum(['activities', 'attribute', 'conditions', 'counter']).default('conditions'),
	);
	const base = {
		name,
		category: parameters.constant(`${path}.category`, z.enum(LEAD_CATEGORIES).default('fit')),
		points: parameters.constant(`${path}.points`, schemas.number.default(10)),
		group: parameters.constant(`${path}.more.group`, schemas.text.optional())?.trim(),
		pointsAtMost: parameters.constant(`${path}.more.pointsAtMost`, limit),
		decay: readDecay(parameters, `${path}.decay`),
	};
	const dateField = readFieldName(parameters, `${path}.more.dateField`);
	const timesAtMost = parameters.constant(`${path}.more.timesAtMost`, wholeLimit);
	const timesADay = parameters.constant(`${path}.more.timesADay`, wholeLimit);
	const firstTimeOnly = parameters.constant(
		`${path}.more.firstTimeOnly`,
		schemas.flag.default(false),
	);
	if (counts === 'attribute') {
		const conditions = [readAttributeCondition(parameters, path)];
		return { ...base, counts: 'lead', conditions, dateField };
	}
	const conditions = filterModel(readFilter(parameters, `${path}.conditions`));
	if (counts === 'activities') {
		const types = parameters.constant(`${path}.activityTypes`, schemas.list.default(''));
		return { ...base, counts, types, ...conditions, firstTimeOnly, timesAtMost, timesADay };
	}
	if (counts === 'counter') {
		const field = readFieldName(parameters, `${path}.counterField`);
		if (field === undefined) {
			throw configurationFault(
				context,
				`The rule "${name}" has no Counter Field`,
				'Choose the field with the number that counts, or another What Counts',
			);
		}
		return { ...base, counts, counter: { field }, ...conditions, timesAtMost, dateField };
	}
	if (conditions.conditions?.length === 0) {
		throw configurationFault(
			context,
			`The rule "${name}" has no condition`,
			'Add a condition that a lead must meet to get the points, or remove the rule',
		);
	}
	return { ...base, counts: 'lead', ...conditions, dateField };
}

/** The rules of the form, in their order. */
export function readRules(context: IExecuteFunctions, parameters: NodeParameters): RuleInput[] {
	return parameters
		.constant('rules.values', rows)
		.map((_row, i) => readRule(context, parameters, `rules.values[${i}]`, i + 1));
}

/** Whether a row is still as the form begins with it: without a name and without a condition. */
function isUntouched(parameters: NodeParameters, path: string): boolean {
	const { conditions = [] } = filterModel(readFilter(parameters, `${path}.conditions`));
	return (
		parameters.constant(`${path}.name`, schemas.text.default('')) === '' &&
		parameters.constant(`${path}.counts`, z.string().default('conditions')) === 'conditions' &&
		conditions.length === 0
	);
}

/** The rules of the form that stand beside a template, where the row it begins with may be left. */
export function readRulesBeside(
	context: IExecuteFunctions,
	parameters: NodeParameters,
): RuleInput[] {
	return parameters.constant('rules.values', rows).flatMap((_row, i) => {
		const path = `rules.values[${i}]`;
		return isUntouched(parameters, path) ? [] : [readRule(context, parameters, path, i + 1)];
	});
}

/** The groups of the form. */
export function readGroups(parameters: NodeParameters): LeadModelInput['groups'] {
	return parameters.constant('groups.values', rows).map((_row, i) => {
		const path = `groups.values[${i}]`;
		return {
			name: parameters.constant(`${path}.name`, schemas.text.default(`Group ${i + 1}`)),
			pointsAtMost: parameters.constant(`${path}.pointsAtMost`, limit),
			decay: readDecay(parameters, `${path}.decay`),
		};
	});
}

/** What sets the band whatever the points. */
export function readBandRules(
	context: IExecuteFunctions,
	parameters: NodeParameters,
): NonNullable<LeadModelInput['bandRules']> {
	return parameters.constant('bandRules.values', rows).map((_row, i) => {
		const path = `bandRules.values[${i}]`;
		const name = parameters.constant(`${path}.name`, schemas.text.default(`Band Rule ${i + 1}`));
		const { conditions = [], ...others } = filterModel(
			readFilter(parameters, `${path}.conditions`),
		);
		if (conditions.length === 0) {
			throw configurationFault(
				context,
				`The band rule "${name}" has no condition`,
				'Add a condition that tells whose band it sets, or remove the rule',
			);
		}
		return {
			name,
			band: parameters.constant(`${path}.band`, z.enum(LEAD_BANDS).default('cold')),
			conditions,
			...others,
		};
	});
}
