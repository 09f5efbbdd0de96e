import type { INodeExecutionData } from 'n8n-workflow';

import { notRead, type Reading } from '../../core/reading/Reading';
import { readDate } from '../../core/reading/readDate';
import { contactedByLapse, contactedLately } from '../../core/segment/leaveAlone/contactedLately';
import { bothWaits, type Wait } from '../../core/segment/leaveAlone/Wait';
import type { Channel } from '../form/campaignFields';
import type { ContactLimit } from '../form/contactLimitOptions';
import type { SplitRun } from '../schemes/Scheme';

const MEANS: Readonly<Record<Channel, string>> = Object.freeze({
	ads: 'by ads',
	email: 'by e-mail',
	phone: 'by phone',
	post: 'by post',
	sms: 'by SMS',
	telegram: 'on Telegram',
});

/** Tells who was contacted a short while ago on a channel, or on any. */
export class ContactLimits {
	constructor(
		private readonly limits: readonly ContactLimit[],
		private readonly run: SplitRun,
	) {}

	/** The wait after the last contacts; undefined where none is so short ago. */
	waitOf(item: INodeExecutionData, itemIndex: number, channel: string): Wait | undefined {
		const { zone, asOf, facts } = this.run;
		let wait: Wait | undefined;
		for (const limit of this.limits) {
			if (limit.channel !== undefined && limit.channel !== channel) continue;
			const at = facts.by<number | 'unreadable'>(
				limit.lastContact,
				itemIndex,
				this.readContact,
				'unreadable',
			);
			if (at === undefined) continue;
			const means = limit.channel === undefined ? '' : MEANS[limit.channel];
			wait = bothWaits(wait, contactedLately({ at, means }, limit.hours, zone, asOf));
		}
		return bothWaits(wait, contactedByLapse(item.json, zone, asOf));
	}

	/** A date before 1980 is what systems write where there was no contact. */
	private readonly readContact = (value: unknown): Reading<number> => {
		const reading = readDate(value, this.run.zone, this.run.dateOrder);
		return !reading.ok && reading.problem === 'tooEarly' ? notRead('missing') : reading;
	};
}
