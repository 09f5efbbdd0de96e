import fc from 'fast-check';

import {
	CONTACT_STATES,
	type Contact,
	type ContactState,
} from '../../../nodes/core/memory/Contact';
import { contactOf, rowOfContact } from '../../../nodes/core/memory/contactRow';
import { CONTACT_SCHEMA } from '../../../nodes/core/memory/contactSchema';
import { CUSTOMER_SCHEMA } from '../../../nodes/core/memory/customerSchema';
import { aContact } from './aContact';

const text = fc.string({ minLength: 1 });
const instant = fc.option(fc.integer({ min: 0, max: 4e12 }));

const contacts: fc.Arbitrary<Contact> = fc.record({
	customer: text,
	campaign: fc.string(),
	subject: fc.string(),
	status: fc.option(text),
	statusSince: instant,
	episode: fc.option(text),
	state: fc.constantFrom<ContactState>(...CONTACT_STATES),
	contacts: fc.nat(),
	lastContactAt: instant,
	lastChannel: fc.option(text),
	claim: fc.option(text),
	claimedUntil: instant,
	claimChannel: fc.option(text),
	told: fc.array(fc.stringMatching(/^[a-zA-Z0-9]{1,16}-\d{1,5}$/)),
});

describe('The row of a contact', () => {
	it('gives the contact back', () => {
		fc.assert(
			fc.property(contacts, (contact) => {
				expect(contactOf(rowOfContact(contact))).toEqual(contact);
			}),
		);
	});

	it('has the columns of its table, in their kinds', () => {
		fc.assert(
			fc.property(contacts, (contact) => {
				const row = rowOfContact(contact);
				const kinds = new Map([
					...CONTACT_SCHEMA.key.map((name) => [name, 'text'] as const),
					...CONTACT_SCHEMA.columns.map(({ name, kind }) => [name, kind] as const),
				]);
				expect(Object.keys(row).sort()).toEqual([...kinds.keys()].sort());
				for (const [name, value] of Object.entries(row)) {
					if (value === null) continue;
					expect(typeof value).toBe(kinds.get(name) === 'number' ? 'number' : 'string');
					if (kinds.get(name) === 'date') {
						expect(value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
					}
				}
			}),
		);
	});

	it('knows nothing where a person emptied or filled the cells with what it cannot read', () => {
		const strange = {
			customer: 'ann',
			campaign: 'Win-Back',
			subject: null,
			contact_state: 'told',
			contacts: 'often',
			last_contact_at: 'yesterday',
			claimed_until: '',
			claim: '',
			told_claims: '',
		};
		expect(contactOf(strange)).toEqual(aContact({ episode: null }));
	});
});

describe('The memory tables', () => {
	it.each([CUSTOMER_SCHEMA, CONTACT_SCHEMA])('have columns that read as words', (schema) => {
		const names = [...schema.key, ...schema.columns.map(({ name }) => name)];
		expect(new Set(names).size).toBe(names.length);
		expect(schema.key[0]).toBe('customer');
		for (const name of names) expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
	});
});
