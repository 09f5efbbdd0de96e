import type { LapseVerdict } from './LapseVerdict';

/** The `cart` object of a verdict; `null` where something is not known. */
export interface CartState {
	id: string | null;
	/** When the cart was last changed. */
	at: string;
	value: number | null;
	currency: string | null;
	ageHours: number;
	/** The reminder that is due now; `null` where none is. */
	step: number | null;
	/** When the next reminder is due. */
	nextStepAt: string | null;
	/** Whether the customer had bought before. */
	customerType: 'new' | 'existing';
	/** Orders before the cart. */
	orders: number;
	/** The last order before the cart. */
	lastOrderAt: string | null;
	/** The first order since the cart, or the one that it became. */
	orderedSince: string | null;
	isInStock: boolean | null;
	products: readonly string[];
	/** What was looked at before the cart was left, the newest first. */
	viewed: readonly string[];
	/** The address that leads back to the cart. */
	link: string | null;
}

/** The `lapse` object of an output item where carts are watched. */
export interface CartVerdict extends LapseVerdict {
	watch: 'carts';
	cart: CartState;
}
