/** What a page shows, from one call: a view. What depends on the reader is null for visitors without a session. */
import Type, { type Static } from 'typebox';
import { CodeMade, Me } from '../account.ts';
import { TargetGroup, nullable } from '../common.ts';
import { addresses } from '../names.ts';

/** As much of whoever reads as every page needs; their name is not in it. */
export const Reader = Type.Object({
	id: Type.String({ description: 'The learner.' }),
	guest: Type.Boolean({ description: 'No log-in yet.' }),
	shared: Type.Boolean({ description: 'On a shared phone.' }),
	guests: Type.Array(Type.String(), {
		description:
			'Guests whose learning was brought into my account: what their pages and devices still send counts as mine.',
	}),
	targetGroup: nullable(TargetGroup, 'Target group that the reader belongs to; null: unknown.'),
	codesMade: Type.Array(CodeMade, {
		description: 'Codes made for this account that I have not acknowledged.',
	}),
});
export type Reader = Static<typeof Reader>;

/** Of every view. */
export const me = Type.Union([Reader, Type.Null()], {
	description: 'Who reads; null: a visitor without a session.',
});
export const meInFull = Type.Union([Me, Type.Null()], {
	description: 'Who reads; null: a visitor without a session.',
});
export const address = Type.Optional(
	Type.Enum(addresses, {
		description:
			'How the page addresses its reader: as the track of its course does, else that of the reader’s group.',
	}),
);
