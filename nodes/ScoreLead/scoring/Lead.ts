import type { INodeExecutionData } from 'n8n-workflow';

/** An activity as an item of its own, so that conditions can be asked about it. */
export interface ActivityItem extends INodeExecutionData {
	/** The item of the lead, whose fields stand behind those of the activity. */
	lead: INodeExecutionData;
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
	/** The incoming item that tells of it. */
	itemIndex: number;
}

/** A lead with all that came in about it. */
export interface Lead {
	key: string | null;
	/** The incoming item whose fields the lead keeps. */
	itemIndex: number;
	/** All incoming items that tell of it. */
	sources: number[];
	activities: readonly Activity[];
}
