import type { merging as source } from '../vi/merging.ts';
import { count } from './count.ts';

/** What was learned without an account, brought into one, and taken back. */
export const merging = {
	title: 'Bring what was just learned into your account?',
	lead: 'Before you signed in, something was learned on this device that belongs to no account.',
	whose: 'If it was you, bring it in and go on from there. If it was somebody else, keep it apart.',
	what: 'Learned on this device',
	lessonDone: (p) => `Lesson done: ${p.title}`,
	attempt: (p) => `${p.title}, result: ${p.points}`,
	attemptOpen: (p) => `${p.title}: not finished`,
	certificate: (p) => `Certificate “${p.title}”, with the name:`,
	certificateStays:
		'This one stays apart: the name on it is not yours, or you have a certificate of this course already. Whoever has its number can still check it.',
	small: 'A few answers and tasks in lessons.',
	sharedTitle: 'This is a shared device',
	sharedText:
		'Whoever used it before may be somebody else. If you are not sure that it is yours, keep it apart.',
	yes: 'Bring it into my account',
	yesText:
		'A lesson that was done on both sides counts once. Tries at a test are counted together. For 7 days you can take it out again.',
	no: 'No, keep it apart',
	noText:
		'You are not asked again. What is kept apart cannot be opened again, and is erased once nobody has used it for 30 days.',
	held: (p) => `Not sent yet from this device: ${p.n}`,
	heldText:
		'If you bring it in, this goes to your account too, and is sent once there is a network. If you keep it apart, this stays on the device and is not sent.',
	heldShared:
		'If you bring it in, this goes to your account too, and is sent once there is a network. If you keep it apart, this is removed from the device.',
	heldAfter: 'This belongs to your account now. It is sent by itself once there is a network.',
	heldSee: 'See what this device still holds',
	nothing: 'There is nothing more to bring',
	nothingText: 'This is asked only within 30 minutes of signing in, and only once.',
	done: 'It is in your account',
	doneText:
		'What was learned on this device is yours now. If that was a mistake, you can take it out for 7 days.',
	kept: (p) =>
		`${count(p.n, 'certificate stays', 'certificates stay')} apart: the name is not yours, or you have one of that course already.`,
	goOn: 'Go on learning',
	see: 'See what was brought in',

	list: 'What was brought into your account',
	listLead:
		'What was learned before signing in and brought into your account. For 7 days you can take it out again.',
	listNone: 'Nothing was brought in yet.',
	waits: 'Something is waiting for you to decide',
	waitsSee: 'See what it is',
	at: 'Brought in:',
	until: 'Can be taken out until:',
	lessons: (p) => `Lessons done: ${p.n}`,
	quizzes: (p) => `Tries at tests: ${p.n}`,
	certificates: (p) => `Certificates: ${p.n}`,
	over: 'More than 7 days have passed: it stays in your account.',
	undo: 'Take it out again',
	undoText:
		'It becomes learning of its own again, as before. What you have done since then stays in your account.',
	undone: 'It is taken out again',
	undoneAt: 'Taken out:',
	stayed: (p) =>
		`${count(p.n, 'thing stays', 'things stay')} in your account, since you went on with it or a certificate rests on it.`,
	open: 'Open it on this device',
	openText:
		'You are signed out here, and that learning opens without an account. Whoever it belongs to can create an account to keep it. This works for 30 days after it was taken out.',
	gone: 'It cannot be opened any more.',
} satisfies typeof source;
