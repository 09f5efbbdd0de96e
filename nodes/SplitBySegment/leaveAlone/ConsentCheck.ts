import type { NodeExecutionHint, INodeExecutionData } from 'n8n-workflow';

import { ATTRIBUTE_NAMES } from '../../core/attribute/attributeNames';
import { plainName } from '../../core/attribute/FieldIndex';
import type { Reading } from '../../core/reading/Reading';
import { isStillSubscribed } from '../../core/segment/contactMarks';
import type { Suppression, SuppressionKind } from '../../core/segment/Suppression';
import type { ItemField } from '../../shared/NodeParameters';
import { note, warning } from '../../shared/tellUser';
import type { SplitRun } from '../schemes/Scheme';
import type { LeaveAloneConfiguration } from './readLeaveAlone';
import {
	CONSENT_ATTRIBUTES,
	consentReader,
	recogniseConsent,
	recogniseOptOutOfAll,
	type ConsentAttribute,
	type ConsentField,
} from './recogniseConsent';

/** What no time changes: always the same object for the same reason. */
function forGood(by: SuppressionKind, reason: string): Suppression {
	return Object.freeze({ by, reason, until: null });
}

function byField(by: SuppressionKind, words: string, field: ConsentField | undefined) {
	return forGood(by, `${words}, by "${field?.name}".`);
}

const UNSUBSCRIBED = forGood('unsubscribed', 'Unsubscribed.');
const NOT_KNOWN = forGood('noConsent', 'Not known to have agreed to be contacted.');

/**
 * Tells who took the consent to be contacted back, never gave it, or has an address that bounces.
 *
 * The named fields hold for every channel, and what cannot be read of them stands against it. What is recognised by usual names speaks of e-mail or
 * of SMS and holds for that alone, but for a field that says not to contact at all.
 */
export class ConsentCheck {
	private readonly recognised: ReturnType<typeof recogniseConsent>;

	private readonly readConsent: (value: unknown) => Reading<boolean>;

	private readonly unsubscribed: ConsentField | undefined;

	private readonly consent: ConsentField | undefined;

	private readonly bounced: ConsentField | undefined;

	private readonly smsConsent: ConsentField | undefined;

	/** Holds for every channel. */
	private readonly optOutOfAll: ConsentField | undefined;

	private readonly toldOfAll: Suppression;

	/** Told at a person: made once. */
	private readonly told: Readonly<Record<ConsentAttribute, Suppression>>;

	private readonly isRequired: boolean;

	/** Whether anything tells of consent at all: otherwise nobody needs to be asked about. */
	readonly mayRefuse: boolean;

	constructor(
		private readonly configuration: LeaveAloneConfiguration,
		private readonly run: SplitRun,
	) {
		const { consentPolicy } = configuration;
		const named = { consent: configuration.consent, smsConsent: configuration.smsConsent };
		this.isRequired = consentPolicy === 'required';
		this.readConsent = consentReader(run, 'consent');
		const isAsked = (attribute: string) => named[attribute as keyof typeof named] === undefined;
		this.recognised = recogniseConsent(
			run,
			consentPolicy === 'off' ? [] : CONSENT_ATTRIBUTES.filter(isAsked),
		);
		this.unsubscribed = this.recognised.get('unsubscribed');
		this.consent = this.recognised.get('consent');
		this.bounced = this.recognised.get('bounced');
		this.smsConsent = this.recognised.get('smsConsent');
		const isOfAll = plainName(this.unsubscribed?.name ?? '').endsWith('donotcontact');
		if (isOfAll) this.optOutOfAll = this.unsubscribed;
		else if (consentPolicy !== 'off') this.optOutOfAll = recogniseOptOutOfAll(run);
		this.toldOfAll = byField('unsubscribed', 'Not to be contacted', this.optOutOfAll);
		this.told = {
			unsubscribed: byField('unsubscribed', 'Unsubscribed', this.unsubscribed),
			consent: byField('noConsent', 'No consent', this.consent),
			bounced: byField('bounced', 'Mails come back', this.bounced),
			smsConsent: byField('noConsent', 'No consent', this.smsConsent),
		};
		this.mayRefuse =
			this.isRequired ||
			this.recognised.size > 0 ||
			[this.optOutOfAll, configuration.unsubscribed, named.consent, named.smsConsent].some(Boolean);
	}

	/** What stands against contacting a person on a channel; undefined where nothing does. */
	suppressionOf(
		item: INodeExecutionData,
		itemIndex: number,
		channel: string,
	): Suppression | undefined {
		const { unsubscribed } = this.configuration;
		if (unsubscribed && this.run.facts.mark(unsubscribed, itemIndex, isStillSubscribed)) {
			return UNSUBSCRIBED;
		}
		const isMail = channel === 'email';
		if (this.optOutOfAll?.read(item, itemIndex) === true) return this.toldOfAll;
		if (isMail && this.unsubscribed?.read(item, itemIndex) === true) return this.told.unsubscribed;
		const hasBounced = isMail && this.bounced?.read(item, itemIndex) === true;
		// One word of a mail system may say both: then it is the bounce that is worth telling.
		const isSameField = hasBounced && this.bounced?.name === this.consent?.name;
		if (!isSameField) {
			const refusal = this.refusal(item, itemIndex, channel);
			if (refusal) return refusal;
		}
		return hasBounced ? this.told.bounced : undefined;
	}

	/** What the user should know: fields that no other hint tells, and a consent that no field tells. */
	hints(): NodeExecutionHint[] {
		const untold = [...this.recognised].flatMap(([attribute, { isUntold, name }]) =>
			isUntold ? [`${ATTRIBUTE_NAMES[attribute].label} from "${name}"`] : [],
		);
		const { optOutOfAll } = this;
		if (optOutOfAll && optOutOfAll !== this.unsubscribed) {
			untold.push(`Unsubscribed from "${optOutOfAll.name}"`);
		}
		const hints = untold.length === 0 ? [] : [note(`Recognised: ${untold.join(', ')}.`)];
		const { consent, smsConsent } = this.configuration;
		const isTold = consent ?? smsConsent ?? this.consent ?? this.smsConsent;
		if (this.isRequired && !isTold && this.run.items.length > 0) {
			hints.push(
				warning(
					'Consent is Required, but no field of the items tells of it, so that nobody may be contacted. Name the field under Consent Field in Leave Alone.',
				),
			);
		}
		return hints;
	}

	private refusal(
		item: INodeExecutionData,
		itemIndex: number,
		channel: string,
	): Suppression | undefined {
		const { consent, smsConsent } = this.configuration;
		let isGiven: unknown;
		if (channel === 'sms' && !smsConsent && this.smsConsent) {
			isGiven = this.smsConsent.read(item, itemIndex);
			if (isGiven === false) return this.told.smsConsent;
		} else if ((channel === 'sms' && smsConsent) || consent) {
			const field = (channel === 'sms' ? smsConsent : undefined) ?? consent;
			isGiven = this.run.facts.by(field, itemIndex, this.readConsent, false);
			if (isGiven === false) return this.refusedBy(field!);
		} else if (channel === 'email' && this.consent) {
			isGiven = this.consent.read(item, itemIndex);
			if (isGiven === false) return this.told.consent;
		}
		return this.isRequired && isGiven !== true ? NOT_KNOWN : undefined;
	}

	private refusedBy({ name }: ItemField): Suppression {
		return forGood('noConsent', `No consent, by "${name}".`);
	}
}
