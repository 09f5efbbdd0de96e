import { lapseOutputs } from '../../nodes/DetectLapsed/DetectLapsed.outputs';
import { execute, fakeExecution } from './fakeExecuteContext';
import { outputsInN8n } from './outputsInN8n';
import { nodeUnderTest, record } from './workingModes';

const { nodeType, modes } = nodeUnderTest('DetectLapsed');

/** Without those that ask n8n for its data tables: there is none here. */
const runnable = modes.filter(({ memory }) => memory !== 'dataTable');

/** By what is watched; the positions stand for lapsed, at risk, lost and active. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
	purchases: ['Lapsed', 'At Risk', 'Lost', 'Active'],
	carts: ['Abandoned', 'Still Open', 'Too Old', 'No Reminder'],
	deals: ['Stuck', 'At Risk', 'Given Up', 'Not Stuck'],
	subscribers: ['Inactive', 'At Risk', 'Sunset', 'Active'],
};

describe('The outputs of Detect Lapsed', () => {
	it.each(Object.entries(NAMES))(
		'are named for %s, alike in n8n and called directly',
		(watch, names) => {
			const outputs = outputsInN8n(nodeType, { watch });
			expect(outputs).toEqual(lapseOutputs({ watch }));
			expect(outputs.map(({ displayName }) => displayName)).toEqual(names);
		},
	);

	it('are those of purchases where nothing is chosen yet', () => {
		expect(outputsInN8n(nodeType, {}).map(({ displayName }) => displayName)).toEqual(
			NAMES.purchases,
		);
	});

	it.each(runnable.map((mode) => [JSON.stringify(mode), mode] as const))(
		'are as many as the node fills: %s',
		async (_, mode) => {
			const execution = fakeExecution(nodeType, { parameters: mode, records: [record] });
			const filled = await execute(nodeType, execution);
			expect(filled).toHaveLength(outputsInN8n(nodeType, mode).length);
			// A mail event of an unknown kind makes nobody a subscriber.
			expect(filled.flat()).toHaveLength(mode.subscriberSource === 'events' ? 0 : 1);
		},
	);

	it.each([
		{ lapsedLongAgoDays: 365 },
		{ mostLapsedPerRun: 5 },
		{ newlyLapsedOnly: true, previousStatusField: 'was' },
		{ silentFirstRun: true, previousStatusField: 'was' },
		{ lastContactField: 'mailed' },
	])('have one more for those held back where the options ask for it: %j', async (options) => {
		const parameters = { watch: 'purchases', operation: 'detect', source: 'custom', options };
		const outputs = outputsInN8n(nodeType, parameters);
		expect(outputs.map(({ displayName }) => displayName)).toEqual([
			...NAMES.purchases!,
			'Held Back',
		]);
		const execution = fakeExecution(nodeType, { parameters, records: [record] });
		expect(await execute(nodeType, execution)).toHaveLength(5);
	});

	it.each([
		['purchases', 'workflow', 'claim', 5],
		['carts', 'workflow', 'once', 5],
		['deals', 'dataTable', 'claim', 5],
		['purchases', 'workflow', 'off', 4],
		// Kept by the form, and not shown.
		['purchases', 'fields', 'claim', 4],
	])('of %s with the memory %s and Tell Once %s are %s', async (watch, memory, tellOnce, many) => {
		const parameters = { operation: 'detect', watch, source: 'custom', memory, tellOnce };
		const outputs = outputsInN8n(nodeType, parameters);
		expect(outputs).toHaveLength(many);
		expect(outputs.slice(0, 4).map(({ displayName }) => displayName)).toEqual(NAMES[watch]);
		expect(lapseOutputs(parameters)).toEqual(outputs);
		if (memory === 'dataTable') return;
		const execution = fakeExecution(nodeType, { parameters, records: [record] });
		expect(await execute(nodeType, execution)).toHaveLength(many);
	});

	it.each(['confirm', 'forget'])('are one without a name for the operation %s', (operation) => {
		const outputs = outputsInN8n(nodeType, { operation, watch: 'carts', tellOnce: 'claim' });
		expect(outputs).toEqual([{ type: 'main' }]);
	});

	it.each(['confirm', 'forget'])('are one where %s stops and n8n continues', async (operation) => {
		const execution = fakeExecution(nodeType, {
			parameters: { operation, memory: 'fields' },
			records: [record],
			onError: 'continueErrorOutput',
		});
		const filled = await execute(nodeType, execution);
		expect(filled.map(({ length }) => length)).toEqual([1]);
	});

	it('are one for a report, whatever was watched before', async () => {
		const parameters = { watch: 'purchases', operation: 'backtest', source: 'custom' };
		expect(outputsInN8n(nodeType, parameters)).toHaveLength(1);
		expect(outputsInN8n(nodeType, { ...parameters, watch: 'deals' })).toHaveLength(4);
		const execution = fakeExecution(nodeType, {
			parameters: { ...parameters, customerField: '' },
			records: [record],
			onError: 'continueErrorOutput',
		});
		expect((await execute(nodeType, execution)).map(({ length }) => length)).toEqual([1]);
	});

	it('are as many where the node fails and n8n continues', async () => {
		const execution = fakeExecution(nodeType, {
			parameters: { watch: 'carts', options: { secondReminderAfterHours: 0.5 } },
			records: [record],
			onError: 'continueErrorOutput',
		});
		const filled = await execute(nodeType, execution);
		expect(filled.map(({ length }) => length)).toEqual([0, 0, 0, 1]);
	});
});
