import type { PlacedOrder } from '../history/OrderLedger';
import type { TimeZone } from '../reading/TimeZone';
import type { Cart, CartTrail } from './CartLedger';
import { isSince } from './isSince';

/** The orders of a customer as seen from a cart. */
export interface OrdersAroundCart {
	/** The first order since the cart, or the one that it became; undefined where there is none. */
	since: { at: number | undefined; isPaid: boolean; isOfCart: boolean } | undefined;
	/** Whether the cart became an order that was cancelled or paid back. */
	isClosed: boolean;
	/** Orders before the cart. */
	before: number;
	lastBeforeAt: number | undefined;
}

/**
 * Parts a customer's orders into those before a cart and those since.
 *
 * An order in the very instant of the cart's last change is one since, and so is one on its day of which
 * no time is known. An order that is placed and not yet paid is one
 * since, as it has left the cart behind; it is none before, as nothing was bought. An order that names
 * the cart is one since whatever its date.
 */
export function ordersAroundCart(
	cart: Cart,
	placed: readonly PlacedOrder[],
	trail: CartTrail,
	zone: TimeZone,
): OrdersAroundCart {
	const told: PlacedOrder[] = trail.orderedAt.map((at) => ({ at, isPaid: true }));
	const ended = cart.ends.filter(({ standing }) => standing !== 'void');
	const ofCart = [
		...ended.map(({ at, standing }) => ({ at, isPaid: standing === 'purchase' })),
		...(cart.completedAt === undefined ? [] : [{ at: cart.completedAt, isPaid: true }]),
	];
	const becameAt = new Set(ofCart.map(({ at }) => at));
	const since = [...placed, ...told].filter(
		({ at }) => isSince(at, cart.at, zone) && !becameAt.has(at),
	);
	const first = [
		...ofCart.map((order) => ({ ...order, isOfCart: true })),
		...since.map((order) => ({ ...order, isOfCart: false })),
	].sort(
		(one, other) => timeOf(one.at) - timeOf(other.at) || Number(other.isPaid) - Number(one.isPaid),
	)[0];

	const isBefore = ({ at, isPaid }: PlacedOrder) =>
		isPaid && !isSince(at, cart.at, zone) && !becameAt.has(at);
	const before = placed.filter(isBefore);
	const toldBefore = told.filter(isBefore);
	const paidSince = placed.filter(
		({ at, isPaid }) => isPaid && (isSince(at, cart.at, zone) || becameAt.has(at)),
	);
	const counted = (trail.orderCount ?? 0) - paidSince.length;
	const known = [...before, ...toldBefore].map(({ at }) => at);
	return {
		since: first && { ...first, at: Number.isNaN(first.at) ? undefined : first.at },
		isClosed: cart.ends.some(({ standing }) => standing === 'void'),
		before: Math.max(before.length, counted, toldBefore.length > 0 ? 1 : 0),
		lastBeforeAt: known.length > 0 ? Math.max(...known) : undefined,
	};
}

/** An order of which the time is not known comes last. */
function timeOf(at: number): number {
	return Number.isNaN(at) ? Number.MAX_VALUE : at;
}
