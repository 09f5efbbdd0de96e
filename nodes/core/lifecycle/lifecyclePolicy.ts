import { z } from 'zod';

import { checkSilencePolicy } from '../history/silenceLimits';
import { SegmentationError } from '../SegmentationError';
import { ADVOCATE_RULES, PERIODS } from './advocateRules';
import { LIFECYCLE_STAGES } from './LifecycleStage';

const positive = z.number().finite().positive('a number above zero is expected');
const whole = positive.int('a whole number is expected');
const notNegative = z.number().finite().min(0, 'a number from zero up is expected');

const label = z.string().trim().min(1, 'a name is expected');

const limit = z.union(
	[z.object({ days: whole }).strict(), z.object({ times: positive }).strict()],
	{
		errorMap: () => ({ message: '{ "days": … } or { "times": … } is expected' }),
	},
);

const interval = z.discriminatedUnion('method', [
	z.object({ method: z.literal('fixed'), days: positive, recogniseSeasons: z.boolean() }).strict(),
	z
		.object({
			method: z.literal('learned'),
			fallbackDays: positive,
			recogniseSeasons: z.boolean(),
		})
		.strict(),
	z
		.object({
			method: z.literal('category'),
			categories: z
				.array(z.object({ category: z.string().trim().min(1), days: positive }).strict())
				.min(1, 'at least one category is expected')
				.readonly(),
			fallbackDays: positive,
			recogniseSeasons: z.boolean(),
		})
		.strict(),
]);

/**
 * How customers are judged, all of it: what a node is set to, as one value that can be saved as JSON,
 * moved to another workflow or client, and read back.
 */
export const lifecyclePolicySchema = z
	.object({
		interval,
		silence: z
			.object({
				lapsedAfter: limit,
				lostAfter: limit,
				oneTime: z.object({ lapsedAfter: limit, lostAfter: limit }).strict().optional(),
			})
			.strict(),
		advocate: z
			.object({
				rules: z.array(z.enum(ADVOCATE_RULES)),
				minOrders: whole,
				minSpend: notNegative,
				periods: whole,
				period: z.enum(PERIODS),
				minReferrals: whole,
				minReviews: whole,
				minFollowers: whole,
				stayMargin: notNegative.max(100, 'a percentage up to 100 is expected'),
			})
			.strict(),
		engagement: z
			.object({ engagedDays: whole, coolingDays: whole, countOpens: z.boolean() })
			.strict()
			.refine(({ engagedDays, coolingDays }) => engagedDays < coolingDays, {
				message: 'engagedDays is not below coolingDays',
			}),
		/** Whether customers and advocates never go back to an earlier stage, as in a CRM's pipeline. */
		neverGoBack: z.boolean(),
		/** What the stages are called; their ids stay. */
		labels: z
			.object({
				prospect: label,
				customer: label,
				advocate: label,
				lapsed: label,
				lost: label,
			} satisfies Record<(typeof LIFECYCLE_STAGES)[number], typeof label>)
			.strict(),
		/** What is counted, in the singular: "order", or another key action such as "download". */
		action: z.string().trim().min(1),
	})
	.strict();

export type LifecyclePolicy = z.infer<typeof lifecyclePolicySchema>;

/**
 * Checks a policy, e.g. one read from JSON.
 *
 * @param name how the user knows the value, for the message
 * @throws SegmentationError `invalidPolicy` with the path of what is wrong, `conflictingLimits`
 */
export function checkLifecyclePolicy(value: unknown, name: string): LifecyclePolicy {
	const result = lifecyclePolicySchema.safeParse(value);
	if (!result.success) {
		const [issue] = result.error.issues;
		const path = issue && issue.path.length > 0 ? issue.path.join('.') : 'the whole of it';
		throw new SegmentationError(
			'invalidPolicy',
			`${name} cannot be used: ${path}: ${issue?.message ?? 'not valid'}`,
			'Correct the value at this place, or export the policy anew from a node',
		);
	}
	checkSilencePolicy(result.data.silence);
	return result.data;
}
