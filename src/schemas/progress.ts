import Type, { type Static } from 'typebox';
import { Context, Id, Locale, Timestamp, Uuid, VersionId, nullable } from './common.ts';
import { eventTypes } from './names.ts';

/** One thing that happened on a device. `item` names the `<Try>` for try.done and try.undone. */
export const LearningEvent = Type.Object(
	{
		id: Uuid,
		type: Type.Enum(eventTypes),
		course: Id,
		lesson: Id,
		at: Timestamp,
		item: Type.Optional(Id),
		version: Type.Optional(VersionId),
		locale: Type.Optional(Locale),
		context: Type.Optional(Context),
	},
	{ additionalProperties: false },
);
export type LearningEvent = Static<typeof LearningEvent>;

/** Events are judged one by one, so that a bad one keeps no other back. */
export const EventBatch = Type.Object(
	{ events: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 200 }) },
	{ additionalProperties: false },
);
export const EventReceipt = Type.Object({
	accepted: Type.Array(Type.String()),
	duplicate: Type.Array(Type.String()),
	rejected: Type.Array(Type.Object({ id: nullable(Type.String()), reason: Type.String() })),
});
export type EventReceipt = Static<typeof EventReceipt>;

export const EnrolmentRequest = Type.Object({ course: Id }, { additionalProperties: false });
export const Enrolment = Type.Object({ course: Id, enrolledAt: Type.String() });

export const QuizProgress = Type.Object({
	id: Id,
	required: Type.Boolean(),
	attempts: Type.Integer(),
	attemptsLeft: nullable(Type.Integer()),
	open: nullable(Uuid),
	bestScore: nullable(Type.Number()),
	maxScore: nullable(Type.Number()),
	passed: Type.Boolean(),
});
export const CourseProgress = Type.Object({
	course: Id,
	title: Type.String(),
	version: VersionId,
	done: Type.Integer({ description: 'Required lessons and quizzes done, on the current version.' }),
	total: Type.Integer(),
	lessons: Type.Array(
		Type.Object({ id: Id, required: Type.Boolean(), doneAt: nullable(Type.String()), tries: Type.Array(Id) }),
	),
	quizzes: Type.Array(QuizProgress),
	missing: Type.Object({ lessons: Type.Array(Id), quizzes: Type.Array(Id) }),
	completedAt: nullable(Type.String({ description: 'Once set, never taken back.' })),
	certificate: nullable(Type.String({ description: 'Serial of the one in force.' })),
	issued: nullable(
		Type.String({ description: 'Serial of the latest for this completion, in force or not.' }),
	),
	enrolledAt: nullable(Type.String()),
});
export type CourseProgress = Static<typeof CourseProgress>;
export const ProgressList = Type.Object({ courses: Type.Array(CourseProgress) });
