import { formatNumber } from '../wording/formatNumber';
import { percent } from '../wording/percent';
import type { SegmentReport } from './SegmentReport';
import { shortMoney } from './shortMoney';
import type { Trait } from './traitsOf';

/** Of fewer people nothing is typical. */
const FEW = 20;

const CHANNELS: Readonly<Record<string, string>> = Object.freeze({
	ads: 'reached by ads',
	email: 'reached by e-mail',
	phone: 'reached by phone',
	post: 'reached by post',
	sms: 'reached by SMS',
	telegram: 'reached by Telegram',
});

/**
 * A trait as it stands beside others.
 *
 * @example
 * traitLine(trait, true) //=> 'from Austria (62 %, 2.1 times as often as overall)'
 */
export function traitLine({ words, share, lift }: Trait, isFirst: boolean): string {
	const times = `${formatNumber(lift)} times as often${isFirst ? ' as overall' : ''}`;
	return `${words} (${percent(share)}, ${times})`;
}

type Described = Pick<
	SegmentReport,
	'size' | 'traits' | 'averageOrder' | 'currency' | 'channel' | 'campaign' | 'owner'
>;

/** What is typical of the people of a group, or why nothing is, as a sentence. */
function typicalWords({ size, traits }: Described, most: number): string {
	if (traits.length > 0) {
		const lines = traits.slice(0, most).map((trait, i) => traitLine(trait, i === 0));
		return `Typical: ${lines.join('; ')}.`;
	}
	if (size === 0) return 'Nobody is in it.';
	return size < FEW
		? 'Too few people to tell what is typical of them.'
		: 'Nothing sets these people apart from all others.';
}

/** What people of a group spend, how they are reached, with what, and who looks after them; blank where nothing is known. */
export function reachWords(segment: Described): string {
	const { averageOrder, currency, channel, campaign, owner } = segment;
	const parts: string[] = [];
	if (averageOrder !== null) parts.push(`spends ${shortMoney(averageOrder, currency)} an order`);
	if (channel !== null) parts.push(CHANNELS[channel] ?? `reached by ${channel}`);
	if (campaign !== null) parts.push(`campaign ${campaign}`);
	if (owner !== null) parts.push(`looked after by ${owner}`);
	const words = parts.join('; ');
	return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/**
 * A group as one would describe it to somebody who is to write to it: what sets its people apart, what
 * they spend, how they are reached, with what, and who looks after them.
 *
 * @param mostTraits so many at most, the most telling ones
 * @example
 * // 'Typical: from Austria (62 %, 2.1 times as often as overall). Spends 54.00 EUR an order; reached by e-mail; campaign win-back.'
 */
export function personaCard(segment: Described, mostTraits = Number.POSITIVE_INFINITY): string {
	const sentences = [typicalWords(segment, mostTraits), reachWords(segment)];
	return sentences.filter((sentence) => sentence !== '').join(' ');
}
