import fc from 'fast-check';

import { Recogniser } from '../../../../nodes/core/attribute/recognition/Recogniser';

describe('Recogniser', () => {
	it('says the same however often it is asked, and whatever else it was asked before', () => {
		const used = new Recogniser();
		const titles = ['CEO', 'Buyer', 'Leiter Einkauf', '대표이사', 'Zzyzx', ''];
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...titles)), (asked) => {
				for (const title of asked) expect(used.title(title)).toEqual(new Recogniser().title(title));
			}),
			{ numRuns: 10 },
		);
	});

	it('takes a code as a number apart from the same text, and NACE apart from SIC', () => {
		const recogniser = new Recogniser();
		expect(recogniser.sector({ sic: '2711' })).toBe('media');
		expect(recogniser.sector({ nace: '2711' })).toBe('manufacturing');
		expect(recogniser.sector({ industry: '2711' })).toBeNull();
		expect(recogniser.sector({ sic: 2711 })).toBe('media');
	});

	// Kills: a result that a caller changes is given to the next one.
	it('gives results that cannot be changed', () => {
		const recogniser = new Recogniser();
		for (const title of ['CEO', '', 'Zzyzx']) {
			expect(Object.isFrozen(recogniser.title(title))).toBe(true);
		}
		expect(Object.isFrozen(recogniser.title(null))).toBe(true);
	});

	it('has nothing to say of a title that is no text', () => {
		fc.assert(
			fc.property(
				fc.anything().filter((value) => typeof value !== 'string'),
				(value) => {
					expect(new Recogniser().title(value)).toEqual({
						seniority: null,
						decisionRole: null,
						department: null,
					});
				},
			),
			{ numRuns: 20 },
		);
	});

	it('reads very long texts, and goes on where it keeps no more of them', () => {
		const recogniser = new Recogniser();
		expect(recogniser.title('CEO & ('.repeat(100_000)).seniority).toBe('cLevel');
		const many = Array.from({ length: 60_000 }, (_, i) => `Head of Sales ${i}`);
		const other = many.filter((title) => recogniser.title(title).seniority !== 'director');
		expect(other).toEqual([]);
		expect(recogniser.title(many[0]).department).toBe('sales');
	});
});
