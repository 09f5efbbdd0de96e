import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import type { MappedAttribute } from '../../core/attribute/attributes';
import { ATTRIBUTE_NAMES } from '../../core/attribute/attributeNames';
import { readAttribute, type DateReading } from '../../core/attribute/readAttribute';
import { currencyNamed } from '../../core/reading/currency';
import { notRead, read, type Reading } from '../../core/reading/Reading';
import { readAmount, readMoney, type Money } from '../../core/reading/readMoney';
import type { PersonForecast, PersonPace } from '../../core/report/ExpectedOrders';
import type { PersonFigures } from '../../core/report/GroupFigures';
import { listed } from '../../core/wording/listed';
import type { AttributeValues } from '../../shared/attributes/AttributeValues';
import type { ItemField } from '../../shared/NodeParameters';
import { note } from '../../shared/tellUser';
import type { SplitRun } from '../schemes/Scheme';
import type { ReportConfiguration } from './readReport';
import { ReportField } from './ReportField';

const CURRENCY_NAMES = [
	'lifecycle.currency',
	'lapse.currency',
	'currency',
	'currencyCode',
	'amountSpent.currencyCode',
	'defaultCurrency',
	'Währung',
	'Devise',
	'Moneda',
];

const SCORE_NAMES = ['leadScore.score', 'score', 'leadScore', 'hubspotscore', 'leadRating'];

/** The highest place on the scale of cost to serve. */
const MOST_POINTS = 10;

const IF_MONEY = 'If it is money, choose Amount for Cost to Serve Is in Report Options.';

const BUYING = new Set<unknown>(['customer', 'advocate']);

/** How the worth of orders is taken to lie apart where too little is known: as far as its mean. */
const UNKNOWN_SPREAD = 1;
const ENOUGH_FOR_SPREAD = 10;

function recordAt(json: Record<string, unknown>, key: string): Record<string, unknown> {
	const value = json[key];
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function numberAt(record: Record<string, unknown>, key: string): number | undefined {
	const value = record[key];
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A place on the scale from 1 to 10: what is higher is money, or something else. */
function readPoints(value: unknown, dates: DateReading): Reading<number> {
	const place = readAttribute('costToServe', value, dates) as Reading<number>;
	return place.ok && (place.value < 0 || place.value > MOST_POINTS) ? notRead('unreadable') : place;
}

/** Days ahead that the items hold forecasts for, the most of them; undefined where they hold none. */
export function horizonIn(items: readonly INodeExecutionData[]): number | undefined {
	let most: number | undefined;
	for (const { json } of items) {
		const lapse = recordAt(json, 'lapse');
		const days = numberAt(lapse, 'horizonDays');
		if (days === undefined || days <= 0 || numberAt(lapse, 'expectedOrders') === undefined)
			continue;
		if (most === undefined || days > most) most = days;
	}
	return most;
}

/** Reads what is known in figures of the people of a run. */
export class FigureReader {
	private readonly revenue: ReportField<Money> | undefined;

	private readonly orders: ReportField<number> | undefined;

	private readonly averageOrder: ReportField<number> | undefined;

	private readonly currency: ReportField<string> | undefined;

	private readonly margin: ReportField<number> | undefined;

	private readonly cost: ReportField<number> | undefined;

	private readonly score: ReportField<number> | undefined;

	/** Fields that were recognised, in words. */
	private readonly recognised: string[] = [];

	private readonly missing: string[] = [];

	private readonly averages = { count: 0, sum: 0, squares: 0 };

	constructor(
		private readonly configuration: ReportConfiguration,
		private readonly run: SplitRun,
		private readonly attributes: AttributeValues,
	) {
		const { zone, dateOrder, finder } = run;
		const { marginIs, costIs } = configuration;
		const dates = { zone, order: dateOrder };
		const number = (attribute: MappedAttribute) => (value: unknown) =>
			readAttribute(attribute, value, dates) as Reading<number>;
		this.revenue = this.named(configuration.revenue, 'totalSpent', (value) => {
			const money = readMoney(value);
			if (money.ok) return money;
			const loose = number('totalSpent')(value);
			return loose.ok ? read({ amount: loose.value }) : loose;
		});
		this.orders = this.named(configuration.orders, 'orders', number('orders'));
		this.averageOrder = this.named(undefined, 'averageOrder', number('averageOrder'));
		this.margin = this.named(
			configuration.margin,
			'margin',
			marginIs === 'percent' ? number('margin') : (value) => readAmount(value),
		);
		this.cost = this.named(
			configuration.cost,
			'costToServe',
			costIs === 'scale' ? (value) => readPoints(value, dates) : (value) => readAmount(value),
			costIs === 'scale' ? IF_MONEY : undefined,
		);
		const currency = configuration.currency ?? finder.find('Currency', CURRENCY_NAMES);
		this.currency =
			currency &&
			new ReportField(currency, (value) =>
				typeof value === 'string' ? read(currencyNamed(value)) : notRead('missing'),
			);
		const score = configuration.score ?? finder.find('Score', SCORE_NAMES);
		this.score = score && new ReportField(score, (value) => readAmount(value));
		if (score && !configuration.score) this.recognised.push(`Score from "${score.name}"`);
	}

	/** The field that the user named, else the one that holds the attribute. */
	private named<T>(
		field: ItemField | undefined,
		attribute: MappedAttribute,
		readValue: (value: unknown) => Reading<T>,
		advice?: string,
	): ReportField<T> | undefined {
		if (field) return new ReportField(field, readValue, advice);
		const label = attribute === 'totalSpent' ? 'Revenue' : ATTRIBUTE_NAMES[attribute].label;
		// As it stands in the item: amounts may have their currency beside them.
		const source = this.attributes.fieldOf(attribute);
		if (!source) {
			if (attribute !== 'averageOrder') this.missing.push(label);
			return undefined;
		}
		this.recognised.push(`${label} from "${source.name}"`);
		return new ReportField({ ...source, label }, readValue, advice);
	}

	/** What is known of the person behind an item. */
	figures(item: INodeExecutionData, itemIndex: number): PersonFigures {
		const { marginIs, costIs, costPerPoint } = this.configuration;
		const money = this.revenue?.value(item, itemIndex);
		const revenue = money?.amount;
		const orders = this.orders?.value(item, itemIndex);
		const given = this.averageOrder?.value(item, itemIndex);
		const margin = this.margin?.value(item, itemIndex);
		const cost = this.cost?.value(item, itemIndex);
		const currency = this.currency?.value(item, itemIndex) ?? '';
		const averageOrder =
			given ??
			(revenue !== undefined && orders !== undefined && orders > 0 ? revenue / orders : undefined);
		this.noteAverage(averageOrder);
		const isPercent = marginIs === 'percent' && margin !== undefined;
		const costPoints = costIs === 'scale' ? cost : undefined;
		const person = {
			currency: money?.currency ?? currency,
			revenue,
			orders,
			averageOrder,
			marginPercent: isPercent ? margin : undefined,
			margin: isPercent ? (revenue === undefined ? undefined : (revenue * margin) / 100) : margin,
			cost:
				costPoints === undefined ? cost : costPerPoint > 0 ? costPoints * costPerPoint : undefined,
			costPoints,
			score: this.score?.value(item, itemIndex),
		};
		return {
			...person,
			forecast: this.forecastOf(item, person.currency),
			pace: this.paceOf(item, person),
		};
	}

	private forecastOf({ json }: INodeExecutionData, currency: string): PersonForecast | undefined {
		const lapse = recordAt(json, 'lapse');
		const orders = numberAt(lapse, 'expectedOrders');
		const probability = numberAt(lapse, 'returnProbability');
		const horizonDays = numberAt(lapse, 'horizonDays');
		if (orders === undefined || probability === undefined || !horizonDays || horizonDays < 0) {
			return undefined;
		}
		return {
			orders: Math.max(0, orders),
			probability: Math.min(1, Math.max(0, probability)),
			horizonDays,
			value: numberAt(lapse, 'expectedValue'),
			currency: typeof lapse.currency === 'string' ? lapse.currency : currency,
		};
	}

	/** How often somebody orders who is still a customer. */
	private paceOf(
		{ json }: INodeExecutionData,
		{ averageOrder, currency }: Pick<PersonFigures, 'averageOrder' | 'currency'>,
	): PersonPace | undefined {
		const lifecycle = recordAt(json, 'lifecycle');
		const everyDays = numberAt(lifecycle, 'expectedIntervalDays');
		const orders = numberAt(lifecycle, 'orders');
		if (!BUYING.has(lifecycle.stage) || !everyDays || everyDays <= 0 || !orders) return undefined;
		return { everyDays, orders, averageOrder, currency };
	}

	private noteAverage(averageOrder: number | undefined): void {
		if (averageOrder === undefined || averageOrder <= 0) return;
		this.averages.count += 1;
		this.averages.sum += averageOrder;
		this.averages.squares += averageOrder * averageOrder;
	}

	/** How far the averages of people's orders lie apart, which stands for how far orders do. */
	get spread(): number {
		const { count, sum, squares } = this.averages;
		if (count < ENOUGH_FOR_SPREAD) return UNKNOWN_SPREAD;
		const mean = sum / count;
		return Math.sqrt(Math.max(0, squares / count - mean * mean)) / mean;
	}

	/** Which fields serve, which are not there and which could not be used. */
	hints(): NodeExecutionHint[] {
		const { recognised, missing, run } = this;
		const fields = [
			this.revenue,
			this.orders,
			this.averageOrder,
			this.currency,
			this.margin,
			this.cost,
			this.score,
		];
		const without =
			missing.length === 0
				? ''
				: ` Without ${listed(missing)}: where a field holds it, name it under Report Options.`;
		return [
			...(recognised.length > 0 || missing.length > 0
				? [note(`Report: ${listed(recognised) || 'no figures recognised'}.${without}`)]
				: []),
			...fields.flatMap((field) => field?.hints(run.items) ?? []),
		];
	}
}
