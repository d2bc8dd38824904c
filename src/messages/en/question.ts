import { count } from './count.ts';
import type { question as source } from '../vi/question.ts';

/** Questions, in lessons and in quizzes. */
export const question = {
	chooseOne: 'Choose one answer.',
	chooseSeveral: 'Choose all the right answers.',
	chooseTrueFalse: 'Is this true or false?',
	typeNumber: 'Type a number.',
	typeMeasure: 'Type a number and its unit, such as “5 kg”.',
	typeText: 'Type a short answer.',
	putInOrder: 'Put these in the right order: choose one for each place.',
	matchEach: 'For each line, choose what goes with it.',
	groupEach: 'For each item, choose its group.',
	tickEachRow: 'In each row, choose one answer.',
	fillEach: 'Fill in each blank.',
	blank: (p) => `Blank ${p.n}`,
	writeText: 'Answer in your own words. An instructor reads and grades it.',
	sendPhoto: 'Send a photo. An instructor looks at it and grades it.',
	sendFile: 'Send a photo or a PDF file. An instructor looks at it and grades it.',
	fileGiven: 'A file was sent',
	wordsBetween: (p: { least: number; most: number }) =>
		`Between ${p.least} and ${count(p.most, 'word', 'words')}.`,
	wordsAtLeast: (p: { least: number }) => `At least ${count(p.least, 'word', 'words')}.`,
	wordsAtMost: (p: { most: number }) => `At most ${count(p.most, 'word', 'words')}.`,
	place: (p: { n: number }) => `Place ${p.n}`,
	choose: 'Choose…',
	choices: 'The choices:',
	yourAnswer: 'Your answer',
	true: 'True',
	false: 'False',
	hint: 'Show a hint',
	case: 'The case',
	caseAgain: 'Read the case again',
	onTrial: 'This question is being tried out and does not count.',
	verdict: {
		right: 'That is right',
		partly: 'Partly right',
		wrong: 'Not right yet',
		waiting: 'Answer received',
	},
	explanation: 'Why:',
	solution: 'The right answer:',
	written: 'With its marks:',
	and: ' and ',
	passRight: (p: { right: number }) => `at least ${p.right} right`,
	passRightOf: (p: { right: number; of: number }) =>
		`at least ${p.right} of ${count(p.of, 'question', 'questions')} right`,
	passShare: (p: { percent: string }) => `at least ${p.percent} of the points`,
	points: (p: { score: string; max: string }) => `${p.score} of ${count(p.max, 'point', 'points')}`,
	right: (p: { right: number | string; of: number | string }) =>
		`${p.right} of ${count(p.of, 'question', 'questions')} right`,
	share: (p: { percent: string }) => `about ${p.percent} of the points`,
} satisfies typeof source;
