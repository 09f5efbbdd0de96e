import { listenOnLoopback } from './listenOnLoopback.mjs';
import { sendJson } from './sendJson.mjs';

/** Starts a shop on loopback: `GET /orders` answers with the given orders as a JSON array. */
export async function startOrdersServer(orders) {
	const { url, stop } = await listenOnLoopback((request, response) => {
		if (request.method === 'GET' && request.url === '/orders') sendJson(response, 200, orders);
		else sendJson(response, 404, { message: 'Only GET /orders is answered here' });
	});
	return { url: `${url}/orders`, stop };
}
