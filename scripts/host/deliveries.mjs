import { itemsOf } from './runData.mjs';

function itemsOfType(run, workflow, type) {
	return workflow.nodes
		.filter((node) => node.type === type)
		.flatMap(({ name }) => itemsOf(run, name).map(({ json }) => ({ node: name, json })));
}

/** What n8n says it sent in a run: mails by message id, Telegram messages, and the sends that did not go through. */
export function sentIn(run, workflow) {
	const mails = itemsOfType(run, workflow, 'n8n-nodes-base.emailSend');
	const messages = itemsOfType(run, workflow, 'n8n-nodes-base.telegram');
	return {
		mails: mails.flatMap(({ node, json }) =>
			json.messageId ? [{ node, messageId: json.messageId }] : [],
		),
		messages: messages.flatMap(({ node, json }) =>
			json.ok ? [{ node, chatId: String(json.result.chat.id), text: json.result.text }] : [],
		),
		refused: [...mails, ...messages].flatMap(({ node, json }) =>
			json.error ? [{ node, reason: json.error.message ?? json.error }] : [],
		),
	};
}

function leftOver(these, others, keyOf) {
	const open = others.map(keyOf);
	return these.filter((one) => {
		const at = open.indexOf(keyOf(one));
		if (at >= 0) open.splice(at, 1);
		return at < 0;
	});
}

const keyOfMail = ({ messageId }) => messageId;
const keyOfMessage = ({ chatId, text }) => `${chatId}\n${text}`;

/** How what was sent and what was received differ, one sentence each; nothing when every send arrived exactly once. */
export function differences(sent, { mails, messages }) {
	return [
		[leftOver(sent.mails, mails, keyOfMail), 'sent as mail but not received'],
		[leftOver(mails, sent.mails, keyOfMail), 'received as mail but not sent by the run'],
		[leftOver(sent.messages, messages, keyOfMessage), 'sent to Telegram but not received'],
		[
			leftOver(messages, sent.messages, keyOfMessage),
			'received by Telegram but not sent by the run',
		],
	].flatMap(([some, what]) => (some.length > 0 ? [`${some.length} ${what}`] : []));
}
