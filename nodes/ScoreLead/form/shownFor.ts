import type { INodeProperties } from 'n8n-workflow';

import { shownWhere } from '../../shared/shownWhere';

/** What the node does. */
export type Operation = 'score' | 'learn';

/** Parameters of one operation. */
export function shownFor(operation: Operation, properties: readonly INodeProperties[]) {
	return shownWhere('operation', [operation], properties);
}

/** Options of one operation. */
export function optionsShownFor(operation: Operation, properties: readonly INodeProperties[]) {
	return shownWhere('/operation', [operation], properties);
}
