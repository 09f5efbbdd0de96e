/**
 * What the mail server received, held against whom it should have received mails for.
 *
 * Mails are `{ to, episode, execution }` in the order of arrival. `snapshots` are `{ confirmed, mails }`: who was
 * confirmed in the memory when so many mails had arrived. `killed` holds the executions whose worker was killed, and
 * `roundStarts` how many mails had arrived when each round began: a claim that nobody confirms runs out between rounds.
 */
export function figuresOf({ mails, lapsed, snapshots, killed, roundStarts }) {
	const roundOf = (at) => roundStarts.findLastIndex((start) => start <= at);
	const firstMails = new Map();
	const duplicates = [];
	for (const [at, mail] of mails.entries()) {
		const key = `${mail.to}\n${mail.episode}`;
		const earlier = firstMails.get(key) ?? [];
		if (earlier.length > 0) duplicates.push({ at, mail, before: earlier.at(-1) });
		firstMails.set(key, [...earlier, { ...mail, at }]);
	}
	const told = new Set(mails.map(({ to }) => to));
	const wasConfirmed = ({ at, mail }) =>
		snapshots.some(({ confirmed, mails: count }) => at >= count && confirmed.has(mail.to));
	const isOfKill = ({ at, before }) =>
		killed.has(before.execution) && roundOf(before.at) < roundOf(at);
	return {
		sent: mails.length,
		told: [...told].filter((customer) => lapsed.has(customer)).length,
		forgotten: [...lapsed].filter((customer) => !told.has(customer)),
		notLapsed: [...told].filter((customer) => !lapsed.has(customer)),
		duplicates: duplicates.map(({ mail }) => mail.to),
		/** Told again although the memory said already that they were told. */
		confirmedDuplicates: duplicates.filter(wasConfirmed).map(({ mail }) => mail.to),
		/** Told again although the mail before was sent by an execution that lived on, or its claim still held. */
		unexplainedDuplicates: duplicates
			.filter((duplicate) => !isOfKill(duplicate))
			.map(({ mail, before }) => `${mail.to}: ${before.execution}, then ${mail.execution}`),
	};
}
