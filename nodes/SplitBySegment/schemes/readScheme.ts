import type { IExecuteFunctions } from 'n8n-workflow';

import type { NodeParameters } from '../../shared/NodeParameters';
import { readConditionsScheme } from './conditionsScheme';
import type { MakeScheme } from './Scheme';

/** The way of segmenting that the user chose under Segment By. */
export function readScheme(context: IExecuteFunctions, parameters: NodeParameters): MakeScheme {
	return readConditionsScheme(context, parameters);
}
