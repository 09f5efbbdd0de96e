import { spendOf, type PurchaseHistory } from '../history/PurchaseHistory';
import type { PlacedOrder } from '../history/OrderLedger';
import { MS_PER_DAY, type TimeZone } from '../reading/TimeZone';
import { formatDuration } from '../wording/formatDuration';
import { formatMoney } from '../wording/formatMoney';
import { counted } from '../wording/formatNumber';
import type { Cart, CartTrail } from './CartLedger';
import type { CartPolicy } from './cartPolicy';
import type { CartVerdict } from './CartVerdict';
import type { ContactFacts } from './contactState';
import { isSince } from './isSince';
import { isGone, type LapseStatus, type SuggestedAction } from './LapseVerdict';
import { ordersAroundCart, type OrdersAroundCart } from './ordersAroundCart';

const MS_PER_HOUR = 3_600_000;

/** So many products that were viewed are told. */
const MAX_VIEWED = 10;

/** The customer who left a cart. */
export interface CartCustomer {
	customerKey: string;
	email?: string;
	/** What was spent by all orders that are known. */
	history: Pick<PurchaseHistory, 'spent' | 'pricedOrders'>;
	/** All orders that were placed, in any order. */
	placed: readonly PlacedOrder[];
	trail: CartTrail;
}

/** What is known of a customer beside carts and orders. */
export interface CartFacts extends ContactFacts {
	previousStatus?: LapseStatus;
	/** The last reminder that was sent of this very cart, where that is remembered; else dates tell. */
	remindersSent?: number;
}

/** What all carts of one run share. */
export interface CartRun {
	policy: CartPolicy;
	zone: TimeZone;
	/** Reference instant: everything is judged as of then. */
	asOf: number;
}

/** What is to be done about a cart, and why. */
interface Judgement {
	status: LapseStatus;
	action: SuggestedAction;
	/** The number of the reminder that is due. */
	step: number | undefined;
	nextStepAt: number | undefined;
	reason: string;
}

/**
 * Tells whether a cart was left and which reminder is due, with the evidence.
 *
 * - `active`: bought since, replaced by a newer cart, or left out by its value or stock;
 * - `atRisk`: still open, and nothing to send now: younger than the first reminder, or reminded already;
 * - `lapsed`: abandoned, and a reminder is due;
 * - `lost`: older than the limit, to be left in peace.
 *
 * A limit is reached in its very instant. The step is the last one whose age is reached, also where
 * earlier ones were never sent; it is due as long as fewer reminders than that were sent.
 */
export function judgeCart(
	cart: Cart,
	customer: CartCustomer,
	facts: CartFacts,
	run: CartRun,
): CartVerdict {
	const { zone, policy, asOf } = run;
	const { trail, customerKey } = customer;
	const around = ordersAroundCart(cart, customer.placed, trail, zone);
	const age = Math.max(0, asOf - cart.at);
	const quiet = quietUntil(facts, run);
	const judgement = leftOut(cart, customer, around, run) ?? judgeAge(cart, age, quiet, facts, run);
	const { status, action, step, nextStepAt, reason } = judgement;
	const [abandonedAge = 0] = policy.reminderAges;
	const dueAt = cart.at + abandonedAge;
	const isAbandoned = status !== 'active' && age >= abandonedAge;
	return {
		customerKey,
		email: customer.email ?? null,
		watch: 'carts',
		status,
		previousStatus: facts.previousStatus ?? null,
		statusToSave: status,
		episodeId: `${customerKey}/cart/${cart.id ?? new Date(cart.at).toISOString()}`,
		daysSince: Math.floor(age / MS_PER_DAY),
		expectedIntervalDays: rounded(abandonedAge / MS_PER_DAY, 4),
		basis: 'fixed',
		confidence: 'high',
		dueAt: zone.toIso(dueAt),
		daysOverdue: isAbandoned ? Math.floor((age - abandonedAge) / MS_PER_DAY) : 0,
		ratio: rounded(age / abandonedAge, 2),
		returnProbability: null,
		horizonDays: null,
		expectedOrders: null,
		expectedValue: null,
		valueAtRisk: status === 'active' ? null : (cart.value ?? null),
		newlyLapsed: isNewlyLapsed(cart, status, facts, run),
		lapsedSince: isAbandoned ? zone.toIso(dueAt) : null,
		reactivated: null,
		daysAway: null,
		...spend(cart, customer),
		contact: {
			count: facts.contactCount ?? null,
			lastAt: facts.lastContactAt === undefined ? null : zone.toIso(facts.lastContactAt),
			suppressedUntil: quiet === undefined ? null : zone.toIso(quiet),
		},
		held: null,
		suggestedAction: action,
		reason,
		asOf: zone.toIso(asOf),
		cart: {
			id: cart.id ?? null,
			at: zone.toIso(cart.at),
			value: cart.value ?? null,
			currency: cart.currency ?? null,
			ageHours: Math.floor((age / MS_PER_HOUR) * 10) / 10,
			step: step ?? null,
			nextStepAt: nextStepAt === undefined ? null : zone.toIso(nextStepAt),
			customerType: around.before > 0 ? 'existing' : 'new',
			orders: around.before,
			lastOrderAt: around.lastBeforeAt === undefined ? null : zone.toIso(around.lastBeforeAt),
			orderedSince: around.since?.at === undefined ? null : zone.toIso(around.since.at),
			isInStock: cart.isInStock ?? null,
			products: cart.products,
			viewed: viewedBefore(cart, trail),
			link: cart.link ?? null,
		},
	};
}

/** Why a cart is worth no reminder whatever its age; undefined where nothing speaks against one. */
function leftOut(
	cart: Cart,
	{ trail }: CartCustomer,
	{ since, isClosed }: OrdersAroundCart,
	{ policy }: CartRun,
): Judgement | undefined {
	const because = (reason: string): Judgement => ({
		status: 'active',
		action: 'none',
		step: undefined,
		nextStepAt: undefined,
		reason,
	});
	if (since) return because(orderedReason(cart, since));
	if (isClosed) return because('The order that the cart became was cancelled or paid back.');
	const [newest = cart] = trail.carts;
	if (newest !== cart) {
		const later = newest.at - cart.at;
		const when = later === 0 ? 'in the same moment' : `${formatDuration(later)} later`;
		return because(`The same customer left a newer cart ${when}.`);
	}
	const minimum = formatMoney(policy.minimumValue, cart.currency);
	if (cart.value === undefined) {
		if (policy.minimumValue === 0) return outOfStock(cart, because);
		return because(`The value of the cart is not known, and reminders begin at ${minimum}.`);
	}
	if (cart.value < policy.minimumValue) {
		return because(`The ${nameOf(cart)} is below the minimum of ${minimum}.`);
	}
	return outOfStock(cart, because);
}

function outOfStock(cart: Cart, because: (reason: string) => Judgement): Judgement | undefined {
	if (cart.isInStock !== false) return undefined;
	return because(`Nothing of the ${nameOf(cart)} is in stock.`);
}

function orderedReason(cart: Cart, since: NonNullable<OrdersAroundCart['since']>): string {
	const unpaid = since.isPaid ? '' : ', not paid yet';
	const later = since.at === undefined ? undefined : since.at - cart.at;
	if (since.isOfCart && (later === undefined || later <= 0))
		return `The cart was ordered${unpaid}.`;
	if (later === undefined || later < 0) return `Ordered on the day of the cart${unpaid}.`;
	if (later === 0) return `Ordered in the moment of the cart${unpaid}.`;
	return `Ordered ${formatDuration(later)} after the cart${unpaid}.`;
}

function judgeAge(
	cart: Cart,
	age: number,
	quiet: number | undefined,
	facts: CartFacts,
	run: CartRun,
): Judgement {
	const { policy, asOf } = run;
	const { reminderAges, giveUpAge } = policy;
	const left = `C${nameOf(cart).slice(1)} left ${formatDuration(age)} ago`;
	const none = { step: undefined, nextStepAt: undefined };
	if (age >= giveUpAge) {
		const reason = `${left} and no order since; left in peace after ${formatDuration(giveUpAge)}.`;
		return { status: 'lost', action: 'leaveInPeace', ...none, reason };
	}
	const reached = reminderAges.filter((limit) => age >= limit).length;
	const sent = remindersSent(cart, facts, run);
	const isDue = reached > sent;
	const nextAge = reminderAges[Math.max(reached, sent)];
	const nextAt = nextAge === undefined || nextAge >= giveUpAge ? undefined : cart.at + nextAge;
	if (reached === 0) {
		const reason = `${left}; abandoned after ${formatDuration(reminderAges[0] ?? 0)}.`;
		return { status: 'atRisk', action: 'none', step: undefined, nextStepAt: nextAt, reason };
	}
	const open = `${left} and no order since`;
	const steps = reminderAges.length;
	if (!isDue) {
		const all = counted(steps, 'reminder');
		const sentOf = sent >= steps ? `all ${all} sent` : `${sent} of ${all} sent`;
		const next =
			nextAt === undefined ? '' : `, the next is due in ${formatDuration(nextAt - asOf)}`;
		const reason = `${open}; ${sentOf}${next}.`;
		return { status: 'atRisk', action: 'none', step: undefined, nextStepAt: nextAt, reason };
	}
	const due = `reminder ${reached} of ${steps} is due`;
	if (quiet === undefined) {
		const reason = `${open}; ${due}.`;
		return { status: 'lapsed', action: 'remind', step: reached, nextStepAt: nextAt, reason };
	}
	const since = formatDuration(Math.max(0, asOf - (facts.lastContactAt ?? asOf)));
	return {
		status: 'atRisk',
		action: 'later',
		step: undefined,
		nextStepAt: quiet < cart.at + giveUpAge ? quiet : undefined,
		reason: `${open}; ${due}, but the last contact was ${since} ago.`,
	};
}

/** Until when a customer is not to be written to again; undefined where nothing stands against it. */
function quietUntil({ lastContactAt }: CartFacts, { policy, asOf }: CartRun): number | undefined {
	if (lastContactAt === undefined) return undefined;
	const until = lastContactAt + policy.quietAge;
	return until > asOf ? until : undefined;
}

/** Who was reminded of a cart before is not newly lapsed, even where the status went to and fro. */
function isNewlyLapsed(
	cart: Cart,
	status: LapseStatus,
	facts: CartFacts,
	run: CartRun,
): boolean | null {
	const { previousStatus } = facts;
	if (previousStatus === undefined) return null;
	return status === 'lapsed' && !isGone(previousStatus) && remindersSent(cart, facts, run) === 0;
}

/** How many reminders were sent of this cart: what was written before it was about another. */
function remindersSent(
	cart: Cart,
	{ contactCount = 0, lastContactAt, remindersSent: remembered }: CartFacts,
	{ zone }: CartRun,
): number {
	if (remembered !== undefined) return remembered;
	const isOfAnother = lastContactAt !== undefined && !isSince(lastContactAt, cart.at, zone);
	return isOfAnother ? 0 : contactCount;
}

/** The cart's currency, with the customer's spend beside it where that is in the same one. */
function spend(
	cart: Cart,
	{ history }: CartCustomer,
): Pick<CartVerdict, 'totalSpent' | 'averageOrderValue' | 'currency' | 'spentByCurrency'> {
	const spent = spendOf(history);
	const isOther =
		spent.total !== undefined && cart.value !== undefined && spent.currency !== cart.currency;
	return {
		totalSpent: isOther ? null : (spent.total ?? null),
		averageOrderValue: isOther ? null : (spent.average ?? null),
		currency: (cart.value === undefined ? spent.currency : cart.currency) ?? null,
		spentByCurrency: isOther
			? { [spent.currency ?? '']: spent.total! }
			: (spent.byCurrency ?? null),
	};
}

function viewedBefore(cart: Cart, { views }: CartTrail): string[] {
	const before = views.filter(({ at }) => at <= cart.at).flatMap(({ names }) => names);
	return [...new Set([...before, ...cart.viewed])].slice(0, MAX_VIEWED);
}

function nameOf({ value, currency }: Cart): string {
	return value === undefined ? 'cart' : `cart of ${formatMoney(value, currency)}`;
}

function rounded(value: number, digits: number): number {
	const factor = 10 ** digits;
	return Math.round(value * factor) / factor;
}
