import type { IDataObject, IExecuteFunctions, INodeParameters, INodeType } from 'n8n-workflow';

import { ClassifyLifecycle } from '../../nodes/ClassifyLifecycle/ClassifyLifecycle.node';
import { readConfiguration as readLifecycle } from '../../nodes/ClassifyLifecycle/ClassifyLifecycle.parameters';
import { DetectLapsed } from '../../nodes/DetectLapsed/DetectLapsed.node';
import { readConfiguration as readLapse } from '../../nodes/DetectLapsed/DetectLapsed.parameters';
import { ScoreLead } from '../../nodes/ScoreLead/ScoreLead.node';
import { readConfiguration as readScore } from '../../nodes/ScoreLead/ScoreLead.parameters';
import { SplitBySegment } from '../../nodes/SplitBySegment/SplitBySegment.node';
import {
	readConfiguration as readSplit,
	readOperation as readSplitOperation,
} from '../../nodes/SplitBySegment/SplitBySegment.parameters';

/** A node of this package, and the ways of setting it that between them show every parameter. */
export interface NodeUnderTest {
	className: string;
	nodeType: INodeType;
	readConfiguration: (context: IExecuteFunctions) => unknown;
	/** The first is the plainest that works. */
	modes: readonly INodeParameters[];
}

/** What a filter control holds for one condition on a field. */
export function whereEquals(field: string, rightValue: string): INodeParameters {
	return {
		options: { caseSensitive: false, leftValue: '', typeValidation: 'loose', version: 3 },
		combinator: 'and',
		conditions: [
			{
				id: '1',
				leftValue: `={{ $json.${field} }}`,
				rightValue,
				operator: { type: 'string', operation: 'equals' },
			},
		],
	};
}

/** A record that all nodes can work with, whatever their mode. */
export const record: IDataObject = Object.freeze({
	email: 'anna@shop.example',
	date: '2026-01-10',
	amount: 20,
	orders: 2,
	firstOrderAt: '2025-12-10',
	lastOrderAt: '2026-01-10',
	totalSpent: 40,
	city: 'Bern',
	category: 'bread',
	purchases: Object.freeze([Object.freeze({ date: '2026-01-10', amount: 20 })]),
	clicked: '2026-01-12',
	clicks: 3,
});

const rule = {
	name: 'In Bern',
	category: 'fit',
	counts: 'conditions',
	points: 10,
	conditions: whereEquals('city', 'Bern'),
	decay: 'halfLife',
	more: { group: 'Place' },
};

const attributeRule = {
	...rule,
	counts: 'attribute',
	attribute: 'country',
	comparison: 'oneOf',
	comparedWith: '5',
	more: {},
};

/** One of the values that each attribute can be that is recognised. */
const recognised = {
	decisionRole: 'decides',
	department: 'sales',
	mailKind: 'free',
	sector: 'retail',
	seniority: 'owner',
};

/** A model of Score Lead as one node gives it to another. */
export const leadModel = {
	rules: [
		{
			name: 'In Bern',
			category: 'fit',
			counts: 'lead',
			points: 10,
			conditions: [{ field: 'city', operator: 'equals', value: 'Bern' }],
		},
	],
};

/** The same model as a table at the second input. */
export const tableRows: readonly IDataObject[] = [
	{ Rule: 'In Bern', Field: 'city', Operator: 'is', Value: 'Bern', Points: 10 },
];

const scoring = {
	operation: 'score',
	inputShape: 'leads',
	modelSource: 'form',
	output: 'all',
	attributeFields: { values: [{ attribute: 'country', sourceField: 'city' }] },
	groups: { values: [{ name: 'Place', decay: 'window' }] },
	bandRules: {
		values: [{ name: 'Rival', band: 'cold', conditions: whereEquals('city', 'Basel') }],
	},
};

const segment = {
	name: 'Bern',
	conditions: whereEquals('city', 'Bern'),
	campaign: 'hello-bern',
	channel: 'email',
	enabled: true,
};

/** A segment whose only condition is a row of an attribute group. */
function segmentBy(row: INodeParameters): INodeParameters {
	return {
		...segment,
		attributeGroups: { values: [{ combine: 'all', conditions: {}, rows: { values: [row] } }] },
	};
}

const ofAttribute = (attribute: string, comparison: string, more: INodeParameters = {}) => ({
	looksAt: 'attribute',
	attribute,
	comparison,
	...more,
});

const ofEvents = (looksAt: string, countComparison: string, more: INodeParameters = {}) => ({
	looksAt,
	countComparison,
	eventsField: 'purchases',
	...more,
});

/** Rows that between them use every comparison. */
const rowsOfGroups: INodeParameters[] = [
	...['beginsWithAny', 'containsAll', 'containsAny', 'noneOf', 'oneOf'].map((comparison) =>
		ofAttribute('city', comparison, { values: 'Bern' }),
	),
	...['atLeast', 'atMost', 'between', 'equals', 'isFalse', 'isTrue'].map((comparison) =>
		ofAttribute('orders', comparison),
	),
	...[
		'anniversaryInNextDays',
		'daysSinceAtLeast',
		'daysSinceAtMost',
		'inLastDays',
		'inLastHours',
		'inNextDays',
		'notInLastDays',
	].map((comparison) => ofAttribute('lastOrder', comparison)),
	ofAttribute('lastOrder', 'betweenDates', { fromDate: '2026-01-01', toDate: '2026-03-01' }),
	ofAttribute('city', 'notKnown'),
	{ looksAt: 'field', sourceField: 'city', comparison: 'oneOf', values: 'Bern' },
	ofEvents('eventCount', 'atLeast'),
	ofEvents('eventCount', 'atMost'),
	ofEvents('eventCount', 'between'),
	ofEvents('eventCount', 'equals'),
	ofEvents('eventsSince', 'atLeast', { sinceTypes: 'click' }),
];

const rfmFields = {
	recencyField: 'lastOrderAt',
	frequencyField: 'orders',
	monetaryField: 'totalSpent',
};

/** The schemes beside conditions; where the record belongs to a group, the first row is its own. */
const schemes: readonly INodeParameters[] = [
	{
		scheme: 'fieldValue',
		valueField: 'city',
		fieldValues: { values: [{ value: 'Bern', name: 'In Bern' }] },
		otherValues: 'outputs',
	},
	{
		scheme: 'rfm',
		...rfmFields,
		rfmGroups: 'eleven',
		groupSettings: { values: [{ rfmGroup: 'newCustomers', name: 'Fresh' }] },
	},
	{
		scheme: 'rfm',
		...rfmFields,
		rfmGroups: 'six',
		groupSettings: { values: [{ rfmMainGroup: 'newAndPromising' }] },
	},
	{
		scheme: 'rfm',
		...rfmFields,
		rfmScores: 'fixed',
		rfmGroups: 'own',
		rfmCells: { values: [{ name: 'All' }] },
	},
	{
		scheme: 'valueTiers',
		tiersBy: 'people',
		tiers: { values: [{ name: 'All', percent: 100 }] },
	},
	{ scheme: 'valueTiers', tiersBy: 'value', tiers: { values: [{ name: 'All', from: 0 }] } },
	{ scheme: 'leadBand', groupSettings: { values: [{ band: 'hot' }] } },
	{ scheme: 'lifecycleStage', groupSettings: { values: [{ stage: 'advocate' }] } },
	{ scheme: 'campaign', groupSettings: { values: [{ readyCampaign: 'winBack' }] } },
];

/** A policy of Classify Lifecycle as one node gives it to another. */
export const weeklyPolicy = {
	interval: { method: 'fixed', days: 7, recogniseSeasons: false },
	silence: { lapsedAfter: { days: 30 }, lostAfter: { days: 180 } },
	advocate: {
		rules: ['pace'],
		minOrders: 3,
		minSpend: 0,
		periods: 12,
		period: 'month',
		minReferrals: 1,
		minReviews: 1,
		minFollowers: 1000,
		stayMargin: 10,
	},
	engagement: { engagedDays: 30, coolingDays: 90, countOpens: true },
	neverGoBack: false,
	labels: { prospect: 'P', customer: 'C', advocate: 'A', lapsed: 'D', lost: 'L' },
	action: 'order',
};

/** A forecast of Detect Lapsed as one node gives it to another. */
export const forecast = {
	horizonDays: 90,
	model: { name: 'bgNbd', parameters: { r: 0.24, alpha: 30.9, a: 0.79, b: 2.43 } },
	correction: null,
	shift: 0,
	typicalGapDays: 27,
	meanAgeDays: 229,
	limits: { atRisk: 0.39, lapsed: 0.24, lost: 0.11 },
	value: null,
	customers: 2357,
};

const categories = { values: [{ category: 'bread', every: 7, unit: 'days' }] };

const activities = {
	values: [{ activity: 'click', lastDateField: 'clicked', countField: 'clicks', countedDays: 30 }],
};

/** Ways of setting Classify Lifecycle, which classifies without a memory where nothing else is said. */
function ofClassify(modes: readonly INodeParameters[]): INodeParameters[] {
	return modes.map((mode) => ({ operation: 'classify', memory: 'fields', ...mode }));
}

export const nodesUnderTest: readonly NodeUnderTest[] = [
	{
		className: 'ClassifyLifecycle',
		nodeType: new ClassifyLifecycle(),
		// Forget Customer reads what it needs by itself.
		readConfiguration: (context) =>
			context.getNode().parameters.operation === 'forget' ? undefined : readLifecycle(context),
		modes: ofClassify([
			{
				source: 'custom',
				inputShape: 'orders',
				intervalMethod: 'learned',
				// Not shown in this mode, but kept by the form for when it is.
				categoryIntervals: categories,
				activities,
			},
			{ source: 'custom', inputShape: 'orders', intervalMethod: 'fixed' },
			{
				source: 'custom',
				inputShape: 'orders',
				intervalMethod: 'category',
				categoryIntervals: categories,
			},
			{ source: 'sheet', inputShape: 'customers', intervalMethod: 'learned' },
			{
				source: 'auto',
				inputShape: 'nestedOrders',
				ordersField: 'purchases',
				intervalMethod: 'fixed',
				options: { lapsedAfterDays: 30, lostAfterDays: 180 },
			},
			{ memory: 'dataTable', memoryOptions: { hashKeys: true, hashSecret: 'pepper' } },
			{ memory: 'workflow', memoryOptions: { hashKeys: true } },
			{ operation: 'forget', memory: 'workflow' },
		]),
	},
	{
		className: 'DetectLapsed',
		nodeType: new DetectLapsed(),
		readConfiguration: readLapse,
		modes: [
			{
				watch: 'purchases',
				operation: 'detect',
				source: 'custom',
				inputShape: 'orders',
				method: 'ownRhythm',
				// Not shown in this mode, but kept by the form for when it is.
				sendsField: 'clicks',
				lastClickField: 'clicked',
			},
			{
				watch: 'purchases',
				operation: 'detect',
				source: 'custom',
				inputShape: 'orders',
				method: 'fixedWindow',
			},
			{
				watch: 'purchases',
				operation: 'detect',
				source: 'sheet',
				inputShape: 'customers',
				method: 'ownRhythm',
			},
			{
				watch: 'purchases',
				operation: 'detect',
				source: 'auto',
				inputShape: 'nestedOrders',
				ordersField: 'purchases',
				method: 'fixedWindow',
			},
			{ watch: 'purchases', operation: 'detect', source: 'custom', method: 'predictive' },
			{ watch: 'purchases', operation: 'backtest', source: 'custom', inputShape: 'orders' },
			{ operation: 'detect', watch: 'carts', source: 'custom' },
			{
				operation: 'detect',
				watch: 'deals',
				dealSource: 'custom',
				dealIdField: 'email',
				dealValueField: 'amount',
				dealCreatedField: 'date',
				dealMeasure: 'idle',
				stageLimits: { values: [{ stage: 'Negotiation', days: 30 }] },
			},
			{
				operation: 'detect',
				watch: 'subscribers',
				subscriberSource: 'custom',
				sendsField: 'clicks',
				lastClickField: 'clicked',
			},
			{
				operation: 'detect',
				watch: 'subscribers',
				subscriberSource: 'events',
				mailEventField: 'city',
			},
			{
				operation: 'detect',
				watch: 'purchases',
				source: 'custom',
				method: 'ownRhythm',
				memory: 'dataTable',
				memoryOptions: { hashKeys: true, hashSecret: 'pepper' },
			},
			{
				operation: 'detect',
				watch: 'purchases',
				source: 'custom',
				method: 'ownRhythm',
				memory: 'workflow',
				memoryOptions: { hashKeys: true },
				tellOnce: 'claim',
			},
			{ operation: 'confirm', memory: 'workflow' },
			{ operation: 'forget', memory: 'workflow' },
		],
	},
	{
		className: 'ScoreLead',
		nodeType: new ScoreLead(),
		readConfiguration: readScore,
		modes: [
			{ ...scoring, rules: { values: [rule, attributeRule] } },
			{
				...scoring,
				inputShape: 'activities',
				activityTypeField: 'category',
				rules: {
					values: [
						{
							...rule,
							category: 'engagement',
							counts: 'activities',
							activityTypes: 'bread',
							decay: 'step',
						},
					],
				},
				groups: { values: [{ name: 'Place', decay: 'step' }] },
				options: { engagementDecay: 'halfLife', inactiveAfterDays: 30 },
			},
			{
				...scoring,
				inputShape: 'activityLists',
				activityListField: 'purchases',
				rules: { values: [{ ...rule, counts: 'counter', counterField: 'clicks' }] },
				options: { engagementDecay: 'step' },
			},
			{
				...scoring,
				rules: { values: [attributeRule] },
			},
			...Object.entries(recognised).map(([attribute, comparedWith]) => ({
				...scoring,
				rules: { values: [{ ...attributeRule, attribute, comparedWith }] },
			})),
			{ ...scoring, modelSource: 'json', modelJson: JSON.stringify(leadModel) },
			{ ...scoring, modelSource: 'table' },
			...['b2bLeads', 'newsletterContent', 'onlineShop'].map((template) => ({
				...scoring,
				modelSource: 'template',
				template,
				rules: { values: [rule] },
			})),
			{
				...scoring,
				inputShape: 'activities',
				activityTypeField: 'category',
				memory: 'workflow',
				rules: {
					values: [
						{ ...rule, category: 'engagement', counts: 'activities', activityTypes: 'bread' },
					],
				},
				memoryOptions: { hashKeys: true, hashSecret: 'pepper' },
			},
			{ ...scoring, rules: { values: [rule] }, memory: 'dataTable' },
			{ operation: 'learn', outcomeField: 'city', goodOutcomes: 'Bern, 2026-01-02' },
			{ operation: 'forget', forgetCustomerField: 'email', memory: 'workflow' },
		],
	},
	{
		className: 'SplitBySegment',
		nodeType: new SplitBySegment(),
		// Confirm Sent and Forget Customer read what they need by themselves.
		readConfiguration: (context) => {
			const { operation, parameters } = readSplitOperation(context);
			return operation === 'split' ? readSplit(context, parameters) : undefined;
		},
		modes: [
			...[
				{
					scheme: 'conditions',
					segments: { values: [segmentBy(ofAttribute('country', 'known'))] },
					outputMode: 'perSegment',
					attributeFields: {
						values: [
							{ attribute: 'consent', sourceField: 'clicked' },
							{ attribute: 'country', sourceField: 'city' },
						],
					},
					leaveAlone: {
						lastContacts: {
							values: [{ channel: 'any', lastContactField: 'clicked', hours: 24 }],
						},
					},
				},
				{
					scheme: 'conditions',
					segments: { values: [segment] },
					outputMode: 'single',
					matching: 'all',
				},
				...schemes,
				{
					scheme: 'conditions',
					segments: { values: [segment] },
					outputMode: 'perSegment',
					suppressedOutput: true,
					reportOutput: true,
				},
				...rowsOfGroups.map((row) => ({
					scheme: 'conditions',
					segments: { values: [segmentBy(row)] },
					outputMode: 'perSegment',
				})),
				{
					scheme: 'conditions',
					segments: { values: [segment] },
					outputMode: 'perSegment',
					memory: 'dataTable',
					memoryOptions: { hashKeys: true, hashSecret: 'pepper' },
				},
				{
					scheme: 'conditions',
					segments: { values: [segment] },
					outputMode: 'perSegment',
					memory: 'workflow',
					memoryOptions: { hashKeys: true },
					tellOnce: 'claim',
				},
			].map((mode): INodeParameters => ({ operation: 'split', ...mode })),
			{ operation: 'confirm', memory: 'workflow' },
			{ operation: 'forget', memory: 'workflow' },
		],
	},
];

/** Records that a mode can work with: nothing can be learned from a single one. */
export function recordsFor(parameters: INodeParameters | undefined): readonly IDataObject[] {
	if (parameters?.operation !== 'learn') return [record];
	return Array.from({ length: 140 }, (_, i) => ({
		...record,
		city: i % 2 === 0 ? 'Bern' : 'Basel',
		visits: (i % 7) + (i % 2 === 0 ? 2 : 0),
	}));
}

/** The node under test of a class. */
export function nodeUnderTest(className: string): NodeUnderTest {
	const found = nodesUnderTest.find((node) => node.className === className);
	if (!found) throw new Error(`There is no node ${className}`);
	return found;
}
