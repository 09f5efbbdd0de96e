import fc from 'fast-check';

import { readEmail } from '../../../nodes/core/reading/readEmail';

function emailOf(value: unknown, ignorePlusTags = false): string {
	const reading = readEmail(value, { ignorePlusTags });
	return reading.ok ? reading.value : reading.problem;
}

describe('readEmail', () => {
	// Source: docstring of readEmail; forms that mail programs, links and sheets carry (RFC 5322,
	// RFC 6068, RFC 5891).
	it.each<[unknown, string, string]>([
		[' Anna+News@Shop.Example ', 'anna+news@shop.example', 'docstring'],
		['anna@shop.example', 'anna@shop.example', 'plain'],
		['\u00a0anna@shop.example\n', 'anna@shop.example', 'no-break space out of a sheet'],
		['mailto:Anna@Shop.Example', 'anna@shop.example', 'link'],
		['MAILTO:anna@shop.example', 'anna@shop.example', 'link in capitals'],
		['Anna Berg <anna@shop.example>', 'anna@shop.example', 'name around it'],
		['"Berg, Anna" <Anna@Shop.Example>', 'anna@shop.example', 'quoted name'],
		['"anna@old.example" <anna@shop.example>', 'anna@shop.example', 'kills: the first address'],
		['<mailto:anna@shop.example>', 'anna@shop.example', 'link in brackets'],
		['< anna@shop.example > ', 'anna@shop.example', 'white space in brackets'],
		['anna@bücher.example', 'anna@xn--bcher-kva.example', 'docstring of asciiDomain'],
		['anna@BÜCHER.example', 'anna@xn--bcher-kva.example', 'capitals beyond ASCII'],
		['anna@xn--bcher-kva.example', 'anna@xn--bcher-kva.example', 'the same in ASCII'],
		['jörg@shop.example', 'jörg@shop.example', 'kills: the name in ASCII, too'],
		['a.n.n.a@shop.example', 'a.n.n.a@shop.example', 'kills: dots dropped'],
		['anna@localhost', 'anna@localhost', 'a domain without a dot'],
	])('%p as %p (%s)', (value, expected) => {
		expect(emailOf(value)).toBe(expected);
		expect(readEmail(value)).toEqual({ ok: true, value: expected });
	});

	// Source: comment of EmailPolicy.ignorePlusTags.
	it.each<[string, string, string]>([
		['anna+news@shop.example', 'anna@shop.example', 'one tag'],
		['anna+news+more@shop.example', 'anna@shop.example', 'kills: the last plus'],
		['Anna Berg <anna+news@shop.example>', 'anna@shop.example', 'name around it'],
		['+anna@shop.example', '+anna@shop.example', 'kills: a name of nothing'],
		['anna@shop+bar.example', 'anna@shop+bar.example', 'kills: a plus of the domain'],
		['anna@shop.example', 'anna@shop.example', 'no tag'],
	])('%p as %p where plus tags are dropped (%s)', (value, expected) => {
		expect(emailOf(value, true)).toBe(expected);
	});

	it.each<[unknown, string, string]>([
		['', 'missing', 'blank'],
		[' \t', 'missing', 'blank'],
		[null, 'missing', 'null'],
		[undefined, 'missing', 'absent'],
		['anna', 'unreadable', 'no sign'],
		['anna@', 'unreadable', 'no domain'],
		['@shop.example', 'unreadable', 'no name'],
		['anna@shop@example', 'unreadable', 'two signs'],
		['anna berg@shop.example', 'unreadable', 'white space inside'],
		['a@shop.example, b@shop.example', 'unreadable', 'two addresses'],
		['Anna <anna>', 'unreadable', 'no address in brackets'],
		[4711, 'unreadable', 'number'],
		[true, 'unreadable', 'boolean'],
		[['anna@shop.example'], 'unreadable', 'list'],
		[{ email: 'anna@shop.example' }, 'unreadable', 'record'],
	])('refuses %p: %s (%s)', (value, problem) => {
		expect(emailOf(value)).toBe(problem);
	});
});

describe('readEmail, laws', () => {
	const policy = fc.record({ ignorePlusTags: fc.boolean() });

	it('never throws, and reads its own result alike, for anything', () => {
		const text = fc.stringMatching(/^[ <>a-cA-C@.+:ü"]{0,20}$/);
		fc.assert(
			fc.property(fc.oneof(fc.anything(), text, fc.emailAddress()), policy, (value, rules) => {
				const first = readEmail(value, rules);
				if (first.ok) expect(readEmail(first.value, rules)).toEqual(first);
			}),
			{ numRuns: 2000 },
		);
	});

	it('reads one address in all its spellings alike', () => {
		fc.assert(
			fc.property(fc.emailAddress(), policy, (address, rules) => {
				const plain = readEmail(address, rules);
				expect(plain.ok).toBe(true);
				for (const spelling of [
					` ${address.toUpperCase()} `,
					`mailto:${address}`,
					`Anna Berg <${address}>`,
				]) {
					expect(readEmail(spelling, rules)).toEqual(plain);
				}
			}),
		);
	});

	it('tells different addresses apart, unless they differ by a tag that is to be dropped', () => {
		const name = fc.stringMatching(/^[a-z0-9.]{1,8}$/);
		fc.assert(
			fc.property(name, name, fc.stringMatching(/^[a-z0-9]{0,5}$/), (one, other, tag) => {
				const at = (text: string) => `${text}@shop.example`;
				expect(emailOf(at(one)) === emailOf(at(other))).toBe(one === other);
				expect(emailOf(at(`${one}+${tag}`), true)).toBe(emailOf(at(one), true));
				expect(emailOf(at(`${one}+${tag}`), false)).not.toBe(emailOf(at(one), false));
			}),
		);
	});
});
