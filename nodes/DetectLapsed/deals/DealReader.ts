import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { dealClock, type DealClockPolicy, type DealDates } from '../../core/lapse/dealClock';
import type { DealFacts, DealStanding } from '../../core/lapse/detectStuckDeal';
import { readCustomerKey } from '../../core/reading/readCustomerKey';
import { currencyNamed } from '../../core/reading/currency';
import { readMoney, type Money } from '../../core/reading/readMoney';
import { isBlank } from '../../core/reading/Reading';
import { counted } from '../../core/wording/formatNumber';
import type { Column } from '../../shared/Column';
import { dateHint } from '../../shared/dateHint';
import type { Reference } from '../../shared/purchaseInput';
import { LATER_THAN_AS_OF, RecordValues } from '../../shared/RecordValues';
import { Rejection } from '../../shared/Rejection';
import { isEmpty } from '../../shared/sources/SourcePreset';
import { absentField, note, warning } from '../../shared/tellUser';
import type { DealPlan } from './planDeals';

/** So many words are named in one hint. */
const NAMED_WORDS = 10;

/** A record of a deal as it was read. */
export interface DealRecord extends Omit<DealFacts, 'previousStatus'> {
	itemIndex: number;
}

function textOf(value: unknown): string | undefined {
	return isBlank(value) || typeof value === 'object' ? undefined : String(value).trim();
}

/** Reads records of deals, and rejects those that cannot be judged. */
export class DealReader {
	private readonly values: RecordValues;

	private laterThanAsOf = 0;

	private openDeals = 0;

	private openDealsWithActivity = 0;

	private readonly unknownStatuses = new Map<string, number>();

	private readonly unreadableValues: Rejection[] = [];

	constructor(
		private readonly items: readonly INodeExecutionData[],
		private readonly plan: DealPlan,
		private readonly clock: DealClockPolicy,
		reference: Reference,
	) {
		this.values = new RecordValues(plan.values, reference);
	}

	/**
	 * The deal of an item; undefined for one that was created after a chosen As Of date.
	 *
	 * @throws Rejection where it cannot be judged
	 */
	read(itemIndex: number): DealRecord | undefined {
		const { plan } = this;
		const record = plan.recordOf(this.items[itemIndex]!);
		if (!plan.isDeal(record)) {
			throw new Rejection(
				`that are no deals of ${plan.label}`,
				`The item is no deal of ${plan.label}`,
				'Choose another source under Deals From, or Custom and name the fields',
			);
		}
		const { columns } = plan;
		const valueOf = (column: Column | undefined) => column?.value(record, itemIndex);
		const id = this.id(columns.id, valueOf(columns.id));
		const stage = textOf(valueOf(columns.stage));
		const standing = this.standing(valueOf(columns.status), stage, plan.isSurelyOpen(record));
		const createdAt = this.instant(columns.createdAt, 'creation date', valueOf(columns.createdAt));
		if (createdAt === LATER_THAN_AS_OF) {
			this.laterThanAsOf += 1;
			return undefined;
		}
		const dates = this.dates(valueOf, createdAt);
		if (standing.standing === 'open' && dealClock(dates, this.clock) === undefined) {
			throw this.withoutDate();
		}
		if (standing.standing === 'open') {
			this.openDeals += 1;
			if (dates.lastActivityAt !== undefined) this.openDealsWithActivity += 1;
		}
		const money = this.money(record, itemIndex);
		const keys = columns.contacts.flatMap((contact) => {
			const key = readCustomerKey(valueOf(contact));
			return key.ok ? [key.value] : [];
		});
		return {
			itemIndex,
			id,
			customerKey: keys[0] ?? id,
			email: keys.find((key) => key.includes('@')),
			title: textOf(valueOf(columns.title)),
			stage,
			...standing,
			value: money.amount,
			currency: money.currency,
			owner: textOf(valueOf(columns.owner)),
			...dates,
			nextActivityAt: this.nextActivity(columns.nextActivity, valueOf(columns.nextActivity)),
		};
	}

	private id({ field }: Column, value: unknown): string {
		const key = readCustomerKey(value);
		if (key.ok) return key.value;
		const hint = 'Choose the field that holds the ID of the deal';
		throw Rejection.ofValue(field, value, key.problem, 'deal ID', hint);
	}

	private standing(
		value: unknown,
		stage: string | undefined,
		isSurelyOpen: boolean,
	): { standing: DealStanding; closedAs?: string } {
		const { statuses, ownStatuses, columns, needsStatus } = this.plan;
		const word = textOf(value);
		if (word === undefined && needsStatus) {
			const hint =
				'Ask for this field in the node before, as only it tells whether the deal is open';
			throw Rejection.ofValue(columns.status!.field, value, 'missing', 'status', hint);
		}
		const ofStatus = word === undefined ? undefined : statuses.read(word);
		const isStatusKnown = ofStatus?.isKnown ?? false;
		// A status that is known is believed against a stage that merely sounds like the end of a deal.
		const ofStage = stage && (isStatusKnown ? ownStatuses : statuses).read(stage);
		const closing = [
			{ closedAs: word, standing: ofStatus?.standing },
			{ closedAs: stage, standing: ofStage ? ofStage.standing : undefined },
		].find(({ standing }) => standing === 'purchase' || standing === 'void');
		if (closing) {
			const { closedAs } = closing;
			return { standing: closing.standing === 'purchase' ? 'won' : 'lost', closedAs };
		}
		if (word !== undefined && !isStatusKnown && !isSurelyOpen) {
			this.unknownStatuses.set(word, (this.unknownStatuses.get(word) ?? 0) + 1);
		}
		return { standing: 'open' };
	}

	private instant(
		column: Column | undefined,
		thing: string,
		value: unknown,
	): number | undefined | typeof LATER_THAN_AS_OF {
		return !column || isEmpty(value) ? undefined : this.values.instant(column, thing, value);
	}

	/** An instant that is looked at only where it is not later than a chosen As Of date. */
	private past(column: Column | undefined, thing: string, value: unknown): number | undefined {
		const instant = this.instant(column, thing, value);
		return instant === LATER_THAN_AS_OF ? undefined : instant;
	}

	private dates(
		valueOf: (column: Column | undefined) => unknown,
		createdAt: number | undefined,
	): DealDates {
		const { columns, isStageFirstIfUntold } = this.plan;
		const { stageSince, lastChange, otherActivity } = columns;
		const activities = columns.lastActivity
			.map((column) => this.past(column, 'date of the last activity', valueOf(column)))
			.filter((instant): instant is number => instant !== undefined);
		return {
			createdAt,
			stageSince:
				this.past(stageSince, 'date of the stage change', valueOf(stageSince)) ??
				(isStageFirstIfUntold && stageSince ? createdAt : undefined),
			lastActivityAt: activities.length === 0 ? undefined : Math.max(...activities),
			lastChangeAt: this.past(lastChange, 'date of the last change', valueOf(lastChange)),
			otherActivityAt: this.past(otherActivity, 'date of an activity', valueOf(otherActivity)),
		};
	}

	/** When the next activity is planned, in the past or in the future. */
	private nextActivity(column: Column | undefined, value: unknown): number | undefined {
		if (!column || isEmpty(value)) return undefined;
		const date = this.values.date(value);
		if (date.ok) return date.value;
		if (date.problem === 'missing') return undefined;
		throw Rejection.ofValue(
			column.field,
			value,
			date.problem,
			'date of the next activity',
			dateHint(date.problem),
		);
	}

	private withoutDate(): Rejection {
		const { measure } = this.clock;
		const { createdAt, stageSince } = this.plan.columns;
		const column = measure === 'timeInStage' ? stageSince : createdAt;
		const what = column
			? `${column.field.label} "${column.field.name}" is empty`
			: 'No field is named';
		return new Rejection(
			'without a date to count from',
			`${what}: nothing tells since when the deal waits`,
			measure === 'timeInStage'
				? 'Name the field with the date of the stage change, or choose another Measure'
				: 'Name the field with the date on which the deal was created',
		);
	}

	/** What a deal is worth; a value that cannot be read takes nothing away from the verdict. */
	private money(record: INodeExecutionData, itemIndex: number): Partial<Money> {
		const { value: column, currency: unit } = this.plan.columns;
		const named = textOf(unit?.value(record, itemIndex));
		const currency = named === undefined ? undefined : currencyNamed(named);
		if (!column) return { currency };
		const value = column.value(record, itemIndex);
		const money = readMoney(value, this.plan.values.decimalSeparator);
		if (money.ok) return { amount: money.value.amount, currency: currency ?? money.value.currency };
		if (money.problem !== 'missing') {
			const hint = 'Choose the Decimal Separator in Options';
			this.unreadableValues.push(
				Rejection.ofValue(column.field, value, money.problem, 'value', hint),
			);
		}
		return { currency };
	}

	/** What the user should know of the deals, once they were read. */
	hints(): NodeExecutionHint[] {
		const hints: NodeExecutionHint[] = this.plan.namedColumns
			.filter((column) => !column.isSeen && this.items.length > 0)
			.map(({ field }) => absentField(field, this.items));
		if (this.laterThanAsOf > 0) {
			hints.push(
				warning(`${counted(this.laterThanAsOf, 'deal')} created after the As Of date left out.`),
			);
		}
		const [unreadable] = this.unreadableValues;
		if (unreadable) {
			hints.push(
				warning(
					`The value of ${counted(this.unreadableValues.length, 'deal')} is left empty: ${unreadable.message}.`,
				),
			);
		}
		if (this.unknownStatuses.size > 0) {
			const words = [...this.unknownStatuses].slice(0, NAMED_WORDS);
			const named = words.map(([word, count]) => `${counted(count, 'record')} "${word}"`);
			const more = this.unknownStatuses.size > NAMED_WORDS ? ', …' : '';
			hints.push(
				note(
					`Taken for open, as the status is not known: ${named.join(', ')}${more}. If these deals are closed, set Won Statuses or Lost Statuses in Options.`,
				),
			);
		}
		if (this.lacksActivities()) {
			const { label } = this.plan;
			hints.push(
				note(
					`No open deal tells its last activity${label === undefined ? '' : ` (${label})`}: idle days count from the other fields that reset the clock.`,
				),
			);
		}
		return hints;
	}

	private lacksActivities(): boolean {
		const { measure, clockFields } = this.clock;
		return (
			measure === 'idle' &&
			clockFields.includes('lastActivity') &&
			this.openDeals > 0 &&
			this.openDealsWithActivity === 0
		);
	}
}
