import type { question as source } from '../vi/question.ts';

/** Questions, in lessons and in quizzes. */
export const question = {
	chooseOne: 'Choose one answer.',
	chooseSeveral: 'Choose all the right answers.',
	chooseTrueFalse: 'Is this true or false?',
	typeNumber: 'Type a number.',
	typeText: 'Type a short answer.',
	yourAnswer: 'Your answer',
	true: 'True',
	false: 'False',
	hint: 'Show a hint',
	verdict: {
		right: 'That is right',
		partly: 'Partly right',
		wrong: 'Not right yet',
		waiting: 'Answer received',
	},
	explanation: 'Why',
	solution: 'The right answer',
	and: ' and ',
} satisfies typeof source;
