import { setTimeout as wait } from 'node:timers/promises';
import { CONTACTS } from './winBackWorkflow.mjs';

const PATIENCE_MS = 900_000;
const OVERLAPPING = 4;

/** Waits until `isSo`; gives up when nothing of what `progress` tells has changed for a quarter of an hour. */
async function until(what, isSo, progress) {
	let last;
	let changedAt = Date.now();
	while (!(await isSo())) {
		const state = JSON.stringify(await progress());
		if (state !== last) [last, changedAt] = [state, Date.now()];
		if (Date.now() - changedAt > PATIENCE_MS)
			throw new Error(`Waited for ${what} in vain: ${state}`);
		await wait(100);
	}
}

/**
 * Runs the campaign in rounds: in each, n8n's schedule starts executions while others are at work, then the schedule is
 * switched off and the last execution awaited. `counts` tells what happened so far.
 */
export function createRounds({ n8n, api, workflowId, mailServer, database, queue, mails }) {
	const counts = { atOnce: 0, killed: new Set(), snapshots: [], roundStarts: [] };

	async function unfinished() {
		const rows = await database.query(
			"SELECT id FROM execution_entity WHERE status IN ('new', 'running')",
		);
		const ids = rows.map(({ id }) => String(id));
		const alive = ids.filter((id) => !counts.killed.has(id));
		counts.atOnce = Math.max(counts.atOnce, alive.length);
		return ids;
	}

	/** How many executions n8n has begun so far, also those that it does not keep. */
	async function begun() {
		const [{ begun: count }] = await database.query(
			'SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS begun FROM execution_entity_id_seq',
		);
		return Number(count);
	}

	const progress = async () => [
		mailServer.mails.length,
		mailServer.refused.length,
		await begun(),
		await unfinished(),
		await queue.length(),
	];

	/** Takes down who is confirmed in the memory, for later comparison with the mails that come after. */
	async function takeSnapshot() {
		const rows = await api.rowsOf(CONTACTS);
		const sent = rows.filter(({ contact_state: state }) => state === 'sent');
		const confirmed = new Set(sent.map(({ customer }) => customer));
		counts.snapshots.push({ confirmed, mails: mailServer.mails.length });
		return rows;
	}

	async function killWhoSends(mailsBefore) {
		let worker;
		const isSending = () => {
			if (mailServer.mails.length < mailsBefore) return false;
			const { execution } = mails().at(-1);
			worker = n8n.workers.find((one) => one.isBusyWith().includes(execution));
			return worker !== undefined;
		};
		await until('mails', isSending, progress);
		await worker.kill();
		for (const id of worker.isBusyWith()) counts.killed.add(id);
		console.log(
			`  killed ${worker.name} at mail ${mailServer.mails.length}, with executions ${worker.isBusyWith().join(', ')}`,
		);
		await takeSnapshot();
		await worker.start();
	}

	return {
		counts,
		/** One round; with `killAfter` the worker that sends is killed when so many mails have arrived in it. */
		async run({ killAfter } = {}) {
			const tried = () => mailServer.mails.length + mailServer.refused.length;
			const before = { begun: await begun(), mails: mailServer.mails.length, tried: tried() };
			counts.roundStarts.push(before.mails);
			await api.activate(workflowId);
			await until(
				'executions',
				async () => (await begun()) >= before.begun + OVERLAPPING,
				progress,
			);
			await api.deactivate(workflowId);
			if (killAfter !== undefined) await killWhoSends(before.mails + killAfter);
			const isIdle = async () => (await unfinished()).length === 0 && (await queue.length()) === 0;
			await until('the end of the executions', isIdle, progress);
			await takeSnapshot();
			return {
				executions: (await begun()) - before.begun,
				mails: mailServer.mails.length - before.mails,
				attempts: tried() - before.tried,
			};
		},
	};
}
