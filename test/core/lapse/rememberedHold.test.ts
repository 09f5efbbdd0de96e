import type { Contact, ContactHold, ContactPolicy } from '../../../nodes/core/memory/Contact';
import { rememberedHold } from '../../../nodes/core/lapse/rememberedHold';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';

const zone = new TimeZone('Europe/Berlin');

const contact: Contact = {
	customer: 'ada',
	campaign: 'Win-Back',
	subject: '',
	status: 'lapsed',
	statusSince: null,
	episode: 'ada/1',
	state: 'sent',
	contacts: 1,
	lastContactAt: Date.UTC(2026, 0, 5, 23, 30),
	lastChannel: 'email',
	claim: null,
	claimedUntil: null,
	claimChannel: null,
	told: [],
};

const policy: ContactPolicy = {
	delivery: 'claim',
	againAfterDays: 14,
	mostTimes: 3,
	claimMinutes: 60,
	cooldownHours: 24,
};

// Source: comments of ContactPolicy; days are those of the zone of the workflow.
it.each<[ContactHold, number | null, Partial<Parameters<typeof rememberedHold>[2]>, string]>([
	['baseline', null, {}, 'Held back: it was so in the first run already, which only took note.'],
	[
		'claimed',
		Date.UTC(2026, 0, 6, 9),
		{},
		'Held back until 2026-01-06 10:00: another run has taken it on and not confirmed it.',
	],
	['told', null, {}, 'Held back: told once, on 2026-01-06.'],
	[
		'told',
		null,
		{ contact: { ...contact, contacts: 3 } },
		'Held back: told 3 times, last on 2026-01-06.',
	],
	['told', null, { contact: { ...contact, lastContactAt: null } }, 'Held back: told once.'],
	[
		'waiting',
		zone.startOfDay(zone.dayOf(Date.UTC(2026, 0, 20))),
		{},
		'Held back until 2026-01-20: told once, on 2026-01-06; the next follows 14 days later.',
	],
	[
		'waiting',
		Date.UTC(2026, 0, 6, 11, 30),
		{ hasStages: true },
		'Held back until 2026-01-06 12:30: told once, on 2026-01-06.',
	],
	[
		'cooldown',
		Date.UTC(2026, 0, 7, 9),
		{ lastOnChannelAt: Date.UTC(2026, 0, 6, 9) },
		'Held back until 2026-01-07 10:00: told something on the same channel on 2026-01-06 10:00.',
	],
	[
		'cooldown',
		Date.UTC(2026, 0, 8, 9),
		{ lastOnChannelAt: Date.UTC(2026, 0, 6, 9) },
		'Held back until 2026-01-08 10:00: something else is being told on the same channel.',
	],
])('%s is told with the figures', (heldBy, until, facts, sentence) => {
	expect(
		rememberedHold(heldBy, until, {
			contact,
			lastOnChannelAt: null,
			policy,
			hasStages: false,
			zone,
			...facts,
		}),
	).toBe(sentence);
});
