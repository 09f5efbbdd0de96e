import type { INodeExecutionData } from 'n8n-workflow';

import { activityType } from '../../core/lead/activityType';
import {
	compileCounting,
	countActivities,
	countTimes,
	type Counting,
} from '../../core/lead/countActivities';
import type { Decay, LeadRule } from '../../core/lead/LeadModel';
import { readCounter } from '../../core/lead/readCounter';
import type { Outcome } from '../../core/lead/tallyScore';
import { readDate } from '../../core/reading/readDate';
import { isBlank } from '../../core/reading/Reading';
import { counted } from '../../core/wording/formatNumber';
import type { Operand } from '../../shared/conditionRow';
import type { Conditions, OnUnreadable } from '../../shared/conditions';
import { dateHint } from '../../shared/dateHint';
import { quoted } from '../../shared/Rejection';
import type { Lead } from './Lead';
import { leadConditions } from './leadConditions';
import { outcome } from './outcome';
import { recordRule, type RecordRule } from './recordRule';
import { asOfAtLatest, daysAgo, type ScoringTime } from './ScoringTime';
import type { LeadOperands } from './LeadOperands';

/** A rule, ready to be asked about any lead. */
export interface RuleScorer {
	conditions: Conditions;
	/** What the rule brings the lead; undefined where it is not met. */
	score(lead: Lead, item: INodeExecutionData, onUnreadable: OnUnreadable): Outcome | undefined;
	/** The rule as far as it can be remembered; left out where it counts activities. */
	ofRecord?: RecordRule;
}

/** The date of what a rule looks at; null where it is not known, undefined where it cannot be read. */
type DateReader = (
	lead: Lead,
	item: INodeExecutionData,
	onUnreadable: OnUnreadable,
) => number | null | undefined;

/** Undefined for a rule that never fades: its date is not asked for. */
function dateReader(
	rule: Exclude<LeadRule, { counts: 'activities' }>,
	decay: Decay,
	operands: LeadOperands,
	time: ScoringTime,
): DateReader | undefined {
	if (rule.dateField === undefined) {
		return decay.kind === 'none' ? undefined : (lead, item) => time.lastActivityOf(lead, item);
	}
	const { name, read } = operands.field(rule.dateField, 'lead');
	return (lead, item, onUnreadable) => {
		const value = read(item, lead.itemIndex);
		const date = readDate(value, time.zone, time.dateOrder);
		if (date.ok) return asOfAtLatest(date.value, time);
		if (date.problem === 'missing') return null;
		onUnreadable({
			owner: rule.name,
			fieldName: name,
			message: `${quoted(value)} ${date.problem === 'ambiguous' ? 'can be read in two ways' : 'is no date that can be read'}`,
			hint: dateHint(date.problem),
		});
		return undefined;
	};
}

function leadScorer(
	index: number,
	rule: Extract<LeadRule, { counts: 'lead' }>,
	conditions: Conditions,
	counting: Counting,
	dateOf: DateReader | undefined,
	time: ScoringTime,
): RuleScorer['score'] {
	const { points } = rule;
	if (!dateOf) {
		return (lead, item, onUnreadable) =>
			conditions.isMetBy(item, lead.itemIndex, onUnreadable)
				? {
						rule: index,
						earned: points,
						decayed: points,
						evidence: conditions.evidence(item, lead.itemIndex),
					}
				: undefined;
	}
	return (lead, item, onUnreadable) => {
		if (!conditions.isMetBy(item, lead.itemIndex, onUnreadable)) return undefined;
		const at = dateOf(lead, item, onUnreadable);
		if (at === undefined) return undefined;
		const evidence = conditions.evidence(item, lead.itemIndex);
		return outcome(
			index,
			countTimes(1, at, counting),
			at === null ? evidence : `${evidence}, ${daysAgo(at, time)}`,
		);
	};
}

function counterScorer(
	index: number,
	rule: Extract<LeadRule, { counts: 'counter' }>,
	{ name, read }: Operand,
	conditions: Conditions,
	counting: Counting,
	dateOf: DateReader | undefined,
	time: ScoringTime,
): RuleScorer['score'] {
	return (lead, item, onUnreadable) => {
		if (!conditions.isEmpty && !conditions.isMetBy(item, lead.itemIndex, onUnreadable)) {
			return undefined;
		}
		const value = read(item, lead.itemIndex);
		if (isBlank(value)) return undefined;
		const count = readCounter(value);
		if (!count.ok) {
			onUnreadable({
				owner: rule.name,
				fieldName: name,
				message: `${quoted(value)} is no whole number from 0 up`,
				hint: 'Correct the value, or choose another Counter Field',
			});
			return undefined;
		}
		const at = dateOf ? dateOf(lead, item, onUnreadable) : null;
		if (at === undefined) return undefined;
		const counts = countTimes(count.value, at, counting);
		const limit = counts.times < count.value ? ` (${counts.times} count)` : '';
		const when = at === null ? '' : `, ${daysAgo(at, time)}`;
		return outcome(index, counts, `${name} is ${count.value}${limit}${when}`);
	};
}

/** What could not be read of a remembered activity was told when it came. */
const toldBefore: OnUnreadable = () => {};

function activityScorer(
	index: number,
	rule: Extract<LeadRule, { counts: 'activities' }>,
	conditions: Conditions,
	counting: Counting,
	time: ScoringTime,
): RuleScorer['score'] {
	const types = new Set(rule.types.map(activityType));
	return (lead, _item, onUnreadable) => {
		const instants: Array<number | null> = [];
		const names = new Set<string>();
		for (const { type, name, at, item, itemIndex, isRemembered } of lead.activities) {
			if (types.size > 0 && !types.has(type)) continue;
			const tell = isRemembered ? toldBefore : onUnreadable;
			if (!conditions.isEmpty && !conditions.isMetBy(item, itemIndex, tell)) continue;
			instants.push(at);
			names.add(name);
		}
		if (instants.length === 0) return undefined;
		const counts = countActivities(instants as number[] | null[], counting);
		const { times, lastAt } = counts;
		const often = times === 1 ? 'once' : `${times} times`;
		const when = lastAt === null ? '' : `, ${times === 1 ? '' : 'last '}${daysAgo(lastAt, time)}`;
		return outcome(index, counts, `${typesInWords(names)} ${often}${when}`);
	};
}

/** Types of activities as they came: the first, and how many others. */
function typesInWords(names: ReadonlySet<string>): string {
	const [first = '', ...others] = [...names].filter((name) => name !== '');
	if (first === '') return 'activity';
	return others.length === 0 ? first : `${first} and ${counted(others.length, 'other type')}`;
}

/** Where something can be read that a rule asks for. */
export type Sources = ReadonlyArray<Pick<Operand, 'name' | 'read'>>;

/** What a lead must have for a rule to be read by name; nothing where it looks at activities. */
export function askedOf(rule: LeadRule, operands: LeadOperands): Sources {
	if (rule.counts === 'activities') return [];
	const compared = rule.counts === 'counter' ? [rule.counter, ...rule.conditions] : rule.conditions;
	return compared.flatMap((one) => operands.asked(one));
}

/** All that a rule asks of a record, in an order that hangs on the rule alone; nothing for expressions. */
export function asksOf(
	rule: Exclude<LeadRule, { counts: 'activities' }>,
	operands: LeadOperands,
): Sources[] {
	return [
		...rule.conditions.map((one) => operands.asked(one)),
		...(rule.counts === 'counter' ? [operands.asked(rule.counter)] : []),
		...(rule.dateField === undefined ? [] : [operands.asked({ field: rule.dateField })]),
	];
}

/** The plain fields that a rule counts or takes its date from, by the label under which they are set. */
export function countedFields(
	rule: LeadRule,
	operands: LeadOperands,
): Array<Operand & { label: string }> {
	if (rule.counts === 'activities') return [];
	return [
		...(rule.counts === 'counter'
			? [{ ...operands.of(rule.counter, 'lead'), label: `Counter Field of "${rule.name}"` }]
			: []),
		...(rule.dateField === undefined
			? []
			: [{ ...operands.field(rule.dateField, 'lead'), label: `Date Field of "${rule.name}"` }]),
	].filter(({ isField }) => isField);
}

/**
 * Makes a rule ready: what it compares, how it counts and how it fades.
 *
 * @param index its place in the model
 */
export function ruleScorer(
	index: number,
	rule: LeadRule,
	decay: Decay,
	operands: LeadOperands,
	time: ScoringTime,
): RuleScorer {
	const scope = rule.counts === 'activities' ? 'activity' : 'lead';
	const conditions = leadConditions(rule, scope, operands);
	const counting = compileCounting(rule, decay, time.asOf, time.zone);
	if (rule.counts === 'activities') {
		return { conditions, score: activityScorer(index, rule, conditions, counting, time) };
	}
	const dateOf = dateReader(rule, decay, operands, time);
	const counter = rule.counts === 'counter' ? operands.of(rule.counter, 'lead') : undefined;
	const ofRecord = recordRule(index, rule, {
		conditions,
		counting,
		counter,
		decay,
		operands,
		time,
	});
	const score =
		rule.counts === 'lead'
			? leadScorer(index, rule, conditions, counting, dateOf, time)
			: counterScorer(index, rule, counter!, conditions, counting, dateOf, time);
	return { conditions, score, ofRecord };
}
