import type { Mails, SubscriberFacts } from '../../core/lapse/detectInactive';

/** What one record or event adds to what is known of a subscriber; what it does not tell is left out. */
export interface SubscriberNews {
	sends?: number;
	/** A mail sent, under the word that the event has for it. */
	sent?: { word: string; at: number };
	clickedAt?: number;
	openedAt?: number;
	subscribedAt?: number;
	orderedAt?: number;
	unsubscribedAt?: number;
	seenAt?: number;
}

function newer(one: number | undefined, other: number | undefined): number | undefined {
	if (one === undefined || other === undefined) return one ?? other;
	return Math.max(one, other);
}

/**
 * Gathers what records or events say of one subscriber. The order in which they come makes no
 * difference, and an event that comes twice counts once.
 */
export class SubscriberDraft {
	readonly sources: number[] = [];

	/** The item that the result is added to: that of the newest event, or of the first record. */
	item = Number.POSITIVE_INFINITY;

	private sends: number | undefined;

	private readonly sentAt = new Map<string, Set<number>>();

	private clickedAt: number | undefined;

	private openedAt: number | undefined;

	private subscribedAt: number | undefined;

	private orderedAt: number | undefined;

	private unsubscribedAt: number | undefined;

	private firstSeenAt: number | undefined;

	private lastSeenAt: number | undefined;

	add(itemIndex: number, news: SubscriberNews): void {
		this.sources.push(itemIndex);
		const { sends, sent, seenAt } = news;
		const isNewest = seenAt !== undefined && seenAt > (this.lastSeenAt ?? Number.NEGATIVE_INFINITY);
		if (isNewest || this.item === Number.POSITIVE_INFINITY) this.item = itemIndex;
		this.lastSeenAt = newer(this.lastSeenAt, seenAt);
		if (seenAt !== undefined) this.firstSeenAt = Math.min(this.firstSeenAt ?? seenAt, seenAt);
		// Of several counts the lowest: nobody is to be called inactive by a list they are not on.
		if (sends !== undefined) this.sends = Math.min(this.sends ?? sends, sends);
		if (sent) {
			const known = this.sentAt.get(sent.word);
			if (known) known.add(sent.at);
			else this.sentAt.set(sent.word, new Set([sent.at]));
		}
		this.clickedAt = newer(this.clickedAt, news.clickedAt);
		this.openedAt = newer(this.openedAt, news.openedAt);
		this.subscribedAt = newer(this.subscribedAt, news.subscribedAt);
		this.orderedAt = newer(this.orderedAt, news.orderedAt);
		this.unsubscribedAt = newer(this.unsubscribedAt, news.unsubscribedAt);
	}

	/** Whether the last that was heard of the subscription is its end. */
	get hasUnsubscribed(): boolean {
		return (
			this.unsubscribedAt !== undefined &&
			this.unsubscribedAt >= (this.subscribedAt ?? Number.NEGATIVE_INFINITY)
		);
	}

	/** One mail may be told as sent and as delivered: the word that comes most often counts. */
	private mails(): Mails | undefined {
		if (this.sends !== undefined) return { sinceClick: this.sends };
		const words = [...this.sentAt.values()].sort((one, other) => other.size - one.size);
		return words[0] && { sentAt: [...words[0]] };
	}

	facts(): Pick<
		SubscriberFacts,
		'mails' | 'lastClickAt' | 'lastOpenAt' | 'subscribedAt' | 'firstSeenAt' | 'lastOrderAt'
	> {
		return {
			mails: this.mails(),
			lastClickAt: this.clickedAt,
			lastOpenAt: this.openedAt,
			subscribedAt: this.subscribedAt,
			firstSeenAt: this.firstSeenAt,
			lastOrderAt: this.orderedAt,
		};
	}
}
