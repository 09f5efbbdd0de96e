import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isBlank } from '../../core/reading/Reading';
import { counted } from '../../core/wording/formatNumber';
import { configurationFault } from '../../shared/configurationFault';
import type { ItemField } from '../../shared/NodeParameters';

/** Where the outcome of a past lead is found, and which ones are wished for. */
export interface OutcomeInput {
	outcome: ItemField;
	/** Values as the user wrote them; `*` stands for any that is given. */
	goodOutcomes: readonly string[];
	/** Whether a blank outcome is one that was not reached; else nothing is known of the lead yet. */
	isBlankNotReached: boolean;
}

/** Past leads of which the outcome is known. */
export interface Outcomes {
	/** Their items. */
	rows: number[];
	/** Whether each has a good outcome. */
	reached: boolean[];
	/** What the outcome field holds of each. */
	told: unknown[];
	/** Values that count as not reached, as they were first written. */
	others: string[];
}

/** The most values of the outcome that a message names. */
const NAMED_VALUES = 6;

/** The most fields that a message names. */
const NAMED_FIELDS = 12;

const ANY_VALUE = '*';

/** An outcome as outcomes are compared: "Closed Won" of one system is "closedwon" of another. */
function folded(value: unknown): string {
	return String(value)
		.toLowerCase()
		.replace(/[\s_]+/g, '');
}

/** Values in a message: the first few. */
export function namedValues(values: readonly string[]): string {
	const more = values.length > NAMED_VALUES ? ', …' : '';
	return `${values.slice(0, NAMED_VALUES).join(', ')}${more}`;
}

/**
 * Tells leads with a good outcome from others; those of which it is not known are left out.
 *
 * @throws NodeOperationError where nobody has an outcome, nobody a good one, or everybody
 */
export function readOutcomes(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	{ outcome, goodOutcomes, isBlankNotReached }: OutcomeInput,
): Outcomes {
	const good = new Set(goodOutcomes.map(folded));
	const isAnyGood = goodOutcomes.includes(ANY_VALUE);
	const found: Outcomes = { rows: [], reached: [], told: [], others: [] };
	const seen = new Map<string, { value: string; isGood: boolean }>();
	let blank = 0;
	items.forEach((item, itemIndex) => {
		const value = outcome.read(item, itemIndex);
		const isMissing = isBlank(value);
		if (isMissing) blank += 1;
		if (isMissing && !isBlankNotReached) return;
		const key = folded(value);
		const isGood = !isMissing && (isAnyGood || good.has(key));
		found.rows.push(itemIndex);
		found.told.push(value);
		found.reached.push(isGood);
		if (!isMissing && !seen.has(key)) seen.set(key, { value: String(value), isGood });
	});
	const { label, name } = outcome;
	if (seen.size === 0) {
		const names = Object.keys(items[0]?.json ?? {}).slice(0, NAMED_FIELDS);
		throw configurationFault(
			context,
			`No lead has a value in ${label} "${name}"`,
			`Choose the field that tells what became of each lead, e.g. won or lost. Fields of the first item: ${names.join(', ')}`,
		);
	}
	if (!found.reached.includes(true)) {
		throw configurationFault(
			context,
			`No lead has a good outcome: ${label} "${name}" holds ${namedValues([...seen.values()].map(({ value }) => value))}`,
			'Name the values that you wish for under Good Outcomes',
		);
	}
	if (blank > 0 && !isBlankNotReached && !found.reached.includes(false)) {
		throw configurationFault(
			context,
			`Every lead has a good outcome, but for ${counted(blank, 'lead')} of which ${label} "${name}" is blank`,
			'Where a blank outcome means that the lead was not won, set Blank Outcomes in Options to Not Reached',
		);
	}
	found.others = [...seen.values()].filter(({ isGood }) => !isGood).map(({ value }) => value);
	return found;
}
