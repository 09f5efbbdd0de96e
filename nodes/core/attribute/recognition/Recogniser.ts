import { DECISION_ROLES_BY_DEFAULT } from './decisionRoleOf';
import { DEPARTMENT_ENTRIES } from './departmentEntries';
import { mailKindOf, mailTables, type MailTables } from './mailKindOf';
import {
	NOTHING_RECOGNISED,
	recogniseTitle,
	titleTables,
	type RecognisedTitle,
	type TitleTables,
} from './recogniseTitle';
import type { MailKind, Sector } from './recognised';
import { BUILT_IN_TABLES, type RecognitionTables } from './RecognitionTables';
import { sectorOf, sectorTables, type SectorTables } from './sectorOf';
import { SENIORITY_ENTRIES } from './seniorityEntries';

/**
 * Results that are kept of each kind. All go when there are more: a map that loses its oldest entry
 * each time gets slow.
 */
const KEPT_RESULTS = 50_000;
/** Longer texts are no titles, and their rest would say nothing. */
const LONGEST_TEXT = 400;

/** Results by what they were asked for: leads of one list share titles, industries and domains. */
class Kept<T> {
	private readonly results = new Map<string, T>();

	get(key: string, recognise: () => T): T {
		const known = this.results.get(key);
		if (known !== undefined) return known;
		const result = recognise();
		if (this.results.size >= KEPT_RESULTS) this.results.clear();
		this.results.set(key, result);
		return result;
	}
}

const shortened = (text: string) => text.slice(0, LONGEST_TEXT);

/**
 * Recognises what people write in many ways: levels, departments and parts in a purchase out of job
 * titles, sectors out of codes and names of industries, kinds of mail addresses. `null` for what is not
 * known; no value makes it throw.
 *
 * @example
 * new Recogniser().title('VP Sales')
 * //=> { seniority: 'vicePresident', decisionRole: 'decides', department: 'sales' }
 */
export class Recogniser {
	private readonly titles = new Kept<Readonly<RecognisedTitle>>();
	private readonly sectors = new Kept<{ sector: Sector | null }>();

	private titleTables: TitleTables | undefined;
	private sectorTables: SectorTables | undefined;
	private mailTables: MailTables | undefined;

	constructor(private readonly tables: RecognitionTables = BUILT_IN_TABLES) {}

	title(text: unknown): Readonly<RecognisedTitle> {
		if (typeof text !== 'string') return NOTHING_RECOGNISED;
		const title = shortened(text);
		return this.titles.get(title, () => {
			const { titles, replace, decisionRoles } = this.tables;
			// Made when first asked for: a model without rules on titles does not need them.
			this.titleTables ??= titleTables(
				titles,
				replace.includes('titles') ? [] : [...SENIORITY_ENTRIES, ...DEPARTMENT_ENTRIES],
				{ ...DECISION_ROLES_BY_DEFAULT, ...decisionRoles },
			);
			return Object.freeze(recogniseTitle(title, this.titleTables));
		});
	}

	/** By the NACE code, else by the SIC code, else by the name of the industry. */
	sector(of: { industry?: unknown; nace?: unknown; sic?: unknown }): Sector | null {
		return (
			this.sectorBy(of.nace, 'nace') ??
			this.sectorBy(of.sic, 'sic') ??
			this.sectorBy(of.industry, undefined)
		);
	}

	private sectorBy(value: unknown, system: 'nace' | 'sic' | undefined): Sector | null {
		if (typeof value !== 'string' && typeof value !== 'number') return null;
		const text = typeof value === 'string' ? shortened(value) : value;
		const key = `${system ?? ''}|${typeof value}|${text}`;
		return this.sectors.get(key, () => {
			const { sectors, replace } = this.tables;
			this.sectorTables ??= sectorTables(sectors, replace.includes('sectors'));
			return { sector: sectorOf(text, system, this.sectorTables) };
		}).sector;
	}

	/** Not kept by address, as hardly two leads have the same; the look-up is as quick. */
	mailKind(email: unknown): MailKind | null {
		const { replace, ...tables } = this.tables;
		this.mailTables ??= mailTables(
			{
				business: tables.businessDomains,
				disposable: tables.disposableDomains,
				education: tables.educationDomains,
				free: tables.freeMailDomains,
			},
			(kind) =>
				(kind === 'free' && replace.includes('freeMailDomains')) ||
				(kind === 'disposable' && replace.includes('disposableDomains')) ||
				(kind === 'education' && replace.includes('educationDomains')),
		);
		return mailKindOf(email, this.mailTables);
	}
}
