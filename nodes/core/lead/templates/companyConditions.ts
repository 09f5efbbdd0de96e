import type { LeadCondition } from '../LeadModel';

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** A domain as people paste it: without the scheme, `www.` and what comes behind it. */
function domainIn(text: string): string | undefined {
	const bare = text
		.replace(/^(?:https?:\/\/)?(?:www\.)?/i, '')
		.replace(/^.*@/, '')
		.replace(/[/?#].*$/, '');
	return /^[^\s.]+(?:\.[^\s.]+)*\.[a-z]{2,}$/iu.test(bare) ? bare : undefined;
}

/**
 * Conditions that somebody is from one of these companies; any of them is enough.
 *
 * A name counts where it stands as whole words in the company's name ("Acme" in "Acme GmbH", not in
 * "Acmeon"), a domain in the mail address or website, also with a subdomain.
 */
export function companyConditions(companies: readonly string[]): LeadCondition[] {
	const given = companies.map((one) => one.trim()).filter((one) => one !== '');
	const domains = given.flatMap((one) => domainIn(one) ?? []).map(escaped);
	// Some companies are called by their domain.
	const names = given.map((one) => escaped(domainIn(one) ?? one));
	const conditions: LeadCondition[] = [];
	if (names.length > 0) {
		const value = `/(^|[^\\p{L}\\p{N}])(${names.join('|')})($|[^\\p{L}\\p{N}])/iu`;
		conditions.push({ attribute: 'company', operator: 'regex', type: 'string', value });
	}
	if (domains.length > 0) {
		const value = `/(^|[@.\\/])(${domains.join('|')})($|[:\\/?#])/iu`;
		conditions.push({ attribute: 'email', operator: 'regex', type: 'string', value });
		conditions.push({ attribute: 'website', operator: 'regex', type: 'string', value });
	}
	return conditions;
}
