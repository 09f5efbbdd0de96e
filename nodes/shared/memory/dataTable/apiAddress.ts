/**
 * The address of n8n's API as the requests need it, from what a person writes: with `/api/v1` behind it and
 * without a slash at the end. What already ends with a version is left as it is, so that another path can be set.
 *
 * @example apiAddress('https://n8n.example.com/') //=> 'https://n8n.example.com/api/v1'
 */
export function apiAddress(baseUrl: string): string {
	const address = baseUrl.trim().replace(/\/+$/, '');
	return /\/v\d+$/.test(address) ? address : `${address}/api/v1`;
}
