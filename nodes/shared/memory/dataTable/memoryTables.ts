import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { CONTACT_SCHEMA } from '../../../core/memory/contactSchema';
import { nodeFault } from '../../configurationFault';
import { DataTableApi } from './DataTableApi';
import type { ApiTable } from './TableFinder';

const PAGE = 100;

/** The data tables that the user can choose as a memory, for the list of the node; those of contacts come with theirs. */
export async function memoryTables(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	try {
		const { body } = await new DataTableApi(this).request({
			method: 'GET',
			path: '/data-tables',
			query: {
				limit: PAGE,
				...(filter ? { filter: JSON.stringify({ name: filter }) } : {}),
				...(paginationToken ? { cursor: paginationToken } : {}),
			},
			purpose: 'list data tables',
			scope: 'dataTable:list',
		});
		const { data, nextCursor } = body as { data: ApiTable[]; nextCursor?: string | null };
		return {
			results: data
				.filter(({ name }) => !name.endsWith(CONTACT_SCHEMA.suffix))
				.map(({ id, name }) => ({ name, value: id })),
			paginationToken: nextCursor ?? undefined,
		};
	} catch (error) {
		throw nodeFault(this, error);
	}
}
