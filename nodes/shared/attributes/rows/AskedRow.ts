import type { Attribute } from '../../../core/attribute/attributes';
import type { DayComparison, TextComparison } from '../../../core/attribute/comparison/comparisons';
import type { NumberRange } from '../../../core/attribute/comparison/numberTest';
import type { ItemField } from '../../NodeParameters';

/** What a row compares with, as the user set it. */
export type AskedComparison =
	| { kind: 'text'; comparison: TextComparison; texts: readonly string[] }
	| { kind: 'number'; range: NumberRange }
	| { kind: 'days'; comparison: DayComparison; days: number }
	/** Instants on the first and the last day; undefined for one that is left open. */
	| { kind: 'dates'; from: number | undefined; to: number | undefined }
	| { kind: 'hours'; hours: number }
	| { kind: 'flag'; isTrue: boolean }
	| { kind: 'presence'; isKnown: boolean };

/** The list in which a row counts events. */
export interface EventList {
	field: ItemField;
	typeKey: string;
	dateKey: string;
}

/** A row as the user set it, checked as far as it can be without the items. */
export type AskedRow =
	| { looksAt: 'attribute'; attribute: Attribute; asks: AskedComparison }
	| { looksAt: 'field'; field: ItemField; asks: AskedComparison }
	| {
			looksAt: 'eventCount';
			list: EventList;
			/** As the user wrote them; none for every type. */
			types: readonly string[];
			/** Undefined for all that happened so far. */
			days: number | undefined;
			range: NumberRange;
	  }
	| {
			looksAt: 'eventsSince';
			list: EventList;
			types: readonly string[];
			sinceTypes: readonly string[];
			range: NumberRange;
	  };
