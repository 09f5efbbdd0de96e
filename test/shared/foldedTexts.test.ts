import fc from 'fast-check';

import { endsFolded, isFolded, startsFolded } from '../../nodes/shared/foldedTexts';

/** Letters that lower case changes in number (İ), by what stands beside them (Σ), or into plain ones (K, the sign of Kelvin). */
const text = fc
	.array(fc.constantFrom(...'abzABZ@.19 ßİıΣσςÜü', '\u212A', '\u0307'), { maxLength: 6 })
	.map((letters) => letters.join(''));

/** A text, and the other as it may stand in it. */
const related = fc.oneof(
	fc.tuple(text, text),
	fc.tuple(text, text, text).map(([before, middle, after]) => [before + middle + after, middle]),
	fc.tuple(text, text).map(([before, end]) => [before + end, end]),
	fc.tuple(text, text).map(([start, after]) => [start + after, start]),
	text.map((one) => [one, one]),
) as fc.Arbitrary<[string, string]>;

describe.each<
	[string, (left: string, lower: string) => boolean, (left: string, lower: string) => boolean]
>([
	['isFolded', isFolded, (left, lower) => left.toLocaleLowerCase() === lower],
	['startsFolded', startsFolded, (left, lower) => left.toLocaleLowerCase().startsWith(lower)],
	['endsFolded', endsFolded, (left, lower) => left.toLocaleLowerCase().endsWith(lower)],
])('%s', (_name, folded, defined) => {
	it('is what it is said to be', () => {
		let met = 0;
		fc.assert(
			fc.property(related, ([left, right]) => {
				const lower = right.toLocaleLowerCase();
				const answer = folded(left, lower);
				if (answer) met += 1;
				expect(answer).toBe(defined(left, lower));
			}),
			{ numRuns: 5_000 },
		);
		expect(met).toBeGreaterThan(200);
	});

	it.each([
		['Advocate', 'advocate', true],
		['advocates', 'lapsed', false],
		['', '', true],
		['', 'a', false],
	])('%j and %j: %p', (left, lower, expected) => {
		expect(folded(left, lower)).toBe(expected);
	});
});
