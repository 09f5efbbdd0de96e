import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

/** The data tables that the user can choose as a memory, for the list of the node. */
export async function memoryTables(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return { results: [{ name: filter ?? '', value: paginationToken ?? this.getNode().name }] };
}
