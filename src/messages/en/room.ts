import type { room as source } from '../vi/room.ts';

const minutes = (n: number) => (n === 1 ? '1 minute' : `${n} minutes`);
const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);

export const room = {
	title: 'Exam rooms',
	lead: 'Open a room for a test, read its code to those in it, and see who is at work and who has handed in.',
	text: 'Open a room, read its code out, see who is at work and who has handed in.',
	supervisorOnly: 'This page is for those who supervise tests.',
	openTitle: 'Open a new room',
	quiz: 'Test',
	name: 'Name of the room',
	nameHint: 'For example: village hall 3. Those who sit in it see the name too.',
	howLong: 'How long is it open?',
	howLongHint:
		'What is not handed in by then is handed in by itself, with the answers that were saved. You can add time later.',
	minutes: (p: { n: number }) => minutes(p.n),
	hours: (p: { n: number }) => (p.n === 1 ? '1 hour' : `${p.n} hours`),
	hoursAndHalf: (p: { n: number }) => (p.n === 1 ? '1 hour 30 minutes' : `${p.n} hours 30 minutes`),
	open: 'Open the room',
	nothingToOpen: 'There is no test yet that a room could be opened for.',
	mine: 'Rooms that you opened',
	mineNone: 'You have not opened a room yet.',
	isOpen: 'open',
	isClosed: 'closed',
	counts: (p: { total: number; done: number }) => `${people(p.total)} started, ${p.done} handed in`,
	openedOn: (p: { date: string }) => `opened ${p.date}`,

	code: 'Code of the room',
	codeText:
		'Read this code to those in the room. Whoever opens the test and types it takes the test in this room.',
	until: (p: { time: string; date: string }) => `The room is open until ${p.time} on ${p.date}`,
	closed: 'The room is closed',
	closedText: (p: { time: string; date: string }) =>
		`Closed at ${p.time} on ${p.date}. Its code is of no use any more. What is not handed in is collected a minute later, with the answers that were saved.`,
	openedBy: (p: { name: string }) => `Opened by ${p.name}`,
	people: 'Who is taking the test',
	peopleNone: 'Nobody has started yet.',
	live: 'The list keeps itself up to date.',
	liveLost: 'The list cannot keep itself up to date just now. Press “Reload”.',
	reload: 'Reload',
	seenAt: (p: { time: string }) => `As of ${p.time}`,
	summary: (p: { total: number; n: number; done: number }) =>
		`${people(p.total)}: ${p.n} at work, ${p.done} handed in`,
	guest: (p: { time: string }) => `Guest, started at ${p.time}`,
	states: {
		working: 'at work',
		quiet: 'nothing saved for more than 5 minutes',
		'time-up': 'time is up, being handed in',
		'handed-in': 'handed in',
	},
	answered: (p: { n: number; of: number }) =>
		p.of === 1 ? `${p.n} of 1 question` : `${p.n} of ${p.of} questions`,
	savedAt: (p: { time: string }) => `saved at ${p.time}`,
	savedNone: 'nothing saved yet',
	left: (p: { n: number; time: string }) => `${minutes(p.n)} left, until ${p.time}`,
	leftLast: (p: { time: string }) => `less than a minute left, until ${p.time}`,
	handedInAt: (p: { time: string }) => `handed in at ${p.time}`,
	noted: (p: { n: number }) => (p.n === 1 ? '1 note' : `${p.n} notes`),
	unseen: 'does not count as supervised',

	addTitle: 'More time for the whole room',
	addText: 'Every open attempt gets it, and the room stays open longer by as much.',
	addMinutes: 'How many minutes?',
	add: 'Add time',
	added: (p: { n: number }) => `${minutes(p.n)} added`,
	addedText:
		'The clocks of those who take the test change when they save their next answer or open another question.',
	addedAll: (p: { n: number; time: string }) => `${p.time}: ${minutes(p.n)} more for the whole room`,
	addedOne: (p: { n: number; time: string; name: string }) => `${p.time}: ${minutes(p.n)} more for ${p.name}`,
	log: 'Time that was added',
	closeTitle: 'Close the room',
	closeText:
		'Its code ends at once. What is open is collected a minute later, with the answers that were saved. A closed room cannot be opened again.',
	closeSure: 'I am sure that I want to close this room',
	close: 'Close the room and collect',

	backToRoom: 'Back to the room',
	started: 'Started',
	state: 'How it stands',
	answers: 'Answered',
	lastSaved: 'Last saved',
	deadline: 'Open until',
	handedIn: 'Handed in at',
	addOneTitle: 'More time for this person',
	addOneText: 'Only this attempt gets it.',
	notes: 'Notes about this attempt',
	notesNone: 'There are no notes yet.',
	noteTitle: 'Note what happened',
	noteText:
		'The note is kept with the attempt. The person who takes it and those who grade it can read it. Leave names out: graders do not know whose work it is.',
	note: 'What happened?',
	noteHint: 'For example: no network from 9:10 to 9:15.',
	noteUnseen: 'This person was not seen taking the test in the room',
	noteUnseenHint: 'The points stay, but it does not count as taken under supervision.',
	noteSubmit: 'Save the note',
	noteSaved: 'The note is saved',

	codeLabel: 'Code of the exam room',
	codeHint: 'Six digits that the supervisor reads out.',
	codeQuestion: 'Are you taking this in a supervised room?',
	codeWhy: 'With the code this counts as taken under supervision. Leave it empty if you are on your own.',
	inRoom: (p: { name: string }) => `Taken in the room: ${p.name}`,
	resultTitle: (p: { name: string }) => `Taken in a supervised room: ${p.name}`,
	resultUnseen: 'This attempt does not count as taken under supervision.',
	resultNotes: 'The supervisor noted:',

	neededTitle: 'A supervised test is still needed',
	neededText: (p: { course: string }) =>
		`You have finished “${p.course}”. This certificate asks for a test taken in a supervised room:`,
	neededHow:
		'Ask your helper for the day of the test, come to the room and take it with the code that is read out. If you learn with a helper, they may vouch for you instead.',
	need: 'the tests taken in a supervised room, or a helper who vouches for you',
} satisfies typeof source;
