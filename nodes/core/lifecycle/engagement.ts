/** How a person reacts to what is sent: never part of the lifecycle stage. */
export type EngagementLevel = 'engaged' | 'cooling' | 'dormant' | 'unknown';

/** Days since the last open, click or visit up to which a person is engaged, and then cooling. */
export const ENGAGEMENT_LIMITS = Object.freeze({ engaged: 30, cooling: 90 });

/**
 * The engagement level after so many days without an open, click or visit.
 *
 * @param daysSinceLastActivity undefined where no activity is known
 */
export function engagementLevel(daysSinceLastActivity: number | undefined): EngagementLevel {
	if (daysSinceLastActivity === undefined) return 'unknown';
	if (daysSinceLastActivity <= ENGAGEMENT_LIMITS.engaged) return 'engaged';
	return daysSinceLastActivity <= ENGAGEMENT_LIMITS.cooling ? 'cooling' : 'dormant';
}
