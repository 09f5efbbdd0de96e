import fc from 'fast-check';

import { LIFECYCLE_STAGES } from '../../../nodes/core/lifecycle/LifecycleStage';
import { named } from '../../../nodes/core/wording/named';

describe('named', () => {
	// Source: docstring.
	it.each<[readonly string[], unknown, string | undefined, string]>([
		[['hot', 'cold'], ' Hot ', 'hot', 'any case, white space around'],
		[['atRisk'], 'ATRISK', 'atRisk', 'kills: only the text put in lower case'],
		[['hot'], 'hotter', undefined, 'kills: begins with'],
		[['hot'], '', undefined, 'blank'],
		[['hot'], null, undefined, 'null'],
		[['hot'], 0, undefined, 'number'],
		[['hot'], ['hot'], undefined, 'kills: String(["hot"])'],
		[[], 'hot', undefined, 'no names'],
		[['hot'], 'constructor', undefined, 'key of a prototype'],
	])('%p, %p: %p (%s)', (names, text, expected) => {
		expect(named(names, text)).toBe(expected);
	});

	it('gives one of the names or nothing, for anything', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				const name = named(LIFECYCLE_STAGES, value);
				expect([undefined, ...LIFECYCLE_STAGES]).toContain(name);
			}),
		);
	});
});
