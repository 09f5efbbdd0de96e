import { EVERY_DAY } from '../../../../nodes/core/history/OpenDays';
import type { PurchaseHistory } from '../../../../nodes/core/history/PurchaseHistory';
import { orderHistory } from '../../orderHistory';

/** Numbers from 0 up to 1, always the same for a seed (mulberry32 by Tommy Ettinger, public domain). */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

function normalDraw(random: () => number): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function exponentialDraw(random: () => number, mean: number): number {
	return -mean * Math.log(1 - random());
}

/** A draw from the gamma distribution with mean `shape`: Marsaglia and Tsang (2000). */
function gammaDraw(random: () => number, shape: number): number {
	if (shape < 1) return gammaDraw(random, shape + 1) * (1 - random()) ** (1 / shape);
	const d = shape - 1 / 3;
	for (;;) {
		const normal = normalDraw(random);
		const cube = (1 + normal / Math.sqrt(9 * d)) ** 3;
		if (cube <= 0) continue;
		const uniform = 1 - random();
		if (Math.log(uniform) < (normal * normal) / 2 + d - d * cube + d * Math.log(cube)) {
			return d * cube;
		}
	}
}

/** What customers of a made-up shop are like. */
export interface ShopKind {
	customers: number;
	/** Days that the shop is known at the end of observation. */
	knownDays: number;
	/** The share of the known days that had passed when a customer came first. */
	firstOrder: (random: () => number) => number;
	/** The mean gap of one customer, in days. */
	meanGap: (random: () => number) => number;
	/** 1 for gaps without memory; the higher, the steadier. */
	gapShape: number;
	/** The days until one customer stays away for good. */
	lifetime: (random: () => number) => number;
}

const uniform = (random: () => number) => random();

/** Mean gaps and lifetimes of the Pareto/NBD model: rates from gamma distributions. */
const poisson: ShopKind = {
	customers: 1500,
	knownDays: 365,
	firstOrder: uniform,
	meanGap: (random) => 60 / gammaDraw(random, 0.9),
	gapShape: 1,
	lifetime: (random) => exponentialDraw(random, 200 / gammaDraw(random, 0.8)),
};

/** Buyers of all sorts. */
export const SHOP_KINDS = {
	poisson,
	regular: {
		...poisson,
		knownDays: 730,
		meanGap: (random) => 30 * Math.exp(1.4 * random()),
		gapShape: 12,
		lifetime: (random) => exponentialDraw(random, 240),
	},
	slow: {
		...poisson,
		knownDays: 1460,
		meanGap: (random) => 150 / gammaDraw(random, 2),
		lifetime: (random) => exponentialDraw(random, 900),
	},
	growing: { ...poisson, firstOrder: (random) => Math.sqrt(Math.sqrt(random())) },
	cohort: { ...poisson, customers: 2000, firstOrder: (random) => 0.15 * random() },
} satisfies Record<string, ShopKind>;

/** The different order days of all customers up to a day after the end of observation, day 0 the first. */
export function orderDaysOf(kind: ShopKind, seed: number, lastDay: number): number[][] {
	const random = seeded(seed);
	return Array.from({ length: kind.customers }, () => {
		const first = kind.firstOrder(random) * kind.knownDays;
		const gap = kind.meanGap(random);
		const end = Math.min(lastDay, first + kind.lifetime(random));
		const days = new Set<number>();
		for (let at = first; at <= end && at <= lastDay; ) {
			days.add(Math.floor(at));
			at += (gap * gammaDraw(random, kind.gapShape)) / kind.gapShape;
		}
		return [...days];
	}).filter((days) => days.length > 0);
}

/** Histories of customers c0, c1 and so on, each order of one amount. */
export function historiesOf(
	orderDays: readonly (readonly number[])[],
	openDays = EVERY_DAY,
	amount?: number,
): PurchaseHistory[] {
	return orderDays.map((days, i) =>
		orderHistory(
			days,
			{ customerKey: `c${i}`, amount, currency: amount === undefined ? undefined : 'EUR' },
			openDays,
		),
	);
}

/** What was seen of customers up to a day; who had not come by then is left out. */
export function seenUntil(orderDays: readonly (readonly number[])[], day: number): number[][] {
	return orderDays
		.map((days) => days.filter((one) => one <= day))
		.filter((days) => days.length > 0);
}

/** The same in another order. */
export function shuffled<T>(values: readonly T[], seed: number): T[] {
	const random = seeded(seed);
	return values
		.map((value) => ({ value, at: random() }))
		.sort((one, other) => one.at - other.at)
		.map(({ value }) => value);
}
