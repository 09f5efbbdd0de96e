import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';

/** Who is to be left alone, checked. */
export function readLeaveAlone(parameters: NodeParameters) {
	return {
		leaveLostInPeace: parameters.constant(
			'leaveAlone.leaveLostInPeace',
			schemas.flag.default(true),
		),
		unsubscribed: parameters.field('leaveAlone.unsubscribedField'),
	};
}

export type LeaveAloneConfiguration = ReturnType<typeof readLeaveAlone>;
