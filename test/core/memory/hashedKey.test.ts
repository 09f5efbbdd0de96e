import fc from 'fast-check';

import { hashedKey } from '../../../nodes/core/memory/hashedKey';

describe('hashedKey', () => {
	// RFC 4231, sections 4.3 and 4.4 in text, and the HMAC of two empty texts.
	it.each([
		[
			'what do ya want for nothing?',
			'Jefe',
			'5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
		],
		['', '', 'b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad'],
		[
			'Hi There',
			'\v'.repeat(20),
			'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
		],
	])('is the HMAC-SHA-256 of %j by the secret %j', (customer, secret, expected) => {
		expect(hashedKey(customer, secret)).toBe(expected);
	});

	it('tells customers and secrets apart, and hides both', () => {
		fc.assert(
			fc.property(fc.emailAddress(), fc.emailAddress(), fc.string(), fc.string(), (a, b, s, t) => {
				const hash = hashedKey(a, s);
				expect(hash).toMatch(/^[0-9a-f]{64}$/);
				expect(hashedKey(a, s)).toBe(hash);
				if (a !== b) expect(hashedKey(b, s)).not.toBe(hash);
				if (s !== t) expect(hashedKey(a, t)).not.toBe(hash);
			}),
		);
	});
});
