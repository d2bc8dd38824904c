import { RescuePayload, type RescueFile } from '#schemas/rescue.ts';
import { fail, type Failure } from '../failure.ts';
import { validatorOf } from '../plugins/validation.ts';
import { isSealedBy, rescueKeyOf } from './key.ts';

const isPayload = validatorOf(RescuePayload);

/** What is in a file, once its seal says that its learner's device made it. */
export function openRescue(secret: string, { payload, seal }: RescueFile): RescuePayload | Failure {
	const found = parsed(payload);
	if (!isPayload(found)) return fail('rescue-unreadable');
	const rescue = found as RescuePayload;
	const key = rescueKeyOf(secret, rescue.learner.toLowerCase());
	return isSealedBy(key, payload, seal) ? rescue : fail('rescue-forged');
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
