import { itemsOf } from '../../scripts/host/runData.mjs';

/** The indexes of the items an item is linked to, whichever way the link is written. */
export function linksOf({ pairedItem }) {
	if (pairedItem === undefined) return [];
	return [pairedItem].flat().map((link) => (typeof link === 'number' ? link : link.item));
}

/**
 * The items of an earlier node from which an item came, found by its links alone, node for node. Throws where a link is
 * missing or points to nothing.
 */
export function sourcesOf(run, nodeName, item, ancestor) {
	if (nodeName === ancestor) return [item];
	const [{ source }] = run.data.resultData.runData[nodeName];
	const { previousNode, previousNodeOutput = 0 } = source[0];
	const links = linksOf(item);
	if (links.length === 0) throw new Error(`An item of "${nodeName}" is linked to nothing`);
	const previous = itemsOf(run, previousNode, previousNodeOutput);
	return links.flatMap((index) => {
		if (!previous[index])
			throw new Error(
				`An item of "${nodeName}" is linked to item ${index} of "${previousNode}", which has ${previous.length}`,
			);
		return sourcesOf(run, previousNode, previous[index], ancestor);
	});
}
