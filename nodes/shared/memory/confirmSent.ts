import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { claimKey } from '../../core/memory/claimKey';
import { enrichedItem } from '../enrichedItem';
import type { NodeParameters } from '../NodeParameters';
import { tellUser } from '../tellUser';
import { ClaimFinder } from './ClaimFinder';
import { confirmationHints } from './confirmationHints';
import { outcomeSchema, type Confirmation, type Outcome } from './Confirmation';
import { ContactBook } from './ContactBook';
import { memoryOf } from './memoryOf';
import { withMemoryFaults } from './withMemoryFaults';

/**
 * Whether a node before let an item on that it could not work with: it holds what went wrong. An empty
 * field "error", as some services answer where all went well, is none.
 */
function hasFailed({ error, json }: INodeExecutionData): boolean {
	return error !== undefined || Boolean(json.error);
}

/**
 * The operation Confirm Sent: takes down of the claims behind the items that the messages were sent, or
 * that they were not.
 *
 * Every item passes on, with what was taken down under `confirmation`. Items without a claim pass too and
 * are counted in a hint.
 */
export async function confirmSent(
	context: IExecuteFunctions,
	parameters: NodeParameters,
): Promise<INodeExecutionData[][]> {
	const chosen = parameters.constant('outcome', outcomeSchema.default('sent'));
	const zone = parameters.zone();
	const now = parameters.asOf(zone).instant;
	const memory = memoryOf(context, parameters);
	const finder = new ClaimFinder(context, parameters);
	const items = context.getInputData();

	const found = items.map((item, i) => finder.of(item, i));
	const outcomes = items.map((item, i): Outcome => {
		return hasFailed(item) || found[i]!.isUntouched ? 'notSent' : chosen;
	});
	const confirmations = new Map<string, Confirmation>();
	found.forEach(({ claims }, i) => {
		for (const claim of claims) {
			// Of one claim that was sent with one item and not with another, the message that was sent counts.
			const key = claimKey(claim);
			const isSent = outcomes[i] === 'sent' || confirmations.get(key)?.outcome === 'sent';
			const outcome = isSent ? 'sent' : 'notSent';
			confirmations.set(key, { claim, outcome, effect: 'unknown' });
		}
	});

	await withMemoryFaults(context, async () => {
		const all = [...confirmations.values()];
		const customers = new Set(all.map(({ claim }) => claim.customer));
		const book = await ContactBook.open(memory, [...customers], undefined, { zone, now });
		for (const outcome of outcomeSchema.options) {
			const these = all.filter((one) => one.outcome === outcome);
			const claims = these.map(({ claim }) => claim);
			const effects = await book.confirm(claims, outcome === 'sent');
			these.forEach((one, i) => {
				one.effect = effects[i]!;
			});
		}
	});

	tellUser(context, [
		...confirmationHints([...confirmations.values()], {
			withoutClaim: found.filter(({ claims }) => claims.length === 0).length,
			untouched: chosen === 'sent' ? found.filter(({ isUntouched }) => isUntouched).length : 0,
			failed: chosen === 'sent' ? items.filter(hasFailed).length : 0,
		}),
		...memory.hints(),
	]);
	return [
		items.map((item, i) => {
			const own = found[i]!.claims.map((claim) => confirmations.get(claimKey(claim))!);
			return enrichedItem(item, 'confirmation', described(own), i);
		}),
	];
}

/** What leaves with an item: the confirmation, with others where it was sent for several campaigns. */
function described(confirmations: readonly Confirmation[]): object {
	const [first, ...others] = confirmations.map(({ claim, outcome, effect }) => ({
		customer: claim.customer,
		campaign: claim.campaign,
		subject: claim.subject,
		number: claim.number,
		outcome,
		wasNews: effect === 'noted' || effect === 'toldTwice',
		toldTwice: effect === 'toldTwice',
	}));
	if (!first) return { outcome: 'noClaim' };
	return others.length === 0 ? first : { ...first, others };
}
