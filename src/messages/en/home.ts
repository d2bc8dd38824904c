import type { home as source } from '../vi/home.ts';

/** The start page. */
export const home = {
	/** The movement, by its name. */
	movement: 'Digital literacy for all',
	title: 'Learn digital skills, one small step at a time',
	lead: 'Short lessons in large type that can be read aloud. Free, and no account needed.',
	description:
		'Short lessons for everyone about phones, safety online and artificial intelligence. Free, and no account needed.',
	continueOpenQuiz: 'Go on with the test',
	finished: 'You have finished this course and have its certificate.',
	yourGroup: 'Your group',
	groupSoon: 'Courses of its own are being written',
	who: 'Which group are you in?',
	whoHint: 'Choose one, and we show you where to start.',
	allCourses: 'See all courses',
	continueTitle: 'Go on learning',
	groupTitle: 'In preparation for this group',
	groupLead: 'Courses of its own for your group are being written; there is no date yet.',
	groupTopics: {
		students: 'Finding and checking information, learning online safely, using AI well when you study.',
		cooperatives: 'Selling online, taking payments by QR code, keeping clear of fraud in trade.',
		other: 'The digital skills that everyday work needs most.',
	},
	groupNow: 'Learn at once',
	groupNowIntro: 'These courses are open to everyone, without an account.',
	how: 'How does it work?',
	steps: [
		'Choose a course and open its first lesson.',
		'Read or listen, then try it at once on your own phone.',
		'Press “Done” to go to the next lesson. Finish the lessons and pass the test to get a certificate.',
	],
	help: 'See how to learn',
	verifyTitle: 'Check a certificate',
	verifyText: 'Anyone can check whether a certificate is real: scan the code on it or type its number.',
	verify: 'Type a number to check',
	helpersTitle: 'Do you help other people learn?',
	helpersText: 'A few words for volunteers, families and community digital technology teams.',
	helpers: 'Read the advice',
} satisfies typeof source;
