import type { TimeZone } from '../../reading/TimeZone';
import type { DerivedAttribute, MappedAttribute } from '../attributes';
import { ageOn, calendarDateOf } from '../birthday';
import type { AttributeValue } from '../readAttribute';
import type { Recogniser } from '../recognition/Recogniser';
import { ageBandNames, ageBandOf, USUAL_AGE_LIMITS, type AgeLimits } from './ageBands';
import { customerReturn } from './customerReturn';
import { PlaceTable, type PlaceTrait } from './PlaceTable';
import { companySize, revenueBand } from './sizeBands';

/** What the user sets for attributes that are worked out. */
export interface DerivationSettings {
	ageLimits: AgeLimits;
	places: PlaceTable;
	/** What a point of the cost to serve costs, in major units. */
	costPerServicePoint: number;
}

/** As long as the user sets nothing. */
export const USUAL_DERIVATION: DerivationSettings = Object.freeze({
	ageLimits: USUAL_AGE_LIMITS,
	places: new PlaceTable([]),
	costPerServicePoint: 1,
});

/** What attributes are worked out with, beside the values of others. */
export interface DerivationRun extends DerivationSettings {
	/** The reference instant. */
	asOf: number;
	zone: TimeZone;
	recogniser: Recogniser;
}

/** How an attribute comes from others. */
export interface Derivation {
	from: readonly MappedAttribute[];
	/** Whether all of them have to be known; otherwise one is enough. */
	needsAll?: boolean;
	/** Whether it goes before the attribute's own field, which serves where nothing comes of it. */
	goesFirst?: boolean;
	/** How the source is told in words where "is" is not the word: born 1992-03-01. */
	word?: string;
	/** Prepares the reading of values, in the order of `from`, undefined for what is not known. */
	compile(run: DerivationRun): (values: readonly unknown[]) => AttributeValue | null | undefined;
}

/** Of a number, nothing of anything else. */
function ofNumber(derive: (value: number) => AttributeValue): Derivation['compile'] {
	return () =>
		([value]) =>
			typeof value === 'number' ? derive(value) : undefined;
}

function ofTitle(part: 'decisionRole' | 'department' | 'seniority'): Derivation {
	return {
		from: ['jobTitle'],
		compile:
			({ recogniser }) =>
			([title]) =>
				recogniser.title(title)[part],
	};
}

function ofPlace(trait: PlaceTrait): Derivation {
	return {
		from: ['postalCode', 'city', 'region', 'country'],
		compile: ({ places }) => {
			const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
			return ([postalCode, city, region, country]) =>
				places.tell(trait, {
					postalCode: text(postalCode),
					city: text(city),
					region: text(region),
					country: text(country),
				});
		},
	};
}

/** How attributes that no field holds come from those that fields hold. */
export const DERIVATIONS: Readonly<Record<DerivedAttribute, Derivation>> = Object.freeze({
	ageBand: {
		from: ['age'],
		compile: ({ ageLimits }) => {
			const names = ageBandNames(ageLimits);
			return ([age]) => (typeof age === 'number' ? ageBandOf(age, ageLimits, names) : undefined);
		},
	},
	companySize: { from: ['employees'], compile: ofNumber(companySize) },
	decisionRole: ofTitle('decisionRole'),
	department: ofTitle('department'),
	mailKind: {
		from: ['email'],
		compile:
			({ recogniser }) =>
			([email]) =>
				recogniser.mailKind(email),
	},
	return: {
		from: ['totalSpent', 'margin', 'costToServe'],
		needsAll: true,
		compile:
			({ costPerServicePoint }) =>
			([spent, margin, service]) =>
				typeof spent === 'number' && typeof margin === 'number' && typeof service === 'number'
					? customerReturn(spent, margin, service, costPerServicePoint)
					: undefined,
	},
	revenueBand: { from: ['revenue'], compile: ofNumber(revenueBand) },
	sector: {
		from: ['industry', 'nace', 'sic'],
		compile:
			({ recogniser }) =>
			([industry, nace, sic]) =>
				recogniser.sector({ industry, nace, sic }),
	},
	seniority: ofTitle('seniority'),
});

/** How attributes come from others that fields may hold as well. */
export const ALSO_DERIVED: Readonly<Partial<Record<MappedAttribute, Derivation>>> = Object.freeze({
	age: {
		from: ['birthDate'],
		goesFirst: true,
		word: 'born',
		compile: ({ asOf, zone }) => {
			const day = zone.dayOf(asOf);
			const today = calendarDateOf(day);
			return ([birthday]) =>
				typeof birthday === 'string' ? ageOn(birthday, day, today) : undefined;
		},
	},
	areaType: ofPlace('areaType'),
	climate: ofPlace('climate'),
});
