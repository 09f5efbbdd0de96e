import { subHours } from 'date-fns';

import type { Contact, ContactHold } from '../../memory/Contact';
import type { TimeZone } from '../../reading/TimeZone';
import { counted, formatNumber } from '../../wording/formatNumber';
import { formatDuration } from '../../wording/formatDuration';
import type { SuppressionKind } from '../Suppression';

/** Why somebody is not told of a campaign now. */
export interface NotDue {
	by: SuppressionKind;
	/** One sentence with the figures that decided. */
	reason: string;
	/** The instant from which it no longer stands against it; null where no such time is known. */
	until: number | null;
}

/** What is known where somebody is not to be told. */
export interface HoldFacts {
	campaign: string;
	/** How a message on the channel goes out, in words: `by e-mail`. */
	means: string;
	contact: Contact | undefined;
	/** For how many hours a contact keeps others on the channel away. */
	cooldownHours: number | undefined;
	zone: TimeZone;
	now: number;
}

/** What stands against telling somebody of a campaign, in words. */
export function notDue(heldBy: ContactHold, until: number | null, facts: HoldFacts): NotDue {
	const { campaign, means, contact, cooldownHours, zone, now } = facts;
	const named = `"${campaign}"`;
	if (heldBy === 'claimed') {
		const end = until === null ? '' : ` until ${minuteOf(until, zone)}`;
		return { by: 'claimed', reason: `Another execution is telling them of ${named}${end}.`, until };
	}
	if (heldBy === 'cooldown') {
		const free = until === null ? '' : `, free again from ${minuteOf(until, zone)} on`;
		const ago = until === null ? 0 : now - subHours(until, cooldownHours ?? 0).getTime();
		const reason =
			ago > 0
				? `Told something ${means} ${formatDuration(ago)} ago${free}.`
				: `Being told something else ${means} just now${free}.`;
		return { by: 'contactedLately', reason, until };
	}
	const last = contact?.lastContactAt ?? null;
	const day = last === null ? '' : ` on ${zone.toIso(last).slice(0, 10)}`;
	const times = contact?.contacts ?? 0;
	if (heldBy === 'waiting') {
		const next = until === null ? '' : `, again from ${zone.toIso(until).slice(0, 10)} on`;
		const reason = `Told of ${named}${day} (${counted(times, 'time')})${next}.`;
		return { by: 'contactedLately', reason, until };
	}
	const often = times > 1 ? `, ${formatNumber(times)} times in all` : '';
	return { by: 'told', reason: `Already told of ${named}${day}${often}.`, until: null };
}

/** A day and minute as a person reads them. */
function minuteOf(instant: number, zone: TimeZone): string {
	return zone.toIso(instant).slice(0, 16).replace('T', ' ');
}
