import { z } from 'zod';

import { checkedJson } from '../../reading/checkedJson';
import { countryCode } from '../countryNames';
import { plainName } from '../FieldIndex';

const EXAMPLE = '[{"country": "DE", "postal": ["10", "20"], "areaType": "urban"}]';

const text = z
	.string({ invalid_type_error: 'a text is expected' })
	.trim()
	.min(1, 'a text is expected');
const texts = z
	.union([text.transform((one) => [one]), z.array(text).min(1, 'a text is expected')], {
		errorMap: () => ({ message: 'a text or a list of texts is expected' }),
	})
	.optional();

const placeSchema = z
	.object({
		/** How postal codes begin: text, so that zeros in front count. */
		postal: texts,
		city: texts,
		region: texts,
		/** By name or code; beside another place it says in which country that lies. */
		country: texts,
		areaType: text.optional(),
		climate: text.optional(),
	})
	.strict()
	.refine(
		({ postal, city, region, country }) => (postal ?? city ?? region ?? country) !== undefined,
		'postal, city, region or country is expected',
	)
	.refine(
		({ areaType, climate }) => (areaType ?? climate) !== undefined,
		'areaType or climate is expected',
	);

/** What a place table tells of places, as written. */
export type PlaceEntries = ReadonlyArray<z.infer<typeof placeSchema>>;

/**
 * Checks a place table that comes as JSON.
 *
 * @param label the parameter it comes from, for the message
 * @throws SegmentationError `invalidModel` that names the path of what cannot be used
 */
export function checkPlaces(value: unknown, label: string): PlaceEntries {
	const schema = z.array(placeSchema, { invalid_type_error: 'a list is expected' });
	return checkedJson(schema, value, label, `Write a list of places, e.g. ${EXAMPLE}`);
}

/** What a place table can tell. */
export type PlaceTrait = 'areaType' | 'climate';

/** Where somebody lives, as far as it is known. */
export interface Place {
	postalCode?: string;
	city?: string;
	region?: string;
	country?: string;
}

type Entry = PlaceEntries[number];

const plainPostal = (code: string) => code.replace(/[\s-]+/g, '').toUpperCase();
const plainCountry = (country: string) => countryCode(country) ?? plainName(country);

/** Entries by one kind of place, for each place in their order. */
class PlaceIndex {
	private readonly entries = new Map<string, Entry[]>();

	longest = 0;

	constructor(
		table: PlaceEntries,
		key: 'postal' | 'city' | 'region' | 'country',
		private readonly plain: (text: string) => string,
	) {
		for (const entry of table) {
			// An entry tells of the narrowest place that it names.
			const narrowest = (['postal', 'city', 'region', 'country'] as const).find(
				(one) => entry[one] !== undefined,
			);
			if (narrowest !== key) continue;
			for (const name of entry[key] ?? []) {
				const at = plain(name);
				this.longest = Math.max(this.longest, at.length);
				this.entries.set(at, [...(this.entries.get(at) ?? []), entry]);
			}
		}
	}

	at(place: string | undefined): readonly Entry[] {
		return place === undefined ? [] : (this.entries.get(this.plain(place)) ?? []);
	}
}

/**
 * Tells the kind of area and the climate of places by the user's own table.
 *
 * An entry holds for a place where all that it names is so: a country beside a postal code, a city or
 * a region has to be the person's, by any of its names. Of several entries that tell what is asked for,
 * the one with the longest beginning of the postal code goes first, then city, region and country;
 * of equals the first.
 */
export class PlaceTable {
	private readonly postal: PlaceIndex;

	private readonly others: ReadonlyArray<readonly ['city' | 'region' | 'country', PlaceIndex]>;

	constructor(private readonly entries: PlaceEntries) {
		this.postal = new PlaceIndex(entries, 'postal', plainPostal);
		this.others = [
			['city', new PlaceIndex(entries, 'city', plainName)],
			['region', new PlaceIndex(entries, 'region', plainName)],
			['country', new PlaceIndex(entries, 'country', plainCountry)],
		];
	}

	/** Whether it tells of no place. */
	get isEmpty(): boolean {
		return this.entries.length === 0;
	}

	/** What the table tells of a place; undefined where it tells nothing. */
	tell(trait: PlaceTrait, place: Place): string | undefined {
		const code = place.postalCode === undefined ? '' : plainPostal(place.postalCode);
		for (let length = Math.min(code.length, this.postal.longest); length > 0; length--) {
			const found = firstOf(this.postal.at(code.slice(0, length)), trait, place);
			if (found !== undefined) return found;
		}
		for (const [key, index] of this.others) {
			const found = firstOf(index.at(place[key]), trait, place);
			if (found !== undefined) return found;
		}
		return undefined;
	}
}

function firstOf(entries: readonly Entry[], trait: PlaceTrait, place: Place): string | undefined {
	return entries.find((entry) => entry[trait] !== undefined && holds(entry, place))?.[trait];
}

/** Whether what an entry names beside its narrowest place is the person's too. */
function holds({ postal, city, region, country }: Entry, place: Place): boolean {
	const isIn = (
		wanted: readonly string[] | undefined,
		own: string | undefined,
		plain: (text: string) => string,
	) =>
		wanted === undefined || (own !== undefined && wanted.some((one) => plain(one) === plain(own)));
	return (
		isIn(country, place.country, plainCountry) &&
		(postal === undefined && city === undefined ? true : isIn(region, place.region, plainName)) &&
		(postal === undefined ? true : isIn(city, place.city, plainName))
	);
}
