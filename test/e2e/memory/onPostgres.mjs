import { randomBytes } from 'node:crypto';
import { createInstance } from '../../../scripts/host/createInstance.mjs';
import { ensureHost } from '../../../scripts/host/ensureHost.mjs';
import { startEditor } from '../../../scripts/host/startEditor.mjs';
import { runQuietly } from '../../../scripts/process/runQuietly.mjs';

const HOST = '127.0.0.1';
const PORT = '5432';
const USER = 'postgres';
const OWNER = { email: 'owner@shop.example', password: 'Corner-Coffee-1' };

function psql(statement) {
	return runQuietly('psql', ['-h', HOST, '-p', PORT, '-U', USER, '-c', statement, 'postgres'], {
		env: { ...process.env, PGCONNECT_TIMEOUT: '3' },
	});
}

/** Runs checks in an n8n on a database of its own in a PostgreSQL of this machine; says so where there is none. */
export async function onPostgres(checks) {
	const database = `memory_${randomBytes(6).toString('hex')}`;
	try {
		await psql(`CREATE DATABASE ${database}`);
	} catch {
		console.log(`  skipped: no PostgreSQL lets ${USER} in on ${HOST}:${PORT}`);
		return;
	}
	const instance = createInstance(await ensureHost());
	const { environment } = instance;
	instance.environment = async () => ({
		...(await environment()),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: HOST,
		DB_POSTGRESDB_PORT: PORT,
		DB_POSTGRESDB_USER: USER,
		DB_POSTGRESDB_DATABASE: database,
		DB_POSTGRESDB_POOL_SIZE: '10',
	});
	let editor;
	try {
		editor = await startEditor(instance, OWNER);
		await checks(editor);
	} finally {
		await editor?.stop();
		await psql(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
	}
}
