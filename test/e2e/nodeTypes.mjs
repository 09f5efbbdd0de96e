import assert from 'node:assert/strict';

const PACKAGE = 'n8n-nodes-customer-segmentation';
const NODES = {
	classifyLifecycle: 'Classify Lifecycle',
	detectLapsed: 'Detect Lapsed',
	scoreLead: 'Score Lead',
	splitBySegment: 'Split by Segment',
};

export const title = 'The node types in the running n8n';

export async function verify(it, { openEditor }) {
	const editor = await openEditor();
	const types = await (await editor.get('/types/nodes.json')).json();
	// n8n derives a tool for AI agents from each node; those have the node's icons.
	const own = types.filter(({ name }) => name.startsWith(`${PACKAGE}.`) && !name.endsWith('Tool'));

	await it('are the four of this package', () => {
		const found = own.map(({ name, displayName }) => [name.split('.')[1], displayName]);
		assert.deepEqual(Object.fromEntries(found), NODES);
	});

	for (const { displayName, iconUrl } of own) {
		await it(`${displayName} has a light and a dark icon that load`, async () => {
			for (const url of [iconUrl.light, iconUrl.dark]) {
				const response = await editor.get(`/${url}`);
				assert.equal(response.status, 200, url);
				assert.match(response.headers.get('content-type'), /svg/);
				assert.match(await response.text(), /<svg/);
			}
		});
	}
}
