import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { listenOnLoopback } from './listenOnLoopback.mjs';
import { sendJson } from './sendJson.mjs';

const BOT = { id: 100001, is_bot: true, first_name: 'Demo Shop', username: 'demo_shop_bot' };
const LONGEST_TEXT = 4096;

class Refusal extends Error {
	constructor(status, description) {
		super(description);
		this.status = status;
	}
}

function readFields(body, contentType = '') {
	if (!contentType.includes('json')) return Object.fromEntries(new URLSearchParams(body));
	try {
		return JSON.parse(body || '{}');
	} catch {
		throw new Refusal(400, "Bad Request: can't parse the body as JSON");
	}
}

/** Telegram refuses HTML with a bare "<" or a tag left open, as a name such as "Ann <3" makes one. */
function refuseOpenTag(message) {
	const starts = message.match(/<[a-z]/gi)?.length ?? 0;
	const ends = message.match(/<\//g)?.length ?? 0;
	const all = message.match(/</g)?.length ?? 0;
	if (starts !== ends || starts + ends !== all) {
		throw new Refusal(400, "Bad Request: can't parse entities: a tag is not closed");
	}
}

/** Telegram refuses legacy Markdown with an entity left open, as a lone underscore in an e-mail address makes one. */
function refuseOpenEntity(message) {
	const open = ['_', '*', '`'].find((mark) => message.split(mark).length % 2 === 0);
	if (open) throw new Refusal(400, `Bad Request: can't parse entities: no end for ${open}`);
}

function checkMessage({ chat_id: chatId, text: message, parse_mode: parseMode }) {
	if (chatId === undefined || chatId === '')
		throw new Refusal(400, 'Bad Request: chat_id is empty');
	if (!message) throw new Refusal(400, 'Bad Request: message text is empty');
	if (message.length > LONGEST_TEXT) throw new Refusal(400, 'Bad Request: message is too long');
	if (parseMode === 'Markdown') refuseOpenEntity(message);
	if (parseMode === 'HTML') refuseOpenTag(message);
}

/** The text as the chat shows it. */
function shownText({ text: message, parse_mode: parseMode }) {
	if (parseMode !== 'HTML') return message;
	return message
		.replace(/<[^>]*>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}

/**
 * Starts a look-alike of Telegram's Bot API on loopback that knows one bot token and the methods getMe and sendMessage.
 * Each message is kept as a text file in `folder` and as `{ chatId, text, file }` in `messages`, in the order of arrival.
 */
export async function startTelegramServer(folder, token) {
	mkdirSync(folder, { recursive: true });
	const messages = [];

	function sendMessage(fields) {
		checkMessage(fields);
		const id = messages.length + 1;
		const chatId = String(fields.chat_id);
		const shown = shownText(fields);
		const file = path.join(
			folder,
			`${String(id).padStart(4, '0')}-chat-${chatId.replace(/[^\w-]/g, '_')}.txt`,
		);
		messages.push({ chatId, text: shown, file });
		writeFileSync(file, `To chat ${chatId}\n\n${shown}\n`);
		return {
			message_id: id,
			from: BOT,
			chat: { id: Number(chatId), type: 'private' },
			date: Math.floor(Date.now() / 1000),
			text: shown,
		};
	}

	const methods = { getMe: () => BOT, sendMessage };

	async function answer(request) {
		const { pathname, searchParams } = new URL(request.url, 'http://loopback');
		const [, usedToken, method] = /^\/bot([^/]+)\/(\w+)$/.exec(pathname) ?? [];
		if (usedToken !== token) throw new Refusal(401, 'Unauthorized');
		if (!Object.hasOwn(methods, method)) throw new Refusal(404, 'Not Found');
		const body = readFields(await text(request), request.headers['content-type']);
		return methods[method]({ ...Object.fromEntries(searchParams), ...body });
	}

	const { url, stop } = await listenOnLoopback((request, response) => {
		answer(request).then(
			(result) => sendJson(response, 200, { ok: true, result }),
			({ status = 500, message }) =>
				sendJson(response, status, { ok: false, error_code: status, description: message }),
		);
	});
	return { url, messages, stop };
}
