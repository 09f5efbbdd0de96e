import { isBlank, notRead, read, type Reading } from './Reading';

const IN_STOCK = new Set('true yes y available instock onbackorder backorder preorder'.split(' '));
const OUT_OF_STOCK = new Set(
	'false no n none unavailable notavailable outofstock soldout notinstock discontinued'.split(' '),
);

function readOne(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	if (typeof value === 'number') return Number.isNaN(value) ? undefined : value > 0;
	if (typeof value !== 'string') return undefined;
	const text = value.trim().toLowerCase();
	if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return Number(text) > 0;
	const word = text.replace(/[\s_-]+/g, '');
	if (IN_STOCK.has(word)) return true;
	return OUT_OF_STOCK.has(word) ? false : undefined;
}

/**
 * Reads whether there is anything left to sell: true and false, yes and no, in stock and out of stock
 * as shops write it, or how many there are. Of several products one that is left is enough.
 *
 * Problems: `missing` where nothing is said, `unreadable` for anything else.
 *
 * @example
 * readStock(['outofstock', 2]) //=> { ok: true, value: true }
 */
export function readStock(value: unknown): Reading<boolean> {
	const told = [value].flat(Number.POSITIVE_INFINITY).filter((one) => !isBlank(one));
	if (told.length === 0) return notRead('missing');
	let isAnyLeft = false;
	for (const one of told) {
		const isLeft = readOne(one);
		if (isLeft === undefined) return notRead('unreadable');
		isAnyLeft ||= isLeft;
	}
	return read(isAnyLeft);
}
