import type { ContactPolicy } from '../../core/memory/Contact';
import { readContactRules } from '../../shared/memory/readContactRules';
import { readMemory, type MemoryConfiguration } from '../../shared/memory/readMemory';
import type { ItemField, NodeParameters } from '../../shared/NodeParameters';

/** What is remembered of the customers of a run. */
export interface SplitMemoryConfiguration {
	store: MemoryConfiguration;
	/** What identifies a customer; undefined for what earlier nodes or the usual fields tell. */
	customer: ItemField | undefined;
	/** How often a customer is told of a campaign; undefined where whoever is found is told. */
	rules: ContactPolicy | undefined;
}

/** The memory of the node; undefined where the items bring what is known. */
export function readSplitMemory(parameters: NodeParameters): SplitMemoryConfiguration | undefined {
	const store = readMemory(parameters);
	return (
		store && {
			store,
			customer: parameters.field('customerField'),
			rules: readContactRules(parameters),
		}
	);
}
