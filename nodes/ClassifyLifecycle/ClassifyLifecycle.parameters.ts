import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import type { IntervalPolicy } from '../core/history/expectedInterval';
import type { SilenceLimit } from '../core/history/silenceLimits';
import { ADVOCATE_RULES, PERIODS } from '../core/lifecycle/advocateRules';
import { ACTIVITIES } from '../core/lifecycle/engagement';
import { checkLifecyclePolicy, type LifecyclePolicy } from '../core/lifecycle/lifecyclePolicy';
import { configurationFault } from '../shared/configurationFault';
import { readFallbackDays, readSeasons } from '../shared/intervalParameters';
import { NodeParameters } from '../shared/NodeParameters';
import { schemas } from '../shared/parameterSchemas';
import { readPurchaseConfiguration } from '../shared/PurchaseRun';
import type { ActivityField } from '../shared/recordPlan';
import { properties } from './ClassifyLifecycle.description';

const DAYS_PER_UNIT = { days: 1, weeks: 7, months: 30.44, years: 365.25 } as const;

const unitSchema = z.enum(['days', 'weeks', 'months', 'years']).default('days');
const methodSchema = z.enum(['learned', 'fixed', 'category']);
const rowsSchema = z.array(z.unknown()).default([]);

function readCategories(context: IExecuteFunctions, parameters: NodeParameters) {
	const rows = parameters.constant('categoryIntervals.values', rowsSchema);
	if (rows.length === 0) {
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

function readInterval(context: IExecuteFunctions, parameters: NodeParameters): IntervalPolicy {
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
		categories: readCategories(context, parameters),
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
		parameters.constant(`options.${stage}Label`, z.string().trim().default(byDefault));
	return {
		prospect: label('prospect', 'Prospect'),
		customer: label('customer', 'Customer'),
		advocate: label('advocate', 'Advocate'),
		lapsed: label('lapsed', 'Lapsed'),
		lost: label('lost', 'Lost'),
	};
}

function readActivities(parameters: NodeParameters): ActivityField[] {
	return parameters.constant('activities.values', rowsSchema).map((_row, i) => {
		const path = `activities.values[${i}]`;
		return {
			activity: parameters.constant(`${path}.activity`, z.enum(ACTIVITIES).default('click')),
			last: parameters.field(`${path}.lastDateField`),
			count: parameters.field(`${path}.countField`),
			countedDays:
				parameters.constant(`${path}.countedDays`, schemas.notNegative.default(0)) || undefined,
		};
	});
}

/** A policy of another workflow, in place of this node's own settings. */
function readPastedPolicy(context: IExecuteFunctions, parameters: NodeParameters): unknown {
	const value: unknown = parameters.constant('options.policy', z.unknown());
	if (typeof value !== 'string') return value ?? undefined;
	if (value.trim() === '') return undefined;
	try {
		return JSON.parse(value) as unknown;
	} catch (error) {
		throw configurationFault(
			context,
			`${parameters.labelOf('options.policy')} is no JSON: ${(error as Error).message}`,
			'Paste the policy as a node with Output set to Policy as JSON gave it',
		);
	}
}

function readPolicy(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	action: string,
): LifecyclePolicy {
	const own = {
		interval: readInterval(context, parameters),
		silence: readSilence(parameters),
		advocate: readAdvocate(parameters),
		engagement: {
			engagedDays: parameters.constant('options.engagedDays', schemas.wholePositive.default(30)),
			coolingDays: parameters.constant('options.coolingDays', schemas.wholePositive.default(90)),
			countOpens: parameters.constant('options.countOpens', schemas.flag.default(true)),
		},
		neverGoBack: parameters.constant('options.neverGoBack', schemas.flag.default(false)),
		labels: readLabels(parameters),
		action,
	};
	const pasted = readPastedPolicy(context, parameters);
	return parameters.withDomainFaults(() =>
		pasted === undefined
			? checkLifecyclePolicy(own, 'The settings')
			: checkLifecyclePolicy(pasted, parameters.labelOf('options.policy')),
	);
}

/** All that the user has set, checked, with the defaults in place of what is not set. */
export function readConfiguration(context: IExecuteFunctions) {
	const parameters = new NodeParameters(context, properties);
	const isByCategory = parameters.constant('intervalMethod', methodSchema) === 'category';
	const purchases = readPurchaseConfiguration(
		parameters,
		isByCategory ? parameters.fieldOfLists('categoryField') : undefined,
	);
	return {
		purchases,
		policy: readPolicy(context, parameters, purchases.action),
		output: parameters.constant('output', z.enum(['all', 'changed', 'policy']).default('all')),
		hasSummary: parameters.constant('options.summaryOutput', schemas.flag.default(false)),
		outputField: parameters.constant('options.outputField', schemas.text.default('lifecycle')),
		activities: readActivities(parameters),
		previousStage: parameters.field('options.previousStageField'),
		previousSince: parameters.field('options.previousSinceField'),
		followers: parameters.field('options.followersField'),
		referrals: parameters.field('options.referralsField'),
		reviews: parameters.field('options.reviewsField'),
	};
}

export type LifecycleConfiguration = ReturnType<typeof readConfiguration>;
