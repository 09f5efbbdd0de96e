import type { SuppressionKind } from '../segment/Suppression';
import { counted, formatNumber } from '../wording/formatNumber';
import { listed } from '../wording/listed';
import { percent } from '../wording/percent';
import type { Change } from './compareReports';
import type { Expected } from './ExpectedOrders';
import type { GroupFigures } from './GroupFigures';
import { peopleCount } from './peopleCount';
import type { SegmentReport } from './SegmentReport';
import { shortMoney } from './shortMoney';

/** What is said of people who are left alone, by the reason. */
const LEFT_ALONE: Readonly<Record<SuppressionKind, string>> = Object.freeze({
	unsubscribed: 'unsubscribed',
	noConsent: 'without consent',
	bounced: 'with mails that bounce',
	lost: 'lost',
	disqualified: 'disqualified',
	outOfSeason: 'out of season',
	contactedLately: 'contacted lately',
	quietHours: 'in quiet hours',
	noKey: 'without a customer key',
	told: 'told already',
	claimed: 'being told just now',
	control: 'in the control group',
	overCapacity: 'over capacity',
});

/** One figure of a report with what it is called. */
export interface FigureLine {
	label: string;
	text: string;
}

function signed(value: number): string {
	const text = formatNumber(value);
	return value > 0 ? `+${text}` : text;
}

/**
 * How a figure changed, in brackets: with its relative change where there is one.
 *
 * @example
 * changeWords({ before: 374, now: 412, change: 38, relative: 0.1016 }) //=> ' (+38, +10 %)'
 */
export function changeWords({ change, relative }: Change, show = signed): string {
	if (change === null) return '';
	const part = relative === null ? '' : `, ${signed(Math.round(relative * 100))} %`;
	return ` (${show(change)}${part})`;
}

function moneyChange(
	segment: Partial<Pick<SegmentReport, 'sinceReport'>>,
	of: 'revenue' | 'return',
): string {
	const change = segment.sinceReport?.[of];
	const part = Math.round((change?.relative ?? 0) * 100);
	if (part === 0) return '';
	return `, ${signed(part)} % since the earlier report`;
}

/** Only of some of the people a figure is known: then that is said. */
function knownOf(people: number, size: number): string {
	return people < size ? `, known of ${formatNumber(people)} of ${peopleCount(size)}` : '';
}

function expectedWords(expected: Expected): string {
	const { orders, ordersLow, ordersHigh, value, valueLow, valueHigh, currency, basis } = expected;
	const whole = (count: number) => formatNumber(Math.round(count));
	const count = orders < 10 ? orders : Math.round(orders);
	const ofOrders = `${counted(count, 'order')} (${whole(ordersLow)} to ${whole(ordersHigh)})`;
	const worth =
		value === null
			? ''
			: `, worth ${shortMoney(value, currency)} (${shortMoney(valueLow!, null)} to ${shortMoney(valueHigh!, currency)})`;
	return `${ofOrders}${worth}${basis === 'pace' ? ', at the usual pace' : ''}`;
}

type Figures = GroupFigures & Partial<Pick<SegmentReport, 'revenueShare' | 'sinceReport'>>;

/** The money of a group: what comes in, what it costs, what stays, what is to come. */
export function moneyLines(figures: Figures, size: number): FigureLine[] {
	const { currency, revenue, orders, averageOrder, margin, marginPercent } = figures;
	const lines: FigureLine[] = [];
	if (revenue !== null) {
		const share =
			figures.revenueShare == null ? '' : `, ${percent(figures.revenueShare)} of all revenue`;
		lines.push({
			label: 'Revenue',
			text: `${shortMoney(revenue, currency)}${share}${moneyChange(figures, 'revenue')}${knownOf(figures.revenuePeople, size)}`,
		});
	}
	if (orders !== null || averageOrder !== null) {
		const each = averageOrder === null ? '' : `${shortMoney(averageOrder, currency)} on average`;
		const count = orders === null ? '' : formatNumber(orders);
		lines.push({ label: 'Orders', text: [count, each].filter(Boolean).join(', ') });
	}
	if (margin !== null || marginPercent !== null) {
		const part = marginPercent === null ? '' : `${formatNumber(marginPercent)} %`;
		const money = margin === null ? '' : shortMoney(margin, currency);
		lines.push({ label: 'Margin', text: [money, part].filter(Boolean).join(', ') });
	}
	lines.push(...costLines(figures, size));
	if (figures.expected && figures.expected.orders > 0) {
		lines.push({
			label: `Next ${counted(figures.expected.days, 'day')}`,
			text: expectedWords(figures.expected),
		});
	}
	return lines;
}

function costLines(figures: Figures, size: number): FigureLine[] {
	const { currency, costToServe, costPoints, returnOnCost } = figures;
	const lines: FigureLine[] = [];
	if (costToServe !== null || costPoints !== null) {
		const money = costToServe === null ? '' : shortMoney(costToServe, currency);
		const place = costPoints === null ? '' : `${formatNumber(costPoints)} of 10 on average`;
		lines.push({ label: 'Cost to serve', text: [money, place].filter(Boolean).join(', ') });
	}
	if (figures.return !== null) {
		const times = returnOnCost === null ? '' : `, ${formatNumber(returnOnCost)} for each 1 of cost`;
		lines.push({
			label: 'Return',
			text: `${shortMoney(figures.return, currency)}${times}${moneyChange(figures, 'return')}${knownOf(figures.returnPeople, size)}`,
		});
	}
	return lines;
}

/** Who came and went, and who is left alone. */
export function peopleLines(segment: SegmentReport): FigureLine[] {
	const { movement, suppressed, suppressedBy, control, averageScore, sinceReport } = segment;
	const lines: FigureLine[] = [];
	if (averageScore !== null) {
		const change = sinceReport ? changeWords({ ...sinceReport.averageScore, relative: null }) : '';
		lines.push({ label: 'Average score', text: `${formatNumber(averageScore)}${change}` });
	}
	if (movement) {
		const { came, went, stayed } = movement;
		const [from] = Object.entries(movement.cameFrom);
		const most = from && came > 1 ? `, most from ${from[0]}` : '';
		lines.push({
			label: 'Since last time',
			text: `${formatNumber(came)} came${most}; ${formatNumber(went)} went; ${formatNumber(stayed)} stayed`,
		});
	}
	if (suppressed > 0) {
		const reasons = Object.entries(suppressedBy)
			.sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
			.map(([by, count]) => `${formatNumber(count)} ${LEFT_ALONE[by as SuppressionKind]}`);
		const count = reasons.length === 1 ? '' : `${formatNumber(suppressed)}: `;
		lines.push({ label: 'Left alone', text: `${count}${listed(reasons)}` });
	}
	if (control !== null && control > 0 && suppressedBy.control === undefined) {
		lines.push({ label: 'Control group', text: formatNumber(control) });
	}
	return lines;
}

/** Figures that a shorter report tells, by how their labels begin. */
const CHOICES = Object.freeze({
	key: ['Revenue', 'Return', 'Next ', 'Average score', 'Since last time'],
	money: ['Revenue', 'Return', 'Next '],
	main: ['Revenue', 'Return'],
});

export type FigureChoice = 'all' | keyof typeof CHOICES;

/** The figures of a group, all of them or the most important ones. */
export function chosenFigures(segment: SegmentReport, choice: FigureChoice): FigureLine[] {
	const lines = [...moneyLines(segment, segment.size), ...peopleLines(segment)];
	return choice === 'all'
		? lines
		: lines.filter(({ label }) => CHOICES[choice].some((start) => label.startsWith(start)));
}

/**
 * How many people a group has, and how many more or fewer than in the earlier report.
 *
 * @example
 * // '412 people (+38, +10 %), 14 % of all'
 */
export function sizeWords({
	size,
	share,
	sinceReport,
}: Pick<SegmentReport, 'size' | 'share' | 'sinceReport'>): string {
	const change = sinceReport ? (sinceReport.isNew ? ' (new)' : changeWords(sinceReport.size)) : '';
	return `${peopleCount(size)}${change}, ${percent(share, share > 0 && share < 0.01 ? 1 : 0)} of all`;
}
