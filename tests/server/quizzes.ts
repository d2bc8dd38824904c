/** The fixture's quizzes, and what a device does with them. */
import { expect } from 'vitest';
import type { Attempt } from '#schemas/attempt.ts';
import type { Locale } from '#schemas/common.ts';
import type { Client } from './harness.ts';

export const course = 'thu-nghiem';
export const exam = 'cuoi-khoa';
export const quiz = 'giua-khoa';
/** Practice with one question to put in order, and one to match. */
export const arrange = 'xep-ghep';
export const arrangeFile = `${course}/vi/07-xep-ghep.quiz.md`;
export const practice = 'luyen-tap';
export const examFile = `${course}/vi/06-cuoi-khoa.quiz.md`;
export const quizFile = `${course}/vi/03-giua-khoa.quiz.md`;
export const practiceFile = `${course}/vi/05-luyen-tap.quiz.md`;
export const courseFile = `${course}/course.yaml`;
export const minute = 60_000;

const examKey: Record<string, string> = {
	'ck-1': 'a',
	'ck-2': 'b',
	'ck-3': 'c',
	'ck-4': 'a',
	'ck-5': 'b',
	'ck-6': 'c',
	'ck-7': 'a',
};
export const examQuestions = Object.keys(examKey);
const next: Record<string, string> = { a: 'b', b: 'c', c: 'a' };

export const rightAnswer = (question: string) => examKey[question]!;
export const wrongAnswer = (question: string) => next[rightAnswer(question)]!;

/** Right answers to all questions of the quiz in the middle of the course. */
export const quizAnswers = {
	mk: 'b',
	'giu-may': ['khoa', 'cap-nhat'],
	'hoi-otp': false,
	gia: '35',
	'thu-do': 'Hà Nội',
};

export async function start(
	who: Client,
	wanted: string,
	more: { id?: string; locale?: Locale; context?: object } = {},
) {
	const started = await who.post('/api/attempts', { course, quiz: wanted, locale: 'vi', ...more });
	expect([200, 201], JSON.stringify(started.body)).toContain(started.status);
	return started.body as Attempt;
}

export const save = (who: Client, attempt: string, question: string, answer: unknown, revision = 1) =>
	who.put(`/api/attempts/${attempt}/answers/${question}`, { answer, revision });

export const submit = (who: Client, attempt: string, answers?: Record<string, unknown>) =>
	who.post(`/api/attempts/${attempt}/submission`, answers ? { answers } : {});

/** Takes the exam from start to end, all right or all wrong; `work`: time passes before it is handed in. */
export async function takeExam(who: Client, answer: (question: string) => string, work = () => {}) {
	const attempt = await start(who, exam);
	work();
	const answers = Object.fromEntries(attempt.questions.map(({ id }) => [id, answer(id)]));
	const submitted = await submit(who, attempt.id, answers);
	expect(submitted.status, JSON.stringify(submitted.body)).toBe(200);
	return { attempt, submission: submitted.body };
}

/** A problem of this code; gives its body. */
export function expectProblem(
	answered: { status: number; body: any; headers: object },
	status: number,
	code: string,
) {
	expect({ status: answered.status, type: answered.body.type }, JSON.stringify(answered.body)).toEqual({
		status,
		type: `urn:cung-hoc:problem:${code}`,
	});
	return answered.body as { detail: string; errors?: { path: string; message: string }[] };
}
