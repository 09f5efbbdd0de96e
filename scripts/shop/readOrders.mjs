import { findColumns } from './findColumns.mjs';
import { addressMaker } from './madeUpAddress.mjs';
import { readCsv } from './readCsv.mjs';
import { newestDay, toIsoDates } from './toIsoDates.mjs';

/**
 * Reads an order export: its orders as the example workflows want them (email, firstName, date, amount, orderId), which
 * columns were used, the newest order day, and whether mail addresses had to be made up. A customer field that is empty
 * stays empty: such an order is for the nodes to report.
 */
export function readOrders(file, today) {
	const { columns, rows } = readCsv(file);
	const found = findColumns(columns);
	const dates = toIsoDates(rows.map((row) => row[found.date] ?? ''));
	const newest = newestDay(dates, today);
	if (newest === undefined) {
		throw new Error(
			`No date up to today in column "${found.date}" can be read; the first is "${dates[0]}".\nDates like 2026-12-31 or 31.12.2026 are read.`,
		);
	}
	const makeUp = addressMaker();
	let madeUp = false;
	const orders = rows.map((row, i) => {
		const known = row[found.email] || row[found.customer] || '';
		const needsAddress = known !== '' && !known.includes('@');
		madeUp ||= needsAddress;
		return {
			orderId: row[found.orderId] || `line ${i + 2}`,
			firstName: row[found.name] || (needsAddress ? `customer ${known}` : ''),
			email: needsAddress ? makeUp(known) : known,
			date: dates[i],
			amount: row[found.amount] ?? '',
		};
	});
	return { orders, columns: found, newest, madeUp };
}
