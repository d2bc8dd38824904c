import type { learning as source } from '../vi/learning.ts';
import { count } from './count.ts';
import { longMinutes } from './long-minutes.ts';

/** My learning and my answers. */
export const learning = {
	title: 'My learning',
	hello: (p: { name: string }) => `Hello ${p.name}`,
	visitorLead:
		'This page remembers for you how far you have come, which tests you have taken and which certificates you have.',
	visitorHow:
		'Just choose a course and begin. When you press “Done” at the end of a lesson, we start to remember.',
	choose: 'Choose a course',
	guestTitle: 'Your learning is remembered on this device',
	guestText:
		'With an account you can open it on other devices, and you lose nothing when you change phones. All you have learnt is kept.',
	register: 'Create an account',
	now: 'Go on learning',
	others: 'Courses you have begun',
	completed: 'Finished',
	withdrawnTitle: 'No longer offered',
	withdrawn: 'This course is no longer offered. What you have learned is kept.',
	completedOn: (p: { date: string }) => `Finished on ${p.date}`,
	none: 'You have not begun a course yet.',
	allDone: 'You have finished all the courses that you began. Choose another one to go on.',
	open: 'Open the course',
	certificates: 'Certificates',
	seeCertificates: 'My certificates',
	certificatesNone: 'Finish a course and pass its test to get a certificate.',
	answers: 'My answers',
	answersText: 'Look back at each test you took, with your answers and the explanations.',
	seeAnswers: 'See my answers',
	answersNone: 'You have not taken a test yet.',
	me: 'Account',
	signedInAs: (p: { username: string }) => `User name: ${p.username}`,
	helperTitle: 'Helping other people learn',
	helperText: 'What you can do to help learners.',
	helper: 'People I help',
	recovered: 'Your new password works. You are signed in.',
	welcome: 'Your account is created. All you learnt before is still here.',
	week: 'This week',
	weekMinutes: (p: { n: number }) => `You learnt for about ${longMinutes(p.n)}.`,
	weekWhat: (p: { what: string }) => `You finished ${p.what}.`,
	weekNone:
		'No learning yet this week, and that is all right. A short lesson is here whenever you have a moment.',
	waiting: 'Tests under way',
	notHandedIn: 'not handed in yet',
	visitorAccount: 'Learn on any device',
	visitorAccountText:
		'With an account you find your learning on other devices too: questions to review, your answers, your certificates.',
	review: 'Review',
	reviewVisitor: 'This page keeps questions that you got wrong, to go over them again. Take a lesson first.',
	reviewDue: (p: { n: number }) => `It is time to go over ${count(p.n, 'question', 'questions')} again.`,
	reviewNone: 'There is nothing to go over today.',
	reviewNoneShort: 'What you did not get right comes back here after some days.',
	reviewLater: (p: { date: string }) => `The next one comes on ${p.date}.`,
	reviewAgain: (p: { date: string }) => `This one comes back on ${p.date}.`,
	reviewLearned: 'You know this one now. It does not come back.',
	reviewNext: (p: { n: number }) => `Next, ${p.n} left`,
	reviewEnd: 'Done, see you another day',
} satisfies typeof source;
