import type { Contact, ContactDecision, ContactPolicy } from '../../../nodes/core/memory/Contact';
import {
	claimedContact,
	decideContact,
	type ContactRequest,
} from '../../../nodes/core/memory/decideContact';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';
import { aContact, aPolicy, KEY } from './aContact';

const zone = new TimeZone('Europe/Berlin');
/** Noon in Berlin, in winter. */
const NOW = Date.UTC(2026, 10, 28, 11);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const due = (number: number): ContactDecision => ({ isDue: true, number });
const held = (
	heldBy: Extract<ContactDecision, { isDue: false }>['heldBy'],
	until: number | null = null,
): ContactDecision => ({ isDue: false, heldBy, until });

interface Case {
	contact?: Partial<Contact>;
	policy?: Partial<ContactPolicy>;
	request?: Partial<ContactRequest>;
	lastOnChannelAt?: number;
	now?: number;
}

function decide({ contact, policy, request, lastOnChannelAt = NaN, now = NOW }: Case) {
	return decideContact(
		{ ...KEY, episode: 'e1', channel: 'email', ...request },
		{
			contact: contact && aContact(contact),
			lastOnChannelAt: Number.isNaN(lastOnChannelAt) ? null : lastOnChannelAt,
		},
		aPolicy(policy),
		{ zone, now },
	);
}

const reminders = { againAfterDays: 14, mostTimes: 3 };
const toldAt = (lastContactAt: number, contacts = 1): Partial<Contact> => ({
	state: 'sent',
	contacts,
	lastContactAt,
	lastChannel: 'email',
});

describe('decideContact', () => {
	it.each<[string, Case, ContactDecision]>([
		['tells whom nothing is known of', {}, due(1)],
		['tells whose status alone is known', { contact: { status: 'lapsed' } }, due(1)],
		['tells nobody who was told', { contact: toldAt(NOW - 90 * 24 * HOUR) }, held('told')],
		[
			'tells who was told of a former episode',
			{ contact: { ...toldAt(NOW - HOUR), episode: 'e0' } },
			due(1),
		],
		[
			'tells nobody of what was so in the first run',
			{ contact: { state: 'baseline' } },
			held('baseline'),
		],
		[
			'tells of a new episode who was passed over in the first run',
			{ contact: { state: 'baseline', episode: 'e0' } },
			due(1),
		],
		[
			'leaves whom another run has claimed',
			{ contact: { state: 'claimed', claim: 'x', claimedUntil: NOW + 1 } },
			held('claimed', NOW + 1),
		],
		[
			'leaves whom another run has claimed for a former episode, while it may be at it',
			{ contact: { episode: 'e0', state: 'claimed', claim: 'x', claimedUntil: NOW + 1 } },
			held('claimed', NOW + 1),
		],
		[
			'offers again whose claim ran out, to the millisecond',
			{ contact: { state: 'claimed', claim: 'x', claimedUntil: NOW } },
			due(1),
		],
		[
			'offers the same reminder again whose claim ran out',
			{
				contact: { ...toldAt(NOW - 20 * 24 * HOUR), state: 'claimed', claimedUntil: NOW - 1 },
				policy: reminders,
			},
			due(2),
		],
		[
			'reminds on the day, also some hours early',
			// Told at 18:00 in Berlin on the 14th.
			{ contact: toldAt(Date.UTC(2026, 10, 14, 17)), policy: reminders },
			due(2),
		],
		[
			'reminds not on the day before, by the calendar of the zone',
			// In Berlin this is half past midnight on the 15th, in UTC still the 14th.
			{ contact: toldAt(Date.UTC(2026, 10, 14, 23, 30)), policy: reminders },
			held('waiting', Date.UTC(2026, 10, 28, 23)),
		],
		[
			'counts days, not hours, when the clocks change',
			// The 11th to the 25th of October 2026, when Berlin sets its clocks back.
			{
				contact: toldAt(Date.UTC(2026, 9, 11, 10)),
				policy: reminders,
				now: Date.UTC(2026, 9, 24, 22),
			},
			due(2),
		],
		[
			'waits to the end of the day before, when the clocks change',
			{
				contact: toldAt(Date.UTC(2026, 9, 11, 10)),
				policy: reminders,
				now: Date.UTC(2026, 9, 24, 22) - 1,
			},
			held('waiting', Date.UTC(2026, 9, 24, 22)),
		],
		[
			'reminds no more often than it should',
			{ contact: toldAt(NOW - 90 * 24 * HOUR, 3), policy: reminders },
			held('told'),
		],
		[
			'reminds who was told when nobody took it down',
			{ contact: { state: 'sent', contacts: 1 }, policy: reminders },
			due(2),
		],
		[
			'leaves the channel its rest',
			{ policy: { cooldownHours: 24 }, lastOnChannelAt: NOW - 24 * HOUR + 1 },
			held('cooldown', NOW + 1),
		],
		[
			'tells on a rested channel, to the millisecond',
			{ policy: { cooldownHours: 24 }, lastOnChannelAt: NOW - 24 * HOUR },
			due(1),
		],
		['knows no rest where none is asked for', { lastOnChannelAt: NOW }, due(1)],
		[
			'tells of the stage that is due, also where one was left out',
			{ contact: toldAt(NOW - HOUR), request: { stage: { number: 3, quietMs: HOUR } } },
			due(3),
		],
		[
			'tells a stage once',
			{ contact: toldAt(NOW - HOUR, 3), request: { stage: { number: 3, quietMs: HOUR } } },
			held('told'),
		],
		[
			'waits between two stages',
			{ contact: toldAt(NOW - HOUR + 1), request: { stage: { number: 2, quietMs: HOUR } } },
			held('waiting', NOW + 1),
		],
	])('%s', (_name, given, expected) => {
		expect(decide(given)).toEqual(expected);
	});
});

describe('claimedContact', () => {
	const request = { ...KEY, episode: 'e1', channel: 'sms' };
	const before = aContact({
		...toldAt(NOW - HOUR),
		status: 'lapsed',
		statusSince: 5,
		told: ['old'],
	});

	it('holds others away for as long as the policy says, and counts nothing yet', () => {
		expect(claimedContact(request, before, 2, 'new', aPolicy({ claimMinutes: 10 }), NOW)).toEqual({
			...before,
			state: 'claimed',
			claim: 'new',
			claimedUntil: NOW + 10 * MINUTE,
			claimChannel: 'sms',
		});
	});

	it('counts anew with a new episode', () => {
		const claimed = claimedContact({ ...request, episode: 'e2' }, before, 1, 'new', aPolicy(), NOW);
		expect(claimed).toMatchObject({ episode: 'e2', contacts: 0, lastContactAt: NOW - HOUR });
	});

	it('counts as told at once, where at most once is wanted', () => {
		const policy = aPolicy({ delivery: 'once' });
		expect(claimedContact(request, before, 2, 'new', policy, NOW)).toEqual({
			...before,
			state: 'sent',
			contacts: 2,
			lastContactAt: NOW,
			lastChannel: 'sms',
			claim: 'new',
			told: ['old', 'new'],
		});
	});

	it('makes nothing of nothing but what is claimed', () => {
		expect(claimedContact(request, undefined, 1, 'new', aPolicy(), NOW)).toEqual(
			aContact({
				state: 'claimed',
				claim: 'new',
				claimedUntil: NOW + HOUR,
				claimChannel: 'sms',
			}),
		);
	});
});
