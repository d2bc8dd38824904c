import type { account as source } from '../vi/account.ts';

/** Signing up, in and out; recovering an account. */
export const account = {
	username: 'User name',
	usernameHint: 'At least 3 letters, without spaces. For example: ba-tam, nguyenvan.an',
	password: 'Password',
	passwordHint:
		'At least 8 characters. Put together three words that you remember and others cannot guess, such as three things around you.',
	newPassword: 'New password',
	show: 'Show the password',
	hide: 'Hide the password',
	displayName: 'Full name',
	displayNameHint: 'As you want it on a certificate.',
	group: 'Which group are you in?',
	groupHint: 'So that we can suggest courses for you.',
	noGroup: 'Rather not say',
	shared: 'This is a shared device',
	sharedHint: 'You are signed out when nobody has used it for 30 minutes.',
	codeMade: {
		title: 'Somebody made a recovery code for your account',
		line: (p) => `${p.by}, at ${p.time} on ${p.date}`,
		operator: 'Whoever runs this site',
		text: 'If you asked for it, all is well. If not, tell whoever runs this site at once.',
		seen: 'I know',
	},

	/** To a guest whose session ends by itself. */
	sharedGuest: {
		text: 'You have no account: once you sign out, or after 30 minutes unused, this learning cannot be opened again.',
		keep: 'Create an account to keep it',
	},

	signUp: 'Create an account',
	signUpLead: 'No phone number and no e-mail needed.',
	signUpGuest: 'All you have learnt on this device is kept in the account.',
	haveAccount: 'Do you have an account?',
	hasAccountNow: (p: { username: string }) => `You are signed in as ${p.username}`,
	goOnAsThis: 'Go on with this account',
	hasAccountText: 'To create an account for someone else, sign out first.',

	signIn: 'Sign in',
	signInLead: 'Sign in to go on where you stopped.',
	signInGuest: 'The learning on this device belongs to no account yet',
	signInGuestText:
		'Once you have signed in, you are asked whether to bring it into your account. If you have no account yet, create one: everything is kept.',
	noAccount: 'No account yet?',
	forgot: 'Forgotten password',

	signOut: 'Sign out',
	signOutQuestion: 'Do you want to sign out?',
	signOutText: 'Your learning stays. Sign in next time to go on.',
	signOutGuestTitle: 'You have no account yet',
	signOutGuestText:
		'If you leave now, nobody can open the learning on this device again, not even you. To keep it, create an account first.',
	signOutGuest: 'Leave without keeping it',
	everywhere: 'Sign out on all devices',
	everywhereText: 'For when you lost your phone, or forgot to sign out on another device.',
	signedOut: 'You are signed out',
	signedOutText: 'Others who use this device cannot see your learning.',
	notSignedIn: 'You are not signed in.',
	goOn: 'Go on learning',

	recover: 'Set a new password',
	recoverLead: 'You need a code that works once.',
	recoverWho: 'Where do I get a code?',
	recoverWhoText:
		'Ask the volunteer of your class, the community digital technology team, or the people who run this site. They make a code for you once they are sure it is you.',
	recoverWhoSafe: 'Nobody needs to know your password, not even the person who gives you the code.',
	code: 'Recovery code',
	codeHint: 'Ten letters and digits. Capital or small letters, with or without hyphens.',
	recoverSubmit: 'Set the new password',
	recoverAfter: 'Then you are signed in on this device and signed out on all others.',

	helperTitle: 'Make a recovery code',
	helperLead: 'For a learner who forgot the password. The code works once, within 24 hours.',
	helperCheckTitle: 'Before you make a code',
	helperCheck: [
		'Be sure that this person owns the account: you know them, or someone who knows them confirms it.',
		'Give the code by hand or tell it in person. Do not send it to a group chat.',
		'Let the learner type the new password. Look away.',
	],
	helperMake: 'Make a code',
	helperMade: (p: { username: string }) => `Code for ${p.username}`,
	helperMadeText: 'This page shows the code only once. Write it down now.',
	helperGone: 'The code was shown once',
	helperGoneText: 'If it was not copied in time, make another. The code before it then stops working.',
	helperUntil: (p: { time: string; date: string }) => `It works until ${p.time} on ${p.date}.`,
	helperNext: 'The learner opens this page and types the user name, the code and a new password:',
	helperOnly: 'This page is for those who look after classes and this site.',
	leaving: {
		heldTitle: (p: { n: number | string }) => `Not signed out yet: not sent from this device: ${p.n}`,
		stays:
			'If you sign out now, this waits on this device, and nobody else can see it. It is sent once you sign in here again.',
		lost: 'If you sign out now, this is lost.',
		before:
			'What was done before signing in goes from this device when you sign out. To keep it, save it as a file first.',
		beforeSee: 'See and save it',
		send: 'Send now',
		sending: 'Sending…',
		unsent: 'It could not be sent. The network is not good.',
		save: 'Save as a file',
		saved: 'The file is among the downloads of this device. Anybody with a network can hand it in. Its name:',
		unsaved: 'This browser cannot save the file.',
		anyway: 'Sign out all the same',
		anywayLost: 'Sign out and lose what was not sent',
		stay: 'Stay',
		offlineTitle: 'Not signed out yet: there is no network',
		offlineText: 'Your own pages have been put away, and this device opens them no more.',
		offlineLater:
			'Once there is a network, this device signs you out before anything else. You can also press again then.',
	},
} satisfies typeof source;
