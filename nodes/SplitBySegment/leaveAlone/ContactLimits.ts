import type { NodeExecutionHint } from 'n8n-workflow';

import { notRead, type Reading } from '../../core/reading/Reading';
import { readDate } from '../../core/reading/readDate';
import { contactedLately } from '../../core/segment/leaveAlone/contactedLately';
import { bothWaits, type Wait } from '../../core/segment/leaveAlone/Wait';
import { counted } from '../../core/wording/formatNumber';
import { warning } from '../../shared/tellUser';
import type { ContactLimit } from '../form/contactLimitOptions';
import type { SplitRun } from '../schemes/Scheme';
import { meansOf } from './meansOf';

/** Tells who was contacted a short while ago on a channel, or on any. */
export class ContactLimits {
	/** Items whose last contact is in the future, by limit. */
	private readonly inFuture = new Map<ContactLimit, Set<number>>();

	constructor(
		private readonly limits: readonly ContactLimit[],
		private readonly run: SplitRun,
	) {}

	/** The wait after the last contacts; undefined where none is so short ago. */
	waitOf(itemIndex: number, channel: string): Wait | undefined {
		const { zone, asOf } = this.run;
		let wait: Wait | undefined;
		for (const limit of this.limits) {
			if (limit.channel !== undefined && limit.channel !== channel) continue;
			const at = this.lastContactAt(limit, itemIndex);
			if (at === undefined) continue;
			if (typeof at === 'number' && at > asOf) this.noteFuture(limit, itemIndex);
			const means = limit.channel === undefined ? '' : meansOf(limit.channel);
			wait = bothWaits(wait, contactedLately({ at, means }, limit.hours, zone, asOf));
		}
		return wait;
	}

	/** What the user should know once all items were asked about. */
	hints(): NodeExecutionHint[] {
		return [...this.inFuture].map(([{ lastContact }, items]) =>
			warning(
				`${lastContact ? `${lastContact.label} "${lastContact.name}"` : 'The last contact that is remembered'} is in the future for ${counted(items.size, 'item')}, which ${items.size === 1 ? 'is' : 'are'} left alone.`,
			),
		);
	}

	/** The last contact by the field of the limit or, without one, as it is remembered. */
	private lastContactAt(
		{ channel, lastContact }: ContactLimit,
		itemIndex: number,
	): number | 'unreadable' | undefined {
		const { facts, memory } = this.run;
		return lastContact
			? facts.by<number | 'unreadable'>(lastContact, itemIndex, this.readContact, 'unreadable')
			: memory?.lastContactAt(itemIndex, channel ?? null);
	}

	private noteFuture(limit: ContactLimit, itemIndex: number): void {
		const items = this.inFuture.get(limit);
		if (items) items.add(itemIndex);
		else this.inFuture.set(limit, new Set([itemIndex]));
	}

	/** Zero and a date before 1980 are what systems write where there was no contact. */
	private readonly readContact = (value: unknown): Reading<number> => {
		if (value === 0 || value === '0') return notRead('missing');
		const reading = readDate(value, this.run.zone, this.run.dateOrder);
		return !reading.ok && reading.problem === 'tooEarly' ? notRead('missing') : reading;
	};
}
