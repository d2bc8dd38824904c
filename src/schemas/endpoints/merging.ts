import Type from 'typebox';
import { Me } from '../account.ts';
import { described } from '../common.ts';
import { Merge, MergeList, MergeOffers, Undone } from '../merging.ts';
import * as paths from '../paths.ts';
import { endpoint } from './endpoint.ts';
import { InLocale } from './queries.ts';

const own = { access: 'learner', tag: 'merging' } as const;
const params = Type.Object({
	merge: Type.String({ maxLength: 64, description: 'The merge, as the list names it.' }),
});

/** What a guest has learned, brought into the account that has signed in on their device. */
export const merging = {
	mergeOffer: endpoint({
		...own,
		address: paths.mergeOffer,
		summary: 'What the guest of this device has learned, offered to my account',
		description:
			'For half an hour after signing in, to the session that was begun then, until it is answered.',
		query: InLocale,
		responses: { 200: described(MergeOffers, 'The offer, or none.') },
	}),
	refuseOffer: endpoint({
		...own,
		address: paths.refuseOffer,
		summary: 'Keep the two apart; it is not asked again',
		responses: { 204: Type.Null({ description: 'There is no offer any more.' }) },
	}),
	merge: endpoint({
		...own,
		address: paths.merge,
		summary: 'Bring what is offered into my account; repeated in the same session: the same merge',
		description:
			'Lessons, ticks, attempts with their answers and gradings, and certificates in my name. Nothing counts twice: of a ' +
			'lesson that both have done the earlier day stands, attempts count together, and of two open ones the one that was ' +
			'worked at last stays open. What the device still holds in the guest’s name is taken for mine from then on.',
		body: Type.Object({}, { additionalProperties: false }),
		responses: {
			200: described(Merge, 'It was brought before.'),
			201: described(Merge, 'It is brought now.'),
		},
	}),
	merges: endpoint({
		...own,
		address: paths.merges,
		summary: 'What was brought into my account',
		responses: { 200: described(MergeList, 'All that was ever brought.') },
	}),
	undoMerge: endpoint({
		...own,
		address: paths.undoMerge,
		summary: 'Take it back, for seven days; repeated: the same',
		description:
			'What was not gone on with since is a guest’s again, as it was; what was done since stays with my account.',
		params,
		body: Type.Object({}, { additionalProperties: false }),
		responses: { 200: described(Undone, 'It is taken back.') },
	}),
	openMerged: endpoint({
		...own,
		address: paths.openMerged,
		summary: 'Go on as the guest whose learning was taken back; signs me out here',
		params,
		body: Type.Object({}, { additionalProperties: false }),
		responses: { 200: described(Me, 'The guest, signed in on this device.') },
	}),
};
