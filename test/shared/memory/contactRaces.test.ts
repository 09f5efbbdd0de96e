import fc from 'fast-check';

import type { ConfirmationEffect } from '../../../nodes/core/memory/confirmClaim';
import type { Claim, ContactPolicy } from '../../../nodes/core/memory/Contact';
import { contactOf } from '../../../nodes/core/memory/contactRow';
import { isClaimOpen } from '../../../nodes/core/memory/decideContact';
import type { RowChange } from '../../../nodes/core/memory/MemoryTable';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';
import { ContactBook } from '../../../nodes/shared/memory/ContactBook';
import type { CustomerMemory } from '../../../nodes/shared/memory/CustomerMemory';
import { aPolicy } from '../../core/memory/aContact';
import { SharedMemory } from './sharedMemory';

const ZONE = 'Europe/Berlin';
const zone = new TimeZone(ZONE);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LEASE_MINUTES = 60;
const CUSTOMERS = ['ann', 'ben', 'cleo'];
/** Some days before Berlin sets its clocks forward. */
const START = Date.UTC(2026, 2, 26, 21, 30);

class Crash extends Error {}

/** How one execution goes. */
interface Plan {
	/** Breaks off at this step; undefined where it comes to its end. */
	crashAt: number | undefined;
	/** Whether the message to each customer goes out, in turn. */
	sends: readonly boolean[];
	/** Confirms each customer so many times. */
	confirmsTimes: number;
}

interface Message {
	claim: Claim;
	at: number;
	/** When it was confirmed; undefined where it never was. */
	confirmedAt: number | undefined;
}

/** A campaign whose executions tell customers, over one memory and one clock that only goes on. */
class Campaign {
	readonly memory = new SharedMemory((change) => this.note(change));

	now = START;

	readonly messages: Message[] = [];

	readonly claimed: Array<{ claim: Claim; at: number }> = [];

	/** Claims that were stored over another one that was open. */
	readonly doubled: string[] = [];

	/** When the memory first had a customer as told so many times, by both. */
	readonly toldAt = new Map<string, number>();

	readonly effects: ConfirmationEffect[] = [];

	constructor(
		private readonly policy: ContactPolicy,
		private readonly episode: string = 'silence 1',
	) {}

	/** One execution: claims who is due, sends, and confirms one after the other. */
	async execute(plan: Plan, pause: () => Promise<void>, losesAnswer = () => false): Promise<void> {
		let steps = 0;
		const step = async () => {
			await pause();
			if (steps++ === plan.crashAt) throw new Crash();
		};
		const sending = async () => {
			await step();
			const claims = await this.claim(this.memory.open({ step, losesAnswer }));
			for (const [i, claim] of claims.entries()) {
				await step();
				const isSent = plan.sends[i % plan.sends.length]!;
				const message: Message = { claim, at: this.now, confirmedAt: undefined };
				if (isSent) this.messages.push(message);
				await step();
				for (let time = 0; time < plan.confirmsTimes; time++) {
					await this.confirm(claim, isSent, this.memory.open({ step }), message);
				}
			}
		};
		const [end] = await Promise.allSettled([sending()]);
		if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(Crash);
	}

	/** An execution that meets no other and comes to its end. */
	async executeAlone(): Promise<void> {
		await this.execute({ crashAt: undefined, sends: [true], confirmsTimes: 1 }, async () => {});
	}

	private async claim(memory: CustomerMemory): Promise<Claim[]> {
		const { now } = this;
		const book = await ContactBook.open(memory, CUSTOMERS, this.policy, { zone, now });
		const outcomes = await book.update(
			CUSTOMERS.map((customer) => ({
				key: { customer, campaign: 'Win-Back', subject: '' },
				status: 'lapsed',
				tell: { episode: this.episode, channel: 'email' },
			})),
		);
		return outcomes.flatMap(({ claim }) => {
			if (claim) this.claimed.push({ claim, at: now });
			return claim ?? [];
		});
	}

	private async confirm(claim: Claim, wasSent: boolean, memory: CustomerMemory, message: Message) {
		const { now } = this;
		const book = await ContactBook.open(memory, [claim.customer], undefined, { zone, now });
		const [effect] = await book.confirm([claim], wasSent);
		this.effects.push(effect!);
		if (wasSent) message.confirmedAt ??= now;
	}

	private note({ before, values }: RowChange): void {
		const stored = contactOf(values);
		const was = before && contactOf(before.values);
		const isNewClaim = stored.state === 'claimed' && stored.claim !== was?.claim;
		if (isNewClaim && was && isClaimOpen(was, this.now)) {
			this.doubled.push(`${was.customer} ${was.claim} ${stored.claim}`);
		}
		const told = `${stored.customer} ${stored.contacts}`;
		if (stored.contacts > 0 && !this.toldAt.has(told)) {
			this.toldAt.set(told, stored.lastContactAt!);
		}
	}
}

const plan: fc.Arbitrary<Plan> = fc.record({
	crashAt: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
	sends: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
	confirmsTimes: fc.integer({ min: 0, max: 2 }),
});

/** Minutes that pass with the steps of all executions, in turn. */
const passing = (most: number) =>
	fc.array(fc.integer({ min: 0, max: most }), { minLength: 1, maxLength: 12 });

const policies = fc.record({
	delivery: fc.constantFrom('claim', 'once'),
	againAfterDays: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
	mostTimes: fc.integer({ min: 1, max: 3 }),
}) as fc.Arbitrary<Partial<ContactPolicy>>;

/** Runs executions that come in between each other at every step; lets the clock go on with each. */
async function interleave(
	campaign: Campaign,
	plans: readonly Plan[],
	minutes: readonly number[],
	scheduler: fc.Scheduler,
	losesAnswer: () => boolean = () => false,
): Promise<void> {
	let passed = 0;
	const pause = async () => {
		await scheduler.schedule(Promise.resolve());
		campaign.now += minutes[passed++ % minutes.length]! * MINUTE;
	};
	await scheduler.waitFor(
		Promise.all(plans.map((one) => campaign.execute(one, pause, losesAnswer))),
	);
}

/** The calendar day of an instant in the zone, found without the code under test. */
function calendarDay(instant: number): number {
	const text = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(instant);
	return Date.parse(`${text}T00:00:00Z`) / DAY;
}

const contactOfMessage = ({ claim }: Message) => `${claim.customer} ${claim.number}`;

function byContact(messages: readonly Message[]): Message[][] {
	const found = new Map<string, Message[]>();
	for (const message of messages) {
		const key = contactOfMessage(message);
		found.set(key, [...(found.get(key) ?? []), message]);
	}
	return [...found.values()];
}

describe('Executions of one campaign, whatever comes in between', () => {
	it('never claim a customer whom another one has claimed', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.array(plan, { minLength: 2, maxLength: 4 }),
				passing(45),
				policies,
				async (scheduler, plans, minutes, policy) => {
					const campaign = new Campaign(aPolicy({ claimMinutes: LEASE_MINUTES, ...policy }));
					await interleave(campaign, plans, minutes, scheduler);
					expect(campaign.doubled).toEqual([]);
					// A message beyond the first of a reminder follows a claim that had run out, or was given back.
					for (const messages of byContact(campaign.messages)) {
						expect(new Set(messages.map(({ claim }) => claim.id)).size).toBe(messages.length);
					}
				},
			),
			{ numRuns: 150 },
		);
	});

	it('tell nobody twice while no claim runs out and nothing crashes', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.array(fc.tuple(plan, fc.integer({ min: 1, max: 2 })), { minLength: 2, maxLength: 4 }),
				policies,
				async (scheduler, drawn, policy) => {
					const plans = drawn.map(([one, confirmsTimes]) => ({
						...one,
						confirmsTimes,
						crashAt: undefined,
					}));
					const campaign = new Campaign(aPolicy({ claimMinutes: LEASE_MINUTES, ...policy }));
					await interleave(campaign, plans, [0], scheduler);
					expect(byContact(campaign.messages).filter(({ length }) => length > 1)).toEqual([]);
					expect(campaign.effects).not.toContain('toldTwice');
				},
			),
			{ numRuns: 100 },
		);
	});

	it('forget nobody: whoever was not told is told by the next one, once the claims have run out', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.array(plan, { minLength: 1, maxLength: 4 }),
				passing(45),
				fc.boolean(),
				async (scheduler, plans, minutes, answersAreLost) => {
					const campaign = new Campaign(aPolicy({ claimMinutes: LEASE_MINUTES }));
					let answers = 0;
					const loses = () => answersAreLost && answers++ % 2 === 0;
					await interleave(campaign, plans, minutes, scheduler, loses);
					campaign.now += LEASE_MINUTES * MINUTE;
					await campaign.executeAlone();
					const told = new Set(campaign.messages.map(({ claim }) => claim.customer));
					expect([...told].sort()).toEqual(CUSTOMERS);
					// And then all is quiet.
					const before = campaign.messages.length;
					campaign.now += 30 * DAY;
					await campaign.executeAlone();
					expect(campaign.messages.length).toBe(before);
				},
			),
			{ numRuns: 150 },
		);
	});

	it('offer whose message was not sent again in the next run, without waiting', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
				fc.integer({ min: 1, max: 3 }),
				async (scheduler, sends, executions) => {
					const campaign = new Campaign(aPolicy({ claimMinutes: LEASE_MINUTES }));
					const plans = Array.from({ length: executions }, () => ({
						crashAt: undefined,
						sends,
						confirmsTimes: 1,
					}));
					await interleave(campaign, plans, [0], scheduler);
					await campaign.executeAlone();
					expect(campaign.messages.map(({ claim }) => claim.customer).sort()).toEqual(CUSTOMERS);
				},
			),
			{ numRuns: 60 },
		);
	});

	it('tell nobody twice at all where at most once is wanted, whatever crashes', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.array(plan, { minLength: 2, maxLength: 4 }),
				passing(45),
				policies,
				fc.boolean(),
				async (scheduler, plans, minutes, policy, answersAreLost) => {
					const campaign = new Campaign(aPolicy({ ...policy, delivery: 'once' }));
					let answers = 0;
					const loses = () => answersAreLost && answers++ % 2 === 0;
					await interleave(campaign, plans, minutes, scheduler, loses);
					for (let run = 0; run < 4; run++) {
						campaign.now += 40 * MINUTE;
						await campaign.executeAlone();
					}
					expect(byContact(campaign.messages).filter(({ length }) => length > 1)).toEqual([]);
				},
			),
			{ numRuns: 100 },
		);
	});

	it('count who was told twice, among what was confirmed', async () => {
		let doubles = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.array(plan, { minLength: 2, maxLength: 5 }),
				passing(90),
				async (scheduler, plans, minutes) => {
					const campaign = new Campaign(aPolicy({ claimMinutes: LEASE_MINUTES }));
					// An execution that breaks off while it confirms leaves open whether that was taken down.
					const whole = plans.map((one) => ({ ...one, crashAt: undefined }));
					await interleave(campaign, whole, minutes, scheduler);
					const confirmed = campaign.messages.filter(
						({ confirmedAt }) => confirmedAt !== undefined,
					);
					const again = byContact(confirmed).reduce((sum, { length }) => sum + length - 1, 0);
					expect(campaign.effects.filter((effect) => effect === 'toldTwice')).toHaveLength(again);
					const news = campaign.effects.filter((effect) => effect === 'noted').length;
					expect(news).toBeGreaterThanOrEqual(byContact(confirmed).length);
					doubles += again;
				},
			),
			{ numRuns: 150 },
		);
		// Else nothing was counted.
		expect(doubles).toBeGreaterThan(0);
	});

	it('remind no more often than they should, and not before the day', async () => {
		let reminders = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.array(fc.array(plan, { minLength: 1, maxLength: 2 }), { minLength: 3, maxLength: 8 }),
				passing(20),
				fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }),
				fc.integer({ min: 1, max: 3 }),
				fc.integer({ min: 1, max: 3 }),
				fc.constantFrom<ContactPolicy['delivery']>('claim', 'once'),
				async (scheduler, days, minutes, hours, againAfterDays, mostTimes, delivery) => {
					const policy = aPolicy({ delivery, againAfterDays, mostTimes });
					const campaign = new Campaign(policy);
					for (const [i, plans] of days.entries()) {
						await interleave(campaign, plans, minutes, scheduler);
						campaign.now += hours[i % hours.length]! * 60 * MINUTE;
					}
					for (const { claim, at } of campaign.claimed) {
						expect(claim.number).toBeLessThanOrEqual(mostTimes);
						if (claim.number === 1) continue;
						reminders += 1;
						const first = campaign.toldAt.get(`${claim.customer} ${claim.number - 1}`)!;
						expect(calendarDay(at) - calendarDay(first)).toBeGreaterThanOrEqual(againAfterDays);
					}
				},
			),
			{ numRuns: 150 },
		);
		expect(reminders).toBeGreaterThan(0);
	});
});
