import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { learnStoreRhythm, type StoreRhythm } from '../core/history/StoreRhythm';
import type { TimeZone } from '../core/reading/TimeZone';
import { BadRecords, onBadDataSchema, type OnBadData } from './BadRecords';
import { FactReader } from './FactReader';
import type { NodeParameters } from './NodeParameters';
import {
	readPurchaseInput,
	readReference,
	type PurchaseInput,
	type Reference,
} from './purchaseInput';
import { PurchaseReader, type CustomerInput } from './PurchaseReader';
import { replacedField, tellUser, warning } from './tellUser';

/** What the nodes that judge purchases have in common in their configuration. */
export interface PurchaseConfiguration {
	input: PurchaseInput;
	reference: Reference;
	onBadData: OnBadData;
}

/** Reads the common part of the configuration. */
export function readPurchaseConfiguration(parameters: NodeParameters): PurchaseConfiguration {
	return {
		input: readPurchaseInput(parameters),
		reference: readReference(parameters),
		onBadData: parameters.constant('options.onBadData', onBadDataSchema),
	};
}

/** The customers of one run, with what is learned from all of them and known beside their orders. */
export class PurchaseRun {
	readonly customers: CustomerInput[];

	readonly rhythm: StoreRhythm;

	readonly facts: FactReader;

	readonly zone: TimeZone;

	readonly asOf: number;

	private readonly bad: BadRecords;

	private readonly reader: PurchaseReader;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly items: readonly INodeExecutionData[],
		{ input, reference, onBadData }: PurchaseConfiguration,
	) {
		const noun = input.shape.kind === 'orders' ? 'order' : 'customer';
		this.zone = reference.zone;
		this.asOf = reference.asOf;
		this.bad = new BadRecords(context, noun, 'skipped', onBadData);
		this.reader = new PurchaseReader(items, input, reference, this.bad);
		this.customers = this.reader.read();
		this.rhythm = learnStoreRhythm(this.customers.map(({ history }) => history));
		this.facts = new FactReader(items, reference.zone);
	}

	/** Items for records that could not be read, where the user wants them. */
	get failures(): readonly INodeExecutionData[] {
		return this.bad.failures;
	}

	/** Tells the user, once all customers are judged, what was read and what was not. */
	tellUser(outputField: string, ...more: string[]): void {
		tellUser(this.context, [
			...this.reader.hints(),
			...more.map(warning),
			...this.facts.hints(),
			...replacedField(outputField, this.items),
		]);
	}
}
