import type { WeightBounds } from '../../learning/ridgeNewton';
import type { RepeatCounts } from './PurchaseLog';

const FREE: WeightBounds = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const NOT_ABOVE_ZERO: WeightBounds = { min: Number.NEGATIVE_INFINITY, max: 0 };

/** How a feature is taken into what is learned. */
interface FeatureUse {
	/** Whether it is scaled by its spread among customers, or a figure whose size means something. */
	isScaled: boolean;
	/** What its weight may be, so that more silence never makes a return likelier once one is due. */
	bounds: WeightBounds;
}

/**
 * What is looked at to tell who comes back, with names that are permanent.
 *
 * What rises with silence, other than up to the day on which an order is due, has no weight above
 * zero: before that day an order may well come nearer with every day of silence. Of the model's log
 * odds, which fall with silence, at least a tenth is left, however much the past shows the model to be
 * too sure of itself.
 */
const USES = Object.freeze({
	modelLogOdds: { isScaled: false, bounds: { min: -0.9, max: Number.POSITIVE_INFINITY } },
	orders: { isScaled: true, bounds: FREE },
	silence: { isScaled: true, bounds: NOT_ABOVE_ZERO },
	beforeDue: { isScaled: true, bounds: FREE },
	overdue: { isScaled: true, bounds: NOT_ABOVE_ZERO },
	steadiness: { isScaled: false, bounds: FREE },
	overdueIfSteady: { isScaled: false, bounds: NOT_ABOVE_ZERO },
} satisfies Record<string, FeatureUse>);

export type ReturnFeature = keyof typeof USES;

export const RETURN_FEATURES = Object.freeze(Object.keys(USES)) as readonly [
	ReturnFeature,
	...ReturnFeature[],
];

/** How a feature is taken into what is learned. */
export function featureUse(feature: ReturnFeature): FeatureUse {
	return USES[feature];
}

/** What customers of a shop are compared with. */
export interface ShopMeasures {
	/** Days between two orders, the median of all. */
	typicalGapDays: number;
	/** Mean days since customers' first orders. */
	meanAgeDays: number;
}

/**
 * The features of one customer, in the order of their names.
 *
 * The model's own log odds of a return; logarithms of the orders after the first and of the days of
 * silence beside the mean age of customers; the logarithm of the silence beside the customer's own gap
 * (the mean of their gaps and one of the shop's), apart for before the next order is due and for how
 * far it is overdue; how steady the gaps are (1 less their coefficient of variation, 0 below three
 * gaps), alone and times how far the order is overdue. A whole day is added to every silence: days are
 * counted whole.
 */
export function returnFeatures(
	{ x, tx, T, gapVariation }: RepeatCounts,
	{ typicalGapDays, meanAgeDays }: ShopMeasures,
	modelLogOdds: number,
): number[] {
	const silence = T - tx + 1;
	const ownGap = x > 0 ? (tx + typicalGapDays) / (x + 1) : typicalGapDays;
	const silenceInGaps = Math.log(silence / ownGap);
	const overdue = Math.max(0, silenceInGaps);
	const steadiness = Number.isNaN(gapVariation) ? 0 : Math.max(0, 1 - gapVariation);
	return [
		modelLogOdds,
		Math.log1p(x),
		Math.log(silence / Math.max(1, meanAgeDays)),
		Math.min(0, silenceInGaps),
		overdue,
		steadiness,
		steadiness * overdue,
	];
}
