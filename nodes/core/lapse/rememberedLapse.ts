import type { Contact } from '../memory/Contact';
import { named } from '../wording/named';
import type { KnownFacts } from './knownFacts';
import { isGone, LAPSE_STATUSES, type LapseStatus, type LapseVerdict } from './LapseVerdict';

/** How what is remembered is to be understood. */
export interface Remembering {
	/** Whether the campaign ran before: then of whom nothing is remembered was active. */
	ranBefore: boolean;
	/** Whether contacts are counted: then who has none was never told. */
	counts: boolean;
	/** The last contact of the campaign, whatever it was about. */
	lastContactAt: number | null;
}

/** The status that a row holds; undefined where it holds none that is known. */
export function statusOf(contact: Contact | undefined): LapseStatus | undefined {
	return contact?.status ? named(LAPSE_STATUSES, contact.status) : undefined;
}

/** Whether a customer was told of an episode, or is never to be told of it. */
export function isToldOf(contact: Contact | undefined, episode: string): boolean {
	if (contact?.episode !== episode) return false;
	return contact.contacts > 0 || contact.state === 'baseline';
}

/** What is remembered, as a silence of the remembered episode is judged by it. */
function ofSameEpisode(contact: Contact | undefined, remembering: Remembering): KnownFacts {
	const { ranBefore, counts, lastContactAt } = remembering;
	return {
		previousStatus: statusOf(contact) ?? (ranBefore ? 'active' : undefined),
		contactCount: counts || contact?.lastContactAt ? (contact?.contacts ?? 0) : undefined,
		lastContactAt: lastContactAt ?? undefined,
	};
}

/**
 * Judges a silence by what is remembered of it.
 *
 * Contacts of an earlier episode do not count in this one. Who was gone in an earlier episode and is
 * gone again has ordered in between, and counts as active before.
 *
 * @param judge must give the same episode whatever is known
 */
export function rememberedLapse<T extends LapseVerdict>(
	contact: Contact | undefined,
	remembering: Remembering,
	episodeOf: (verdict: T) => string,
	judge: (facts: KnownFacts) => T | undefined,
): T | undefined {
	const facts = ofSameEpisode(contact, remembering);
	const verdict = judge(facts);
	if (!verdict || !contact || contact.episode === null) return verdict;
	if (contact.episode === episodeOf(verdict)) return verdict;
	const cameBack = isGone(facts.previousStatus) && isGone(verdict.status);
	if (!cameBack && !facts.contactCount) return verdict;
	return judge({
		...facts,
		contactCount: facts.contactCount === undefined ? undefined : 0,
		...(cameBack ? { previousStatus: 'active' as const } : {}),
	});
}
