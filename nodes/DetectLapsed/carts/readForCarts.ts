/** Names of parameters of purchases that mean the same where carts are watched. */
const ALIKE = new Set([
	'source',
	'autoDetectNotice',
	'customerField',
	'amountUnit',
	'countedStatuses',
	'currencyField',
	'dateFormat',
	'decimalSeparator',
	'identifyBy',
	'ignorePlusTags',
	'joinBy',
	'lastChangeField',
	'orderIdField',
	'phoneCountry',
	'phoneField',
	'quantityField',
	'repeatedOrderIds',
	'secondCustomerField',
	'statusField',
	'testOrders',
]);

/** Whether a parameter of purchases is asked for where carts are watched too. */
export function isReadForCarts({ name }: { name: string }): boolean {
	return ALIKE.has(name);
}
