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

function traitWords({ words, share, lift }: Trait, isFirst: boolean): string {
	const times = `${formatNumber(lift)} times as often${isFirst ? ' as overall' : ''}`;
	return `${words} (${percent(share)}, ${times})`;
}

type Described = Pick<
	SegmentReport,
	'size' | 'traits' | 'averageOrder' | 'currency' | 'channel' | 'campaign' | 'owner'
>;

/** What sets the people of a group apart, as many traits as wanted. */
export function typicalOf(
	{ size, traits }: Pick<Described, 'size' | 'traits'>,
	most: number,
): string {
	if (traits.length > 0) {
		const told = traits.slice(0, most).map((trait, i) => traitWords(trait, i === 0));
		return `Typical: ${told.join(', ')}`;
	}
	if (size === 0) return 'Nobody is in it';
	return size < FEW
		? 'Too few people to tell what is typical of them'
		: 'Nothing sets these people apart from all others';
}

/**
 * A group as one would describe it to somebody who is to write to it: what sets its people apart, what
 * they spend, how they are reached, with what, and who looks after them.
 *
 * @example
 * // 'Typical: from Austria (62 %, 2.1 times as often as overall); spends 54.00 EUR an order; reached by e-mail; campaign win-back.'
 */
export function personaCard(segment: Described, mostTraits = Number.POSITIVE_INFINITY): string {
	const { averageOrder, currency, channel, campaign, owner } = segment;
	const parts = [typicalOf(segment, mostTraits)];
	if (averageOrder !== null) parts.push(`spends ${shortMoney(averageOrder, currency)} an order`);
	if (channel !== null) parts.push(CHANNELS[channel] ?? `reached by ${channel}`);
	if (campaign !== null) parts.push(`campaign ${campaign}`);
	if (owner !== null) parts.push(`looked after by ${owner}`);
	return `${parts.join('; ')}.`;
}
