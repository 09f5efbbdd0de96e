import { readCount } from '../reading/readCount';
import { notRead, read, type Reading } from '../reading/Reading';
import { readLooseNumber } from '../attribute/readLooseNumber';

/**
 * Reads how often something happened: a whole number from zero up, also as people and sheets write it.
 * A single mark with three digits behind it is one of thousands.
 *
 * Problems: those of `readCount`.
 *
 * @example
 * readCounter('1,200') //=> 1200
 * readCounter('12 visits') //=> 12
 */
export function readCounter(value: unknown): Reading<number> {
	const count = readCount(value);
	if (count.ok || count.problem !== 'unreadable' || typeof value !== 'string') return count;
	const loose = readLooseNumber(value, 'thousands');
	if (!loose.ok || !Number.isSafeInteger(loose.value)) return count;
	return loose.value < 0 ? notRead('negative') : read(loose.value);
}
