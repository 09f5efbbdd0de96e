import type { LeadCategory } from '../lead/LeadModel';
import { percent } from '../wording/percent';
import type { Cell, LeadColumn } from './LeadColumn';
import type { Blanks, Level } from './Level';
import { nameWords } from './nameWords';
import { numberBins } from './numberBins';

/** How a column is cut into levels. */
export interface FieldPlan {
	field: string;
	category: LeadCategory;
	levels: readonly Level[];
	/** By cell of the column: its level, or -1 for one that gets no points and is not learned from. */
	levelOf: Int32Array;
	/** Why only whether the field is given counts, where that is so. */
	onlyWhetherGiven?: string;
}

/** Why a field is not learned from. */
export interface LeftOut {
	field: string;
	reason: string;
}

/** A text has to occur in so many leads, and this share of them, to be named. */
const LEAST_LEADS = 10;
const LEAST_SHARE = 0.0025;
/** At most so many texts are named; the others are pooled. */
const MOST_TEXTS = 20;
/** Texts in a field of numbers that are named together, where each is rare. */
const MOST_RARE_TEXTS = 20;
/** Where named texts cover less than this share of the leads with a value, the field is free text. */
const LEAST_COVERED = 0.3;
/** From this share of different values on, a field names the lead and does not describe it. */
const UNIQUE_SHARE = 0.5;
const IDENTITY_WORDS = new Set('id ids uuid guid number no nr key code'.split(' '));

interface CellCounts {
	leads: Int32Array;
	hits: Int32Array;
	all: number;
}

function countCells(column: LeadColumn, rows: Int32Array, outcomes: Uint8Array): CellCounts {
	const leads = new Int32Array(column.cells.length);
	const hits = new Int32Array(column.cells.length);
	for (const row of rows) {
		const code = column.codes[row]!;
		leads[code]! += 1;
		hits[code]! += outcomes[row]!;
	}
	return { leads, hits, all: rows.length };
}

/** Cells of a kind that occur, with their place. */
function cellsOf<K extends Cell['kind']>(column: LeadColumn, kind: K, { leads }: CellCounts) {
	return column.cells
		.map((cell, code) => ({ cell, code, leads: leads[code]! }))
		.filter((one) => one.cell.kind === kind && one.leads > 0) as Array<{
		cell: Extract<Cell, { kind: K }>;
		code: number;
		leads: number;
	}>;
}

/** The most frequent first; where equally frequent, by the alphabet, so that the order of rows decides nothing. */
function frequentTexts(column: LeadColumn, counts: CellCounts) {
	return cellsOf(column, 'text', counts).sort(
		(a, b) => b.leads - a.leads || (a.cell.key < b.cell.key ? -1 : 1),
	);
}

/** Collects levels and which cell is on which. */
class Draft {
	readonly levels: Level[] = [];

	readonly levelOf: Int32Array;

	constructor(private readonly column: LeadColumn) {
		this.levelOf = new Int32Array(column.cells.length).fill(-1);
	}

	get blanks(): Blanks {
		const { hasWhiteSpace, hasNotANumber } = this.column;
		return { hasWhiteSpace, hasNotANumber };
	}

	add(level: Level, codes: readonly number[]): void {
		for (const code of codes) this.levelOf[code] = this.levels.length;
		this.levels.push(level);
	}

	addMissing(counts: CellCounts): void {
		const missing = cellsOf(this.column, 'missing', counts).map(({ code }) => code);
		if (missing.length === 0) return;
		this.add({ kind: 'missing', ...this.blanks }, missing);
	}

	plan(onlyWhetherGiven?: string): FieldPlan {
		const { field, category } = this.column;
		return {
			field,
			category,
			levels: this.levels,
			levelOf: this.levelOf,
			...(onlyWhetherGiven === undefined ? {} : { onlyWhetherGiven }),
		};
	}
}

function planGiven(column: LeadColumn, counts: CellCounts, why?: string): FieldPlan {
	const draft = new Draft(column);
	const given = column.cells.flatMap((cell, code) => (cell.kind === 'missing' ? [] : [code]));
	draft.add({ kind: 'given', ...draft.blanks }, given);
	draft.addMissing(counts);
	return draft.plan(why);
}

function planNumbers(column: LeadColumn, counts: CellCounts, least: number): FieldPlan {
	const draft = new Draft(column);
	const numbers = cellsOf(column, 'number', counts).sort((a, b) => a.cell.value - b.cell.value);
	const bins = numberBins(
		numbers.map(({ cell, code, leads }) => ({
			value: cell.value,
			leads,
			hits: counts.hits[code]!,
		})),
	);
	const texts = frequentTexts(column, counts);
	if (bins.length === 1 && texts.length === 0) return planGiven(column, counts);
	const areWhole = numbers.every(({ cell }) => Number.isInteger(cell.value));
	// Numbers of leads that are not learned from have a level as well.
	const known = column.cells.flatMap((cell, code) =>
		cell.kind === 'number' ? [{ code, value: cell.value }] : [],
	);
	for (const { from, to, lowest, highest } of bins) {
		const codes = known
			.filter(
				({ value }) => (from === undefined || value >= from) && (to === undefined || value < to),
			)
			.map(({ code }) => code);
		draft.add(
			{
				kind: 'numbers',
				...(from === undefined ? {} : { from }),
				...(to === undefined ? {} : { to }),
				lowest,
				highest,
				areWhole,
			},
			codes,
		);
	}
	for (const { cell, code } of texts.filter(({ leads }) => leads >= least)) {
		draft.add({ kind: 'texts', values: [cell.value] }, [code]);
	}
	const rare = texts.filter(({ leads }) => leads < least).slice(0, MOST_RARE_TEXTS);
	if (rare.length > 0) {
		draft.add(
			{ kind: 'texts', values: rare.map(({ cell }) => cell.value) },
			rare.map(({ code }) => code),
		);
	}
	draft.addMissing(counts);
	return draft.plan();
}

function planTexts(column: LeadColumn, counts: CellCounts, least: number): FieldPlan {
	const draft = new Draft(column);
	const named = frequentTexts(column, counts)
		.filter(({ leads }) => leads >= least)
		.slice(0, MOST_TEXTS);
	for (const { cell, code } of named) {
		draft.add({ kind: 'texts', values: [cell.value] }, [code]);
	}
	const others = column.cells.flatMap((cell, code) =>
		cell.kind !== 'missing' && draft.levelOf[code] === -1 ? [code] : [],
	);
	// Pooled are those that are rare here; one never seen is treated like them.
	if (others.some((code) => counts.leads[code]! > 0)) {
		draft.add(
			{
				kind: 'otherTexts',
				named: named.map(({ cell }) => cell.value),
				...draft.blanks,
			},
			others,
		);
	}
	draft.addMissing(counts);
	return draft.plan();
}

function planTag(column: LeadColumn): FieldPlan {
	const draft = new Draft(column);
	draft.add({ kind: 'tag', tag: column.tag!, has: false }, [0]);
	draft.add({ kind: 'tag', tag: column.tag!, has: true }, [1]);
	return draft.plan();
}

/** Whether a column of numbers counts its leads, as ids and row numbers do. */
function isRunningNumber(column: LeadColumn, rows: Int32Array, different: number): boolean {
	if (different < rows.length || different < LEAST_LEADS * 2) return false;
	const numbers = Array.from(rows, (row) => column.cells[column.codes[row]!]!);
	const steps = numbers.map((cell, i) => {
		const before = numbers[i - 1];
		if (cell.kind !== 'number' || !Number.isInteger(cell.value)) return Number.NaN;
		return before?.kind === 'number' ? Math.sign(cell.value - before.value) : 0;
	});
	const [, first] = steps;
	return steps.every((step, i) => i === 0 || step === first) && (first === 1 || first === -1);
}

/** Why the values of a field do not describe leads; undefined where they do. */
function whyNotValues(
	column: LeadColumn,
	counts: CellCounts,
	rows: Int32Array,
	least: number,
): string | undefined {
	const given = column.cells.reduce(
		(sum, cell, code) => sum + (cell.kind === 'missing' ? 0 : counts.leads[code]!),
		0,
	);
	if (column.form === 'number') {
		const different = cellsOf(column, 'number', counts).length;
		const isNamedIdentity = nameWords(column.field).some((word) => IDENTITY_WORDS.has(word));
		return (isNamedIdentity && different > 0.9 * given && different >= LEAST_LEADS * 2) ||
			isRunningNumber(column, rows, different)
			? 'an ID or a running number: it names a lead and does not describe it'
			: undefined;
	}
	const texts = frequentTexts(column, counts);
	if (texts.length >= LEAST_LEADS && texts.length > UNIQUE_SHARE * given) {
		return 'an ID or free text: nearly every lead has a value of its own';
	}
	const covered = texts
		.filter(({ leads }) => leads >= least)
		.slice(0, MOST_TEXTS)
		.reduce((sum, { leads }) => sum + leads, 0);
	return given > 0 && covered < LEAST_COVERED * given
		? `too many different values: those that are frequent cover ${percent(covered / given)} of the leads`
		: undefined;
}

/**
 * Decides how a column is cut into levels, or why it is left out.
 *
 * Numbers are binned by their outcomes, a text that many leads have is a level, rare ones are pooled,
 * and a value that is not given is a level of its own. Dates are left out, since no new lead will ever
 * have one of the past. Of an ID or of free text only whether it is given can tell anything.
 *
 * @param rows the leads to learn from
 * @param outcomes of all leads, 1 or 0
 */
export function planField(
	column: LeadColumn,
	rows: Int32Array,
	outcomes: Uint8Array,
): FieldPlan | LeftOut {
	const { field, form } = column;
	const leftOut = (reason: string): LeftOut => ({ field, reason });
	const counts = countCells(column, rows, outcomes);
	const least = Math.max(LEAST_LEADS, LEAST_SHARE * rows.length);
	const occurring = counts.leads.filter((leads) => leads > 0).length;
	if (form === 'tag') {
		const has = counts.leads[1]!;
		return has < least || rows.length - has < least
			? leftOut(`the tag ${column.tag!}: ${has < least ? 'too few' : 'nearly all'} leads have it`)
			: planTag(column);
	}
	const missing = cellsOf(column, 'missing', counts).reduce((sum, { leads }) => sum + leads, 0);
	const given = rows.length - missing;
	if (given === 0) return leftOut('never given');
	if (form === 'date') {
		return leftOut('a date: no new lead has one of the past; use days since it instead');
	}
	if (form === 'nested') {
		return leftOut('nested records: name a field inside, e.g. company.size');
	}
	if (occurring < 2) return leftOut('the same value for every lead');
	if (given < Math.min(least, missing)) {
		return leftOut(`given for ${given} of ${rows.length} leads only`);
	}
	const why = whyNotValues(column, counts, rows, least);
	if (why !== undefined) {
		return missing >= least ? planGiven(column, counts, why) : leftOut(why);
	}
	const plan =
		form === 'number' ? planNumbers(column, counts, least) : planTexts(column, counts, least);
	return plan.levels.length < 2
		? leftOut('tells nothing: leads with high and low values, or with any, turn out alike')
		: plan;
}
