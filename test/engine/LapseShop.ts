import type { IDataObject } from 'n8n-workflow';

import type { LapseVerdict } from '../../nodes/core/lapse/LapseVerdict';
import { resultOf } from './resultOf';
import { runWorkflow, singleNodeWorkflow, type NodeRun } from './runWorkflow';

type Parameters = Record<string, unknown> & { options?: object };

/** What left in a run of Detect Lapsed. */
export interface LapseRound {
	/** Output after output; the fifth is Held Back. */
	outputs: LapseVerdict[][];
	/** Who left on the first output. */
	told: string[];
	/** Who was held back, and why. */
	held: Record<string, string | null>;
	hints: string[];
}

/** The verdicts of a run, output after output. */
function roundOf({ outputs, hints }: NodeRun): LapseRound {
	const verdicts = outputs.map((items) =>
		items.map((item) => resultOf<LapseVerdict>(item, 'lapse')),
	);
	return {
		outputs: verdicts,
		told: (verdicts[0] ?? []).map(({ customerKey }) => customerKey),
		held: Object.fromEntries(
			(verdicts[4] ?? []).map(({ customerKey, held }) => [customerKey, held]),
		),
		hints,
	};
}

/** A shop whose workflow runs again and again with one memory, in n8n's own engine. */
export class LapseShop {
	/** What n8n keeps with the workflow. */
	readonly memory: IDataObject = {};

	constructor(private readonly parameters: Parameters) {}

	/** Runs Detect Lapsed over some records as of an instant. */
	async detect(
		records: readonly object[],
		asOf: string,
		changes: Parameters = {},
	): Promise<LapseRound> {
		const parameters = {
			operation: 'detect',
			memory: 'workflow',
			...this.parameters,
			...changes,
			options: { ...this.parameters.options, ...changes.options, asOf },
		};
		const run = await this.run(parameters, records);
		expect(run.error).toBeUndefined();
		return roundOf(run);
	}

	/** Runs Confirm Sent over what left; of whom sending went wrong the item holds an error. */
	async confirm(
		verdicts: readonly LapseVerdict[],
		asOf: string,
		isSent: (verdict: LapseVerdict) => boolean = () => true,
	): Promise<void> {
		// n8n runs no node without items.
		if (verdicts.length === 0) return;
		const parameters = { operation: 'confirm', memory: 'workflow', options: { asOf } };
		const records = verdicts.map((lapse) => ({
			lapse,
			...(isSent(lapse) ? {} : { error: 'Mailbox full' }),
		}));
		const run = await this.run(parameters, records);
		expect(run.error).toBeUndefined();
		expect(run.outputs).toHaveLength(1);
		expect(run.outputs[0]).toHaveLength(records.length);
	}

	/** What the memory holds of a customer, by campaign; the campaign itself stands under `(everybody)`. */
	contactsOf(customer: string): Record<string, IDataObject> {
		const rows = Object.values(this.contacts[customer] ?? {});
		return Object.fromEntries(
			rows.map((row) => {
				const about = row.subject === '' ? '' : `/${String(row.subject)}`;
				return [`${String(row.campaign)}${about}`, row];
			}),
		);
	}

	/** Everybody of whom something is held. */
	get remembered(): string[] {
		return Object.keys(this.contacts).sort();
	}

	private get contacts(): Record<string, Record<string, IDataObject>> {
		const { customerMemoryContacts = {} } = (this.memory.global ?? {}) as IDataObject;
		return customerMemoryContacts as Record<string, Record<string, IDataObject>>;
	}

	run(parameters: object, records: readonly object[], node: object = {}): Promise<NodeRun> {
		return runWorkflow(
			singleNodeWorkflow('detectLapsed', parameters, node),
			records,
			'Source',
			{},
			this.memory,
		).then((runOf) => runOf('Node'));
	}
}

/** An hour of a day of the tests; the first day is the first of January. */
export function at(day: number, hour = 9): string {
	return new Date(Date.UTC(2026, 0, 1 + day, hour)).toISOString();
}
