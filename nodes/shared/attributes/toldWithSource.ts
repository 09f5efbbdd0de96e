import { isAbsent, type ConditionRow } from '../conditionRow';
import type { AttributeSource } from './AttributeValues';

/**
 * What is recognised or worked out is told with what it comes from: age is 34 (born 1992-03-01).
 *
 * @param tellsAll whether it comes from all sources together; otherwise the first that is known is told
 */
export function toldWithSource(
	row: ConditionRow,
	sources: readonly AttributeSource[],
	tellsAll = false,
): ConditionRow {
	return {
		...row,
		clause: (item, itemIndex) => {
			const clause = row.clause(item, itemIndex);
			const told: string[] = [];
			for (const { name, read, word } of sources) {
				const value = read(item, itemIndex);
				if (isAbsent(value)) continue;
				if (name === row.left.name) return clause;
				told.push(`${word ?? `${name} is`} ${String(value)}`);
				if (!tellsAll) break;
			}
			return told.length === 0 ? clause : `${clause} (${told.join(', ')})`;
		},
	};
}
