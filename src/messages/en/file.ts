import type { file as source } from '../vi/file.ts';

/** Files that are sent as answers. */
export const file = {
	yours: 'You sent',
	yourPhoto: 'The photo that you sent',
	theirPhoto: 'The learner’s photo',
	openLarge: (p) => `See it large (${p.weight})`,
	openPdf: (p) => `Download the PDF file (${p.weight})`,
	remove: 'Take this file back, send none',
	replace: 'Send another instead',
	choosePhoto: 'Choose or take a photo',
	choosePdf: 'Choose a PDF file',
	choose: 'Choose a file',
	noneChosen: 'No file chosen yet',
	takesPhoto: 'A JPEG, PNG or WebP picture.',
	takesPdf: 'A PDF file.',
	takesBoth: 'A JPEG, PNG or WebP picture, or a PDF file.',
	atMost: (p) => `At most ${p.mb} MB.`,
	placeRemoved: 'The place noted in the picture is removed. Only you and those who grade see it.',
	seenBy: 'Only you and those who grade see it.',
	send: 'Send the chosen file',
	tooHeavy: 'The file is too heavy to be sent. Take the photo again in a smaller size, or send a screenshot.',
	sending: (p) => `Sending the file: ${p.percent} per cent. Do not close this page.`,
	waits:
		'The network is unsteady, so the file was not sent. It is still on this page: press send again once there is a network. Your other answers are safe.',
	notSent: 'The file was not sent',
	gone: 'The file that you sent is no longer there. Please send it again.',
	goneForGrader: 'The file of this answer is no longer there.',
} satisfies typeof source;
