import { once } from 'node:events';
import { createServer } from 'node:http';

/** Starts an HTTP server on a free port of loopback; `handle` answers each request. */
export async function listenOnLoopback(handle) {
	const server = createServer(handle).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${server.address().port}`,
		async stop() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}
