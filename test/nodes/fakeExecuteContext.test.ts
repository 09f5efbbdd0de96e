import type { INodeType } from 'n8n-workflow';

import { fakeExecution } from './fakeExecuteContext';

const nodeType: INodeType = {
	description: {
		displayName: 'Probe',
		name: 'probe',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [],
		outputs: [],
		properties: [
			{
				displayName: 'Mode',
				name: 'mode',
				type: 'options',
				options: [
					{ name: 'Plain', value: 'plain' },
					{ name: 'Rich', value: 'rich' },
				],
				default: 'plain',
			},
			{
				displayName: 'Depth',
				name: 'depth',
				type: 'number',
				default: 3,
				displayOptions: { show: { mode: ['rich'] } },
			},
			{
				displayName: 'Rows',
				name: 'rows',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				default: {},
				options: [
					{
						displayName: 'Row',
						name: 'values',
						values: [{ displayName: 'Label', name: 'label', type: 'string', default: '' }],
					},
				],
			},
		],
	},
};

describe('The fake execute context', () => {
	it('refuses a parameter that the node does not describe', () => {
		const { context } = fakeExecution(nodeType);
		expect(() => context.getNodeParameter('modes', 0, null)).toThrow('no parameter "modes"');
		expect(() => context.getNodeParameter('rows.values[0].lable', 0, null)).toThrow('no parameter');
	});

	it('gives defaults for what is shown and nothing for what is hidden', () => {
		const plain = fakeExecution(nodeType).context;
		expect(plain.getNodeParameter('mode', 0)).toBe('plain');
		expect(plain.getNodeParameter('depth', 0, null)).toBeNull();
		expect(() => plain.getNodeParameter('depth', 0)).toThrow('Could not get parameter');
		const rich = fakeExecution(nodeType, { parameters: { mode: 'rich' } }).context;
		expect(rich.getNodeParameter('depth', 0)).toBe(3);
	});

	it('evaluates an expression for each item, unless it is asked for raw', () => {
		const expression = '={{ $json.x }}';
		const { context, evaluations, askedPaths } = fakeExecution(nodeType, {
			parameters: { rows: { values: [{ label: expression }] } },
			records: [{ x: 'a' }, { x: 'b' }],
			expressions: { [expression]: ({ x }) => x },
		});
		const path = 'rows.values[0].label';
		expect(context.getNodeParameter(path, 1, null, { rawExpressions: true })).toBe(expression);
		expect(evaluations).toEqual([]);
		expect(context.getNodeParameter(path, 0)).toBe('a');
		expect(context.getNodeParameter(path, 1)).toBe('b');
		expect(evaluations).toEqual([
			{ path, itemIndex: 0 },
			{ path, itemIndex: 1 },
		]);
		expect([...askedPaths]).toEqual(['rows.values.label']);
	});

	it('refuses an expression that the test gives no value for', () => {
		const parameters = { mode: '={{ $json.y }}' };
		const { context } = fakeExecution(nodeType, { parameters });
		expect(() => context.getNodeParameter('mode', 0)).toThrow('No value was given');
	});

	it('freezes items and tells which were looked at', () => {
		const { context, readItems } = fakeExecution(nodeType, { records: [{ a: {} }, { a: {} }] });
		const [, second] = context.getInputData();
		expect([...readItems]).toEqual([]);
		const json = second?.json as { a: { b?: number } };
		expect([...readItems]).toEqual([1]);
		expect(() => (json.a.b = 1)).toThrow(TypeError);
		expect(() => Object.assign(second ?? {}, { pairedItem: 5 })).toThrow(TypeError);
	});

	it.each([
		['stopWorkflow', false],
		['continueRegularOutput', true],
		['continueErrorOutput', true],
	] as const)('continues on %s: %s', (onError, continues) => {
		expect(fakeExecution(nodeType, { onError }).context.continueOnFail()).toBe(continues);
	});
});
