import type { INodeExecutionData } from 'n8n-workflow';

import { countTimes, type Counting } from '../../core/lead/countActivities';
import type { Decay, LeadRule } from '../../core/lead/LeadModel';
import { readCounter } from '../../core/lead/readCounter';
import { ruleMark } from '../../core/lead/ruleMark';
import type { Outcome } from '../../core/lead/tallyScore';
import type { RecordFinding } from '../../core/memory/recordFindings';
import { readDate } from '../../core/reading/readDate';
import type { Operand } from '../../shared/conditionRow';
import type { Conditions } from '../../shared/conditions';
import type { Lead } from './Lead';
import type { LeadOperands } from './LeadOperands';
import { outcome } from './outcome';
import { asOfAtLatest, daysAgo, type ScoringTime } from './ScoringTime';

const NOT_MET: RecordFinding = Object.freeze({ isMet: false, times: 1, at: null });

/** By what a lead meets a rule whose values did not come this time. */
export const BY_EARLIER_RECORD = 'by the record that came before';

/** What can be remembered of a rule that looks at the record of a lead. */
export interface RecordRule {
	/** What the rule is known by. */
	mark: string;
	/**
	 * What the item of a lead tells the rule; undefined where it does not tell enough.
	 *
	 * @param item what tells of the lead: its item, or that without what is an activity's own
	 */
	find(lead: Lead, item: INodeExecutionData): RecordFinding | undefined;
	/** What the rule brings by what was found before; undefined where it is not met. */
	outcomeOf(finding: RecordFinding, lead: Lead, item: INodeExecutionData): Outcome | undefined;
}

/** Whether the item of a lead meets conditions; undefined where it does not tell enough. */
export function isMetByItem(
	conditions: Conditions,
	{ itemIs, itemIndex }: Lead,
	item: INodeExecutionData,
): boolean | undefined {
	// What cannot be read is told as the lead is scored.
	return itemIs === 'record'
		? conditions.isMetBy(item, itemIndex, () => {})
		: conditions.isMetAsFarAsTold(item, itemIndex);
}

/** A finding of a rule that counts nothing. */
export function plainFinding(isMet: boolean): RecordFinding {
	return isMet ? { isMet, times: 1, at: null } : NOT_MET;
}

/** A rule that has been made ready, as far as it is needed here. */
interface ReadyRule {
	conditions: Conditions;
	counting: Counting;
	/** What it counts; undefined where it counts once. */
	counter: Operand | undefined;
	decay: Decay;
	operands: LeadOperands;
	time: ScoringTime;
}

/**
 * Makes a rule that looks at records rememberable.
 *
 * @param index its place in the model
 */
export function recordRule(
	index: number,
	rule: Exclude<LeadRule, { counts: 'activities' }>,
	{ conditions, counting, counter, decay, operands, time }: ReadyRule,
): RecordRule {
	const { zone, dateOrder } = time;
	const { dateField } = rule;
	const date = dateField === undefined ? undefined : operands.field(dateField, 'lead');
	const tellsCount = rule.counts === 'counter' ? operands.told(rule.counter) : () => true;
	const tellsDate = dateField === undefined ? () => true : operands.told({ field: dateField });

	const instantOf = (finding: RecordFinding, lead: Lead, item: INodeExecutionData) => {
		if (date) return finding.at === null ? null : asOfAtLatest(finding.at, time);
		return decay.kind === 'none' ? null : time.lastActivityOf(lead, item);
	};

	return {
		mark: ruleMark(rule),
		find(lead, item) {
			const { itemIndex } = lead;
			const isRecord = lead.itemIs === 'record';
			const isUnasked = counter !== undefined && conditions.isEmpty;
			const isMet = isUnasked || isMetByItem(conditions, lead, item);
			if (!isMet) return isMet === undefined ? undefined : NOT_MET;
			if (!isRecord && !tellsCount(item, itemIndex)) return undefined;
			if (lead.itemIs === 'activity' && !tellsDate(item, itemIndex)) return undefined;
			const times = counter && readCounter(counter.read(item, itemIndex));
			const at = date && readDate(date.read(item, itemIndex), zone, dateOrder);
			if (times?.ok === false || (at?.ok === false && at.problem !== 'missing')) {
				const isBlank = times?.ok === false && times.problem === 'missing';
				// What cannot be read of a part leaves what was known.
				return isRecord || isBlank ? NOT_MET : undefined;
			}
			return { isMet, times: times?.value ?? 1, at: at?.ok ? at.value : null };
		},
		outcomeOf(finding, lead, item) {
			if (!finding.isMet) return undefined;
			const at = instantOf(finding, lead, item);
			const what = counter ? `${counter.name} is ${finding.times}, ` : '';
			const when = at === null ? '' : `, ${daysAgo(at, time)}`;
			return outcome(
				index,
				countTimes(finding.times, at, counting),
				`${what}${BY_EARLIER_RECORD}${when}`,
			);
		},
	};
}
