import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { RecordFindings } from '../../core/memory/recordFindings';

/** An activity as an item of its own, so that conditions can be asked about it. */
export interface ActivityItem extends INodeExecutionData {
	/** The item of the lead, whose fields stand behind those of the activity. */
	lead: INodeExecutionData;
	/** What rules ask of it, by name, where that is known: then it is not read from the item. */
	asked?: IDataObject;
}

/** What a lead did, once. */
export interface Activity {
	/** In the form in which types are compared; blank where it has none. */
	type: string;
	/** The type as it came. */
	name: string;
	/** When, in milliseconds; null where activities have no dates at all. */
	at: number | null;
	item: ActivityItem;
	/** The incoming item that tells of it; that of the lead where it is only remembered. */
	itemIndex: number;
	/** What its source calls it; null where it has no id, or nobody asks for it. */
	id: string | null;
	/** Whether it is known from an earlier run alone: then what could not be read of it was told. */
	isRemembered?: boolean;
}

/** A lead with all that came in about it. */
export interface Lead {
	key: string | null;
	/** The incoming item whose fields the lead keeps. */
	itemIndex: number;
	/** All incoming items that tell of it. */
	sources: number[];
	activities: readonly Activity[];
	/**
	 * What the item tells of the lead: all, so that what it does not have the lead does not have; a part; or
	 * what comes with an activity.
	 */
	itemIs: 'record' | 'partOfRecord' | 'activity';
	/** What its record told before; left out where the item is the record. */
	findings?: RecordFindings;
	/** The item without what is the activity's own; left out where that is all of it. */
	told?: INodeExecutionData;
	/** The newest instant of what the lead did beside these; left out or null where there is none. */
	lastAt?: number | null;
}
