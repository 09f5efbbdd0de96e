import { percent } from '../wording/percent';
import type { LeadColumn } from './LeadColumn';
import { levelName } from './Level';
import { nameWords } from './nameWords';
import type { PlannedField } from './plannedFields';
import { aucError } from './rankAuc';

/** A field that may be known only after the outcome, and what speaks for it. */
export interface LeakageSuspect {
	field: string;
	reason: string;
}

/** A field that ranks leads so well by itself is rarely one that is known beforehand. */
const SUSPICIOUS_AUC = 0.8;
/** And not by chance: at the low end of its range it still does this well. */
const LEAST_AUC = 0.75;
const RANGE = 1.645;
/** With a name that tells of the time after the outcome less is enough. */
const NAMED_AUC = 0.7;
/** On a level that leaks, the other outcome is this rare beside what it is among all leads. */
const PURE = 0.02;
/** A level of so many leads with the other outcome to be expected, and with this share of all with its own. */
const LEAST_EXPECTED = 10;
const LEAST_COVERED = 0.2;
const NAMED_COVERED = 0.05;

/** Words for what comes with or after a deal. */
const AFTER_WORDS = new Set(
	'close closed closing won lost outcome result contract invoice invoiced paid payment signed converted conversion churn churned purchased cancelled refund duration'.split(
		' ',
	),
);
/** What came before is no leak, whatever it is called. */
const BEFORE_WORDS = new Set('previous prior last past former earlier'.split(' '));

interface Part {
	name: string;
	leads: number;
	hits: number;
	/** Numbers from one to another: those who never visit may never buy, and that is no leak. */
	isRange: boolean;
}

/** How often, of two leads with different outcomes, the one on the later part is the right one. */
function rankedAuc(ranked: readonly Part[]): number {
	let [misses, sum, hits] = [0, 0, 0];
	for (const part of ranked) {
		const own = part.leads - part.hits;
		sum += part.hits * (misses + own / 2);
		misses += own;
		hits += part.hits;
	}
	return sum / (hits * misses);
}

/** The same, where parts are ranked by their outcomes. */
function aucOf(parts: readonly Part[]): number {
	return rankedAuc([...parts].sort((a, b) => a.hits / a.leads - b.hits / b.leads));
}

/** How well a number ranks by itself, bins left aside: the more the better, or the less. */
function aucOfNumbers(column: LeadColumn, rows: Int32Array, outcomes: Uint8Array): number {
	const place = column.cells.map((cell) =>
		cell.kind === 'number' ? cell.value : Number.NEGATIVE_INFINITY,
	);
	const order = place.map((_, code) => code).sort((a, b) => place[a]! - place[b]! || a - b);
	const rank = new Int32Array(order.length);
	order.forEach((code, i) => {
		rank[code] = i;
	});
	const names = order.map(() => '');
	const auc = rankedAuc(
		partsOf(
			names,
			() => true,
			(code) => rank[code]!,
			column,
			rows,
			outcomes,
		),
	);
	return Math.max(auc, 1 - auc);
}

function partsOf(
	names: readonly string[],
	isRange: (part: number) => boolean,
	partOfCell: (code: number) => number,
	column: LeadColumn,
	rows: Int32Array,
	outcomes: Uint8Array,
): Part[] {
	const parts = names.map((name, i) => ({ name, leads: 0, hits: 0, isRange: isRange(i) }));
	for (const row of rows) {
		const part = parts[partOfCell(column.codes[row]!)]!;
		part.leads += 1;
		part.hits += outcomes[row]!;
	}
	return parts.filter(({ leads }) => leads > 0);
}

/** The part with almost only one outcome that holds most leads, where there is one. */
function purePart(parts: readonly Part[], all: Part, leastCovered: number) {
	let found: (Part & { won: boolean; covered: number }) | undefined;
	for (const part of parts) {
		for (const won of [true, false]) {
			const own = won ? part.hits : part.leads - part.hits;
			const allOwn = won ? all.hits : all.leads - all.hits;
			const others = part.leads - own;
			const expected = (part.leads * (all.leads - allOwn)) / all.leads;
			const covered = own / allOwn;
			if (expected < LEAST_EXPECTED || others > PURE * expected || covered < leastCovered) continue;
			if (!found || covered > found.covered) found = { ...part, won, covered };
		}
	}
	return found;
}

function reasonFor(field: string, parts: readonly Part[], all: Part, ownAuc: number) {
	const words = nameWords(field);
	const isNamed =
		words.some((word) => AFTER_WORDS.has(word)) && !words.some((word) => BEFORE_WORDS.has(word));
	const pure = purePart(
		parts.filter(({ isRange }) => !isRange),
		all,
		isNamed ? NAMED_COVERED : LEAST_COVERED,
	);
	if (pure) {
		const own = pure.won ? pure.hits : pure.leads - pure.hits;
		const which =
			own === pure.leads ? 'every lead' : `${percent(own / pure.leads, 1)} of the leads`;
		const did = pure.won ? 'became customers' : 'did not become customers';
		return `${which} with ${field} ${pure.name} ${own === pure.leads ? did.replace('customers', 'a customer') : did}, and they are ${percent(pure.covered)} of all who ${pure.won ? 'did' : 'did not'}: it seems to be filled in afterwards`;
	}
	const auc = Math.max(ownAuc, aucOf(parts));
	const low = auc - RANGE * aucError(auc, all.hits, all.leads - all.hits);
	const alone = `of two leads, one that became a customer and one that did not, it tells which is which in ${percent(auc)} of cases all by itself`;
	if (auc >= SUSPICIOUS_AUC && low >= LEAST_AUC) {
		return `${alone}: fields that tell so much are often known only afterwards`;
	}
	return isNamed && auc >= NAMED_AUC && low >= NAMED_AUC - (SUSPICIOUS_AUC - LEAST_AUC)
		? `${alone}, and its name tells of the time after the outcome`
		: undefined;
}

/**
 * Fields that may be known only after the outcome (Kaufman and others 2012, "Leakage in data mining"):
 * those that rank leads conspicuously well by themselves, those with a value, or with any value at all,
 * that occurs with one outcome only, and with a name that tells of a deal's end already weaker ones.
 * A suspicion, and no proof: only who knows how the field is filled can tell.
 *
 * @param rows the leads to learn from; both outcomes have to occur among them
 */
export function leakageSuspects(
	columns: readonly LeadColumn[],
	fields: readonly PlannedField[],
	rows: Int32Array,
	outcomes: Uint8Array,
): LeakageSuspect[] {
	const all = {
		name: '',
		isRange: false,
		leads: rows.length,
		hits: rows.reduce((sum, row) => sum + outcomes[row]!, 0),
	};
	const suspects = new Map<string, string>();
	for (const column of columns) {
		if (suspects.has(column.field)) continue;
		const ways: Part[][] = [];
		if (column.form !== 'tag') {
			const isMissing = column.cells.map(({ kind }) => (kind === 'missing' ? 1 : 0));
			ways.push(
				partsOf(
					['given', 'not given'],
					() => false,
					(code) => isMissing[code]!,
					column,
					rows,
					outcomes,
				),
			);
		}
		const planned = fields.find((field) => field.column === column);
		if (planned) {
			const names = [...planned.levels.map(levelName), 'is anything else'];
			ways.push(
				partsOf(
					names,
					(i) => planned.levels[i]?.kind === 'numbers',
					(code) => (planned.levelOf[code]! + names.length) % names.length,
					column,
					rows,
					outcomes,
				),
			);
		}
		const ownAuc = column.form === 'number' ? aucOfNumbers(column, rows, outcomes) : 0;
		for (const parts of ways) {
			const reason = reasonFor(column.field, parts, all, ownAuc);
			if (reason === undefined) continue;
			suspects.set(column.field, reason);
			break;
		}
	}
	return Array.from(suspects, ([field, reason]) => ({ field, reason }));
}
