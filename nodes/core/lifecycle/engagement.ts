/** How a person reacts to what is sent: never part of the lifecycle stage. */
export const ENGAGEMENT_LEVELS = ['engaged', 'cooling', 'dormant'] as const;

export type EngagementLevel = (typeof ENGAGEMENT_LEVELS)[number] | 'unknown';

/** What people do with what is sent, as permanent names. */
export const ACTIVITIES = ['open', 'click', 'visit', 'adInteraction', 'contact'] as const;

export type Activity = (typeof ACTIVITIES)[number];

/** What is known of one kind of activity of a person; what is not known is left out. */
export interface ActivityFact {
	activity: Activity;
	/** Instant of the last one. */
	lastAt?: number;
	count?: number;
	/** Days up to the reference date that the count covers; left out where it counts all there ever were. */
	countedDays?: number;
}

export interface EngagementPolicy {
	/** Days since the last activity up to which a person is engaged. */
	engagedDays: number;
	/** Days up to which a person is cooling. */
	coolingDays: number;
	/** Whether opens count: mail programs open mails by themselves, so they overstate. */
	countOpens: boolean;
}

/** What is said of a person's engagement. */
export interface Engagement {
	level: EngagementLevel;
	lastAt: number | undefined;
	/** How many activities were counted; undefined where none is. */
	activities: number | undefined;
}

function levelAfter(days: number, { engagedDays, coolingDays }: EngagementPolicy): EngagementLevel {
	if (days <= engagedDays) return 'engaged';
	return days <= coolingDays ? 'cooling' : 'dormant';
}

/** What a count alone says: something happened within the days it covers, or nothing did. */
function levelOfCount(
	{ count, countedDays }: ActivityFact,
	policy: EngagementPolicy,
): EngagementLevel {
	if (count === undefined || countedDays === undefined) return 'unknown';
	if (count > 0)
		return countedDays <= policy.coolingDays ? levelAfter(countedDays, policy) : 'unknown';
	return countedDays >= policy.coolingDays ? 'dormant' : 'unknown';
}

function isLivelier(one: EngagementLevel, other: EngagementLevel): boolean {
	const rank = (level: EngagementLevel) => [...ENGAGEMENT_LEVELS, 'unknown'].indexOf(level);
	return rank(one) < rank(other);
}

/**
 * The engagement of a person, from when activities were last seen and how many there were.
 *
 * The liveliest finding counts: somebody who clicked yesterday is engaged, however long ago the last
 * visit was. A count says something only with the days it covers: of all that ever happened nobody
 * can tell whether it was lately. `unknown` where nothing is known.
 *
 * @param daysSince days from an instant to the reference date
 */
export function engagementOf(
	facts: readonly ActivityFact[],
	policy: EngagementPolicy,
	daysSince: (instant: number) => number,
): Engagement {
	let level: EngagementLevel = 'unknown';
	let lastAt: number | undefined;
	let activities: number | undefined;
	for (const fact of facts) {
		if (fact.activity === 'open' && !policy.countOpens) continue;
		if (fact.count !== undefined) activities = (activities ?? 0) + fact.count;
		// What lies after the reference date is not looked at.
		if (fact.lastAt !== undefined && daysSince(fact.lastAt) >= 0) {
			lastAt = Math.max(lastAt ?? Number.NEGATIVE_INFINITY, fact.lastAt);
		}
		const counted = levelOfCount(fact, policy);
		if (isLivelier(counted, level)) level = counted;
	}
	if (lastAt !== undefined) {
		const seen = levelAfter(daysSince(lastAt), policy);
		if (isLivelier(seen, level) || level === 'dormant') level = seen;
	}
	return { level, lastAt, activities };
}
