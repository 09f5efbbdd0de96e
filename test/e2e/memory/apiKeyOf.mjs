/** What a key for the customer memory must be allowed. */
export const SCOPES = [
	'dataTable:create',
	'dataTable:list',
	'dataTable:read',
	'dataTableColumn:create',
	'dataTableRow:create',
	'dataTableRow:delete',
	'dataTableRow:read',
	'dataTableRow:update',
];

/** Makes an API key in a running editor. */
export async function apiKeyOf(editor, label, scopes = SCOPES) {
	const response = await editor.post('/rest/api-keys', { label, scopes, expiresAt: null });
	return (await response.json()).data.rawApiKey;
}
