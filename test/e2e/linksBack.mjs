import assert from 'node:assert/strict';
import { itemsOf } from '../../scripts/host/runData.mjs';
import { allOf, buildWorkflow, codeNode, fieldNode, node } from './buildWorkflow.mjs';

const ORDERS = `
return ['ann', 'bob', 'cid', 'dan'].map((name, i) => ({
	json: { email: name + '@customers.example', orderId: 'order-' + i, date: $today.minus({ days: 3 }).toISODate(), amount: 100 - i },
}));`;

const large = {
	segments: {
		values: [
			{
				name: 'Large',
				conditions: allOf(['amount', 'number', 'gte', 98]),
				campaign: '',
				channel: 'none',
				enabled: true,
			},
		],
	},
	options: {},
};
const orderId = "$('Sample Orders').item.json.orderId";

export const workflows = [
	buildWorkflow(
		'e2e-links-back',
		[
			codeNode('Sample Orders', ORDERS),
			node('Classify Lifecycle', 'classifyLifecycle', { options: {} }),
			node('Split by Segment', 'splitBySegment', large),
			fieldNode('Look Back from Everyone Else', 'orderId', orderId),
			fieldNode('Look Back from Large', 'orderId', orderId),
		],
		{
			'Sample Orders': [['Classify Lifecycle']],
			'Classify Lifecycle': [['Split by Segment']],
			'Split by Segment': [['Look Back from Everyone Else'], ['Look Back from Large']],
		},
	),
];

export const title = "Expressions that look back: $('Sample Orders').item";

export async function verify(it, world) {
	const { run } = await world.execute('e2e-links-back');
	const ids = (name) => itemsOf(run, name).map(({ json }) => json.orderId);

	await it('find the order of the item on a later output', () => {
		assert.deepEqual(ids('Look Back from Large'), ['order-0', 'order-1', 'order-2']);
	});

	await it('find the order of the item on the first output', () => {
		assert.deepEqual(ids('Look Back from Everyone Else'), ['order-3']);
	});
}
