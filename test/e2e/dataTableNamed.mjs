import assert from 'node:assert/strict';

const MOST_TABLES = 250;

/** The only data table of that name in a running editor. */
export async function dataTableNamed(editor, name) {
	const response = await editor.get(`/rest/data-tables-global?take=${MOST_TABLES}`);
	const { data: tables } = (await response.json()).data;
	const [table, ...others] = tables.filter((one) => one.name === name);
	assert.ok(table, `There is no data table "${name}"`);
	assert.deepEqual(others, []);
	return table;
}
