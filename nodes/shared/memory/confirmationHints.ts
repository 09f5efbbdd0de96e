import type { NodeExecutionHint } from 'n8n-workflow';

import { counted } from '../../core/wording/formatNumber';
import { note, warning } from '../tellUser';
import type { Confirmation } from './Confirmation';

/** Items of a run of Confirm Sent, counted by what is odd about them. */
export interface ItemCounts {
	/** No claim was found. */
	withoutClaim: number;
	/** The item came as the claiming node gave it, and counted as not sent. */
	untouched: number;
	/** The item held what went wrong, and counted as not sent. */
	failed: number;
}

/** What the user should know of confirmations, each with what to do. */
export function confirmationHints(
	confirmations: readonly Confirmation[],
	{ withoutClaim, untouched, failed }: ItemCounts,
): NodeExecutionHint[] {
	const count = (isMeant: (confirmation: Confirmation) => boolean) =>
		confirmations.filter(isMeant).length;
	const unknown = count(({ effect }) => effect === 'unknown');
	const twice = count(({ effect }) => effect === 'toldTwice');
	const late = count(({ outcome, effect }) => outcome === 'notSent' && effect === 'known');
	const told: Array<[number, (count: number) => NodeExecutionHint]> = [
		[
			withoutClaim,
			(items) =>
				warning(
					`${counted(items, 'item')} without a claim: nothing was taken down of ${items === 1 ? 'it' : 'them'}. Give Claim in the node, e.g. {{ $('Detect Lapsed').item.json.lapse.claim }}, and see that Tell Once is on there.`,
				),
		],
		[
			unknown,
			(claims) =>
				warning(
					`${counted(claims, 'claim')} not in this memory: choose the same Memory here as in the node that claimed. Customers who were forgotten meanwhile stay forgotten.`,
				),
		],
		[
			twice,
			(customers) =>
				warning(
					`${counted(customers, 'customer')} got the same message twice: the claim had run out before it was confirmed, and another execution told them too. Choose more minutes under Claim Holds (Minutes), or send fewer at a time.`,
				),
		],
		[
			failed,
			(items) =>
				note(
					`${counted(items, 'item')} taken for not sent, as "error" says what went wrong: offered again in the next run.`,
				),
		],
		[
			late,
			(claims) =>
				note(
					`${counted(claims, 'claim')} not given back: told At Most Once, confirmed before, or taken on by another execution since.`,
				),
		],
		[
			untouched,
			(items) =>
				warning(
					`${counted(items, 'item')} taken for not sent: the node before gave ${items === 1 ? 'it' : 'them'} on as ${items === 1 ? 'it' : 'they'} came, as n8n does where a node could not run at all and On Error is Continue. Where that node does send, give Claim here, e.g. {{ $json.lapse.claim }}.`,
				),
		],
	];
	return told.filter(([many]) => many > 0).map(([many, hint]) => hint(many));
}
