import fc from 'fast-check';

import { gradeOf } from '../../../nodes/core/lead/gradeOf';
import { leadModelSchema } from '../../../nodes/core/lead/LeadModel';

const RULE = { name: 'Size', category: 'fit', points: 10, counts: 'lead' } as const;
const THIRDS = leadModelSchema.parse({ rules: [RULE] }).grades;

describe('gradeOf', () => {
	// Source: default of the model: best from two thirds, middle from one third of the maximum.
	it.each([
		[20, 30, 'A1'],
		[19.99, 30, 'B2'],
		[10, 30, 'B2'],
		[9.99, 30, 'C3'],
		[0, 30, 'C3'],
		[-5, 30, 'C3'],
		[30, 30, 'A1'],
		[2, 3, 'A1'],
		[1, 3, 'B2'],
		[14, 21, 'A1'],
		[0.02, 0.03, 'A1'],
		[200_000, 300_000, 'A1'],
		[199_999.99, 300_000, 'B2'],
	])('%p of %p points in both categories is %s', (points, max, grade) => {
		expect(gradeOf({ points, max }, { points, max }, THIRDS)).toBe(grade);
	});

	it('gives letters to fit and numbers to engagement', () => {
		const [full, none] = [
			{ points: 30, max: 30 },
			{ points: 0, max: 30 },
		];
		expect(gradeOf(full, none, THIRDS)).toBe('A3');
		expect(gradeOf(none, full, THIRDS)).toBe('C1');
	});

	it.each(['fit', 'engagement'] as const)(
		'grades a category without points last: %s',
		(category) => {
			const of = (one: string) =>
				one === category ? { points: 0, max: 0 } : { points: 30, max: 30 };
			const [fit, engagement] = [of('fit'), of('engagement')];
			expect(gradeOf(fit, engagement, THIRDS)).toBe(category === 'fit' ? 'C1' : 'A3');
			// Kills: no points of none are enough for a cut-off of zero.
			const fromZero = { fit: [0], engagement: [0] };
			expect(gradeOf(fit, engagement, fromZero)).toBe(category === 'fit' ? 'B1' : 'A2');
		},
	);

	it('has nine letters and nine numbers at most, and any size below', () => {
		const eight = [80, 70, 60, 50, 40, 30, 20, 10];
		const at = (points: number) => ({ points, max: 100 });
		const cutOffs = { fit: eight, engagement: [50] };
		expect(gradeOf(at(80), at(50), cutOffs)).toBe('A1');
		expect(gradeOf(at(45), at(49), cutOffs)).toBe('E2');
		expect(gradeOf(at(9), at(0), cutOffs)).toBe('I2');
		expect(gradeOf(at(0), at(9), { fit: [50], engagement: eight })).toBe('B9');
	});

	it('is a letter and a number, never worse with more points', () => {
		const cutOffs = fc
			.uniqueArray(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 8 })
			.map((all) => all.sort((a, b) => b - a));
		const points = fc.integer({ min: -5000, max: 20_000 }).map((cents) => cents / 100);
		fc.assert(
			fc.property(cutOffs, points, points, fc.nat({ max: 200 }), (all, one, other, max) => {
				const grades = { fit: all, engagement: all };
				const [less, more] = [Math.min(one, other), Math.max(one, other)];
				const lower = gradeOf({ points: less, max }, { points: less, max }, grades);
				const upper = gradeOf({ points: more, max }, { points: more, max }, grades);
				expect(lower).toMatch(/^[A-I][1-9]$/);
				expect(upper <= lower).toBe(true);
				expect(lower.charCodeAt(0) - 64).toBe(Number(lower.charAt(1)));
			}),
		);
	});
});
