import { isAbsent } from '../shared/conditions';
import type { ItemReader } from '../shared/NodeParameters';
import type { LeadRule } from './ScoreLead.parameters';

/** Gives the names of the fields that any of the rules asks for and an item does not have. */
export function missingFields(rules: readonly LeadRule[]): ItemReader<string[]> {
	const fields = [...new Map(rules.flatMap(({ conditions }) => [...conditions.fields]))];
	return (item, itemIndex) => {
		const missing: string[] = [];
		for (const [name, read] of fields) if (isAbsent(read(item, itemIndex))) missing.push(name);
		return missing;
	};
}
