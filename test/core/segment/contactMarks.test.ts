import fc from 'fast-check';

import {
	isMarkedDisqualified,
	isMarkedLost,
	isStillSubscribed,
} from '../../../nodes/core/segment/contactMarks';

describe('isStillSubscribed', () => {
	// Source: docstring of isStillSubscribed; values of Mailchimp, HubSpot and sheets.
	it.each<[unknown, boolean, string]>([
		[false, true, 'a clear no'],
		['false', true, 'a clear no in text'],
		[0, true, 'a clear no'],
		[' No ', true, 'any case'],
		['subscribed', true, 'status of Mailchimp'],
		[true, false, 'yes'],
		['yes', false, 'yes'],
		[1, false, 'yes'],
		['unsubscribed', false, 'kills: ends with "subscribed"'],
		['inactive', false, 'kills: ends with "active"'],
		['2026-01-01', false, 'the date of leaving'],
		['cleaned', false, 'a word nobody foresaw'],
		['', false, 'no clear no'],
		[{}, false, 'record'],
	])('%p: %p (%s)', (value, expected) => {
		expect(isStillSubscribed(value)).toBe(expected);
	});

	it('never throws; whatever it was not made for counts as unsubscribed', () => {
		expect(isStillSubscribed(JSON.parse('{"toString":"no"}'))).toBe(false);
		expect(isStillSubscribed(Object.create(null))).toBe(false);
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.anything()), (record) => {
				expect(isStillSubscribed(record)).toBe(false);
			}),
		);
	});
});

describe('isMarkedLost', () => {
	it.each<[unknown, boolean]>([
		[{ lifecycle: { stage: 'lost' } }, true],
		[{ lapse: { status: 'lost' } }, true],
		[{ lifecycle: { stage: 'lapsed' }, lapse: { status: 'lost' } }, true],
		[{ lapse: { status: 'lost', watch: 'purchases' } }, true],
		[{ lapse: { status: 'lost', watch: 'subscribers' } }, true],
		[{ lapse: { status: 'lost', watch: 'carts' } }, false],
		[{ lapse: { status: 'lost', watch: 'deals' } }, false],
		[{ lifecycle: { stage: 'lost' }, lapse: { status: 'lost', watch: 'carts' } }, true],
		[{ lifecycle: { stage: 'lapsed' } }, false],
		[{ lifecycle: { status: 'lost' } }, false],
		[{ stage: 'lost' }, false],
		[{ lifecycle: 'lost' }, false],
		[{ lifecycle: null }, false],
		[{}, false],
		[null, false],
	])('%j: %p', (record, expected) => {
		expect(isMarkedLost(record)).toBe(expected);
	});

	it('never throws, for anything', () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), (record, lifecycle) => {
				expect(() => isMarkedLost(record)).not.toThrow();
				expect(() => isMarkedLost({ lifecycle })).not.toThrow();
			}),
		);
	});
});

describe('isMarkedDisqualified', () => {
	const rule = { rule: 'Competitor', evidence: 'company is Rival' };

	it.each<[unknown, boolean]>([
		[{ leadScore: { band: 'cold', bandSetBy: rule } }, true],
		[{ leadScore: { band: 'cold', bandSetBy: null } }, false],
		[{ leadScore: { band: 'cold' } }, false],
		[{ leadScore: { band: 'hot', bandSetBy: rule } }, false],
		[{ band: 'cold', bandSetBy: rule }, false],
		[{}, false],
		[null, false],
	])('%j: %p', (record, expected) => {
		expect(isMarkedDisqualified(record)).toBe(expected);
	});
});
