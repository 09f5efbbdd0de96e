import type { LifecycleVerdict } from '../../../nodes/core/lifecycle/classifyLifecycle';
import { resultOf } from '../resultOf';
import { runWorkflow, singleNodeWorkflow } from '../runWorkflow';
import { hasPayloads, samplesOf, samplesOfSystem } from './payloads.cjs';

export const AS_OF = '2026-11-22T00:00:00';

/** What was read of one customer, with the times as UTC. */
export interface Person {
	orders: number;
	totalSpent: number | null;
	currency: string | null;
	spentByCurrency: Readonly<Record<string, number>> | null;
	stage: string;
	lastOrderAt: string | null;
	lastActivityAt: string | null;
	reason: string;
}

export interface Reading {
	people: Record<string, Person>;
	hints: string[];
	/** Everything the user is told: the hints and, where the node failed, its message. */
	told: string;
}

export interface ReadSettings {
	options?: object;
	parameters?: object;
	timezone?: string;
}

function inUtc(time: string | null): string | null {
	return time === null ? null : new Date(time).toISOString();
}

/** Runs Classify Lifecycle on items of a source and gives what it read, by customer key. */
export async function read(
	source: string,
	records: readonly object[],
	{ options = {}, parameters = {}, timezone = 'UTC' }: ReadSettings = {},
): Promise<Reading> {
	const workflow = {
		...singleNodeWorkflow('classifyLifecycle', {
			source,
			...parameters,
			options: { asOf: AS_OF, ...options },
		}),
		settings: { timezone },
	};
	const run = (await runWorkflow(workflow, structuredClone(records)))('Node');
	const people: Record<string, Person> = {};
	for (const item of run.outputs[0] ?? []) {
		const verdict = resultOf<LifecycleVerdict | undefined>(item, 'lifecycle');
		if (!verdict) continue;
		if (verdict.customerKey in people) {
			throw new Error(`Two results for customer ${verdict.customerKey}`);
		}
		people[verdict.customerKey] = {
			orders: verdict.orders,
			totalSpent: verdict.totalSpent,
			currency: verdict.currency,
			spentByCurrency: verdict.spentByCurrency,
			stage: verdict.stage,
			lastOrderAt: inUtc(verdict.lastOrderAt),
			lastActivityAt: inUtc(verdict.engagement.lastActivityAt),
			reason: verdict.reason,
		};
	}
	const { error } = run;
	const failure =
		error && 'description' in error ? `${error.message} ${error.description}` : error?.message;
	return { people, hints: run.hints, told: [...run.hints, failure ?? ''].join('\n') };
}

/** The number of orders by customer key. */
export async function ordersOf(
	source: string,
	records: readonly object[],
	settings?: ReadSettings,
): Promise<Record<string, number>> {
	const { people } = await read(source, records, settings);
	return Object.fromEntries(Object.entries(people).map(([key, { orders }]) => [key, orders]));
}

/** Someone who is known and has not bought. */
export const PROSPECT = { orders: 0, stage: 'prospect', lastOrderAt: null };

/** All orders in which items can be delivered. */
export function deliveries<T>(items: readonly T[]): T[][] {
	if (items.length <= 1) return [[...items]];
	return items.flatMap((item, index) =>
		deliveries([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [
			item,
			...rest,
		]),
	);
}

/** A row of a table for `it.each`: its name, then what the test needs. */
export function named<T>(table: Record<string, T>): Array<[string, T]> {
	return Object.entries(table);
}

/** An item of n8n's generic Webhook node around a body (README 3). */
export function inWebhook(body: object): object {
	return {
		headers: { 'content-type': 'application/json', host: 'n8n.shop.example' },
		params: {},
		query: {},
		body,
		webhookUrl: 'https://n8n.shop.example/webhook/orders',
		executionMode: 'production',
	};
}

/** A group of tests on the recorded payloads, skipped where they do not lie beside the checkout. */
export const describeSamples = hasPayloads
	? describe
	: (name: string, tests: () => void) =>
			describe.skip(`${name} (needs ../shared/data/payloads)`, tests);

/** The item or items of a sample; to be called in tests that are skipped without samples. */
export function samples(file: string): object[] {
	const found = samplesOf(file);
	if (!found) throw new Error(`needs ../shared/data/payloads/${file}`);
	return found;
}

export function samplesIn(folder: string): object[] {
	const found = samplesOfSystem(folder);
	if (!found) throw new Error(`needs ../shared/data/payloads/${folder}`);
	return found;
}
