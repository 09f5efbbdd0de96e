import { addHours } from 'date-fns';

import type { ContactDecision, ContactKey, ContactPolicy } from '../../core/memory/Contact';
import { suppress } from '../../core/segment/assignSegment';
import { placeOf, type SegmentVerdict } from '../../core/segment/SegmentVerdict';
import type { SuppressionKind } from '../../core/segment/Suppression';
import { notDue } from '../../core/segment/tellOnce/notDue';
import { isStay, stayIn } from '../../core/segment/tellOnce/stayIn';
import { counted } from '../../core/wording/formatNumber';
import { valueFor } from '../../shared/NodeParameters';
import type { ContactBook, ContactUpdate } from '../../shared/memory/ContactBook';
import type { Placed } from '../judging/Placed';
import { USUAL_CHANNEL, type ContactGuard } from '../leaveAlone/ContactGuard';
import { meansOf } from '../leaveAlone/meansOf';
import type { SegmentGroup, SplitRun } from '../schemes/Scheme';
import type { SplitMemory } from './SplitMemory';

/** Somebody who may be told of the campaign of a segment. */
interface Candidate {
	verdict: SegmentVerdict;
	itemIndex: number;
	key: ContactKey;
	/** The segment. */
	name: string;
	channel: string;
}

/**
 * Lets everybody be told of the campaign of a segment once in each stay in it, or as often as the rules
 * say: whoever is not due is suppressed, and whoever is gets a claim.
 *
 * A campaign is known by its text or, without one, by the name of the segment. Everyone Else has none,
 * and the control group is told nothing.
 */
export class TellOnce {
	private readonly book: ContactBook;

	constructor(
		private readonly memory: SplitMemory,
		private readonly policy: ContactPolicy,
		private readonly groups: readonly SegmentGroup[],
		private readonly guard: ContactGuard,
		private readonly run: SplitRun,
	) {
		this.book = memory.book!;
	}

	/** Suppresses who is not due by what is remembered; of several items of a customer, all but the first that is. */
	suppressNotDue(placed: readonly Placed[]): void {
		const seen = new Set<string>();
		for (const { verdicts, itemIndex } of placed) {
			for (const verdict of verdicts) {
				verdict.claim = null;
				const { suppressed, control } = verdict;
				if (!this.isTold(verdict) || (suppressed && control !== true)) continue;
				const candidate = this.candidateOf(verdict, itemIndex);
				if (!candidate) {
					this.suppress(verdict, itemIndex, {
						by: 'noKey',
						reason: 'Without a customer key: nobody could tell whether they were told.',
						until: null,
					});
					continue;
				}
				const decision = this.decide(candidate);
				if (control === true) {
					// Who would not be told anyway is nobody with whom the told are compared.
					if (!decision.isDue && decision.heldBy === 'cooldown') this.hold(candidate, decision);
					continue;
				}
				if (!decision.isDue) {
					this.hold(candidate, decision);
					continue;
				}
				const contact = JSON.stringify([candidate.key.customer, candidate.key.campaign]);
				if (seen.has(contact)) this.suppressSecond(candidate);
				seen.add(contact);
			}
		}
	}

	/**
	 * Claims those who are left, and takes down who left a segment. Who was claimed by another execution
	 * meanwhile is suppressed.
	 */
	async claim(placed: readonly Placed[]): Promise<void> {
		const claimed = this.claimable(placed);
		const outcomes = await this.book.update([
			...claimed.map((candidate) => this.claimOf(candidate)),
			...this.departures(placed),
		]);
		claimed.forEach((candidate, i) => {
			const { claim, decision } = outcomes[i]!;
			if (claim) candidate.verdict.claim = claim;
			else if (decision && !decision.isDue) this.hold(candidate, decision);
		});
	}

	/** Who is not suppressed; with a cooldown each customer once on a channel. */
	private claimable(placed: readonly Placed[]): Candidate[] {
		const { cooldownHours } = this.policy;
		const toldOf = new Map<string, string>();
		return placed.flatMap(({ verdicts, itemIndex }) =>
			verdicts.flatMap((verdict) => {
				if (!this.isTold(verdict) || verdict.suppressed) return [];
				const candidate = this.candidateOf(verdict, itemIndex)!;
				if (cooldownHours === undefined) return [candidate];
				const { key, channel } = candidate;
				const way = JSON.stringify([key.customer, channel]);
				const other = toldOf.get(way);
				if (other === undefined) {
					toldOf.set(way, key.campaign);
					return [candidate];
				}
				this.suppress(verdict, itemIndex, {
					by: 'contactedLately',
					reason: `Told of "${other}" ${meansOf(channel)} in this run, and of nothing else within ${counted(cooldownHours, 'hour')}.`,
					until: addHours(this.run.asOf, cooldownHours).getTime(),
				});
				return [];
			}),
		);
	}

	private claimOf({ key, name, channel }: Candidate): ContactUpdate {
		return {
			key,
			by: (known) => {
				const { since, episode } = stayIn(known, this.run.asOf);
				return {
					...(since === null ? {} : { status: name, statusSince: since }),
					tell: { episode, channel },
				};
			},
		};
	}

	/** The campaigns of segments that customers of the run are no longer in, so that coming back counts anew. */
	private departures(placed: readonly Placed[]): ContactUpdate[] {
		const updates: ContactUpdate[] = [];
		for (const [customer, { names, campaigns, last }] of this.whereabouts(placed)) {
			for (const group of this.groups) {
				// Nobody leaves a segment that is switched off for a while.
				if (!group.isEnabled || names.has(group.name)) continue;
				const campaign = campaignOf(group, last);
				if (campaign === undefined || campaigns.has(campaign)) continue;
				const key = { customer, campaign, subject: '' };
				if (!isStay(this.book.of(key))) continue;
				campaigns.add(campaign);
				updates.push({
					key,
					by: (known) => (isStay(known) ? { status: null, statusSince: this.run.asOf } : {}),
				});
			}
		}
		return updates;
	}

	/** The segments and campaigns of each customer of whom something is remembered. */
	private whereabouts(placed: readonly Placed[]) {
		const found = new Map<string, { names: Set<string>; campaigns: Set<string>; last: Placed }>();
		for (const one of placed) {
			const customer = this.memory.customerOf(one.itemIndex);
			if (customer === undefined || !this.book.has(customer)) continue;
			const at = found.get(customer) ?? { names: new Set(), campaigns: new Set(), last: one };
			at.last = one;
			for (const verdict of one.verdicts) {
				for (const name of verdict.matched) at.names.add(name);
				at.campaigns.add(verdict.campaign ?? verdict.name);
			}
			found.set(customer, at);
		}
		return found;
	}

	private isTold(verdict: SegmentVerdict): boolean {
		const place = placeOf(verdict);
		return place !== undefined && this.groups[place]?.tellsNobody !== true;
	}

	private candidateOf(verdict: SegmentVerdict, itemIndex: number): Candidate | undefined {
		const customer = this.memory.customerOf(itemIndex);
		if (customer === undefined) return undefined;
		const { name, campaign, channel } = verdict;
		return {
			verdict,
			itemIndex,
			key: { customer, campaign: campaign ?? name, subject: '' },
			name,
			channel: channel ?? USUAL_CHANNEL,
		};
	}

	private decide({ key, channel }: Candidate): ContactDecision {
		const { episode } = stayIn(this.book.of(key), this.run.asOf);
		return this.book.decide({ ...key, episode, channel });
	}

	private hold(
		{ verdict, itemIndex, key, channel }: Candidate,
		{ heldBy, until }: Extract<ContactDecision, { isDue: false }>,
	): void {
		const held = notDue(heldBy, until, {
			campaign: key.campaign,
			means: meansOf(channel),
			contact: this.book.of(key),
			cooldownHours: this.policy.cooldownHours,
			zone: this.run.zone,
			now: this.run.asOf,
		});
		this.suppress(verdict, itemIndex, held, heldBy !== 'cooldown');
	}

	private suppressSecond({ verdict, itemIndex, key }: Candidate): void {
		this.suppress(verdict, itemIndex, {
			by: 'claimed',
			reason: `Another item of this run stands for them in "${key.campaign}".`,
			until: null,
		});
	}

	/** @param isContacted whether the person counts as one whom the campaign reaches */
	private suppress(
		verdict: SegmentVerdict,
		itemIndex: number,
		{ by, reason, until }: { by: SuppressionKind; reason: string; until: number | null },
		isContacted = false,
	): void {
		const channel = verdict.channel ?? USUAL_CHANNEL;
		const free = until === null ? null : this.guard.freeFrom(until, itemIndex, channel);
		suppress(verdict, { by, reason, until: free });
		if (!isContacted) verdict.control = null;
	}
}

/** The campaign that a person would have in a group; undefined where that cannot be told. */
function campaignOf(group: SegmentGroup, { item, itemIndex }: Placed): string | undefined {
	try {
		return valueFor(group.campaign, item, itemIndex) ?? group.name;
	} catch {
		return undefined;
	}
}
