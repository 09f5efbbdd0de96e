import type { IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import type { LedgerCustomer, OrderRecord } from '../core/history/OrderLedger';
import type { PurchaseHistory } from '../core/history/PurchaseHistory';
import type { CartTrail } from '../core/lapse/CartLedger';
import type { OpenDays } from '../core/history/OpenDays';
import { learnStoreRhythm, type StoreRhythm } from '../core/history/StoreRhythm';
import type { TimeZone } from '../core/reading/TimeZone';
import { BadRecords, onBadDataSchema, type OnBadData } from './BadRecords';
import { FactReader } from './FactReader';
import type { ItemField, NodeParameters } from './NodeParameters';
import {
	readPurchaseInput,
	readReference,
	type PurchaseInput,
	type Reference,
} from './purchaseInput';
import { PurchaseReader, type KnownPerson, type RememberedOrders } from './PurchaseReader';
import { schemas } from './parameterSchemas';
import { planRecords } from './planRecords';
import type { ActivityField } from './RecordPlan';
import { replacedField, tellUser } from './tellUser';

/** What the nodes that judge purchases have in common in their configuration. */
export interface PurchaseConfiguration {
	input: PurchaseInput;
	reference: Reference;
	onBadData: OnBadData;
	/** What is counted, in the singular: "order", or another key action. */
	action: string;
}

/** Reads the common part of the configuration. */
export function readPurchaseConfiguration(
	parameters: NodeParameters,
	category?: ItemField,
): PurchaseConfiguration {
	return {
		input: readPurchaseInput(parameters, category),
		reference: readReference(parameters),
		onBadData: parameters.constant('options.onBadData', onBadDataSchema),
		action:
			parameters.constant('options.keyActionName', schemas.text.default('order')).trim() || 'order',
	};
}

/**
 * The customers of one run, with what is learned from all of them and known beside their orders.
 *
 * Where customers are remembered, there are none before `fold` was called: who they are has to be known
 * before what is remembered of them can be looked up.
 */
export class PurchaseRun {
	customers: readonly LedgerCustomer[] = [];

	/** What is learned from the customers of this run. */
	rhythm: StoreRhythm = learnStoreRhythm([]);

	readonly facts: FactReader;

	readonly zone: TimeZone;

	readonly asOf: number;

	readonly openDays: OpenDays;

	/** What the source itself tells of people's activities. */
	readonly activities: readonly ActivityField[];

	/** What customers left behind beside orders, where carts are asked for. */
	trails: ReadonlyMap<number, CartTrail> = new Map();

	private readonly bad: BadRecords;

	private readonly reader: PurchaseReader;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly items: readonly INodeExecutionData[],
		{ input, reference, onBadData }: PurchaseConfiguration,
		{ remembers = false }: { remembers?: boolean } = {},
	) {
		const plan = planRecords(context, items, input);
		this.zone = reference.zone;
		this.asOf = reference.asOf;
		this.openDays = input.openDays;
		this.activities = plan.activities;
		const isList = plan.person.orders !== undefined;
		this.bad = new BadRecords(
			context,
			nounOf(input),
			isList ? 'with an order left out' : 'skipped',
			onBadData,
		);
		this.reader = new PurchaseReader(items, plan, input, reference, this.bad, remembers);
		this.reader.read();
		this.facts = new FactReader(items, reference.zone, input.reading.dateOrder, plan.recordOf);
		if (!remembers) this.fold();
	}

	/**
	 * Makes the histories of the customers, with what is remembered of them counted in. It can be done
	 * again with what is remembered by then.
	 *
	 * @param others histories of customers who are not among the items, to learn from
	 */
	fold(remembered?: RememberedOrders, others: readonly PurchaseHistory[] = []): void {
		this.customers = this.reader.fold(remembered);
		this.trails = this.reader.trails();
		const histories = this.customers.map(({ history }) => history);
		this.rhythm = learnStoreRhythm(others.length === 0 ? histories : [...histories, ...others]);
	}

	/** The people of whom the items speak. */
	people(): KnownPerson[] {
		return this.reader.knownPeople();
	}

	/** Takes note that two people are one, as is remembered of them; before the histories are made. */
	join(one: number, other: number): void {
		this.reader.join(one, other);
	}

	/** What remembered orders of customers who are not among the items come to, by their names. */
	customersOf(logs: ReadonlyMap<string, readonly OrderRecord[]>): LedgerCustomer[] {
		return this.reader.customersOf(logs);
	}

	/** Items for records that could not be read, where the user wants them. */
	get failures(): readonly INodeExecutionData[] {
		return this.bad.failures;
	}

	/** Tells the user, once all customers are judged, what was read and what was not. */
	tellUser(outputField: string, ...more: NodeExecutionHint[]): void {
		tellUser(this.context, [
			...this.reader.hints(),
			...more,
			...this.facts.hints(),
			...replacedField(outputField, this.items),
		]);
	}
}

/** What the report of bad records counts: what one item is. */
function nounOf({ source, named, carts }: PurchaseInput): string {
	if (carts) return 'record';
	if (source !== 'auto' && source !== 'custom' && source !== 'sheet') return 'record';
	return named.shape.kind === 'orders' ? 'order' : 'customer';
}

/** The items that speak of a customer beside the orders: the newest order, and those of the person. */
export function factSources({ latest, people }: LedgerCustomer): readonly number[] {
	return people.length === 0 ? [latest] : [latest, ...people];
}
