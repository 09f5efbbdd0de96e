import fc from 'fast-check';

import { sentClaim, unsentClaim } from '../../../nodes/core/memory/confirmClaim';
import {
	CONTACT_STATES,
	type Claim,
	type Contact,
	type ContactState,
} from '../../../nodes/core/memory/Contact';
import { aClaim, aContact } from './aContact';

const NOW = Date.UTC(2026, 10, 28, 11);
const HOUR = 3_600_000;

const open = (claim: string, known: Partial<Contact> = {}) =>
	aContact({
		state: 'claimed',
		claim,
		claimedUntil: NOW + HOUR,
		claimChannel: 'email',
		...known,
	});

describe('A message that was sent', () => {
	it('counts, and closes its claim', () => {
		expect(sentClaim(aClaim(), open('run-0'), NOW)).toEqual({
			effect: 'noted',
			contact: aContact({
				state: 'sent',
				contacts: 1,
				lastContactAt: NOW,
				lastChannel: 'email',
				claim: 'run-0',
				told: ['run-0'],
			}),
		});
	});

	it('counts where its claim ran out and another run holds one, which stays open', () => {
		const held = open('other-0');
		expect(sentClaim(aClaim(), held, NOW)).toEqual({
			effect: 'noted',
			contact: { ...held, contacts: 1, lastContactAt: NOW, lastChannel: 'email', told: ['run-0'] },
		});
	});

	it('is told twice where another run confirmed its own, and is one contact of the episode', () => {
		const first = sentClaim(aClaim({ id: 'other-0' }), open('other-0'), NOW - HOUR).contact;
		const second = sentClaim(aClaim(), first, NOW);
		expect(second).toMatchObject({
			effect: 'toldTwice',
			contact: { contacts: 1, lastContactAt: NOW, told: ['other-0', 'run-0'] },
		});
	});

	it('counts where it was given back before', () => {
		const given = unsentClaim(aClaim(), open('run-0')).contact;
		expect(sentClaim(aClaim(), given, NOW)).toMatchObject({
			effect: 'noted',
			contact: { state: 'sent', contacts: 1 },
		});
	});

	it('was sent when it was sent, also where a later contact is known', () => {
		const later = open('run-0', { lastContactAt: NOW + HOUR, lastChannel: 'sms' });
		expect(sentClaim(aClaim(), later, NOW).contact).toMatchObject({
			lastContactAt: NOW + HOUR,
			lastChannel: 'sms',
		});
	});

	it('brings nobody back who was forgotten', () => {
		expect(sentClaim(aClaim(), undefined, NOW)).toEqual({ effect: 'unknown', contact: undefined });
		expect(unsentClaim(aClaim(), undefined)).toEqual({ effect: 'unknown', contact: undefined });
	});
});

describe('A message that was not sent', () => {
	it('leaves the customer as if nobody had claimed them', () => {
		expect(unsentClaim(aClaim(), open('run-0'))).toEqual({ effect: 'noted', contact: aContact() });
	});

	it('leaves what was told before', () => {
		const told = { contacts: 1, lastContactAt: 5, lastChannel: 'email', told: ['old-0'] };
		expect(unsentClaim(aClaim({ number: 2 }), open('run-0', told)).contact).toEqual(
			aContact({ state: 'sent', ...told }),
		);
	});

	it.each<[string, Contact]>([
		['another run holds', open('other-0')],
		['is confirmed', sentClaim(aClaim(), open('run-0'), NOW).contact!],
		['was given back', aContact()],
	])('changes nothing where the contact %s', (_name, contact) => {
		expect(unsentClaim(aClaim(), contact)).toEqual({ effect: 'known', contact: undefined });
	});
});

describe('Confirmations, whatever came before', () => {
	const ids = fc.constantFrom('run-0', 'run-1', 'other-0', 'other-1');
	const instant = fc.integer({ min: NOW - 100 * HOUR, max: NOW + 100 * HOUR });
	const claims = fc.record({
		id: ids,
		episode: fc.constantFrom('e0', 'e1', 'e2'),
		channel: fc.constantFrom('email', 'sms', null),
		number: fc.integer({ min: 1, max: 3 }),
	});
	const contacts = fc
		.record({
			state: fc.constantFrom<ContactState>(...CONTACT_STATES),
			episode: fc.constantFrom('e0', 'e1', 'e2'),
			contacts: fc.integer({ min: 0, max: 3 }),
			lastContactAt: fc.option(instant),
			claim: fc.option(ids),
			told: fc.uniqueArray(ids),
		})
		.map((known) => aContact({ ...known, claimedUntil: NOW }));

	const claimOf = (known: Partial<Claim>) => aClaim(known);

	it('change nothing the second time, also with others in between', () => {
		fc.assert(
			fc.property(
				contacts,
				claims,
				fc.array(fc.tuple(claims, fc.boolean()), { maxLength: 4 }),
				instant,
				(contact, claim, between, now) => {
					let state = sentClaim(claimOf(claim), contact, now).contact ?? contact;
					for (const [other, wasSent] of between) {
						const next = wasSent
							? sentClaim(claimOf(other), state, now)
							: unsentClaim(claimOf(other), state);
						state = next.contact ?? state;
					}
					expect(sentClaim(claimOf(claim), state, now + HOUR)).toEqual({
						effect: 'known',
						contact: undefined,
					});
				},
			),
		);
	});

	it('of a former episode leave the present one as it is', () => {
		fc.assert(
			fc.property(contacts, claims, instant, (contact, claim, now) => {
				fc.pre(claim.episode !== contact.episode);
				fc.pre(!contact.told.includes(claim.id));
				const { contact: then } = sentClaim(claimOf(claim), contact, now);
				const { lastContactAt, lastChannel, told, ...present } = then!;
				expect(contact).toMatchObject(present);
				expect(lastContactAt).toBe(Math.max(contact.lastContactAt ?? now, now));
				expect(told.includes(claim.id)).toBe(true);
				expect([contact.lastChannel, claim.channel]).toContain(lastChannel);
			}),
		);
	});

	it('never lower what was counted', () => {
		fc.assert(
			fc.property(contacts, claims, instant, (contact, claim, now) => {
				const sent = sentClaim(claimOf(claim), contact, now).contact ?? contact;
				const unsent = unsentClaim(claimOf(claim), contact).contact ?? contact;
				expect(sent.contacts).toBeGreaterThanOrEqual(contact.contacts);
				expect(unsent.contacts).toBe(contact.contacts);
			}),
		);
	});
});
