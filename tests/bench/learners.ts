/** Guests with an open attempt each, as many as the load needs: a limit by account must not be what is measured. */
import { randomUUID } from 'node:crypto';
import type { Attempt } from '#schemas/attempt.ts';
import type { Course, Lesson } from '#schemas/course.ts';
import { callSurely } from '../deep/call.ts';

export interface Learner {
	cookie: string;
	attempt: string;
	/** The attempt can still be saved to and submitted. */
	isOpen: boolean;
	/** How often an answer was saved; revisions count up. */
	revision: number;
}

export interface Quiz {
	course: string;
	quiz: string;
	/** An answer to each question. */
	answers: Record<string, unknown>;
}

/** What the load is about: a real course of this repository, and a quiz of ten questions of `courses` beside this. */
export interface Subject extends Quiz {
	lesson: string;
	practice: { question: string; answer: unknown };
	ten: Quiz;
}

const course = 'ai-cong-vu';
const ten = { course: 'muoi-cau', quiz: 'muoi-cau' };
const atOnce = 16;

export async function selectSubject(origin: string): Promise<Subject> {
	const { body } = await callSurely(origin, 'GET', `/api/courses/${course}?locale=vi`);
	const { lessons, quizzes } = body as Course;
	const quiz = quizzes.find(({ kind }) => kind === 'quiz')!.id;
	const answers = await answersTo(origin, { course, quiz });
	for (const { id } of lessons) {
		const lesson = (await selectLesson(origin, id)) as Lesson;
		const [check] = lesson.questions;
		if (!check) continue;
		const practice = { question: check.id, answer: answerTo(check) };
		const tenAnswers = await answersTo(origin, ten);
		return { course, lesson: id, quiz, practice, answers, ten: { ...ten, answers: tenAnswers } };
	}
	throw new Error(`No lesson of ${course} has a check.`);
}

export async function selectLesson(origin: string, lesson: string): Promise<unknown> {
	return (await callSurely(origin, 'GET', `/api/courses/${course}/lessons/${lesson}?locale=vi`)).body;
}

export async function makeLearners(origin: string, amount: number): Promise<Learner[]> {
	const learners: Learner[] = [];
	// Guests are told apart by their browsers, and each may ask so often in a minute.
	await inParallel(amount, async (n) => void learners.push(await newLearner(origin, `browser ${n % 64}`)));
	return learners;
}

/** For those that have none open. */
export async function startAttempts(origin: string, learners: readonly Learner[], of: Quiz) {
	const without = learners.filter(({ isOpen }) => !isOpen);
	await inParallel(without.length, async (n) => void (await startAttempt(origin, without[n]!, of)));
}

async function answersTo(origin: string, of: Omit<Quiz, 'answers'>): Promise<Record<string, unknown>> {
	const { questions } = await startAttempt(origin, await newLearner(origin), of);
	return Object.fromEntries(questions.map((question) => [question.id, answerTo(question)]));
}

async function newLearner(origin: string, browser = 'browser'): Promise<Learner> {
	const { status, cookie } = await callSurely(origin, 'POST', '/api/guests', { locale: 'vi' }, '', browser);
	if (status !== 201) throw new Error(`No guest: ${status}`);
	return { cookie, attempt: '', isOpen: false, revision: 0 };
}

async function startAttempt(origin: string, learner: Learner, of: Omit<Quiz, 'answers'>): Promise<Attempt> {
	const given = { id: randomUUID(), course: of.course, quiz: of.quiz, locale: 'vi' };
	const { status, body } = await callSurely(origin, 'POST', '/api/attempts', given, learner.cookie);
	if (status > 201) throw new Error(`No attempt: ${JSON.stringify(body)}`);
	learner.attempt = (body as Attempt).id;
	learner.isOpen = true;
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
