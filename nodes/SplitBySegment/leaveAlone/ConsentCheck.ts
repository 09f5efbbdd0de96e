import type { NodeExecutionHint, INodeExecutionData } from 'n8n-workflow';

import { plainName } from '../../core/attribute/FieldIndex';
import { readAttribute } from '../../core/attribute/readAttribute';
import type { Reading } from '../../core/reading/Reading';
import { isStillSubscribed } from '../../core/segment/contactMarks';
import type { Suppression, SuppressionKind } from '../../core/segment/Suppression';
import type { AttributeOperand } from '../../shared/attributes/AttributeValues';
import type { ItemField } from '../../shared/NodeParameters';
import { warning } from '../../shared/tellUser';
import type { SplitRun } from '../schemes/Scheme';
import type { LeaveAloneConfiguration } from './readLeaveAlone';

/** What no time changes: always the same object for the same reason. */
function forGood(by: SuppressionKind, reason: string): Suppression {
	return Object.freeze({ by, reason, until: null });
}

function byField(by: SuppressionKind, words: string, operand: AttributeOperand | undefined) {
	return forGood(by, `${words}, by "${operand?.name}".`);
}

const UNSUBSCRIBED = forGood('unsubscribed', 'Unsubscribed.');
const NOT_KNOWN = forGood('noConsent', 'Not known to have agreed to be contacted.');

/**
 * Tells who took the consent to be contacted back, never gave it, or has an address that bounces.
 *
 * The named fields hold for every channel. What is recognised by usual names speaks of e-mail, so it
 * holds for e-mail alone, but for a field that says not to contact at all.
 */
export class ConsentCheck {
	private readonly unsubscribed: AttributeOperand | undefined;

	private readonly consent: AttributeOperand | undefined;

	private readonly bounced: AttributeOperand | undefined;

	private readonly isOptOutOfAll: boolean;

	/** Told at a person: made once. */
	private readonly told: Readonly<Record<'unsubscribed' | 'consent' | 'bounced', Suppression>>;

	private readonly isRequired: boolean;

	constructor(
		private readonly configuration: LeaveAloneConfiguration,
		private readonly run: SplitRun,
	) {
		const { consentPolicy, consent } = configuration;
		const { attributes } = run;
		this.isRequired = consentPolicy === 'required';
		if (consentPolicy !== 'off') {
			this.unsubscribed = attributes.operandIfFound('unsubscribed');
			this.consent = consent ? undefined : attributes.operandIfFound('consent');
			this.bounced = attributes.operandIfFound('bounced');
		}
		this.isOptOutOfAll = plainName(this.unsubscribed?.name ?? '').endsWith('donotcontact');
		this.told = {
			unsubscribed: byField('unsubscribed', 'Unsubscribed', this.unsubscribed),
			consent: byField('noConsent', 'No consent', this.consent),
			bounced: byField('bounced', 'Mails come back', this.bounced),
		};
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
		if ((isMail || this.isOptOutOfAll) && this.unsubscribed?.read(item, itemIndex) === true) {
			return this.told.unsubscribed;
		}
		const hasBounced = isMail && this.bounced?.read(item, itemIndex) === true;
		// One word of a mail system may say both: then it is the bounce that is worth telling.
		const isSameField = hasBounced && this.bounced?.name === this.consent?.name;
		if (!isSameField) {
			const refusal = this.refusal(item, itemIndex, channel);
			if (refusal) return refusal;
		}
		return hasBounced ? this.told.bounced : undefined;
	}

	/** What the user should know: a consent that is required and that no field tells. */
	hints(): NodeExecutionHint[] {
		const { consent, smsConsent } = this.configuration;
		if (!this.isRequired || consent || smsConsent || this.consent) return [];
		if (this.run.items.length === 0) return [];
		return [
			warning(
				'Consent is Required, but no field of the items tells of it, so that nobody may be contacted. Name the field under Consent Field in Leave Alone.',
			),
		];
	}

	private refusal(
		item: INodeExecutionData,
		itemIndex: number,
		channel: string,
	): Suppression | undefined {
		const { consent, smsConsent } = this.configuration;
		const field = (channel === 'sms' ? smsConsent : undefined) ?? consent;
		let isGiven: unknown;
		if (field) {
			isGiven = this.run.facts.by(field, itemIndex, this.readConsent);
			if (isGiven === false) return this.refusedBy(field);
		} else if (channel === 'email' && this.consent) {
			isGiven = this.consent.read(item, itemIndex);
			if (isGiven === false) return this.told.consent;
		}
		return this.isRequired && isGiven !== true ? NOT_KNOWN : undefined;
	}

	private refusedBy({ name }: ItemField): Suppression {
		return forGood('noConsent', `No consent, by "${name}".`);
	}

	private readonly readConsent = (value: unknown): Reading<boolean> =>
		readAttribute('consent', value, {
			zone: this.run.zone,
			order: this.run.dateOrder,
		}) as Reading<boolean>;
}
