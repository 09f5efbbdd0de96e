import fc from 'fast-check';

const PRESENCE = ['exists', 'notExists', 'empty', 'notEmpty'];
const EQUALITY = ['equals', 'notEquals'];
const LENGTHS = [
	'lengthEquals',
	'lengthNotEquals',
	'lengthGt',
	'lengthGte',
	'lengthLt',
	'lengthLte',
];

/** Every operation of n8n's filter control by type. */
const OPERATIONS = {
	string: [
		...PRESENCE,
		...EQUALITY,
		'contains',
		'notContains',
		'startsWith',
		'notStartsWith',
		'endsWith',
		'notEndsWith',
		'regex',
		'notRegex',
	],
	number: [...PRESENCE, ...EQUALITY, 'gt', 'gte', 'lt', 'lte'],
	boolean: [...PRESENCE, ...EQUALITY, 'true', 'false'],
	dateTime: [...PRESENCE, ...EQUALITY, 'after', 'before', 'afterOrEquals', 'beforeOrEquals'],
	array: [...PRESENCE, 'contains', 'notContains', ...LENGTHS],
	object: PRESENCE,
	any: PRESENCE,
};

/** Operations without a right side: n8n's editor marks them as such. */
const ONE_SIDED = [...PRESENCE, 'true', 'false'];

/** The operators as n8n's editor writes them. */
export const OPERATORS = Object.entries(OPERATIONS).flatMap(([type, operations]) =>
	operations.map((operation) => ({
		type,
		operation,
		...(ONE_SIDED.includes(operation) ? { singleValue: true } : {}),
		...(type === 'array' && /ontains$/.test(operation) ? { rightType: 'any' } : {}),
		...(LENGTHS.includes(operation) ? { rightType: 'number' } : {}),
	})),
);

const TEXTS = [
	...['', ' ', 'a', 'A', 'abc', 'ABC', 'bc ', 'a.b', 'a+b', 'a\nb', '(', "it's", '"quoted"', '😀'],
	...['straße', 'STRASSE', 'İstanbul', 'istanbul', 'ı', 'ΣΑΣ', 'σας', 'σασ', 'é', 'e\u0301', 'ﬁ'],
	...['null', 'undefined', '[]', '[1,2]', '["a"]', '{}', '{"a":1}'],
];
const NUMBER_TEXTS = [
	...['0', '1', '10', '010', '10.0', '10.5', ' 10 ', '1e1', '0x10', '-5', '+5', '1,000', '10 EUR'],
	...['NaN', 'Infinity', '-Infinity', '1e999', '9007199254740993', '１０'],
];
const NUMBERS = [0, 1, -1, -5, 2, 3, 5, 10, 10.5, 1e21, 1e-7, 0.1 + 0.2, 9007199254740991];
const BOOLEAN_TEXTS = ['true', 'false', 'TRUE', 'False', 'yes', 'no', 'on', 't'];
const DATES = [
	...['2026-03-01', '2026-03-01T00:00:00', '2026-03-01T00:00:00Z', '2026-03-01T00:00:00.000Z'],
	...['2026-03-01T01:00:00+01:00', '2026-03-01 00:00', '2026-W09-7', '2026-060', '20260301'],
	...[
		'01/03/2026',
		'1/3/2026',
		'03/31/2026',
		'1.3.2026',
		'1 March 2026',
		'March 1, 2026',
		'March 2026',
	],
	...[
		'Sun, 01 Mar 2026 00:00:00 GMT',
		'2026-02-30',
		'2026-03-29T02:30:00',
		'2024-02-29',
		'12:30',
		'2026',
	],
	...[
		'1772323200',
		'1772323200000',
		1772323200,
		1772323200000,
		'today',
		'0000-00-00',
		'10000-01-01',
	],
];
const LISTS = [
	...[[], [1], [1, 2, 3], ['a'], ['A', 'b'], ['a.b', ''], [null], ['10', 10], [[1]], [{}], [true]],
	...[['straße', 'σας'], ['2026-03-01']],
];
const OBJECTS = [{}, { a: 1 }, { a: null }, { length: 3 }, { a: { b: 'c' } }];

/** Stands for a field that an item does not have. */
export const ABSENT = { isAbsent: true };

const anyText = fc.oneof(
	fc.constantFrom(...TEXTS),
	fc.constantFrom(...NUMBER_TEXTS),
	fc.stringMatching(/^[aAbBİß0-9 .-]{0,4}$/),
);
const anyNumber = fc.oneof(
	fc.constantFrom(...NUMBERS),
	fc.integer({ min: -3, max: 12 }),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const anyDate = fc.oneof(
	fc.constantFrom(...DATES),
	fc
		.date({ min: new Date('2026-02-27'), max: new Date('2026-03-03'), noInvalidDate: true })
		.map((date) => date.toISOString()),
);
const anyFlag = fc.oneof(fc.boolean(), fc.constantFrom(...BOOLEAN_TEXTS, 0, 1, '0', '1'));
const anyList = fc.constantFrom(...LISTS);
const anyObject = fc.constantFrom(...OBJECTS);
const nothing = fc.constantFrom(null, ABSENT);

const anyValue = fc.oneof(
	{ weight: 4, arbitrary: anyText },
	{ weight: 3, arbitrary: anyNumber },
	{ weight: 3, arbitrary: anyDate },
	{ weight: 2, arbitrary: anyFlag },
	{ weight: 2, arbitrary: anyList },
	{ weight: 1, arbitrary: anyObject },
	{ weight: 1, arbitrary: nothing },
);

/** Values of a type, as people and other systems write them. */
const VALUES_BY_TYPE = {
	string: anyText,
	number: fc.oneof({ weight: 2, arbitrary: anyNumber }, fc.constantFrom(...NUMBER_TEXTS, '')),
	boolean: anyFlag,
	dateTime: anyDate,
	array: anyList,
	object: anyObject,
	any: anyValue,
};

const PATTERNS = ['a', '^a', '/A/i', '/b$/', '\\d+', '.*', '', '[', '(', '/a/q', '/σ/iu', 'ß'];
const MEMBERS = ['a', 'A', 'a.b', 'σας', 1, '10', 10, true, null, ''];

/** What an operator is given to compare with: mostly of its own type. */
function constantFor({ type, operation, rightType = type }) {
	if (operation === 'regex' || operation === 'notRegex') return fc.constantFrom(...PATTERNS);
	const own = rightType === 'any' ? fc.constantFrom(...MEMBERS) : VALUES_BY_TYPE[rightType];
	return fc
		.oneof({ weight: 8, arbitrary: own }, { weight: 1, arbitrary: anyValue })
		.filter((value) => value !== ABSENT);
}

/** How a field is asked for: as n8n's editor writes it, in other plain forms, and in expressions of one's own. */
const fieldExpression = (name) =>
	fc.oneof(
		{ weight: 7, arbitrary: fc.constant(`={{ $json.${name} }}`) },
		fc.constantFrom(
			`={{ $json['${name}'] }}`,
			`={{$json?.${name}}}`,
			"={{ $json.deep.in['the depth'] }}",
			'={{ $json["list"]?.[0].value }}',
			`={{ $json.${name} ?? 'none' }}`,
			`={{ $('Items').item.json.${name} }}`,
			`=a{{ $json.${name} }}`,
			`={{ DateTime.fromISO($json.${name}) }}`,
		),
	);

const CONSTANT_EXPRESSIONS = [
	...['={{ 5 + 5 }}', '={{ "a" + "b" }}', '={{ "2026-03-01" }}', '={{ true }}', '={{ null }}'],
	...['={{ [1, 2] }}', '=abc', '={{ $now }}', '={{ DateTime.fromISO("2026-03-01") }}'],
];

/** A condition with this operator, mostly on a field of its type. */
function conditionWith(operator) {
	const rightType = operator.rightType ?? operator.type;
	const rightValue = ONE_SIDED.includes(operator.operation)
		? fc.constant('')
		: fc.oneof(
				{ weight: 10, arbitrary: constantFor(operator) },
				{ weight: 3, arbitrary: fieldExpression(`${rightType}2`) },
				{ weight: 1, arbitrary: fc.constantFrom(...CONSTANT_EXPRESSIONS) },
			);
	const leftValue = fc.oneof(
		{ weight: 4, arbitrary: fieldExpression(`${operator.type}1`) },
		{ weight: 1, arbitrary: fieldExpression('any1') },
	);
	return fc.record({
		id: fc.constant('1'),
		leftValue,
		rightValue,
		operator: fc.constant(operator),
	});
}

/** Switch writes another version of its conditions with each of its own versions. */
export const SWITCH_VERSIONS = { 1: 3.1, 2: 3.2, 3: 3.4 };

const filterOptions = fc.record({
	caseSensitive: fc.boolean(),
	leftValue: fc.constant(''),
	typeValidation: fc.constantFrom('loose', 'loose', 'strict'),
	version: fc.constantFrom(1, 2, 3, 3, 3),
});

/** One condition of every operator, each with options of its own. */
export const oneOfEach = fc.tuple(
	...OPERATORS.map((operator) =>
		fc.record({ condition: conditionWith(operator), options: filterOptions }),
	),
);

/** The segments of one node, of conditions that are asked for by their place in a list. */
export function severalSegments(places) {
	const conditions = fc.array(fc.constantFrom(...places), { minLength: 1, maxLength: 3 });
	const segment = fc.record({ combinator: fc.constantFrom('and', 'or'), places: conditions });
	return fc.record({
		matchesAll: fc.boolean(),
		segments: fc.array(segment, { minLength: 2, maxLength: 4 }),
	});
}

const fields = Object.entries(VALUES_BY_TYPE).flatMap(([type, values]) => {
	const mostly = fc.oneof({ weight: 8, arbitrary: values }, nothing);
	return ['1', '2'].map((side) => [`${type}${side}`, mostly]);
});

/** The fields of an item: two of each type, some of them nowhere. */
export const itemFields = fc
	.record({
		...Object.fromEntries(fields),
		deep: fc.oneof(nothing, fc.record({ in: fc.record({ 'the depth': anyValue }) })),
		list: fc.oneof(nothing, anyList, fc.tuple(fc.record({ value: anyValue }))),
	})
	.map((item) =>
		JSON.parse(JSON.stringify(item, (_key, value) => (value === ABSENT ? undefined : value))),
	);
