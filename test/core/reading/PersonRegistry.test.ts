import fc from 'fast-check';

import {
	IDENTIFIER_KINDS,
	PersonRegistry,
	type IdentifierKind,
	type Identifiers,
	type IdentityPolicy,
} from '../../../nodes/core/reading/PersonRegistry';

const USUAL: IdentityPolicy = { prefer: 'email', joinBy: ['email', 'id'] };
const ALL: IdentityPolicy = { prefer: 'email', joinBy: ['email', 'id', 'phone'] };

type RecordOfPerson = readonly [identifiers: Identifiers, at: number];

/** The customer key of each record; undefined for a record that tells of nobody. */
function keysOf(records: readonly RecordOfPerson[], policy = USUAL) {
	const registry = new PersonRegistry(policy);
	const handles = records.map(([identifiers, at]) => registry.register(identifiers, at));
	const keys = registry.keys();
	return handles.map((handle) =>
		handle === undefined ? undefined : keys.get(registry.personOf(handle)),
	);
}

/** The keys of records that all have the same age. */
function keysAtOnce(records: readonly Identifiers[], policy = USUAL) {
	return keysOf(
		records.map((record) => [record, 5]),
		policy,
	);
}

const A = 'anna@shop.example';
const B = 'ben@shop.example';

describe('PersonRegistry joins', () => {
	// Source: docstring of PersonRegistry, of IdentityPolicy and of `register`.
	it.each<[string, IdentityPolicy, Identifiers[], Array<string | undefined>]>([
		['a guest order to the account', USUAL, [{ id: '7', email: A }, { email: A }], [A, A]],
		['also where it came first', USUAL, [{ email: A }, { id: '7', email: A }], [A, A]],
		['an order with the id alone', USUAL, [{ id: '7', email: A }, { id: '7' }], [A, A]],
		[
			'a guest and an id over a third record',
			USUAL,
			[{ id: '7' }, { email: A }, { id: '7', email: A }],
			[A, A, A],
		],
		[
			'two addresses of one account',
			USUAL,
			[
				{ id: '7', email: B },
				{ id: '7', email: A },
			],
			[A, A],
		],
		[
			'two accounts of one address',
			{ ...USUAL, prefer: 'id' },
			[
				{ id: '8', email: A },
				{ id: '7', email: A },
			],
			['7', '7'],
		],
		[
			'a chain of accounts and addresses',
			USUAL,
			[
				{ id: '1', email: B },
				{ id: '2', email: B },
				{ id: '2', email: A },
				{ id: '3', email: A },
				{ id: '3' },
			],
			[A, A, A, A, A],
		],
		[
			'two addresses of one phone',
			ALL,
			[
				{ email: B, phone: '+49171' },
				{ email: A, phone: '+49171' },
			],
			[A, A],
		],
		[
			'the same identifier, whatever joins',
			{ prefer: 'email', joinBy: [] },
			[{ id: '7' }, { id: '7' }],
			['7', '7'],
		],
	])('%s', (_, policy, records, expected) => {
		expect(keysAtOnce(records, policy)).toEqual(expected);
	});

	it.each<[string, IdentityPolicy, Identifiers[], Array<string | undefined>]>([
		['two addresses', USUAL, [{ email: A }, { email: B }], [A, B]],
		['records that tell of nobody', ALL, [{}, {}, { id: '7' }], [undefined, undefined, '7']],
		[
			'two addresses of one phone where phones do not join',
			USUAL,
			[
				{ email: A, phone: '+49171' },
				{ email: B, phone: '+49171' },
			],
			[A, B],
		],
		[
			'two addresses of one account where accounts do not join',
			{ prefer: 'email', joinBy: ['email'] },
			[
				{ id: '7', email: A },
				{ id: '7', email: B },
			],
			[A, B],
		],
		[
			'two accounts of one address where addresses do not join',
			{ prefer: 'id', joinBy: ['id'] },
			[
				{ id: '7', email: A },
				{ id: '8', email: A },
			],
			['7', '8'],
		],
	])('not %s', (_, policy, records, expected) => {
		expect(keysAtOnce(records, policy)).toEqual(expected);
	});

	it('nobody to an account only because its id is somebody’s address', () => {
		const registry = new PersonRegistry(USUAL);
		const one = registry.register({ id: A }, 5)!;
		const other = registry.register({ email: A }, 5)!;
		expect(registry.personOf(one)).not.toBe(registry.personOf(other));
	});
});

describe('PersonRegistry, where not all identifiers join', () => {
	// Source: docstring of `register`, "what the policy joins by comes first".
	it.each<[string, IdentityPolicy, Identifiers[], Array<string | undefined>]>([
		[
			'a guest order joins the account by the address alone',
			{ prefer: 'id', joinBy: ['email'] },
			[{ id: '7', email: A }, { email: A }, { id: '8', email: A }],
			['7', '7', '7'],
		],
		[
			'kills: the preferred kind left out: two records of one id are one customer',
			{ prefer: 'id', joinBy: ['phone'] },
			[{ id: '7', phone: '+49171' }, { id: '7', phone: '+49172' }, { phone: '+49172' }],
			['7', '7', '7'],
		],
		[
			'an id stands for who has nothing that joins',
			{ prefer: 'email', joinBy: ['phone'] },
			[{ id: '7' }, { id: '7', phone: '+49171' }, { email: A, phone: '+49171' }],
			['7', A, A],
		],
		[
			'accounts do not join addresses',
			{ prefer: 'email', joinBy: ['phone'] },
			[
				{ id: '7', email: A },
				{ id: '7', email: B },
			],
			[A, B],
		],
		[
			'of what does not join the preferred kind, ids',
			{ prefer: 'id', joinBy: [] },
			[{ id: '7', email: A }, { id: '8', email: A }, { email: A }],
			['7', '8', A],
		],
	])('%s', (_, policy, records, expected) => {
		expect(keysAtOnce(records, policy)).toEqual(expected);
	});
});

describe('PersonRegistry.registerFormerId', () => {
	type Step = (registry: PersonRegistry) => void;
	const record =
		(identifiers: Identifiers, at = 5): Step =>
		(registry) =>
			void registry.register(identifiers, at);
	const merged =
		(identifiers: Identifiers, formerId: string): Step =>
		(registry) =>
			registry.registerFormerId(registry.register(identifiers, 5)!, formerId);
	const keyOf = (identifiers: Identifiers, steps: readonly Step[], policy = USUAL) => {
		const registry = new PersonRegistry(policy);
		for (const step of steps) step(registry);
		const handle = registry.register(identifiers, Number.NaN)!;
		return registry.keys().get(registry.personOf(handle));
	};

	// Source: docstring of registerFormerId, "leads to the person but stands for nobody".
	it.each<[string, Identifiers, Step[], string]>([
		['leads an order of the old id to the person', { id: '6' }, [merged({ id: '7' }, '6')], '7'],
		[
			'kills: the older id as the key',
			{ id: '7' },
			[record({ id: '6' }, 1), merged({ id: '7' }, '6')],
			'7',
		],
		[
			'leads over several mergers',
			{ id: '5' },
			[merged({ id: '6' }, '5'), merged({ id: '7' }, '6')],
			'7',
		],
		['leads to an address', { id: '6' }, [merged({ email: A, id: '7' }, '6')], A],
		['means nothing where it is the id still', { id: '7' }, [merged({ id: '7' }, '7')], '7'],
	])('%s', (_, identifiers, steps, expected) => {
		expect(keyOf(identifiers, steps)).toBe(expected);
		expect(keyOf(identifiers, [...steps].reverse())).toBe(expected);
	});

	it('stands behind every other identifier of the person, also of a kind that is not preferred', () => {
		const policy: IdentityPolicy = { prefer: 'id', joinBy: ['email', 'id', 'phone'] };
		expect(keyOf({ id: '6' }, [merged({ email: A }, '6')], policy)).toBe(A);
		expect(keyOf({ id: '6' }, [merged({ phone: '+49171' }, '6')], policy)).toBe('+49171');
	});
});

describe('PersonRegistry chooses the key', () => {
	// Source: docstring of `keys`, "the identifier of the preferred kind that was known first".
	it.each<[string, IdentityPolicy, RecordOfPerson[], string]>([
		['the address, where addresses are preferred', USUAL, [[{ id: '7', email: A }, 5]], A],
		[
			'the id, where ids are preferred',
			{ ...USUAL, prefer: 'id' },
			[[{ id: '7', email: A }, 5]],
			'7',
		],
		['the id of who has no address', USUAL, [[{ id: '7' }, 5]], '7'],
		['the phone of who has nothing else', ALL, [[{ phone: '+49171' }, 5]], '+49171'],
		['the id before the phone', ALL, [[{ phone: '+49171', id: '7' }, 5]], '7'],
		[
			'kills: the preferred kind forgotten for an older identifier',
			USUAL,
			[
				[{ id: '7' }, 1],
				[{ id: '7', email: A }, 9],
			],
			A,
		],
		[
			'the oldest address',
			USUAL,
			[
				[{ id: '7', email: A }, 9],
				[{ id: '7', email: B }, 3],
			],
			B,
		],
		[
			'kills: the age of the first record kept',
			USUAL,
			[
				[{ id: '7', email: A }, 5],
				[{ id: '7', email: B }, 9],
				[{ id: '7', email: B }, 1],
			],
			B,
		],
		[
			'one with an age before one without',
			USUAL,
			[
				[{ id: '7', email: A }, Number.NaN],
				[{ id: '7', email: B }, 9],
			],
			B,
		],
		[
			'kills: an age lost by a record without one',
			USUAL,
			[
				[{ id: '7', email: A }, 9],
				[{ id: '7', email: B }, 3],
				[{ id: '7', email: B }, Number.NaN],
			],
			B,
		],
		[
			'kills: the age not learned after a record without one',
			USUAL,
			[
				[{ id: '7', email: B }, Number.NaN],
				[{ id: '7', email: B }, 3],
				[{ id: '7', email: A }, 9],
			],
			B,
		],
		[
			'of the same age the first by letters',
			USUAL,
			[
				[{ id: '7', email: B }, 5],
				[{ id: '7', email: A }, 5],
			],
			A,
		],
	])('%s', (_, policy, records, expected) => {
		expect(new Set(keysOf(records, policy))).toEqual(new Set([expected]));
	});

	it.each(['__proto__', 'constructor', 'toString'])('takes %s for an id like any other', (id) => {
		expect(keysAtOnce([{ id }, { id: '7' }])).toEqual([id, '7']);
	});
});

describe('PersonRegistry.suspects', () => {
	const accounts = (count: number, email: string | undefined): Identifiers[] =>
		Array.from({ length: count }, (_, i) => ({ id: `${email ?? 'none'}-${i}`, email }));
	const suspects = (records: Identifiers[]) => {
		const registry = new PersonRegistry(USUAL);
		for (const record of records) registry.register(record, 5);
		return registry.suspects();
	};

	it('names an address behind more than five ids, and none behind five', () => {
		expect(suspects(accounts(5, 'pos@shop.example'))).toEqual([]);
		expect(suspects(accounts(6, 'pos@shop.example'))).toEqual(['pos@shop.example']);
	});

	it('names nobody for many accounts without an address, nor for many orders of one', () => {
		expect(suspects(accounts(50, undefined))).toEqual([]);
		expect(suspects(Array.from({ length: 50 }, () => ({ id: '7', email: A })))).toEqual([]);
	});
});

describe('PersonRegistry, laws', () => {
	const few = (kind: string) =>
		fc.option(
			fc.nat({ max: 5 }).map((number) => `${kind}${number}`),
			{ nil: undefined },
		);
	const identifiers: fc.Arbitrary<Identifiers> = fc
		.record({ email: few('e'), id: few('i'), phone: few('p') })
		.map((all) => Object.fromEntries(Object.entries(all).filter(([, text]) => text !== undefined)));
	const at = fc.oneof(fc.nat({ max: 9 }), fc.constant(Number.NaN));
	const records = fc.array(fc.tuple(identifiers, at), { maxLength: 15 });
	const policy: fc.Arbitrary<IdentityPolicy> = fc.record({
		prefer: fc.constantFrom('email' as const, 'id' as const),
		joinBy: fc.subarray<IdentifierKind>([...IDENTIFIER_KINDS]),
	});

	it('makes the same people with the same keys of records in any order', () => {
		const shuffled = records.chain((all) =>
			fc.tuple(
				fc.constant(all),
				fc.shuffledSubarray(
					all.map((_, i) => i),
					{ minLength: all.length, maxLength: all.length },
				),
			),
		);
		fc.assert(
			fc.property(shuffled, policy, ([all, order], rules) => {
				const inOrder = keysOf(all, rules);
				const inAnother = keysOf(
					order.map((i) => all[i]!),
					rules,
				);
				expect(inAnother).toEqual(order.map((i) => inOrder[i]));
			}),
			{ numRuns: 500 },
		);
	});

	it('never joins people on nothing: who shares no identifier, over any chain, is another', () => {
		fc.assert(
			fc.property(records, policy, (all, rules) => {
				// The slow way: records are brought together while any two groups share an identifier.
				const groups = all.map(([told], i) => ({
					rows: new Set([i]),
					marks: new Set(Object.entries(told).map(([kind, text]) => `${kind} ${text}`)),
				}));
				for (let i = 0; i < groups.length; i++) {
					for (let j = 0; j < groups.length; j++) {
						const [one, other] = [groups[i]!, groups[j]!];
						if (i === j || ![...one.marks].some((mark) => other.marks.has(mark))) continue;
						for (const row of other.rows) one.rows.add(row);
						for (const mark of other.marks) one.marks.add(mark);
						groups.splice(j, 1);
						[i, j] = [-1, groups.length];
					}
				}
				const groupOf = (row: number) => groups.findIndex(({ rows }) => rows.has(row));
				const registry = new PersonRegistry(rules);
				const handles = all.map(([told, age]) => registry.register(told, age));
				const persons = handles.map((handle) =>
					handle === undefined ? undefined : registry.personOf(handle),
				);
				const joinsAll = new Set([rules.prefer, ...rules.joinBy]).size === IDENTIFIER_KINDS.length;
				for (let i = 0; i < all.length; i++) {
					expect(persons[i] === undefined).toBe(Object.keys(all[i]![0]).length === 0);
					for (let j = 0; j < i; j++) {
						if (persons[i] === undefined || persons[j] === undefined) continue;
						const isOne = persons[i] === persons[j];
						if (isOne) expect(groupOf(i)).toBe(groupOf(j));
						if (joinsAll) expect(isOne).toBe(groupOf(i) === groupOf(j));
					}
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('gives each person one key, of their own identifiers, and no two persons the same', () => {
		fc.assert(
			fc.property(records, policy, (all, rules) => {
				const registry = new PersonRegistry(rules);
				const handles = all.map(([told, age]) => registry.register(told, age));
				const keys = registry.keys();
				expect(new Set(keys.values()).size).toBe(keys.size);
				all.forEach(([told], i) => {
					const handle = handles[i];
					if (handle === undefined) return;
					const key = keys.get(registry.personOf(handle))!;
					const own = all.flatMap(([others], j) =>
						handles[j] !== undefined && registry.personOf(handles[j]) === registry.personOf(handle)
							? Object.values(others)
							: [],
					);
					expect(own).toContain(key);
					const preferred = told[rules.prefer];
					if (preferred !== undefined) expect(key.startsWith(preferred[0]!)).toBe(true);
				});
			}),
			{ numRuns: 300 },
		);
	});
});
