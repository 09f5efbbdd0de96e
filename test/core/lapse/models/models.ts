import { bgNbd } from '../../../../nodes/core/lapse/models/bgNbd';
import { mbgNbd } from '../../../../nodes/core/lapse/models/mbgNbd';
import { paretoNbd } from '../../../../nodes/core/lapse/models/paretoNbd';
import type {
	ModelParameters,
	RepeatBuyingModel,
} from '../../../../nodes/core/lapse/models/RepeatBuyingModel';

/** All models by the name the literature gives them. */
export const MODELS: ReadonlyArray<readonly [string, RepeatBuyingModel<ModelParameters>]> = [
	[bgNbd.label, bgNbd as RepeatBuyingModel<ModelParameters>],
	[mbgNbd.label, mbgNbd as RepeatBuyingModel<ModelParameters>],
	[paretoNbd.label, paretoNbd as RepeatBuyingModel<ModelParameters>],
];

/** Four figures as the parameters of a model, in the order of the literature. */
export function parametersOf(
	{ name }: RepeatBuyingModel<ModelParameters>,
	[r = 0, alpha = 0, third = 0, fourth = 0]: readonly number[],
): ModelParameters {
	return name === 'paretoNbd'
		? { r, alpha, s: third, beta: fourth }
		: { r, alpha, a: third, b: fourth };
}
