import type { api as source } from '../vi/api.ts';
import { plain, waitIn, type FailureTexts, type Values } from '../failure-text.ts';
import { count } from './count.ts';

/** What the API says when it cannot do as asked. */
export const api = {
	failures: {
		'bad-request': plain('Something is not filled in right', 'Please look at each item below.'),
		'scope-refused': plain('No scope here', 'An administrator is one everywhere, so no scope is given.'),
		'dates-refused': plain('The dates are not right', 'A role must end after it begins, and after today.'),
		'password-common': plain(
			'This password is easy to guess',
			'Many people use it, so it is what strangers try first. Put together three words that have nothing to do with each other.',
		),
		'password-own': plain(
			'This password is easy to guess',
			'Whoever knows your name could guess it. Add a few words that are not your name.',
		),
		'password-pattern': plain(
			'This password is easy to guess',
			'Keys in a row, birthdays and phone numbers are what strangers try first. Put together three words that have nothing to do with each other.',
		),
		'birth-year-refused': plain(
			'Not a year of birth',
			'Please write the year of birth in four digits, such as 1956.',
		),
		'name-empty': plain('No name yet', 'Please write the name in letters.'),
		'name-unprintable': {
			title: 'Name cannot be printed',
			detail: (v: Values) =>
				`A certificate cannot show this yet: ${v.signs}. Please write the name in Latin or Khmer letters.`,
		},
		'username-unclear': plain(
			'User name easily mistaken',
			'This user name could be taken for another. Please use letters of one script (Latin or Khmer), digits, dots and hyphens.',
		),
		'username-spaced': {
			title: 'The user name has a space',
			detail: (v: Values) =>
				v.offer
					? `A user name has no spaces. You could use ${v.offer}`
					: 'A user name has no spaces. Leave them out, or write hyphens in their place.',
		},
		'not-signed-in': plain('Not signed in', 'Please sign in, or start learning as a guest.'),
		'other-learner': plain(
			'Somebody else is signed in',
			'Somebody else has signed in on this device, so nothing was saved. Please sign in as yourself again.',
		),
		'wrong-credentials': plain('Could not sign in', 'The user name or the password is not right.'),
		'wrong-code': plain(
			'This code does not work',
			'The code is wrong, has been used, or is too old. Please ask for a new one.',
		),
		'wrong-password': plain(
			'Wrong password',
			'This is not the password that you use now. Nothing has been changed.',
		),
		'second-step-wrong': plain(
			'Wrong code',
			'The code is wrong, was used before, or has changed since. Look at the newest one in the app, or use another backup code.',
		),
		'second-step-over': plain(
			'Please sign in again',
			'Too much time has passed since you typed the password. Please sign in again from the start.',
		),
		'second-step-needed': plain(
			'Two-step sign-in is needed',
			'An administrator’s work can be done only once the account has two-step sign-in. Turn it on under Settings.',
		),
		'second-step-unknown': plain(
			'Nothing to be done yet',
			'Two-step sign-in is off, or you began to turn it on more than an hour ago. Please begin again.',
		),
		'second-step-on': plain(
			'It is on already',
			'Two-step sign-in is on. To use another phone, turn it off and on again.',
		),
		'passkey-refused': plain(
			'The passkey did not work',
			'The device did not give the right key, or more than five minutes have passed. Try again, or sign in by your password.',
		),
		'passkey-unknown': plain('There is no such passkey', 'It was removed, or belongs to another account.'),
		'passkeys-impossible': plain(
			'Passkeys do not work here yet',
			'They need a site whose address is a name, by https. Please tell whoever runs this site.',
		),
		'session-unknown': plain('Not found', 'That sign-in has ended already.'),
		'last-administrator': plain(
			'Not deleted yet',
			'You are the only administrator. Give that role to somebody else first.',
		),
		'not-allowed': plain('Not allowed', 'This account may not do that.'),
		'not-in-care': plain(
			'You cannot do this for that person',
			'You can help the people who are in your care, not yourself and not who holds a role here. For others, ask an administrator.',
		),
		'bad-origin': plain(
			'The request came from another site',
			'For safety, only requests from this site itself are accepted.',
		),
		'not-found': plain('Not found', 'There is nothing at this address.'),
		'course-unknown': plain('Course not found', 'There is no such course.'),
		'version-unknown': plain('Version not found', 'The course has no such version.'),
		'lesson-unknown': plain('Lesson not found', 'The course has no such lesson.'),
		'quiz-unknown': plain('Test not found', 'The course has no such test.'),
		'question-unknown': plain('Question not found', 'There is no such question here.'),
		'attempt-unknown': plain('Attempt not found', 'There is no such attempt.'),
		'certificate-unknown': plain(
			'Certificate not found',
			'There is no certificate with this number. Please check the number.',
		),
		'correction-unknown': plain('Request not found', 'There is no such request to correct a name.'),
		'role-unknown': plain('No such role', 'This person does not hold that role now.'),
		'care-unknown': plain('Not in their care', 'This learner is not in that helper’s list now.'),
		'merge-unknown': plain('Nothing to bring in', 'There is no such learning, or it is too late for it.'),
		'username-unknown': plain('Person not found', 'Nobody uses this user name.'),
		'username-taken': plain(
			'Name already taken',
			'Somebody uses this user name already. Please choose another.',
		),
		'not-a-helper': plain('Not a helper', 'Whoever looks after learners needs the role of a facilitator.'),
		'has-account': plain(
			'There is an account already',
			'You already have an account. Please sign out before making another one.',
		),
		'no-account': plain('No account yet', 'This person has no account to recover.'),
		'id-in-use': plain(
			'Id already used',
			'The id that the device sent was used for something else. Please try again with a new one.',
		),
		'attempt-submitted': plain(
			'Already handed in',
			'These answers are handed in and can no longer be changed.',
		),
		'attempt-late': plain(
			'Time is up',
			'The time for this test is over. The answers that were saved still count.',
		),
		'nothing-to-extend': plain(
			'Nothing to add to',
			'This quiz has no time limit or never closes, or the time that you gave has passed. Please look at its page.',
		),
		'attempt-wait': {
			title: 'Not again yet',
			detail: (v: Values) =>
				`There is a wait between two attempts. You can try again from ${v.time} on ${v.date}.`,
		},
		'quiz-not-open': {
			title: 'Not open yet',
			detail: (v: Values) => `This opens at ${v.time} on ${v.date}. Please come back then.`,
		},
		'quiz-closed': {
			title: 'Closed',
			detail: (v: Values) =>
				`This closed at ${v.time} on ${v.date}, so it cannot be begun any more. If you need more time, ask your instructor.`,
		},
		'question-passed': plain(
			'This question is behind you',
			'Questions come one after another here: once a later one is answered, those before it stay as they are. The answer that was saved counts.',
		),
		'grading-task-unknown': plain(
			'This answer was not found',
			'There is no such answer, or it does not wait for a person.',
		),
		'own-answer': plain(
			'This answer is your own',
			'Nobody grades their own work. Leave it to somebody else.',
		),
		'points-wrong': plain(
			'The points were not saved',
			'Each criterion needs points from 0 to its own, in quarters.',
		),
		'code-needed': plain(
			'A room code is needed',
			'This is taken in a supervised room. Ask the supervisor for the code of the room and type it in.',
		),
		'code-wrong': plain(
			'That code is not right',
			'No room that is open for this has that code. Look at the code again, or ask the supervisor.',
		),
		'code-over': plain(
			'That code has ended',
			'The room that it belongs to is closed, or its time is over. Ask the supervisor for a new code.',
		),
		'own-room': plain(
			'You supervise this room',
			'Nobody supervises themselves. Take this test in a room that somebody else supervises.',
		),
		'room-unknown': plain('No such room', 'There is no such exam room, or you do not supervise it.'),
		'paper-unknown': plain(
			'No such form',
			'There is no form with this number. Look at the number again, its last character too.',
		),
		'paper-entered': plain(
			'Entered already',
			'The result of this person on this form is entered already. To change it, correct that row.',
		),
		'paper-empty': plain('Cannot be printed', 'No question of this quiz can be answered on paper.'),
		'paper-who': plain(
			'Whose it is',
			'Give a user name, or a label where they have no account; one of the two.',
		),
		'own-paper': plain('Your own', 'Nobody enters their own result. Ask somebody else.'),
		'attempt-open': plain(
			'In the middle of it',
			'This person is in the middle of this test on a device. Enter it once that is handed in.',
		),
		'room-closed': plain(
			'The room is closed',
			'This exam room is closed, so nothing in it can be changed any more.',
		),
		'regrade-unknown': plain('This regrade was not found', 'There is no such regrade, or it was put away.'),
		'regrade-busy': plain(
			'This question is being graded again',
			'Somebody has applied a regrade of this question, and it is not finished. Please wait for it, then go on.',
		),
		'regrade-unready': plain(
			'Not ready to apply',
			'What would change is still being worked out. Please wait a moment and load the page again.',
		),
		'key-unchanged': plain(
			'The key has not changed',
			'All answers are graded by the key in use. Correct the question, publish the course and come back; or choose all points for everybody, or leave the question out.',
		),
		'question-by-person': plain(
			'People grade this question',
			'Its points are given by people. To change them, open the answer on the page for grading.',
		),
		'question-gone': plain(
			'There is no such question',
			'The course in use has no such question in any of its quizzes.',
		),
		'decision-made': plain(
			'Nothing is left to decide',
			'Somebody has decided on this, or there is no certificate to look at.',
		),
		'reason-missing': plain(
			'A reason is needed',
			'When you take it back, say why: whoever checks the certificate reads it.',
		),
		'attempts-left': plain(
			'The learner has attempts left',
			'This person may still take the test, or is taking it now. Tell them to open it and go on.',
		),
		'attempts-used-up': {
			title: 'No attempts left',
			detail: (v: Values) =>
				`This test may be taken ${count(v.allowed ?? 0, 'time', 'times')}, and you have done so. The page of the test says when you can try again.`,
		},
		'certificate-missing': plain('Not enough for the certificate yet', 'Some parts are not finished.'),
		'certificate-not-in-force': plain(
			'The certificate is no longer valid',
			'This certificate has expired, was revoked, or was replaced by another one.',
		),
		'no-certificate': plain('No certificate here', 'This course does not give a certificate.'),
		'correction-open': plain(
			'A correction is waiting already',
			'Somebody is still to look at a correction of this certificate. To ask for another name, withdraw that one first.',
		),
		'correction-decided': plain(
			'This request is settled',
			'Somebody has answered this request already, or whoever made it has withdrawn it.',
		),
		'rescue-unreadable': plain(
			'The file cannot be read',
			'This is not a file that Cùng Học saved, or it broke while it was copied. Copy it again from the device that saved it.',
		),
		'rescue-forged': plain(
			'The file was changed',
			'This file is not as it was saved, or another site’s device saved it, so it counts for nobody. Copy it again from the device that saved it.',
		),
		'rescue-unknown': plain(
			'This learner is gone',
			'The learner who saved this file is not here any more, so nothing was counted.',
		),
		'merge-over': plain('No longer possible', 'Its time is over, or it has become an account of its own.'),
		'method-not-allowed': plain(
			'It cannot be done this way',
			'This address does not accept that kind of call.',
		),
		'too-large': plain('Too long', 'What was sent is too large.'),
		'range-outside': plain('No such part', 'The file is shorter than the part asked for.'),
		'unsupported-media': plain('Could not be read', 'Please send JSON.'),
		'file-kind': {
			title: 'This question does not take such a file',
			detail: (v: Values) => `${v.is} ${v.wanted} The file was not taken.`,
		},
		'file-too-large': {
			title: 'The file is too heavy',
			detail: (v: Values) =>
				`This file is heavier than ${v.mb} MB, the most that this question takes. Take the photo again in a smaller size, or send a screenshot.`,
		},
		'file-too-many-points': {
			title: 'The picture is too large',
			detail: (v: Values) =>
				`The picture has more than ${v.million} million points. Take it again in a smaller size.`,
		},
		'file-broken': plain(
			'The picture cannot be opened',
			'The file is damaged, or only a part of it arrived. Open the picture on your device: if you can see it, send it again; if not, take another.',
		),
		'file-limit': {
			title: 'Many files were sent already',
			detail: (v: Values) =>
				`An attempt takes no more files than ${v.most}, those that were replaced among them. The one that you sent last is still there.`,
		},
		'file-unasked': plain('No file is asked for', 'This question needs no photo and no file.'),
		'file-unknown': plain('There is no such file', 'This file does not exist, or it is not yours.'),
		'answer-unreadable': plain(
			'The answer could not be read',
			'The answer does not have the right form. See below.',
		),
		'too-many': {
			title: 'Try again in a moment',
			detail: (v: Values) => {
				const { n, of } = waitIn(v.seconds);
				return `There were too many tries just now. Please wait ${count(n, of, `${of}s`)}, then try again.`;
			},
		},
		internal: plain(
			'Something went wrong',
			'The site has a problem. What was saved is still there. Please try again later.',
		),
		busy: {
			title: 'Many people are signing in',
			detail: (v: Values) =>
				`Many people are signing in at the same time. Please wait about ${count(v.seconds ?? 0, 'second', 'seconds')}, then try again.`,
		},
		unavailable: plain('Busy', 'The site is busy or being looked after. Please try again in a few minutes.'),
	} satisfies FailureTexts,
	/** What is wrong with one field. */
	fields: {
		required: 'Please fill this in.',
		unknown: 'There is no such item.',
		type: 'The wrong type of data.',
		tooShort: (p: { n: number }) => `At least ${count(p.n, 'character', 'characters')}.`,
		tooLong: (p: { n: number }) => `At most ${count(p.n, 'character', 'characters')}.`,
		tooMany: (p: { n: number }) => `At most ${count(p.n, 'item', 'items')}.`,
		pattern: 'There is a character that cannot be used.',
		format: 'Not the right form.',
		choice: 'Not one of the choices.',
		range: 'Outside what is allowed.',
		text: 'There is a broken character, so it cannot be saved.',
		other: 'Not right yet.',
	},
	pointsTo: (p: { most: number }) => `Give 0 to ${count(p.most, 'point', 'points')}.`,
	/** What a file is that a question does not take, and what it takes. */
	files: {
		is: {
			photo: 'This is a photo.',
			HEIC: 'This is a HEIC photo of an iPhone, which many devices cannot open. On the iPhone go to Settings, Camera, Formats, choose “Most Compatible” and take it again, or send a screenshot.',
			AVIF: 'This is an AVIF picture, which many devices cannot open.',
			SVG: 'This is an SVG drawing, which may hold code that runs, so it is not taken.',
			HTML: 'This is a web page, which may hold code that runs, so it is not taken.',
			GIF: 'This is a GIF picture.',
			MP4: 'This is a film.',
			WebM: 'This is a film.',
			PDF: 'This is a PDF file.',
			ZIP: 'This is a zipped file, or one of Word or Excel.',
			TIFF: 'This is a TIFF picture, which many devices cannot open.',
			BMP: 'This is a BMP picture.',
			other: 'It cannot be told what this file is.',
		},
		wanted: {
			photo: 'This question takes a JPEG, PNG or WebP picture.',
			pdf: 'This question takes a PDF file.',
			both: 'This question takes a JPEG, PNG or WebP picture, or a PDF file.',
		},
	},
	answers: {
		'wrong-type': 'This question needs another kind of answer.',
		'unknown-option': 'This question has no such choice.',
		'not-a-number': 'Please write a number, for example 15.',
		'too-many': 'Too many are chosen.',
		repeated: 'Choose each item only once.',
		'no-such-file': 'This file was not sent to this question.',
	},
	/** Why something that a device reports was not kept. */
	events: {
		malformed: (p: { path: string }) => `Not the right form at ${p.path}.`,
		itemUnknown: 'The lesson has no such task.',
		tooFarAhead: 'The clock of the device is more than a day ahead. Please set it right.',
	},
} satisfies typeof source;
