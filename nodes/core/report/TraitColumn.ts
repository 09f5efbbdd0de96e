import { readLooseNumber } from '../attribute/readLooseNumber';
import { isBlank } from '../reading/Reading';
import { ageWords, isAge, numberWords, valueWords, type TraitField } from './traitWords';

/** What fewer people have in all is no trait. */
export const FEWEST_PEOPLE = 5;
/** A field with more different values is none of traits; codes have room for as many. */
const MOST_VALUES = 20_000;
/** Where so many of the values are different ones, each stands for somebody. */
const IDENTITY = 0.5;
/** So few different values of a few people say nothing of that. */
const FEW_VALUES = 10;
const LONGEST_VALUE = 60;
/** Numbers with no more different values are taken one by one. */
const FEW_NUMBERS = 5;
const DATE = /^\d{4}-\d\d?-\d\d?(?:\D|$)|^\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:\D|$)/;
/** A zero in front keeps a postal code or a phone number from being a quantity. */
const CODE = /^\+|^0\d/;
/** From these ages on a band begins, as market research cuts them. */
const AGES = [18, 25, 35, 45, 55, 65];
/** What most of the values are decides what all of them are. */
const MOST = 0.95;

function asNumber(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	if (typeof value !== 'string' || !/^\s*[-+]?[\d.,]+\s*$/.test(value) || CODE.test(value.trim())) {
		return undefined;
	}
	const number = readLooseNumber(value, 'amount');
	return number.ok ? number.value : undefined;
}

function asText(value: unknown): string | undefined {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	return text === '' || text.length > LONGEST_VALUE || DATE.test(text) ? undefined : text;
}

/** Codes of the people, none or one each: of all values only those that enough people have. */
class OneEach {
	constructor(private readonly codes: Uint16Array) {}

	count(people: ArrayLike<number> | undefined, counts: Uint32Array): void {
		const { codes } = this;
		if (!people) for (let i = 0; i < codes.length; i++) counts[codes[i]!]! += 1;
		else for (let i = 0; i < people.length; i++) counts[codes[people[i]!]!]! += 1;
	}

	has(person: number, code: number): boolean {
		return this.codes[person] === code;
	}
}

/** Codes of the people, any number each. */
class SeveralEach {
	constructor(
		/** Where the codes of a person begin; those of the next one begin where they end. */
		private readonly starts: Uint32Array,
		private readonly codes: Uint16Array,
	) {}

	count(people: ArrayLike<number> | undefined, counts: Uint32Array): void {
		const size = people ? people.length : this.starts.length - 1;
		for (let i = 0; i < size; i++) {
			const person = people ? people[i]! : i;
			const end = this.starts[person + 1]!;
			for (let at = this.starts[person]!; at < end; at++) counts[this.codes[at]!]! += 1;
		}
	}

	has(person: number, code: number): boolean {
		const end = this.starts[person + 1]!;
		for (let at = this.starts[person]!; at < end; at++) if (this.codes[at] === code) return true;
		return false;
	}
}

/** One field of all people as traits that they have or have not. Code 0 stands for none. */
export class TraitColumn {
	private constructor(
		readonly field: TraitField,
		/** By code, from 1 on. */
		readonly words: readonly string[],
		readonly people: number,
		/** Whether one can have several of the traits. */
		readonly isList: boolean,
		private readonly cells: OneEach | SeveralEach,
	) {}

	/**
	 * The traits in a field; undefined where there are none.
	 *
	 * Texts and flags are taken by their values, numbers by quarters of all people (ages by bands), lists
	 * by their members. What less than five people have is left out, and so are fields in which more than
	 * half of the values are different ones: they tell who somebody is. The values in another order give
	 * the same traits.
	 *
	 * @param values of the people in their order; lists of texts where somebody has several
	 */
	static of(field: TraitField, values: readonly unknown[]): TraitColumn | undefined {
		let [filled, numbers, lists] = [0, 0, 0];
		for (const value of values) {
			if (isBlank(value)) continue;
			filled += 1;
			if (Array.isArray(value)) lists += 1;
			else if (asNumber(value) !== undefined) numbers += 1;
		}
		if (filled < FEWEST_PEOPLE) return undefined;
		if (numbers >= MOST * filled) return TraitColumn.ofNumbers(field, values, numbers);
		return lists > 0
			? TraitColumn.ofLists(field, values)
			: TraitColumn.ofTexts(field, values.map(asText), filled);
	}

	private static ofTexts(
		field: TraitField,
		texts: ReadonlyArray<string | undefined>,
		filled: number,
	): TraitColumn | undefined {
		const counts = new Map<string, number>();
		let told = 0;
		for (const text of texts) {
			if (text === undefined) continue;
			told += 1;
			counts.set(text, (counts.get(text) ?? 0) + 1);
			if (counts.size > MOST_VALUES) return undefined;
		}
		if (told < filled / 2) return undefined;
		if (counts.size > FEW_VALUES && counts.size > IDENTITY * told) return undefined;
		const frequent = frequentOf(counts);
		const codeOf = new Map(frequent.map((value, i) => [value, i + 1]));
		const codes = Uint16Array.from(texts, (text) =>
			text === undefined ? 0 : (codeOf.get(text) ?? 0),
		);
		const words = frequent.map((value) => valueWords(field, value));
		return TraitColumn.made(field, words, codes);
	}

	private static ofNumbers(
		field: TraitField,
		values: readonly unknown[],
		count: number,
	): TraitColumn | undefined {
		const numbers = values.map(asNumber);
		const sorted = new Float64Array(count);
		let at = 0;
		for (const number of numbers) if (number !== undefined) sorted[at++] = number;
		sorted.sort();
		if (isAge(field)) return TraitColumn.ofAges(field, numbers);
		let different = 1;
		for (let i = 1; i < count; i++) if (sorted[i] !== sorted[i - 1]) different += 1;
		if (different <= FEW_NUMBERS && field.currency === undefined) {
			return TraitColumn.ofTexts(
				field,
				numbers.map((number) => (number === undefined ? undefined : String(number))),
				count,
			);
		}
		// Limits that people really have, not ones between two of them.
		const low = sorted[Math.floor((count - 1) * 0.25)]!;
		const high = sorted[Math.ceil((count - 1) * 0.75)]!;
		if (low === high) return undefined;
		const codes = Uint16Array.from(numbers, (number) => {
			if (number === undefined || (number > low && number < high)) return 0;
			return number >= high ? 2 : 1;
		});
		const shares = [1, 2].map(
			(code) => codes.reduce((sum, one) => sum + Number(one === code), 0) / count,
		);
		const words = [
			numberWords(field, low, 'bottom', shares[0]!),
			numberWords(field, high, 'top', shares[1]!),
		];
		// Where half of all have the same number, that end is no end.
		return TraitColumn.made(
			field,
			words,
			codes.map((code) => (code > 0 && shares[code - 1]! > 0.5 ? 0 : code)),
		);
	}

	private static ofAges(
		field: TraitField,
		ages: ReadonlyArray<number | undefined>,
	): TraitColumn | undefined {
		const words = [undefined, ...AGES].map((from, i) =>
			ageWords(from, AGES[i] === undefined ? undefined : AGES[i] - 1),
		);
		const codes = Uint16Array.from(ages, (age) =>
			age === undefined || age < 0 ? 0 : 1 + AGES.filter((from) => age >= from).length,
		);
		return TraitColumn.made(field, words, codes);
	}

	private static ofLists(field: TraitField, values: readonly unknown[]): TraitColumn | undefined {
		const lists = values.map((value) => {
			if (isBlank(value)) return [];
			const texts = (Array.isArray(value) ? (value as unknown[]) : [value]).map(asText);
			return [...new Set(texts.filter((text) => text !== undefined))];
		});
		const counts = new Map<string, number>();
		let members = 0;
		for (const list of lists) {
			members += list.length;
			for (const text of list) counts.set(text, (counts.get(text) ?? 0) + 1);
			if (counts.size > MOST_VALUES) return undefined;
		}
		if (counts.size > FEW_VALUES && counts.size > IDENTITY * members) return undefined;
		const frequent = frequentOf(counts);
		if (frequent.length === 0) return undefined;
		const codeOf = new Map(frequent.map((value, i) => [value, i + 1]));
		const starts = new Uint32Array(lists.length + 1);
		const codes = new Uint16Array(members);
		let at = 0;
		lists.forEach((list, person) => {
			for (const text of list) codes[at++] = codeOf.get(text) ?? 0;
			starts[person + 1] = at;
		});
		const words = frequent.map((value) => valueWords(field, value));
		return new TraitColumn(field, words, lists.length, true, new SeveralEach(starts, codes));
	}

	private static made(
		field: TraitField,
		words: readonly string[],
		codes: Uint16Array,
	): TraitColumn | undefined {
		if (words.length === 0) return undefined;
		return new TraitColumn(field, words, codes.length, false, new OneEach(codes));
	}

	/** How many of some people, or of all, have each trait, by code. */
	counts(people?: ArrayLike<number>): Uint32Array {
		const counts = new Uint32Array(this.words.length + 1);
		this.cells.count(people, counts);
		return counts;
	}

	/** Who has a trait, one bit a person. */
	bits(code: number): Uint32Array {
		const bits = new Uint32Array(Math.ceil(this.people / 32));
		for (let person = 0; person < this.people; person++) {
			if (this.cells.has(person, code)) bits[person >>> 5]! |= 1 << (person & 31);
		}
		return bits;
	}
}

/** The values that enough people have, in the order of their letters. */
function frequentOf(counts: ReadonlyMap<string, number>): string[] {
	return [...counts]
		.filter(([, count]) => count >= FEWEST_PEOPLE)
		.map(([value]) => value)
		.sort();
}
