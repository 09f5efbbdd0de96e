import { z } from 'zod';

import type { DecimalSeparator } from '../core/reading/readAmount';
import type { TimeZone } from '../core/reading/TimeZone';
import type { ItemField, NodeParameters } from './NodeParameters';

/** Orders, one item each. */
export interface OrderFields {
	kind: 'orders';
	date: ItemField;
	amount: ItemField | undefined;
	orderId: ItemField | undefined;
}

/** Customers, one item each, with what a CRM or a sheet counts of them. */
export interface SummaryFields {
	kind: 'customers';
	orderCount: ItemField;
	firstOrder: ItemField | undefined;
	lastOrder: ItemField;
	totalSpent: ItemField | undefined;
}

/** Where purchases are found in the items. */
export interface PurchaseInput {
	customer: ItemField;
	currency: ItemField | undefined;
	decimalSeparator: DecimalSeparator;
	shape: OrderFields | SummaryFields;
}

/** What a run needs to judge dates. */
export interface Reference {
	zone: TimeZone;
	asOf: number;
	/** Whether the user chose the reference date: orders after it are then left out, not wrong. */
	isAsOfChosen: boolean;
}

function readShape(parameters: NodeParameters): OrderFields | SummaryFields {
	const kind = parameters.constant('inputShape', z.enum(['orders', 'customers']));
	if (kind === 'orders') {
		return {
			kind,
			date: parameters.requiredField('orderDateField'),
			amount: parameters.field('amountField'),
			orderId: parameters.field('options.orderIdField'),
		};
	}
	return {
		kind,
		orderCount: parameters.requiredField('orderCountField'),
		firstOrder: parameters.field('firstOrderField'),
		lastOrder: parameters.requiredField('lastOrderField'),
		totalSpent: parameters.field('totalSpentField'),
	};
}

/** Where the user says the purchases are found. */
export function readPurchaseInput(parameters: NodeParameters): PurchaseInput {
	return {
		customer: parameters.requiredField('customerField'),
		currency: parameters.field('options.currencyField'),
		decimalSeparator: parameters.constant(
			'options.decimalSeparator',
			z.enum(['auto', 'point', 'comma']).default('auto'),
		),
		shape: readShape(parameters),
	};
}

/** The reference of a run: the workflow's zone and the As Of option, or now. */
export function readReference(parameters: NodeParameters): Reference {
	const zone = parameters.zone();
	const { instant, isChosen } = parameters.asOf(zone);
	return { zone, asOf: instant, isAsOfChosen: isChosen };
}
