import type { IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import type { DateOrder } from '../../core/reading/readDate';
import type { TimeZone } from '../../core/reading/TimeZone';
import type { AttributeValues } from '../../shared/attributes/AttributeValues';
import type { FieldFinder } from '../../shared/attributes/FieldFinder';
import type { OnUnreadable } from '../../shared/conditions';
import type { FactReader } from '../../shared/FactReader';
import type { PerItem } from '../../shared/NodeParameters';
import type { SplitMemory } from '../memory/SplitMemory';

/** One group of people as its owner set it up; its place among the others never changes. */
export interface SegmentGroup {
	name: string;
	/** Switched off, it keeps its output and takes no item. */
	isEnabled: boolean;
	/** What travels with an item; undefined where nothing is set. */
	campaign: PerItem<string | undefined>;
	channel: PerItem<string | undefined>;
	owner: PerItem<string | undefined>;
	/** So many people at most in one run; undefined for any number. */
	mostPerRun: number | undefined;
	/** Whether it is of those to whom nothing is sent: then nobody in it is to be told. */
	tellsNobody?: boolean;
}

/** What a run gives schemes to work with. */
export interface SplitRun {
	context: IExecuteFunctions;
	items: readonly INodeExecutionData[];
	zone: TimeZone;
	/** The reference instant. */
	asOf: number;
	dateOrder: DateOrder;
	attributes: AttributeValues;
	/** For fields under usual names that are no attribute by themselves. */
	finder: FieldFinder;
	facts: FactReader;
	/** What is remembered of the customers; undefined where nothing is, and before it is opened. */
	memory?: SplitMemory;
}

/** A way of putting people into groups, ready to be asked about any item of the run. */
export interface Scheme {
	/** In the order of the outputs behind Everyone Else. */
	readonly groups: readonly SegmentGroup[];

	/**
	 * The places of the enabled groups that an item belongs to, the one that goes before the others first.
	 *
	 * @param matchesAll whether all are wanted; otherwise no more than the first need be told
	 */
	placesOf(
		item: INodeExecutionData,
		itemIndex: number,
		matchesAll: boolean,
		onUnreadable: OnUnreadable,
	): readonly number[];

	/** Why an item belongs to the group at that place, in words without a full stop. */
	evidence(place: number, item: INodeExecutionData, itemIndex: number): string;

	/** Why an item belongs to no group, as a sentence; as of conditions where left out. */
	whyNone?(item: INodeExecutionData, itemIndex: number): string;

	/** What was found out about an item beside its group. */
	details?(item: INodeExecutionData, itemIndex: number): Readonly<Record<string, unknown>>;

	/** The fields that decide who belongs to the group at a place; left out where none does by itself. */
	askedFields?(place: number): Iterable<string>;

	/** What the user should know once all items were asked about. */
	hints(): NodeExecutionHint[];
}

/** Makes a scheme for the items of a run; a scheme that compares people looks at all of them first. */
export type MakeScheme = (run: SplitRun) => Scheme;
