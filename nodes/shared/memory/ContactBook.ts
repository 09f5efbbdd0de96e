import {
	NO_CLAIM,
	type Claim,
	type Contact,
	type ContactDecision,
	type ContactKey,
	type ContactPolicy,
} from '../../core/memory/Contact';
import { changedValues } from '../../core/memory/changedValues';
import { contactOf, rowOfContact } from '../../core/memory/contactRow';
import { CONTACT_SCHEMA } from '../../core/memory/contactSchema';
import {
	sentClaim,
	unsentClaim,
	type ConfirmationEffect,
	type ConfirmedClaim,
} from '../../core/memory/confirmClaim';
import {
	claimedContact,
	decideContact,
	isClaimOpen,
	type ContactRequest,
	type ContactStage,
} from '../../core/memory/decideContact';
import { rowKey, type StoredRow } from '../../core/memory/MemoryTable';
import type { TimeZone } from '../../core/reading/TimeZone';
import type { CustomerMemory } from './CustomerMemory';
import { inRounds } from './inRounds';

/** What is to be remembered of a customer and a campaign, and whether the customer is to be told now. */
export interface ContactUpdate {
	/** What stands for the contact; `customer` as the memory knows it. */
	key: ContactKey;
	/** Where the customer stands now; left as it is where undefined. */
	status?: string | null;
	statusSince?: number | null;
	/** The episode to be told of now, and the way; undefined where nothing is to be told. */
	tell?: { episode: string; channel: string | null; stage?: ContactStage };
	/**
	 * The episode that is only to be taken note of: it counts as known and is never told. Where it was told
	 * already, or is being told, that stays.
	 */
	baseline?: string;
	/** The episode that is under way, where it is not told; it gives way to one that is claimed. */
	episode?: string;
	/**
	 * What is to be remembered and told, where it hangs on what is known by then: asked in place of all
	 * of the above, and anew where another execution was first.
	 */
	by?: (known: Contact | undefined) => Omit<ContactUpdate, 'key' | 'by'>;
}

/** What came of an update: the claim, where the customer is to be told and a claim was made. */
export interface ContactOutcome {
	/** The decision on telling; undefined where nothing was to be told. */
	decision: ContactDecision | undefined;
	/** What the message is to be confirmed with; undefined where nothing is to be told. */
	claim: Claim | undefined;
	contact: Contact | undefined;
}

/**
 * The contacts of the customers of a run, with what stands against telling them and the claims of those
 * who are to be told.
 */
export class ContactBook {
	private readonly rows = new Map<string, StoredRow>();

	private readonly contacts = new Map<string, Contact>();

	private readonly byCustomer = new Map<string, Set<string>>();

	/** Customers of whom rows were written, so that those at hand are no longer the stored ones. */
	private readonly written = new Set<string>();

	/** How many claims this run asked for, by contact. */
	private readonly claims = new Map<string, number>();

	private constructor(
		private readonly memory: CustomerMemory,
		private readonly policy: ContactPolicy | undefined,
		private readonly clock: { zone: TimeZone; now: number },
	) {}

	/**
	 * Reads the contacts of some customers.
	 *
	 * @param customers as the memory knows them
	 * @param policy undefined where nobody is ever told, and statuses are only remembered
	 */
	static async open(
		memory: CustomerMemory,
		customers: readonly string[],
		policy: ContactPolicy | undefined,
		clock: { zone: TimeZone; now: number },
	): Promise<ContactBook> {
		const book = new ContactBook(memory, policy, clock);
		await book.read(customers);
		return book;
	}

	/** What is remembered of a customer and a campaign; undefined where nothing is. */
	of(key: ContactKey): Contact | undefined {
		return this.contacts.get(keyOf(key));
	}

	/** Whether anything is remembered of a customer, whatever the campaign. */
	has(customer: string): boolean {
		return this.byCustomer.has(customer);
	}

	/** When a customer was last told anything, on one channel or on any; null where that is not known. */
	lastContactAt(customer: string, channel: string | null): number | null {
		let last: number | null = null;
		for (const key of this.byCustomer.get(customer) ?? []) {
			const { lastContactAt, lastChannel } = this.contacts.get(key)!;
			if (lastContactAt === null || (channel !== null && lastChannel !== channel)) continue;
			last = Math.max(last ?? lastContactAt, lastContactAt);
		}
		return last;
	}

	/** When a customer was last told of a campaign, whatever it was about; null where that is not known. */
	lastContactOf(customer: string, campaign: string): number | null {
		let last: number | null = null;
		for (const key of this.byCustomer.get(customer) ?? []) {
			const contact = this.contacts.get(key)!;
			if (contact.campaign !== campaign || contact.lastContactAt === null) continue;
			last = Math.max(last ?? contact.lastContactAt, contact.lastContactAt);
		}
		return last;
	}

	/** Decides whether a customer is to be told by what was read and claimed so far, without claiming. */
	decide(request: ContactRequest): ContactDecision {
		return decideContact(
			request,
			{ contact: this.of(request), lastOnChannelAt: this.lastOnChannelAt(request) },
			this.policy!,
			this.clock,
		);
	}

	private lastOnChannelAt({ channel, ...request }: ContactRequest): number | null {
		const own = keyOf(request);
		const isBeingTold = [...(this.byCustomer.get(request.customer) ?? [])].some((key) => {
			const contact = this.contacts.get(key)!;
			const isSameWay = channel === null || contact.claimChannel === channel;
			return key !== own && isSameWay && isClaimOpen(contact, this.clock.now);
		});
		return isBeingTold ? this.clock.now : this.lastContactAt(request.customer, channel);
	}

	/**
	 * Remembers statuses and claims who is to be told, all at once.
	 *
	 * Where another execution was first with a customer, what is remembered then decides anew: of two that
	 * would tell the same, one gets the claim and the other is told that it is taken. Of two updates that
	 * would tell one customer something on the same channel, with a cooldown the first gets the claim.
	 *
	 * @returns what came of each, in their order
	 * @throws SegmentationError where others keep being first
	 */
	async update(updates: readonly ContactUpdate[]): Promise<ContactOutcome[]> {
		const ids = updates.map(({ key }) => this.nextClaimId(key));
		const outcomes: ContactOutcome[] = updates.map(() => ({
			decision: undefined,
			claim: undefined,
			contact: undefined,
		}));
		await this.settle(
			updates.map(({ key }) => key),
			(i) => {
				const known = this.of(updates[i]!.key);
				// Written though no answer came: what was decided then holds.
				if (outcomes[i]!.claim && known?.claim === ids[i]) return known;
				outcomes[i] = this.outcomeOf(updates[i]!, ids[i]!);
				return outcomes[i]!.contact;
			},
			(i) => outcomes[i]!.claim !== undefined,
		);
		return outcomes;
	}

	/**
	 * Takes down that messages were sent, or that they were not.
	 *
	 * @returns of each claim what that has told: a second confirmation changes nothing
	 */
	async confirm(claims: readonly Claim[], wasSent: boolean): Promise<ConfirmationEffect[]> {
		const effects: ConfirmationEffect[] = claims.map(() => 'unknown');
		await this.settle(
			claims,
			(i) => {
				const claim = claims[i]!;
				const { effect, contact } = this.confirmed(claim, wasSent);
				effects[i] = effect;
				return contact;
			},
			() => true,
		);
		return effects;
	}

	/**
	 * The claims of a run share its text as their id, so that rows that are claimed or confirmed together get
	 * the same values, and the store can change them together. Only a second claim for one contact differs.
	 */
	private nextClaimId(key: ContactKey): string {
		const contact = keyOf(key);
		const before = this.claims.get(contact) ?? 0;
		this.claims.set(contact, before + 1);
		return before === 0 ? this.memory.run : `${this.memory.run}-${before}`;
	}

	private confirmed(claim: Claim, wasSent: boolean): ConfirmedClaim {
		return wasSent
			? sentClaim(claim, this.of(claim), this.clock.now)
			: unsentClaim(claim, this.of(claim));
	}

	private outcomeOf({ key, by, ...fixed }: ContactUpdate, id: string): ContactOutcome {
		const known = this.of(key);
		const { tell, baseline, episode: underWay, ...update } = by?.(known) ?? fixed;
		const { status = known?.status ?? null, statusSince = known?.statusSince ?? null } = update;
		let contact: Contact = { ...(known ?? blankContact(key)), status, statusSince };
		if (underWay !== undefined && underWay !== contact.episode && contact.state !== 'claimed') {
			contact = { ...contact, episode: underWay, state: 'none', contacts: 0, claim: null };
		}
		if (baseline !== undefined && !isTelling(contact, baseline)) {
			contact = {
				...contact,
				episode: baseline,
				state: 'baseline',
				contacts: 0,
				claim: null,
				...NO_CLAIM,
			};
		}
		if (!tell || !this.policy) return { decision: undefined, claim: undefined, contact };
		const request: ContactRequest = { ...key, ...tell };
		const decision = this.decide(request);
		if (!decision.isDue) return { decision, claim: undefined, contact };
		const { episode, channel } = tell;
		return {
			decision,
			claim: { ...key, episode, channel, id, number: decision.number },
			contact: claimedContact(request, contact, decision.number, id, this.policy, this.clock.now),
		};
	}

	/**
	 * Writes what `next` gives for each key, and asks it again where another was first.
	 *
	 * What was decided for one contact may hang on another one of the same customer. So where one of a
	 * customer's was lost, all of the customer's that are not settled are asked again.
	 *
	 * @param isSettled whether what was written, or needed no writing, stands whatever becomes of others
	 */
	private async settle(
		keys: readonly ContactKey[],
		next: (index: number) => Contact | undefined,
		isSettled: (index: number) => boolean,
	): Promise<void> {
		for (const indexes of withoutRepeats(keys.map(keyOf))) {
			let open = indexes;
			await inRounds(async () => {
				const customers = new Set(open.map((i) => keys[i]!.customer));
				await this.read([...customers].filter((customer) => this.written.has(customer)));
				const changes = open.flatMap((i) => {
					const contact = next(i);
					const before = this.rows.get(keyOf(keys[i]!));
					if (!contact || (before && isSame(before, contact))) return [];
					// What is decided next must know of it: a claim for one campaign stands against another.
					this.note(contact);
					return [{ i, before, values: rowOfContact(contact) }];
				});
				if (changes.length === 0) return true;
				for (const { i } of changes) this.written.add(keys[i]!.customer);
				const made = await this.memory.contacts.write(
					changes.map(({ before, values }) => ({ before, values })),
				);
				const lost = new Set(changes.filter((_, at) => !made[at]).map(({ i }) => i));
				const disturbed = new Set([...lost].map((i) => keys[i]!.customer));
				open = open.filter(
					(i) => lost.has(i) || (disturbed.has(keys[i]!.customer) && !isSettled(i)),
				);
				return open.length === 0;
			});
		}
	}

	private async read(customers: readonly string[]): Promise<void> {
		if (customers.length === 0) return;
		for (const customer of customers) {
			this.written.delete(customer);
			for (const key of this.byCustomer.get(customer) ?? []) {
				this.rows.delete(key);
				this.contacts.delete(key);
			}
			this.byCustomer.delete(customer);
		}
		for (const row of await this.memory.contacts.read(customers)) {
			const contact = contactOf(row.values);
			this.rows.set(keyOf(contact), row);
			this.note(contact);
		}
	}

	private note(contact: Contact): void {
		const key = keyOf(contact);
		this.contacts.set(key, contact);
		const others = this.byCustomer.get(contact.customer);
		if (others) others.add(key);
		else this.byCustomer.set(contact.customer, new Set([key]));
	}
}

function keyOf({ customer, campaign, subject }: ContactKey): string {
	return rowKey(CONTACT_SCHEMA, { customer, campaign, subject });
}

/** Places of keys in portions in which no key comes twice, in their order. */
function withoutRepeats(keys: readonly string[]): number[][] {
	const seen = new Map<string, number>();
	const portions: number[][] = [];
	keys.forEach((key, i) => {
		const before = seen.get(key) ?? 0;
		seen.set(key, before + 1);
		const portion = portions[before];
		if (portion) portion.push(i);
		else portions.push([i]);
	});
	return portions;
}

/** Whether a contact was told of an episode, or somebody is at it. */
function isTelling({ episode, state }: Contact, ofEpisode: string): boolean {
	return episode === ofEpisode && (state === 'claimed' || state === 'sent');
}

function blankContact({ customer, campaign, subject }: ContactKey): Contact {
	return {
		customer,
		campaign,
		subject,
		status: null,
		statusSince: null,
		episode: null,
		state: 'none',
		contacts: 0,
		lastContactAt: null,
		lastChannel: null,
		claim: null,
		...NO_CLAIM,
		told: [],
	};
}

function isSame({ values }: StoredRow, contact: Contact): boolean {
	return changedValues(values, rowOfContact(contact)) === undefined;
}
