import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Claim } from '../../core/memory/Contact';
import type { NodeParameters } from '../NodeParameters';
import { claimsIn, readClaim } from './readClaim';

/** The nodes that claim, by the end of their type. */
const CLAIMING = ['.detectLapsed', '.splitBySegment'];

/** The claims of an item. */
export interface FoundClaims {
	claims: readonly Claim[];
	/** Whether the item is the very one that left the node that claimed: no node has sent anything of it. */
	isUntouched: boolean;
}

/**
 * Finds the claims that items were sent for.
 *
 * A node that sends gives items of its own, so the claim is looked for in the item, then by n8n's links
 * between items in the nodes before, the nearest first. What the user gives comes before both.
 */
export class ClaimFinder {
	private readonly isGiven: boolean;

	/** Names of the claiming nodes before this one, the nearest first. */
	private readonly before: readonly string[];

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly parameters: NodeParameters,
	) {
		const given = parameters.raw('claim');
		this.isGiven = given !== null && given !== '';
		// n8n lists the farthest first.
		this.before = context
			.getParentNodes(context.getNode().name)
			.filter(({ type, disabled }) => !disabled && CLAIMING.some((end) => type.endsWith(end)))
			.map(({ name }) => name)
			.reverse();
	}

	/** The claims of an item; none where it has none, or they cannot be found. */
	of(item: INodeExecutionData, itemIndex: number): FoundClaims {
		if (this.isGiven) {
			const claim = readClaim(this.parameters.evaluate('claim', itemIndex));
			return { claims: claim ? [claim] : [], isUntouched: false };
		}
		const own = claimsIn(item.json);
		if (own.length > 0) return { claims: own, isUntouched: this.isUntouched(item, itemIndex) };
		for (const name of this.before) {
			const claims = claimsIn(this.linked(name, itemIndex));
			if (claims.length > 0) return { claims, isUntouched: false };
		}
		return { claims: [], isUntouched: false };
	}

	/**
	 * Where a node could not run at all and is told to continue, n8n passes on what it received: the item as
	 * the claiming node gave it.
	 */
	private isUntouched({ json }: INodeExecutionData, itemIndex: number): boolean {
		const text = JSON.stringify(json);
		return this.before.some((name) => JSON.stringify(this.linked(name, itemIndex)) === text);
	}

	/** The item of another node that an item goes back to; an empty one where n8n knows no way. */
	private linked(name: string, itemIndex: number): IDataObject {
		try {
			const { $ } = this.context.getWorkflowDataProxy(itemIndex);
			return ($(name) as { item: INodeExecutionData }).item.json;
		} catch {
			return {};
		}
	}
}
