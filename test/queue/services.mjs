import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import path from 'node:path';
import { atEnd } from '../../scripts/process/lifetime.mjs';

const POSTGRES = {
	host: process.env.PGHOST ?? '127.0.0.1',
	port: Number(process.env.PGPORT ?? 5432),
};
const REDIS = {
	host: process.env.REDIS_HOST ?? '127.0.0.1',
	port: Number(process.env.REDIS_PORT ?? 6379),
};

function listens({ host, port }) {
	return new Promise((resolve) => {
		const socket = connect({ host, port, timeout: 2_000 });
		const answer = (isThere) => {
			socket.destroy();
			resolve(isThere);
		};
		socket.once('connect', () => answer(true));
		socket.once('timeout', () => answer(false));
		socket.once('error', () => answer(false));
	});
}

/** Which of the servers that queue mode needs do not answer, and where they were looked for. */
export async function missingServices() {
	const missing = [];
	for (const [name, place] of Object.entries({ PostgreSQL: POSTGRES, Redis: REDIS })) {
		if (!(await listens(place))) missing.push(`${name} on ${place.host}:${place.port}`);
	}
	return missing;
}

/** The drivers of both servers are those that n8n itself uses. */
function driversOf(hostFolder) {
	const require = createRequire(path.join(hostFolder, 'node_modules', 'n8n', 'package.json'));
	return { Client: require('pg').Client, Redis: require('ioredis') };
}

async function connectedAsAnyUser(Client) {
	const users = process.env.PGUSER ? [process.env.PGUSER] : ['postgres', userInfo().username];
	let refusal;
	for (const user of users) {
		const client = new Client({
			...POSTGRES,
			user,
			database: process.env.PGDATABASE ?? 'postgres',
		});
		try {
			await client.connect();
			return { client, user };
		} catch (error) {
			refusal = error;
		}
	}
	throw new Error(
		`PostgreSQL is there, but does not let ${users.join(' or ')} in: ${refusal.message}`,
	);
}

/** A database of PostgreSQL for this run only; it is dropped when the program ends. */
async function openDatabase(Client, name) {
	const { client: server, user } = await connectedAsAnyUser(Client);
	await server.query(`CREATE DATABASE "${name}"`);
	atEnd(async () => {
		await server.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
		await server.end();
	});
	const client = new Client({ ...POSTGRES, user, database: name });
	// Dropping the database ends the connection from the other side.
	client.on('error', () => {});
	await client.connect();
	atEnd(() => client.end());
	return {
		settings: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: POSTGRES.host,
			DB_POSTGRESDB_PORT: String(POSTGRES.port),
			DB_POSTGRESDB_USER: user,
			DB_POSTGRESDB_PASSWORD: process.env.PGPASSWORD ?? '',
			DB_POSTGRESDB_DATABASE: name,
		},
		query: async (text, values) => (await client.query(text, values)).rows,
	};
}

/** A queue in Redis under a name of its own; its keys are deleted when the program ends. */
async function openQueue(Redis, prefix) {
	const redis = new Redis({ ...REDIS, lazyConnect: true });
	await redis.connect();
	atEnd(async () => {
		const keys = await redis.keys(`*${prefix}*`);
		if (keys.length > 0) await redis.del(keys);
		redis.disconnect();
	});
	return {
		settings: {
			QUEUE_BULL_REDIS_HOST: REDIS.host,
			QUEUE_BULL_REDIS_PORT: String(REDIS.port),
			QUEUE_BULL_PREFIX: prefix,
			N8N_REDIS_KEY_PREFIX: prefix,
		},
		/** How many executions wait in the queue or are held by a worker, as far as Redis knows. */
		async length() {
			const [list] = [`${prefix}:jobs`];
			const counts = await Promise.all([
				redis.llen(`${list}:wait`),
				redis.llen(`${list}:active`),
				redis.zcard(`${list}:delayed`),
			]);
			return counts.reduce((sum, count) => sum + count, 0);
		},
	};
}

/** A database and a queue for this run only, with the settings by which n8n finds them. */
export async function openServices(hostFolder) {
	const { Client, Redis } = driversOf(hostFolder);
	const name = `customer_segmentation_${randomBytes(6).toString('hex')}`;
	const database = await openDatabase(Client, name);
	const queue = await openQueue(Redis, name);
	return { database, queue, settings: { ...database.settings, ...queue.settings } };
}
