import fc from 'fast-check';

import { isInControlGroup, placeInDraw } from '../../../nodes/core/segment/controlGroup';

const KEYS = Array.from({ length: 20_000 }, (_, i) => `customer-${i}@shop.example`);

function members(salt: string, percent: number): Set<string> {
	return new Set(KEYS.filter((key) => isInControlGroup(key, salt, percent)));
}

/** Six standard deviations: a fair draw misses it once in 500 million times. */
function bound(share: number, draws: number): number {
	return 6 * Math.sqrt(draws * share * (1 - share));
}

describe('placeInDraw', () => {
	// Source: coreutils, printf 'salt:key' | sha256sum, first 8 digits over 2^32.
	it.each<[string, string, number]>([
		['anna@shop.example', '', 0xdeae9b15 / 2 ** 32],
		['anna@shop.example', 'spring-2027', 0xd13a482b / 2 ** 32],
		['7', '', 0x9ba40220 / 2 ** 32],
		['한국어', '', 0x91a2c2a7 / 2 ** 32],
	])('%s with the salt "%s" stands at %d', (key, salt, place) => {
		expect(placeInDraw(key, salt)).toBe(place);
	});

	it('is from 0 up to, not including, 1, for any key and salt', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (key, salt) => {
				const place = placeInDraw(key, salt);
				expect(place).toBeGreaterThanOrEqual(0);
				expect(place).toBeLessThan(1);
				expect(placeInDraw(key, salt)).toBe(place);
			}),
		);
	});
});

describe('isInControlGroup', () => {
	it.each([0.5, 5, 10, 33.3, 50, 90])('holds about %d percent', (percent) => {
		const expected = (KEYS.length * percent) / 100;
		const distance = Math.abs(members('', percent).size - expected);
		expect(distance).toBeLessThanOrEqual(bound(percent / 100, KEYS.length));
	});

	it('is nobody at 0 percent and everybody at 100', () => {
		expect(members('any', 0).size).toBe(0);
		expect(members('any', 100).size).toBe(KEYS.length);
	});

	it('only adds members where the percentage grows', () => {
		fc.assert(
			fc.property(
				fc.string(),
				fc.string(),
				fc.double({ min: 0, max: 100, noNaN: true }),
				fc.double({ min: 0, max: 100, noNaN: true }),
				(key, salt, one, other) => {
					const [low, high] = [Math.min(one, other), Math.max(one, other)];
					if (isInControlGroup(key, salt, low)) {
						expect(isInControlGroup(key, salt, high)).toBe(true);
					}
				},
			),
		);
	});

	it('is drawn anew with another salt, by nothing of the draw before', () => {
		const spring = members('spring', 20);
		const summer = members('summer', 20);
		const inBoth = [...spring].filter((key) => summer.has(key)).length;
		// Independent: a fifth of a fifth.
		const distance = Math.abs(inBoth - KEYS.length * 0.04);
		expect(distance).toBeLessThanOrEqual(bound(0.04, KEYS.length));
	});
});
