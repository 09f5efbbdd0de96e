import { readOrders } from '../shop/readOrders.mjs';
import { sampleShop } from '../shop/sampleShop.mjs';

const MS_PER_DAY = 86_400_000;
const OLD_AFTER_DAYS = 30;
/** With more customers than this, mails are limited. */
const MANY_CUSTOMERS = 100;
const MOST_MAILS = 20;

function isoDay(instant) {
	return new Date(instant).toISOString().slice(0, 10);
}

/**
 * The orders the demo runs on, from the user's file or the sample shop; as of which day they are judged, if not today;
 * how many mails of one kind are sent at most, if limited; and notes that tell all of that.
 */
export function chooseOrders(ordersFile, now = new Date()) {
	if (ordersFile === undefined) {
		return {
			orders: sampleShop(now),
			notes: ['Orders of the sample shop (--orders my.csv takes your own)'],
		};
	}
	const { orders, columns, newest, madeUp } = readOrders(ordersFile, isoDay(now));
	const notes = [
		`Orders of ${ordersFile}`,
		`Columns: ${Object.entries(columns)
			.map(([role, column]) => `${role} from "${column}"`)
			.join(', ')}`,
	];
	const isOld = now.getTime() - Date.parse(newest) > OLD_AFTER_DAYS * MS_PER_DAY;
	const asOf = isOld ? isoDay(Date.parse(newest) + MS_PER_DAY) : undefined;
	if (isOld)
		notes.push(
			`The newest order is of ${newest}, so everything is judged as of the day after it, ${asOf}`,
		);
	if (madeUp)
		notes.push(
			'Customers without an e-mail address get a made-up one that exists on loopback only',
		);
	const customers = new Set(orders.map(({ email }) => email)).size;
	const mostMails = customers > MANY_CUSTOMERS ? MOST_MAILS : undefined;
	if (mostMails)
		notes.push(
			`${customers} customers: each kind of mail is sent to ${MOST_MAILS} of them at most`,
		);
	return { orders, asOf, mostMails, notes };
}
