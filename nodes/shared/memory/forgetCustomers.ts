import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readCustomerKey } from '../../core/reading/readCustomerKey';
import { counted } from '../../core/wording/formatNumber';
import { BadRecords } from '../BadRecords';
import { configurationFault } from '../configurationFault';
import { enrichedItem } from '../enrichedItem';
import type { NodeParameters } from '../NodeParameters';
import { Rejection } from '../Rejection';
import { absentField, note, tellUser } from '../tellUser';
import type { CustomerMemory } from './CustomerMemory';
import { memoryOf } from './memoryOf';
import { sameCustomers } from './sameCustomers';
import { withMemoryFaults } from './withMemoryFaults';

/**
 * The operation Forget Customer: removes all that the memory holds of the customers of the items.
 *
 * Every item passes on with `forgotten`: who it was about and how many rows there were; whoever is not in
 * the memory has none. Items without a customer are skipped and counted in a hint.
 */
export async function forgetCustomers(
	context: IExecuteFunctions,
	parameters: NodeParameters,
): Promise<INodeExecutionData[][]> {
	const memory = memoryOf(context, parameters);
	const field = parameters.field('forgetCustomerField');
	if (!field) {
		throw configurationFault(
			context,
			`${parameters.labelOf('forgetCustomerField')} is empty`,
			'Name the field with the e-mail address or ID of the customer',
		);
	}
	const items = context.getInputData();
	const bad = new BadRecords(context, 'item', 'skipped', 'skip');
	const keys = items.map((item, itemIndex) => {
		const value = field.read(item, itemIndex);
		const key = readCustomerKey(value);
		if (key.ok) return key.value;
		bad.rejectThrown(
			itemIndex,
			Rejection.ofValue(
				field,
				value,
				key.problem,
				'customer',
				'Give the ID or the e-mail address of the customer with each item',
			),
		);
		return undefined;
	});
	const known = [...new Set(keys)].filter((key) => key !== undefined);
	const rowsOf = await withMemoryFaults(context, () => forget(memory, known));

	const unknown = known.filter((key) => rowsOf.get(key) === 0).length;
	const isAbsent = items.length > 0 && known.length === 0;
	tellUser(context, [
		...(isAbsent ? [absentField(field, items)] : bad.hints(items.length)),
		...(unknown > 0
			? [note(`${counted(unknown, 'customer')} not in the memory: there was nothing to forget.`)]
			: []),
		...memory.hints(),
	]);
	return [
		items.flatMap((item, i) => {
			const customer = keys[i];
			if (customer === undefined) return [];
			return [enrichedItem(item, 'forgotten', { customer, rows: rowsOf.get(customer)! }, i)];
		}),
	];
}

/**
 * Removes customers from both tables, all at once.
 *
 * What was stored before keys were hashed is found too, and what was stored under another key of the same
 * customer.
 *
 * @returns how many rows there were of each
 */
async function forget(
	memory: CustomerMemory,
	customers: readonly string[],
): Promise<Map<string, number>> {
	const rowsOf = new Map(customers.map((customer) => [customer, 0]));
	if (customers.length === 0) return rowsOf;
	const sameAs = await sameCustomers(memory.customers);
	const customerOf = new Map(
		customers.flatMap((customer) =>
			[customer, memory.keyOf(customer)].flatMap(sameAs).map((stored) => [stored, customer]),
		),
	);
	const stored = [...customerOf.keys()];
	for (const table of [memory.customers, memory.contacts]) {
		for (const { values } of await table.read(stored)) {
			const customer = customerOf.get(String(values.customer))!;
			rowsOf.set(customer, rowsOf.get(customer)! + 1);
		}
		await table.forget(stored);
	}
	return rowsOf;
}
