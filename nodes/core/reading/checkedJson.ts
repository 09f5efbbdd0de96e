import type { z } from 'zod';

import { SegmentationError } from '../SegmentationError';
import { issueWording } from '../wording/issueWording';

/**
 * A value that comes as JSON, checked, with the defaults in place of what is not written.
 *
 * @param label the parameter it comes from, for the message
 * @param hint what to do about a value that cannot be used
 * @throws SegmentationError `invalidModel` that names the path of what cannot be used
 */
export function checkedJson<S extends z.ZodTypeAny>(
	schema: S,
	value: unknown,
	label: string,
	hint: string,
): z.output<S> {
	const result = schema.safeParse(value);
	if (result.success) return result.data as z.output<S>;
	const [issue] = result.error.issues;
	const more = result.error.issues.length - 1;
	throw new SegmentationError(
		'invalidModel',
		`${label} cannot be used: ${issue ? issueWording(issue) : 'not valid'}${more > 0 ? ` (and ${more} more)` : ''}`,
		hint,
	);
}
