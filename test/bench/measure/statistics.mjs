/** All numbers together; 0 for none. */
export const sum = (values) => values.reduce((total, value) => total + value, 0);

const mean = (values) => sum(values) / values.length;

/** The middle of some numbers. */
export function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length / 2;
	return mean(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}

/**
 * How steeply cost rises with size: the slope of the line through the points `[size, cost]` in a
 * log-log plot, by least squares. 1 is linear growth, 2 is quadratic.
 */
export function logLogSlope(points) {
	const logs = points.map((point) => point.map(Math.log));
	const x = mean(logs.map(([size]) => size));
	const y = mean(logs.map(([, cost]) => cost));
	const covariance = logs.reduce((sum, [size, cost]) => sum + (size - x) * (cost - y), 0);
	const variance = logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0);
	return covariance / variance;
}
