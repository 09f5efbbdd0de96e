const ENTITIES: Readonly<Record<string, string>> = Object.freeze({
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
});

/**
 * A text that HTML shows as it is, between tags and in quoted attributes.
 *
 * @example
 * escapeHtml('<b>5 & 6</b>') //=> '&lt;b&gt;5 &amp; 6&lt;/b&gt;'
 */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
