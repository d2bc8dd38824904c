/** Guests with an open attempt each, as many as the load needs: a limit by account must not be what is measured. */
import { randomUUID } from 'node:crypto';
import type { Attempt } from '#schemas/attempt.ts';
import type { Course, Lesson } from '#schemas/course.ts';
import { callSurely } from '../deep/call.ts';

export interface Learner {
	cookie: string;
	attempt: string;
	/** How often an answer was saved; revisions count up. */
	revision: number;
}

/** What the load is about: a real course of this repository. */
export interface Subject {
	course: string;
	lesson: string;
	quiz: string;
	practice: { question: string; answer: unknown };
	/** An answer to each question of the quiz. */
	answers: Record<string, unknown>;
}

const course = 'ai-cong-vu';
const atOnce = 16;

export async function selectSubject(origin: string): Promise<Subject> {
	const { body } = await callSurely(origin, 'GET', `/api/courses/${course}?locale=vi`);
	const { lessons, quizzes } = body as Course;
	const quiz = quizzes.find(({ kind }) => kind === 'quiz')!.id;
	const attempt = await startAttempt(origin, await newLearner(origin), { course, quiz });
	const answers = Object.fromEntries(attempt.questions.map((question) => [question.id, answerTo(question)]));
	for (const { id } of lessons) {
		const lesson = (await selectLesson(origin, id)) as Lesson;
		const [check] = lesson.questions;
		if (!check) continue;
		const practice = { question: check.id, answer: answerTo(check) };
		return { course, lesson: id, quiz, practice, answers };
	}
	throw new Error(`No lesson of ${course} has a check.`);
}

export async function selectLesson(origin: string, lesson: string): Promise<unknown> {
	return (await callSurely(origin, 'GET', `/api/courses/${course}/lessons/${lesson}?locale=vi`)).body;
}

export async function makeLearners(origin: string, amount: number): Promise<Learner[]> {
	const learners: Learner[] = [];
	await inParallel(amount, async () => void learners.push(await newLearner(origin)));
	return learners;
}

export async function startAttempts(origin: string, learners: Learner[], subject: Subject) {
	await inParallel(learners.length, async (n) => void (await startAttempt(origin, learners[n]!, subject)));
}

async function newLearner(origin: string): Promise<Learner> {
	const { status, cookie } = await callSurely(origin, 'POST', '/api/guests', { locale: 'vi' });
	if (status !== 201) throw new Error(`No guest: ${status}`);
	return { cookie, attempt: '', revision: 0 };
}

async function startAttempt(
	origin: string,
	learner: Learner,
	{ course, quiz }: Pick<Subject, 'course' | 'quiz'>,
) {
	const id = randomUUID();
	const given = { id, course, quiz, locale: 'vi' };
	const { status, body } = await callSurely(origin, 'POST', '/api/attempts', given, learner.cookie);
	if (status > 201) throw new Error(`No attempt: ${JSON.stringify(body)}`);
	learner.attempt = (body as Attempt).id;
	return body as Attempt;
}

async function inParallel(amount: number, one: (n: number) => Promise<void>) {
	let next = 0;
	const worker = async () => {
		while (next < amount) await one(next++);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}

function answerTo({ kind, options = [] }: Attempt['questions'][number]): unknown {
	if (kind === 'single') return options[0]!.id;
	if (kind === 'multiple') return [options[0]!.id];
	if (kind === 'truefalse') return true;
	return kind === 'number' ? 7 : 'Hà Nội';
}
