/** Usual names of the columns in order exports, best first, in lower case and without anything but letters. */
const USUAL_NAMES = {
	email: [
		'email',
		'customeremail',
		'emailaddress',
		'billingemail',
		'contactemail',
		'buyeremail',
		'mail',
	],
	customer: [
		'customerid',
		'sampleid',
		'clientid',
		'userid',
		'buyerid',
		'contactid',
		'memberid',
		'customernumber',
		'customerno',
		'customer',
		'client',
		'buyer',
		'user',
		'customername',
		'clientname',
	],
	date: [
		'orderdate',
		'processedat',
		'purchasedate',
		'purchasedat',
		'purchasedon',
		'purchased',
		'createdat',
		'orderedat',
		'ordereddate',
		'paidat',
		'paiddate',
		'invoicedate',
		'transactiondate',
		'datecreated',
		'created',
		'date',
		'timestamp',
	],
	amount: [
		'totalprice',
		'ordertotal',
		'grandtotal',
		'totalamount',
		'ordervalue',
		'total',
		'amount',
		'orderamount',
		'netamount',
		'revenue',
		'spend',
		'spent',
		'sales',
		'price',
		'value',
		'subtotal',
	],
	name: [
		'customername',
		'fullname',
		'billingname',
		'buyername',
		'contactname',
		'clientname',
		'firstname',
	],
	orderId: [
		'orderid',
		'ordernumber',
		'orderno',
		'invoiceid',
		'invoiceno',
		'invoicenumber',
		'transactionid',
	],
};

const NEEDED = {
	'the customer (such as "email" or "customer_id")': ({ email, customer }) => email ?? customer,
	'the order date (such as "date" or "created_at")': ({ date }) => date,
	'the amount (such as "amount" or "total")': ({ amount }) => amount,
};

const bare = (name) => name.toLowerCase().replace(/[^a-z]/g, '');

/**
 * Finds which columns of an order export hold what, by their usual names. Throws, naming the columns seen, when the
 * customer, the date or the amount is not among them.
 */
export function findColumns(columns) {
	const found = {};
	for (const [role, names] of Object.entries(USUAL_NAMES)) {
		const name = names.find((usual) => columns.some((column) => bare(column) === usual));
		if (name) found[role] = columns.find((column) => bare(column) === name);
	}
	const missing = Object.keys(NEEDED).filter((what) => NEEDED[what](found) === undefined);
	if (missing.length > 0) {
		throw new Error(
			`No column for ${missing.join(', none for ')}.\nColumns seen: ${columns.join(', ')}.\nRename the column in the header line of the file, then try again.`,
		);
	}
	return found;
}
