import { addHours } from 'date-fns';

import type { Contact, ContactHold, ContactPolicy } from '../memory/Contact';
import { isoDate, type TimeZone } from '../reading/TimeZone';
import { counted } from '../wording/formatNumber';

/** What is known where somebody is not to be told now. */
export interface RememberedHoldFacts {
	contact: Contact | undefined;
	/** The last contact on the channel, of whatever campaign. */
	lastOnChannelAt: number | null;
	policy: ContactPolicy;
	/** Whether stages of the episode decide, in place of the days between two contacts. */
	hasStages: boolean;
	zone: TimeZone;
}

/** What stands against telling somebody now by what is remembered, as one sentence with the figures that decided. */
export function rememberedHold(
	heldBy: ContactHold,
	until: number | null,
	{ contact, lastOnChannelAt, policy, hasStages, zone }: RememberedHoldFacts,
): string {
	const end = until === null ? '' : ` until ${timeOf(until, zone)}`;
	const last = contact?.lastContactAt ?? null;
	const times = contact?.contacts ?? 0;
	const day = last === null ? undefined : isoDate(zone.dayOf(last));
	const told =
		times > 1
			? `told ${counted(times, 'time')}${day === undefined ? '' : `, last on ${day}`}`
			: `told once${day === undefined ? '' : `, on ${day}`}`;
	switch (heldBy) {
		case 'baseline':
			return 'Held back: it was so in the first run already, which only took note.';
		case 'claimed':
			return `Held back${end}: another run has taken it on and not confirmed it.`;
		case 'told':
			return `Held back: ${told}.`;
		case 'waiting':
			return hasStages || policy.againAfterDays === undefined
				? `Held back${end}: ${told}.`
				: `Held back${end}: ${told}; the next follows ${counted(policy.againAfterDays, 'day')} later.`;
		case 'cooldown':
			return `Held back${end}: ${beforeOnChannel(lastOnChannelAt, until, policy, zone)}.`;
	}
}

/** What went before on the channel: a message that was sent, or one of another contact that is claimed now. */
function beforeOnChannel(
	lastAt: number | null,
	until: number | null,
	{ cooldownHours = 0 }: ContactPolicy,
	zone: TimeZone,
): string {
	return lastAt !== null && addHours(lastAt, cooldownHours).getTime() === until
		? `told something on the same channel on ${timeOf(lastAt, zone)}`
		: 'something else is being told on the same channel';
}

/** A day, or a day and minute, as a person reads them. */
function timeOf(instant: number, zone: TimeZone): string {
	const iso = zone.toIso(instant);
	const isDay = instant === zone.startOfDay(zone.dayOf(instant));
	return isDay ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
}
