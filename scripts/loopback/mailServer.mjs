import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

function fileName(number, recipient) {
	return `${String(number).padStart(4, '0')}-${recipient.replace(/[^\w.@+-]/g, '_')}.eml`;
}

function refusal() {
	return Object.assign(new Error('Try again later'), { responseCode: 451 });
}

/**
 * Starts an SMTP server on loopback that sends no mail on. Each mail it takes is kept as an .eml file in `folder` and as
 * `{ messageId, to, subject, text, html, file }` in `mails`, in the order of arrival. It takes every mail but every
 * `refuseEvery`th, which it turns away for now; `refused` holds the recipients of those.
 */
export async function startMailServer(folder, { refuseEvery = Infinity } = {}) {
	mkdirSync(folder, { recursive: true });
	const mails = [];
	const refused = [];
	let attempts = 0;

	async function receive(stream, session) {
		const source = await buffer(stream);
		attempts += 1;
		if (attempts % refuseEvery === 0) {
			refused.push(session.envelope.rcptTo.map(({ address }) => address).join(', '));
			throw refusal();
		}
		const { messageId, subject = '', text = '', html = '' } = await simpleParser(source);
		const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
		const file = path.join(folder, fileName(mails.length + 1, to));
		mails.push({ messageId, to, subject, text, html: html || '', file });
		writeFileSync(file, source);
	}

	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		disableReverseLookup: true,
		onData: (stream, session, done) => receive(stream, session).then(() => done(), done),
	});
	server.on('error', (error) => console.error(`Mail server: ${error.message}`));
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');

	return {
		host: '127.0.0.1',
		port: server.server.address().port,
		mails,
		refused,
		stop: () => new Promise((resolve) => server.close(resolve)),
	};
}
