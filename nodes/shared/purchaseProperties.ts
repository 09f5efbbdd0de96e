import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { dateFormatOption } from './runOptions';
import { weekdayChoices } from './weekdays';

/** Sources whose fields the user names; with Auto-Detect they are used where none is recognised. */
export const NAMED_SOURCES = ['auto', 'custom', 'sheet'];

function shownFor(...inputShapes: string[]): IDisplayOptions {
	return { show: { source: NAMED_SOURCES, inputShape: inputShapes } };
}

/** The parameters that say where purchases are found; alike in all nodes that read them. */
export const purchaseProperties: INodeProperties[] = [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'ActiveCampaign',
				value: 'activeCampaign',
				description: 'Contacts and deals. Counts deals that are won.',
			},
			{
				name: 'Auto-Detect',
				value: 'auto',
				description:
					'Reads the fields named below where items have them, else recognises the systems of this list and says which it was',
			},
			{
				name: 'Custom',
				value: 'custom',
				description: 'Any items: you name the fields below. Counts every item.',
			},
			{
				name: 'Google Sheets / CSV',
				value: 'sheet',
				description:
					'Rows whose columns you name below, with dates as text or serial numbers. Counts every row.',
			},
			{
				name: 'HubSpot',
				value: 'hubSpot',
				description: 'Deals and contacts. Counts deals in stage closedwon or marked as won.',
			},
			{
				name: 'Mailchimp',
				value: 'mailchimp',
				description: 'Members of an audience, as people without orders unless it counts none',
			},
			{
				name: 'Pipedrive',
				value: 'pipedrive',
				description: 'Deals and persons. Counts deals that are won.',
			},
			{
				name: 'Shopify',
				value: 'shopify',
				description:
					'Orders and customers. Counts orders that are paid or partially_refunded; cancelled and test orders never count.',
			},
			{
				name: 'Stripe',
				value: 'stripe',
				description:
					'Charges, payment intents, invoices, checkout sessions and customers. Counts what is succeeded, paid or no_payment_required; wholly refunded charges never count.',
			},
			{
				name: 'WooCommerce',
				value: 'wooCommerce',
				description: 'Orders and customers. Counts orders that are processing or completed.',
			},
		],
		default: 'auto',
		description:
			'Where the items come from, as nodes, triggers and webhooks give them. Which statuses count can be changed under Statuses That Count in Options.',
	},
	{
		displayName:
			'Items that have the fields below are read by them. Items of the shops and CRM systems in this list are recognised by themselves.',
		name: 'autoDetectNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { source: ['auto'] } },
	},
	{
		displayName: 'Input Contains',
		name: 'inputShape',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Orders',
				value: 'orders',
				description: 'One item per order; orders of the same customer are brought together',
			},
			{
				name: 'Customers',
				value: 'customers',
				description:
					'One item per customer with the number of orders and the first and last order date',
			},
			{
				name: 'Customers With Their Orders',
				value: 'nestedOrders',
				description: 'One item per customer with a list of orders in it',
			},
		],
		default: 'orders',
		description: 'What one incoming item stands for',
		displayOptions: { show: { source: NAMED_SOURCES } },
	},
	{
		displayName: 'Customer Field',
		name: 'customerField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'email',
		required: true,
		placeholder: 'e.g. customer.email',
		hint: 'Drag the field in from the input panel, or type its name',
		description: 'The field that tells who the customer is: an ID or an e-mail address',
		displayOptions: { show: { source: NAMED_SOURCES } },
	},
	{
		displayName: 'Orders Field',
		name: 'ordersField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'orders',
		required: true,
		placeholder: 'e.g. orders',
		description: "The field with the list of the customer's orders",
		displayOptions: shownFor('nestedOrders'),
	},
	{
		displayName: 'Order Date Field',
		name: 'orderDateField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'date',
		required: true,
		placeholder: 'e.g. created_at',
		description:
			'The field with the date of the order, e.g. 2026-12-31 or 2026-12-31T18:30:00Z. Where the orders are in a list: the name inside each order.',
		displayOptions: shownFor('orders', 'nestedOrders'),
	},
	{
		displayName: 'Amount Field',
		name: 'amountField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'amount',
		placeholder: 'e.g. total_price',
		description:
			'The field with the amount of the order; leave empty where there is none. Where the orders are in a list: the name inside each order.',
		displayOptions: shownFor('orders', 'nestedOrders'),
	},
	{
		displayName: 'Order Count Field',
		name: 'orderCountField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'orders',
		required: true,
		placeholder: 'e.g. orders_count',
		description: 'The field with the number of orders, 0 or empty for none',
		displayOptions: shownFor('customers'),
	},
	{
		displayName: 'First Order Date Field',
		name: 'firstOrderField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'firstOrderAt',
		placeholder: 'e.g. first_order_date',
		description: 'The field with the date of the first order; leave empty where there is none',
		displayOptions: shownFor('customers'),
	},
	{
		displayName: 'Last Order Date Field',
		name: 'lastOrderField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'lastOrderAt',
		required: true,
		placeholder: 'e.g. last_order_date',
		description: 'The field with the date of the last order',
		displayOptions: shownFor('customers'),
	},
	{
		displayName: 'Total Spent Field',
		name: 'totalSpentField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'totalSpent',
		placeholder: 'e.g. total_spent',
		description: 'The field with the sum of all orders; leave empty where there is none',
		displayOptions: shownFor('customers'),
	},
];

/** Options on how purchases are read and how their rhythm is learned. */
export const purchaseOptions: INodeProperties[] = [
	{
		displayName: 'Amounts In',
		name: 'amountUnit',
		type: 'options',
		options: [
			{ name: 'Major Units', value: 'major', description: '12.50 is twelve and a half' },
			{
				name: 'Smallest Units',
				value: 'minor',
				description:
					'1250 is twelve and a half: cents, or whole units of currencies such as yen, by Currency Field',
			},
		],
		default: 'major',
		description: 'What amounts count, for sources whose fields you name',
	},
	{
		displayName: 'Closed Dates',
		name: 'closedDates',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12-25, 2026-08-01 to 2026-08-21',
		description:
			'Days on which nobody can buy: the clock of silence stands still. Days as 2026-12-24, days of every year as 12-25, periods with "to", commas between.',
	},
	{
		displayName: 'Closed Weekdays',
		name: 'closedWeekdays',
		type: 'multiOptions',
		options: weekdayChoices,
		default: [],
		description:
			'Weekdays on which nobody can buy: the clock of silence stands still, and all intervals are in open days',
	},
	{
		displayName: 'Currency Field',
		name: 'currencyField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. currency',
		description:
			'The field with the currency of the amount; without it, a sign or code beside the amount tells. Several currencies of one customer are never added up.',
	},
	dateFormatOption,
	{
		displayName: 'Days Between Orders If Unknown',
		name: 'fallbackIntervalDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 90,
		description:
			'The interval expected while neither the customer nor the store has enough orders to learn from; overrides Kind of Goods',
	},
	{
		displayName: 'Decimal Separator',
		name: 'decimalSeparator',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'By the amount itself; €1.234, which can be read in two ways, is refused',
			},
			{ name: 'Comma', value: 'comma', description: '1.234,50' },
			{ name: 'Point', value: 'point', description: '1,234.50' },
		],
		default: 'auto',
		description: 'How amounts written as text separate the decimals',
	},
	{
		displayName: 'Event Type Field',
		name: 'eventTypeField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. event',
		description:
			'The field that tells what happened, where the items are events of several kinds and only some are the key action',
	},
	{
		displayName: 'Event Types That Count',
		name: 'eventTypes',
		type: 'string',
		default: '',
		placeholder: 'e.g. article downloaded, purchase',
		description:
			'The key actions in Event Type Field, with commas between; people with other events only are prospects',
	},
	{
		displayName: 'Identify Customers By',
		name: 'identifyBy',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'E-mail first for shops, ID first for CRM systems and Stripe',
			},
			{ name: 'E-Mail, Else ID', value: 'email', description: 'Joins guests with accounts' },
			{
				name: 'ID, Else E-Mail',
				value: 'id',
				description: 'Keeps the key when an address changes',
			},
		],
		default: 'auto',
		description: 'What the customer key of the result is, for customers who have both',
	},
	{
		displayName: 'Ignore Plus Tags',
		name: 'ignorePlusTags',
		type: 'boolean',
		default: false,
		description: 'Whether name+tag@shop.example is the same customer as name@shop.example',
	},
	{
		displayName: 'Join Records By',
		name: 'joinBy',
		type: 'multiOptions',
		options: [
			{ name: 'E-Mail', value: 'email', description: 'A guest order joins the account' },
			{ name: 'ID', value: 'id', description: 'Addresses of one account are one customer' },
			{
				name: 'Phone',
				value: 'phone',
				description: 'Numbers are compared with their country code',
			},
		],
		default: ['email', 'id'],
		description: 'Records are one customer where they have one of these in common',
	},
	{
		displayName: 'Key Action Name',
		name: 'keyActionName',
		type: 'string',
		default: 'order',
		placeholder: 'e.g. download',
		description: 'What is counted, in the singular: it stands in the reason of each result',
	},
	{
		displayName: 'Kind of Goods',
		name: 'kindOfGoods',
		type: 'options',
		options: [
			{ name: 'Consumables', value: 'consumables', description: '30 days between orders' },
			{ name: 'Slow Goods', value: 'slow', description: '365 days between orders' },
			{ name: 'Standard', value: 'standard', description: '90 days between orders' },
		],
		default: 'standard',
		description:
			'The interval expected while neither the customer nor the store has enough orders to learn from',
	},
	{
		displayName: 'Last Change Field',
		name: 'lastChangeField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. updated_at',
		description:
			'The field with the date of the last change: of several records of one order the newest counts, by default the one with the latest order date',
	},
	{
		displayName: 'Order ID Field',
		name: 'orderIdField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. order_id',
		description: 'The field by which an order delivered twice is recognised and counted once',
	},
	{
		displayName: 'Phone Country',
		name: 'phoneCountry',
		type: 'string',
		default: '',
		placeholder: 'e.g. DE',
		description: 'The country of phone numbers that are written without a country code',
	},
	{
		displayName: 'Phone Field',
		name: 'phoneField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. phone',
		description:
			'The field with the phone number: records with the same number are one customer. Set Phone Country where numbers have no country code.',
	},
	{
		displayName: 'Quantity Field',
		name: 'quantityField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. Quantity',
		description: 'The field by which the amount is multiplied, where it is the price of one piece',
	},
	{
		displayName: 'Recognise Seasonal Customers',
		name: 'recogniseSeasons',
		type: 'boolean',
		default: true,
		description:
			'Whether customers who buy only at certain times of the year, such as before holidays, are judged by their season. Needs orders in at least three seasons.',
	},
	{
		displayName: 'Repeated Order IDs',
		name: 'repeatedOrderIds',
		type: 'options',
		options: [
			{
				name: 'Are Lines of One Order',
				value: 'lineItems',
				description: 'Amounts are added up: one row per product, as in many exports',
			},
			{
				name: 'Are the Same Order',
				value: 'sameOrder',
				description: 'The newest record counts: orders delivered twice, or changed since',
			},
		],
		default: 'sameOrder',
		description: 'What items with the same order ID are',
	},
	{
		displayName: 'Second Customer Field',
		name: 'secondCustomerField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. customer_id',
		description:
			'Another field that tells who the customer is, used where the first is empty. Items with both tell which ID and address belong together.',
	},
	{
		displayName: 'Status Field',
		name: 'statusField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. status',
		description:
			'The field that tells whether an order is paid, cancelled or refunded. Common words are known; others are set under Statuses That Count.',
	},
	{
		displayName: 'Statuses That Count',
		name: 'countedStatuses',
		type: 'string',
		default: '',
		placeholder: 'e.g. paid, shipped',
		description:
			'All statuses of a purchase, with commas between: the list takes the place of the one that Source names',
	},
	{
		displayName: 'Test Orders',
		name: 'testOrders',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: "Leaves Shopify's test orders out, counts payments of Stripe's test mode",
			},
			{ name: 'Count', value: 'count', description: 'As any other order' },
			{ name: 'Leave Out', value: 'leaveOut', description: 'As if they had not been placed' },
		],
		default: 'auto',
		description:
			"What to do with orders that the source marks as a test, and with test submissions of n8n's forms",
	},
];
