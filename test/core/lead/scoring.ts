import {
	compileCounting,
	countActivities,
	countTimes,
	type Count,
} from '../../../nodes/core/lead/countActivities';
import {
	leadModelSchema,
	type LeadBand,
	type LeadModelInput,
} from '../../../nodes/core/lead/LeadModel';
import type { LeadScore } from '../../../nodes/core/lead/LeadScore';
import { prepareModel, type PreparedModel } from '../../../nodes/core/lead/prepareModel';
import { tallyScore } from '../../../nodes/core/lead/tallyScore';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';

export const UTC = new TimeZone('UTC');

/** A model with the defaults for all that is left out, ready to score by. */
export function prepared(input: LeadModelInput): PreparedModel {
	return prepareModel(leadModelSchema.parse(input));
}

export interface TestLead {
	/**
	 * By rule name: true for what is said of the lead; a number for a counter; dates for activities, of
	 * which the first is also that of a counter or of what is said of the lead.
	 */
	met: Record<string, true | number | readonly string[] | { count: number; on: string }>;
	previousBand?: LeadBand;
	idleDays?: number;
}

/** Scores a lead as a node would: counts what it did by each rule, then tallies. */
export function scoreOn(date: string, lead: TestLead, model: PreparedModel): LeadScore {
	const asOf = Date.parse(date);
	const outcomes = model.model.rules.flatMap((rule, i) => {
		const met = lead.met[rule.name];
		if (met === undefined) return [];
		const by = compileCounting(rule, model.rules[i]!.decay, asOf, UTC);
		let count: Count;
		if (met === true) count = countTimes(1, null, by);
		else if (typeof met === 'number') count = countTimes(met, null, by);
		else if ('on' in met) count = countTimes(met.count, Date.parse(met.on), by);
		else count = countActivities(met.map(Date.parse), by);
		return [{ rule: i, ...count, evidence: `${count.times} times` }];
	});
	const { previousBand, idleDays } = lead;
	return tallyScore({ key: 'anna', outcomes, missing: [], previousBand, idleDays }, model, date);
}

/** Points of each reason by the name of its rule, the weightiest first. */
export function pointsOf({ reasons }: LeadScore): Array<[string, number]> {
	return reasons.map(({ rule, points }) => [rule, points]);
}
