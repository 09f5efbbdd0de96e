import fc from 'fast-check';

import { TimeZone } from '../../../../nodes/core/reading/TimeZone';
import {
	contactedByLapse,
	contactedLately,
} from '../../../../nodes/core/segment/leaveAlone/contactedLately';
import { leftAloneText } from '../../../../nodes/core/segment/leaveAlone/leftAloneText';
import { outOfSeason } from '../../../../nodes/core/segment/leaveAlone/outOfSeason';
import { bothWaits, type Wait } from '../../../../nodes/core/segment/leaveAlone/Wait';
import { SUPPRESSION_KINDS } from '../../../../nodes/core/segment/Suppression';

const zone = new TimeZone('Europe/Berlin');
const HOUR = 3_600_000;
const asOf = Date.parse('2026-11-20T12:00:00Z');

describe('contactedLately', () => {
	const lately = (at: number | 'unreadable', hours: number, means = 'by e-mail') =>
		contactedLately({ at, means }, hours, zone, asOf);

	// Source: docstring of contactedLately.
	it.each<[string, number | 'unreadable', number, string | undefined, number | undefined]>([
		['long ago', asOf - 73 * HOUR, 72, undefined, undefined],
		['exactly so long ago', asOf - 72 * HOUR, 72, undefined, undefined],
		[
			'a moment less',
			asOf - 72 * HOUR + 1,
			72,
			'Contacted by e-mail 71 hours ago, less than 3 days.',
			1,
		],
		['just now', asOf, 1, 'Contacted by e-mail 0 minutes ago, less than 60 minutes.', HOUR],
		['within no hours', asOf, 0, undefined, undefined],
		[
			'in the future',
			asOf + 48 * HOUR,
			24,
			'The last contact by e-mail is in the future: 2026-11-22.',
			72 * HOUR,
		],
		[
			'unreadable',
			'unreadable',
			24,
			'The last contact by e-mail cannot be read: it may have been a moment ago.',
			24 * HOUR,
		],
	])('%s', (_, at, hours, reason, later) => {
		expect(lately(at, hours)).toEqual(
			reason === undefined
				? undefined
				: { by: 'contactedLately', reason, until: asOf + (later ?? 0) },
		);
	});

	it('names no means where any counts', () => {
		expect(lately(asOf - HOUR, 72, '')?.reason).toBe('Contacted 60 minutes ago, less than 3 days.');
	});

	it('holds until the instant it tells, and no longer', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 200 }),
				fc.integer({ min: 1, max: 100 }),
				(ago, hours) => {
					const wait = lately(asOf - ago * HOUR, hours);
					expect(wait !== undefined).toBe(ago < hours);
					if (!wait) return;
					const last = { at: asOf - ago * HOUR, means: '' };
					expect(contactedLately(last, hours, zone, wait.until! - 1)).toBeDefined();
					expect(contactedLately(last, hours, zone, wait.until!)).toBeUndefined();
				},
			),
		);
	});

	it.each<[unknown, boolean]>([
		[{ lapse: { contact: { suppressedUntil: '2026-11-25T00:00:00.000+01:00' } } }, true],
		[{ lapse: { contact: { suppressedUntil: '2026-11-20T13:00:00.000+01:00' } } }, false],
		[{ lapse: { contact: { suppressedUntil: null } } }, false],
		[{ lapse: { contact: { suppressedUntil: 'soon' } } }, false],
		[{ lapse: { status: 'active' } }, false],
		[{}, false],
	])('follows Detect Lapsed: %j', (record, expected) => {
		const wait = contactedByLapse(record, zone, asOf);
		expect(wait?.until).toBe(expected ? Date.parse('2026-11-24T23:00:00Z') : undefined);
		if (wait) expect(wait.reason).toContain('2026-11-25');
	});
});

describe('outOfSeason', () => {
	const customer = (startsOn: unknown, suggestedGoal = 'waitForSeason') => ({
		lifecycle: { suggestedGoal, season: { startsOn, endsOn: '2026-12-30T00:00:00.000+01:00' } },
	});

	it.each<[string, object, Partial<Wait> | undefined]>([
		[
			'before the season',
			customer('2026-12-10T00:00:00.000+01:00'),
			{
				by: 'outOfSeason',
				reason: 'Buys by season, next from 2026-12-10 on.',
				until: Date.parse('2026-12-09T23:00:00Z'),
			},
		],
		['in it', customer('2026-11-20T00:00:00.000+01:00'), undefined],
		['as it begins', customer('2026-11-20T13:00:00.000+01:00'), undefined],
		['with another goal', customer('2026-12-10T00:00:00.000+01:00', 'nextPurchase'), undefined],
		['without a date', customer(null), { by: 'outOfSeason', until: undefined }],
		['unknown', {}, undefined],
	])('%s', (_, record, expected) => {
		const wait = outOfSeason(record, zone, asOf);
		if (expected) expect(wait).toMatchObject(expected);
		else expect(wait).toBeUndefined();
	});
});

describe('bothWaits', () => {
	const season: Wait = { by: 'outOfSeason', reason: 'Season.', until: 5 };
	const contact: Wait = { by: 'contactedLately', reason: 'Contact.', until: 9 };
	const endless: Wait = { by: 'outOfSeason', reason: 'Season.', until: undefined };

	it.each<[Wait | undefined, Wait | undefined, Wait | undefined]>([
		[undefined, undefined, undefined],
		[season, undefined, season],
		[undefined, contact, contact],
		[season, contact, { ...season, until: 9 }],
		[contact, season, { ...contact, until: 9 }],
		[endless, contact, endless],
		[contact, endless, { ...contact, until: undefined }],
	])('%j and %j', (first, second, expected) => {
		expect(bothWaits(first, second)).toEqual(expected);
	});
});

describe('leftAloneText', () => {
	it('tells kinds in the order in which they are told of a person', () => {
		expect(
			leftAloneText(
				new Map([
					['contactedLately', 5],
					['lost', 3],
					['unsubscribed', 1200],
				]),
			),
		).toBe('Left alone: 1,200 unsubscribed, 3 lost, 5 contacted lately.');
	});

	it('has words for every kind, and none for nobody', () => {
		for (const kind of SUPPRESSION_KINDS) {
			expect(leftAloneText(new Map([[kind, 1]]))).toMatch(/^Left alone: 1 [a-z ]+\.$/);
		}
		expect(leftAloneText(new Map([['lost', 0]]))).toBe('');
	});
});
