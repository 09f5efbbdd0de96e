import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

/**
 * What stands for a customer where keys are stored hashed: the HMAC-SHA-256 of the key by the secret,
 * in UTF-8, as 64 hexadecimal digits.
 *
 * The same key and secret always give the same text. Without a secret, who has the table can try out
 * addresses one after the other.
 */
export function hashedKey(customer: string, secret: string): string {
	return bytesToHex(hmac(sha256, secret, customer));
}
