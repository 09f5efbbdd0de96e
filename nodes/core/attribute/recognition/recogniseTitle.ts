import { decisionRoleOf, type DecisionRoles } from './decisionRoleOf';
import { PhraseIndex, type Phrase, type PhraseHit } from './PhraseIndex';
import { SENIORITIES, type DecisionRole, type Department, type Seniority } from './recognised';
import type { TitleEntry } from './TitleEntry';
import { AT_EMPLOYER, GAP, wordsOf, type Word } from './wordsOf';

/** What a job title tells; `null` where it does not tell. */
export interface RecognisedTitle {
	seniority: Seniority | null;
	decisionRole: DecisionRole | null;
	department: Department | null;
}

/** Words of titles, made ready to look up. */
export interface TitleTables {
	own: PhraseIndex<TitleEntry>;
	levels: PhraseIndex<TitleEntry>;
	departments: PhraseIndex<TitleEntry>;
	decisionRoles: DecisionRoles;
}

type Hit = PhraseHit<TitleEntry>;

export const NOTHING_RECOGNISED: Readonly<RecognisedTitle> = Object.freeze({
	seniority: null,
	decisionRole: null,
	department: null,
});

function* phrasesOf(entries: Iterable<TitleEntry>): Generator<Phrase<TitleEntry>> {
	for (const means of entries) {
		for (const words of means.words) {
			yield { words, means, last: means.last, tight: means.tight };
		}
	}
}

const namesLevel = ({ seniority, effect }: TitleEntry) =>
	seniority !== undefined || effect !== undefined;

/**
 * Makes tables ready to look up.
 *
 * @param own the user's entries: words that they name are not looked up in the others
 */
export function titleTables(
	own: readonly TitleEntry[],
	others: readonly TitleEntry[],
	decisionRoles: DecisionRoles,
): TitleTables {
	return {
		own: new PhraseIndex(phrasesOf(own)),
		levels: new PhraseIndex(phrasesOf(others.filter(namesLevel))),
		departments: new PhraseIndex(phrasesOf(others.filter((entry) => !namesLevel(entry)))),
		decisionRoles,
	};
}

const byPlace = (a: Hit, b: Hit) => a.from - b.from;

/** Marks the words of some hits. */
function wordsTaken(words: readonly Word[], hits: readonly Hit[]): Uint8Array | undefined {
	if (hits.length === 0) return undefined;
	const taken = new Uint8Array(words.length);
	for (const { from, to } of hits) taken.fill(1, from, to);
	return taken;
}

const rank = (seniority: Seniority) => SENIORITIES.indexOf(seniority);

/** The level one step below, for deputies; they stay above the specialists. */
function oneStepBelow(seniority: Seniority): Seniority {
	if (seniority === 'owner') return 'cLevel';
	const below = rank(seniority) + 1;
	return below <= rank('senior') ? SENIORITIES[below]! : seniority;
}

/** The first word from `from` on that stands behind such a gap; past the last one where there is none. */
function nextGap(words: readonly Word[], from: number, gap: number): number {
	let to = from;
	while (to < words.length && words[to]!.gap < gap) to++;
	return to;
}

/** Where what a word belongs to begins, by such a gap. */
function lastGap(words: readonly Word[], at: number, gap: number): number {
	let from = at;
	while (from > 0 && words[from]!.gap < gap) from--;
	return from;
}

/** Marks the words that say nothing of the person: former work, whom an assistant works for, the employer. */
function otherPeoplesWords(words: readonly Word[], levels: readonly Hit[]) {
	const levelBlocked = new Uint8Array(words.length);
	const departmentBlocked = new Uint8Array(words.length);
	for (const { means, from, to } of levels) {
		if (means.effect === 'past' && !levelBlocked[from]) {
			const end = nextGap(words, to, GAP.comma);
			levelBlocked.fill(1, from, end);
			departmentBlocked.fill(1, from, end);
		} else if (means.effect === 'assists' && !levelBlocked[from]) {
			levelBlocked.fill(1, lastGap(words, from, GAP.and), from);
			levelBlocked.fill(1, to, nextGap(words, to, GAP.line));
		}
	}
	for (let at = 1; at < words.length; at++) {
		if (!AT_EMPLOYER.has(words[at]!.text)) continue;
		const end = nextGap(words, at + 1, GAP.comma);
		levelBlocked.fill(1, at, end);
		departmentBlocked.fill(1, at, end);
	}
	return { levelBlocked, departmentBlocked };
}

interface Level {
	seniority: Seniority;
	hit: Hit;
}

/** The level that one part of a title names, between two of "and", commas and lines. */
function levelOfPart(hits: readonly Hit[]): Level | undefined {
	const lowering = hits.filter(({ means }) => means.effect === 'lowers');
	const named = hits.filter(({ means }) => means.seniority);
	let best: Level | undefined;
	let lowest: Level | undefined;
	for (const hit of named) {
		let seniority = hit.means.seniority!;
		// "Deputy Director", "Directeur adjoint".
		if (
			lowering.some(({ from }) => from < hit.from) ||
			lowering.some(({ from }) => from === hit.to)
		) {
			seniority = oneStepBelow(seniority);
		}
		const level = { seniority, hit };
		if (!best || rank(seniority) < rank(best.seniority)) best = level;
		if (!lowest || rank(seniority) > rank(lowest.seniority)) lowest = level;
	}
	if (!best || !lowest) return undefined;
	// An intern is one whatever else stands there; who begins is no manager.
	if (lowest.seniority === 'intern') return lowest;
	if (lowest.seniority === 'entry' && rank(best.seniority) > rank('director')) return lowest;
	return best;
}

function highestLevel(words: readonly Word[], hits: readonly Hit[]): Level | undefined {
	let best: Level | undefined;
	for (let from = 0; from < words.length; ) {
		const to = nextGap(words, from + 1, GAP.and);
		const level = levelOfPart(hits.filter((hit) => hit.from >= from && hit.from < to));
		if (level && (!best || rank(level.seniority) < rank(best.seniority))) best = level;
		from = to;
	}
	return best;
}

/** The department named nearest to a level: with it, in its part, in its line, anywhere. */
function departmentOf(
	words: readonly Word[],
	level: Level | undefined,
	departments: readonly Hit[],
): Department | null {
	const leads = level !== undefined && rank(level.seniority) <= rank('cLevel');
	// "CFO", "Buyer": the level's own word names it, unless the user says otherwise.
	if (level && departments.includes(level.hit)) return level.hit.means.department ?? null;
	const firstIn = (from: number, to: number) => {
		const inside = departments.filter((hit) => hit.from >= from && hit.from < to);
		const hit = inside.find(({ means }) => !means.isWeak) ?? inside[0];
		return hit?.means.department ?? null;
	};
	if (!level) return firstIn(0, words.length);
	const { from, to } = level.hit;
	const near =
		firstIn(lastGap(words, from, GAP.and), nextGap(words, to, GAP.and)) ??
		firstIn(lastGap(words, from, GAP.line), nextGap(words, to, GAP.line));
	if (near) return near;
	// Who leads a company leads all of it, whatever the next line is about.
	return leads ? 'management' : firstIn(0, words.length);
}

/**
 * What a job title tells of the level, the department and the part in a purchase.
 *
 * By words of eleven languages, since none of the packages on npm that do this is kept up or knows
 * another language than English. Of several titles the highest counts ("Founder & CEO" is an owner);
 * former work, the employer and whom an assistant works for do not count; who is retired, looking for
 * work or no longer what the title says is nothing known. A student is at the beginning (`entry`), and
 * so is an assistant; deputies stand one step below. Words of the user's own decide what they name.
 *
 * @example
 * recogniseTitle('Leiter Einkauf (m/w/d)', tables)
 * //=> { seniority: 'director', decisionRole: 'decides', department: 'procurement' }
 */
export function recogniseTitle(title: string, tables: TitleTables): RecognisedTitle {
	const words = wordsOf(title);
	if (words.length === 0) return NOTHING_RECOGNISED;
	const own = tables.own.hits(words);
	const ownLevels = own.filter(({ means }) => namesLevel(means));
	const all = [...ownLevels, ...tables.levels.hits(words, wordsTaken(words, ownLevels))].sort(
		byPlace,
	);
	if (all.some(({ means }) => means.effect === 'retired')) return NOTHING_RECOGNISED;
	const { levelBlocked, departmentBlocked } = otherPeoplesWords(words, all);
	const levels = all.filter(({ from }) => !levelBlocked[from]);
	const level = highestLevel(words, levels);
	const isAssistant = levels.some(({ means }) => means.effect === 'assists');
	const ownDepartments = own.filter(
		({ means, from }) => means.department !== undefined && !departmentBlocked[from],
	);
	const departments = [
		...levels,
		...tables.departments.hits(words, wordsTaken(words, ownDepartments)),
	].filter(
		({ means, from }) =>
			means.department &&
			!departmentBlocked[from] &&
			!(isAssistant && means.department === 'management'),
	);
	const seniority = level?.seniority ?? null;
	const chosen = ownDepartments.filter(({ means }) => means.department);
	const department = departmentOf(
		words,
		level,
		chosen.length > 0 ? chosen : departments.sort(byPlace),
	);
	const role = own.find(
		({ means, from }) => means.decisionRole !== undefined && !departmentBlocked[from],
	)?.means.decisionRole;
	const decisionRole =
		role === undefined ? decisionRoleOf(seniority, department, tables.decisionRoles) : role;
	return { seniority, decisionRole, department };
}
