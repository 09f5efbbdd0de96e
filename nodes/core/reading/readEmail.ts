import { isBlank, notRead, read, type Reading } from './Reading';

const ADDRESS_IN_BRACKETS = /<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+)\s*>\s*$/i;
const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;
const BEYOND_ASCII = /[^ -~]/;

/** The domain as mail servers know it: `bücher.example` is `xn--bcher-kva.example`. */
function asciiDomain(domain: string): string {
	// An address with more behind its domain is compared as it stands.
	if (!BEYOND_ASCII.test(domain) || /[/:?#]/.test(domain)) return domain;
	try {
		return new URL(`http://${domain}`).hostname;
	} catch {
		return domain;
	}
}

/** How addresses are told apart. */
export interface EmailPolicy {
	/** Whether `name+tag@shop.example` is the same person as `name@shop.example`. */
	ignorePlusTags: boolean;
}

/**
 * Reads an e-mail address into the form in which addresses are compared: trimmed, in lower case, its
 * domain in ASCII, without `mailto:` or the name around it.
 *
 * Dots stay, as they tell people apart with most providers. A plus tag stays unless the policy drops
 * it. `missing` for a blank value, `unreadable` for all that is no address.
 *
 * @example
 * readEmail(' Anna+News@Shop.Example ') //=> { ok: true, value: 'anna+news@shop.example' }
 */
export function readEmail(value: unknown, policy?: EmailPolicy): Reading<string> {
	if (isBlank(value)) return notRead('missing');
	if (typeof value !== 'string') return notRead('unreadable');
	const text = value.trim();
	const inBrackets = text.includes('<') ? ADDRESS_IN_BRACKETS.exec(text)?.[1] : undefined;
	const address = (inBrackets ?? text.replace(/^mailto:/i, '')).toLowerCase();
	if (!ADDRESS.test(address)) return notRead('unreadable');
	const at = address.lastIndexOf('@');
	const plus = policy?.ignorePlusTags ? address.indexOf('+') : -1;
	// Most addresses are in that form already.
	if (plus < 0 && !BEYOND_ASCII.test(address)) return read(address);
	const name = address.slice(0, plus > 0 && plus < at ? plus : at);
	return read(`${name}@${asciiDomain(address.slice(at + 1))}`);
}
