import { formatNumber } from '../../wording/formatNumber';
import { SUPPRESSION_KINDS, type SuppressionKind } from '../Suppression';

const WORDS: Readonly<Record<SuppressionKind, string>> = Object.freeze({
	unsubscribed: 'unsubscribed',
	noConsent: 'without consent',
	bounced: 'whose mails come back',
	lost: 'lost',
	disqualified: 'disqualified',
	outOfSeason: 'out of season',
	contactedLately: 'contacted lately',
	quietHours: 'in quiet hours',
	noKey: 'without a customer key',
	told: 'told already',
	claimed: 'being told just now',
	overCapacity: 'over capacity',
	control: 'in the control group',
});

/**
 * How many are left alone and why, as a sentence; '' where nobody is.
 *
 * @example
 * leftAloneText(new Map([['lost', 3], ['unsubscribed', 12]])) //=> 'Left alone: 12 unsubscribed, 3 lost.'
 */
export function leftAloneText(counts: ReadonlyMap<SuppressionKind, number>): string {
	const parts = SUPPRESSION_KINDS.flatMap((kind) => {
		const count = counts.get(kind) ?? 0;
		return count === 0 ? [] : [`${formatNumber(count)} ${WORDS[kind]}`];
	});
	return parts.length === 0 ? '' : `Left alone: ${parts.join(', ')}.`;
}
