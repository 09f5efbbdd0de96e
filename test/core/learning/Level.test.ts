import { joinedLevel, levelName, type Level } from '../../../nodes/core/learning/Level';

const numbers = (given: Partial<Extract<Level, { kind: 'numbers' }>>): Level => ({
	kind: 'numbers',
	lowest: 0,
	highest: 1,
	areWhole: true,
	...given,
});

describe('levelName', () => {
	it.each<[Level, string]>([
		[numbers({ from: 500, to: 2000 }), 'from 500 to 1,999'],
		[numbers({ from: 500, to: 2000, areWhole: false }), 'from 500 to below 2,000'],
		[numbers({ from: 0.25, to: 0.5 }), 'from 0.25 to below 0.5'],
		[numbers({ to: 30 }), 'below 30'],
		[numbers({ from: 60 }), 'from 60 up'],
		[numbers({}), 'is a number'],
		[numbers({ to: 0, lowest: -1, highest: -1 }), 'is -1'],
		[{ kind: 'texts', values: ['student'] }, 'is student'],
		[{ kind: 'texts', values: ['a', 'b', true] }, 'is a, b or true'],
		[
			{ kind: 'otherTexts', named: ['a'], hasWhiteSpace: false, hasNotANumber: false },
			'is anything else',
		],
		[{ kind: 'missing', hasWhiteSpace: false, hasNotANumber: false }, 'not given'],
		[{ kind: 'given', hasWhiteSpace: false, hasNotANumber: false }, 'given'],
		[{ kind: 'tag', tag: 'webinar', has: true }, 'has webinar'],
		[{ kind: 'tag', tag: 'webinar', has: false }, 'has not webinar'],
	])('of %j is %p', (level, name) => {
		expect(levelName(level)).toBe(name);
	});
});

describe('joinedLevel', () => {
	it('joins texts, and numbers with nothing between them', () => {
		expect(joinedLevel({ kind: 'texts', values: ['a'] }, { kind: 'texts', values: ['b'] })).toEqual(
			{ kind: 'texts', values: ['a', 'b'] },
		);
		expect(
			joinedLevel(
				numbers({ to: 5, lowest: 1, highest: 4 }),
				numbers({ from: 5, lowest: 6, highest: 9, areWhole: false }),
			),
		).toEqual({ kind: 'numbers', lowest: 1, highest: 9, areWhole: false });
	});

	it('joins nothing else', () => {
		const missing: Level = { kind: 'missing', hasWhiteSpace: false, hasNotANumber: false };
		expect(joinedLevel(numbers({ to: 5 }), numbers({ from: 6 }))).toBeUndefined();
		expect(joinedLevel(numbers({}), numbers({}))).toBeUndefined();
		expect(joinedLevel(missing, { kind: 'texts', values: ['a'] })).toBeUndefined();
	});
});
