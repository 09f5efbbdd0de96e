import path from 'node:path';
import { atEnd } from '../process/lifetime.mjs';
import { startMailServer } from './mailServer.mjs';
import { startTelegramServer } from './telegramServer.mjs';

const BOT_TOKEN = '100001:loopback';

/**
 * Starts a mail server and a Telegram look-alike on loopback that keep what they receive under `folder`, and gives the
 * credentials by which the example workflows find them.
 */
export async function startLoopback(folder) {
	const mailServer = await startMailServer(path.join(folder, 'mails'));
	const telegramServer = await startTelegramServer(path.join(folder, 'telegram'), BOT_TOKEN);
	atEnd(() => Promise.all([mailServer.stop(), telegramServer.stop()]));
	return {
		mailServer,
		telegramServer,
		credentials: [
			{
				id: 'demoSmtp',
				name: 'Demo SMTP',
				type: 'smtp',
				data: {
					host: mailServer.host,
					port: mailServer.port,
					secure: false,
					disableStartTls: true,
					user: '',
					password: '',
				},
			},
			{
				id: 'demoTelegram',
				name: 'Demo Telegram',
				type: 'telegramApi',
				data: { accessToken: BOT_TOKEN, baseUrl: telegramServer.url },
			},
		],
	};
}
