import type { common as source } from '../vi/common.ts';

/** Words that every page may need. */
export const common = {
	siteName: 'Cùng Học',
	tagline: 'Learning digital skills together, one small step at a time',
	skip: 'Skip to the main content',
	pageTitle: (p: { title: string }) => `${p.title} · Cùng Học`,
	nav: {
		label: 'Main pages',
		home: 'Home',
		courses: 'Courses',
		learn: 'My learning',
		signIn: 'Sign in',
		settings: 'Settings',
		help: 'Help',
		verify: 'Check a certificate',
		languages: 'Language',
		crumbs: 'You are here',
	},
	languageNames: { vi: 'Vietnamese', km: 'Khmer', en: 'English' },
	onlyIn: (p: { language: string }) => `So far, this part is only in ${p.language}`,
	signOut: 'Sign out',
	optional: 'optional',
	errorSummary: 'Something needs to be put right',
	/** What is wrong with a field of a form, in a list above it. */
	fieldProblem: (p: { label: string; message: string }) => `${p.label} – ${p.message}`,
	tryAgain: 'That did not work yet. Please try again in a moment.',
	offline:
		'It could not be sent, because the network is unsteady. What you did is still on this page. When the network is back, press once more.',
	kept: 'You are looking at the copy on this device.',
	keptOwn: 'What is your own shows again once there is a network.',
	refused: 'Some answers were not taken by Cùng Học.',
	refusedSee: 'See what is on this device',
	handedInSent: 'has been sent.',
	handedInSee: 'See the result',
	footer: {
		free: 'Free to learn, no account needed.',
		licence:
			'The licence of the lessons stands on the page of each course. The software is open source, under the Apache 2.0 licence.',
		privacy: 'Your data',
	},
	shared: {
		title: 'Shared phone',
		soon: 'You have not touched the page for a while. In two minutes you will be signed out.',
		stay: 'I am still learning',
		leave: 'Sign out now',
		note: 'This is a shared device. Please sign out when you finish.',
	},
} satisfies typeof source;
