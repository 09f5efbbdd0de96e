import type { INodeParameters, INodeProperties, INodeType } from 'n8n-workflow';

import type { MemorySchema } from '../../nodes/core/memory/MemoryTable';
import { WorkflowTable } from '../../nodes/shared/memory/WorkflowTable';
import { execute, fakeExecution, type FakeSetup } from '../nodes/fakeExecuteContext';
import {
	forecast,
	leadModel,
	nodesUnderTest,
	nodeUnderTest,
	record,
	recordsFor,
	tableRows,
	weeklyPolicy,
	type NodeUnderTest,
} from '../nodes/workingModes';
import {
	choicesOf,
	describedParameters,
	holdsValue,
	type DescribedParameter,
} from './describedParameters';

jest.mock('../../nodes/shared/memory/dataTable/openDataTables', () => ({
	openDataTables: (_context: unknown, _table: unknown, schemas: readonly MemorySchema[]) => ({
		tables: schemas.map((schema) => new WorkflowTable({}, schema)),
		hints: () => [],
	}),
}));

/** Options that are off until they are added, so that their default is an offer. */
const OFF_UNTIL_ADDED = new Set([
	'options.engagementMax',
	'options.fitMax',
	'options.atRiskBelowPercent',
	'options.engagementDecay',
	'options.inactiveAfterDays',
	'options.scoreAtMost',
	'options.horizonDays',
	'options.lapsedAfterDays',
	'options.lapsedBelowPercent',
	'options.lapsedLongAgoDays',
	'options.lostBelowPercent',
	'options.mostLapsedPerRun',
	'options.lostAfterDays',
	'options.oneTimeLapsedAfterDays',
	'options.oneTimeLostAfterDays',
]);

/** Values of another kind than any text or every choice: what these parameters take is narrower. */
const OTHER_VALUES: Readonly<Record<string, unknown>> = {
	ageBands: '30, 60',
	closedDates: '2026-12-24',
	comparedWith: '7',
	engagementGrades: '75, 50',
	fitGrades: '75, 50',
	memoryTable: { mode: 'id', value: 'other' },
	modelJson: JSON.stringify(leadModel),
	recognitionTables: '{ "freeMailDomains": ["mail.example"] }',
	closedWeekdays: ['sunday'],
	quietDates: '2026-12-24',
	quietFrom: '22:30',
	quietUntil: '7:00',
	quietWeekdays: ['sunday'],
	forecast: JSON.stringify(forecast),
	phoneCountry: 'AT',
	placeTable: '[{ "country": "CH", "climate": "alpine" }]',
	recencyLimits: '1, 2, 3, 4',
	frequencyLimits: '1, 2, 3, 4',
	monetaryLimits: '1, 2, 3, 4',
	recencyTo: 4,
	frequencyTo: 4,
	monetaryTo: 4,
	policy: JSON.stringify(weeklyPolicy),
	previousReport: JSON.stringify([{ segmentReport: { name: 'Bern', size: 1 } }]),
};

/**
 * What parameters ask for beside them: without the status of last time nobody is new, and some fields
 * are looked at only where they decide something.
 */
const NEEDED_BESIDE: Readonly<Record<string, readonly [path: string, value: unknown]>> = {
	'leaveAlone.customerKeyField': ['leaveAlone.holdoutPercent', 50],
	'leaveAlone.holdoutSalt': ['leaveAlone.holdoutPercent', 50],
	'leaveAlone.smsConsentField': ['segments.values.channel', 'sms'],
	'leaveAlone.timeZoneField': ['leaveAlone.quietFrom', '20:00'],
	'options.capacityField': ['segments.values.mostPerRun', 1],
	'options.newlyLapsedOnly': ['options.previousStatusField', 'was'],
	'options.silentFirstRun': ['options.previousStatusField', 'was'],
};

/** What travels with the items of a segment: it can differ from item to item by design. */
const TRAVELLING = ['segments', 'fieldValues', 'groupSettings', 'rfmCells', 'tiers'].flatMap(
	(collection) => ['campaign', 'channel', 'owner'].map((name) => `${collection}.values.${name}`),
);

/** What can differ from item to item by design. */
const PER_ITEM = new Set([...TRAVELLING, 'claim']);

/** Parameters with one more set; a path into rows sets the first row. */
function withValue(parameters: INodeParameters, path: string, value: unknown): INodeParameters {
	const changed = structuredClone(parameters);
	const names = path.split('.');
	const last = names.pop() as string;
	let level = changed as Record<string, unknown>;
	for (const name of names) {
		level[name] ??= {};
		const next = level[name];
		level = (Array.isArray(next) ? next[0] : next) as Record<string, unknown>;
	}
	level[last] = value;
	return changed;
}

/** The value at a path; a path into rows means the first row. */
function valueAt(parameters: INodeParameters, names: readonly string[]): unknown {
	let value: unknown = parameters;
	for (const name of names) {
		const level = Array.isArray(value) ? (value as unknown[])[0] : value;
		value = (level as Record<string, unknown> | undefined)?.[name];
	}
	return value;
}

/** Whether a parameter is seen, by what stands beside it or, with a slash, at the top. */
function isShown(
	path: string,
	{ displayOptions }: INodeProperties,
	parameters: INodeParameters,
): boolean {
	const beside = path.split('.').slice(0, -1);
	return Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
		(values as unknown[] | undefined)?.includes(
			valueAt(parameters, name.startsWith('/') ? [name.slice(1)] : [...beside, name]),
		),
	);
}

/** The first mode in which a parameter can be seen, with all that it stands in. */
function modeFor(
	{ modes, nodeType }: NodeUnderTest,
	{ path }: DescribedParameter,
): INodeParameters {
	const around = describedParameters(nodeType.description.properties).filter(
		(parameter) => path === parameter.path || path.startsWith(`${parameter.path}.`),
	);
	const mode = modes.find((parameters) =>
		around.every(({ path: at, property }) => isShown(at, property, parameters)),
	);
	if (!mode) throw new Error(`No mode shows ${path}`);
	return withNeeds(mode, path);
}

/** The parameters with what a parameter asks for beside it. */
function withNeeds(parameters: INodeParameters, path: string): INodeParameters {
	const needed = NEEDED_BESIDE[path];
	return needed ? withValue(parameters, ...needed) : parameters;
}

async function run(nodeType: INodeType, setup: FakeSetup) {
	const execution = fakeExecution(nodeType, {
		records: recordsFor(setup.parameters),
		second: tableRows,
		...setup,
	});
	await execute(nodeType, execution);
	return execution;
}

function labelAsText(label: string) {
	return expect.stringContaining(label) as unknown as string;
}

/** Another value than the default that the parameter takes. */
function otherValue(property: INodeProperties): unknown {
	if (property.name in OTHER_VALUES) return OTHER_VALUES[property.name];
	const [choice] = choicesOf(property).filter(({ value }) => value !== property.default);
	switch (property.type) {
		case 'options':
			return choice?.value;
		case 'multiOptions':
			return choicesOf(property).map(({ value }) => value);
		case 'boolean':
			return !property.default;
		case 'number':
			return Number(property.default) + (property.typeOptions?.numberPrecision ? 0.25 : 1);
		case 'dateTime':
			return '2026-02-01T00:00:00';
		default:
			return 'other';
	}
}

beforeAll(() => {
	jest.useFakeTimers({ now: Date.UTC(2026, 5, 30) });
});

afterAll(() => {
	jest.useRealTimers();
});

describe.each(nodesUnderTest)('The parameters of $className', (node) => {
	const { nodeType, readConfiguration, modes } = node;
	const described = describedParameters(nodeType.description.properties);
	const leaves = described.filter(({ property }) => holdsValue(property));
	const choosable = leaves.flatMap((parameter) =>
		choicesOf(parameter.property).map(({ value }) => ({ ...parameter, value })),
	);
	/** What holds for the whole run; n8n itself lets no expression into some of them. */
	const constants = leaves.filter(
		({ path, property }) =>
			property.type !== 'filter' &&
			!property.requiresDataPath &&
			!property.noDataExpression &&
			!PER_ITEM.has(path),
	);

	it('are each read in some mode, and nothing else is', async () => {
		const asked = new Set<string>();
		for (const parameters of modes) {
			const { askedPaths } = await run(nodeType, { parameters });
			askedPaths.forEach((path) => asked.add(path));
		}
		const rows = described
			.filter(({ property }) => property.type === 'fixedCollection')
			.map(({ path }) => `${path}.values`);
		expect([...asked].sort()).toEqual([...leaves.map(({ path }) => path), ...rows].sort());
	});

	it('are read before any item', async () => {
		for (const parameters of modes) {
			const { context, readItems } = fakeExecution(nodeType, {
				parameters,
				records: [record],
				second: tableRows,
			});
			readConfiguration(context);
			expect(readItems.size).toBe(0);
		}
	});

	it.each(choosable)('$path takes "$value"', async (parameter) => {
		const { path, property, value } = parameter;
		const chosen = withValue(
			modes.find((mode) => valueAt(mode, path.split('.')) === value) ?? modeFor(node, parameter),
			path,
			property.type === 'multiOptions' ? [value] : value,
		);
		// Who changed is told by the stage of last time.
		const previous = node.className === 'ScoreLead' ? 'previousBandField' : 'previousStageField';
		const parameters =
			value === 'changed' ? withValue(chosen, `options.${previous}`, 'stage') : chosen;
		const needsErrorOutput = value === 'errorOutput';
		await expect(
			run(nodeType, {
				parameters,
				onError: needsErrorOutput ? 'continueErrorOutput' : 'stopWorkflow',
			}),
		).resolves.toBeDefined();
	});

	it.each(leaves.filter(({ property }) => choicesOf(property).length > 0))(
		'$path refuses what cannot be chosen, under its label',
		async (parameter) => {
			const { path, property } = parameter;
			const unknown = property.type === 'multiOptions' ? ['unknownChoice'] : 'unknownChoice';
			const parameters = withValue(modeFor(node, parameter), path, unknown);
			await expect(run(nodeType, { parameters })).rejects.toMatchObject({
				message: labelAsText(property.displayName),
				description: expect.stringMatching(/\S/) as unknown as string,
			});
		},
	);

	it.each(constants)('$path refuses an expression that uses the item', async (parameter) => {
		const { path, property } = parameter;
		const expression = '={{ $json.x }}';
		const parameters = withValue(modeFor(node, parameter), path, expression);
		const execution = fakeExecution(nodeType, {
			parameters,
			records: [{ ...record, x: otherValue(property) as string }],
			expressions: { [expression]: ({ x }) => x },
		});
		await expect(execute(nodeType, execution)).rejects.toMatchObject({
			message: labelAsText(property.displayName),
			description: expect.stringMatching(/expression/) as unknown as string,
		});
		expect(execution.readItems.size).toBe(0);
	});

	it.each(constants)(
		'$path takes an expression for the whole run, evaluated once',
		async (parameter) => {
			const { path, property } = parameter;
			const expression = '={{ $vars.x }}';
			const mode = modeFor(node, parameter);
			const execution = fakeExecution(nodeType, {
				parameters: withValue(mode, path, expression),
				records: [record, record, record],
				expressions: { [expression]: () => otherValue(property) },
				onError: 'continueErrorOutput',
			});
			const byExpression = JSON.stringify(readConfiguration(execution.context));
			expect(execution.evaluations.map(({ itemIndex }) => itemIndex)).toEqual([0]);

			const literal = fakeExecution(nodeType, {
				parameters: withValue(mode, path, otherValue(property)),
			});
			expect(JSON.stringify(readConfiguration(literal.context))).toBe(byExpression);
		},
	);

	it.each(leaves.filter(({ path }) => path.startsWith('options.') && !OFF_UNTIL_ADDED.has(path)))(
		'$path means its default as long as it is not added',
		(parameter) => {
			const configuration = (parameters: INodeParameters) =>
				JSON.stringify(
					readConfiguration(fakeExecution(nodeType, { parameters, second: tableRows }).context),
				);
			// Some options say nothing in some modes: at least one must react to another value.
			const { path, property } = parameter;
			const without = modes.filter((mode) => valueAt(mode, path.split('.')) === undefined);
			const reacts = without.filter((mode) => {
				const parameters = withNeeds(mode, path);
				const plain = configuration(parameters);
				expect(configuration(withValue(parameters, path, property.default))).toBe(plain);
				return configuration(withValue(parameters, path, otherValue(property))) !== plain;
			});
			if (parameter.property.name !== 'disableDotNotation') expect(reacts).not.toHaveLength(0);
		},
	);

	const fields = leaves.filter(({ property }) => property.requiresDataPath);

	it.each(fields)('$path reads a plain field without asking n8n for it', async (parameter) => {
		const parameters = withValue(
			modeFor(node, parameter),
			parameter.path,
			'={{ $json["in"].side }}',
		);
		const records = recordsFor(parameters).map((one) => ({ ...one, in: { side: one.city } }));
		const execution = await run(nodeType, { parameters, records: [...records, {}] });
		expect(execution.evaluations).toEqual([]);
	});

	it.each(fields)(
		'$path lets n8n evaluate any other expression, once an item',
		async (parameter) => {
			const expression = '={{ $json.text.trim() }}';
			const { path } = parameter;
			const parameters = withValue(modeFor(node, parameter), path, expression);
			const [first = record, second = first, ...others] = recordsFor(parameters);
			const records = [first, second, ...others].map((one, i) => ({
				...one,
				email: `${i}@shop.example`,
				text: ` 2026-01-0${2 + (i % 2)}`,
			}));
			const execution = await run(nodeType, {
				parameters,
				records,
				expressions: { [expression]: ({ text }) => String(text).trim() },
			});
			const asked = execution.evaluations.filter(
				(evaluation) =>
					evaluation.path.replace(/\[\d+\]/g, '') === path || `=${evaluation.path}` === expression,
			);
			expect(asked.map(({ itemIndex }) => itemIndex)).toEqual(records.map((_, i) => i));
		},
	);
});

it.each(TRAVELLING)('%s differs from item to item where an expression says so', async (path) => {
	const { nodeType, modes } = nodeUnderTest('SplitBySegment');
	const mode = modes.find((parameters) => path.slice(0, path.indexOf('.')) in parameters);
	const expression = '={{ $json.x }}';
	const values = ['ads', 'phone'];
	const execution = fakeExecution(nodeType, {
		parameters: withValue({ ...mode, outputMode: 'single' }, path, expression),
		records: values.map((x) => ({ ...record, x })),
		expressions: { [expression]: ({ x }) => x },
	});
	const [items] = await execute(nodeType, execution);
	const key = path.slice(path.lastIndexOf('.') + 1);
	expect(items?.map(({ json }) => (json.segment as Record<string, unknown>)[key])).toEqual(values);
});
