/** What can be wrong with a configuration, as permanent codes. */
export type SegmentationErrorCode =
	| 'alwaysClosed'
	| 'alwaysQuiet'
	| 'ambiguousTable'
	| 'busyMemory'
	| 'conflictingLimits'
	| 'duplicateSegmentName'
	| 'emptyModel'
	| 'emptyName'
	| 'invalidBands'
	| 'invalidClosing'
	| 'invalidCondition'
	| 'invalidFieldPath'
	| 'invalidForecast'
	| 'invalidModel'
	| 'invalidPolicy'
	| 'invalidRfm'
	| 'invalidTiers'
	| 'memoryFull'
	| 'memoryNotAllowed'
	| 'memoryNotFound'
	| 'memoryRefused'
	| 'memoryTooLarge'
	| 'memoryUnreachable'
	| 'tooFewLeads'
	| 'tooManySegments'
	| 'unknownTimeZone'
	| 'unusableTable';

/**
 * The one error of the domain: a configuration that cannot be worked with.
 *
 * `message` says in one sentence what happened, `hint` says what to change. Records that cannot be
 * read are no errors: readers return them as problems, so that a run goes on without them.
 */
export class SegmentationError extends Error {
	constructor(
		readonly code: SegmentationErrorCode,
		message: string,
		readonly hint: string,
	) {
		super(message);
		this.name = 'SegmentationError';
	}
}
