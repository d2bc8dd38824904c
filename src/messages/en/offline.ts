import type { offline as source } from '../vi/offline.ts';

/** Learning without a network: what lies on the device. */
export const offline = {
	title: 'Learning without a network',
	lead: 'The lessons below are on this device. They open without a network.',
	notHereTitle: 'No network just now',
	notHere: 'The page you opened is not on this device yet. Open it again once there is a network.',
	notSent:
		'If you have just sent something, it has not arrived. Press the back button of the browser, and send it again once there is a network.',
	again: 'Try again',
	looking: 'Looking at what is on this device…',
	needsScript: 'If the line above does not change, this browser cannot keep lessons on the device.',
	none: 'There are no lessons on this device yet. Open a lesson while there is a network, and it stays here. For a whole course, go to the page of the course and press download.',
	cannot:
		'This browser cannot keep lessons on the device. Open the page in Chrome, Safari or Firefox, at an address with https, and it can.',
	courses: 'Courses on this device',
	quizzes: 'Quizzes that you are in',
	toCourses: 'See the courses',
	onDevice: (p: { n: number | string; of: number | string }) => `Lessons on this device: ${p.n} of ${p.of}`,
	keep: (p: { size: string }) => `Download the whole course (${p.size})`,
	keepSound: (p: { size: string }) => `Download it with its recordings (${p.size})`,
	openBrowser: 'Open in a browser',
	copyAddress: 'Share or copy the address',
	addressCopied: 'The address is copied. Open Chrome, Safari or Firefox and paste it there.',
	addressShown: (p: { link: string }) => `The address of this page: ${p.link}`,
	keepWhy: 'Download it once while there is a network, then learn anywhere.',
	fetching: (p: { n: number | string; of: number | string }) => `Downloading lessons: ${p.n} of ${p.of}`,
	goesOn: 'You can go on learning meanwhile.',
	waiting: 'The network is unstable. The download goes on by itself once it is back.',
	stop: 'Stop downloading',
	addSound: (p: { size: string }) => `Add the recordings (${p.size})`,
	whole: 'The whole course is on this device. You can learn without a network.',
	full: (p: { size: string }) =>
		`There is not enough room on the device: about ${p.size} is needed. Delete pictures or films that you do not need, then download again.`,
	keepAgain: 'Download again',
	remove: 'Remove from the device',
	see: 'See what is on this device',
} satisfies typeof source;
