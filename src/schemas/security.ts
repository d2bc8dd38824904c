import Type, { type Static } from 'typebox';
import { Password } from './account.ts';
import { moment, nullable } from './common.ts';

/** What is kept of the safety of accounts. */
export const eventKinds = [
	'account.create',
	'account.erase',
	'session.start',
	'session.refused',
	'session.end',
	'password.change',
	'password.refused',
	'second-step.on',
	'second-step.off',
	'second-step.reset',
	'second-step.asked',
	'second-step.refused',
	'passkey.add',
	'passkey.remove',
	'passkey.refused',
	'backup-codes.make',
	'backup-code.use',
	'recovery-code.make',
	'recovery-code.use',
	'recovery-code.refused',
	'role.grant',
	'role.revoke',
	'care.register',
	'care.give',
	'care.end',
	'learning.vouch',
	'learning.merge',
	'learning.unmerge',
	'attempt.grant',
	'room.open',
	'paper.make',
	'paper.enter',
	'paper.correct',
	'room.extend',
	'room.incident',
	'room.close',
	'answer.grade',
	'attempt.regrade',
	'completion.keep',
	'completion.withdraw',
	'certificate.correct',
	'correction.ask',
	'correction.withdraw',
	'correction.refuse',
	'certificate.revoke',
	'data.export',
] as const;
export type EventKind = (typeof eventKinds)[number];

export const device = Type.Object(
	{
		kind: Type.Enum(['phone', 'computer', 'unknown'], {
			description: 'A phone (or tablet), a computer, or not known.',
		}),
		name: Type.String({
			description: 'Names of its system and browser, such as Android, Chrome; may be empty.',
		}),
	},
	{ description: 'The device, as far as its browser told.' },
);

export const SignedIn = Type.Object({
	id: Type.String({ description: 'By which this session is ended; it opens nothing.' }),
	device,
	since: moment('When it was begun.'),
	seen: moment('When it was last used, to a quarter of an hour.'),
	shared: Type.Boolean({ description: 'Whether it is on a shared phone, and ends by itself.' }),
	isThis: Type.Boolean({ description: 'Whether it is the one that asks.' }),
});
export type SignedIn = Static<typeof SignedIn>;
export const SignedInList = Type.Object({
	sessions: Type.Array(SignedIn, {
		description: 'Where I am signed in: this one first, then the last used.',
	}),
});

export const PasswordChange = Type.Object(
	{
		current: Type.String({
			minLength: 1,
			maxLength: 200,
			description: 'The password as it is until now, exactly as it was set.',
		}),
		password: Password,
	},
	{ additionalProperties: false },
);

const eventFields = {
	id: Type.String({ description: 'The entry, as a UUID.' }),
	kind: Type.Enum(eventKinds, { description: 'What happened.' }),
	at: moment('When it happened.'),
	by: Type.Enum(['self', 'other', 'operator'], {
		description: 'Who did it: the person themselves, somebody else, or whoever runs the server.',
	}),
	byName: nullable(Type.String(), 'Name of the other who did it; null: no other, or none is known.'),
	device: nullable(device, 'The device that it came from; null: not kept.'),
	network: nullable(Type.String(), 'The network that it came from, never a whole address; null: not kept.'),
};
export const SecurityEvent = Type.Object(eventFields);
export type SecurityEvent = Static<typeof SecurityEvent>;
export const OwnEvents = Type.Object({
	events: Type.Array(SecurityEvent, { description: 'What concerned my account, newest first, 100 at most.' }),
});

export const AccountEvent = Type.Object({
	...eventFields,
	account: nullable(
		Type.Object({
			id: Type.String({ description: 'The learner, as a UUID.' }),
			username: nullable(Type.String(), 'User name; null: none, or no longer.'),
			displayName: nullable(Type.String(), 'Name; null: not given, or erased.'),
		}),
		'Whose account it concerns; null: a sign-in by a name that nobody has.',
	),
	subject: nullable(Type.String(), 'What it was about, such as the role; null: nothing more is kept.'),
});
export type AccountEvent = Static<typeof AccountEvent>;
export const AccountEvents = Type.Object({
	events: Type.Array(AccountEvent, { description: 'Newest first, 50 at most.' }),
	next: nullable(Type.String(), 'To be asked for as `before`, for those before; null: there are none.'),
});
export const EventsQuery = Type.Object(
	{
		kind: Type.Optional(Type.Enum(eventKinds, { description: 'Of one kind alone; absent: all kinds.' })),
		before: Type.Optional(
			Type.String({
				maxLength: 80,
				pattern:
					'^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
				description: 'Those before that entry, as the reply before named it; absent: the newest.',
			}),
		),
	},
	{ additionalProperties: false },
);

const records = (what: string) =>
	Type.Array(Type.Record(Type.String(), Type.Unknown()), { description: what });
/** One record of what is kept, whatever its columns are. */
export const OwnData = Type.Object({
	madeAt: moment('When the file was made.'),
	person: records('Who I am: name, language, group, place, preferences.'),
	logins: records('My log-ins, without the password.'),
	secondStep: records('Since when I sign in by two steps, without the secret.'),
	sessions: records('Where I am signed in.'),
	roles: records('Roles that I hold or held.'),
	care: records('Who looks after me, or did.'),
	events: records('What concerned the safety of my account.'),
	enrolments: records('Courses that I chose.'),
	learningEvents: records('What I did in lessons.'),
	lessonCompletions: records('Lessons that I finished.'),
	courseCompletions: records('Courses that I finished.'),
	checks: records('My answers to questions in lessons.'),
	files: records('Files that I sent, and at which address each can be fetched while I am signed in.'),
	attempts: records('My attempts at quizzes, with their scores.'),
	responses: records('My answers in attempts.'),
	attemptGrants: records('Attempts that I was granted beyond those that a quiz allows, and why.'),
	reviews: records('Questions that I answered again on review, and when they come next.'),
	certificates: records('My certificates, with their records.'),
	merges: records('What was brought into my account from guests, and when.'),
	nameCorrections: records('Corrections of my name that I asked for, and what came of them.'),
});

export const Erasure = Type.Object(
	{
		password: Type.Optional(
			Type.String({
				minLength: 1,
				maxLength: 200,
				description: 'My password; absent: for a guest, who has none.',
			}),
		),
		certificates: Type.Enum(['erase', 'keep'], {
			description: 'Whether certificates go too, or stay with my name on them, to be checked by others.',
		}),
	},
	{ additionalProperties: false },
);
export type Erasure = Static<typeof Erasure>;
