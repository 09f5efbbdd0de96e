import { toPath } from 'es-toolkit/compat';

const PLAIN_FIELD =
	/^=\{\{\s*\$json((?:\??\.[A-Za-z_$][\w$]*|(?:\?\.)?\[\s*(?:'(?:[^'\\])*'|"(?:[^"\\])*"|\d+)\s*\])+)\s*\}\}$/;

const DEPENDS_ON_ITEM =
	/\$(?:json|binary|itemIndex|item|data|position|node)\b|\.\s*(?:item|itemMatching|pairedItem)\b|\[\s*['"`](?:item|pairedItem)['"`]\s*\]/;

/** Whether a raw parameter value is an expression. */
export function isExpression(raw: unknown): raw is string {
	return typeof raw === 'string' && raw.startsWith('=');
}

/**
 * The keys that an expression of the plain form `={{ $json.a.b }}` reads, in dot or bracket form;
 * undefined for every other expression.
 *
 * @example
 * plainFieldKeys('={{ $json["last order"].date }}') //=> ['last order', 'date']
 */
export function plainFieldKeys(expression: string): string[] | undefined {
	const match = PLAIN_FIELD.exec(expression);
	return match?.[1]
		? toPath(match[1].replace(/('[^']*'|"[^"]*")|\?\.(?=\[)|\?(?=\.)/g, '$1').replace(/^\./, ''))
		: undefined;
}

const NAMED_FIELD =
	/\$json(?:\??\.([A-Za-z_$][\w$]*)|(?:\?\.)?\[\s*(?:'((?:[^'\\])*)'|"((?:[^"\\])*)")\s*\])?/g;

/**
 * The names of the fields of the item that an expression asks for by `$json.name`, each once; none where
 * it asks for something of the item in another way, so that they would not be all.
 *
 * @example
 * namedFields('={{ $json.first + " " + $json["last"].trim() }}') //=> ['first', 'last']
 */
export function namedFields(expression: string): string[] {
	const names = new Set<string>();
	const rest = expression.replace(NAMED_FIELD, (all, ...[dotted, single, double]: string[]) => {
		const name = dotted ?? single ?? double;
		if (name === undefined) return all;
		names.add(name);
		return '';
	});
	return dependsOnItem(rest) ? [] : [...names];
}

/**
 * Whether an expression can give another value for another item.
 *
 * What refers to no item (`$vars`, `$now`, `$('Settings').first()`) is the same for the whole run.
 */
export function dependsOnItem(expression: string): boolean {
	return DEPENDS_ON_ITEM.test(expression);
}
