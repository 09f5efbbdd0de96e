/** What is forecast of one person. */
export interface PersonForecast {
	/** Orders expected within the horizon. */
	orders: number;
	/** Probability of at least one. */
	probability: number;
	horizonDays: number;
	/** What these orders are worth; undefined where that is not known. */
	value: number | undefined;
	currency: string;
}

/** How often one person orders as a rule, of whom nothing is forecast. */
export interface PersonPace {
	/** Days from one order to the next. */
	everyDays: number;
	/** The orders that the pace was seen in. */
	orders: number;
	/** What an order is worth; undefined where that is not known. */
	averageOrder: number | undefined;
	currency: string;
}

/** What is expected of some people within the next days, with ranges that hold in 8 of 10 cases. */
export interface Expected {
	orders: number;
	ordersLow: number;
	ordersHigh: number;
	/** Major units; null where it is not known, or in several currencies. */
	value: number | null;
	valueLow: number | null;
	valueHigh: number | null;
	currency: string | null;
	days: number;
	/** The people that something is known of. */
	people: number;
	/** From Detect Lapsed's forecasts, or from how often people order. */
	basis: 'forecast' | 'pace';
}

/** Two-sided 80 % of the normal distribution. */
const Z80 = 1.2815515655446004;

/**
 * A pace knows nothing of those who leave, of seasons and of what is planned, and such things hold for
 * all at once: so far off in parts of the whole it may be, as one standard deviation.
 */
const PACE_OFF = 0.25;

interface Moments {
	mean: number;
	variance: number;
}

/**
 * Mean and variance of the number of orders of one person within so many days.
 *
 * With N the number of orders, p = P(N >= 1) and e = E(N): given that there is one, N is taken to be
 * geometric on 1, 2, ... with the mean m = e / p, so that E(N²) = p (2 m² - m) and Var(N) = p (2 m² - m)
 * - e². Of who orders at most once (m = 1) that is p (1 - p).
 *
 * Other days than those of the forecast: the orders in proportion, the probability by a constant
 * hazard, 1 - (1 - p)^f, at most e; m follows. For a much longer time that is too much, as people leave.
 */
export function orderMoments(
	{
		orders,
		probability,
		horizonDays,
	}: Pick<PersonForecast, 'orders' | 'probability' | 'horizonDays'>,
	days: number,
): Moments {
	const times = days / horizonDays;
	const mean = orders * times;
	if (mean <= 0) return { mean: 0, variance: 0 };
	const p = Math.min(mean, 1 - (1 - Math.min(1, probability)) ** times);
	// Forecasts are rounded: orders with no chance of one are as good as a small chance.
	if (p <= 0) return { mean, variance: mean };
	const m = mean / p;
	return { mean, variance: Math.max(0, p * (2 * m * m - m) - mean * mean) };
}

/**
 * Mean and variance of the number of orders at a pace: a Poisson number whose rate is known as well as
 * the gaps between orders tell it, gamma with as many of them as its shape (negative binomial), so that
 * Var(N) = e + e² / gaps.
 */
function paceMoments({ everyDays, orders }: PersonPace, days: number): Moments {
	const mean = days / everyDays;
	return { mean, variance: mean + (mean * mean) / Math.max(1, orders - 1) };
}

/**
 * Adds up what is expected of people, one after the other.
 *
 * The number of orders of several people has the sum of their means and, as people decide for
 * themselves, the sum of their variances. A person's value is a sum of N orders worth v each on average
 * with the coefficient of variation c: its variance is v² (c² e + Var(N)) (the sum of a random number of
 * random terms, Wald; Blackwell-Girshick). Ranges are those of the normal distribution, 1.28 standard
 * deviations to each side and never below zero: they hold for many people, and for chance alone, not
 * for a forecast that is off for all of them.
 */
export class ExpectedOrders {
	private people = 0;

	private mean = 0;

	private variance = 0;

	/** By currency; '' where none is given. */
	private readonly values = new Map<string, { mean: number; fixed: number; perSpread: number }>();

	/** @param days ahead that are asked for */
	constructor(
		readonly days: number,
		readonly basis: Expected['basis'],
	) {}

	addForecast(forecast: PersonForecast): void {
		const moments = orderMoments(forecast, this.days);
		const { value, orders, currency } = forecast;
		this.add(moments, orders > 0 && value !== undefined ? value / orders : undefined, currency);
	}

	addPace(pace: PersonPace): void {
		this.add(paceMoments(pace, this.days), pace.averageOrder, pace.currency);
	}

	private add({ mean, variance }: Moments, worth: number | undefined, currency: string): void {
		this.people += 1;
		this.mean += mean;
		this.variance += variance;
		if (worth === undefined || worth < 0) return;
		let sum = this.values.get(currency);
		if (!sum) {
			sum = { mean: 0, fixed: 0, perSpread: 0 };
			this.values.set(currency, sum);
		}
		sum.mean += mean * worth;
		sum.fixed += worth * worth * variance;
		sum.perSpread += worth * worth * mean;
	}

	/**
	 * What is expected of all that were added; null of nobody.
	 *
	 * @param spread how far the worth of orders lies apart: standard deviation over mean
	 */
	total(spread: number): Expected | null {
		const { people, mean, variance, values, days, basis } = this;
		if (people === 0) return null;
		const [low, high] = this.range(mean, variance);
		const only = values.size === 1 ? [...values][0] : undefined;
		const worth = only && {
			value: only[1].mean,
			range: this.range(only[1].mean, only[1].fixed + spread * spread * only[1].perSpread),
		};
		return {
			orders: mean,
			ordersLow: low,
			ordersHigh: high,
			value: worth?.value ?? null,
			valueLow: worth?.range[0] ?? null,
			valueHigh: worth?.range[1] ?? null,
			currency: only?.[0] || null,
			days,
			people,
			basis,
		};
	}

	private range(mean: number, variance: number): [number, number] {
		const off = this.basis === 'pace' ? (PACE_OFF * mean) ** 2 : 0;
		const half = Z80 * Math.sqrt(variance + off);
		return [Math.max(0, mean - half), mean + half];
	}
}
