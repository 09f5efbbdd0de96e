import { activityType } from '../../core/lead/activityType';
import type { LeadRule } from '../../core/lead/LeadModel';
import type { PreparedModel } from '../../core/lead/prepareModel';
import type { TimeZone } from '../../core/reading/TimeZone';

/** A rule as far as it tells which activities may still count by it. */
interface Counter {
	/** Empty for any type. */
	types: ReadonlySet<string>;
	/** What is older counts nothing and takes no other's place. */
	from: number;
}

function fromOf(
	rule: Extract<LeadRule, { counts: 'activities' }>,
	{ decay }: PreparedModel['rules'][number],
	asOf: number,
	zone: TimeZone,
): number {
	// The first one counts with its own age: what came before it would be missed.
	const isNeverMissed = decay.kind === 'window' && rule.points > 0 && !rule.firstTimeOnly;
	return isNeverMissed
		? zone.startOfDay(zone.dayOf(asOf) - Math.floor(decay.days))
		: Number.NEGATIVE_INFINITY;
}

/** Which activities the rules of a model can count, as of a day and ever after. */
export class CountableActivities {
	/** Whether the score hangs on when a lead last did anything at all. */
	readonly needsLast: boolean;

	private readonly counters: readonly Counter[];

	constructor({ model, rules }: PreparedModel, asOf: number, zone: TimeZone) {
		this.counters = model.rules.flatMap((rule, i) =>
			rule.counts === 'activities'
				? [
						{
							types: new Set(rule.types.map(activityType)),
							from: fromOf(rule, rules[i]!, asOf, zone),
						},
					]
				: [],
		);
		this.needsLast =
			model.inactivity !== undefined ||
			model.rules.some(
				(rule, i) =>
					rule.counts !== 'activities' &&
					rule.dateField === undefined &&
					rules[i]!.decay.kind !== 'none',
			);
	}

	/**
	 * Whether a rule can count an activity, now or later.
	 *
	 * What has left the window of every rule that counts its type brings no points any more, and never
	 * keeps another one from counting, unless As Of goes back in time.
	 *
	 * @param type in the form in which types are compared
	 */
	has(type: string, at: number | null): boolean {
		return this.counters.some(
			({ types, from }) => (types.size === 0 || types.has(type)) && (at === null || at >= from),
		);
	}
}
