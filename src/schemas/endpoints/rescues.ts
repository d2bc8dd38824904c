import { described } from '../common.ts';
import * as paths from '../paths.ts';
import { RescueFile, RescueKey, RescueReceipt } from '../rescue.ts';
import { endpoint, largeBody } from './endpoint.ts';

const tag = 'rescues';

/** What a device could not send, saved as a file and handed in by anybody. */
export const rescues = {
	rescueKey: endpoint({
		address: paths.rescueKey,
		access: 'learner',
		tag,
		summary: 'What this learner’s rescue files are sealed with',
		description: 'Kept on the device for times without a network. It opens nothing and reads nothing.',
		responses: { 200: described(RescueKey, 'The key; always the same for a learner.') },
	}),
	rescue: endpoint({
		address: paths.rescue,
		access: 'public',
		tag,
		summary: 'Hand in a rescue file; whoever does, it counts for its learner',
		description:
			'Each entry is taken as if its learner had sent it now. Repeated, nothing counts twice. What the receipt refuses will not be taken later.',
		body: RescueFile,
		bodyLimit: largeBody,
		responses: { 200: described(RescueReceipt, 'What came of each entry.') },
	}),
};
