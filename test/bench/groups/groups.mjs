import { classifyGroup } from './classifyGroup.mjs';
import { lapseGroup } from './lapseGroup.mjs';
import { scoreGroup } from './scoreGroup.mjs';
import { splitGroup } from './splitGroup.mjs';

/**
 * What is measured together, made for a scale: 1, or less for a shorter run with fewer items. Each
 * group gives
 *
 * - `makeRecords`: the JSON of a given number of items, the same in every run,
 * - `comparisons`: a run of ours and a run of a peer, with the budget,
 * - `growth`: runs of ours of growing size,
 * - `heaps`: runs whose heap is measured.
 *
 * A run is `{ node, items }`; one that stands in several places is measured once.
 */
export const GROUPS = {
	split: splitGroup,
	score: scoreGroup,
	classify: classifyGroup,
	lapse: lapseGroup,
};
