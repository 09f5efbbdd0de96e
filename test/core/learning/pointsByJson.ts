import type { LeadCondition, LeadModel } from '../../../nodes/core/lead/LeadModel';
import { readAmount } from '../../../nodes/core/reading/readMoney';

/** A lead as an item has it. */
export type Lead = Record<string, unknown>;

function isText(value: unknown, among: unknown): boolean {
	const key = (one: unknown) =>
		String(one ?? '')
			.trim()
			.toLowerCase();
	const keys = (among as unknown[]).map(key);
	return [value].flat().some((one) => keys.includes(key(one)));
}

const amounts = new Map<unknown, number>();

/** The number that a value is, NaN for none; each value is read once. */
function amountOf(value: unknown): number {
	const known = amounts.get(value);
	if (known !== undefined) return known;
	const amount = readAmount(value);
	amounts.set(value, amount.ok ? amount.value : Number.NaN);
	return amounts.get(value)!;
}

/** Other types of a condition convert in other ways: none but this one may be written. */
function isOf(expected: string, type: string | undefined): true {
	if (type !== expected) throw new Error(`The learner writes no ${type}`);
	return true;
}

/** A condition as the docstrings of the model tell it; `empty` and `notExists` as n8n's own filter has them. */
function isMet(lead: Lead, { field, type, operator, value }: LeadCondition): boolean {
	const found = lead[field!];
	switch (operator) {
		case 'between': {
			const amount = amountOf(found);
			const { from = -Infinity, to = Infinity } = value as { from?: number; to?: number };
			return from <= amount && amount < to;
		}
		case 'oneOf':
			return isText(found, value);
		case 'notOneOf':
			return !isText(found, value);
		case 'empty':
			return isOf('string', type) && String(found ?? '') === '';
		case 'notEmpty':
			return isOf('string', type) && String(found ?? '') !== '';
		case 'notExists':
			return found === undefined || found === null || Number.isNaN(found);
		case 'exists':
			return found !== undefined && found !== null && !Number.isNaN(found);
		default:
			throw new Error(`The learner writes no ${operator}`);
	}
}

/** Adds points up from the JSON of a model, with no knowledge of how it was learned. */
export function pointsByJson({ rules, groups, scoreAtMost }: LeadModel, lead: Lead): number {
	const ofGroup = new Map<string, number>();
	for (const { points, group, match, conditions } of rules) {
		const met = conditions.map((condition) => isMet(lead, condition));
		if (match === 'all' ? met.includes(false) : !met.includes(true)) continue;
		ofGroup.set(group!, (ofGroup.get(group!) ?? 0) + points);
	}
	let sum = 0;
	for (const [group, points] of ofGroup) {
		const { pointsAtMost } = groups.find(({ name }) => name === group)!;
		// A lead has one answer a field: the limit never takes anything away.
		if (points > pointsAtMost! + 1e-9) throw new Error(`${group} brings ${points}`);
		sum += points;
	}
	if (sum > scoreAtMost! + 1e-9) throw new Error(`${sum} points`);
	return Math.round(sum * 10) / 10;
}

/** The probability that the JSON of a model gives to a score. */
export function probabilityByJson({ probability }: LeadModel, points: number): number {
	const { intercept, perPoint } = probability!;
	return 1 / (1 + Math.exp(-(intercept + perPoint * points)));
}
