import { StatusReader, type OrderStatuses } from '../../shared/orderStatus';

/** Words for deals that CRM systems and sheets agree on. */
const COMMON_DEAL_STATUSES: OrderStatuses = Object.freeze({
	counted: ['closedwon', 'won'],
	pending: ['active', 'in_progress', 'new', 'open', 'pending'],
	void: [
		'abandoned',
		'archived',
		'canceled',
		'cancelled',
		'closed',
		'closedlost',
		'declined',
		'deleted',
		'disqualified',
		'lost',
		'rejected',
	],
});

/** Words that the user adds for deals that are closed. */
export interface ClosedWords {
	won: readonly string[];
	lost: readonly string[];
}

/** Tells by a word for a status or a stage whether a deal is won (`purchase`), lost (`void`) or open. */
export function dealStatuses({ won, lost }: ClosedWords, ofSource?: OrderStatuses): StatusReader {
	return new StatusReader(
		{
			pending: [...COMMON_DEAL_STATUSES.pending, ...(ofSource?.pending ?? [])],
			counted: [...COMMON_DEAL_STATUSES.counted, ...(ofSource?.counted ?? []), ...won],
			void: [...COMMON_DEAL_STATUSES.void, ...(ofSource?.void ?? []), ...lost],
		},
		undefined,
	);
}

/** Tells by the user's own words alone: a stage that is among them is closed, whatever the status says. */
export function ownStatuses({ won, lost }: ClosedWords): StatusReader {
	return new StatusReader({ counted: won, pending: [], void: lost }, undefined);
}
