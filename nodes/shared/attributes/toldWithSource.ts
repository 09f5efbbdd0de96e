import { isAbsent, type ConditionRow } from '../conditionRow';
import type { AttributeSource } from './AttributeValues';

/** What is recognised or worked out is told with what it comes from: age is 34 (born 1992-03-01). */
export function toldWithSource(
	row: ConditionRow,
	sources: readonly AttributeSource[],
): ConditionRow {
	return {
		...row,
		clause: (item, itemIndex) => {
			const clause = row.clause(item, itemIndex);
			for (const { name, read, word } of sources) {
				const value = read(item, itemIndex);
				if (isAbsent(value)) continue;
				if (name === row.left.name) return clause;
				return `${clause} (${word ?? `${name} is`} ${String(value)})`;
			}
			return clause;
		},
	};
}
