import type { PurchaseInput } from './purchaseInput';

/**
 * Settings that can do nothing as the others stand, one sentence each: most likely a field was
 * forgotten.
 *
 * @param isSourceKnown whether a preset brings what the user does not name
 */
export function idleSettings(input: PurchaseInput, isSourceKnown: boolean): string[] {
	const { reading } = input;
	const idle: Array<[boolean, string]> = [
		[
			reading.countedStatuses !== undefined && !input.status && !isSourceKnown,
			'Statuses That Count does nothing without Status Field: every order counts.',
		],
		[
			reading.eventTypes !== undefined && !input.eventType,
			'Event Types That Count does nothing without Event Type Field: every record counts.',
		],
		[
			reading.joinBy.includes('phone') && !input.phone && !isSourceKnown,
			'Join Records By phone does nothing without Phone Field.',
		],
		[
			reading.repeatedOrderIds === 'lineItems' && !input.orderId && !isSourceKnown,
			'Repeated Order IDs does nothing without Order ID Field.',
		],
	];
	return idle.filter(([isIdle]) => isIdle).map(([, sentence]) => sentence);
}
