import { checkSegmentNames, MAX_SEGMENTS } from '../../../nodes/core/segment/checkSegmentNames';

const names = (count: number) => Array.from({ length: count }, (_, i) => `Segment ${i + 1}`);

describe('checkSegmentNames', () => {
	// Source: docstring of checkSegmentNames.
	it.each<[string, string[]]>([
		['no segments', []],
		['as many as there may be', names(MAX_SEGMENTS)],
		['names like a prototype’s', ['__proto__', 'constructor', 'toString']],
		['names that only begin alike', ['Fans', 'Fans 2']],
	])('accepts %s', (_, segments) => {
		expect(() => checkSegmentNames(segments, 'Everyone Else')).not.toThrow();
	});

	it.each<[string, string[], string]>([
		['one too many', names(MAX_SEGMENTS + 1), 'tooManySegments'],
		['a blank name', ['Fans', '  '], 'emptyName'],
		['the same name', ['Fans', 'Lost', 'Fans'], 'duplicateSegmentName'],
		['the same name in another case', ['Fans', ' FANS '], 'duplicateSegmentName'],
		['the name of everyone else', ['everyone else '], 'duplicateSegmentName'],
	])('refuses %s', (_, segments, code) => {
		expect(() => checkSegmentNames(segments, 'Everyone Else')).toThrow(
			expect.objectContaining({ name: 'SegmentationError', code, hint: expect.any(String) }),
		);
	});

	it('names the place of a blank name as people count', () => {
		expect(() => checkSegmentNames(['Fans', ''], 'Everyone Else')).toThrow('Segment 2 has no name');
	});
});
