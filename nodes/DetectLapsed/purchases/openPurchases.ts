import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { PurchaseRun, type PurchaseConfiguration } from '../../shared/PurchaseRun';

/** The customers of a run with their orders, as every part of the node reads them. */
export async function openPurchases(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	purchases: PurchaseConfiguration,
): Promise<PurchaseRun> {
	return new PurchaseRun(context, items, purchases);
}
