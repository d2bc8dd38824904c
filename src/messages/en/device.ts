import type { device as source } from '../vi/device.ts';

/** What this device holds and the server does not have yet. */
export const device = {
	title: 'On this device',
	lead: 'What was done here and could not be sent yet.',
	link: 'See what this device still holds',
	checking: 'Looking at what this device still holds…',
	noScript:
		'If the line above does not change, this browser cannot show what is held on the device. Then nothing is held here either: each answer is saved as you press “Next question”. Open your answers to see which are saved, or open this page in another browser.',
	seeAnswers: 'See my answers',
	visitor: 'You are not signed in. Once you are, you see here what is yours on this device.',
	none: 'All that was done on this device is saved. Nothing waits to be sent.',
	waiting: (p: { n: number }) => `Waiting to be sent: ${p.n}`,
	notLasting: 'This device does not let us keep things for long. Leave the page open until all is sent.',
	answer: 'Answer',
	at: (p: { time: string; date: string }) => `Done at ${p.time} on ${p.date}`,
	states: { held: 'on this device', sent: 'sent, waiting for a reply', saved: 'saved' },
	open: 'Open again',
	sendNow: 'Send now',
	sending: 'Sending…',
	offline: 'The network is not steady, so nothing could be sent. It goes by itself when the network is back.',
	blocked:
		'The network here does not let it be sent this way. Open your answers again: what is held goes along when you press “Hand in”.',
	busy: 'It could not be taken yet. It will be sent again in a while.',
	signedOut: 'You have been signed out. It will be sent once you sign in again.',
	otherLearner: 'Somebody else has signed in on this device. It will be sent once you sign in as yourself.',
	signIn: 'Sign in',
	allSent: 'All is sent and saved.',
	refusedTitle: 'Not taken',
	refused: {
		late: 'Time was up before this arrived, so it does not count.',
		submitted: 'The attempt was handed in before this arrived, so it does not count.',
		gone: 'This attempt is not found any more.',
		elsewhere: 'Another answer is saved already. Open it again to choose.',
		unreadable: 'This answer could not be read. Open it again to mend it.',
		refused: 'This was not taken.',
	},
	nobodysTitle: 'Done here before anybody had signed in',
	nobodysText:
		'Before you signed in, somebody did this on this device, and it could not be sent yet. Was it you?',
	nobodysMine: 'It was me, send it to my account',
	nobodysDrop: 'It was not me, remove it',
	apartTitle: 'Done here before signing in, and kept apart',
	apartText:
		'This was done on this device before anybody signed in, and could not be sent. That learning is not in the account in use, so it is not sent by itself. Signing out removes it from the device.',
	apartSave: 'To keep it, save it as a file. Once handed in it counts for that learning alone:',
	apartSure: (p: { n: number }) =>
		`Delete this from the device for good? It cannot be had back. Things that go: ${p.n}.`,
	apartDelete: 'Delete from this device',
	apartKeep: 'Keep it',
	rescueTitle: 'Still cannot be sent?',
	rescueText:
		'Save what is held as a file, and give it to anyone who has a network. They send it on the page “Send a file for somebody”. What is in it counts for you alone, and once, however often it is sent.',
	rescueSave: 'Save as a file',
	rescueSaved: 'The file is among the downloads of this device. Its name:',
	rescueFailed: 'This browser cannot save files. Open this page in another browser on this device.',
	rescuePage: 'Send a file for somebody',
	dismiss: 'I have seen it, remove it',
	leaveTitle: 'Do you want to sign out?',
	leaveText:
		'This is a shared device. If you sign out now, what is not sent is removed. Wait for the network and send first, and nothing is lost.',
	leave: 'Sign out and remove what is not sent',
} satisfies typeof source;
