import type { quiz as source } from '../vi/quiz.ts';
import { count } from './count.ts';

const questions = (n: number) => count(n, 'question', 'questions');

/** A quiz: its start page, an attempt, and the result. */
export const quiz = {
	start: 'Start',
	goOn: 'Go on',
	again: 'Try again',
	practise: 'Practise once more',
	factsTitle: 'What is in it?',
	questions: (p: { n: number }) => `${questions(p.n)}, one on each screen`,
	drawn: (p: { n: number; pool: number }) =>
		`${questions(p.n)} out of ${p.pool}, so they can differ each time`,
	form: (p) => `Form ${p.form}`,
	forms:
		'There are forms A and B, alike in make-up but with other questions. Next time you get the other one.',
	surveys: (p: { n: number }) => `${questions(p.n)} more for your opinion, not counted`,
	sure: {
		title: 'You know what you know',
		right: (p: { n: number; of: number }) => `Sure and right: ${p.n} of ${p.of}.`,
		unsure: (p: { n: number }) => `Not sure, and right: ${p.n}. You know more than you think.`,
		wrong: (p: { n: number }) =>
			`Very sure, and not right: ${p.n}. These are worth another look most of all.`,
		placed:
			'There was nothing that you were very sure of and got wrong. Knowing where one is not sure is worth a lot.',
	},
	trials: (p: { n: number }) => `${questions(p.n)} more being tried out, not counted`,
	minutes: (p: { n: number }) => `${count(p.n, 'minute', 'minutes')}, counted from when you press Start`,
	noLimit: 'No time limit, take it easy',
	pass: (p: { pass: string }) => `You pass with ${p.pass}`,
	passEach: (p: { percent: string }) => `Each competence in it needs ${p.percent} of its points too`,
	opens: (p: { time: string; date: string }) => `Opens at ${p.time} on ${p.date}`,
	closes: (p: { time: string; date: string }) =>
		`Closes at ${p.time} on ${p.date}; what is under way is then handed in by itself`,
	closesForYou: (p: { time: string; date: string }) => `Open to you until ${p.time} on ${p.date}`,
	extraMinutes: (p: { n: number }) =>
		p.n === 1 ? 'One minute of it was added for you' : `${p.n} minutes of it were added for you`,
	needsRoom: 'Taken in a supervised room: you need the code of the room to start',
	sequential: 'One question after another: once you have answered the next, those before stay as they are',
	sequentialHere: 'Once you go on, you cannot come back to this question.',
	reviewSequential: (p: { n: number; of: number }) =>
		p.n === 0
			? `You have answered all ${p.of} questions. What is behind you cannot be changed here.`
			: `Without an answer: ${p.n} of ${p.of}. You cannot go back to questions behind you here.`,
	waitMinutes: (p: { n: number }) =>
		p.n === 1 ? 'A minute to wait between two attempts' : `${p.n} minutes to wait between two attempts`,
	waitHours: (p: { n: number }) =>
		p.n === 1 ? 'An hour to wait between two attempts' : `${p.n} hours to wait between two attempts`,
	waitDays: (p: { n: number }) =>
		p.n === 1 ? 'A day to wait between two attempts' : `${p.n} days to wait between two attempts`,
	toldScore: {
		never: 'The result says whether you passed, not your score',
		'after-submission': 'You learn your score as soon as you hand in',
		'after-passing': 'The result says whether you passed; your score once you have',
		'after-closing': 'You learn at once whether you passed; your score when the quiz closes',
	},
	toldVerdicts: {
		never: 'The result says your score, not which answers were right',
		'after-submission': 'You learn your score and what was right as soon as you hand in',
		'after-passing': 'You learn your score as you hand in; what was right once you have passed',
		'after-closing': 'You learn your score as you hand in; what was right when the quiz closes',
	},
	toldSolutions: {
		never: 'Solutions are not shown',
		'after-submission': 'Solutions are there as soon as you hand in',
		'after-passing': 'Once you have passed you can see the solutions',
		'after-closing': 'Solutions are shown when the quiz closes',
	},
	scoreUntold: 'This quiz does not tell your score.',
	tellsLater: (p: { time: string; date: string }) =>
		`The rest of the result is shown at ${p.time} on ${p.date}, when the quiz closes.`,
	competencesMissed: (p: { n: number }) =>
		p.n === 1 ? 'One competence is below its own mark.' : `${p.n} competences are below their own marks.`,
	opensAt: (p: { time: string; date: string }) => `This opens at ${p.time} on ${p.date}.`,
	closedAt: (p: { time: string; date: string }) => `This closed at ${p.time} on ${p.date}.`,
	closedAtText: 'The lessons stay open. If you need to take this later, ask your instructor.',
	anyAttempts: 'You can try as often as you like',
	attempts: (p: { n: number }) => (p.n === 1 ? 'You can try once' : `You can try ${p.n} times`),
	attemptsLeft: (p: { left: number; of: number }) => `${p.left} of ${count(p.of, 'try', 'tries')} left`,
	noneLeft: (p: { of: number }) =>
		p.of === 1 ? 'You have used your one try' : `You have used all ${p.of} tries`,
	noneLeftText: 'Ask your helper or teacher for one more try. The lessons stay open for you.',
	retryDays: (p: { n: number }) =>
		p.n === 1
			? 'Once they are used up, one more each day until you pass'
			: `Once they are used up, one more every ${p.n} days until you pass`,
	retryHours: (p: { n: number }) =>
		`Once they are used up, one more every ${count(p.n, 'hour', 'hours')} until you pass`,
	retryAsk: 'Once they are used up, ask your helper or teacher for one more',
	againFrom: (p: { time: string; date: string }) => `You can try again from ${p.time} on ${p.date}.`,
	againNow: 'The waiting time is over. You can try again now.',
	waitText:
		'Meanwhile, look at the lessons again. If you need it sooner, ask your helper or teacher for one more try.',
	grantedTitle: (p: { n: number }) => (p.n === 1 ? 'You may try once more' : `You may try ${p.n} more times`),
	extendedTitle: 'You have been given more time',
	grantedBy: (p: { name: string }) => `Granted by ${p.name}`,
	grantedWhy: (p: { text: string }) => `Why: ${p.text}`,
	skip: 'Skip it and go on',
	skipText: 'You do not have to take this test. It stays here for whenever you like.',
	hintsOffered: 'Where a question is hard, you can open a hint',
	hintsNone: 'There are no hints here; answer by yourself',
	closedTitle: 'This course is no longer open',
	closedText: 'Your answers and your score are kept. Choose another course to go on.',
	otherCourses: 'See the courses',
	savedAlways:
		'Each answer is saved as you go. If the network or the phone goes off, open this again and go on.',
	clockRuns: 'The clock goes on when you leave the page.',
	passedAlready: 'You have passed this.',
	openAttempt: 'You have begun this. The answers you gave are still here.',
	startLater: 'Starting needs a network',
	startLaterText:
		'Go on with other lessons. When there is a network, open this page again; once started, you can go on without one.',
	guest: 'You can begin at once, no account needed. Your answers are remembered on this device.',
	earlier: 'Earlier tries',
	attemptNumber: (p: { n: number }) => `Try ${p.n}`,
	passed: 'passed',
	notPassed: 'not passed',
	waits: (p: { n: number }) => `${count(p.n, 'question', 'questions')} waiting to be graded`,
	waitsHere: 'waiting to be graded',
	waitsTitle: 'This waits for a person to grade it',
	waitsText: (p: { n: number }) =>
		`${count(p.n, 'question waits', 'questions wait')} for an instructor, so this is the score so far. Once graded, the result stands here and under “My learning”.`,
	byPeopleTitle: 'Waiting for a grade, or graded lately',
	byPeopleGraded: 'graded',
	markedTitle: 'An instructor has graded it',
	markedWhole: 'The whole answer',
	markedComment: 'Comment:',
	uncounted: 'does not count',
	uncountedTitle: 'This try does not count',
	uncountedText:
		'You made this try before you signed in. Together with the tries in your account, it is more than the quiz allows.',
	unfinished: 'not finished',
	seeResult: 'See the result',

	position: (p: { n: number; of: number }) => `Question ${p.n} of ${p.of}`,
	number: (p: { n: number }) => `Question ${p.n}`,
	answered: 'answered',
	unanswered: 'not answered',
	inLanguage: (p: { language: string }) => `This try is in ${p.language}`,
	readingDone: 'The question is read to the end.',
	goTo: 'Choose another question',
	previous: 'Previous question',
	next: 'Next question',
	toReview: 'Look over and hand in',
	savedAt: (p: { time: string }) => `Saved at ${p.time}`,
	sending: 'The answer is kept on this device, and is still being sent: the network is slow.',
	held: 'The network is unsteady. The answer is kept on this device and will be sent when the network is back.',
	heldInPage:
		'The network is unsteady and this device does not allow saving. Keep the page open: the answer will be sent when the network is back.',
	blocked:
		'The network here does not let answers be saved by themselves. Answer, then press “Next question”: the answer will be saved.',
	elsewhere: (p: { time: string }) =>
		`Another answer to this question was saved at ${p.time}. Which one do you want to keep?`,
	keepMine: 'Keep the one on this screen',
	keepTheirs: 'Take the saved one',
	signedOut: 'You were signed out. The answer is kept on this device; sign in again and it will be sent.',
	otherLearner:
		'Somebody else has signed in on this device. Your answer is kept here; sign in as yourself and it will be sent.',
	gone: 'This attempt cannot be found any more, so the answer could not be sent.',
	lateHere: 'Time was up before this answer arrived, so it does not count.',
	submittedHere: 'The test was handed in before this answer arrived, so it does not count.',
	notSaved: 'This answer is not saved yet',
	leaveOpen: 'To leave this question for later, press once more.',
	until: (p: { time: string }) => `Until ${p.time}`,
	minutesLeft: (p: { n: number | string }) => `${count(p.n, 'minute', 'minutes')} left`,
	lastMinute: 'less than a minute left',
	announceMinutes: (p: { n: number | string }) => `You have ${count(p.n, 'minute', 'minutes')} left.`,
	timeUp: 'Time is up',
	timeUpText: 'All the answers that you saved count.',
	timeUpSubmit: 'Hand in and see the result',

	reviewTitle: 'Look over before you hand in',
	reviewAll: (p: { n: number }) =>
		p.n === 1
			? 'You have answered the question. To change it, press on it.'
			: `You have answered all ${p.n} questions. To change one, press on it.`,
	reviewSome: (p: { n: number | string; of: number }) =>
		`${p.n} of ${questions(p.of)} ${p.n === 1 ? 'is' : 'are'} not answered. Press on one to answer it, or hand in now.`,
	openQuestion: (p: { n: number }) => `No answer yet to question ${p.n}`,
	submit: 'Hand in',
	submitNote: 'After that, nothing can be changed.',
	submitUnanswered: (p: { n: number | string }) =>
		`I know that ${p.n} ${p.n === 1 ? 'question is' : 'questions are'} not answered, and I want to hand in`,
	submitNeedsTick: 'Tick the box below if you want to hand in before you have answered everything.',
	answeredHere: 'answered on this device',
	handedInHere: 'Handed in on this device',
	handedInHereText:
		'This device keeps your answers and sends them when the network is back. Then you see the result. You can go on learning meanwhile.',
	handedInTimed: (p: { time: string }) =>
		`This quiz has a time limit: only answers that arrive before ${p.time} count. Look for a network as soon as you can.`,
	clockNeedsNetwork: 'Only answers that arrive before time is up count, so do it where there is a network.',

	resultOf: (p: { title: string }) => `Result: ${p.title}`,
	perfect: 'All right, wonderful!',
	passedTitle: 'Congratulations, you passed!',
	nearTitle: 'Nearly there',
	moreTitle: 'Let us learn a little more',
	notYetTitle: 'Not passed this time',
	partly: (p: { n: number }) => `and ${questions(p.n)} partly right`,
	needPoints: (p: { need: string }) => `You need at least ${count(p.need, 'point', 'points')} to pass.`,
	needRight: (p: { need: number }) =>
		`You need at least ${count(p.need, 'right answer', 'right answers')} to pass.`,
	got: (p: { score: string }) => `You got ${p.score}.`,
	needShare: (p: { percent: string }) => `You need ${p.percent} of the points to pass.`,
	encourage: 'Read the questions below once more. When you feel ready, try again.',
	encourageLessons: 'Go through the lessons once more. When you feel ready, try again.',
	encouragePassed: 'You know this part well.',
	lastAttempt:
		'You have used all your tries. Look at the lessons again, then ask your helper or teacher for one more.',
	attemptsStill: (p: { n: number }) => `You have ${count(p.n, 'try', 'tries')} left.`,
	autoSubmitted: (p: { time: string }) =>
		`Time was up at ${p.time}, so your answers were handed in. All those that were saved count.`,
	passedBefore: 'You passed this on another try.',
	lateTitle: 'The last answer came after time was up',
	someLate: 'Some answers on this device came too late',
	lateText: 'It does not count. The answers saved before it still count.',
	submittedTitle: 'This is already handed in',
	submittedText: 'The answer just sent can no longer change the result.',
	lookAgainFirst: 'Look at these lessons first',
	lookAgainAlso: 'To be surer, look again at',
	lookAgainAll: 'Lessons that this test is about',
	lesson: (p: { n: number; title: string }) => `Lesson ${p.n}: ${p.title}`,
	placeIn: (p: { place: string }) => `at “${p.place}”`,
	reviewLessonTitled: (p: { n: number; title: string }) => `Look at lesson ${p.n} again: ${p.title}`,
	reviewLesson: (p: { n: number }) => `Look at lesson ${p.n} again`,
	eachQuestion: 'Each question',
	yourAnswer: 'You answered',
	noAnswer: 'You left this question open.',
	recorded: 'Recorded',
	scoreOnly: 'This test shows only the score, so that the next learners can do it themselves too.',
	moreLater: 'Full solutions are shown once you have passed.',
	toCourse: 'Back to the course page',
	reviewLessons: 'Go through the lessons again',
	keepTitle: 'Keep this result',
	keepText:
		'The result is remembered on this device. With an account you can see it on other devices, and you lose nothing when you change phones.',
	keep: 'Create an account',
} satisfies typeof source;
