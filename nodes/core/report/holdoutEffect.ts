import { formatNumber } from '../wording/formatNumber';
import { percent } from '../wording/percent';
import { peopleCount } from './peopleCount';
import { rateDifference, type Rate } from './rateDifference';

/** What a campaign brought, by comparing who got it with a control group. */
export interface HoldoutEffect {
	contacted: number;
	contactedOutcomes: number;
	contactedRate: number;
	control: number;
	controlOutcomes: number;
	controlRate: number;
	/** Rate of the contacted less that of the control group, with its 95 % interval. */
	difference: number;
	low: number;
	high: number;
	/** Whether the interval leaves out that there is no difference. */
	isSure: boolean;
	/** In words. */
	finding: string;
}

function points(share: number): string {
	return formatNumber(Math.round(share * 1000) / 10);
}

function findingOf(
	contacted: Rate,
	control: Rate,
	value: number,
	low: number,
	high: number,
): string {
	const rates = `Of ${peopleCount(contacted.of)} contacted, ${percent(contacted.hits / contacted.of, 1)} reached the outcome; of ${peopleCount(control.of)} in the control group, ${percent(control.hits / control.of, 1)}`;
	const range = `likely ${points(low)} to ${points(high)}`;
	if (low > 0) {
		return `${rates}: ${points(value)} points more by the campaign (${range}).`;
	}
	if (high < 0) {
		return `${rates}: ${points(-value)} points fewer with the campaign (likely ${points(-high)} to ${points(-low)}). It did harm.`;
	}
	return `${rates}. Nothing can be said yet: the difference may as well be chance (${range} points).`;
}

/**
 * How much more often those who were contacted reached the outcome than those of the control group.
 *
 * By `rateDifference`, which cites its source. Undefined where there is nobody on one side.
 */
export function holdoutEffect(contacted: Rate, control: Rate): HoldoutEffect | undefined {
	const difference = rateDifference(contacted, control);
	if (!difference) return undefined;
	const { value, low, high } = difference;
	return {
		contacted: contacted.of,
		contactedOutcomes: contacted.hits,
		contactedRate: contacted.hits / contacted.of,
		control: control.of,
		controlOutcomes: control.hits,
		controlRate: control.hits / control.of,
		difference: value,
		low,
		high,
		isSure: low > 0 || high < 0,
		finding: findingOf(contacted, control, value, low, high),
	};
}
