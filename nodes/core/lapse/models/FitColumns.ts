import type { CountTable } from './CountTable';

/** A table of counts made ready for the search of parameters. */
export class FitColumns {
	/** Days that are one unit of time in the search: the mean T, so that no figure is large or small. */
	readonly unit: number;

	/** Repeat orders of all customers. */
	readonly orders: number;

	/** The distinct times of the table in units. */
	readonly times: Float64Array;

	/** Customers whose T is each of the distinct times. */
	readonly customersUpTo: Float64Array;

	/** Repeat orders of these customers. */
	readonly ordersUpTo: Float64Array;

	/** Customers with each of the distinct x. */
	readonly customersWith: Float64Array;

	/** Sum of T in units. */
	readonly exposure: number;

	constructor(readonly table: CountTable) {
		const { x, T, weight, times, TIndex, counts, firstRowOf } = table;
		let [orders, exposure] = [0, 0];
		this.customersUpTo = new Float64Array(times.length);
		this.ordersUpTo = new Float64Array(times.length);
		for (let row = 0; row < x.length; row++) {
			orders += weight[row]! * x[row]!;
			exposure += weight[row]! * T[row]!;
			this.customersUpTo[TIndex[row]!]! += weight[row]!;
			this.ordersUpTo[TIndex[row]!]! += weight[row]! * x[row]!;
		}
		this.customersWith = counts.map((_, count) => {
			let customers = 0;
			for (let row = firstRowOf[count]!; row < firstRowOf[count + 1]!; row++) {
				customers += weight[row]!;
			}
			return customers;
		});
		this.orders = orders;
		this.unit = exposure > 0 ? exposure / table.customers : 1;
		this.exposure = exposure / this.unit;
		this.times = times.map((time) => time / this.unit);
	}

	/** A mean logarithm of the likelihood, time in units, as the whole one, time in days. */
	inDays(meanLogLikelihood: number): number {
		return meanLogLikelihood * this.table.customers - this.orders * Math.log(this.unit);
	}
}
