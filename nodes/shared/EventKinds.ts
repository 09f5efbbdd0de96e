import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { isBlank } from '../core/reading/Reading';
import { counted } from '../core/wording/formatNumber';
import type { ItemField } from './NodeParameters';
import type { CartInput } from './purchaseInput';
import type { RecordKind } from './RecordPlan';
import { Rejection } from './Rejection';
import { note, warning } from './tellUser';
import { listed, tally } from './wordTally';

type EventKind = Extract<RecordKind, 'cart' | 'order' | 'view' | 'otherEvent'>;

/** Two writings of one event are the same: `Added to Cart`, `added_to_cart`, `addedToCart`. */
function eventWord(value: unknown): string {
	return String(value)
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Tells by the name of an event what a record is. Where no item names one, every item is a cart.
 *
 * Each item is asked once.
 */
export class EventKinds {
	private readonly kinds = new Map<string, EventKind>();

	private readonly names: ReadonlyArray<{ name: unknown } | { thrown: unknown }>;

	private readonly isNamed: boolean;

	private readonly others = new Map<string, number>();

	constructor(
		items: readonly INodeExecutionData[],
		private readonly field: ItemField,
		private readonly words: CartInput['words'],
	) {
		// A word of several kinds is taken for an order: one reminder too few harms less.
		for (const kind of ['view', 'cart', 'order'] as const) {
			for (const word of words[kind]) this.kinds.set(eventWord(word), kind);
		}
		this.names = items.map((item, itemIndex) => {
			try {
				return { name: field.read(item, itemIndex) };
			} catch (thrown) {
				return { thrown };
			}
		});
		this.isNamed = this.names.some((told) => !('name' in told) || !isBlank(told.name));
	}

	/** @throws Rejection where the name cannot be read */
	kindOf(itemIndex: number): EventKind {
		if (!this.isNamed) return 'cart';
		const told = this.names[itemIndex];
		if (!told || 'thrown' in told) throw Rejection.ofExpression(this.field, told?.thrown);
		const kind = this.kinds.get(eventWord(told.name));
		if (kind) return kind;
		tally(this.others, isBlank(told.name) ? '' : String(told.name).trim());
		return 'otherEvent';
	}

	/** What was not looked at. */
	hints(itemCount: number): NodeExecutionHint[] {
		if (!this.isNamed && itemCount > 0) {
			return [
				warning(
					`No item has the field "${this.field.name}" (${this.field.label}): every item is taken for a cart. If there are orders among them, name the field that tells them apart; if there are none, leave it empty.`,
				),
			];
		}
		const others = [...this.others.values()].reduce((sum, count) => sum + count, 0);
		if (others === 0) return [];
		const message = `${counted(others, 'other event')} not looked at: ${listed(this.others)}.`;
		if (this.words.order.length === 0) return [warning(message)];
		return [
			note(
				`${message} If some of them are orders, carts or views, add their names to the event names in Options.`,
			),
		];
	}
}
