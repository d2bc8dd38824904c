import Type from 'typebox';
import {
	AnswerReceipt,
	AnswerRequest,
	Attempt,
	AttemptList,
	AttemptRequest,
	CheckRequest,
	FileQuery,
	FileReceipt,
	PracticeKeys,
	Submission,
	SubmissionRequest,
} from '../attempt.ts';
import {
	AttemptGrant,
	AttemptGrantBatch,
	AttemptGrantRequest,
	AttemptGrantResults,
	AttemptGrants,
} from '../attempt-grant.ts';
import { Id, described } from '../common.ts';
import * as paths from '../paths.ts';
import { Verdict } from '../question.ts';
import { FileSize } from '../upload.ts';
import { ReviewRequest, ReviewVerdict } from '../review.ts';
import { endpoint, fileReply, largeBody } from './endpoint.ts';
import { InLocale, InVersion, Wanted } from './queries.ts';

const tag = 'attempts';
const access = 'learner';
const AttemptId = Type.String({
	description: 'Id of the attempt, a UUID; what is no UUID is as unknown as one that nobody has.',
});
const OfAttempt = Type.Object({ id: AttemptId });
const OfAnswer = Type.Object({
	id: AttemptId,
	question: Type.String({ description: 'Id of a question of the attempt.' }),
});

export const attempts = {
	check: endpoint({
		address: paths.check,
		access: 'public',
		tag,
		summary: 'Check an answer to a practice question; no account needed',
		body: CheckRequest,
		responses: { 200: described(Verdict, 'The verdict, with all that the author says to it.') },
	}),
	practiceKeys: endpoint({
		address: paths.practiceKeys,
		access: 'public',
		tag,
		summary: 'Keys of the practice questions in a lesson, for devices that judge without a network',
		description: 'Of a question that counts now, or counted in the version asked for, no key is told.',
		params: Type.Object({
			course: described(Id, 'Id of the course.'),
			lesson: described(Id, 'Id of the lesson.'),
		}),
		query: InVersion,
		responses: { 200: described(PracticeKeys, 'What decides the verdicts, and all that the author says.') },
	}),
	startAttempt: endpoint({
		address: paths.startAttempt,
		access,
		tag,
		summary: 'Start an attempt at a quiz, or go on with the open one',
		body: AttemptRequest,
		responses: {
			200: described(Attempt, 'The attempt that was open, or that was started under this id before.'),
			201: described(Attempt, 'The attempt that was started now.'),
		},
	}),
	answerReview: endpoint({
		address: paths.answerReview,
		access,
		tag,
		summary: 'Answer a question again that I got wrong before',
		description:
			'It changes no score and no certificate. Where it is due, it comes again later: the later, the more often it was right.',
		body: ReviewRequest,
		responses: { 200: described(ReviewVerdict, 'What came of it, and when it comes again.') },
	}),
	grantAttempt: endpoint({
		address: paths.grantAttempt,
		access: 'attempt.grant',
		tag,
		summary: 'Grant one more attempt to a learner who has none left; 200 when one waits for them already',
		description:
			'For helpers of the learner, instructors of the course, coordinators of the place, administrators.',
		body: AttemptGrantRequest,
		responses: {
			200: described(AttemptGrant, 'Granted before, and not used yet.'),
			201: described(AttemptGrant, 'Granted now.'),
		},
	}),
	grantAttempts: endpoint({
		address: paths.grantAttempts,
		access: 'attempt.grant',
		tag,
		summary: 'Grant the same to each of a list of learners, and tell what came of each',
		description:
			'Each is granted wholly or not at all; one that is refused holds up no other. Sent again, it grants nothing twice. Refused as a whole where it can be granted to nobody: a quiz that there is not, time without a limit, or nobody of them in my care.',
		body: AttemptGrantBatch,
		responses: { 200: described(AttemptGrantResults, 'What came of each.') },
	}),
	attemptGrants: endpoint({
		address: paths.attemptGrants,
		access: 'attempt.grant',
		tag,
		summary: 'Who in my care has no attempt left, and what I have granted',
		query: InLocale,
		responses: { 200: described(AttemptGrants, 'As far as I may grant them another.') },
	}),
	attempts: endpoint({
		address: paths.attempts,
		access,
		tag,
		summary: 'My attempts, latest first',
		query: Type.Object(
			{
				course: Type.Optional(described(Id, 'Id of a course: its attempts alone; absent: all.')),
				locale: Wanted,
			},
			{ additionalProperties: false },
		),
		responses: { 200: described(AttemptList, 'My attempts, open ones among them.') },
	}),
	attempt: endpoint({
		address: paths.attempt,
		access,
		tag,
		summary: 'An attempt: its questions, what was saved, and the submission once there',
		params: OfAttempt,
		responses: { 200: described(Attempt, 'The attempt as it stands now.') },
	}),
	saveAnswer: endpoint({
		address: paths.saveAnswer,
		access,
		tag,
		summary: 'Save one answer; the highest revision stands',
		params: OfAnswer,
		body: AnswerRequest,
		responses: { 200: described(AnswerReceipt, 'What stands now; it is on the disk.') },
	}),
	postAnswer: endpoint({
		address: paths.postAnswer,
		access,
		tag,
		summary: 'The same as by PUT, where a network lets only GET and POST through',
		params: OfAnswer,
		body: AnswerRequest,
		responses: { 200: described(AnswerReceipt, 'What stands now; it is on the disk.') },
	}),
	sendFile: endpoint({
		address: paths.sendFile,
		access,
		tag,
		summary: 'Send a file and save it as the answer to a question of the kind file',
		description:
			'The body is the file itself (application/octet-stream, or its own media type); what it is, is told by its content. A picture is turned upright, made smaller where it is large, and freed of all that the camera noted. Sent again under the same id, it is the same file. Refused: what the question does not take (415), too heavy or of too many points (413), unreadable (422), too many files (409, 429).',
		params: Type.Object({
			...OfAnswer.properties,
			upload: Type.String({ description: 'Id of the file, a UUID made by the client.' }),
		}),
		query: FileQuery,
		sends: 'file',
		responses: {
			200: described(FileReceipt, 'What stands now. The file is on the disk, and so is the answer.'),
		},
	}),
	ownFile: endpoint({
		address: paths.ownFile,
		access,
		tag,
		summary: 'A file that I sent',
		params: Type.Object({ upload: Type.String({ description: 'Id of the file, a UUID.' }) }),
		query: FileSize,
		responses: { 200: fileReply },
	}),
	submit: endpoint({
		address: paths.submit,
		access,
		tag,
		summary: 'Submit an attempt; repeated, it tells the same submission',
		params: OfAttempt,
		body: SubmissionRequest,
		bodyLimit: largeBody,
		responses: { 200: described(Submission, 'What came of it, by the latest gradings.') },
	}),
};
