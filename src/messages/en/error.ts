import type { error as source } from '../vi/error.ts';

/** Error pages. */
export const error = {
	notFound: {
		title: 'This page cannot be found',
		text: 'Some letters of the link may be missing, or the page has moved.',
	},
	signedOut: {
		title: 'You need to sign in for this page',
		text: 'Sign in and open it again, or go back to the home page.',
	},
	notAllowed: {
		title: 'This page is for others',
		text: 'Your account cannot open this page. If you need it, ask an administrator to give you the role.',
	},
	tooMany: {
		title: 'A little too fast',
		text: 'There were many requests at once. Wait a minute, then try again.',
	},
	notSent: {
		title: 'This page could not be sent',
		text: 'Nothing was saved. Open the page again, then try once more.',
	},
	broken: {
		title: 'The site is having trouble',
		text: 'The fault is ours, not yours. Wait a moment, then open the page again.',
	},
	again: 'Open this page again',
	home: 'Go to the home page',
	courses: 'See the courses',
	signIn: 'Sign in',
} satisfies typeof source;
