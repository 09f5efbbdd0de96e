import { z } from 'zod';

import {
	CONDITION_TYPES,
	conditionType,
	unusableValue,
	isListOperation,
	isOwnOperation,
	otherOperations,
} from './conditionOperators';
import { isDateAttribute } from '../attribute/attributeNames';
import { checkedJson } from '../reading/checkedJson';
import { ATTRIBUTES, type Attribute } from '../attribute/attributes';

/** Who a lead is, or what a lead does. */
export const LEAD_CATEGORIES = ['fit', 'engagement'] as const;

export type LeadCategory = (typeof LEAD_CATEGORIES)[number];

export const LEAD_BANDS = ['hot', 'warm', 'cold'] as const;

export type LeadBand = (typeof LEAD_BANDS)[number];

const text = z.string({ invalid_type_error: 'a text is expected' });
const name = text.trim().min(1, 'a name is expected');
const number = z
	.number({ invalid_type_error: 'a number is expected' })
	.finite('a finite number is expected');
const notNegative = number.min(0, 'a number from zero up is expected');
const positive = number.positive('a number above zero is expected');
const wholePositive = positive.int('a whole number is expected');
const percent = notNegative.max(100, 'a percentage up to 100 is expected');

/** How points that were earned fade with the age of what earned them; points taken away never fade. */
export const decaySchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('none') }).strict(),
	/** Half of the points are left after so many days, a quarter after twice as many. */
	z.object({ kind: z.literal('halfLife'), days: positive }).strict(),
	/** So many percent of the points are gone with every so many months, until none are left. */
	z
		.object({ kind: z.literal('step'), percent: percent.positive(), months: wholePositive })
		.strict(),
	/** What is older than so many days counts nothing; each activity by its own age. */
	z.object({ kind: z.literal('window'), days: positive }).strict(),
	/** All points of the rule are gone so many days after the last time; until then none is. */
	z.object({ kind: z.literal('expiry'), days: positive }).strict(),
]);

export type Decay = z.infer<typeof decaySchema>;

/** The bounds of a number: from this one up, to below that one. */
const boundsSchema = z
	.object({ from: number.optional(), to: number.optional() })
	.strict()
	.refine(({ from, to }) => from !== undefined || to !== undefined, 'from or to is expected')
	.refine(({ from, to }) => from === undefined || to === undefined || from < to, {
		message: 'from has to be below to',
	});

const conditionSchema = z
	.object({
		/** One of these three tells what is compared: a field, an attribute or an n8n expression. */
		field: name.optional(),
		attribute: z.enum(ATTRIBUTES as [Attribute, ...Attribute[]]).optional(),
		expression: text.optional(),
		/** Type of the comparison; that of the value where left out. */
		type: z.enum(CONDITION_TYPES).optional(),
		/** Type of the value, where n8n's operator has another one than for what is compared. */
		rightType: z.enum(CONDITION_TYPES).optional(),
		/** An operation of n8n's condition rows, or `oneOf`, `notOneOf`, `containsAny`, `between`. */
		operator: name,
		/** What it is compared with: a constant, or an n8n expression beginning with "=". */
		value: z.unknown().optional(),
	})
	.strict()
	.superRefine(({ field, attribute, expression, type, operator, value }, context) => {
		const given = [field, attribute, expression].filter((one) => one !== undefined);
		if (given.length !== 1) {
			context.addIssue({
				code: 'custom',
				message: 'one of field, attribute and expression is expected',
			});
		}
		if (isListOperation(operator)) {
			const isList =
				Array.isArray(value) &&
				value.length > 0 &&
				value.every((one) => ['string', 'number', 'boolean'].includes(typeof one));
			if (!isList) {
				context.addIssue({ code: 'custom', path: ['value'], message: 'a list is expected' });
			}
		}
		if (operator === 'between') {
			for (const issue of boundsSchema.safeParse(value).error?.issues ?? []) {
				context.addIssue({ ...issue, path: ['value', ...issue.path] });
			}
		}
		const unusable = unusableValue(operator, type ?? conditionType(operator, value), value);
		if (unusable !== undefined) {
			context.addIssue({ code: 'custom', path: ['value'], message: unusable });
		}
		const isNumber = (type ?? conditionType(operator, value)) === 'number';
		if (isDateAttribute(attribute) && (isNumber || operator === 'between')) {
			context.addIssue({
				code: 'custom',
				path: ['operator'],
				message: `${attribute} is a date: after, before, afterOrEquals or beforeOrEquals is expected`,
			});
		}
		if (!isOwnOperation(operator)) {
			const others = otherOperations(operator, type ?? conditionType(operator, value));
			if (others !== undefined) {
				context.addIssue({
					code: 'custom',
					path: ['operator'],
					message: `"${operator}" is none of ${others}, oneOf, notOneOf, containsAny, between`,
				});
			}
		}
	});

export type LeadCondition = z.infer<typeof conditionSchema>;

const match = z.enum(['all', 'any']).default('all');
/** Whether upper and lower case differ, and whether values of another type are converted, as in n8n. */
const comparing = {
	caseSensitive: z.boolean().default(false),
	strictTypes: z.boolean().default(false),
};

const ruleBase = {
	name,
	category: z.enum(LEAD_CATEGORIES),
	group: name.optional(),
	points: number,
	match,
	conditions: z.array(conditionSchema).default([]),
	...comparing,
	/** Most points that the rule can bring, or take away where its points are below zero. */
	pointsAtMost: positive.optional(),
	/** The rule's own decay; that of its group or model where left out. */
	decay: decaySchema.optional(),
};

const ruleSchema = z.discriminatedUnion('counts', [
	/** The points once, where the conditions are met. */
	z
		.object({
			...ruleBase,
			counts: z.literal('lead'),
			/**
			 * When it happened: what decay counts from. A name, or an n8n expression beginning with "="; where
			 * left out, the lead's last activity.
			 */
			dateField: name.optional(),
		})
		.strict(),
	/** The points for each of a number that the lead has in a field, where the conditions are met. */
	z
		.object({
			...ruleBase,
			counts: z.literal('counter'),
			/** Where the number is: a field by its name, an n8n expression beginning with "=", or an attribute. */
			counter: z
				.object({
					field: name.optional(),
					attribute: z.enum(ATTRIBUTES as [Attribute, ...Attribute[]]).optional(),
				})
				.strict()
				.refine(({ field, attribute }) => (field === undefined) !== (attribute === undefined), {
					message: 'one of field and attribute is expected',
				}),
			timesAtMost: wholePositive.optional(),
			dateField: name.optional(),
		})
		.strict(),
	/** The points for each activity of these types that meets the conditions. */
	z
		.object({
			...ruleBase,
			counts: z.literal('activities'),
			/** Types by name, letter case does not count; any type where the list is empty. */
			types: z.array(name).default([]),
			/** Only the first one counts, with its own age. */
			firstTimeOnly: z.boolean().default(false),
			/** So many at most, the newest. */
			timesAtMost: wholePositive.optional(),
			/** So many at most of one calendar day. */
			timesADay: wholePositive.optional(),
		})
		.strict(),
]);

export type LeadRule = z.infer<typeof ruleSchema>;

const groupSchema = z
	.object({ name, pointsAtMost: positive.optional(), decay: decaySchema.optional() })
	.strict();

const bandRuleSchema = z
	.object({
		name,
		band: z.enum(LEAD_BANDS).default('cold'),
		match,
		conditions: z.array(conditionSchema).min(1, 'a condition is expected'),
		...comparing,
	})
	.strict();

/** Shares of the maximum, in percent, from the highest down: two cut-offs make three grades. */
const cutOffs = z
	.array(percent)
	.min(1, 'a cut-off is expected')
	.max(8, 'up to eight cut-offs are expected')
	.refine((all) => all.every((one, i) => i === 0 || one < all[i - 1]!), {
		message: 'cut-offs from the highest down are expected',
	});

const THIRDS = [200 / 3, 100 / 3];

/**
 * A scoring model as one value that can be saved as JSON: what the form, a template, a table of rules
 * and the learner all give, and what leads are scored by.
 */
export const leadModelSchema = z
	.object({
		name: text.nullable().default(null),
		version: text.nullable().default(null),
		rules: z.array(ruleSchema).min(1, 'a rule is expected'),
		groups: z.array(groupSchema).default([]),
		/** Rules that set the band whatever the points; the first that is met decides. */
		bandRules: z.array(bandRuleSchema).default([]),
		fitAtMost: notNegative.optional(),
		engagementAtMost: notNegative.optional(),
		scoreAtMost: positive.optional(),
		/** Lowest score; below zero, points can be taken away below zero as well. */
		scoreAtLeast: number.default(0),
		/** For engagement rules without a decay of their own or of their group. */
		decay: decaySchema.default({ kind: 'none' }),
		/** Points taken off engagement while nothing happens. */
		inactivity: z
			.object({
				/** Days without an activity after which points are taken off for the first time. */
				afterDays: positive,
				points: positive,
				/** Taken off again every so many days; once only where left out. */
				everyDays: positive.optional(),
				/** Engagement points below which nothing is taken off. */
				floor: notNegative.default(0),
			})
			.strict()
			.optional(),
		bands: z
			.object({
				/** Percent of the maximum score from which a lead is hot, and warm. */
				hotFrom: percent.default(70),
				warmFrom: percent.default(40),
				/** Percent of the maximum score that a lead may fall below a limit and keep its band of last time. */
				margin: percent.default(5),
			})
			.strict()
			.default({}),
		grades: z
			.object({ fit: cutOffs.default(THIRDS), engagement: cutOffs.default(THIRDS) })
			.strict()
			.default({}),
		/** How probable the outcome is by score, of learned models: log odds = intercept + perPoint * score. */
		probability: z.object({ intercept: number, perPoint: number }).strict().optional(),
	})
	.strict();

export type LeadModel = z.infer<typeof leadModelSchema>;

/** A model as it may be written, with all that has a default left out. */
export type LeadModelInput = z.input<typeof leadModelSchema>;

/**
 * Checks a model that comes as JSON.
 *
 * @param label the parameter it comes from, for the message
 * @throws SegmentationError `invalidModel` that names the path of what cannot be used
 */
export function checkLeadModel(value: unknown, label: string): LeadModel {
	return checkedJson(
		leadModelSchema,
		value,
		label,
		'Correct it, or export a model from Score Lead with Output set to Model as JSON and begin from that',
	);
}
