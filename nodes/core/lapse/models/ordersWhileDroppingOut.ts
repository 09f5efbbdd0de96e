/** The series is summed where its terms shrink by a fifth or more and its first one is a number. */
const LONGEST_HORIZON = 4;
const LARGEST_EXPONENT = 600;
/** What is left out of a sum, as a share of it. */
const NEGLIGIBLE = 1e-15;
/** The widest step of the trapezoidal rule; its relative error is below 1e-10. */
const WIDEST_STEP = 0.35;
/** Beyond this share of change in the other factors, a tail is a geometric series. */
const FLAT = 1e-9;

/**
 * Expected number of orders within a horizon of who is still a customer and drops out after each
 * order with a probability p of their own.
 *
 * The rate of orders is gamma distributed with a shape and a rate, p is beta distributed with
 * parameters a and b. It is the expectation over p of [1 - (1 + p h / rate)^-shape] / p, the bracket
 * of equation 10 of Fader, Hardie and Lee (2005) without the Gauss hypergeometric function, which has
 * no value for a = 1 and loses digits near it. Any a above zero will do here.
 *
 * Relative error below 1e-9. 0 for a horizon of 0.
 */
export function ordersWhileDroppingOut(
	shape: number,
	rate: number,
	a: number,
	b: number,
	horizon: number,
): number {
	const h = horizon / rate;
	if (!(h > 0)) return 0;
	const quick = h <= LONGEST_HORIZON && shape * Math.log1p(h) <= LARGEST_EXPONENT;
	return quick ? sumByOrders(shape, a, b, h) : integralByDropOut(shape, a, b, h);
}

/**
 * Sum over n of P(at least n orders, if nobody dropped out) times P(no drop-out at the first n - 1).
 * All terms are positive; counts are negative binomial.
 *
 * @param h the horizon times the mean rate over the shape
 */
export function sumByOrders(shape: number, a: number, b: number, h: number): number {
	const none = -shape * Math.log1p(h);
	const ratio = h / (1 + h);
	let exactly = Math.exp(none);
	let atLeast = -Math.expm1(none);
	let staying = 1;
	let sum = 0;
	for (let n = 1; atLeast > 0; n++) {
		const term = atLeast * staying;
		sum += term;
		exactly *= ((shape + n - 1) / n) * ratio;
		// Rounding leaves the tail no smaller than its first term would be.
		atLeast -= exactly;
		if (n > shape * h && (term < NEGLIGIBLE * sum || exactly < NEGLIGIBLE * sum)) break;
		staying *= (b + n - 1) / (a + b + n - 1);
	}
	return sum;
}

/**
 * The expectation as an integral over y = ln [p / (1 - p)], by the trapezoidal rule, which converges
 * exponentially for such integrands (Trefethen and Weideman 2014). The beta density is summed up with
 * the same nodes, so no Beta function is needed. Tails that fall by a constant factor, as they do for
 * small a or b, are added as geometric series.
 */
export function integralByDropOut(shape: number, a: number, b: number, h: number): number {
	const step = Math.min(WIDEST_STEP, 0.6 * Math.sqrt(1 / a + 1 / b));
	const peak = Math.log(a / b);
	const logPeak = a * peak - (a + b) * Math.log1p(a / b);
	let [density, orders] = [0, 0];
	for (const side of [-1, 1]) {
		const bend = side < 0 ? a + b + (shape + 1) * h : a + b + 1;
		const factor = Math.exp(-step * (side < 0 ? a : b));
		for (let i = side < 0 ? 0 : 1; ; i++) {
			const y = peak + side * i * step;
			const small = Math.exp(-Math.abs(y));
			const p = y < 0 ? small / (1 + small) : 1 / (1 + small);
			const logDensity = a * y - (a + b) * (Math.max(y, 0) + Math.log1p(small)) - logPeak;
			const weight = Math.exp(logDensity);
			const each = p > 0 ? -Math.expm1(-shape * Math.log1p(p * h)) / p : shape * h;
			const isFlat = side * y > 0 && small * bend < FLAT;
			const times = isFlat ? 1 / (1 - factor) : 1;
			density += times * weight;
			orders += times * weight * each;
			const isSpent =
				weight <= NEGLIGIBLE * density &&
				weight * (side < 0 ? shape * h : each) <= NEGLIGIBLE * orders;
			if (isFlat || isSpent) break;
		}
	}
	return orders / density;
}
