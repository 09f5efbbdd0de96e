import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import type { NodeParameters } from '../../shared/NodeParameters';
import { SCHEMES } from '../form/schemeProperties';
import { readCampaignScheme } from './campaignScheme';
import { readConditionsScheme } from './conditionsScheme';
import { readFieldValueScheme } from './fieldValueScheme';
import { readBandScheme, readStageScheme } from './namedValueScheme';
import { readRfmScheme } from './rfmScheme';
import type { MakeScheme } from './Scheme';
import { readTierScheme } from './tierScheme';

/**
 * The way of segmenting that the user chose under Segment By.
 *
 * @param everyoneElse the name of those in no segment, which no segment may have
 */
export function readScheme(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	everyoneElse: string,
): MakeScheme {
	switch (parameters.constant('scheme', z.enum(SCHEMES).default('conditions'))) {
		case 'campaign':
			return readCampaignScheme(context, parameters);
		case 'conditions':
			return readConditionsScheme(context, parameters);
		case 'fieldValue':
			return readFieldValueScheme(context, parameters, everyoneElse);
		case 'leadBand':
			return readBandScheme(context, parameters);
		case 'lifecycleStage':
			return readStageScheme(context, parameters);
		case 'rfm':
			return readRfmScheme(context, parameters);
		case 'valueTiers':
			return readTierScheme(context, parameters);
	}
}
