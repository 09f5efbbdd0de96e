/**
 * What a customer brings, in major units: what was spent times the margin, less what serving takes.
 * Below zero the customer costs more than they bring.
 *
 * @param margin in percent of what was spent
 * @param service points of the cost to serve, or the cost itself where a point costs 1
 * @param costPerPoint what one point costs, in major units
 * @example
 * customerReturn(1000, 30, 8, 50) //=> -100
 */
export function customerReturn(
	totalSpent: number,
	margin: number,
	service: number,
	costPerPoint: number,
): number {
	const amount = (totalSpent * margin) / 100 - service * costPerPoint;
	return Math.round(amount * 100) / 100 + 0;
}
