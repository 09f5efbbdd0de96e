import { roundMoney } from '../history/PurchaseHistory';
import { CurrencySum } from './CurrencySum';
import {
	ExpectedOrders,
	type Expected,
	type PersonForecast,
	type PersonPace,
} from './ExpectedOrders';

/** What is known in figures of one person; undefined for what is not. Money is in major units. */
export interface PersonFigures {
	/** Of all money of this person; '' where it is not given. */
	currency: string;
	revenue: number | undefined;
	orders: number | undefined;
	averageOrder: number | undefined;
	/** In percent of the revenue. */
	marginPercent: number | undefined;
	/** As money; worked out from the percent where only that is known. */
	margin: number | undefined;
	/** What serving them costs, as money. */
	cost: number | undefined;
	/** What serving them takes, on a scale from 1 to 10. */
	costPoints: number | undefined;
	score: number | undefined;
	forecast: PersonForecast | undefined;
	pace: PersonPace | undefined;
}

/** What is known in figures of a group; `null` for what is not. Money in several currencies is never added up. */
export interface GroupFigures {
	revenue: number | null;
	currency: string | null;
	/** The sums by currency where several keep them from being added up; '' is "not given". */
	revenueByCurrency: Readonly<Record<string, number>> | null;
	/** People whose revenue is known. */
	revenuePeople: number;
	orders: number | null;
	averageOrder: number | null;
	margin: number | null;
	marginPercent: number | null;
	costToServe: number | null;
	/** The mean place on the scale from 1 to 10. */
	costPoints: number | null;
	/** Margin less cost to serve, of the people of whom both are known. */
	return: number | null;
	/** The return over the cost: 2 where every unit of cost brings two more than itself. */
	returnOnCost: number | null;
	/** People of whom margin and cost are both known. */
	returnPeople: number;
	averageScore: number | null;
	expected: Expected | null;
}

/** A running mean; null of nothing. */
class Mean {
	private sum = 0;

	private weight = 0;

	add(value: number | undefined, weight = 1): void {
		if (value === undefined) return;
		this.sum += value * weight;
		this.weight += weight;
	}

	value(digits: number): number | null {
		return this.weight === 0 ? null : roundMoney(this.sum / this.weight, digits);
	}
}

/** Adds up the figures of the people of one group. */
export class GroupTally {
	private readonly revenue = new CurrencySum();

	private readonly margin = new CurrencySum();

	private readonly cost = new CurrencySum();

	/** Of the people of whom both margin and cost are known. */
	private readonly gain = new CurrencySum();

	private readonly gainCost = new CurrencySum();

	/** Revenue of the people of whom the number of orders is known too. */
	private readonly ordered = new CurrencySum();

	private readonly averageOrder = new Mean();

	private readonly marginPercent = new Mean();

	private readonly costPoints = new Mean();

	private readonly score = new Mean();

	private readonly forecast: ExpectedOrders;

	private readonly pace: ExpectedOrders;

	private orders: number | null = null;

	private pricedOrders = 0;

	private revenuePeople = 0;

	private returnPeople = 0;

	private marginRevenue = 0;

	/** @param days ahead that orders are expected for */
	constructor(days: number) {
		this.forecast = new ExpectedOrders(days, 'forecast');
		this.pace = new ExpectedOrders(days, 'pace');
	}

	add(person: PersonFigures): void {
		const { currency, revenue, orders, margin, cost } = person;
		if (orders !== undefined) this.orders = (this.orders ?? 0) + orders;
		if (revenue !== undefined) {
			this.revenue.add(revenue, currency);
			this.revenuePeople += 1;
			if (orders !== undefined && orders > 0) {
				this.ordered.add(revenue, currency);
				this.pricedOrders += orders;
			}
			if (margin !== undefined) this.marginRevenue += revenue;
		}
		if (margin !== undefined) this.margin.add(margin, currency);
		if (cost !== undefined) this.cost.add(cost, currency);
		if (margin !== undefined && cost !== undefined) {
			this.gain.add(margin - cost, currency);
			this.gainCost.add(cost, currency);
			this.returnPeople += 1;
		}
		this.averageOrder.add(person.averageOrder, orders !== undefined && orders > 0 ? orders : 1);
		this.marginPercent.add(person.marginPercent);
		this.costPoints.add(person.costPoints);
		this.score.add(person.score);
		if (person.forecast) this.forecast.addForecast(person.forecast);
		if (person.pace) this.pace.addPace(person.pace);
	}

	/**
	 * @param basis what the orders of the next days are told from; undefined for nothing
	 * @param spread how far the worth of orders lies apart, see `ExpectedOrders`
	 */
	figures(basis: Expected['basis'] | undefined, spread: number): GroupFigures {
		const { revenue, margin, cost, gain, gainCost, ordered } = this;
		const [gained, spent] = [gain.total, gainCost.total];
		return {
			revenue: revenue.total,
			currency: revenue.currency ?? margin.currency ?? cost.currency,
			revenueByCurrency: revenue.byCurrency,
			revenuePeople: this.revenuePeople,
			orders: this.orders,
			averageOrder: this.averageOrderOf(ordered.total),
			margin: margin.total,
			marginPercent: this.marginPercentOf(margin.total),
			costToServe: cost.total,
			costPoints: this.costPoints.value(1),
			return: gained,
			returnOnCost:
				gained === null || spent === null || spent <= 0 ? null : roundMoney(gained / spent, 2),
			returnPeople: this.returnPeople,
			averageScore: this.score.value(1),
			expected: basis ? rounded(this[basis].total(spread)) : null,
		};
	}

	private averageOrderOf(orderedFor: number | null): number | null {
		if (orderedFor !== null && this.pricedOrders > 0) {
			return roundMoney(orderedFor / this.pricedOrders, 2);
		}
		// An average over several currencies would be none of money.
		return this.revenue.byCurrency === null ? this.averageOrder.value(2) : null;
	}

	private marginPercentOf(margin: number | null): number | null {
		return margin !== null && this.marginRevenue > 0
			? roundMoney((margin / this.marginRevenue) * 100, 1)
			: this.marginPercent.value(1);
	}
}

function rounded(expected: Expected | null): Expected | null {
	if (expected === null) return null;
	const money = (value: number | null) => (value === null ? null : roundMoney(value, 2));
	return {
		...expected,
		orders: roundMoney(expected.orders, 1),
		ordersLow: roundMoney(expected.ordersLow, 1),
		ordersHigh: roundMoney(expected.ordersHigh, 1),
		value: money(expected.value),
		valueLow: money(expected.valueLow),
		valueHigh: money(expected.valueHigh),
	};
}
