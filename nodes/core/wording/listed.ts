/**
 * Parts in a row as people say them, the last one after "and", or another word.
 *
 * @example
 * listed(['gold', 'silver', 'bronze']) //=> 'gold, silver and bronze'
 */
export function listed(parts: readonly string[], word: 'and' | 'or' = 'and'): string {
	if (parts.length < 2) return parts.join('');
	return `${parts.slice(0, -1).join(', ')} ${word} ${parts[parts.length - 1]!}`;
}
