import assert from 'node:assert/strict';
import { textTable } from '../../scripts/demo/textTable.mjs';
import { whatStopped } from '../../scripts/host/executeWorkflow.mjs';
import { unflatten } from '../../scripts/host/unflatten.mjs';
import { showProgress } from '../../scripts/process/showProgress.mjs';
import { figuresOf } from './figuresOf.mjs';
import { BATCH, CONTACTS } from './winBackWorkflow.mjs';

/** Longer than a claim holds. */
const NEXT_ROUND_HOURS = 2;
const MOST_ROUNDS = 15;

/**
 * Rounds until one offers nobody any more: in the first the worker that sends is killed, before the second n8n is
 * stopped and started again.
 */
async function runCampaign({ n8n, shop, rounds, customers }) {
	const done = [];
	async function round(what, settings) {
		const result = await showProgress(`Round ${done.length + 1}${what}`, () =>
			rounds.run(settings),
		);
		done.push(result);
		console.log(
			`  ${result.executions} executions tried ${result.attempts} mails, ${result.mails} were sent`,
		);
	}

	await round(', with a worker killed in the middle', {
		killAfter: Math.floor(customers.lapsed.size / 5),
	});
	await showProgress('Stopping n8n, main and workers, and starting it again', async () => {
		await n8n.stop();
		await n8n.start();
	});
	do {
		shop.moveClock(NEXT_ROUND_HOURS);
		await round('');
	} while (done.at(-1).attempts > 0 && done.length < MOST_ROUNDS);
	return done;
}

function show(figures, done, { customers, mailServer, rounds }, seconds) {
	const { counts } = rounds;
	const lines = [
		['Customers', customers.size],
		['To be told: lapsed', customers.lapsed.size],
		['Rounds', done.length],
		['Executions', done.reduce((sum, { executions }) => sum + executions, 0)],
		['  most at once', counts.atOnce],
		['  killed with their worker', counts.killed.size],
		['Mails sent', figures.sent],
		['Mails turned away by the mail server', mailServer.refused.length],
		['Lapsed customers told', figures.told],
		['Forgotten', figures.forgotten.length],
		['Told though not lapsed', figures.notLapsed.length],
		['Duplicates', figures.duplicates.length],
		[
			'  sent before the kill, not confirmed yet',
			figures.duplicates.length - figures.unexplainedDuplicates.length,
		],
		['  among confirmed', figures.confirmedDuplicates.length],
		['Seconds', Math.round(seconds)],
	];
	console.log(`\n${textTable(['', 'Figure'], lines)}\n`);
}

export const title = 'Customer memory in queue mode: told once, never forgotten';

export async function verify(it, world) {
	const { n8n, api, database, mailServer, mails, customers, rounds } = world;
	const { lapsed } = customers;
	const { counts } = rounds;
	const started = performance.now();
	const done = await runCampaign(world);
	const rows = await api.rowsOf(CONTACTS);
	const figures = figuresOf({ mails: mails(), lapsed, ...counts });
	show(figures, done, world, (performance.now() - started) / 1000);

	await it('runs scheduled executions at the same time, on both workers', () => {
		assert.ok(counts.atOnce >= 2, `${counts.atOnce} at once`);
		for (const worker of n8n.workers) assert.notDeepEqual(worker.began(), [], worker.name);
	});

	await it('loses a worker in the middle of sending', () => {
		assert.notEqual(counts.killed.size, 0);
	});

	await it('has every tenth mail turned away', () => {
		const attempts = mailServer.mails.length + mailServer.refused.length;
		assert.equal(mailServer.refused.length, Math.floor(attempts / 10));
	});

	await it('ends no execution but those of the killed worker before their end', async () => {
		const stopped = await database.query(
			`SELECT id, status, data FROM execution_entity JOIN execution_data ON "executionId" = id
			WHERE status <> 'success'`,
		);
		const unexpected = stopped.filter(({ id }) => !counts.killed.has(String(id)));
		const reasons = unexpected.map(({ id, status, data }) => {
			const run = { data: unflatten(data) };
			return `${id} ${status} ${run.data.resultData.error ? whatStopped(run) : ''}`;
		});
		assert.deepEqual(reasons, []);
	});

	await it('offers nobody any more in the end', () => {
		assert.equal(done.at(-1).attempts, 0);
	});

	await it('forgets nobody', () => {
		assert.deepEqual(figures.forgotten, []);
	});

	await it('tells nobody who has not lapsed', () => {
		assert.deepEqual(figures.notLapsed, []);
	});

	await it('tells nobody again who is confirmed', () => {
		assert.deepEqual(figures.confirmedDuplicates, []);
	});

	await it('tells nobody twice but where the kill came between a mail and its confirmation', () => {
		assert.deepEqual(figures.unexplainedDuplicates, []);
	});

	await it(`tells at most one batch of ${BATCH} again for each execution that was killed`, () => {
		assert.ok(
			figures.duplicates.length <= BATCH * counts.killed.size,
			`${figures.duplicates.length} for ${counts.killed.size}`,
		);
	});

	await it('keeps one row for each customer, and all who were told as sent', () => {
		const names = rows.map(({ customer }) => customer);
		assert.equal(new Set(names).size, names.length, 'rows and customers');
		const sent = rows.filter(({ contact_state: state }) => state === 'sent');
		assert.deepEqual(sent.map(({ customer }) => customer).sort(), [...lapsed].sort());
	});

	await it('counts one contact for each who was told, and none for the others', () => {
		const contacts = Object.fromEntries(rows.map((row) => [row.customer, row.contacts ?? 0]));
		for (const customer of lapsed) assert.equal(contacts[customer], 1, customer);
		const others = rows.filter(({ customer }) => !lapsed.has(customer));
		for (const { customer } of others) assert.equal(contacts[customer], 0, customer);
	});

	await it('leaves no claim open', () => {
		assert.deepEqual(
			rows.filter(({ contact_state: state }) => state === 'claimed'),
			[],
		);
	});
}
