import {
	dependsOnItem,
	isExpression,
	namedFields,
	plainFieldKeys,
} from '../../nodes/shared/itemExpression';

describe('plainFieldKeys', () => {
	it.each<[string, string[]]>([
		['={{ $json.email }}', ['email']],
		['={{$json.customer.email}}', ['customer', 'email']],
		['={{ $json["last order"].date }}', ['last order', 'date']],
		["={{ $json['a.b'] }}", ['a.b']],
		['={{ $json.items[0].sku }}', ['items', '0', 'sku']],
		['={{ $json.customer?.email }}', ['customer', 'email']],
		['={{ $json.tags?.[1] }}', ['tags', '1']],
	])('reads %s', (expression, keys) => {
		expect(plainFieldKeys(expression)).toEqual(keys);
	});

	it.each([
		'={{ $json }}',
		'={{ $json.email.toLowerCase() }}',
		'={{ $json.a + $json.b }}',
		'=Hello {{ $json.name }}',
		// White space outside the braces makes n8n give text instead of the value.
		'={{ $json.email }} ',
		'= {{ $json.email }}',
		'={{ $json[key] }}',
		'={{ $json.a ?? $json.b }}',
		'={{ $("Node").item.json.email }}',
		'={{ $json["it\\"s"] }}',
	])('leaves %s to n8n', (expression) => {
		expect(plainFieldKeys(expression)).toBeUndefined();
	});
});

describe('dependsOnItem', () => {
	it.each([
		'={{ $json.a }}',
		'={{ $binary.file }}',
		'={{ $itemIndex }}',
		'={{ $input.item.json.a }}',
		"={{ $('Orders').item.json.a }}",
		"={{ $('Orders')['item'].json.a }}",
		"={{ $('Orders').itemMatching(0).json.a }}",
		'={{ $node["Orders"].json.a }}',
		'={{ $jmespath($json, "a") }}',
		'={{ $if($json.a, 1, 2) }}',
	])('%s can differ from item to item', (expression) => {
		expect(dependsOnItem(expression)).toBe(true);
	});

	it.each([
		'={{ $vars.days }}',
		'={{ $now.minus({ days: 1 }) }}',
		"={{ $('Settings').first().json.days }}",
		"={{ $('Settings').all().length }}",
		'={{ $input.first().json.days }}',
		'={{ $workflow.name }}',
		'={{ 1 + 1 }}',
	])('%s is the same for the whole run', (expression) => {
		expect(dependsOnItem(expression)).toBe(false);
	});
});

describe('isExpression', () => {
	it.each([
		['={{ 1 }}', true],
		['=text', true],
		['text', false],
		['', false],
		[7, false],
		[null, false],
	])('%p: %p', (raw, expected) => {
		expect(isExpression(raw)).toBe(expected);
	});
});

describe('namedFields', () => {
	it.each([
		['={{ $json.first + " " + $json["last"].trim() }}', ['first', 'last']],
		["={{ $json?.company?.size > 50 && $json['company'] }}", ['company']],
		['={{ ["rival.example"].includes($json.domain) }}', ['domain']],
		['={{ $now.minus({ days: 3 }) }}', []],
		['={{ Object.keys($json).length }}', []],
		['={{ $json.first + $json[$json.key] }}', []],
		['={{ $json.first + $("Other").item.json.last }}', []],
	])('of %s are %p', (expression, names) => {
		expect(namedFields(expression)).toEqual(names);
	});
});
