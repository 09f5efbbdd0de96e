const LONE_SURROGATE = /[\ud800-\udfff]/gu;
const LEFT_BY_JAVASCRIPT = /[!'()*]/g;

function encoded(text: string): string {
	return encodeURIComponent(text.replace(LONE_SURROGATE, '\ufffd')).replace(
		LEFT_BY_JAVASCRIPT,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

/**
 * The query of an address, with every sign encoded that has a meaning in addresses: n8n's API turns away
 * queries in which one is left.
 *
 * @example queryText({ limit: 1, name: "O'Hara" }) //=> '?limit=1&name=O%27Hara'
 */
export function queryText(query: Readonly<Record<string, string | number>> = {}): string {
	const parts = Object.entries(query).map(([name, value]) => `${name}=${encoded(String(value))}`);
	return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
