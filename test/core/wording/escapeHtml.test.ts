import fc from 'fast-check';

import { escapeHtml } from '../../../nodes/core/wording/escapeHtml';

const CHARACTER_OF: Record<string, string> = {
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&amp;': '&',
};

describe('escapeHtml', () => {
	// Source: docstring; HTML Living Standard, 13.1.2.3 and 13.1.4.
	it.each([
		['<b>5 & 6</b>', '&lt;b&gt;5 &amp; 6&lt;/b&gt;'],
		[`"a" 'b'`, '&quot;a&quot; &#39;b&#39;'],
		['&lt;', '&amp;lt;'],
		['', ''],
	])('%p is %s', (text, expected) => {
		expect(escapeHtml(text)).toBe(expected);
	});

	it('leaves no character that HTML reads, and loses none, of any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'&<>"\'ltamp;#39 ü') }), (text) => {
				const escaped = escapeHtml(text);
				expect(escaped).not.toMatch(/[<>"']/);
				expect(escaped.replace(/&(?:lt|gt|quot|#39|amp);/g, (one) => CHARACTER_OF[one]!)).toBe(
					text,
				);
			}),
		);
	});
});
