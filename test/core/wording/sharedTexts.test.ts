import { SharedTexts } from '../../../nodes/core/wording/SharedTexts';

function counting() {
	let made = 0;
	const texts = new SharedTexts<number>((value) => {
		made += 1;
		return `${value} orders`;
	});
	return { texts, made: () => made };
}

describe('Texts that are shared', () => {
	it('are made once for each value, in whatever order they come', () => {
		const { texts, made } = counting();
		for (const value of [1, 1, 2, 1, 2, 0, 2]) {
			expect(texts.of(value)).toBe(`${value} orders`);
		}
		expect(made()).toBe(3);
	});

	it('are made anew once most values came once', () => {
		const { texts, made } = counting();
		for (let value = 0; value <= 1_001; value++) texts.of(value);
		expect(texts.of(7)).toBe('7 orders');
		expect(made()).toBe(1_003);
	});

	it('are looked for as long as most values come again', () => {
		const { texts, made } = counting();
		for (let round = 0; round < 3; round++) {
			for (let value = 0; value < 1_000; value++) texts.of(value);
		}
		texts.of(1_000);
		texts.of(7);
		expect(made()).toBe(1_001);
	});

	it('are the same for a value that is not known', () => {
		const texts = new SharedTexts((value: unknown) => String(value));
		expect([texts.of(undefined), texts.of(undefined), texts.of(Number.NaN)]).toEqual([
			'undefined',
			'undefined',
			'NaN',
		]);
	});
});
