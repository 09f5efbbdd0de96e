import { sha256 } from '@noble/hashes/sha2';

const BELOW_32_BITS = 2 ** 32;

/**
 * Where a person stands in the draw of a control group, from 0 up to, not including, 1.
 *
 * It is the first 32 bits of the SHA-256 of `salt:key` in UTF-8 over 2^32, so that anybody can work
 * it out again, e.g. with `printf ':anna@shop.example' | sha256sum`. The same key and salt always
 * give the same place; another salt gives one that has nothing to do with it.
 */
export function placeInDraw(key: string, salt: string): number {
	const [first = 0, second = 0, third = 0, fourth = 0] = sha256(`${salt}:${key}`);
	return (first * 2 ** 24 + second * 2 ** 16 + third * 2 ** 8 + fourth) / BELOW_32_BITS;
}

/**
 * Whether a person is in a control group of so many percent.
 *
 * A higher percentage keeps all members and adds more; 0 is nobody, 100 is everybody.
 */
export function isInControlGroup(key: string, salt: string, percent: number): boolean {
	return placeInDraw(key, salt) < percent / 100;
}
