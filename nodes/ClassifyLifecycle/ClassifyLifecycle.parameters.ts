import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import type { IntervalPolicy } from '../core/history/expectedInterval';
import { checkSilencePolicy, type SilenceLimit } from '../core/history/silenceLimits';
import { ADVOCATE_RULES, PERIODS } from '../core/lifecycle/advocateRules';
import { ACTIVITIES } from '../core/lifecycle/engagement';
import { checkLifecyclePolicy, type LifecyclePolicy } from '../core/lifecycle/lifecyclePolicy';
import { configurationFault } from '../shared/configurationFault';
import { readMemory } from '../shared/memory/readMemory';
import { readFallbackDays, readSeasons } from '../shared/intervalParameters';
import { NodeParameters } from '../shared/NodeParameters';
import { schemas } from '../shared/parameterSchemas';
import { readPastedJson } from '../shared/pastedJson';
import { readPurchaseConfiguration } from '../shared/PurchaseRun';
import type { ActivityField } from '../shared/RecordPlan';
import { properties } from './ClassifyLifecycle.description';

const DAYS_PER_UNIT = { days: 1, weeks: 7, months: 30.44, years: 365.25 } as const;

const unitSchema = z.enum(['days', 'weeks', 'months', 'years']).default('days');
const methodSchema = z.enum(['learned', 'fixed', 'category']);
const rowsSchema = z.array(z.unknown()).default([]);

function readCategories(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	isPolicyPasted: boolean,
) {
	const rows = parameters.constant('categoryIntervals.values', rowsSchema);
	// The table of a pasted policy stands in the place of this one.
	if (rows.length === 0 && !isPolicyPasted) {
		throw configurationFault(
			context,
			'There is no category in the table',
			'Add at least one under Categories, e.g. bread every 7 days',
		);
	}
	return rows.map((_row, i) => {
		const path = `categoryIntervals.values[${i}]`;
		const every = parameters.constant(`${path}.every`, schemas.positive);
		const unit = parameters.constant(`${path}.unit`, unitSchema);
		return {
			category: parameters.constant(`${path}.category`, schemas.text),
			days: every * DAYS_PER_UNIT[unit],
		};
	});
}

function readInterval(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	isPolicyPasted: boolean,
): IntervalPolicy {
	const recogniseSeasons = readSeasons(parameters);
	const method = parameters.constant('intervalMethod', methodSchema);
	if (method === 'fixed') {
		const every = parameters.constant('intervalValue', schemas.positive);
		const unit = parameters.constant('intervalUnit', unitSchema);
		return { method, days: every * DAYS_PER_UNIT[unit], recogniseSeasons };
	}
	const fallbackDays = readFallbackDays(parameters);
	if (method === 'learned') return { method, fallbackDays, recogniseSeasons };
	return {
		method,
		categories: readCategories(context, parameters, isPolicyPasted),
		fallbackDays,
		recogniseSeasons,
	};
}

function readSilence(parameters: NodeParameters): LifecyclePolicy['silence'] {
	const days = (name: string) =>
		parameters.constant(`options.${name}Days`, schemas.wholePositive.optional());
	const limit = (name: string, times: number): SilenceLimit => {
		const inDays = days(name);
		if (inDays !== undefined) return { days: inDays };
		return {
			times: parameters.constant(`options.${name}Times`, schemas.positive.default(times)),
		};
	};
	const silence = { lapsedAfter: limit('lapsedAfter', 3), lostAfter: limit('lostAfter', 6) };
	const [lapsed, lost] = [days('oneTimeLapsedAfter'), days('oneTimeLostAfter')];
	if (lapsed === undefined && lost === undefined) return silence;
	return {
		...silence,
		oneTime: {
			lapsedAfter: lapsed === undefined ? silence.lapsedAfter : { days: lapsed },
			lostAfter: lost === undefined ? silence.lostAfter : { days: lost },
		},
	};
}

function readAdvocate(parameters: NodeParameters): LifecyclePolicy['advocate'] {
	const whole = (name: string, byDefault: number) =>
		parameters.constant(`options.advocate${name}`, schemas.wholePositive.default(byDefault));
	return {
		rules: parameters.constant(
			'options.advocateRules',
			z.array(z.enum(ADVOCATE_RULES)).default(['pace']),
		),
		minOrders: whole('MinOrders', 3),
		minSpend: parameters.constant('options.advocateMinSpend', schemas.notNegative.default(0)),
		periods: whole('Periods', 12),
		period: parameters.constant('options.advocatePeriod', z.enum(PERIODS).default('month')),
		minReferrals: whole('MinReferrals', 1),
		minReviews: whole('MinReviews', 1),
		minFollowers: whole('MinFollowers', 1000),
		stayMargin: parameters.constant('options.advocateStayMargin', schemas.percent.default(10)),
	};
}

function readLabels(parameters: NodeParameters): LifecyclePolicy['labels'] {
	const label = (stage: string, byDefault: string) =>
		parameters.constant(`options.${stage}Label`, schemas.text.default(byDefault)).trim() ||
		byDefault;
	return {
		prospect: label('prospect', 'Prospect'),
		customer: label('customer', 'Customer'),
		advocate: label('advocate', 'Advocate'),
		lapsed: label('lapsed', 'Lapsed'),
		lost: label('lost', 'Lost'),
	};
}

function readActivities(parameters: NodeParameters): ActivityField[] {
	const rows = parameters.constant('activities.values', rowsSchema).map((_row, i) => {
		const path = `activities.values[${i}]`;
		return {
			activity: parameters.constant(`${path}.activity`, z.enum(ACTIVITIES).default('click')),
			last: parameters.field(`${path}.lastDateField`),
			count: parameters.field(`${path}.countField`),
			countedDays:
				parameters.constant(`${path}.countedDays`, schemas.notNegative.default(0)) || undefined,
		};
	});
	return rows.filter(({ last, count }) => last || count);
}

function readEngagement(
	context: IExecuteFunctions,
	parameters: NodeParameters,
): LifecyclePolicy['engagement'] {
	const days = (path: string, byDefault: number) =>
		parameters.constant(path, schemas.wholePositive.default(byDefault));
	const engagedDays = days('options.engagedDays', 30);
	const coolingDays = days('options.coolingDays', 90);
	if (engagedDays >= coolingDays) {
		const [engaged, cooling] = ['options.engagedDays', 'options.coolingDays'].map((path) =>
			parameters.labelOf(path),
		);
		throw configurationFault(
			context,
			`${engaged} (${engagedDays}) is not below ${cooling} (${coolingDays})`,
			`Choose a lower ${engaged} or a higher ${cooling}`,
		);
	}
	return {
		engagedDays,
		coolingDays,
		countOpens: parameters.constant('options.countOpens', schemas.flag.default(true)),
	};
}

function readPolicy(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	action: string,
): LifecyclePolicy {
	const pasted = readPastedJson(
		parameters,
		'options.policy',
		'policy',
		'Paste the policy as a node with Output set to Policy as JSON gave it',
	);
	const own: LifecyclePolicy = {
		interval: readInterval(context, parameters, pasted !== undefined),
		silence: readSilence(parameters),
		advocate: readAdvocate(parameters),
		engagement: readEngagement(context, parameters),
		neverGoBack: parameters.constant('options.neverGoBack', schemas.flag.default(false)),
		labels: readLabels(parameters),
		action,
	};
	parameters.withDomainFaults(() => checkSilencePolicy(own.silence));
	if (pasted === undefined) return own;
	const policy = parameters.withDomainFaults(() =>
		checkLifecyclePolicy(pasted, parameters.labelOf('options.policy')),
	);
	if (policy.interval.method === 'category' && own.interval.method !== 'category') {
		throw configurationFault(
			context,
			`${parameters.labelOf('options.policy')} goes by product category, but this node reads none`,
			'Set Expected Interval to By Product Category and name the Category Field',
		);
	}
	return policy;
}

/** What the node is to do. */
export function readOperation(parameters: NodeParameters) {
	return parameters.constant('operation', z.enum(['classify', 'forget']).default('classify'));
}

/** All that the user has set, checked, with the defaults in place of what is not set. */
export function readConfiguration(context: IExecuteFunctions) {
	const parameters = new NodeParameters(context, properties);
	const isByCategory = parameters.constant('intervalMethod', methodSchema) === 'category';
	const purchases = readPurchaseConfiguration(
		parameters,
		isByCategory ? parameters.fieldOfLists('categoryField') : undefined,
	);
	const output = parameters.constant('output', z.enum(['all', 'changed', 'policy']).default('all'));
	const previousStage = parameters.field('options.previousStageField');
	const memory = readMemory(parameters);
	const memoryField = memory ? undefined : parameters.field('options.memoryField');
	if (output === 'changed' && memoryField) {
		throw configurationFault(
			context,
			'Output is Changed Customers, but Memory Field in Options needs all of them',
			'Choose All Customers, so that what is remembered of each can be written back, and filter by "changed" behind that',
		);
	}
	if (output === 'changed' && !previousStage && !memory) {
		throw configurationFault(
			context,
			'Output is Changed Customers, but Previous Stage Field in Options is empty',
			'Name the field that holds the stage of last time, choose a Memory, or choose All Customers',
		);
	}
	return {
		purchases,
		policy: readPolicy(context, parameters, purchases.action),
		output,
		hasSummary: parameters.constant('options.summaryOutput', schemas.flag.default(false)),
		outputField: parameters.constant('options.outputField', schemas.fieldName.default('lifecycle')),
		activities: readActivities(parameters),
		memory,
		memoryField,
		previousStage,
		previousSince: parameters.field('options.previousSinceField'),
		followers: parameters.field('options.followersField'),
		referrals: parameters.field('options.referralsField'),
		reviews: parameters.field('options.reviewsField'),
	};
}

export type LifecycleConfiguration = ReturnType<typeof readConfiguration>;
