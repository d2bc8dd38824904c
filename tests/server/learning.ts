/** What a learner does in the fixture course, by the API. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Client } from './harness.ts';

export const course = 'thu-nghiem';
export const lessons = ['mat-khau', 'ma-otp', 'hoi-giup'];

export function event(type: string, lesson: string, more: Record<string, unknown> = {}) {
	return { id: randomUUID(), type, course, lesson, at: new Date().toISOString(), ...more };
}

export async function send(client: Client, ...events: unknown[]) {
	const { status, body } = await client.post('/api/events', { events });
	expect(status, JSON.stringify(body)).toBe(200);
	return body as {
		accepted: string[];
		duplicate: string[];
		rejected: { id: string | null; reason: string }[];
	};
}

export async function finishLessons(client: Client, ids = lessons) {
	const receipt = await send(client, ...ids.map((lesson) => event('lesson.done', lesson)));
	expect(receipt.accepted).toHaveLength(ids.length);
}

const midway: Record<string, unknown> = {
	mk: 'b',
	'giu-may': ['khoa', 'cap-nhat'],
	'hoi-otp': false,
	gia: '35',
	'thu-do': 'Hà Nội',
};
/** The right option of `ck-1` to `ck-7`. */
const right = (question: string) => midway[question] ?? 'abcabca'[Number(question.slice(3)) - 1];

export async function startAttempt(client: Client, quiz: string) {
	const { status, body } = await client.post('/api/attempts', { course, quiz, locale: 'vi' });
	expect([200, 201], JSON.stringify(body)).toContain(status);
	return body as { id: string; questions: { id: string; kind: string }[] };
}

/** Answers the first `rightly` of the questions (all, if not told) and leaves the others. */
export async function takeQuiz(client: Client, quiz: string, rightly = Infinity) {
	const attempt = await startAttempt(client, quiz);
	const answered = attempt.questions.slice(0, rightly);
	const answers = Object.fromEntries(answered.map(({ id }) => [id, right(id)]));
	const { status, body } = await client.post(`/api/attempts/${attempt.id}/submission`, { answers });
	expect(status, JSON.stringify(body)).toBe(200);
	return body as { score: number; maxScore: number; passed: boolean };
}

export async function passQuizzes(client: Client) {
	for (const quiz of ['giua-khoa', 'cuoi-khoa']) expect((await takeQuiz(client, quiz)).passed).toBe(true);
}

export async function completeCourse(client: Client) {
	await finishLessons(client);
	await passQuizzes(client);
}
