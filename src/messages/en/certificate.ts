import type { certificate as source } from '../vi/certificate.ts';
import { count } from './count.ts';

/** Certificates: mine, one that anyone may check, and the form for a serial. */
export const certificate = {
	mine: 'My certificates',
	mineNone: 'You have no certificates yet.',
	visitor: 'Sign in to see and get certificates.',
	visitorCheck: 'Do you want to check someone else’s certificate? You need not sign in.',
	howTitle: 'How do I get one?',
	how: [
		'Finish the lessons that the course asks for.',
		'Pass the test of the course.',
		'Type your name as it is to stand on it; then download, print or send it.',
	],
	howMore: 'Read more about certificates',
	open: 'See it',
	earlierOnes: (p: { n: number }) => `Earlier ones for this course: ${p.n}`,
	issuedOn: (p: { date: string }) => `Issued on ${p.date}`,
	ready: 'You can have your certificate',
	readyText: (p: { course: string }) => `You have finished “${p.course}”.`,
	holderLabel: 'Full name on the certificate',
	holderHint: 'Write it as on your papers. Later you can correct only small mistakes by yourself.',
	ask: 'Get the certificate',
	stillMissing: 'Still to do for the certificate',
	lessonsLeft: (p: { n: number }) => count(p.n, 'lesson', 'lessons'),
	quizzesLeft: (p: { n: number }) => count(p.n, 'test', 'tests'),
	nextLesson: (p: { title: string }) => `Take the lesson “${p.title}”`,
	nextQuiz: (p: { title: string }) => `Take “${p.title}”`,
	showAll: (p: { n: number }) =>
		p.n === 1 ? 'Show the part that is left' : `Show all ${p.n} parts that are left`,
	notYet: 'Not yet time for the certificate',
	notYetText: 'Finish these parts, then come back:',
	proofTitle: 'Almost there',
	proofText: (p: { course: string }) =>
		`You have finished “${p.course}”. The certificate says that you learned it yourself, so it still takes:`,
	proofAccount: 'An account of yours. All that you have learned stays.',
	proofMinutes: (p: { minutes: number; needed: number }) =>
		`A little more learning: we have seen ${count(p.minutes, 'minute', 'minutes')}, and it takes at least ${p.needed}. Go through the lessons again and answer their questions.`,
	proofToday: (p) => `Wait until ${p.time} today, then open this page again.`,
	proofTime: (p) => `Wait until ${p.time} on ${p.date}, then open this page again.`,
	proofWhy: 'Why wait, or learn more?',
	proofReasons: [
		'Whoever looks at a certificate must believe that you learned it yourself. Nobody believes one that comes in no time.',
		'So some time must pass between your first visit and the certificate, in most courses an hour.',
		'Learning is counted by when you answer and tick something. A page that is only open does not count.',
	],
	proofSee: 'Check again',
	proofHelper: 'Do you learn with a helper? If they vouch for you, you get it at once.',
	proofReview: 'Go through the lessons',
	assured: 'Rests on',
	assuredLearning: (p: { minutes: number }) =>
		`Learning on this site, about ${count(p.minutes, 'minute', 'minutes')}`,
	assuredHelper: 'A helper vouches that it was learned in person',
	tested: {
		room: 'Taken under supervision',
		helper: 'Taken alone, and a helper vouches for it',
		none: 'Taken at home',
	},

	status: {
		valid: { title: 'This certificate is real and valid', short: 'Valid' },
		expired: { title: 'This certificate is real but has expired', short: 'Expired' },
		revoked: { title: 'This certificate was revoked', short: 'Revoked' },
		superseded: { title: 'This certificate was replaced by a new one', short: 'Replaced' },
	},
	compare:
		'Compare the name, the course and the serial number below with the paper. All three must be the same.',
	expiredOn: (p: { date: string }) =>
		`Expired on ${p.date}. Until that day it was valid for what is written below.`,
	revokedOn: (p: { date: string }) => `Revoked on ${p.date}. This certificate is no longer valid.`,
	reason: 'Reason:',
	supersededText: 'The name on it was corrected. Only the new certificate is valid.',
	seeNew: 'See the new certificate',
	checkedAt: (p: { time: string; date: string }) => `Checked at ${p.time} on ${p.date}`,
	awardedTo: 'Awarded to',
	completed: 'for completing the course',
	skills: 'Skills achieved',
	completedOn: 'Completed',
	issued: 'Issued',
	validUntil: 'Valid until',
	forever: 'No end date',
	serial: 'Serial number',
	pdf: 'Download to print (PDF)',
	share: 'Send it to someone',
	linkCopied: 'The link is copied. Paste it into a message to send it.',
	linkShown: (p: { link: string }) => `Copy this link: ${p.link}`,
	mineToo: 'This is your certificate',
	correct: 'Is the name wrong? Correct it',
	correctText:
		'You get a new certificate with a new number. The old one will say that it was replaced; nothing is changed in secret.',
	correctSmall: (p: { n: number }) =>
		`Accents, capitals, the order of words or one mistyped letter: done at once. You can do this ${count(p.n, 'more time', 'more times')}.`,
	correctSmallNone:
		'You have corrected it twice yourself. From now on a helper or an administrator looks at every correction first.',
	correctOther:
		'Another name: a helper or an administrator looks at it first. Until then the certificate keeps its name.',
	correctTold:
		'Whoever checks the new certificate sees on which day the name was corrected. It does not show the old name.',
	correctName: 'The right full name',
	correctReason: 'Why does it need correcting?',
	correctReasonHint: 'It helps whoever looks at it, if you ask for another name.',
	correctSubmit: 'Correct it to this name',
	corrected: 'A new certificate with the right name is issued',
	correctionAsked: 'Your request to correct the name is sent',
	correctionOpen: 'Your request to correct the name is waiting',
	correctionOpenText: (p: { name: string; date: string }) => `On ${p.date} you asked for “${p.name}”.`,
	correctionBecause: {
		'other-name':
			'It is quite another name than the one that was issued, so a helper or an administrator looks at it first. Come back to this page to see what they say.',
		'used-up':
			'You have corrected it twice yourself, so a helper or an administrator looks at it first. Come back to this page to see what they say.',
	},
	correctionWithdraw: 'Withdraw the request',
	correctionWithdrawn: 'The request to correct the name is withdrawn',
	correctionRefused: 'The name was not corrected',
	correctionRefusedText: (p: { name: string; date: string }) =>
		`On ${p.date} the request for “${p.name}” was refused. You can still ask again.`,
	correctionWaits: (p: { name: string }) => `You have asked for the name “${p.name}”`,
	correctionNo: 'The request to correct the name was refused. Open the certificate to see why.',
	correctedTimes: (p: { n: number }) => `Name corrected ${count(p.n, 'time', 'times')}`,
	correctedByHolder: (p: { date: string }) => `By the holder, ${p.date}`,
	correctedByHelper: (p: { date: string }) => `Looked at by a helper first, ${p.date}`,
	moment: (p: { name: string }) => `Congratulations, ${p.name}!`,
	momentText: (p: { course: string }) => `You have completed “${p.course}”. This certificate is yours.`,
	print: 'Print this certificate',
	useIt: 'Use this certificate',
	qr: 'Square code that opens the page of this certificate',
	qrText: 'Whoever needs to see it scans this code and finds your certificate.',
	howOthers: 'How do others check this certificate?',
	howOthersText:
		'They scan the square code, or type the serial number on the page for checking, and compare name, course and serial number. No account is needed.',
	technical: 'Technical details',
	selfCheckText:
		'This certificate has a digital fingerprint (SHA-256), made from exactly the text below. Change one letter, and the fingerprint is quite different. If you kept the fingerprint from before, you can work it out again without having to trust this site.',
	selfCheckSteps: [
		'Copy the whole text below into a file, in UTF-8, without a line break at the end. Call the file certificate.json.',
		'Work out the fingerprint of the file with one of the commands below.',
		'Compare the result with the fingerprint here and on the printed certificate. Capital and small letters are the same.',
	],
	selfCheckCommands: 'Commands to work it out',
	canonical: 'The text it is made from',
	hash: 'Digital fingerprint (SHA-256)',
	otherCheck: 'Check another certificate',

	verify: 'Check a certificate',
	verifyLead: 'Type the serial number on the certificate. You need not sign in.',
	serialLabel: 'Serial number on the certificate',
	serialNeeded: 'Type the number that is on the certificate.',
	serialHint:
		'Three groups of four characters and one at the end, for example 7Q4M-0K2D-9XTR-3. Capital or small letters, with or without hyphens.',
	check: 'Check',
	notFound: 'There is no certificate with this number',
	typed: 'You typed:',
	notFoundHelp: [
		'Look at each character again. The easiest to mix up are 8 and B, 5 and S, 2 and Z.',
		'The serial number has 13 letters and digits, not counting the hyphens.',
		'The letter O and the digit 0, the letters I or L and the digit 1: either will do.',
	],
	notFoundStill:
		'If every character is right and it is still not found, then it was not issued by this site.',
	qrTip:
		'There is a square code on the certificate. Point the camera of a phone at it to go straight to the certificate.',
} satisfies typeof source;
