import { readEmail } from '../../reading/readEmail';
import { DISPOSABLE_DOMAINS, DISPOSABLE_NAME } from './disposableDomains';
import { EDUCATION_DOMAINS, EDUCATION_ENDING, EDUCATION_NAME } from './educationDomains';
import { FREE_MAIL_DOMAINS, FREE_MAIL_FAMILIES } from './freeMailDomains';
import type { MailKind } from './recognised';

/** Domains of the user's own, which come before the others; replaced kinds have no others. */
export interface MailTables {
	own: ReadonlyMap<string, MailKind>;
	known: ReadonlyMap<string, MailKind>;
	/** Kinds that are recognised by the form of a name as well. */
	byName: ReadonlySet<MailKind>;
}

/** A domain as mail addresses are read: lower case, ASCII, without "@" or "*." before it. */
function readDomain(text: string): string | undefined {
	const reading = readEmail(`x@${text.trim().replace(/^(?:@|\*\.|\.)+/, '')}`);
	return reading.ok ? reading.value.slice(2) : undefined;
}

/** Whether a text can be a domain: "firm.example", also with "@" before it. */
export function isDomain(text: string): boolean {
	return readDomain(text)?.includes('.') === true;
}

/**
 * Makes tables ready to look up.
 *
 * @param own the user's domains of each kind
 * @param isReplaced kinds for which the user's domains are all there is
 */
export function mailTables(
	own: Readonly<Record<MailKind, readonly string[]>>,
	isReplaced: (kind: MailKind) => boolean,
): MailTables {
	const kinds = ['business', 'disposable', 'education', 'free'] as const;
	const known = {
		free: FREE_MAIL_DOMAINS,
		education: EDUCATION_DOMAINS,
		disposable: DISPOSABLE_DOMAINS,
	};
	const ownDomains = new Map<string, MailKind>();
	for (const kind of kinds) {
		for (const text of own[kind]) {
			const domain = readDomain(text);
			if (domain !== undefined && !ownDomains.has(domain)) ownDomains.set(domain, kind);
		}
	}
	const knownKinds = (['free', 'education', 'disposable'] as const).filter(
		(kind) => !isReplaced(kind),
	);
	return {
		own: ownDomains,
		known: new Map(
			knownKinds.flatMap((kind) => known[kind].map((domain) => [domain, kind] as const)),
		),
		byName: new Set(knownKinds),
	};
}

/** `yahoo.com`, `yahoo.de`, `yahoo.co.uk`, `yahoo.com.br`, and subdomains of theirs. */
const OF_FAMILY = /(?:^|\.)([a-z]+)\.(?:(?:com?|org|net|ne)\.)?(?:[a-z]{2}|com|net|org|me)$/;

function byName(domain: string, kinds: ReadonlySet<MailKind>): MailKind | undefined {
	if (kinds.has('disposable') && DISPOSABLE_NAME.test(domain)) return 'disposable';
	if (kinds.has('education') && (EDUCATION_ENDING.test(domain) || EDUCATION_NAME.test(domain))) {
		return 'education';
	}
	const family = OF_FAMILY.exec(domain)?.[1];
	if (kinds.has('free') && family !== undefined && FREE_MAIL_FAMILIES.has(family)) return 'free';
	return undefined;
}

/** The kind of the domain or of the nearest one above it: `mail.firm.example` is of `firm.example`. */
function lookedUp(domain: string, kinds: ReadonlyMap<string, MailKind>): MailKind | undefined {
	if (kinds.size === 0) return undefined;
	for (let from = 0; ; ) {
		const kind = kinds.get(domain.slice(from));
		if (kind) return kind;
		const dot = domain.indexOf('.', from);
		if (dot < 0) return undefined;
		from = dot + 1;
	}
}

/**
 * Whether an e-mail address is of a company, a school or university, a mail service for anybody, or
 * one to throw away; null for what is no address on the internet.
 *
 * By lists of this package: those on npm are ten times the size of a node (`disposable-email-domains`
 * has 2.4 MB, `free-email-domains` 270 kB with throw-away services among it). What is on none of them
 * is a company's.
 *
 * @example
 * mailKindOf('Anna@Yahoo.co.uk', tables) //=> 'free'
 */
export function mailKindOf(email: unknown, tables: MailTables): MailKind | null {
	const reading = readEmail(email);
	if (!reading.ok) return null;
	const domain = reading.value.slice(reading.value.lastIndexOf('@') + 1).replace(/\.$/, '');
	if (!/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z][a-z0-9-]+$/.test(domain)) return null;
	return (
		lookedUp(domain, tables.own) ??
		lookedUp(domain, tables.known) ??
		byName(domain, tables.byName) ??
		'business'
	);
}
