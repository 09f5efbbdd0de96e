import type { IDataObject } from 'n8n-workflow';

/** A request to n8n's API of data tables. All that this package makes may be made twice without harm. */
export interface ApiRequest {
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	/** Behind the address of the API, with a slash in front. */
	path: string;
	query?: Readonly<Record<string, string | number>>;
	body?: IDataObject;
	/** What it is for, as it stands behind "may not" and "could not", e.g. `read rows of data tables`. */
	purpose: string;
	/** The scope that an API key needs for it. */
	scope: string;
	/** Statuses that are no complaint but an answer the caller deals with. */
	expects?: readonly number[];
}

/** What n8n answered. */
export interface ApiAnswer {
	status: number;
	/** What the JSON of the answer holds. */
	body: unknown;
	/** Whether an earlier try of the request may have been carried out without our being told. */
	isDoubtful: boolean;
}
