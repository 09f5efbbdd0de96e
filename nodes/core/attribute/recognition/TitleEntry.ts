import type { DecisionRole, Department, Seniority } from './recognised';

/** What a word of a title does to the others. */
export const TITLE_EFFECTS = [
	/** Works for whom the title names: "Assistant to the CEO". Whom it names does not count. */
	'assists',
	/** One step below what it stands with: "Deputy Director". */
	'lowers',
	/** No longer so: "former". What follows does not count. */
	'past',
	/** No longer at work: "retired". Nothing of the title counts. */
	'retired',
] as const;

export type TitleEffect = (typeof TITLE_EFFECTS)[number];

/** Words of job titles that mean the same. */
export interface TitleEntry {
	/** As in `Phrase`: "growth hacker", "закуп*", "*leiter". */
	words: readonly string[];
	/** `null` for words that only look like a level: they say nothing then. */
	seniority?: Seniority | null;
	department?: Department | null;
	decisionRole?: DecisionRole | null;
	effect?: TitleEffect;
	/** Only at the end of a part of the title. */
	last?: boolean;
	/** Without "to the" and its like between the words: "Assistant Director". */
	tight?: boolean;
	/** Names the department only where no other word does: "digital" in "Digital Marketing". */
	isWeak?: boolean;
}
