/** Answers that people grade: what waits, one answer as graders see it, and what they give it. */
import Type, { type Static } from 'typebox';
import { Id, Locale, Uuid, described, moment, nullable } from './common.ts';
import { Question, type PlainAnswer } from './question.ts';
import { Incident } from './room.ts';
import { SentFile } from './upload.ts';

const state = Type.Enum(['waits', 'differs', 'graded'], {
	description:
		'How it stands: waits (for a grader), differs (those who graded are too far apart, and one more decides) or graded (points stand).',
});
const summary = {
	id: described(Uuid, 'Id of the task, which says nothing of whose answer it is.'),
	course: described(Id, 'Id of the course.'),
	courseTitle: Type.String({ description: 'Title of the course.' }),
	quizTitle: Type.String({ description: 'Title of the quiz.' }),
	question: Type.String({ description: 'The question, as plain text.' }),
	locale: described(Locale, 'Language of the attempt, in which the question is given.'),
	since: moment('When it was handed in.'),
	state,
	name: nullable(
		Type.String(),
		'Whose it is, once it is graded; null: not graded yet, or the learner gave no name.',
	),
	isClaimed: Type.Boolean({ description: 'Whether somebody else has it open just now.' }),
	isMine: Type.Boolean({ description: 'Whether I have it open, or opened it last.' }),
	isMarked: Type.Boolean({ description: 'Whether I have given it points.' }),
};
export const TaskSummary = Type.Object(summary);
export type TaskSummary = Static<typeof TaskSummary>;

const count = (what: string) => Type.Integer({ description: what });
export const WaitingQuestion = Type.Object({
	course: described(Id, 'Id of the course.'),
	courseTitle: Type.String({ description: 'Title of the course.' }),
	quiz: described(Id, 'Id of the quiz, as its answers were handed in.'),
	quizTitle: Type.String({ description: 'Title of the quiz.' }),
	question: described(Id, 'Id of the question.'),
	title: Type.String({ description: 'The question, as plain text.' }),
	locale: described(Locale, 'Language of `title`.'),
	waiting: count('How many of its answers wait for my points.'),
	differs: count('How many wait for somebody to settle them, since those who graded are too far apart.'),
	marked: count('How many I have marked, and wait for another grader.'),
	since: moment('When the oldest of them was handed in.'),
	first: nullable(Uuid, 'The task to begin with; null: none waits for me, or somebody else has each open.'),
});
export type WaitingQuestion = Static<typeof WaitingQuestion>;

export const GradingQueue = Type.Object({
	questions: Type.Array(WaitingQuestion, {
		description: 'Questions with answers that wait, the one that waits longest first; at most 200.',
	}),
	claimed: Type.Array(TaskSummary, { description: 'What I have open, and nobody has graded yet.' }),
	differing: Type.Array(TaskSummary, {
		description: 'What waits to be settled, the oldest first; at most 50.',
	}),
	waiting: Type.Array(TaskSummary, {
		description: 'What waits for a grader, the oldest first; at most 100.',
	}),
	graded: Type.Array(TaskSummary, { description: 'What was graded last, the latest first; at most 20.' }),
});
export type GradingQueue = Static<typeof GradingQueue>;

const Points = Type.Record(Id, Type.Number(), {
	additionalProperties: false,
	maxProperties: 50,
	description: 'Points by criterion, 0 to those of the criterion, in quarters.',
});

const remarks = (what: string) =>
	Type.Record(Id, Type.String({ maxLength: 500 }), {
		additionalProperties: false,
		maxProperties: 50,
		description: `What is said to single criteria, by their ids, at most 500 characters each${what}`,
	});

export const Mark = Type.Object({
	isMine: Type.Boolean({ description: 'Whether I gave it.' }),
	grader: nullable(Type.String(), 'Who gave it; null: no name is known.'),
	points: Points,
	comment: Type.String({ description: 'What the grader says to the learner; may be empty.' }),
	remarks: remarks('.'),
	markedAt: moment('When it was given.'),
	stands: Type.Boolean({ description: 'Whether the grade rests on it.' }),
});
export type Mark = Static<typeof Mark>;

export const GradingTask = Type.Object({
	...summary,
	asked: described(Question, 'The question.'),
	answer: Type.Unsafe<PlainAnswer>({ description: 'The answer, in the shape of its kind.' }),
	file: nullable(SentFile, 'The file that was sent, for file; null: another kind, or it is gone.'),
	incidents: Type.Array(Incident, {
		description: 'What a supervisor noted about the attempt, where it was taken in a room.',
	}),
	explanation: nullable(
		Type.String(),
		'What the author says of a right answer, as plain text; null: nothing.',
	),
	criteria: Type.Array(
		Type.Object({
			id: described(Id, 'Id of the criterion.'),
			says: Type.String({ description: 'What it asks, as plain text; empty: the whole answer.' }),
			points: Type.Number({ description: 'The most points that it gives.' }),
		}),
		{ description: 'What points are given for, in the order of the author.' },
	),
	graders: Type.Integer({ description: 'How many grade each answer without knowing of each other: 1 or 2.' }),
	seen: Type.Integer({ description: 'How many marks there are by now; to be sent along with a new one.' }),
	marks: Type.Array(Mark, {
		description: 'Marks that may be seen: my own, and all once it no longer waits.',
	}),
	previous: nullable(Uuid, 'The task before it among those of its question that wait for me; null: none.'),
	next: nullable(
		Uuid,
		'The task after it among those of its question that wait for me, those to be settled last; null: none.',
	),
	round: Type.Object(
		{
			done: count('How many answers to this question I have marked within a day.'),
			open: count('How many wait for me, those to be settled among them.'),
			place: nullable(Type.Integer(), 'Which of these it is, from 1; null: it does not wait for me.'),
		},
		{ description: 'How far I am with the answers to this question.' },
	),
});
export type GradingTask = Static<typeof GradingTask>;

export const MarkRequest = Type.Object(
	{
		points: Points,
		comment: Type.Optional(
			Type.String({
				maxLength: 2000,
				description: 'What to say to the learner, at most 2,000 characters; absent: nothing.',
			}),
		),
		remarks: Type.Optional(remarks('; absent: nothing.')),
		seen: Type.Integer({
			minimum: 0,
			maximum: 1000,
			description: 'How many marks the task had as it was shown.',
		}),
	},
	{ additionalProperties: false },
);
export type MarkRequest = Static<typeof MarkRequest>;
