const ISO = /^\d{4}-\d{2}-\d{2}/;
const LOCAL = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(.*)$/;

const pad = (part) => part.padStart(2, '0');

/**
 * Turns the dates of one column into ISO dates. 31.12.2025 and 31/12/2025 are read where the column as a whole shows
 * whether the day or the month comes first; all else is left as it is, for the nodes to judge.
 */
export function toIsoDates(dates) {
	const local = dates.map((date) => LOCAL.exec(date)).filter(Boolean);
	const dayFirst = local.some(([, first, dot]) => dot === '.' || Number(first) > 12);
	const monthFirst = local.some(([, , , second]) => Number(second) > 12);
	if (dayFirst === monthFirst) return dates;
	return dates.map((date) => {
		if (!LOCAL.test(date)) return date;
		const [, first, , second, year, time] = LOCAL.exec(date);
		const [day, month] = dayFirst ? [first, second] : [second, first];
		return `${year}-${pad(month)}-${pad(day)}${time}`;
	});
}

/** The newest day among ISO dates that is not after `today`, all as YYYY-MM-DD; undefined where there is none. */
export function newestDay(dates, today) {
	return dates
		.filter((date) => ISO.test(date))
		.map((date) => date.slice(0, 10))
		.filter((day) => day <= today)
		.reduce((newest, day) => (newest === undefined || day > newest ? day : newest), undefined);
}
