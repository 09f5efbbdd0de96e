import { randomString, type IExecuteFunctions, type NodeExecutionHint } from 'n8n-workflow';

import { CONTACT_SCHEMA } from '../../core/memory/contactSchema';
import { CUSTOMER_SCHEMA } from '../../core/memory/customerSchema';
import { hashedKey } from '../../core/memory/hashedKey';
import { formatNumber } from '../../core/wording/formatNumber';
import { note, warning } from '../tellUser';
import type { CustomerMemory } from './CustomerMemory';
import { openDataTables } from './dataTable/openDataTables';
import type { MemoryConfiguration } from './readMemory';
import { WorkflowTable } from './WorkflowTable';

/** More customers than this make the workflow itself slow to load and save. */
const MANY_IN_WORKFLOW = 50_000;

function openStore(context: IExecuteFunctions, configuration: MemoryConfiguration) {
	if (configuration.kind === 'dataTable') {
		return openDataTables(context, configuration.table, [CUSTOMER_SCHEMA, CONTACT_SCHEMA]);
	}
	const data = context.getWorkflowStaticData('global');
	const customers = new WorkflowTable(data, CUSTOMER_SCHEMA);
	const contacts = new WorkflowTable(data, CONTACT_SCHEMA);
	const hints = (): NodeExecutionHint[] => {
		const size = Math.max(customers.size, contacts.size);
		return [
			...(context.getMode() === 'manual'
				? [note('This is a test run: n8n does not keep the memory of the workflow.')]
				: []),
			...(size > MANY_IN_WORKFLOW
				? [
						warning(
							`This workflow remembers ${formatNumber(size)} customers, which makes it slow to load and save. Choose N8n Data Table under Memory.`,
						),
					]
				: []),
		];
	};
	return { tables: [customers, contacts] as const, hints };
}

/**
 * Opens the customer memory of a run.
 *
 * Nothing is read or written yet; a store that cannot be reached throws when it is first used.
 */
export function openMemory(
	context: IExecuteFunctions,
	configuration: MemoryConfiguration,
): CustomerMemory {
	const { hash } = configuration;
	const {
		tables: [customers, contacts],
		hints,
	} = openStore(context, configuration);
	return {
		customers,
		contacts,
		run: randomString(16),
		keyOf: hash ? (customer) => hashedKey(customer, hash.secret) : (customer) => customer,
		hints: () => [
			...hints(),
			...(hash?.secret === ''
				? [
						note(
							'Keys are hashed without a secret: who reads the memory could try out addresses. Set Secret for Hashed Keys in Memory Options.',
						),
					]
				: []),
		],
	};
}
