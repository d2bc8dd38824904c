import Type, { type Static } from 'typebox';
import { Context, Id, Locale, Timestamp, Uuid, VersionId, described, moment, nullable } from './common.ts';
import { eventTypes } from './names.ts';

/** One thing that happened on a device. `item` names the `<Try>` for try.done and try.undone. */
export const LearningEvent = Type.Object(
	{
		id: described(Uuid, 'A UUID made by the device: an event that is sent again is a duplicate.'),
		type: Type.Enum(eventTypes, {
			description: 'What happened: lesson.opened, lesson.done, try.done or try.undone.',
		}),
		course: described(Id, 'Id of the course.'),
		lesson: described(Id, 'Id of the lesson.'),
		at: described(
			Timestamp,
			'When it happened by the clock of the device, in ISO 8601; at most a day ahead of the server.',
		),
		item: Type.Optional(
			described(Id, 'Id of the task, with try.done and try.undone; without meaning for the others.'),
		),
		version: Type.Optional(
			described(VersionId, 'Version that the learner was reading; absent: the one published now.'),
		),
		locale: Type.Optional(
			described(Locale, 'Language that the lesson was read in; absent: that of the learner.'),
		),
		context: Type.Optional(Context),
	},
	{ additionalProperties: false },
);
export type LearningEvent = Static<typeof LearningEvent>;

/** Events are judged one by one, so that a bad one keeps no other back. */
export const EventBatch = Type.Object(
	{
		events: Type.Array(Type.Unknown(), {
			minItems: 1,
			maxItems: 200,
			description: 'What happened, 1 to 200 events, each of the shape `LearningEvent`.',
		}),
	},
	{ additionalProperties: false },
);
export const EventReceipt = Type.Object({
	accepted: Type.Array(Type.String(), { description: 'Ids of the events that are kept from now on.' }),
	duplicate: Type.Array(Type.String(), { description: 'Ids of the events that were kept before.' }),
	rejected: Type.Array(
		Type.Object({
			id: nullable(Type.String(), 'Id of the event; null: it has none that can be read.'),
			reason: Type.String({ description: 'Why it is not kept, as a sentence for the person.' }),
		}),
		{ description: 'The events that are not kept; sending them again as they are would not help.' },
	),
});
export type EventReceipt = Static<typeof EventReceipt>;

export const EnrolmentRequest = Type.Object(
	{ course: described(Id, 'Id of the course.') },
	{ additionalProperties: false },
);
export const Enrolment = Type.Object({
	course: described(Id, 'Id of the course.'),
	enrolledAt: moment('When the learner enrolled first.'),
});

export const QuizProgress = Type.Object({
	id: described(Id, 'Id of the quiz.'),
	required: Type.Boolean({ description: 'Whether the course is complete only once it is passed.' }),
	attempts: Type.Integer({ description: 'How many attempts were started, an open one among them.' }),
	attemptsLeft: nullable(
		Type.Integer(),
		'Attempts that may be started now, from 0; null: as many as one likes.',
	),
	againFrom: nullable(
		Type.String(),
		'When another attempt may be started, ISO 8601 in UTC, where none may now; null: waiting gives none, or need not be.',
	),
	open: nullable(Uuid, 'Id of the attempt that is open; null: none is.'),
	bestScore: nullable(
		Type.Number(),
		'Points of the best submitted attempt, 0 to maxScore; null: none is submitted.',
	),
	maxScore: nullable(
		Type.Number(),
		'The most points that the best attempt could have scored; null: none is submitted.',
	),
	passed: Type.Boolean({ description: 'Whether any attempt has passed.' }),
	waiting: Type.Integer({
		description:
			'How many questions of the latest attempt that may yet pass wait for a person to grade them; 0: none does.',
	}),
});
export const CourseProgress = Type.Object({
	course: described(Id, 'Id of the course.'),
	title: Type.String({ description: 'Title of the course, in the language asked for where it has one.' }),
	version: described(
		VersionId,
		'The version published now, by which progress is counted; of a withdrawn course its last.',
	),
	done: Type.Integer({ description: 'How many required lessons and quizzes are done, 0 to total.' }),
	total: Type.Integer({ description: 'How many lessons and quizzes are required.' }),
	lessons: Type.Array(
		Type.Object({
			id: described(Id, 'Id of the lesson.'),
			required: Type.Boolean({ description: 'Whether the course is complete only with it.' }),
			doneAt: nullable(Type.String(), 'When it was done, ISO 8601 in UTC; null: it is not.'),
			tries: Type.Array(Id, { description: 'Ids of its tasks that are ticked.' }),
		}),
		{ description: 'The lessons of the course, in their order.' },
	),
	quizzes: Type.Array(QuizProgress, { description: 'The counted quizzes and exams of the course.' }),
	missing: Type.Object(
		{
			lessons: Type.Array(Id, { description: 'Ids of the required lessons that are not done.' }),
			quizzes: Type.Array(Id, { description: 'Ids of the required quizzes that are not passed.' }),
		},
		{ description: 'What is still to be done; both empty: nothing.' },
	),
	completedAt: nullable(
		Type.String(),
		'When the course was completed last, ISO 8601 in UTC, never taken back; null: not yet.',
	),
	certificate: nullable(Type.String(), 'Serial of the certificate in force; null: none is.'),
	issued: nullable(
		Type.String(),
		'Serial of the latest certificate for this completion, in force or not; null: none was issued.',
	),
	withdrawn: Type.Boolean({
		description: 'Whether the course is not offered any more; what was done in it and earned by it stays.',
	}),
	enrolledAt: nullable(Type.String(), 'When the learner enrolled, ISO 8601 in UTC; null: they have not.'),
});
export type CourseProgress = Static<typeof CourseProgress>;
export const ProgressList = Type.Object({
	courses: Type.Array(CourseProgress, { description: 'Progress in each course that I enrolled in.' }),
});
