import Type, { type Static } from 'typebox';
import { Me } from './account.ts';
import { AttemptSummary } from './attempt.ts';
import { Id, Locale, Uuid, described, moment, nullable } from './common.ts';

/** Whoever has just signed in. */
export const Entered = Type.Object({
	...Me.properties,
	hasOffer: Type.Boolean({
		description:
			'Whether the guest of this device, until a moment ago, has learned something that can be brought into the account.',
	}),
});
export type Entered = Static<typeof Entered>;

/** How much was brought. */
export const Brought = Type.Object({
	lessons: Type.Integer({ description: 'Lessons done.' }),
	quizzes: Type.Integer({ description: 'Attempts at quizzes, open ones too.' }),
	certificates: Type.Integer({ description: 'Certificates in force.' }),
	kept: Type.Integer({
		description: 'Certificates that stay apart, since another name or the same course is on them.',
	}),
});
export type Brought = Static<typeof Brought>;

const title = Type.String({ description: 'In the language asked for, else in another.' });
const locale = { ...Locale, description: 'Language of the title.' };

export const OfferedCourse = Type.Object({
	course: { ...Id, description: 'The course.' },
	title,
	locale,
	lessons: Type.Array(Type.Object({ id: { ...Id, description: 'The lesson.' }, title, locale }), {
		description: 'Lessons done, by the titles of today.',
	}),
	attempts: Type.Array(AttemptSummary, { description: 'At its quizzes, the latest first.' }),
});
export type OfferedCourse = Static<typeof OfferedCourse>;

export const MergeOffer = Type.Object({
	guest: { ...Uuid, description: 'Who it was: what their device still holds is held in this name.' },
	until: moment('When it can no longer be answered.'),
	shared: Type.Boolean({
		description: 'Whether the device was said to be shared, by the guest or by whoever signed in.',
	}),
	courses: Type.Array(OfferedCourse, { description: 'What the guest has learned.' }),
	certificates: Type.Array(
		Type.Object({
			title,
			locale,
			holder: Type.String({ description: 'The name on it.' }),
			comes: Type.Boolean({
				description: 'Whether it would come along: the name is mine, and I have none of that course.',
			}),
		}),
		{ description: 'Certificates in force.' },
	),
});
export type MergeOffer = Static<typeof MergeOffer>;

export const MergeOffers = Type.Object({
	offer: nullable(MergeOffer, 'What this session may bring into my account; null: nothing, or no longer.'),
});

export const Merge = Type.Object({
	id: Uuid,
	at: moment('When it was brought.'),
	until: moment('Until when it can be taken back.'),
	undoneAt: nullable(Type.String(), 'When it was taken back, in ISO 8601; null: it was not.'),
	canUndo: Type.Boolean({ description: 'Whether it can be taken back now.' }),
	canOpen: Type.Boolean({
		description: 'Whether it was taken back, and this device can still go on with it as a guest.',
	}),
	brought: described(Brought, 'What it was.'),
});
export type Merge = Static<typeof Merge>;
export const MergeList = Type.Object({
	merges: Type.Array(Merge, { description: 'Newest first.' }),
});

export const Undone = Type.Object({
	merge: described(Merge, 'As it is now.'),
	stayed: Type.Integer({
		description: 'Things that were gone on with since, or that something rests on: they stay with me.',
	}),
});
export type Undone = Static<typeof Undone>;
