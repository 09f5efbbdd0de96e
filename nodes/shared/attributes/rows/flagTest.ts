import type { ValueTest } from '../../../core/attribute/comparison/ValueTest';
import { readFlag } from '../../../core/attribute/readAttribute';
import { quoted } from '../../Rejection';

/**
 * Whether a value says yes, or no: true and false, a number above zero or zero, yes and no as people
 * write them, and any date, which says that it happened.
 */
export function flagTest(isTrue: boolean): ValueTest {
	return {
		accepts: (value) => {
			const flag = readFlag(value);
			if (flag.ok) return flag.value === isTrue;
			if (flag.problem === 'missing') return false;
			throw new Error(`${quoted(value)} is neither yes nor no`);
		},
		tell: (value) => `is ${String(value)}`,
	};
}
