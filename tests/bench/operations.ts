/** What is measured, each beside its floor. */
import { randomUUID } from 'node:crypto';
import type { Learner, Subject } from './learners.ts';
import type { Load, Sent } from './load.ts';

export type Floor = 'insert' | 'json' | 'page';

const brotli = { 'accept-encoding': 'gzip, deflate, br' };

export interface Operation extends Load {
	name: string;
	floor: Floor;
}

/** Each learner submits one attempt a round, and some connections ask ahead of their last answer. */
export const learnersNeeded = 1600 + 64;
const many = 9600;

export function operations(subject: Subject, learners: Learner[]): Operation[] {
	const { course, lesson, quiz, practice, answers } = subject;
	const who = (n: number) => learners[n % learners.length]!;
	const page = `/courses/${course}/lessons/${lesson}`;
	const read =
		(path: string, more: Record<string, string> = {}) =>
		(n: number): Sent => ({ method: 'GET', path, headers: { cookie: who(n).cookie, ...more } });
	const post =
		(path: string, body: () => unknown) =>
		(n: number): Sent => ({ method: 'POST', path, body: body(), headers: { cookie: who(n).cookie } });
	const events = (amount: number) => () => ({
		events: Array.from({ length: amount }, () => ({
			id: randomUUID(),
			type: 'lesson.opened',
			course,
			lesson,
			at: new Date().toISOString(),
		})),
	});
	const questions = Object.keys(answers);
	return [
		one('save an answer', 'insert', many, (n) => {
			const question = questions[Math.floor(n / learners.length) % questions.length]!;
			return save(who(n), question, answers[question]);
		}),
		one('one event', 'insert', many, post('/api/events', events(1))),
		one('twenty events at once', 'insert', 1600, post('/api/events', events(20))),
		one(
			'check of a practice question',
			'insert',
			many,
			post('/api/checks', () => ({ course, ...practice, clientId: randomUUID() })),
		),
		one(`submission, graded (${questions.length} questions)`, 'insert', 1600, (n) => submit(who(n), answers)),
		wholeQuiz(subject, learners),
		one('lesson as JSON', 'json', many, read(`/api/courses/${course}/lessons/${lesson}?locale=vi`)),
		one('lesson page, signed in', 'page', many, read(page)),
		one('lesson page, signed in, brotli', 'page', many, read(page, brotli)),
		// Visitors are told apart by their addresses and browsers.
		one('lesson page, visitor', 'page', many, (n) => ({
			method: 'GET',
			path: page,
			headers: { 'user-agent': `browser ${n % 64}`, 'x-forwarded-for': `10.0.1.${n % 64}` },
		})),
		one('quiz page, signed in', 'page', many, read(`/courses/${course}/quizzes/${quiz}`)),
	];
}

function one(name: string, floor: Floor, most: number, request: (n: number) => Sent): Operation {
	return { name, floor, most, steps: 1, requests: (n) => [request(n)] };
}

/** Start, save each answer as it is given, submit, and read what came of it. */
function wholeQuiz({ ten }: Subject, learners: Learner[]): Operation {
	const answers = Object.entries(ten.answers);
	return {
		name: 'whole quiz',
		floor: 'insert',
		most: learners.length,
		steps: answers.length + 3,
		requests(n) {
			const { cookie } = learners[n % learners.length]!;
			const own: Learner = { cookie, attempt: randomUUID(), isOpen: true, revision: 0 };
			const { course, quiz } = ten;
			const start = { id: own.attempt, course, quiz, locale: 'vi' };
			return [
				{ method: 'POST', path: '/api/attempts', body: start, headers: { cookie } },
				...answers.map(([question, answer]) => save(own, question, answer)),
				submit(own, undefined),
				{ method: 'GET', path: `/api/attempts/${own.attempt}`, headers: { cookie } },
			];
		},
	};
}

function save(learner: Learner, question: string, answer: unknown): Sent {
	learner.revision += 1;
	return {
		method: 'PUT',
		path: `/api/attempts/${learner.attempt}/answers/${question}`,
		body: { answer, revision: learner.revision },
		headers: { cookie: learner.cookie },
	};
}

function submit(learner: Learner, answers: Record<string, unknown> | undefined): Sent {
	learner.isOpen = false;
	return {
		method: 'POST',
		path: `/api/attempts/${learner.attempt}/submission`,
		body: { answers },
		headers: { cookie: learner.cookie },
	};
}

export const floors: Record<Floor, Load & { name: string }> = {
	insert: floor('floor: Fastify, one insert', (n) => ({
		method: 'POST',
		path: '/insert',
		body: { answer: 'b', revision: n },
	})),
	json: floor('floor: Fastify, the same JSON', () => ({ method: 'GET', path: '/json' })),
	page: floor('floor: SvelteKit, a bare page', () => ({ method: 'GET', path: '/' })),
};

function floor(name: string, request: (n: number) => Sent) {
	return { name, most: many, steps: 1, requests: (n: number) => [request(n)] };
}
