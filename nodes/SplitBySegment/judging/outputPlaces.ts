/** What decides where the outputs of the node stand. */
export interface OutputSettings {
	isSingleOutput: boolean;
	hasSuppressedOutput: boolean;
	hasReportOutput: boolean;
}

/** The number of each output, as `segmentOutputs` names them. */
export interface OutputPlaces {
	/** How many outputs there are. */
	count: number;
	/** Everyone Else or, where there is a single output, everybody. */
	everyoneElse: 0;
	/** Undefined where there is no such output. */
	suppressed: number | undefined;
	report: number | undefined;
	/** The output of each group, in the order of the scheme. */
	ofGroups: readonly number[];
}

/**
 * Where items leave the node: everyone else, the suppressed, the report, then each group.
 *
 * @param groups how many groups the scheme has
 */
export function outputPlaces(
	{ isSingleOutput, hasSuppressedOutput, hasReportOutput }: OutputSettings,
	groups: number,
): OutputPlaces {
	const suppressed = hasSuppressedOutput ? 1 : undefined;
	const report = hasReportOutput ? 1 + Number(hasSuppressedOutput) : undefined;
	const first = 1 + Number(hasSuppressedOutput) + Number(hasReportOutput);
	return {
		count: first + (isSingleOutput ? 0 : groups),
		everyoneElse: 0,
		suppressed,
		report,
		ofGroups: Array.from({ length: groups }, (_, place) => (isSingleOutput ? 0 : first + place)),
	};
}
