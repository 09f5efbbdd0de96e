import { readOutcome } from '../../../nodes/core/report/readOutcome';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';

const dates = { zone: new TimeZone('UTC'), order: 'auto' } as const;
const since = Date.UTC(2026, 10, 1);

describe('readOutcome', () => {
	it.each<[unknown, boolean]>([
		[true, true],
		[false, false],
		['Yes', true],
		['WON', true],
		[' no ', false],
		['', false],
		[null, false],
		[undefined, false],
		[0, false],
		[2, true],
		['12.50 €', true],
		['ja', true],
		['nein', false],
		['oui', true],
		['0', false],
		[[], false],
		[['order 7'], true],
		['2026-11-02', true],
		['2026-10-02', true],
	])('takes %p for %p', (value, expected) => {
		expect(readOutcome(value, undefined, dates)).toEqual({ ok: true, value: expected });
	});

	it.each<[unknown, boolean]>([
		['2026-11-01', true],
		['2026-10-31T23:59:59Z', false],
		[Date.UTC(2026, 10, 5), true],
		[Date.UTC(2026, 9, 5), false],
		[new Date(Date.UTC(2026, 9, 5)), false],
		[3, true],
		['yes', true],
	])('since November takes %p for %p', (value, expected) => {
		expect(readOutcome(value, since, dates)).toEqual({ ok: true, value: expected });
	});

	it.each([['perhaps'], [{ a: 1 }], ['2026-13-45'], ['03/04/2026']])('cannot read %p', (value) => {
		expect(readOutcome(value, undefined, dates).ok).toBe(false);
	});
});
