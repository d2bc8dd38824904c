import type { secondStep as source } from '../vi/second-step.ts';

/** Signing in by two steps: the password, and a code of an app. */
export const secondStep = {
	title: 'Two-step sign-in',
	lead: 'Beside the password, each sign-in then needs a code from your phone. Somebody who knows your password cannot get in with it.',
	advised: 'Please turn on two-step sign-in',
	advisedText: 'You are an administrator. Whoever gets into your account can open those of many people.',
	needed: 'Two-step sign-in is needed',
	neededText:
		'On this site, administrators must sign in by two steps before they can do an administrator’s work. Your own learning goes on as before.',
	open: 'See how to turn it on',

	before: 'Before you begin',
	beforeText:
		'You need an app on your phone that makes codes. If you have none, look for the word Authenticator in your app store.',
	begin: 'Begin',

	scan: '1. Add the account to the app',
	scanText: 'In the app, choose to add an account, then scan this picture.',
	qr: 'QR code that adds the account to the app',
	onThisDevice: 'Open the app on this device',
	typeText: 'If you cannot scan it, type this into the app, as a code by time:',
	confirm: '2. Type the code that the app shows',
	code: 'Six-digit code',
	codeHint: 'The app shows another code every 30 seconds.',
	turnOn: 'Turn on two-step sign-in',
	turnOnAfter: 'Then you are signed out on all other devices.',
	confirmWrong:
		'The code is wrong or has changed. Type the one that the app shows now. If you have had another QR code shown on another page since, begin again.',
	beginAgain: 'Begin again',

	codes: 'Your backup codes',
	isOn: 'Two-step sign-in is on',
	renewed: 'New codes are made, the old ones do not work any more',
	codesText:
		'When you do not have your phone with you, use a backup code. Each works once. They are shown this once only: write them on paper or print them now, and keep them away from the phone.',
	kept: 'I have put them away',

	on: 'It is on',
	since: 'On since:',
	left: (p) => (p.n === 1 ? `${p.n} backup code is left.` : `${p.n} backup codes are left.`),
	notKept: 'They are shown once only. If you did not write them down, make new ones below.',
	few: 'Few backup codes are left',
	fewText: 'Make new ones now, while you have your phone with you.',
	change: 'Change something',
	changeText:
		'New backup codes replace all old ones. When you change your phone, turn this off, then on again with the new phone.',
	anyCode: 'Code of the app, or a backup code',
	renew: 'Make new backup codes',
	end: 'Turn off two-step sign-in',
	ended: 'Two-step sign-in is off.',
	lost: 'If you lose both your phone and your backup codes, only whoever runs this site can help, once they are sure that it is you.',

	signIn: 'Step two: the code',
	signInLead: 'Open the app that makes codes on your phone, and type the six-digit code for this site.',
	backupLead: 'Type one of the backup codes that you put away. It cannot be used again after that.',
	backup: 'Backup code',
	backupHint: 'Ten letters and digits. Capital or small letters, with or without hyphens.',
	useBackup: 'Use a backup code',
	useApp: 'Use the code of the app',
	again: 'Sign in again from the start',
	over: 'Please sign in again',
	overText:
		'More than five minutes have passed since you typed the password, or this browser keeps no cookies.',

	keys: 'Passkeys',
	keysLead:
		'This device can hold a key for you. Next time you unlock it by your finger, your face or the code of the device, and are signed in without typing password and code.',
	keysFirst:
		'Turn two-step sign-in on first: its backup codes let you in should you lose the device that holds the key.',
	keysNowhere: 'Passkeys do not work on this site yet',
	keysNowhereText: 'Browsers keep them for sites whose address is a name, by https.',
	keysOwn: 'Your passkeys',
	keysNone: 'None yet.',
	keySince: 'Added:',
	keyUsed: 'last used:',
	keyUnused: 'not used yet',
	keyRemove: 'Remove this passkey',
	keyRemoved: 'The passkey was removed.',
	keyAdd: 'Add a passkey on this device',
	keyBegin: 'Continue',
	keyReady: 'Press the button below, then follow your device.',
	keyMake: 'Make a passkey on this device',
	keyAdded: 'The passkey was added. Next time you sign in by it.',
	keyFailed: 'The device gave no passkey. Try again, or use another way.',
	keyNeedsScript: 'This browser cannot use passkeys yet: it takes a newer one, with JavaScript on.',
	keyNot: 'Sign in by your password',
	keySignIn: 'Sign in by a passkey',
} satisfies typeof source;
