import { Column } from './Column';
import type { ItemField } from './NodeParameters';
import type { CartInput, PurchaseInput } from './purchaseInput';
import type { CartColumns, OrderColumns } from './RecordPlan';

/** The column of a field, where the user named one. */
export function column(field: ItemField | undefined): Column | undefined {
	return field && new Column(field);
}

/** What the user may name beside or in place of what a preset knows. */
export function ownOrderColumns(input: PurchaseInput): Partial<OrderColumns> {
	const columns = {
		quantity: column(input.quantity),
		currency: column(input.currency),
		orderId: column(input.orderId),
		version: column(input.lastChange),
		status: column(input.status),
		eventType: column(input.eventType),
		category: column(input.category),
	};
	return given(columns);
}

/** What the user names of carts; an order names its cart in the same field. */
export function ownCartColumns(carts: CartInput): Partial<CartColumns> {
	const ids = column(carts.cartId);
	return given({
		ids,
		idsOnOrder: ids,
		orderedAt: column(carts.orderedAt),
		orderCount: column(carts.orderCount),
		inStock: column(carts.inStock),
		products: column(carts.products),
		viewed: column(carts.viewed),
		link: column(carts.link),
	});
}

function given<T extends object>(columns: T): Partial<T> {
	return Object.fromEntries(
		Object.entries(columns).filter(([, own]) => own !== undefined),
	) as Partial<T>;
}

/** What stands for a customer: the user's choice, else what the source prefers of what joins records. */
export function preferredKey({ reading }: PurchaseInput, ofSource: 'email' | 'id'): 'email' | 'id' {
	if (reading.prefer) return reading.prefer;
	const other = ofSource === 'email' ? 'id' : 'email';
	const isOtherOnly = reading.joinBy.includes(other) && !reading.joinBy.includes(ofSource);
	return isOtherOnly ? other : ofSource;
}
