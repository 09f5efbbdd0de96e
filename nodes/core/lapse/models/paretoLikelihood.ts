import type { FitColumns } from './FitColumns';
import { legendreRule, type IntegrationRule } from './legendreRule';
import type { Objective } from './minimise';
import { risingSums } from './risingSums';

/** For pieces within which the integrand changes much, and for those where it hardly does. */
const FINE_RULE = legendreRule(8);
const QUICK_RULE = legendreRule(3);
/** How far the integrand may fall, as a logarithm, and the bases grow, within a piece. */
const FINE = { fall: 2, growth: 1 };
const QUICK = { fall: 0.3, growth: 0.1 };
/** Once the integrand has fallen so far for all customers, as a logarithm, the rest is nothing. */
const NEGLIGIBLE_FALL = 45;
const NO_NODES = { nodes: [], weights: [] };
/** Smaller factors are nothing; kept, they would slow every product down. */
const TINY = 1e-280;

/** Columns that grow. */
class Growing {
	values = new Float64Array(1024);

	set(index: number, value: number): void {
		if (index === this.values.length) {
			const larger = new Float64Array(2 * index);
			larger.set(this.values);
			this.values = larger;
		}
		this.values[index] = value;
	}
}

/**
 * The pieces that time is cut into for integration, with what each node contributes.
 *
 * Every distinct time of the shop begins a piece; a long stretch between two of them has several.
 */
class Pieces {
	count = 0;

	nodeCount = 0;

	/** For each piece its first node, the distinct time it begins at or -1, and the decay across it. */
	readonly firstNode: number[] = [];

	readonly beginsAt: number[] = [];

	/** Decay of f across a piece, for exponents of the current x, and what one more x changes. */
	readonly decay = new Growing();

	readonly decayPerOrder = new Growing();

	/** For each node its weight times the decay since the start of its piece, for the current x. */
	readonly share = new Growing();

	readonly sharePerOrder = new Growing();

	readonly logA = new Growing();

	readonly logB = new Growing();

	readonly overA = new Growing();

	readonly overB = new Growing();

	/** Cuts all of time anew, for exponents of x = 0. */
	cut(
		times: Float64Array,
		[fewestOrders, mostOrders]: readonly [number, number],
		[r, alpha, s, beta]: readonly [number, number, number, number],
	): void {
		this.count = 0;
		this.nodeCount = 0;
		for (let i = 0; i + 1 < times.length; i++) {
			let from = times[i]!;
			const to = times[i + 1]!;
			for (let isFirst = true; from < to; isFirst = false) {
				const [a, b] = [alpha + from, beta + from];
				const rate = (r + mostOrders) / a + (s + 1) / b;
				const span = to - from;
				const isOver =
					(r + fewestOrders) * Math.log(a / (alpha + times[i]!)) +
						s * Math.log(b / (beta + times[i]!)) >
					NEGLIGIBLE_FALL;
				const isQuick = span * rate <= QUICK.fall && span <= QUICK.growth * Math.min(a, b);
				const longest = Math.min(FINE.fall / rate, FINE.growth * Math.min(a, b));
				// What is left is halved rather than cut to a sliver.
				let length = span;
				if (!isQuick && !isOver && span > longest) length = span < 2 * longest ? span / 2 : longest;
				if (!(from + length > from)) length = span;
				this.add(
					isFirst ? i : -1,
					from,
					length,
					isOver ? NO_NODES : isQuick ? QUICK_RULE : FINE_RULE,
					[r, alpha, s, beta],
				);
				from = length === span ? to : from + length;
			}
		}
		this.firstNode[this.count] = this.nodeCount;
	}

	private add(
		beginsAt: number,
		from: number,
		length: number,
		{ nodes, weights }: IntegrationRule,
		[r, alpha, s, beta]: readonly [number, number, number, number],
	): void {
		const [a, b] = [alpha + from, beta + from];
		this.firstNode[this.count] = this.nodeCount;
		this.beginsAt[this.count] = beginsAt;
		const across = a / (a + length);
		this.decayPerOrder.set(this.count, across);
		this.decay.set(this.count, Math.exp(-r * Math.log1p(length / a) - s * Math.log1p(length / b)));
		this.count += 1;
		for (let i = 0; i < nodes.length; i++) {
			const node = this.nodeCount++;
			const t = length * nodes[i]!;
			const [grownA, grownB] = [a + t, b + t];
			const fall = r * Math.log1p(t / a) + s * Math.log1p(t / b);
			this.share.set(node, (weights[i]! * length * Math.exp(-fall)) / grownB);
			this.sharePerOrder.set(node, a / grownA);
			this.logA.set(node, Math.log(grownA));
			this.logB.set(node, Math.log(grownB));
			this.overA.set(node, 1 / grownA);
			this.overB.set(node, 1 / grownB);
		}
	}

	/** Moves on to an x that is larger by so many orders. */
	raise(orders: number): void {
		if (orders === 0) return;
		raise(this.decay.values, this.decayPerOrder.values, this.count, orders);
		raise(this.share.values, this.sharePerOrder.values, this.nodeCount, orders);
	}
}

function raise(values: Float64Array, perOrder: Float64Array, count: number, orders: number): void {
	for (let i = 0; i < count; i++) {
		const grown = values[i]! * (orders === 1 ? perOrder[i]! : perOrder[i]! ** orders);
		values[i] = grown > TINY ? grown : 0;
	}
}

/**
 * Minus the mean logarithm of the likelihood of the Pareto/NBD model, by ln r, ln α, ln s and ln β.
 *
 * A customer's likelihood is that of being alive at T, or of having dropped out at some t between tx
 * and T (Schmittlein, Morrison and Colombo 1987; Fader and Hardie, "A note on deriving the
 * Pareto/NBD model and related expressions", 2005, equation 14 before the integral is solved):
 *
 *   Γ(r + x) / Γ(r) · α^r β^s · [f(T) + s ∫ f(t) / (β + t) dt],  f(t) = (α + t)^-(r + x) (β + t)^-s.
 *
 * The integral is not solved by Gauss hypergeometric functions, whose difference loses all digits for
 * many orders, but numerically: for each x once from every distinct time up to the longest T, in
 * shares of f at that time, all terms positive. A customer's integral is the difference of two such
 * figures. Its gradient is taken under the integral. Relative error of the likelihood below 1e-9.
 */
export function paretoObjective(columns: FitColumns): Objective {
	const { table, times, customersWith } = columns;
	const { counts, firstRowOf, txIndex, TIndex, weight, customers } = table;
	const [risingLogs, risingReciprocals] = [counts.slice(), counts.slice()];
	const atTimes = () => new Float64Array(times.length);
	const [logA, logB, overA, overB] = [atTimes(), atTimes(), atTimes(), atTimes()];
	// Integrals of f(t) / (β + t) from each distinct time on, also with these four as further factors.
	const [plain, byLogA, byLogB, byOverA, byOverB] = [
		atTimes(),
		atTimes(),
		atTimes(),
		atTimes(),
		atTimes(),
	];
	const pieces = new Pieces();
	const extremes = [counts[0] ?? 0, counts[counts.length - 1] ?? 0] as const;

	function integrate(): void {
		let [sum, sumLogA, sumLogB, sumOverA, sumOverB] = [0, 0, 0, 0, 0];
		const { firstNode, beginsAt } = pieces;
		const decays = pieces.decay.values;
		const shares = pieces.share.values;
		const [nodeLogA, nodeLogB] = [pieces.logA.values, pieces.logB.values];
		const [nodeOverA, nodeOverB] = [pieces.overA.values, pieces.overB.values];
		for (let piece = pieces.count - 1; piece >= 0; piece--) {
			const decay = decays[piece]!;
			sum *= decay;
			sumLogA *= decay;
			sumLogB *= decay;
			sumOverA *= decay;
			sumOverB *= decay;
			const end = firstNode[piece + 1]!;
			for (let node = firstNode[piece]!; node < end; node++) {
				const share = shares[node]!;
				sum += share;
				sumLogA += share * nodeLogA[node]!;
				sumLogB += share * nodeLogB[node]!;
				sumOverA += share * nodeOverA[node]!;
				sumOverB += share * nodeOverB[node]!;
			}
			const time = beginsAt[piece]!;
			if (time < 0) continue;
			plain[time] = sum;
			byLogA[time] = sumLogA;
			byLogB[time] = sumLogB;
			byOverA[time] = sumOverA;
			byOverB[time] = sumOverB;
		}
	}

	return (at, gradient) => {
		const r = Math.exp(at[0]!);
		const alpha = Math.exp(at[1]!);
		const s = Math.exp(at[2]!);
		const beta = Math.exp(at[3]!);
		for (let i = 0; i < times.length; i++) {
			const [a, b] = [alpha + times[i]!, beta + times[i]!];
			logA[i] = Math.log(a);
			logB[i] = Math.log(b);
			overA[i] = 1 / a;
			overB[i] = 1 / b;
		}
		risingSums(r, counts, risingLogs, risingReciprocals);
		pieces.cut(times, extremes, [r, alpha, s, beta]);
		const [logAlpha, logBeta] = [at[1]!, at[3]!];
		let [value, byR, byAlpha, byS, byBeta] = [0, 0, 0, 0, 0];
		for (let i = 0, reached = 0; i < counts.length; i++) {
			const x = counts[i]!;
			pieces.raise(x - reached);
			reached = x;
			integrate();
			const exponent = r + x;
			const end = firstRowOf[i + 1]!;
			for (let row = firstRowOf[i]!; row < end; row++) {
				const [now, last] = [TIndex[row]!, txIndex[row]!];
				const fallA = logA[now]! - logA[last]!;
				const fallB = logB[now]! - logB[last]!;
				const alive = Math.exp(-exponent * fallA - s * fallB);
				const gone = plain[last]! - alive * plain[now]!;
				const all = alive + s * gone;
				const share = weight[row]! / all;
				value +=
					weight[row]! *
					(Math.log(all) -
						x * logA[last]! -
						r * (logA[last]! - logAlpha) -
						s * (logB[last]! - logBeta));
				byR -= share * (alive * logA[now]! + s * (byLogA[last]! - alive * byLogA[now]!));
				byAlpha -=
					share * exponent * (alive * overA[now]! + s * (byOverA[last]! - alive * byOverA[now]!));
				byS += share * (gone - alive * logB[now]! - s * (byLogB[last]! - alive * byLogB[now]!));
				byBeta -=
					share * s * (alive * overB[now]! + (s + 1) * (byOverB[last]! - alive * byOverB[now]!));
			}
			value += customersWith[i]! * risingLogs[i]!;
			byR += customersWith[i]! * risingReciprocals[i]!;
		}
		gradient[0] = (-r * (byR + customers * logAlpha)) / customers;
		gradient[1] = -(alpha * byAlpha) / customers - r;
		gradient[2] = (-s * (byS + customers * logBeta)) / customers;
		gradient[3] = -(beta * byBeta) / customers - s;
		return -value / customers;
	};
}
