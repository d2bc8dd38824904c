import type { rescue as source } from '../vi/rescue.ts';

/** A rescue file is handed in: `/rescue`. */
export const rescue = {
	title: 'Send a file for somebody',
	lead: 'Did somebody learn where there is no network, and save what they did as a file? Send it for them here.',
	how: 'You need no account. What is in the file counts for whoever saved it, and not for you. Sending it again does no harm.',
	file: 'File',
	fileHint: 'Its name begins with “cung-hoc-” and ends with “.json”.',
	choose: 'Choose a file',
	noneYet: 'No file chosen yet',
	send: 'Send the file',
	noFile: 'Choose the file.',
	tooLarge: 'This file is too large to be one of Cùng Học. Choose another one.',
	doneTitle: 'The file was sent',
	partTitle: 'Sent, but not all of it was taken',
	saved: (p: { n: number }) => `Received: ${p.n}.`,
	refused: (p: { n: number }) => `Not taken: ${p.n}.`,
	untitled: 'Something without a name',
	again: 'Send another file',
	owner: 'Tell the learner that the file has arrived. Their device finds out once it has a network.',
} satisfies typeof source;
