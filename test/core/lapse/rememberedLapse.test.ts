import type { Contact } from '../../../nodes/core/memory/Contact';
import { knownFacts, type KnownFacts } from '../../../nodes/core/lapse/knownFacts';
import type { LapseStatus, LapseVerdict } from '../../../nodes/core/lapse/LapseVerdict';
import {
	isToldOf,
	rememberedLapse,
	type Remembering,
} from '../../../nodes/core/lapse/rememberedLapse';

const remembering: Remembering = { ranBefore: true, counts: true, lastContactAt: null };

function contact(more: Partial<Contact> = {}): Contact {
	return {
		customer: 'ada',
		campaign: 'Win-Back',
		subject: '',
		status: 'lapsed',
		statusSince: 0,
		episode: 'ada/1',
		state: 'sent',
		contacts: 2,
		lastContactAt: 5,
		lastChannel: 'email',
		claim: null,
		claimedUntil: null,
		claimChannel: null,
		told: [],
		...more,
	};
}

/** What a silence of an episode is judged by in the end. */
function factsFor(
	known: Contact | undefined,
	episodeId: string,
	status: LapseStatus,
	more: Partial<Remembering> = {},
): KnownFacts {
	let judgedBy: KnownFacts = {};
	rememberedLapse(
		known,
		{ ...remembering, ...more },
		(verdict) => verdict.episodeId,
		(facts) => {
			judgedBy = facts;
			return { episodeId, status } as LapseVerdict;
		},
	);
	return judgedBy;
}

// Source: the comments of Remembering and rememberedLapse.
it.each<[string, KnownFacts, KnownFacts]>([
	[
		'all that is remembered of the episode',
		factsFor(contact(), 'ada/1', 'lapsed', { lastContactAt: 5 }),
		{ previousStatus: 'lapsed', contactCount: 2, lastContactAt: 5 },
	],
	[
		'no contacts of an earlier episode, and a return in between',
		factsFor(contact(), 'ada/2', 'lapsed', { lastContactAt: 5 }),
		{ previousStatus: 'active', contactCount: 0, lastContactAt: 5 },
	],
	[
		'the status of an earlier episode, of who is back',
		factsFor(contact(), 'ada/2', 'active'),
		{ previousStatus: 'lapsed', contactCount: 0 },
	],
	[
		'an active status, of whom nothing is remembered',
		factsFor(undefined, 'ada/1', 'lapsed'),
		{ previousStatus: 'active', contactCount: 0 },
	],
	[
		'nothing, in the first run',
		factsFor(undefined, 'ada/1', 'lapsed', { ranBefore: false, counts: false }),
		{},
	],
	[
		'no status that a person wrote into the table',
		factsFor(contact({ status: 'gone' }), 'ada/1', 'lapsed'),
		{ previousStatus: 'active', contactCount: 2 },
	],
])('a silence is judged by %s', (_, facts, expected) => {
	expect(facts).toEqual({
		previousStatus: undefined,
		contactCount: undefined,
		lastContactAt: undefined,
		...expected,
	});
});

it('gives nothing where nothing can be said', () => {
	expect(
		rememberedLapse(
			contact(),
			remembering,
			() => '',
			() => undefined,
		),
	).toBeUndefined();
});

it.each([
	[contact(), 'ada/1', true],
	[contact(), 'ada/2', false],
	[contact({ contacts: 0, state: 'claimed' }), 'ada/1', false],
	[contact({ contacts: 0, state: 'baseline' }), 'ada/1', true],
	[undefined, 'ada/1', false],
])('knows who was told of an episode', (known, episode, expected) => {
	expect(isToldOf(known, episode)).toBe(expected);
});

it('lets fields come before what is remembered, but the newer contact count', () => {
	const fields = { previousStatus: 'atRisk', lastContactAt: 3 } as const;
	const remembered = { previousStatus: 'lapsed', contactCount: 2, lastContactAt: 7 } as const;
	expect(knownFacts(fields, remembered)).toEqual({
		previousStatus: 'atRisk',
		contactCount: 2,
		lastContactAt: 7,
	});
	expect(knownFacts({ contactCount: 0, lastContactAt: 9 }, remembered)).toEqual({
		previousStatus: 'lapsed',
		contactCount: 0,
		lastContactAt: 9,
	});
});
