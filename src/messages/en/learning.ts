import type { learning as source } from '../vi/learning.ts';
import { count } from './count.ts';

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
	open: 'Open the course',
	certificates: 'Certificates',
	seeCertificates: 'My certificates',
	certificatesText: (p: { n: number }) => `You have ${count(p.n, 'certificate', 'certificates')}.`,
	certificatesNone: 'Finish a course and pass its test to get a certificate.',
	answers: 'My answers',
	answersText: 'Look back at each test you took, with your answers and the explanations.',
	seeAnswers: 'See my answers',
	answersNone: 'You have not taken a test yet.',
	me: 'Account',
	signedInAs: (p: { username: string }) => `User name: ${p.username}`,
	helperTitle: 'Helping other people learn',
	helperText: 'Register learners, and make codes for those who forgot their password.',
	helper: 'People I help',
	recovered: 'Your new password works. You are signed in.',
	welcome: 'Your account is created. All you learnt before is still here.',
} satisfies typeof source;
