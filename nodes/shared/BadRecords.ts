import {
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type NodeExecutionHint,
} from 'n8n-workflow';
import { z } from 'zod';

import { counted, formatNumber } from '../core/wording/formatNumber';
import { configurationFault } from './configurationFault';
import { Rejection } from './Rejection';

export const onBadDataSchema = z.enum(['skip', 'stop', 'errorOutput']).default('skip');

export type OnBadData = z.infer<typeof onBadDataSchema>;

/** One thing that is wrong with one record. */
export interface BadRecord {
	itemIndex: number;
	/** How the report counts it: "9 without a date". */
	kind: string;
	/** One sentence that names the field and what is wrong with it. */
	message: string;
	/** What the user can change. */
	hint: string;
}

/**
 * Takes note of records that cannot be read and decides by the user's choice what becomes of them.
 *
 * Skipped records are counted and told in one execution hint and one log line; a record may also
 * stop the run or become a failure item. Where n8n is told to continue on a failure, what would stop
 * the run becomes a failure item too.
 */
export class BadRecords {
	/** Items for the error output: each holds nothing but what happened and its source. */
	readonly failures: INodeExecutionData[] = [];

	private readonly kinds = new Map<string, { count: number }>();

	private first: BadRecord | undefined;

	/** Records come in the order of the items, so those of one item follow each other. */
	private latestItemIndex = -1;

	private recordCount = 0;

	private readonly outcome: 'skip' | 'throw' | 'failureItem';

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly noun: string,
		private readonly verb: string,
		onBadData: OnBadData,
	) {
		const { onError } = context.getNode();
		if (onBadData === 'errorOutput' && onError !== 'continueErrorOutput') {
			throw configurationFault(
				context,
				'On Bad Data sends items to the error output, but the node has none',
				'Open Settings and set On Error to Continue (using error output), or choose another On Bad Data',
			);
		}
		if (onBadData === 'errorOutput') this.outcome = 'failureItem';
		else if (onBadData === 'stop')
			this.outcome = context.continueOnFail() ? 'failureItem' : 'throw';
		else this.outcome = 'skip';
	}

	/** Takes note of a bad record; throws where the user wants the run to stop. */
	reject(record: BadRecord): void {
		if (this.outcome === 'throw') {
			throw new NodeOperationError(this.context.getNode(), record.message, {
				description: record.hint,
				itemIndex: record.itemIndex,
			});
		}
		const seen = this.kinds.get(record.kind);
		if (seen) seen.count += 1;
		else this.kinds.set(record.kind, { count: 1 });
		this.first ??= record;
		if (record.itemIndex === this.latestItemIndex) return;
		this.latestItemIndex = record.itemIndex;
		this.recordCount += 1;
		if (this.outcome === 'failureItem') {
			this.failures.push({
				json: { error: `${record.message} (item ${record.itemIndex})` },
				pairedItem: { item: record.itemIndex },
			});
		}
	}

	/** Takes note of what the reading of a record threw; all but a rejection stops the run. */
	rejectThrown(itemIndex: number, thrown: unknown): void {
		if (!(thrown instanceof Rejection)) {
			throw new NodeOperationError(this.context.getNode(), thrown as Error, { itemIndex });
		}
		const { kind, message, hint } = thrown;
		this.reject({ itemIndex, kind, message, hint });
	}

	/** Whether an item left as a failure item and must not leave a second time. */
	hasFailed(itemIndex: number): boolean {
		return this.outcome === 'failureItem' && itemIndex === this.latestItemIndex;
	}

	/** What was passed over and why, as one hint; none where all could be read. */
	hints(total: number): NodeExecutionHint[] {
		const { first } = this;
		if (!first) return [];
		const kinds = [...this.kinds]
			.map(([name, { count }]) => `${formatNumber(count)} ${name}`)
			.join(', ');
		const verb = this.outcome === 'failureItem' ? 'reported as failed' : this.verb;
		return [
			{
				type: 'warning',
				location: 'outputPane',
				message: `${formatNumber(this.recordCount)} of ${counted(total, this.noun)} ${verb}: ${kinds}. First: item ${first.itemIndex}, ${first.message}. ${first.hint}.`,
			},
		];
	}
}
