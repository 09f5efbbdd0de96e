import type { Standing } from '../history/OrderLedger';
import { roundMoney } from '../history/PurchaseHistory';
import type { PersonRegistry } from '../reading/PersonRegistry';

/** One record of a cart or a begun checkout. Several records may speak of the same cart. */
export interface CartRecord {
	/** What the cart's `sources` list for it, e.g. the index of its item. */
	source: number;
	/** When the cart was last changed, in milliseconds since the epoch. */
	at: number;
	/** The names by which orders may speak of the cart; none where carts have no id. */
	ids: readonly string[];
	/** Instant at which the record itself was changed: of two of one age the newer rules. */
	version?: number;
	/** Major units; undefined where it is not known. */
	value?: number;
	currency?: string;
	products: readonly string[];
	/** What was looked at before, as the cart's own record tells it, newest first. */
	viewed: readonly string[];
	/** Whether anything of it can still be bought; undefined where that is not known. */
	isInStock?: boolean;
	/** The address that leads back to the cart. */
	link?: string;
	/** When it became an order. */
	completedAt?: number;
}

/** What became of a cart, as an order says that names it. */
export interface CartEnd {
	/** When the order was placed; NaN where that is not known. */
	at: number;
	standing: Standing;
}

/** A cart, brought together from its records. */
export interface Cart extends Omit<CartRecord, 'source' | 'ids'> {
	id: string | undefined;
	/** Sources of its records, the newest first. */
	sources: readonly number[];
	/** What became of it; none for a cart that no order names. */
	ends: readonly CartEnd[];
}

/** Somebody looked at products or categories. */
export interface View {
	at: number;
	names: readonly string[];
}

/** What one customer left behind beside orders. */
export interface CartTrail {
	/** The newest first. */
	carts: readonly Cart[];
	/** The newest first. */
	views: readonly View[];
	/** Instants of orders that a field tells, beside the orders among the records. */
	orderedAt: readonly number[];
	/** How many orders the customer has, as a field counts them; undefined where none does. */
	orderCount: number | undefined;
	/** Sources that tell of the person. */
	people: readonly number[];
}

export interface CartLedgerPolicy {
	/** Whether ids of carts are unique in the shop, or only among the carts of one customer. */
	idScope: 'shop' | 'customer';
	/** What records with the same id are: the same cart again, or its lines. */
	repeatedIds: 'sameOrder' | 'lineItems';
}

interface Draft {
	handle: number;
	record: CartRecord;
}

/** A part of a trail while it is gathered. */
type OpenTrail = {
	carts: Cart[];
	views: View[];
	orderedAt: number[];
	orderCount: number | undefined;
	people: number[];
};

/**
 * All carts of a run, in any order and as often as they were delivered, with what else tells of the
 * people who left them.
 */
export class CartLedger {
	private readonly drafts: Draft[] = [];

	private readonly views: Array<View & { handle: number }> = [];

	/** By id of a cart, whoever ordered it. */
	private readonly ends = new Map<string, CartEnd[]>();

	private readonly orderedAt: Array<{ handle: number; at: number }> = [];

	private readonly orderCounts: Array<{ handle: number; count: number }> = [];

	private readonly people: Array<{ handle: number; source: number }> = [];

	constructor(private readonly policy: CartLedgerPolicy) {}

	/** How many records of carts were taken in. */
	get records(): number {
		return this.drafts.length;
	}

	addCart(handle: number, record: CartRecord): void {
		this.drafts.push({ handle, record });
	}

	addView(handle: number, view: View): void {
		this.views.push({ handle, ...view });
	}

	/** Takes note of an order that names the cart it was made of, also where somebody else placed it. */
	addEnd(ids: readonly string[], end: CartEnd): void {
		for (const id of ids) {
			const others = this.ends.get(id);
			if (others) others.push(end);
			else this.ends.set(id, [end]);
		}
	}

	/** Takes note of an order that is no record of its own. */
	addOrderedAt(handle: number, at: number): void {
		this.orderedAt.push({ handle, at });
	}

	addOrderCount(handle: number, count: number): void {
		this.orderCounts.push({ handle, count });
	}

	addPerson(handle: number, source: number): void {
		this.people.push({ handle, source });
	}

	/** What each customer left behind, by the handle that stands for them in the registry. */
	trails(registry: PersonRegistry): ReadonlyMap<number, CartTrail> {
		const trails = new Map<number, OpenTrail>();
		const trailOf = (handle: number): OpenTrail => {
			const person = registry.personOf(handle);
			let trail = trails.get(person);
			if (!trail) {
				trail = { carts: [], views: [], orderedAt: [], orderCount: undefined, people: [] };
				trails.set(person, trail);
			}
			return trail;
		};
		for (const { handle, cart } of this.carts(registry)) trailOf(handle).carts.push(cart);
		for (const { handle, at, names } of this.views) trailOf(handle).views.push({ at, names });
		for (const { handle, at } of this.orderedAt) trailOf(handle).orderedAt.push(at);
		for (const { handle, count } of this.orderCounts) {
			const trail = trailOf(handle);
			trail.orderCount = Math.max(trail.orderCount ?? 0, count);
		}
		for (const { handle, source } of this.people) trailOf(handle).people.push(source);
		for (const trail of trails.values()) {
			trail.carts.sort(newestFirst);
			trail.views.sort((one, other) => other.at - one.at || inOrder(one.names, other.names));
		}
		return trails;
	}

	private carts(registry: PersonRegistry): Array<{ handle: number; cart: Cart }> {
		const draftsOf = new Map<string, Draft[]>();
		for (const draft of this.drafts) {
			const { handle, record } = draft;
			const [id] = record.ids;
			// Without an id, what one customer did in one instant is one cart.
			const isOfShop = this.policy.idScope === 'shop' && id !== undefined;
			const owner = isOfShop ? '' : registry.personOf(handle);
			const name = id === undefined ? `${owner} at ${record.at}` : `${owner} id ${id}`;
			const others = draftsOf.get(name);
			if (others) others.push(draft);
			else draftsOf.set(name, [draft]);
		}
		return [...draftsOf.values()].map((drafts) => {
			drafts.sort((one, other) => newestFirst(one.record, other.record));
			const records = drafts.map(({ record }) => record);
			const ids = new Set(records.flatMap((record) => record.ids));
			const ends = [...ids].flatMap((id) => this.ends.get(id) ?? []);
			// Who changed a cart last is the one who left it, also where an address was mistyped before.
			return { handle: drafts[0]!.handle, cart: this.merged(records, ends) };
		});
	}

	/** One cart of its records, the newest first: each thing as the newest record tells it. */
	private merged(records: readonly CartRecord[], ends: readonly CartEnd[]): Cart {
		const newest = records[0]!;
		const isLines = this.policy.repeatedIds === 'lineItems' && newest.ids.length > 0;
		const priced = records.filter(({ value }) => value !== undefined);
		const filled = records.filter(({ products }) => products.length > 0);
		const told = isLines ? filled : filled.filter(({ at }) => at === filled[0]!.at);
		const completed = records.flatMap(({ completedAt }) => completedAt ?? []);
		const value = isLines ? sumOf(priced) : priced[0]?.value;
		return {
			id: newest.ids[0],
			at: newest.at,
			value,
			currency: value === undefined ? undefined : priced[0]?.currency,
			products: distinct(told.flatMap(({ products }) => products)),
			viewed: distinct(records.flatMap(({ viewed }) => viewed)),
			isInStock: isLines
				? anyOf(records.map(({ isInStock }) => isInStock))
				: records.find(({ isInStock }) => isInStock !== undefined)?.isInStock,
			link: records.find(({ link }) => link !== undefined)?.link,
			completedAt: completed.length > 0 ? Math.min(...completed) : undefined,
			sources: distinct(records.map(({ source }) => source)),
			ends,
		};
	}
}

function inOrder(one: unknown, other: unknown): number {
	const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
	return Number(a > b) - Number(a < b);
}

/** What a record or a cart tells, without where it stood among the items. */
function content(one: object): object {
	return { ...one, source: undefined, sources: undefined };
}

function newestFirst<T extends Pick<CartRecord, 'at' | 'version' | 'value'>>(
	one: T,
	other: T,
): number {
	return (
		other.at - one.at ||
		(other.version ?? 0) - (one.version ?? 0) ||
		(other.value ?? 0) - (one.value ?? 0) ||
		inOrder(content(one), content(other))
	);
}

/** The sum of lines in one currency; several currencies are not added up. */
function sumOf(lines: readonly CartRecord[]): number | undefined {
	if (lines.length === 0 || distinct(lines.map(({ currency }) => currency)).length > 1) {
		return undefined;
	}
	return roundMoney(lines.reduce((sum, { value }) => sum + value!, 0));
}

function anyOf(marks: ReadonlyArray<boolean | undefined>): boolean | undefined {
	if (marks.includes(true)) return true;
	return marks.includes(false) ? false : undefined;
}

function distinct<T>(values: readonly T[]): T[] {
	return [...new Set(values)];
}
