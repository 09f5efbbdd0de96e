import type { IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import { z } from 'zod';

import type { Claim } from '../../core/memory/Contact';
import { counted } from '../../core/wording/formatNumber';
import { enrichedItem } from '../enrichedItem';
import type { NodeParameters } from '../NodeParameters';
import { note, tellUser, warning } from '../tellUser';
import { ClaimFinder } from './ClaimFinder';
import { ContactBook } from './ContactBook';
import { memoryOf } from './memoryOf';

/** What was taken down of an item. */
interface Confirmation {
	claim: Claim;
	outcome: 'sent' | 'notSent';
	/** Whether that was not known before. */
	wasNews: boolean;
}

/** Whether a node before let an item on that it could not work with: it holds what went wrong. */
function hasFailed({ error, json }: INodeExecutionData): boolean {
	return error !== undefined || (json.error !== undefined && json.error !== null);
}

/**
 * The operation Confirm Sent: takes down of the claims behind the items that the messages were sent, or
 * that they were not.
 *
 * Every item passes on, with what was taken down under `confirmation`. Items without a claim pass as they
 * are and are counted in a hint.
 */
export async function confirmSent(
	context: IExecuteFunctions,
	parameters: NodeParameters,
): Promise<INodeExecutionData[][]> {
	const outcome = parameters.constant('outcome', z.enum(['sent', 'notSent']).default('sent'));
	const zone = parameters.zone();
	const now = parameters.asOf(zone).instant;
	const memory = memoryOf(context, parameters);
	const finder = new ClaimFinder(context, parameters);
	const items = context.getInputData();

	const claimsOf = items.map((item, i) => finder.of(item, i));
	const outcomeOf = items.map((item) => (hasFailed(item) ? 'notSent' : outcome));
	const claims = new Map<string, Claim>();
	for (const claim of claimsOf.flat()) claims.set(claim.id, claim);
	const book = await ContactBook.open(
		memory,
		[...new Set([...claims.values()].map(({ customer }) => customer))],
		undefined,
		{ zone, now },
	);
	const wasNews = new Map<string, boolean>();
	// Of one claim that was sent on one item and not on another, the message that was sent counts.
	const sent = new Set(
		claimsOf.flatMap((own, i) => (outcomeOf[i] === 'sent' ? own : [])).map(({ id }) => id),
	);
	for (const isSent of [true, false]) {
		const these = [...claims.values()].filter(({ id }) => sent.has(id) === isSent);
		const news = await book.confirm(these, isSent);
		these.forEach(({ id }, i) => wasNews.set(id, news[i]!));
	}

	const output = items.map((item, i) => {
		const confirmations = claimsOf[i]!.map(
			(claim): Confirmation => ({
				claim,
				outcome: sent.has(claim.id) ? 'sent' : 'notSent',
				wasNews: wasNews.get(claim.id)!,
			}),
		);
		return enrichedItem(item, 'confirmation', described(confirmations), i);
	});
	const without = claimsOf.filter((own) => own.length === 0).length;
	const failed = outcome === 'sent' ? outcomeOf.filter((one) => one === 'notSent').length : 0;
	tellUser(context, [...hintsOf(without, failed), ...memory.hints()]);
	return [output];
}

/** What leaves with an item: the confirmation, or several where it was sent for several campaigns. */
function described(confirmations: readonly Confirmation[]): object {
	const [first, ...others] = confirmations.map(({ claim, outcome, wasNews }) => ({
		customer: claim.customer,
		campaign: claim.campaign,
		subject: claim.subject,
		number: claim.number,
		outcome,
		wasNews,
	}));
	if (!first) return { outcome: 'noClaim' };
	return others.length === 0 ? first : { ...first, others };
}

function hintsOf(without: number, failed: number): NodeExecutionHint[] {
	return [
		...(without > 0
			? [
					warning(
						`${counted(without, 'item')} without a claim: nothing was taken down of them. Give Claim in the node, e.g. {{ $('Detect Lapsed').item.json.lapse.claim }}, and see that Tell Once is on there.`,
					),
				]
			: []),
		...(failed > 0
			? [note(`${counted(failed, 'item')} taken for not sent, as they hold what went wrong.`)]
			: []),
	];
}
