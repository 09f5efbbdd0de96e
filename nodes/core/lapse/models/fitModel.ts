import type { CountTable } from './CountTable';
import { FitColumns } from './FitColumns';
import { minimise, type Minimum, type Objective } from './minimise';
import { negativeBinomialObjective } from './NegativeBinomial';
import type { ModelFit, ModelParameters } from './RepeatBuyingModel';

/**
 * Beyond these logarithms of parameters (time in units of the mean T) nothing changes any more: a
 * gamma or beta distribution with a shape of a thousand is one point for a shop.
 */
const LOWEST = -9;
const HIGHEST = 7;
/** What going beyond costs, in mean logarithm of the likelihood per square of the way. */
const COST_BEYOND = 1e-2;
/** Nothing is computed further out than this. */
const OUT_OF_SIGHT = 4;

/**
 * Less gain from drop-out than this is no sign of it: half the 95 % point of the distribution that
 * twice the gain has where nobody drops out, an even mixture of 0 and χ² with one degree of freedom
 * (Self and Liang 1987, case 5).
 */
const LEAST_GAIN = 2.706 / 2;

const NOBODY = 'No customer has been observed for any length of time.';
const NO_REPEAT = 'No customer has ordered a second time.';
const NO_DROP_OUT =
	'The orders do not show customers leaving, so all of them would count as staying for good.';
const BOUNDLESS =
	'The orders fit best where the parameters have no bounds, so these tell nothing about customers.';

/** What sets one model apart from the others when its parameters are looked for. */
export interface ModelSearch<P extends ModelParameters> {
	/** Minus the mean logarithm of the likelihood, by the logarithms of four parameters. */
	objective(columns: FitColumns): Objective;
	/** The two parameters of drop-out that a search begins with, time in units. */
	starts: ReadonlyArray<readonly [number, number]>;
	/** Four parameters, time in units of so many days, by name and in days. */
	named(values: Iterable<number>, unit: number): P;
	/** How likely drop-out is, from the two parameters; extreme where these say nothing. */
	level(first: number, second: number): number;
}

/** The objective with a rising cost for what is out of reach, which leaves all within as it is. */
function withinReach(objective: Objective): Objective {
	return (at, gradient) => {
		const isSeen = at.every((log) => log > LOWEST - OUT_OF_SIGHT && log < HIGHEST + OUT_OF_SIGHT);
		if (!isSeen) return Number.POSITIVE_INFINITY;
		let value = objective(at, gradient);
		for (let i = 0; i < at.length; i++) {
			const beyond = Math.min(0, at[i]! - LOWEST) + Math.max(0, at[i]! - HIGHEST);
			value += COST_BEYOND * beyond * beyond;
			gradient[i]! += 2 * COST_BEYOND * beyond;
		}
		return value;
	};
}

const exponentials = (logs: Float64Array) => logs.map((log) => Math.exp(log));

/** The parameters are of no use, and why. The drop-out is as likely as not, orders are rare. */
function meaningless<P extends ModelParameters>(
	search: ModelSearch<P>,
	{ table, unit, exposure }: FitColumns,
	reason: string,
	logLikelihood: number,
): ModelFit<P> {
	return {
		parameters: search.named([1, 1 + exposure, 1, 1], table.customers > 0 ? unit : 1),
		logLikelihood,
		gainFromDropOut: 0,
		converged: false,
		isDegenerate: true,
		reason,
	};
}

/**
 * Finds the parameters of a model by maximum likelihood.
 *
 * Time is measured by the mean T, parameters by their logarithms. The search begins at the best
 * model without drop-out and tries the given amounts of it.
 */
export function fitModel<P extends ModelParameters>(
	search: ModelSearch<P>,
	table: CountTable,
): ModelFit<P> {
	const columns = new FitColumns(table);
	if (!(columns.exposure > 0)) return meaningless(search, columns, NOBODY, 0);
	if (!(columns.orders > 0)) return meaningless(search, columns, NO_REPEAT, 0);

	const steady = minimise(withinReach(negativeBinomialObjective(columns)), [
		0,
		Math.log(columns.exposure / columns.orders),
	]);
	const objective = withinReach(search.objective(columns));
	let best: Minimum | undefined;
	for (const [first, second] of search.starts) {
		const start = [steady.at[0]!, steady.at[1]!, Math.log(first), Math.log(second)];
		const found = minimise(objective, start);
		if (!best || found.value < best.value) best = found;
		if (gainOver(steady, best, columns) >= LEAST_GAIN && best.converged) break;
	}
	const { at, value, converged } = best!;
	const gain = gainOver(steady, best!, columns);
	const reason =
		gain < LEAST_GAIN ? NO_DROP_OUT : isBoundless(search, exponentials(at)) ? BOUNDLESS : null;
	return {
		parameters: search.named(exponentials(at), columns.unit),
		logLikelihood: columns.inDays(-value),
		gainFromDropOut: gain,
		converged,
		isDegenerate: reason !== null,
		reason,
	};
}

function gainOver(steady: Minimum, best: Minimum, { table }: FitColumns): number {
	return Math.max(0, (steady.value - best.value) * table.customers);
}

/**
 * Whether parameters ran away to where they say nothing. Large ones are no such sign when they stay
 * in proportion: customers are then all alike.
 */
function isBoundless<P extends ModelParameters>(
	search: ModelSearch<P>,
	[r = 0, alpha = 0, first = 0, second = 0]: Float64Array,
): boolean {
	const edge = LOWEST + 1;
	const figures = [r, r / alpha, search.level(first, second), Math.max(first, second)];
	return (
		figures.some((figure) => !(Math.log(figure) > edge)) ||
		[r / alpha, search.level(first, second)].some((figure) => !(Math.log(figure) < -edge))
	);
}

/** Natural logarithm of the likelihood at given parameters, four values with time in days. */
export function logLikelihoodOf(
	objective: (columns: FitColumns) => Objective,
	table: CountTable,
	inUnits: (unit: number) => readonly number[],
): number {
	const columns = new FitColumns(table);
	if (table.customers === 0) return 0;
	const at = Float64Array.from(inUnits(columns.unit), Math.log);
	return columns.inDays(-objective(columns)(at, new Float64Array(at.length)));
}
