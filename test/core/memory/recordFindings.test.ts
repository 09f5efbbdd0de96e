import fc from 'fast-check';

import {
	NO_FINDINGS,
	readRecordFindings,
	writeRecordFindings,
	type RecordFinding,
	type RecordFindings,
} from '../../../nodes/core/memory/recordFindings';

const NOT_MET: RecordFinding = { isMet: false, times: 1, at: null };

const finding: fc.Arbitrary<RecordFinding> = fc.oneof(
	fc.constant(NOT_MET),
	fc.record({
		isMet: fc.constant(true),
		times: fc.oneof(fc.constant(1), fc.nat()),
		at: fc.option(fc.integer({ min: -1e12, max: 4e12 })),
	}),
);

const findings: fc.Arbitrary<RecordFindings> = fc.record({
	rules: fc
		.uniqueArray(fc.tuple(fc.string(), finding), { minLength: 1, selector: ([mark]) => mark })
		.map((entries) => new Map(entries)),
	missing: fc.uniqueArray(fc.string()),
	lastAt: fc.option(fc.integer({ min: 0, max: 4e12 })),
});

describe('What rules found in a record', () => {
	it('is compact: marks alone where nothing is counted, nothing that is not known', () => {
		const rules = new Map<string, RecordFinding>([
			['9ab3', NOT_MET],
			['7d20', { isMet: true, times: 12, at: 1767225600000 }],
			['5e5e', { isMet: true, times: 3, at: null }],
			['0c1f', { isMet: true, times: 1, at: null }],
		]);
		expect(writeRecordFindings({ rules, missing: ['9ab3.0'], lastAt: 1500 })).toBe(
			'{"v":1,"met":["0c1f",["5e5e",3],["7d20",12,1767225600]],"not":["9ab3"],"missing":["9ab3.0"],"last":"1500"}',
		);
		expect(writeRecordFindings(NO_FINDINGS)).toBe('');
	});

	it('is read back as it was, and written the same in any order', () => {
		fc.assert(
			fc.property(findings, (found) => {
				const text = writeRecordFindings(found);
				const again = readRecordFindings(text)!;
				expect(again.rules).toEqual(found.rules);
				expect(again.lastAt).toBe(found.lastAt);
				expect([...again.missing].sort()).toEqual([...found.missing].sort());
				const reversed = { ...found, rules: new Map([...found.rules].reverse()) };
				expect(writeRecordFindings(reversed)).toBe(text);
			}),
		);
	});

	it.each([
		['no JSON', '{'],
		['another version', '{"v":2,"met":[],"not":[]}'],
		['no list of what is met', '{"v":1,"met":{},"not":[]}'],
		['a mark that is none', '{"v":1,"met":[7],"not":[]}'],
		['a number that is none', '{"v":1,"met":[["a","x"]],"not":[]}'],
		['a number below zero', '{"v":1,"met":[["a",-1]],"not":[]}'],
		['an instant that is none', '{"v":1,"met":[["a",1,"x"]],"not":[]}'],
		['no list of what is not met', '{"v":1,"met":[]}'],
		['names that are none', '{"v":1,"met":[],"not":[],"missing":[1]}'],
		['null', 'null'],
	])('is nothing where the text is %s', (_what, text) => {
		expect(readRecordFindings(text)).toBeUndefined();
	});

	it('is nothing found where there is no text', () => {
		expect(readRecordFindings(' ')).toBe(NO_FINDINGS);
	});
});
