import type { INodeProperties } from 'n8n-workflow';

import { shownWhere } from '../../shared/shownWhere';

/** What the node does. */
export type Operation = 'score' | 'learn' | 'forget';

/** Parameters of some operations. */
export function shownFor(
	operations: readonly Operation[],
	properties: readonly INodeProperties[],
): INodeProperties[] {
	return shownWhere('operation', operations, properties);
}

/** Options of some operations. */
export function optionsShownFor(
	operations: readonly Operation[],
	properties: readonly INodeProperties[],
): INodeProperties[] {
	return shownWhere('/operation', operations, properties);
}
