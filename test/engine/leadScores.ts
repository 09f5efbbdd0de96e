import type { INode } from 'n8n-workflow';

import type { LeadScore } from '../../nodes/core/lead/LeadScore';
import { resultOf } from './resultOf';
import { runWorkflow, singleNodeWorkflow, twoInputWorkflow, type NodeRun } from './runWorkflow';

/** A day as of which the tests judge: 100 days after 2026-08-14. */
export const AS_OF = '2026-11-22T00:00:00';

/** The date so many days before the day as of which the tests judge, at midnight. */
export function daysAgo(days: number): string {
	return new Date(Date.UTC(2026, 10, 22 - days)).toISOString();
}

/** A rule of the form. */
export function rule(name: string, points: number, more: object = {}): object {
	return { name, points, category: 'engagement', ...more };
}

/** A rule of the form that gives its points for each activity of these types. */
export function activityRule(activityTypes: string, points: number, more: object = {}): object {
	return rule(activityTypes, points, { counts: 'activities', activityTypes, ...more });
}

/** Parameters of a model in the form. */
export function form(rules: object[], options: object = {}, more: object = {}): object {
	return { rules: { values: rules }, options: { asOf: AS_OF, ...options }, ...more };
}

/** What a run told of leads. */
export interface Scoring {
	run: NodeRun;
	scores: LeadScore[];
	/** Everything the user is told: the hints and, where the node failed, its message. */
	told: string;
}

export interface ScoreSettings {
	/** Rows at the second input. */
	table?: readonly object[];
	node?: Partial<INode>;
	timezone?: string;
}

/** Runs Score Lead behind a source; with a table, behind a second one as well. */
export async function score(
	parameters: object,
	leads: readonly object[],
	{ table, node, timezone = 'UTC' }: ScoreSettings = {},
): Promise<Scoring> {
	const workflow = {
		...(table ? twoInputWorkflow : singleNodeWorkflow)('scoreLead', parameters, node),
		settings: { timezone },
	};
	const run = (await runWorkflow(workflow, leads, 'Source', table && { Second: table }))('Node');
	const { error } = run;
	const failure =
		error && 'description' in error ? `${error.message} ${error.description}` : error?.message;
	return {
		run,
		scores: (run.outputs[0] ?? []).map((item) => resultOf<LeadScore>(item, 'leadScore')),
		told: [...run.hints, failure ?? ''].join('\n'),
	};
}

/** The scores by lead. */
export function byKey<T>(
	scores: readonly LeadScore[],
	of: (score: LeadScore) => T,
): Record<string, T> {
	return Object.fromEntries(scores.map((one) => [String(one.leadKey), of(one)]));
}

/** The model that a node gives with Output set to Model as JSON. */
export async function modelOf(parameters: object, table?: readonly object[]): Promise<object> {
	const { run } = await score({ ...parameters, output: 'model' }, [{}], table ? { table } : {});
	if (run.error) throw run.error;
	return resultOf<object>(run.outputs[0]?.[0], 'leadModel');
}
