import type { INodeParameters } from 'n8n-workflow';

import { execute, fakeExecution, type FakeSetup } from './fakeExecuteContext';
import { nodeUnderTest, record, weeklyPolicy, whereEquals } from './workingModes';

interface Fault {
	/** What is wrong, for the name of the test. */
	when: string;
	className: string;
	parameters: INodeParameters;
	setup?: FakeSetup;
	/** What the message must name. */
	names: RegExp;
	/** What the description must tell to do. */
	advises: RegExp;
}

const inBern = whereEquals('city', 'Bern');

function segments(...names: string[]): INodeParameters {
	return {
		segments: {
			values: names.map((name) => ({ name, conditions: inBern, enabled: true })),
		} as unknown as INodeParameters,
	};
}

function rules(...rows: INodeParameters[]): INodeParameters {
	return {
		rules: {
			values: rows.map((row) => ({
				name: 'In Bern',
				category: 'fit',
				points: 10,
				conditions: inBern,
				...row,
			})),
		} as unknown as INodeParameters,
	};
}

const NOTHING = '={{ $vars.unset }}';
const twentyOne = Array.from({ length: 21 }, (_, i) => `Group ${i + 1}`);
const purchaseNodes = ['ClassifyLifecycle', 'DetectLapsed'];

const fieldFaults: Fault[] = purchaseNodes.flatMap((className) =>
	[
		{ value: '', when: 'is blank', label: 'Customer Field', name: 'customerField' },
		{ value: '  ', when: 'is white space', label: 'Customer Field', name: 'customerField' },
		{
			value: NOTHING,
			when: 'is an expression that gives nothing',
			label: 'Customer Field',
			name: 'customerField',
		},
		{ value: '', when: 'is blank', label: 'Order Date Field', name: 'orderDateField' },
		{ value: '', when: 'is blank', label: 'Order Count Field', name: 'orderCountField' },
		{ value: '', when: 'is blank', label: 'Last Order Date Field', name: 'lastOrderField' },
	].map(({ value, when, label, name }) => ({
		className,
		when: `${label} ${when}`,
		parameters: {
			source: 'custom',
			inputShape: ['orderCountField', 'lastOrderField'].includes(name) ? 'customers' : 'orders',
			[name]: value,
		},
		setup: { expressions: { [NOTHING]: () => undefined } },
		names: new RegExp(label),
		advises: /field/i,
	})),
);

const faults: Fault[] = [
	...fieldFaults,
	...['ClassifyLifecycle', 'DetectLapsed', 'ScoreLead', 'SplitBySegment'].flatMap((className) => [
		{
			className,
			when: 'the time zone of the workflow is not known',
			parameters: nodeUnderTest(className).modes[0] as INodeParameters,
			setup: { timezone: 'Europe/Atlantis' },
			names: /time zone "Europe\/Atlantis"/,
			advises: /workflow settings/,
		},
		{
			className,
			when: 'failed items have no error output to go to',
			parameters: {
				...(nodeUnderTest(className).modes[0] as INodeParameters),
				options: { onBadData: 'errorOutput' },
			},
			names: /On Bad Data/,
			advises: /On Error/,
		},
	]),
	...purchaseNodes.map((className) => ({
		className,
		when: 'As Of is no date',
		parameters: { options: { asOf: 'soon' } },
		names: /As Of/,
		advises: /date/,
	})),
	...purchaseNodes.flatMap((className) => [
		{
			className,
			when: 'Closed Dates holds what is no date',
			parameters: { options: { closedDates: '2026-12-24, Easter' } },
			names: /"Easter" in Closed Dates/,
			advises: /2026-12-24/,
		},
		{
			className,
			when: 'every weekday is closed',
			parameters: {
				options: {
					closedWeekdays: [
						'monday',
						'tuesday',
						'wednesday',
						'thursday',
						'friday',
						'saturday',
						'sunday',
					],
				},
			},
			names: /All seven weekdays/,
			advises: /Closed Weekdays/,
		},
		{
			className,
			when: 'Phone Country is no country',
			parameters: { options: { phoneCountry: 'Germany' } },
			names: /Phone Country is "Germany".*two letters/,
			advises: /\S/,
		},
	]),
	{
		className: 'ClassifyLifecycle',
		when: 'the table of categories is empty',
		parameters: { source: 'custom', intervalMethod: 'category' },
		names: /no category in the table/,
		advises: /Categories/,
	},
	{
		className: 'ClassifyLifecycle',
		when: 'Policy is no JSON',
		parameters: { options: { policy: '{ silence: 3 }' } },
		names: /^Policy is no JSON/,
		advises: /Policy as JSON/,
	},
	{
		className: 'ClassifyLifecycle',
		when: 'Policy lacks a part',
		parameters: { options: { policy: '{}' } },
		names: /^Policy cannot be used: interval: /,
		advises: /\S/,
	},
	{
		className: 'ClassifyLifecycle',
		when: 'only the changed are to leave, and nobody knows who changed',
		parameters: { output: 'changed' },
		names: /Changed Customers.*Previous Stage Field/,
		advises: /All Customers/,
	},
	{
		className: 'ClassifyLifecycle',
		when: 'a category has no name',
		parameters: {
			intervalMethod: 'category',
			categoryIntervals: { values: [{ category: '', every: 7, unit: 'days' }] },
		},
		names: /^Category is empty/,
		advises: /\S/,
	},
	{
		className: 'ClassifyLifecycle',
		when: 'Policy goes by category and the node reads none',
		parameters: {
			options: {
				policy: JSON.stringify({
					...weeklyPolicy,
					interval: {
						method: 'category',
						categories: [{ category: 'bread', days: 7 }],
						fallbackDays: 90,
						recogniseSeasons: true,
					},
				}),
			},
		},
		names: /^Policy goes by product category/,
		advises: /Category Field/,
	},
	{
		className: 'ClassifyLifecycle',
		when: 'engaged reaches beyond cooling',
		parameters: { options: { engagedDays: 90 } },
		names: /^Engaged Within \(Days\) \(90\) is not below Cooling Within \(Days\) \(90\)/,
		advises: /\S/,
	},
	{
		className: 'ClassifyLifecycle',
		when: 'lapsed and lost are the same number of days',
		parameters: { options: { lapsedAfterDays: 60, lostAfterDays: 60 } },
		names: /Lapsed After.*Lost After/,
		advises: /Lapsed After.*Lost After/,
	},
	{
		className: 'ClassifyLifecycle',
		when: 'lapsed is beyond lost in times the interval',
		parameters: { options: { lapsedAfterTimes: 7 } },
		names: /Lapsed After.*7.*Lost After.*6/,
		advises: /lower Lapsed After.*higher Lost After/,
	},
	{
		className: 'ClassifyLifecycle',
		when: 'the fixed interval is zero',
		parameters: { intervalMethod: 'fixed', intervalValue: 0 },
		names: /^Every is 0/,
		advises: /\S/,
	},
	{
		className: 'DetectLapsed',
		when: 'lapsed is beyond lost in days',
		parameters: { method: 'fixedWindow', lapsedAfterDays: 200 },
		names: /Lapsed After.*200.*Lost After.*180/,
		advises: /lower Lapsed After/,
	},
	{
		className: 'DetectLapsed',
		when: 'at risk is beyond lapsed',
		parameters: { options: { atRiskAfterTimes: 2 } },
		names: /At Risk After.*2.*Lapsed After.*2/,
		advises: /lower At Risk After/,
	},
	{
		className: 'DetectLapsed',
		when: 'Deal ID Field is blank',
		parameters: { watch: 'deals', dealSource: 'custom', dealIdField: ' ' },
		names: /^Deal ID Field is empty/,
		advises: /field/,
	},
	{
		className: 'DetectLapsed',
		when: 'a stage has no name',
		parameters: { watch: 'deals', stageLimits: { values: [{ stage: ' ', days: 3 }] } },
		names: /row of Stage Limits has no stage/,
		advises: /one row/,
	},
	{
		className: 'DetectLapsed',
		when: 'a stage has two limits',
		parameters: {
			watch: 'deals',
			stageLimits: {
				values: [
					{ stage: 'Offer', days: 3 },
					{ stage: 'offer', days: 4 },
				],
			},
		},
		names: /"offer" is in Stage Limits twice/,
		advises: /one row/,
	},
	{
		className: 'DetectLapsed',
		when: 'a stage has no days',
		parameters: { watch: 'deals', stageLimits: { values: [{ stage: 'Offer', days: 0 }] } },
		names: /^Stuck After \(Days\) is 0/,
		advises: /\S/,
	},
	...['subscriberField', 'sendsField', 'lastClickField'].map((name) => ({
		className: 'DetectLapsed',
		when: `${name} is blank`,
		parameters: {
			watch: 'subscribers',
			subscriberSource: 'custom',
			sendsField: 'clicks',
			lastClickField: 'clicked',
			[name]: '',
		},
		names: /^(?:Subscriber Field|Sends Since Last Click Field|Last Click Field) is empty/,
		advises: /field/,
	})),
	...['mailEventField', 'mailEventDateField'].map((name) => ({
		className: 'DetectLapsed',
		when: `${name} is blank`,
		parameters: { watch: 'subscribers', subscriberSource: 'events', [name]: '' },
		names: /^(?:Event Type|Mail Event Date) Field is empty/,
		advises: /field/,
	})),
	{
		className: 'DetectLapsed',
		when: 'the sunset comes no later than inactive',
		parameters: { watch: 'subscribers', options: { sunsetAfterTimes: 1 } },
		names: /Sunset After.*1/,
		advises: /higher Sunset After/,
	},
	{
		className: 'ScoreLead',
		when: 'there is no rule',
		parameters: { rules: {} },
		names: /No rule/,
		advises: /under Rules/,
	},
	{
		className: 'ScoreLead',
		when: 'no rule brings points',
		parameters: rules({ points: 0 }, { points: -5 }),
		names: /No rule gives points/,
		advises: /points/,
	},
	{
		className: 'ScoreLead',
		when: 'a rule has no condition',
		parameters: rules({ name: 'Empty', conditions: {} }),
		names: /rule "Empty"/,
		advises: /condition/,
	},
	{
		className: 'ScoreLead',
		when: 'the caps leave no points',
		parameters: { ...rules({}), options: { fitMax: 0 } },
		names: /Points At Most/,
		advises: /Points At Most/,
	},
	{
		className: 'ScoreLead',
		when: 'warm begins where hot does',
		parameters: { ...rules({}), options: { warmFrom: 70 } },
		names: /Warm From.*70.*Hot From.*70/,
		advises: /lower Warm From/,
	},
	{
		className: 'ScoreLead',
		when: 'hot is above one hundred percent',
		parameters: { ...rules({}), options: { hotFrom: 101 } },
		names: /Hot From/,
		advises: /\S/,
	},
	{
		className: 'SplitBySegment',
		when: 'there is no segment',
		parameters: { segments: {} },
		names: /no segment/,
		advises: /Segments/,
	},
	{
		className: 'SplitBySegment',
		when: 'there are 21 segments',
		parameters: segments(...twentyOne),
		names: /21 segments.*20/,
		advises: /segments/,
	},
	{
		className: 'SplitBySegment',
		when: 'a segment has no name',
		parameters: segments('Fans', ' '),
		names: /Segment 2 has no name/,
		advises: /Segment Name/,
	},
	{
		className: 'SplitBySegment',
		when: 'two segments have one name in another case',
		parameters: segments('Fans', 'fans '),
		names: /segment name "fans"/,
		advises: /name of its own/,
	},
	{
		className: 'SplitBySegment',
		when: 'a segment is called as everyone else',
		parameters: { ...segments('Others'), options: { everyoneElseName: 'Others' } },
		names: /segment name "Others"/,
		advises: /Everyone Else/,
	},
	{
		className: 'SplitBySegment',
		when: 'a segment has no condition',
		parameters: {
			segments: { values: [{ name: 'Empty', conditions: {} }] } as unknown as INodeParameters,
		},
		names: /segment "Empty"/,
		advises: /condition/,
	},
];

describe.each(['stopWorkflow', 'continueRegularOutput'] as const)(
	'What cannot be worked with, with On Error set to %s,',
	(onError) => {
		// Detect Lapsed must not let n8n pass the items on to its first output, Lapsed; see below.
		const stopping = faults.filter(
			({ className }) => onError === 'stopWorkflow' || className !== 'DetectLapsed',
		);
		it.each(stopping)('stops $className before the first item: $when', async (fault) => {
			const { nodeType } = nodeUnderTest(fault.className);
			const execution = fakeExecution(nodeType, {
				parameters: fault.parameters,
				records: [record, record],
				onError,
				...fault.setup,
			});
			await expect(execute(nodeType, execution)).rejects.toMatchObject({
				name: 'NodeOperationError',
				message: expect.stringMatching(fault.names) as unknown as string,
				description: expect.stringMatching(fault.advises) as unknown as string,
			});
			expect(execution.readItems.size).toBe(0);
			expect(execution.hints).toEqual([]);
		});
	},
);

describe('What Detect Lapsed cannot work with, where n8n is told to continue,', () => {
	const ofDetectLapsed = faults.filter(({ className }) => className === 'DetectLapsed');

	it.each(ofDetectLapsed)('never reaches a campaign: $when', async (fault) => {
		const { nodeType } = nodeUnderTest(fault.className);
		const execution = fakeExecution(nodeType, {
			parameters: fault.parameters,
			records: [record, record],
			onError: 'continueRegularOutput',
			...fault.setup,
		});
		const [lapsed, atRisk, lost, active] = await execute(nodeType, execution);
		expect([lapsed, atRisk, lost]).toEqual([[], [], []]);
		expect(active).toEqual(
			[0, 1].map((item) => ({
				json: { error: expect.stringMatching(fault.names) as unknown as string },
				pairedItem: { item },
			})),
		);
	});
});

describe('What cannot be worked with', () => {
	it.each(faults)('is told without blame: $className, $when', async ({ className, ...fault }) => {
		const { nodeType } = nodeUnderTest(className);
		const execution = fakeExecution(nodeType, { parameters: fault.parameters, ...fault.setup });
		const stop = (await execute(nodeType, execution).catch((error: unknown) => error)) as Error & {
			description: string | undefined;
		};
		const told = `${stop.message} ${stop.description}`.replaceAll(/\bOn Error\b|error output/g, '');
		expect(told).not.toMatch(/\b(?:errors?|problems?|failures?|failed|mistakes?)\b/i);
		expect(stop.message).not.toMatch(/\.$/);
	});

	it.each([20, 1])('is not %i segments', async (count) => {
		const { nodeType } = nodeUnderTest('SplitBySegment');
		const parameters = segments(...twentyOne.slice(0, count));
		const outputs = await execute(nodeType, fakeExecution(nodeType, { parameters }));
		expect(outputs).toHaveLength(count + 1);
	});

	it('is not a segment without a condition that is switched off', async () => {
		const { nodeType } = nodeUnderTest('SplitBySegment');
		const parameters = {
			segments: { values: [{ name: 'Later', enabled: false }] } as unknown as INodeParameters,
		};
		const outputs = await execute(nodeType, fakeExecution(nodeType, { parameters }));
		expect(outputs.map((output) => output.length)).toEqual([1, 0]);
	});
});
