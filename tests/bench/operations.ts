/** What is measured, each beside its floor. */
import { randomUUID } from 'node:crypto';
import type { Learner, Subject } from './learners.ts';
import type { Sent } from './load.ts';

export type Floor = 'insert' | 'json' | 'page';

const brotli = { 'accept-encoding': 'gzip, deflate, br' };

export interface Operation {
	name: string;
	floor: Floor;
	/** Requests in one round. */
	amount: number;
	request(n: number): Sent;
}

/** Each learner submits one attempt a round. */
export const submissions = 480;
/** Those whose connections ask ahead of the last answer. */
export const learnersNeeded = submissions + 64;

export function operations(subject: Subject, learners: Learner[]): Operation[] {
	const { course, lesson, quiz, practice, answers } = subject;
	const questions = Object.keys(answers);
	const who = (n: number) => learners[n % learners.length]!;
	const as = (learner: Learner) => ({ headers: { cookie: learner.cookie } });
	const event = () => ({
		id: randomUUID(),
		type: 'lesson.opened',
		course,
		lesson,
		at: new Date().toISOString(),
	});
	const page = `/courses/${course}/lessons/${lesson}`;
	const read =
		(path: string, more: Record<string, string> = {}) =>
		(n: number): Sent => ({
			method: 'GET',
			path,
			headers: { cookie: who(n).cookie, ...more },
		});
	const post =
		(path: string, body: () => unknown) =>
		(n: number): Sent => ({
			method: 'POST',
			path,
			body: body(),
			...as(who(n)),
		});

	return [
		{
			name: 'save an answer',
			floor: 'insert',
			amount: 1920,
			request(n) {
				const learner = who(n);
				const question = questions[Math.floor(n / learners.length) % questions.length]!;
				learner.revision += 1;
				const body = { answer: answers[question], revision: learner.revision };
				return {
					method: 'PUT',
					path: `/api/attempts/${learner.attempt}/answers/${question}`,
					body,
					...as(learner),
				};
			},
		},
		{
			name: 'one event',
			floor: 'insert',
			amount: 1920,
			request: post('/api/events', () => ({ events: [event()] })),
		},
		{
			name: 'twenty events at once',
			floor: 'insert',
			amount: 320,
			request: post('/api/events', () => ({ events: Array.from({ length: 20 }, event) })),
		},
		{
			name: 'check of a practice question',
			floor: 'insert',
			amount: 1920,
			request: post('/api/checks', () => ({ course, ...practice, clientId: randomUUID() })),
		},
		{
			name: `submission, graded (${questions.length} questions)`,
			floor: 'insert',
			amount: submissions,
			request: (n) => ({
				method: 'POST',
				path: `/api/attempts/${who(n).attempt}/submission`,
				body: { answers },
				...as(who(n)),
			}),
		},
		{
			name: 'lesson as JSON',
			floor: 'json',
			amount: 1920,
			request: read(`/api/courses/${course}/lessons/${lesson}?locale=vi`),
		},
		{ name: 'lesson page, signed in', floor: 'page', amount: 480, request: read(page) },
		{ name: 'lesson page, signed in, brotli', floor: 'page', amount: 480, request: read(page, brotli) },
		// Visitors are told apart by their browsers here, as they share one address.
		{
			name: 'lesson page, visitor',
			floor: 'page',
			amount: 480,
			request: (n) => ({ method: 'GET', path: page, headers: { 'user-agent': `browser ${n % 64}` } }),
		},
		{
			name: 'quiz page, signed in',
			floor: 'page',
			amount: 480,
			request: read(`/courses/${course}/quizzes/${quiz}`),
		},
	];
}

export const floors: Record<Floor, { name: string; amount: number; request(n: number): Sent }> = {
	insert: {
		name: 'floor: Fastify, one insert',
		amount: 3200,
		request: (n) => ({ method: 'POST', path: '/insert', body: { answer: 'b', revision: n } }),
	},
	json: {
		name: 'floor: Fastify, the same JSON',
		amount: 3200,
		request: () => ({ method: 'GET', path: '/json' }),
	},
	page: {
		name: 'floor: SvelteKit, a bare page',
		amount: 1920,
		request: () => ({ method: 'GET', path: '/' }),
	},
};
