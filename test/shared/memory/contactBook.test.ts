import * as workflow from 'n8n-workflow';

import type { ContactPolicy } from '../../../nodes/core/memory/Contact';
import { contactOf } from '../../../nodes/core/memory/contactRow';
import { CONTACT_SCHEMA } from '../../../nodes/core/memory/contactSchema';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';
import { ContactBook, type ContactUpdate } from '../../../nodes/shared/memory/ContactBook';
import type { CustomerMemory } from '../../../nodes/shared/memory/CustomerMemory';
import { aPolicy } from '../../core/memory/aContact';
import { SharedMemory } from './sharedMemory';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: jest.fn() }));

const zone = new TimeZone('UTC');
const NOW = Date.UTC(2026, 10, 28, 9);
const HOUR = 3_600_000;

const tell = (campaign: string, channel: string | null = 'email', customer = 'ann') => ({
	key: { customer, campaign, subject: '' },
	tell: { episode: 'e1', channel },
});

function open(memory: CustomerMemory, policy: Partial<ContactPolicy> = {}, now = NOW) {
	return ContactBook.open(memory, ['ann', 'ben'], aPolicy(policy), { zone, now });
}

async function claimsOf(book: ContactBook, updates: readonly ContactUpdate[]) {
	const outcomes = await book.update(updates);
	return outcomes.map(({ claim, decision }) =>
		claim ? claim.campaign : decision && !decision.isDue ? decision.heldBy : null,
	);
}

const storedIn = async (memory: SharedMemory) =>
	(await memory.table(CONTACT_SCHEMA).read('all')).map(({ values }) => contactOf(values));

describe('The rest of a channel', () => {
	const cooldown = { cooldownHours: 24 };

	it('holds back the second campaign of one run', async () => {
		const book = await open(new SharedMemory().open(), cooldown);
		const updates = [
			tell('Spring'),
			tell('Summer'),
			tell('Autumn', 'sms'),
			tell('Spring', 'email', 'ben'),
		];
		expect(await claimsOf(book, updates)).toEqual(['Spring', 'cooldown', 'Autumn', 'Spring']);
	});

	it('sees the open claim of another run, until it is confirmed, given back or runs out', async () => {
		const memory = new SharedMemory();
		const first = await open(memory.open(), cooldown);
		const [outcome] = await first.update([tell('Spring')]);
		const claim = outcome!.claim!;
		const later = async (now: number, campaign: string, channel: string | null = 'email') =>
			claimsOf(await open(memory.open(), cooldown, now), [tell(campaign, channel)]);
		expect(await later(NOW + HOUR - 1, 'Summer')).toEqual(['cooldown']);
		expect(await later(NOW + HOUR - 1, 'Summer', null)).toEqual(['cooldown']);
		expect(await later(NOW + HOUR - 1, 'Autumn', 'sms')).toEqual(['Autumn']);
		await first.confirm([claim], true);
		expect(await later(NOW + 24 * HOUR - 1, 'Summer')).toEqual(['cooldown']);
		expect(await later(NOW + 24 * HOUR, 'Summer')).toEqual(['Summer']);
	});

	it.each(['given back', 'run out'])('is over at once where the claim is %s', async (how) => {
		const memory = new SharedMemory();
		const first = await open(memory.open(), cooldown);
		const [outcome] = await first.update([tell('Spring')]);
		if (how === 'given back') await first.confirm([outcome!.claim!], false);
		const now = how === 'run out' ? NOW + HOUR : NOW;
		expect(await claimsOf(await open(memory.open(), cooldown, now), [tell('Summer')])).toEqual([
			'Summer',
		]);
	});

	it('holds no longer than the claim of the first that was lost to another run', async () => {
		const memory = new SharedMemory();
		const book = await open(memory.open(), cooldown);
		// Meanwhile another run tells of Spring by SMS, so e-mail is free for Summer.
		await (await open(memory.open())).update([tell('Spring', 'sms')]);
		expect(await claimsOf(book, [tell('Spring'), tell('Summer')])).toEqual(['claimed', 'Summer']);
	});

	it('binds only those who ask for it', async () => {
		const book = await open(new SharedMemory().open());
		expect(await claimsOf(book, [tell('Spring'), tell('Summer')])).toEqual(['Spring', 'Summer']);
	});
});

describe('A contact book', () => {
	it('keeps statuses without telling', async () => {
		const memory = new SharedMemory();
		const book = await ContactBook.open(memory.open(), ['ann'], undefined, { zone, now: NOW });
		const key = { customer: 'ann', campaign: 'VIP', subject: '' };
		expect(await book.update([{ key, status: 'in', statusSince: NOW }])).toMatchObject([
			{ decision: undefined, claim: undefined },
		]);
		await book.update([{ key }]);
		await book.update([{ key, status: 'out' }]);
		await book.update([{ key, status: 'in' }]);
		expect(await storedIn(memory)).toMatchObject([
			{ status: 'in', statusSince: NOW, state: 'none' },
		]);
	});

	it('writes nothing where nothing changes', async () => {
		const changes: unknown[] = [];
		const memory = new SharedMemory((change) => changes.push(change));
		const update = { key: tell('VIP').key, status: 'in', baseline: 'e1' };
		await (await open(memory.open())).update([update]);
		await (await open(memory.open())).update([update]);
		expect(changes).toHaveLength(1);
	});

	it('takes note of an episode that is never told, but not of one that was told or is being told', async () => {
		const memory = new SharedMemory();
		const book = await open(memory.open());
		const [outcome] = await book.update([tell('Spring')]);
		const baseline = { key: tell('Spring').key, baseline: 'e1' };
		await book.update([baseline]);
		expect(await storedIn(memory)).toMatchObject([{ state: 'claimed' }]);
		await book.confirm([outcome!.claim!], true);
		await book.update([baseline]);
		expect(await storedIn(memory)).toMatchObject([{ state: 'sent', contacts: 1 }]);
		await book.update([{ ...baseline, baseline: 'e2' }]);
		expect(await storedIn(memory)).toMatchObject([
			{ state: 'baseline', episode: 'e2', contacts: 0 },
		]);
	});

	it('gives one of two updates of the same contact the claim', async () => {
		const book = await open(new SharedMemory().open());
		expect(await claimsOf(book, [tell('Spring'), tell('Spring')])).toEqual(['Spring', 'claimed']);
	});

	it('confirms two claims of one contact at once', async () => {
		const memory = new SharedMemory();
		const [first] = await (await open(memory.open())).update([tell('Spring')]);
		const late = await open(memory.open(), {}, NOW + HOUR);
		const [second] = await late.update([tell('Spring')]);
		expect(await late.confirm([first!.claim!, second!.claim!], true)).toEqual([
			'noted',
			'toldTwice',
		]);
		expect(await storedIn(memory)).toMatchObject([{ state: 'sent', contacts: 1 }]);
	});

	it('keeps a claim of which the answer was lost', async () => {
		const memory = new SharedMemory();
		let answers = 0;
		const book = await open(memory.open({ losesAnswer: () => answers++ === 0 }));
		expect(await claimsOf(book, [tell('Spring')])).toEqual(['Spring']);
		expect(await storedIn(memory)).toMatchObject([{ state: 'claimed' }]);
	});

	it('gives up where others keep being first, and says what to do', async () => {
		const memory = new SharedMemory();
		const other = memory.table(CONTACT_SCHEMA);
		let writings = 0;
		const { contacts, ...rest } = memory.open();
		const book = await open({
			...rest,
			contacts: {
				read: (customers) => contacts.read(customers),
				forget: (customers) => contacts.forget(customers),
				write: async (changes) => {
					const [before] = await other.read(['ann']);
					const values = { ...tell('Spring').key, status: `status ${writings++}` };
					await other.write([{ before, values }]);
					return await contacts.write(changes);
				},
			},
		});
		await expect(book.update([tell('Spring')])).rejects.toMatchObject({
			code: 'busyMemory',
			hint: expect.stringMatching(/^Let fewer executions run at once/) as string,
		});
		expect(writings).toBe(40);
		const pauses = jest.mocked(workflow.sleep).mock.calls.map(([pause]) => pause);
		expect(pauses).toHaveLength(37);
		expect(Math.max(...pauses)).toBeLessThan(400);
	});
});
