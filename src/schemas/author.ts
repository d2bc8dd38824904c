/** What authors write at the head of their files. The sentence on each field is what the authors' guide says of it. */
import Type, { type Static } from 'typebox';
import {
	idPattern,
	questionOrders,
	quizAccesses,
	quizKinds,
	resultParts,
	reviews,
	tellingTimes,
} from './names.ts';
import { CompetenceRef, Id, Locale, Localised, TargetGroup } from './common.ts';

const closed = { additionalProperties: false } as const;

/** An id that stands alone, an option as `question/option`, a choice of a blank as `question/blank/choice`. */
const IdOrOption = Type.String({
	pattern: `${idPattern.slice(0, -1)}(/[a-z0-9]+(-[a-z0-9]+)*){0,2}$`,
	maxLength: 194,
});

const Skills = Type.Array(CompetenceRef, {
	description:
		'Codes of the competences it trains, such as ["4.1"]; of another framework with its id: ["khac:2.1"].',
});
const Title = Type.String({
	minLength: 1,
	maxLength: 200,
	description: 'Title in the language of the folder; a first heading `# Title` says it too.',
});
const Source = Type.String({
	pattern: '^[0-9a-f]{12}$',
	description: 'Mark of the source text that a translation was made from; `check --fix` writes it.',
});

const Picture = Type.String({
	minLength: 1,
	maxLength: 200,
	description: 'Drawing or photo of the folder media, such as media/bia.svg; decoration, shown small.',
});

/** A stretch of the course with a name of its own, such as three lessons about calling. */
export const PartFile = Type.Object(
	{
		id: Type.String({ ...Id, description: 'Id of the part; it never changes.' }),
		title: Type.Object(Localised.properties, { ...closed, description: 'Its name, per language.' }),
		begins: Type.Optional(
			Type.String({
				...Id,
				description:
					'Id of the lesson or quiz that it begins with; the first part begins with the course. A lesson can say it too, by `part`.',
			}),
		),
		picture: Type.Optional(Picture),
	},
	closed,
);
export type PartFile = Static<typeof PartFile>;

export const CourseFile = Type.Object(
	{
		id: Type.String({ ...Id, description: 'Id of the course; it never changes.' }),
		source_locale: Type.Enum([...Locale.enum], {
			description: 'Language that the course is written in first.',
		}),
		title: Type.Object(Localised.properties, { ...closed, description: 'Title, per language.' }),
		summary: Type.Object(Localised.properties, {
			...closed,
			description: 'One or two sentences, per language.',
		}),
		groups: Type.Array(TargetGroup, { description: 'Target groups that the course is made for.' }),
		framework: Type.Optional(
			Type.String({
				...Id,
				description:
					'Id of the framework that competence codes of this course belong to; may be left out where there is one only.',
			}),
		),
		skills: Type.Optional(
			Type.Record(CompetenceRef, Type.Integer({ minimum: 1, maximum: 8 }), {
				description: 'Competence code, or framework:code, to the level, 1 to 8, that the course leads to.',
			}),
		),
		picture: Type.Optional(Picture),
		parts: Type.Optional(
			Type.Array(PartFile, {
				description: 'Parts of the course, in their order; a short course needs none.',
			}),
		),
		requires: Type.Optional(
			Type.Object(
				{
					lessons: Type.Optional(
						Type.Array(Id, { description: 'Lessons to finish for the certificate; all when left out.' }),
					),
					quizzes: Type.Optional(
						Type.Array(Id, { description: 'Quizzes and exams to pass for the certificate.' }),
					),
					supervised: Type.Optional(
						Type.Boolean({
							description:
								'true: those quizzes are passed in a supervised room, or somebody who looks after the learner vouches for them; anywhere when left out.',
						}),
					),
				},
				{ ...closed, description: 'What the certificate asks for.' },
			),
		),
		certificate: Type.Optional(
			Type.Object(
				{
					title: Type.Object(Localised.properties, { ...closed, description: 'Its title, per language.' }),
					valid_for: Type.Optional(
						Type.String({ description: 'How long it holds: 2y, 18m or 90d; for ever when left out.' }),
					),
				},
				{ ...closed, description: 'The certificate; a course without this line gives none.' },
			),
		),
		review_by: Type.Optional(
			Type.String({ format: 'date', description: 'Day by which the content must be looked over again.' }),
		),
		licence: Type.Optional(Type.String({ maxLength: 100, description: 'Licence, such as CC-BY-4.0.' })),
		authors: Type.Optional(
			Type.Array(Type.String({ maxLength: 200 }), {
				description: 'Names of the authors, as they wish to be shown.',
			}),
		),
		formerly: Type.Optional(
			Type.Record(IdOrOption, IdOrOption, {
				description: 'Ids that were renamed: the old one, then the new one. An option is question/option.',
			}),
		),
		removed: Type.Optional(
			Type.Array(IdOrOption, { description: 'Ids that were published once and are gone for good.' }),
		),
	},
	closed,
);
export type CourseFile = Static<typeof CourseFile>;

export const LessonHead = Type.Object(
	{
		id: Type.Optional(Type.String({ ...Id, description: 'Id of the lesson, the same in all languages.' })),
		title: Type.Optional(Title),
		summary: Type.Optional(
			Type.String({ maxLength: 400, description: 'One sentence for lists and link previews.' }),
		),
		skills: Type.Optional(Skills),
		part: Type.Optional(
			Type.String({
				...Id,
				description: 'Id of the part of the course that begins with this lesson, or that it belongs to.',
			}),
		),
		source: Type.Optional(Source),
	},
	closed,
);
export type LessonHead = Static<typeof LessonHead>;

const share = (description: string) =>
	Type.Optional(Type.Union([Type.String(), Type.Number()], { description }));
const PassMarks = Type.Object(
	{
		total: share('Share of all points, such as 70%; 70% when left out.'),
		each: share('Share of the points of each competence, such as 50%.'),
	},
	closed,
);

/** A moment by the clocks of the platform's time zone. */
const Time = (what: string) =>
	Type.String({
		maxLength: 20,
		description: `${what}, such as 2026-12-01 08:00; without limit when left out.`,
	});

export const QuizHead = Type.Object(
	{
		id: Type.Optional(Type.String({ ...Id, description: 'Id of the quiz, the same in all languages.' })),
		title: Type.Optional(Title),
		kind: Type.Optional(
			Type.Enum(quizKinds, { description: 'practice is shown in lessons; quiz and exam are counted.' }),
		),
		pass: Type.Optional(
			Type.Union([Type.String(), Type.Number(), PassMarks], {
				description:
					'Share of the points that passes, such as 70%; 70% when left out. `{ total: 70%, each: 50% }` asks for a share in every competence too.',
			}),
		),
		attempts: Type.Optional(
			Type.Integer({
				minimum: 1,
				maximum: 100,
				description: 'Attempts allowed; without limit when left out.',
			}),
		),
		draw: Type.Optional(
			Type.Integer({ minimum: 1, description: 'How many questions an attempt draws; all when left out.' }),
		),
		forms: Type.Optional(
			Type.Integer({
				minimum: 2,
				maximum: 2,
				description:
					'2: the pool is parted into two forms, A and B, of equal make-up and without a question in both, for tests before and after; each attempt draws its own when left out.',
			}),
		),
		minutes: Type.Optional(
			Type.Integer({
				minimum: 1,
				maximum: 600,
				description: 'Time allowed, in minutes; none when left out.',
			}),
		),
		retry_after: Type.Optional(
			Type.String({
				maxLength: 20,
				description:
					'Once all attempts are used up, another one is given after this time: 24h, 2d, or none for never; 24h when left out.',
			}),
		),
		wait: Type.Optional(
			Type.String({
				maxLength: 20,
				description:
					'Time from handing one attempt in to starting the next: 30m, 2h or 1d; none when left out.',
			}),
		),
		opens: Type.Optional(Time('From when attempts may be started')),
		closes: Type.Optional(
			Time('Until when attempts may be started and answers are taken; a day alone counts to its end'),
		),
		access: Type.Optional(
			Type.Enum(quizAccesses, {
				description: 'code: an attempt begins with the code of a supervised room; open when left out.',
			}),
		),
		order: Type.Optional(
			Type.Enum(questionOrders, {
				description:
					'sequential: a question that was left behind is not changed any more; free when left out.',
			}),
		),
		show: Type.Optional(
			Type.Object(
				Object.fromEntries(
					resultParts.map((part) => [
						part,
						Type.Optional(
							Type.Enum(tellingTimes, {
								description: `When the ${part} of a result is told; as \`review\` has it when left out.`,
							}),
						),
					]),
				),
				{ ...closed, description: 'What a result tells when, part by part, in the place of `review`.' },
			),
		),
		hints: Type.Optional(
			Type.Boolean({
				description: 'Whether hints are offered; when left out: in a practice or a quiz, not in an exam.',
			}),
		),
		confidence: Type.Optional(
			Type.Boolean({
				description:
					'true asks after each question how sure one is, which changes no points; not asked when left out.',
			}),
		),
		graders: Type.Optional(
			Type.Integer({
				minimum: 1,
				maximum: 2,
				description:
					'How many people grade each answer that a person grades, without knowing of each other: 1 or 2; 1 when left out.',
			}),
		),
		agree_within: Type.Optional(
			Type.Union([Type.String(), Type.Number()], {
				description:
					'How far apart two graders may be, as a share of the question’s points, such as 20%; further apart, one more decides. 20% when left out.',
			}),
		),
		shuffle: Type.Optional(Type.Boolean({ description: 'false keeps the order of questions and options.' })),
		review: Type.Optional(
			Type.Enum(reviews, { description: 'What a result shows: full, verdicts or score.' }),
		),
		source: Type.Optional(Source),
	},
	closed,
);
export type QuizHead = Static<typeof QuizHead>;
