import type { Static } from 'typebox';
import type {
	AccountRequest,
	GuestRequest,
	Me,
	MePatch,
	RecoveryCode,
	RecoveryCodeRequest,
	RecoveryRequest,
	SessionRequest,
} from '#schemas/account.ts';
import type {
	AnswerReceipt,
	AnswerRequest,
	Attempt,
	AttemptList,
	AttemptRequest,
	CheckRequest,
	Submission,
	SubmissionRequest,
} from '#schemas/attempt.ts';
import type {
	Certificate,
	CertificateList,
	CertificateRequest,
	CorrectionRequest,
	RevocationRequest,
} from '#schemas/certificate.ts';
import type { Locale } from '#schemas/names.ts';
import type { Course, CourseList, Lesson } from '#schemas/course.ts';
import type { Framework, FrameworkList } from '#schemas/framework.ts';
import type {
	CourseProgress,
	Enrolment,
	EventReceipt,
	LearningEvent,
	ProgressList,
} from '#schemas/progress.ts';
import type { Verdict } from '#schemas/question.ts';
import type { Track, TrackList } from '#schemas/track.ts';
import { caller, type Fetch } from '#lib/call.ts';

type Text = { locale?: Locale; version?: string | undefined };

/** The API, one method an endpoint. On the server give it `event.fetch`. */
export function api(fetch: Fetch) {
	const { get, post, put, patch, remove } = caller(fetch);
	return {
		createGuest: (body: Static<typeof GuestRequest>) => post<Me>('/guests', body),
		createAccount: (body: Static<typeof AccountRequest>) => post<Me>('/accounts', body),
		signIn: (body: Static<typeof SessionRequest>) => post<Me>('/session', body),
		signOut: (everywhere = false) => remove('/session', { everywhere: everywhere ? 'true' : undefined }),
		me: () => get<Me>('/me'),
		changeMe: (body: MePatch) => patch<Me>('/me', body),
		createRecoveryCode: (body: Static<typeof RecoveryCodeRequest>) =>
			post<Static<typeof RecoveryCode>>('/recovery-codes', body),
		recover: (body: Static<typeof RecoveryRequest>) => post<Me>('/recovery', body),

		frameworks: (query: Text = {}) => get<Static<typeof FrameworkList>>('/frameworks', query),
		framework: (id: string, query: Text = {}) => get<Framework>(`/frameworks/${id}`, query),
		tracks: (query: Text = {}) => get<Static<typeof TrackList>>('/tracks', query),
		track: (id: string, query: Text = {}) => get<Track>(`/tracks/${id}`, query),
		courses: (query: Text = {}) => get<Static<typeof CourseList>>('/courses', query),
		course: (id: string, query: Text = {}) => get<Course>(`/courses/${id}`, query),
		lesson: (course: string, id: string, query: Text = {}) =>
			get<Lesson>(`/courses/${course}/lessons/${id}`, query),

		check: (body: Static<typeof CheckRequest>) => post<Verdict>('/checks', body),
		enrol: (course: string) => post<Static<typeof Enrolment>>('/enrolments', { course }),
		sendEvents: (events: LearningEvent[]) => post<EventReceipt>('/events', { events }),
		progress: () => get<Static<typeof ProgressList>>('/progress'),
		courseProgress: (course: string) => get<CourseProgress>(`/progress/${course}`),

		startAttempt: (body: Static<typeof AttemptRequest>) => post<Attempt>('/attempts', body),
		attempts: (course?: string) => get<Static<typeof AttemptList>>('/attempts', { course }),
		attempt: (id: string) => get<Attempt>(`/attempts/${id}`),
		saveAnswer: (attempt: string, question: string, body: Static<typeof AnswerRequest>) =>
			put<AnswerReceipt>(`/attempts/${attempt}/answers/${question}`, body),
		submit: (attempt: string, body: Static<typeof SubmissionRequest> = {}) =>
			post<Submission>(`/attempts/${attempt}/submission`, body),

		requestCertificate: (body: Static<typeof CertificateRequest>) => post<Certificate>('/certificates', body),
		certificates: () => get<Static<typeof CertificateList>>('/certificates'),
		certificate: (serial: string) => get<Certificate>(`/certificates/${encodeURIComponent(serial)}`),
		correctCertificate: (serial: string, body: Static<typeof CorrectionRequest>) =>
			post<Certificate>(`/certificates/${encodeURIComponent(serial)}/correction`, body),
		revokeCertificate: (serial: string, body: Static<typeof RevocationRequest>) =>
			post<Certificate>(`/certificates/${encodeURIComponent(serial)}/revocation`, body),
	};
}

export type Api = ReturnType<typeof api>;
