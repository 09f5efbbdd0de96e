import type { INodeProperties } from 'n8n-workflow';

/** The parameters that say where purchases are found; alike in all nodes that read them. */
export const purchaseProperties: INodeProperties[] = [
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
		],
		default: 'orders',
		description: 'What one incoming item stands for',
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
	},
	{
		displayName: 'Order Date Field',
		name: 'orderDateField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'date',
		required: true,
		placeholder: 'e.g. created_at',
		description: 'The field with the date of the order, e.g. 2026-12-31 or 2026-12-31T18:30:00Z',
		displayOptions: { show: { inputShape: ['orders'] } },
	},
	{
		displayName: 'Amount Field',
		name: 'amountField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'amount',
		placeholder: 'e.g. total_price',
		description: 'The field with the amount of the order; leave empty where there is none',
		displayOptions: { show: { inputShape: ['orders'] } },
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
		displayOptions: { show: { inputShape: ['customers'] } },
	},
	{
		displayName: 'First Order Date Field',
		name: 'firstOrderField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'firstOrderAt',
		placeholder: 'e.g. first_order_date',
		description: 'The field with the date of the first order; leave empty where there is none',
		displayOptions: { show: { inputShape: ['customers'] } },
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
		displayOptions: { show: { inputShape: ['customers'] } },
	},
	{
		displayName: 'Total Spent Field',
		name: 'totalSpentField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'totalSpent',
		placeholder: 'e.g. total_spent',
		description: 'The field with the sum of all orders; leave empty where there is none',
		displayOptions: { show: { inputShape: ['customers'] } },
	},
];

/** Options on how purchases are read and how their rhythm is learned. */
export const purchaseOptions: INodeProperties[] = [
	{
		displayName: 'Currency Field',
		name: 'currencyField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. currency',
		description:
			'The field with the currency of the amount; several currencies of one customer are never added up',
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
		displayName: 'Days Between Orders If Unknown',
		name: 'fallbackIntervalDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 90,
		description:
			'The interval expected while neither the customer nor the store has enough orders to learn from, e.g. 30 for consumables, 365 for slow goods',
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
		displayName: 'Recognise Seasonal Customers',
		name: 'recogniseSeasons',
		type: 'boolean',
		default: true,
		description:
			'Whether customers who buy only at certain times of the year, such as before holidays, are judged by their season. Needs orders in at least three seasons.',
	},
];
