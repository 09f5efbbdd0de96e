import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import {
	DAY_COMPARISONS,
	TEXT_COMPARISONS,
	type Comparison,
} from '../../../core/attribute/comparison/comparisons';
import { attributeChoices } from '../attributeChoices';

/** What a row can look at, by permanent names. */
export const LOOKS = ['attribute', 'eventCount', 'eventsSince', 'field'] as const;

const EVENTS = ['eventCount', 'eventsSince'];
const VALUES = ['attribute', 'field'];

const COMPARISON_TEXTS: Readonly<Record<Comparison, { name: string; description: string }>> =
	Object.freeze({
		anniversaryInNextDays: {
			name: 'Anniversary In the Next (Days)',
			description: 'A birthday or other day of the year comes round; 29 February is 1 March',
		},
		atLeast: { name: 'At Least', description: 'A number that is reached, the number itself too' },
		atMost: {
			name: 'At Most',
			description: 'A number that is not exceeded, the number itself too',
		},
		beginsWithAny: {
			name: 'Begins With Any Of',
			description: 'It begins with one of several texts: postal codes, SIC and NACE codes',
		},
		between: { name: 'Between', description: 'A number from one to another, both included' },
		betweenDates: {
			name: 'Between Dates',
			description: 'A day from one to another, both included; one may be left open',
		},
		containsAll: {
			name: 'Contains All Of',
			description: 'Each of several texts stands in it, or in one of its members',
		},
		containsAny: {
			name: 'Contains Any Of',
			description: 'One of several texts stands in it, or in one of its members',
		},
		daysSinceAtLeast: {
			name: 'Days Since At Least',
			description: 'So many days have passed since, or more',
		},
		daysSinceAtMost: {
			name: 'Days Since At Most',
			description: 'So many days have passed since, or fewer',
		},
		equals: { name: 'Equals', description: 'A number that is the same' },
		inLastDays: {
			name: 'In the Last (Days)',
			description: 'A day up to so many days back, today included; none that lies ahead',
		},
		inLastHours: {
			name: 'In the Last (Hours)',
			description: 'A time up to so many hours back; none that lies ahead',
		},
		inNextDays: {
			name: 'In the Next (Days)',
			description: 'A day up to so many days ahead, today included',
		},
		isFalse: { name: 'Is False', description: 'No, false or 0' },
		isTrue: { name: 'Is True', description: 'Yes, true, or a number above zero' },
		known: { name: 'Is Known', description: 'It is there, whatever it is' },
		noneOf: {
			name: 'Is None Of',
			description: 'It is known and none of several texts; a field that is empty is none of them',
		},
		notInLastDays: {
			name: 'Not In the Last (Days)',
			description: 'A known day further back, or one that lies ahead',
		},
		notKnown: { name: 'Is Not Known', description: 'It is missing, empty or cannot be read' },
		oneOf: {
			name: 'Is One Of',
			description: 'It, or one of its members, is one of several texts; letter case does not count',
		},
	});

const comparisonChoices: INodePropertyOptions[] = Object.entries(COMPARISON_TEXTS)
	.map(([value, texts]) => ({ value, ...texts }))
	.sort((a, b) => a.name.localeCompare(b.name, 'en'));

function shownWith(comparison: readonly Comparison[]): INodeProperties['displayOptions'] {
	return { show: { looksAt: [...VALUES], comparison: [...comparison] } };
}

/** A row of what n8n's own condition rows lack, in the order in which one fills it in. */
export const rowProperties: INodeProperties[] = [
	{
		displayName: 'Looks At',
		name: 'looksAt',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Attribute',
				value: 'attribute',
				description: 'What is recognised whatever the system: age, place, company size, last order',
			},
			{
				name: 'Events Since',
				value: 'eventsSince',
				description:
					'How many events came after the newest of another type, e.g. mails since the last click',
			},
			{ name: 'Field', value: 'field', description: 'A field of the items by its name' },
			{
				name: 'Number of Events',
				value: 'eventCount',
				description:
					'How many events of some types a list in the item holds, e.g. orders in 90 days',
			},
		],
		default: 'attribute',
	},
	{
		displayName: 'Attribute',
		name: 'attribute',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { looksAt: ['attribute'] } },
		options: attributeChoices,
		default: 'country',
		description: 'What is compared; Attribute Fields tells from which field it comes',
	},
	{
		displayName: 'Field',
		name: 'sourceField',
		type: 'string',
		requiresDataPath: 'single',
		displayOptions: { show: { looksAt: ['field'] } },
		default: '',
		placeholder: 'e.g. favouriteColour',
		description: 'The field of the items that is compared',
	},
	{
		displayName: 'Events Field',
		name: 'eventsField',
		type: 'string',
		requiresDataPath: 'single',
		displayOptions: { show: { looksAt: EVENTS } },
		default: '',
		placeholder: 'e.g. events',
		description:
			'The field with the list of events, each with a type and a date; JSON in text is read too. An empty list has none, and where the field is empty the number is not known.',
	},
	{
		displayName: 'Event Types',
		name: 'eventTypes',
		type: 'string',
		displayOptions: { show: { looksAt: EVENTS } },
		default: '',
		placeholder: 'e.g. mail_sent, visit',
		description:
			'Types of events that count, with commas between; any type where left empty. Letter case, spaces, underscores and hyphens do not matter.',
	},
	{
		displayName: 'Since the Last',
		name: 'sinceTypes',
		type: 'string',
		displayOptions: { show: { looksAt: ['eventsSince'] } },
		default: '',
		placeholder: 'e.g. mail_click',
		description:
			'Types of events after the newest of which events count, with commas between; where none ever happened, all count',
	},
	{
		displayName: 'Within Days',
		name: 'withinDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		displayOptions: { show: { looksAt: ['eventCount'] } },
		default: 0,
		description: 'Only events of the last so many days count, today included; 0 for all',
	},
	{
		displayName: 'Type Key',
		name: 'eventTypeKey',
		type: 'string',
		displayOptions: { show: { looksAt: EVENTS } },
		default: 'type',
		placeholder: 'e.g. type',
		description: 'The name under which each event holds its type',
	},
	{
		displayName: 'Date Key',
		name: 'eventDateKey',
		type: 'string',
		displayOptions: { show: { looksAt: EVENTS } },
		default: 'date',
		placeholder: 'e.g. date',
		description: 'The name under which each event holds its date',
	},
	{
		displayName: 'Number Is',
		name: 'countComparison',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { looksAt: EVENTS } },
		options: [
			{ name: 'At Least', value: 'atLeast', description: 'So many or more' },
			{ name: 'At Most', value: 'atMost', description: 'So many or fewer' },
			{ name: 'Between', value: 'between', description: 'From one to another, both included' },
			{ name: 'Equals', value: 'equals', description: 'Exactly so many' },
		],
		default: 'atLeast',
	},
	{
		displayName: 'Times',
		name: 'times',
		type: 'number',
		typeOptions: { minValue: 0 },
		displayOptions: { show: { looksAt: EVENTS } },
		default: 1,
		description: 'How many events there have to be',
	},
	{
		displayName: 'Times Up To',
		name: 'timesTo',
		type: 'number',
		typeOptions: { minValue: 0 },
		displayOptions: { show: { looksAt: EVENTS, countComparison: ['between'] } },
		default: 10,
		description: 'The most events that there may be',
	},
	{
		displayName: 'Comparison',
		name: 'comparison',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { looksAt: VALUES } },
		options: comparisonChoices,
		default: 'oneOf',
		description: 'What is not known meets no comparison but Is Not Known',
	},
	{
		displayName: 'Values',
		name: 'values',
		type: 'string',
		typeOptions: { rows: 2 },
		displayOptions: shownWith(TEXT_COMPARISONS),
		default: '',
		placeholder: 'e.g. Germany, AT, Schweiz',
		description: 'Texts with commas, semicolons or line breaks between, or a list as JSON',
	},
	{
		displayName: 'Number',
		name: 'number',
		type: 'number',
		typeOptions: { numberPrecision: 6 },
		displayOptions: shownWith(['atLeast', 'atMost', 'equals']),
		default: 0,
		description: 'The number that it is compared with',
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'number',
		typeOptions: { numberPrecision: 6 },
		displayOptions: shownWith(['between']),
		default: 0,
		description: 'The lowest number, included',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'number',
		typeOptions: { numberPrecision: 6 },
		displayOptions: shownWith(['between']),
		default: 100,
		description: 'The highest number, included',
	},
	{
		displayName: 'From Date',
		name: 'fromDate',
		type: 'dateTime',
		displayOptions: shownWith(['betweenDates']),
		default: '',
		description: 'The first day, included; empty for any day until the last',
	},
	{
		displayName: 'To Date',
		name: 'toDate',
		type: 'dateTime',
		displayOptions: shownWith(['betweenDates']),
		default: '',
		description: 'The last day, included; empty for any day from the first on',
	},
	{
		displayName: 'Days',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 0 },
		displayOptions: shownWith(DAY_COMPARISONS),
		default: 30,
		description: 'Days of the calendar in the zone of the workflow',
	},
	{
		displayName: 'Hours',
		name: 'hours',
		type: 'number',
		typeOptions: { minValue: 0 },
		displayOptions: shownWith(['inLastHours']),
		default: 24,
		description: 'Hours back from the reference time',
	},
];
