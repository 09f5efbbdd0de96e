import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import type { MemorySchema, MemoryTable } from '../../../../nodes/core/memory/MemoryTable';
import type { Waiting } from '../../../../nodes/shared/memory/dataTable/DataTableApi';
import { openDataTables } from '../../../../nodes/shared/memory/dataTable/openDataTables';
import { PEOPLE, type MemoryHarness } from '../memoryContract';
import { FakeN8nApi } from './FakeN8nApi';

/** A context of an execution that reaches the fake by the credential of the memory. */
export function contextOf(api: FakeN8nApi, baseUrl = 'http://n8n.test/'): IExecuteFunctions {
	const context = {
		getNode: () => ({ name: 'Classify Lifecycle' }),
		getCredentials: async () => ({ baseUrl, apiKey: 'key' }),
		getExecutionCancelSignal: () => undefined,
		helpers: {
			async httpRequestWithAuthentication(
				this: unknown,
				credential: string,
				options: IHttpRequestOptions,
			) {
				if (this !== context || credential !== 'customerMemoryApi') {
					throw new Error('The helper of n8n is not called on its context');
				}
				return await api.request('key', options);
			},
		},
	};
	return context as unknown as IExecuteFunctions;
}

/** Time that passes by itself on the clock of the fake, and takes none here. */
export function waitingOf(api: FakeN8nApi): Waiting & { pauses: number[] } {
	const pauses: number[] = [];
	return {
		pauses,
		now: () => api.time,
		pause: async (milliseconds) => {
			pauses.push(milliseconds);
			api.time += milliseconds;
		},
	};
}

export interface DataTableHarness extends MemoryHarness {
	api: FakeN8nApi;
}

/** A memory in data tables of a fake n8n. */
export function dataTableHarness(api = new FakeN8nApi()): DataTableHarness {
	const open = (schema: MemorySchema): MemoryTable => {
		const schemas = schema.suffix === PEOPLE.suffix ? [schema] : [PEOPLE, schema];
		const { tables } = openDataTables(
			contextOf(api),
			{ by: 'name', value: 'Customer Memory' },
			schemas,
			waitingOf(api),
		);
		return tables[tables.length - 1] as MemoryTable;
	};
	return { api, open };
}
