import { formatNumber } from '../wording/formatNumber';
import { percent } from '../wording/percent';

/** Leads with like probabilities, and how many of them had the outcome. */
export interface CalibrationGroup {
	/** Lowest and highest probability in the group. */
	from: number;
	to: number;
	leads: number;
	/** Mean of the probabilities. */
	forecast: number;
	/** Share with the outcome. */
	observed: number;
}

/**
 * Leads in groups of about the same size by their probability, the lowest first; leads with the same
 * probability stay together, so that there may be fewer groups.
 *
 * Groups of the same size and not, as in a backtest, of the same width: where one lead in ten buys,
 * nearly all probabilities are below 20 percent.
 */
export function calibrationGroups(
	probabilities: ArrayLike<number>,
	outcomes: ArrayLike<boolean | number>,
	groups: number,
): CalibrationGroup[] {
	const order = Array.from(probabilities, (_, i) => i).sort(
		(a, b) => probabilities[a]! - probabilities[b]! || a - b,
	);
	const found: CalibrationGroup[] = [];
	for (let begin = 0; begin < order.length; ) {
		// Where leads that stay together have used up most of a group, they take it all.
		const group = Math.floor((begin * groups) / order.length + 0.5) + 1;
		const target = Math.round((group * order.length) / groups);
		let end = Math.max(begin + 1, Math.min(order.length, target));
		const last = probabilities[order[end - 1]!]!;
		while (end < order.length && probabilities[order[end]!] === last) end += 1;
		let [sum, hits] = [0, 0];
		for (let i = begin; i < end; i++) {
			sum += probabilities[order[i]!]!;
			if (outcomes[order[i]!]) hits += 1;
		}
		const leads = end - begin;
		found.push({
			from: probabilities[order[begin]!]!,
			to: last,
			leads,
			forecast: sum / leads,
			observed: hits / leads,
		});
		begin = end;
	}
	return found;
}

/**
 * The probabilities that stand together in a group.
 *
 * @example
 * probabilityRange({ from: 0.0232, to: 0.051 }) //=> '2.3 to 5.1 %'
 * probabilityRange({ from: 0.5, to: 0.5 }) //=> '50 %'
 */
export function probabilityRange({ from, to }: Pick<CalibrationGroup, 'from' | 'to'>): string {
	const [low, high] = [percent(from, 1), percent(to, 1)];
	return low === high ? high : `${formatNumber(from * 100)} to ${high}`;
}
