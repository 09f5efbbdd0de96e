/** What can identify a person, as permanent names. */
export const IDENTIFIER_KINDS = ['email', 'id', 'phone'] as const;

export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** What one record tells of who somebody is; what it does not tell is left out. */
export type Identifiers = Readonly<Partial<Record<IdentifierKind, string>>>;

/** How records are brought together into people. */
export interface IdentityPolicy {
	/** Which of an e-mail address and an id stands for a person who has both. */
	prefer: 'email' | 'id';
	/** What else makes two records one person where they have it in common. */
	joinBy: readonly IdentifierKind[];
}

/** More ids, addresses or numbers than this are no longer those of one person. */
const MANY_OF_A_KIND = 5;

/**
 * Learns from all records of a run which identifiers belong to one person.
 *
 * A record with an id and an address says that the two are one person; a guest order with the same
 * address then belongs to the account, whichever came first. The order of the records makes no
 * difference. Nobody is ever joined by something empty.
 */
export class PersonRegistry {
	private readonly handleOf: Readonly<Record<IdentifierKind, Map<string, number>>> = {
		email: new Map(),
		id: new Map(),
		phone: new Map(),
	};

	/** By handle: what it is, since when it is known, and the handle it was joined to. */
	private readonly kinds: IdentifierKind[] = [];

	private readonly texts: string[] = [];

	private readonly since: number[] = [];

	private readonly parents: number[] = [];

	private readonly preference: readonly IdentifierKind[];

	/** Handles of ids that people had before: none of them is a key. */
	private readonly former = new Set<number>();

	/** What joins: the preferred kind always, as two records with the same key are one customer. */
	private readonly joining: ReadonlySet<IdentifierKind>;

	constructor({ prefer, joinBy }: IdentityPolicy) {
		this.preference = prefer === 'email' ? ['email', 'id', 'phone'] : ['id', 'email', 'phone'];
		this.joining = new Set([prefer, ...joinBy]);
	}

	/** How many identifiers are known: handles are the numbers below it. */
	get size(): number {
		return this.texts.length;
	}

	/**
	 * Takes note of what a record tells; undefined where it tells nothing.
	 *
	 * What the policy joins by comes first. Anything else tells who somebody is only where nothing
	 * of that is known, and joins nobody.
	 *
	 * @param at instant of the record; NaN where it has none
	 * @returns a handle by which `personOf` and `keys` find the person once all records are known
	 */
	register(identifiers: Identifiers, at: number): number | undefined {
		let joined: number | undefined;
		let fallback: IdentifierKind | undefined;
		for (const kind of this.preference) {
			const text = identifiers[kind];
			if (text === undefined) continue;
			if (!this.joining.has(kind)) {
				fallback ??= kind;
				continue;
			}
			const handle = this.handleFor(kind, text, at);
			if (joined === undefined) joined = handle;
			else this.join(joined, handle);
		}
		if (joined !== undefined || fallback === undefined) return joined;
		return this.handleFor(fallback, identifiers[fallback]!, at);
	}

	/** Takes note of an id that a person had before: it leads to the person but stands for nobody. */
	registerFormerId(handle: number, id: string): void {
		const former = this.handleFor('id', id, Number.NaN);
		if (former === handle) return;
		this.former.add(former);
		this.join(handle, former);
	}

	/** The handle of one identifier alone. */
	handleFor(kind: IdentifierKind, text: string, at: number): number {
		let handle = this.handleOf[kind].get(text);
		if (handle === undefined) {
			handle = this.texts.length;
			this.handleOf[kind].set(text, handle);
			this.kinds.push(kind);
			this.texts.push(text);
			this.since.push(at);
			this.parents.push(handle);
		} else if (!Number.isNaN(at) && !(this.since[handle]! <= at)) {
			this.since[handle] = at;
		}
		return handle;
	}

	/** The handle that stands for the whole person. */
	personOf(handle: number): number {
		let person = handle;
		while (this.parents[person] !== person) {
			const grandparent = this.parents[this.parents[person]!]!;
			this.parents[person] = grandparent;
			person = grandparent;
		}
		return person;
	}

	/** Takes note that two people are one. */
	join(one: number, other: number): void {
		const [a, b] = [this.personOf(one), this.personOf(other)];
		if (a !== b) this.parents[Math.max(a, b)] = Math.min(a, b);
	}

	/**
	 * The customer key of every person, by the handle that `personOf` gives: the identifier of the
	 * preferred kind that was known first, which is the one that stays.
	 */
	keys(): ReadonlyMap<number, string> {
		return this.best(() => true);
	}

	/** All that people were ever called, by the handle that `personOf` gives. */
	names(): ReadonlyMap<number, readonly string[]> {
		const names = new Map<number, string[]>();
		this.texts.forEach((text, handle) => {
			const person = this.personOf(handle);
			const others = names.get(person);
			if (others) others.push(text);
			else names.set(person, [text]);
		});
		return names;
	}

	/** The e-mail address of every person who has one: of several the one that was known first. */
	emails(): ReadonlyMap<number, string> {
		return this.best((kind) => kind === 'email');
	}

	private best(isAsked: (kind: IdentifierKind) => boolean): ReadonlyMap<number, string> {
		const best = new Map<number, number>();
		for (let handle = 0; handle < this.texts.length; handle++) {
			if (!isAsked(this.kinds[handle]!)) continue;
			const person = this.personOf(handle);
			const known = best.get(person);
			if (known === undefined || this.isBetterKey(handle, known)) best.set(person, handle);
		}
		const keys = new Map<number, string>();
		for (const [person, handle] of best) keys.set(person, this.texts[handle]!);
		return keys;
	}

	private isBetterKey(one: number, other: number): boolean {
		const rank = (handle: number) =>
			this.preference.indexOf(this.kinds[handle]!) +
			(this.former.has(handle) ? this.preference.length : 0);
		const known = (handle: number) => {
			const at = this.since[handle]!;
			return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
		};
		if (rank(one) !== rank(other)) return rank(one) < rank(other);
		if (known(one) !== known(other)) return known(one) < known(other);
		return this.texts[one]! < this.texts[other]!;
	}

	/** Keys of people with so many ids, addresses or numbers that something they share looks like a placeholder. */
	suspects(): string[] {
		const suspected = new Set<number>();
		for (const kind of IDENTIFIER_KINDS) {
			const countOf = new Map<number, number>();
			for (const handle of this.handleOf[kind].values()) {
				const person = this.personOf(handle);
				const count = (countOf.get(person) ?? 0) + 1;
				countOf.set(person, count);
				if (count > MANY_OF_A_KIND) suspected.add(person);
			}
		}
		if (suspected.size === 0) return [];
		const keys = this.keys();
		return [...suspected].map((person) => keys.get(person)!);
	}
}
