import type { INodeProperties } from 'n8n-workflow';

import { NAMED_SOURCES } from '../../shared/purchaseProperties';

const FOR_NAMED_SOURCES = { show: { source: NAMED_SOURCES } };

/** What carts need, in front of all that is asked for. */
export const cartNotice: INodeProperties = {
	displayName:
		"Give this node carts and orders together, e.g. by n8n's Merge node. Whoever ordered since a cart is not reminded of it.",
	name: 'cartNotice',
	type: 'notice',
	default: '',
};

/** How carts are found, and when they are worth a reminder. */
export const cartWatchProperties: INodeProperties[] = [
	{
		displayName: 'Event Name Field',
		name: 'eventNameField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'event',
		placeholder: 'e.g. event_name',
		description:
			'The field that tells carts, orders and views apart, by the event names in Options. Where no item has it, every item is a cart.',
		displayOptions: FOR_NAMED_SOURCES,
	},
	{
		displayName: 'Event Date Field',
		name: 'eventDateField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'date',
		required: true,
		placeholder: 'e.g. timestamp',
		description:
			'The field with the date and time when the cart was last changed, the order was placed or the product was viewed',
		displayOptions: FOR_NAMED_SOURCES,
	},
	{
		displayName: 'Cart Value Field',
		name: 'cartValueField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'amount',
		placeholder: 'e.g. total_price',
		description:
			'The field with the value of the cart, and of orders their amount; leave empty where there is none',
		displayOptions: FOR_NAMED_SOURCES,
	},
	{
		displayName: 'Abandoned After (Minutes)',
		name: 'abandonedAfterMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		description:
			'Minutes since the last change after which a cart counts as abandoned and the first reminder is due',
	},
	{
		displayName: 'Give Up After (Days)',
		name: 'giveUpAfterDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 14,
		description: 'Days since the last change after which nobody is reminded any more',
	},
];

/** Options of carts. */
export const cartWatchOptions: INodeProperties[] = [
	{
		displayName: 'Cart ID Field',
		name: 'cartIdField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. cart_id',
		description:
			'The field by which records of one cart are brought together; an order with the ID of a cart is the end of it',
	},
	{
		displayName: 'Cart Link Field',
		name: 'cartLinkField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. recovery_url',
		description: 'The field with the address that leads back to the cart',
	},
	{
		displayName: 'Event Names of Carts',
		name: 'cartEvents',
		type: 'string',
		default:
			'add_to_cart, begin_checkout, Added to Cart, Product Added, Product Added to Cart, Cart Updated, Checkout Started, Started Checkout, Initiate Checkout, add_shipping_info, add_payment_info, Payment Info Entered, cart, checkout',
		description:
			'What puts something into a cart or begins a checkout, with commas between; case, white space and signs make no difference',
	},
	{
		displayName: 'Event Names of Orders',
		name: 'orderEvents',
		type: 'string',
		default:
			'purchase, Order Completed, Order Placed, Placed Order, Checkout Completed, Order Paid, Order Created, order',
		description: 'What places an order, with commas between',
	},
	{
		displayName: 'Event Names of Views',
		name: 'viewEvents',
		type: 'string',
		default:
			'view_item, view_item_list, Product Viewed, Viewed Product, Product List Viewed, View Content, Category Viewed, Collection Viewed, view',
		description: 'What shows a product or a category, with commas between',
	},
	{
		displayName: 'In Stock Field',
		name: 'inStockField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. products.in_stock',
		description:
			'The field that tells whether the products can still be bought, as true or false or as a number. Of several products one is enough.',
	},
	{
		displayName: 'Minimum Cart Value',
		name: 'minimumCartValue',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		description: 'The value from which on a cart is worth a reminder, in the currency of the cart',
	},
	{
		displayName: 'Newest Cart Only',
		name: 'newestCartOnly',
		type: 'boolean',
		default: true,
		description:
			'Whether each customer leaves once, with the newest cart. Otherwise older carts leave too, as left out.',
	},
	{
		displayName: 'Ordered At Field',
		name: 'orderedAtField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. last_order_at',
		description:
			"The field with the date of the customer's last order or of the order that the cart became, where orders are not among the items",
	},
	{
		displayName: 'Orders So Far Field',
		name: 'ordersSoFarField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. customer.orders_count',
		description:
			'The field with the number of orders the customer has, to tell new from existing customers where their orders are not among the items',
	},
	{
		displayName: 'Products Field',
		name: 'productsField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. items.name',
		description: 'The field with the products in the cart, also inside of a list',
	},
	{
		displayName: 'Quiet Hours After Contact',
		name: 'quietHoursAfterContact',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 12,
		description: 'Hours after the last contact during which no reminder is due',
	},
	{
		displayName: 'Second Reminder After (Hours)',
		name: 'secondReminderAfterHours',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 24,
		description: 'Hours since the last change after which the second reminder is due, 0 for none',
	},
	{
		displayName: 'Third Reminder After (Hours)',
		name: 'thirdReminderAfterHours',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 72,
		description: 'Hours since the last change after which the third reminder is due, 0 for none',
	},
	{
		displayName: 'Viewed Field',
		name: 'viewedField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. product_name',
		description:
			'The field with the product or category that was viewed: of each view, or a list beside the cart',
	},
];
