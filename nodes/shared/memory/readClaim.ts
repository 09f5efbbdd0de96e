import { z } from 'zod';

import { claimKey } from '../../core/memory/claimKey';
import type { Claim } from '../../core/memory/Contact';

const claimSchema = z.object({
	customer: z.string().min(1),
	campaign: z.string(),
	subject: z.string(),
	id: z.string().min(1),
	episode: z.string(),
	channel: z.string().nullable(),
	number: z.number().int().positive(),
});

/** The claim that a value is, also as JSON text; undefined where it is none. */
export function readClaim(value: unknown): Claim | undefined {
	const { success, data } = claimSchema.safeParse(
		typeof value === 'string' ? parsed(value) : value,
	);
	return success ? data : undefined;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** All claims among the results that the nodes of this package left in a record, each once. */
export function claimsIn(record: object): Claim[] {
	const claims = new Map<string, Claim>();
	for (const value of Object.values(record)) {
		if (typeof value !== 'object' || value === null || !('claim' in value)) continue;
		const claim = readClaim(value.claim);
		if (claim) claims.set(claimKey(claim), claim);
	}
	return [...claims.values()];
}
