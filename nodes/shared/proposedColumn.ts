import type { INodeExecutionData } from 'n8n-workflow';

const DATES = [
	/(?:order|invoice|purchase|bestell|rechnungs).*(?:date|datum|at)$/,
	/date|datum|fecha|data$/,
	/created|ordered|^at$/,
];
const AMOUNTS = [
	/^(?:grand)?total|amount|betrag|montant|importe|umsatz/,
	/revenue|price|preis|sum/,
];

/** What columns are usually called, by the parameter that asks for them; the first match is the best. */
const USUAL_NAMES: Readonly<Record<string, readonly RegExp[]>> = Object.freeze({
	'Customer Field': [
		/e-?mail|correo|courriel/,
		/^(?:customer|client|kunde|cliente|contact)(?:id|no|nr|number|key)?$/,
		/(?:customer|client|kunde|cliente)/,
	],
	'Order Date Field': DATES,
	'Amount Field': AMOUNTS,
	'Event Date Field': [/time|updated|modified|changed/, ...DATES],
	'Cart Value Field': [/value|wert/, ...AMOUNTS],
});

/**
 * The column of the first item that a field parameter most likely means, by its name; undefined where
 * none looks like it. It is proposed to the user, never taken.
 */
export function proposedColumn(
	label: string,
	items: readonly INodeExecutionData[],
): string | undefined {
	const names = Object.keys(items[0]?.json ?? {});
	const plain = (name: string) => name.toLowerCase().replace(/[\s_]+/g, '');
	for (const usual of USUAL_NAMES[label] ?? []) {
		const found = names.find((name) => usual.test(plain(name)));
		if (found !== undefined) return found;
	}
	return undefined;
}
