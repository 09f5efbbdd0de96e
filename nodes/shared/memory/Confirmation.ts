import { z } from 'zod';

import type { ConfirmationEffect } from '../../core/memory/confirmClaim';
import type { Claim } from '../../core/memory/Contact';

/** What became of a message. Names are permanent. */
export const outcomeSchema = z.enum(['sent', 'notSent']);

export type Outcome = z.infer<typeof outcomeSchema>;

/** What was taken down of a claim. */
export interface Confirmation {
	claim: Claim;
	outcome: Outcome;
	effect: ConfirmationEffect;
}
