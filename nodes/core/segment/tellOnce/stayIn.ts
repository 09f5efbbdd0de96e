import type { Contact } from '../../memory/Contact';

/** The stay of a customer in a segment: telling its campaign counts anew with each. */
export interface Stay {
	/** Since when; null where a row was made without it. */
	since: number | null;
	/** What stands for it among the contacts. */
	episode: string;
}

const SINCE = 'since ';

function episodeSince(instant: number): string {
	return `${SINCE}${new Date(instant).toISOString()}`;
}

/**
 * The stay of a customer who is in a segment now, by what is remembered of its campaign.
 *
 * Who left begins a new one. Where nobody took down since when, as in a row that was made by a
 * confirmation alone, what was told last holds on.
 */
export function stayIn(known: Contact | undefined, now: number): Stay {
	if (!known || hasLeft(known)) return { since: now, episode: episodeSince(now) };
	const { statusSince, episode } = known;
	if (statusSince === null) return { since: null, episode: episode ?? episodeSince(now) };
	return { since: statusSince, episode: episodeSince(statusSince) };
}

/** Whether what is remembered is a stay in a segment that has not ended; contacts of other nodes are none. */
export function isStay(known: Contact | undefined): boolean {
	return known !== undefined && known.episode?.startsWith(SINCE) === true && !hasLeft(known);
}

function hasLeft({ status, statusSince }: Contact): boolean {
	return status === null && statusSince !== null;
}
