import { checkCartPolicy, type CartPolicy } from '../../core/lapse/cartPolicy';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import type { CartInput } from '../../shared/purchaseInput';
import { readPurchaseConfiguration, type PurchaseConfiguration } from '../../shared/PurchaseRun';
import type { CommonConfiguration } from '../readCommonConfiguration';
import { cartWatchOptions } from './cartWatchProperties';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How carts are watched. */
export interface CartWatch extends CommonConfiguration {
	watch: 'carts';
	purchases: PurchaseConfiguration;
	policy: CartPolicy;
	newestOnly: boolean;
}

/** The names of events of a kind: those of the option, as it is offered or as the user changed it. */
function readWords(parameters: NodeParameters, name: string): readonly string[] {
	const offered = cartWatchOptions.find((option) => option.name === name)?.default as string;
	return parameters.constant(`options.${name}`, schemas.list.default(offered));
}

function readCarts(parameters: NodeParameters): CartInput {
	return {
		eventName: parameters.field('eventNameField'),
		words: {
			cart: readWords(parameters, 'cartEvents'),
			order: readWords(parameters, 'orderEvents'),
			view: readWords(parameters, 'viewEvents'),
		},
		cartId: parameters.field('options.cartIdField'),
		link: parameters.field('options.cartLinkField'),
		orderedAt: parameters.field('options.orderedAtField'),
		inStock: parameters.fieldOfLists('options.inStockField'),
		products: parameters.fieldOfLists('options.productsField'),
		viewed: parameters.fieldOfLists('options.viewedField'),
		orderCount: parameters.field('options.ordersSoFarField'),
	};
}

/** Carts and orders, one item each. */
function readPurchases(parameters: NodeParameters): PurchaseConfiguration {
	const { input, reference, ...rest } = readPurchaseConfiguration(parameters);
	return {
		...rest,
		input: {
			...input,
			named: {
				...input.named,
				shape: {
					kind: 'orders',
					date: parameters.field('eventDateField'),
					amount: parameters.field('cartValueField'),
				},
			},
			carts: readCarts(parameters),
		},
		reference: { ...reference, isToTheInstant: true },
	};
}

function readPolicy(parameters: NodeParameters): CartPolicy {
	const { notNegative, positive } = schemas;
	const later = (path: string, byDefault: number) =>
		parameters.constant(path, notNegative.default(byDefault)) * HOUR;
	const laterAges = [
		later('options.secondReminderAfterHours', 24),
		later('options.thirdReminderAfterHours', 72),
	].filter((age) => age > 0);
	return {
		reminderAges: [parameters.constant('abandonedAfterMinutes', positive) * MINUTE, ...laterAges],
		giveUpAge: parameters.constant('giveUpAfterDays', positive) * DAY,
		minimumValue: parameters.constant('options.minimumCartValue', notNegative.default(0)),
		quietAge: later('options.quietHoursAfterContact', 12),
	};
}

/** Reads how carts are watched. */
export function readCartWatch(parameters: NodeParameters, common: CommonConfiguration): CartWatch {
	const policy = readPolicy(parameters);
	parameters.withDomainFaults(() => checkCartPolicy(policy));
	return {
		watch: 'carts',
		...common,
		purchases: readPurchases(parameters),
		policy,
		newestOnly: parameters.constant('options.newestCartOnly', schemas.flag.default(true)),
	};
}
