import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { isMarkedDisqualified, isMarkedLost } from '../../core/segment/contactMarks';
import { contactedByLapse } from '../../core/segment/leaveAlone/contactedLately';
import { outOfSeason } from '../../core/segment/leaveAlone/outOfSeason';
import { bothWaits, type Wait } from '../../core/segment/leaveAlone/Wait';
import type { Suppression } from '../../core/segment/Suppression';
import type { SplitRun } from '../schemes/Scheme';
import { ConsentCheck } from './ConsentCheck';
import { ContactLimits } from './ContactLimits';
import { Holdout } from './Holdout';
import { QuietCheck } from './QuietCheck';
import type { LeaveAloneConfiguration } from './readLeaveAlone';

const LOST: Suppression = Object.freeze({
	by: 'lost',
	reason: 'Lost: leave in peace.',
	until: null,
});
const DISQUALIFIED: Suppression = Object.freeze({
	by: 'disqualified',
	reason: 'Disqualified: a band rule made the lead cold.',
	until: null,
});
const CONTROL: Suppression = Object.freeze({
	by: 'control',
	reason: 'In the control group: not contacted, so that the effect can be measured.',
	until: null,
});

/** A segment without a channel is written to. */
export const USUAL_CHANNEL = 'email';

/**
 * Tells of each person what stands against contacting them.
 *
 * The first reason in the order of SUPPRESSION_KINDS is told. Where only time stands against it, it
 * is told until when: the first instant at which none of these reasons holds any longer, and which is
 * not in quiet hours. The control group is drawn from those against whom nothing else stands.
 */
export class ContactGuard {
	private readonly consent: ConsentCheck;

	private readonly limits: ContactLimits;

	private readonly quiet: QuietCheck | undefined;

	private readonly holdout: Holdout | undefined;

	/** Whether contacts or quiet hours may stand against it for a while. */
	private readonly hasWaits: boolean;

	private lastIndex = -1;

	private lastChannel = '';

	private last: Suppression | undefined;

	constructor(
		private readonly configuration: LeaveAloneConfiguration,
		private readonly run: SplitRun,
	) {
		const { contactLimits, quietTimes, timeZone, holdout } = configuration;
		this.consent = new ConsentCheck(configuration, run);
		this.limits = new ContactLimits(contactLimits, run);
		this.hasWaits = contactLimits.length > 0 || quietTimes !== undefined;
		this.quiet = quietTimes && new QuietCheck(quietTimes, timeZone, run);
		this.holdout = holdout && new Holdout(holdout, run);
	}

	/**
	 * The first of what stands against contacting a person on a channel; undefined where nothing does.
	 *
	 * @param isInSegment whether there is a campaign at all: nobody else is in a control group
	 */
	suppressionOf(
		item: INodeExecutionData,
		itemIndex: number,
		channel: string = USUAL_CHANNEL,
		isInSegment = true,
	): Suppression | undefined {
		// In several segments a person is asked about several times.
		if (itemIndex !== this.lastIndex || channel !== this.lastChannel) {
			this.lastIndex = itemIndex;
			this.lastChannel = channel;
			this.last = this.find(item, itemIndex, channel, isInSegment);
		}
		return this.last;
	}

	/**
	 * Whether a person is in the control group, by what was found against contacting them.
	 *
	 * Null where there is no control group, for who is in no segment, for who cannot be told apart from
	 * others, and for whom something else stands against contacting: they are neither contacted nor
	 * what the contacted are compared with.
	 */
	controlOf(
		suppression: Suppression | undefined,
		item: INodeExecutionData,
		itemIndex: number,
		isInSegment: boolean,
	): boolean | null {
		if (!this.holdout || !isInSegment) return null;
		if (suppression && suppression.by !== 'control') return null;
		return this.holdout.isControl(item, itemIndex);
	}

	/** ISO 8601: the first instant, from the given one on, at which a person may be contacted as far as quiet times go. */
	freeFrom(instant: number, itemIndex: number, channel: string): string {
		const free = this.quiet?.endFrom(instant, itemIndex, channel) ?? instant;
		return this.run.zone.toIso(free);
	}

	/** What the user should know once all items were asked about. */
	hints(): NodeExecutionHint[] {
		return [...this.consent.hints(), ...this.limits.hints(), ...(this.holdout?.hints() ?? [])];
	}

	private find(
		item: INodeExecutionData,
		itemIndex: number,
		channel: string,
		isInSegment: boolean,
	): Suppression | undefined {
		if (this.consent.mayRefuse) {
			const refusal = this.consent.suppressionOf(item, itemIndex, channel);
			if (refusal) return refusal;
		}
		const { leaveLostInPeace, leaveDisqualified, waitForSeason } = this.configuration;
		const { zone, asOf } = this.run;
		// What earlier nodes left is looked at first: most people need no further look.
		const { json } = item;
		const { lifecycle, lapse, leadScore } = json;
		const hasStatus = lifecycle !== undefined || lapse !== undefined;
		if (hasStatus && leaveLostInPeace && isMarkedLost(json)) return LOST;
		if (leadScore !== undefined && leaveDisqualified && isMarkedDisqualified(json)) {
			return DISQUALIFIED;
		}
		const season =
			lifecycle !== undefined && waitForSeason ? outOfSeason(json, zone, asOf) : undefined;
		const contact = lapse === undefined ? undefined : contactedByLapse(json, zone, asOf);
		if (season || contact || this.hasWaits) {
			const wait = this.wait(bothWaits(season, contact), itemIndex, channel);
			if (wait) return wait;
		}
		return isInSegment && this.holdout?.isControl(item, itemIndex) ? CONTROL : undefined;
	}

	/** What stands against it for a while, as one. */
	private wait(
		ofJudged: Wait | undefined,
		itemIndex: number,
		channel: string,
	): Suppression | undefined {
		const contact = bothWaits(ofJudged, this.limits.waitOf(itemIndex, channel));
		const wait = bothWaits(contact, this.quiet?.waitOf(itemIndex, channel));
		if (!wait) return undefined;
		const { by, reason, until } = wait;
		if (until === undefined) return { by, reason, until: null };
		return { by, reason, until: this.freeFrom(until, itemIndex, channel) };
	}
}
