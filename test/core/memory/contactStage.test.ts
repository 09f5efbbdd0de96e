import type { Contact, ContactPolicy } from '../../../nodes/core/memory/Contact';
import { claimedContact, decideContact } from '../../../nodes/core/memory/decideContact';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 0, 10, 12);
const clock = { zone: new TimeZone('UTC'), now: NOW };

/** Rules of days, which stages do not ask. */
const policy: ContactPolicy = {
	delivery: 'claim',
	againAfterDays: undefined,
	mostTimes: 1,
	claimMinutes: 60,
	cooldownHours: undefined,
};

const request = {
	customer: 'ada',
	campaign: 'Abandoned Cart',
	subject: 'c-17',
	episode: 'ada/cart/c-17',
	channel: 'email',
};

const told: Contact = {
	customer: 'ada',
	campaign: 'Abandoned Cart',
	subject: 'c-17',
	status: 'lapsed',
	statusSince: null,
	episode: request.episode,
	state: 'sent',
	contacts: 1,
	lastContactAt: NOW - 20 * HOUR,
	lastChannel: 'email',
	claim: 'run-0',
	claimedUntil: null,
	claimChannel: null,
	told: [],
};

function decide(number: number, quietHours: number, contact: Contact | undefined = told) {
	const stage = { number, quietMs: quietHours * HOUR };
	return decideContact({ ...request, stage }, { contact, lastOnChannelAt: null }, policy, clock);
}

// Source: comments of ContactStage.
describe('A stage of an episode', () => {
	it.each([
		['is told once', decide(1, 12), { isDue: false, heldBy: 'told', until: null }],
		['is due after the one before', decide(2, 12), { isDue: true, number: 2 }],
		[
			'waits for the quiet time after the one before, to the very instant',
			decide(2, 21),
			{ isDue: false, heldBy: 'waiting', until: NOW + HOUR },
		],
		[
			'is due in the very instant in which the quiet ends',
			decide(2, 20),
			{ isDue: true, number: 2 },
		],
		['counts those left out as told', decide(3, 12), { isDue: true, number: 3 }],
		[
			'begins anew with another episode',
			decide(1, 12, { ...told, episode: 'x' }),
			{ isDue: true, number: 1 },
		],
	])('%s', (_, decision, expected) => {
		expect(decision).toEqual(expected);
	});

	it('is not counted as told by a claim alone, also where stages were left out', () => {
		const claimed = claimedContact(request, told, 3, 'run-1', policy, NOW);
		expect(claimed).toMatchObject({ state: 'claimed', contacts: 1 });
		expect(claimedContact(request, undefined, 3, 'run-1', policy, NOW).contacts).toBe(0);
		const counted = claimedContact(request, told, 3, 'run-1', { ...policy, delivery: 'once' }, NOW);
		expect(counted).toMatchObject({ state: 'sent', contacts: 3 });
	});
});
