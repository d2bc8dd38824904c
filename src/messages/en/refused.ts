import type { refused as source } from '../vi/refused.ts';

/** Why what was sent was not taken, before anything was done with it. */
export const refused = {
	'other-learner': {
		title: 'Somebody else is signed in',
		text: 'The page that you sent belongs to another person than the one signed in on this device now. So nothing was saved or changed.',
		more: [
			'All that was saved before is still there.',
			'Answers that were not sent yet are kept on this device until their owner signs in again.',
		],
	},
	'signed-in-since': {
		title: 'You have signed in elsewhere',
		text: 'The page that you sent was opened before anybody had signed in. So what you pressed was not saved.',
		more: [
			'Open the page again, then press once more.',
			'If it is not you who is signed in, sign out first.',
		],
	},
	'signed-out': {
		title: 'You have been signed out',
		text: 'You sent this page after you were signed out, so nothing was saved or changed.',
		more: [
			'All that was saved before is still there.',
			'Sign in, then do the last step once more. If you have no account, open that page again and start anew.',
		],
	},
	elsewhere: {
		title: 'What you sent was not taken',
		text: 'Cùng Học cannot be sure that this page was sent from its own pages, so nothing was saved or changed.',
		more: [
			'Open the page again, then try once more. Mostly that is all.',
			'If it still does not work, switch off the part of your browser that hides addresses of pages, or use another browser.',
			'If you did not send anything and see this page all the same, another site may have sent it for you. Close that site.',
		],
	},
	cookies: {
		title: 'This browser does not let you sign in yet',
		text: 'To remember who you are, the site keeps a small note, called a cookie, on the device. This browser refuses cookies.',
		more: [
			'If you opened this page within Zalo or Facebook, open it in Chrome or Safari.',
			'Or open the settings of the browser, look for “cookies” or “site data”, and allow them. On an iPhone: Settings, Safari, Advanced, switch off “Block All Cookies”.',
			'Then sign in again. If you have just created an account, it is there: there is no need for another one.',
			'Without cookies you can still read every lesson. The site just does not remember how far you are.',
		],
	},
	/** The title of a page whose form was refused. */
	pageTitle: (p: { title: string }) => `Error: ${p.title}`,
	again: 'Open that page again',
	goOn: 'Learn as who is signed in',
} satisfies typeof source;
