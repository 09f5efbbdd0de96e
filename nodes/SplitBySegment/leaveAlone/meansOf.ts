import type { Channel } from '../../core/memory/channels';

const MEANS: Readonly<Record<Channel, string>> = Object.freeze({
	ads: 'by ads',
	email: 'by e-mail',
	phone: 'by phone',
	post: 'by post',
	sms: 'by SMS',
	telegram: 'on Telegram',
});

/** How people are reached on a channel, in words; '' for one that nobody knows. */
export function meansOf(channel: string): string {
	return MEANS[channel as Channel] ?? '';
}
