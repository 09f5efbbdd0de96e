import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { checkAgeLimits, USUAL_AGE_LIMITS } from '../../core/attribute/derived/ageBands';
import type { DerivationSettings } from '../../core/attribute/derived/derivations';
import { checkPlaces, PlaceTable } from '../../core/attribute/derived/PlaceTable';
import type { NodeParameters } from '../NodeParameters';
import { schemas } from '../parameterSchemas';

const PLACES_EXAMPLE = '[{ "country": "DE", "postal": ["10"], "areaType": "urban" }]';

const usualBands = USUAL_AGE_LIMITS.join(', ');

/** What attributes are worked out with that no field holds. */
export const attributeOptions: INodeProperties[] = [
	{
		displayName: 'Add What Is Recognised',
		name: 'addRecognised',
		type: 'boolean',
		default: false,
		description:
			'Whether to add what is found out of the fields, such as age band, company size and sector, so that nodes after this one can use it',
	},
	{
		displayName: 'Age Bands',
		name: 'ageBands',
		type: 'string',
		default: usualBands,
		placeholder: `e.g. ${usualBands}`,
		description: 'The ages at which a new age band begins, with commas between',
	},
	{
		displayName: 'Cost per Service Point',
		name: 'costPerServicePoint',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 1,
		description:
			'What one point of Cost to Serve costs, in major units, for the attribute Return; 1 where the field holds the cost itself',
	},
	{
		displayName: 'Place Table',
		name: 'placeTable',
		type: 'json',
		default: '',
		placeholder: `e.g. ${PLACES_EXAMPLE}`,
		description:
			'Area type and climate of places as JSON, by beginnings of postal codes, city, region or country; the narrowest place decides, a field of the item goes first',
	},
];

/** What attributes are worked out with, checked. */
export function readDerivation(parameters: NodeParameters): DerivationSettings {
	const limits = parameters.constant(
		'options.ageBands',
		schemas.list.pipe(z.array(z.coerce.number())).default(usualBands),
	);
	const places = parameters.json('options.placeTable', `Write it as JSON, e.g. ${PLACES_EXAMPLE}`);
	const costPerServicePoint = parameters.constant(
		'options.costPerServicePoint',
		schemas.notNegative.default(1),
	);
	return parameters.withDomainFaults(() => ({
		ageLimits: checkAgeLimits(limits, parameters.labelOf('options.ageBands')),
		costPerServicePoint,
		places: new PlaceTable(checkPlaces(places ?? [], parameters.labelOf('options.placeTable'))),
	}));
}
