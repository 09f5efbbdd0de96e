import { roundestBetween } from './roundestBetween';

/** One number that leads have, and what became of them. */
export interface NumberCount {
	value: number;
	leads: number;
	/** Those with the outcome. */
	hits: number;
}

/** Numbers from an edge up, to below another one. */
export interface NumberBin {
	/** Undefined for the first bin: it holds whatever is lower, too. */
	from?: number;
	/** Undefined for the last bin. */
	to?: number;
	/** The lowest and the highest number seen in it. */
	lowest: number;
	highest: number;
	leads: number;
	hits: number;
}

/** Bins that are looked at before those that do not differ are joined. */
const FINE_BINS = 20;
/** A bin that a marketer reads is one of at most so many. */
const MOST_BINS = 7;
/** A bin has this share of the leads with a number, and so many of them, at least. */
const LEAST_SHARE = 0.02;
const LEAST_LEADS = 15;
/** A number that so many leads have is a bin of its own to begin with. */
const SPIKE_SHARE = 0.05;
/** How far an edge may move for a rounder number: by leads, in fine bins. */
const ROUNDING = 0.3;
/** The quantile of chi-squared with one degree of freedom at 95 %: what differs less, is joined. */
const DIFFERENT = 3.841;

function entropy(hits: number, leads: number): number {
	const part = (count: number) => (count > 0 ? count * Math.log(count / leads) : 0);
	return part(hits) + part(leads - hits);
}

/** How much two bins differ in their outcomes: G, the likelihood ratio statistic of their table. */
function difference(a: NumberBin, b: NumberBin): number {
	const apart = entropy(a.hits, a.leads) + entropy(b.hits, b.leads);
	return 2 * (apart - entropy(a.hits + b.hits, a.leads + b.leads));
}

/** Numbers, rounded where leads allow it, at which a fine bin ends and the next one begins. */
function fineEdges(counts: readonly NumberCount[]): number[] {
	const all = counts.reduce((sum, { leads }) => sum + leads, 0);
	const size = Math.max(all / FINE_BINS, LEAST_LEADS);
	const isSpike = ({ leads }: NumberCount) => leads >= Math.max(SPIKE_SHARE * all, LEAST_LEADS);
	const edges: number[] = [];
	/** An edge that separates the number at `at` from the one before it, or moves a little for a rounder one. */
	const addEdge = (at: number, isMovable: boolean) => {
		if (at <= 0 || at >= counts.length) return;
		const lowestEdge = edges[edges.length - 1] ?? Number.NEGATIVE_INFINITY;
		let [low, high] = [at - 1, at];
		if (isMovable) {
			let room = ROUNDING * size;
			while (
				low > 0 &&
				counts[low]!.leads <= room &&
				counts[low]!.value > lowestEdge &&
				!isSpike(counts[low]!)
			) {
				room -= counts[low]!.leads;
				low -= 1;
			}
			room = ROUNDING * size;
			while (
				high < counts.length - 1 &&
				counts[high]!.leads <= room &&
				!isSpike(counts[high]!) &&
				!isSpike(counts[high + 1]!)
			) {
				room -= counts[high]!.leads;
				high += 1;
			}
		}
		const edge = roundestBetween(
			Math.max(counts[low]!.value, lowestEdge),
			counts[high]!.value,
			counts[at]!.value,
		);
		if (edge > lowestEdge) edges.push(edge);
	};
	let filled = 0;
	counts.forEach((count, i) => {
		const last = edges[edges.length - 1];
		// An edge that moved up has taken this number along.
		if (last !== undefined && count.value < last) return;
		if (isSpike(count)) {
			addEdge(i, false);
			addEdge(i + 1, false);
			filled = 0;
			return;
		}
		filled += count.leads;
		if (filled >= size) {
			addEdge(i + 1, !(counts[i + 1] && isSpike(counts[i + 1]!)));
			filled = 0;
		}
	});
	return edges;
}

function binsBetween(counts: readonly NumberCount[], edges: readonly number[]): NumberBin[] {
	const bins: NumberBin[] = [];
	let at = 0;
	for (let i = 0; i <= edges.length; i++) {
		const from = edges[i - 1];
		const to = edges[i] ?? Number.POSITIVE_INFINITY;
		const begin = at;
		let [leads, hits] = [0, 0];
		for (; at < counts.length && counts[at]!.value < to; at++) {
			leads += counts[at]!.leads;
			hits += counts[at]!.hits;
		}
		// Where edges moved past every number between them there is no bin: its neighbours meet.
		if (at === begin) continue;
		const before = bins[bins.length - 1];
		if (before) before.to = from!;
		bins.push({
			...(before ? { from: from! } : {}),
			lowest: counts[begin]!.value,
			highest: counts[at - 1]!.value,
			leads,
			hits,
		});
	}
	return bins;
}

function joined(low: NumberBin, high: NumberBin): NumberBin {
	return {
		...(low.from === undefined ? {} : { from: low.from }),
		...(high.to === undefined ? {} : { to: high.to }),
		lowest: low.lowest,
		highest: high.highest,
		leads: low.leads + high.leads,
		hits: low.hits + high.hits,
	};
}

/**
 * Bins of a number that tell outcomes apart, the lowest first: none overlap and none leaves a gap.
 *
 * Begins with about twenty bins of as many leads each, where a number that many leads have is a bin of
 * its own (no purchase yet, "never" written as -1). Then the two neighbours that differ least in their
 * outcomes are joined, until all differ, none is too small and there are at most seven (ChiMerge; Kerber
 * 1992, "ChiMerge: Discretization of numeric attributes", with the likelihood ratio for the statistic).
 * Outcomes may rise and fall from bin to bin: both the young and the old may be the best leads.
 *
 * Edges are round numbers, as far as a few leads more or less in a bin allow.
 *
 * @param counts the different numbers, ascending
 */
export function numberBins(counts: readonly NumberCount[]): NumberBin[] {
	const bins = binsBetween(counts, fineEdges(counts));
	const all = counts.reduce((sum, { leads }) => sum + leads, 0);
	const least = Math.max(LEAST_LEADS, LEAST_SHARE * all);
	while (bins.length > 1) {
		let [best, smallest, isTooSmall] = [-1, Number.POSITIVE_INFINITY, false];
		for (let i = 0; i + 1 < bins.length; i++) {
			const isSmall = bins[i]!.leads < least || bins[i + 1]!.leads < least;
			if (isTooSmall && !isSmall) continue;
			const differs = difference(bins[i]!, bins[i + 1]!);
			if (differs < smallest || (isSmall && !isTooSmall)) {
				[best, smallest, isTooSmall] = [i, differs, isSmall];
			}
		}
		if (!isTooSmall && smallest >= DIFFERENT && bins.length <= MOST_BINS) break;
		bins.splice(best, 2, joined(bins[best]!, bins[best + 1]!));
	}
	return bins;
}
