import assert from 'node:assert/strict';
import { executeInEditor } from '../../scripts/host/executeInEditor.mjs';
import { itemsOf } from '../../scripts/host/runData.mjs';
import { exampleWorkflows } from '../../scripts/project/exampleWorkflows.mjs';
import { ownCredential } from './memory/savedCredential.mjs';

export const title = 'Win-Back, Told Once (workflows/win-back-told-once.json)';

const SPLIT = 'Split by Segment';
const LATE_ONE = 'late-one@customers.example';

/** The example with a credential of this n8n, and without an address for one customer where that is asked for. */
function adapted(credential, withoutAddress) {
	const { id: _id, ...example } = exampleWorkflows().find(({ id }) => id === 'win-back-told-once');
	return {
		...example,
		nodes: example.nodes.map((node) => ({
			...node,
			...(node.credentials?.customerMemoryApi && {
				credentials: { customerMemoryApi: credential },
			}),
			...(node.name === 'Reminder Mail' && {
				parameters: {
					...node.parameters,
					toEmail: `={{ $json.lapse.email === '${withoutAddress}' ? '' : $json.lapse.email }}`,
				},
			}),
		})),
	};
}

export async function verify(it, world) {
	const editor = await world.openEditor();
	const credential = await ownCredential(editor, 'Customer Memory');
	const morning = async (withoutAddress) => {
		const saved = await editor.post('/rest/workflows', adapted(credential, withoutAddress));
		return await world.received(async () => executeInEditor(editor, (await saved.json()).data.id));
	};
	const peopleOn = (run, output) =>
		itemsOf(run, SPLIT, output)
			.map(({ json }) => json.lapse.email.split('@')[0])
			.sort();

	await it('mails everybody who is due, and offers whom it could not mail again', async () => {
		const { run, mails } = await morning(LATE_ONE);
		assert.deepEqual(peopleOn(run, 2), ['late-three']);
		assert.deepEqual(peopleOn(run, 3), ['late-one', 'late-two']);
		assert.deepEqual(mails.map(({ to }) => to.split('@')[0]).sort(), ['late-three', 'late-two']);
		const outcomes = (node) =>
			itemsOf(run, node).map(({ json }) => [json.confirmation.customer, json.confirmation.outcome]);
		assert.deepEqual(outcomes('Offer Again'), [[LATE_ONE, 'notSent']]);
		assert.deepEqual(outcomes('Confirm Sent').sort(), [
			['late-three@customers.example', 'sent'],
			['late-two@customers.example', 'sent'],
		]);
	});

	await it('mails in the next run whom it could not mail, and nobody else', async () => {
		const { run, mails } = await morning();
		assert.deepEqual(
			mails.map(({ to }) => to),
			[LATE_ONE],
		);
		const suppressed = Object.fromEntries(
			itemsOf(run, SPLIT, 1).map(({ json }) => [
				json.lapse.email.split('@')[0],
				json.segment.suppressedBy,
			]),
		);
		assert.equal(suppressed['late-two'], 'contactedLately');
		assert.equal(suppressed['late-three'], 'contactedLately');
		assert.equal(suppressed.unsubscribed, 'unsubscribed');
	});

	await it('mails nobody once all are told', async () => {
		const { run, mails } = await morning();
		assert.deepEqual(mails, []);
		assert.deepEqual([...peopleOn(run, 2), ...peopleOn(run, 3)], []);
	});
}
