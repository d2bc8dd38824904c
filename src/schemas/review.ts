import Type, { type Static } from 'typebox';
import { Id, Locale, described, nullable } from './common.ts';
import { Answer, Question, Verdict } from './question.ts';

const ofCourse = {
	course: described(Id, 'Id of the course that the question belongs to.'),
	courseTitle: Type.String({ description: 'Its title, in the language asked for where it has one.' }),
	question: described(Question, 'The question.'),
};
const nextAt = (what: string) => nullable(Type.String(), what);

/** Questions that went wrong and come back. */
export const Reviewing = Type.Object({
	due: Type.Integer({ description: 'How many questions are due now.' }),
	nextAt: nextAt('When the next one after these comes, ISO 8601 in UTC; null: none waits.'),
	item: nullable(Type.Object(ofCourse), 'The first that is due; null: none is.'),
});
export type Reviewing = Static<typeof Reviewing>;

export const ReviewRequest = Type.Object(
	{
		course: described(Id, 'Id of the course.'),
		question: described(Id, 'Id of the question.'),
		locale: Type.Optional(
			described(Locale, 'Language that the question was shown in; absent: that in which the API speaks.'),
		),
		answer: Answer,
	},
	{ additionalProperties: false },
);
export const ReviewVerdict = Type.Object({
	...ofCourse,
	verdict: described(Verdict, 'The verdict, with all that the author says to it, and where it is taught.'),
	nextAt: nextAt('When it comes again, ISO 8601 in UTC; null: it is learned.'),
	left: Type.Integer({ description: 'How many others are due now.' }),
});
export type ReviewVerdict = Static<typeof ReviewVerdict>;
