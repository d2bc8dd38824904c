/** A course as a way that is walked: its parts with what is done, what comes next, and what is left. */
import type { Course, CoursePart, LessonSummary, OutlineItem, QuizSummary } from '#schemas/course.ts';
import type { NextStep } from '#schemas/views/step.ts';

/** A lesson or quiz on the way. */
export interface Step {
	kind: OutlineItem['kind'];
	id: string;
	state: 'done' | 'next' | 'open';
	/** Which lesson of the course, from 1; null for a quiz. */
	n: number | null;
	lesson: LessonSummary | null;
	quiz: QuizSummary | null;
	takes: number;
	/** The certificate does not ask for it. */
	isExtra: boolean;
}

/** A part of the course; `part` is null where the course is one whole. */
export interface Landing {
	part: CoursePart | null;
	steps: Step[];
	/** How many of its steps are done, of those that the certificate asks for; of all, where it asks for none. */
	done: number;
	of: number;
	takes: number;
}

/** `done`: as `lesson/id` and `quiz/id`; `next`: what the course's main button leads to. */
export function journeyOf(course: Course, done: ReadonlySet<string>, next: NextStep | null): Landing[] {
	const nextName = nameOfNext(next);
	const whole = { part: null, items: course.outline };
	const parts = course.parts.length > 0 ? course.parts.map((part) => ({ part, items: part.items })) : [whole];
	return parts.map(({ part, items }) => {
		const steps = items.flatMap((item) => stepOf(course, item, done, nextName));
		const required = steps.filter(({ isExtra }) => !isExtra);
		const counted = required.length > 0 ? required : steps;
		return {
			part,
			steps,
			done: counted.filter(({ state }) => state === 'done').length,
			of: counted.length,
			takes: steps.reduce((sum, { takes }) => sum + takes, 0),
		};
	});
}

function stepOf(course: Course, { kind, id }: OutlineItem, done: ReadonlySet<string>, next: string): Step[] {
	const name = `${kind}/${id}`;
	const at = kind === 'lesson' ? course.lessons.findIndex((each) => each.id === id) : -1;
	const lesson = course.lessons[at] ?? null;
	const quiz = kind === 'quiz' ? (course.quizzes.find((each) => each.id === id) ?? null) : null;
	const found = lesson ?? quiz;
	if (!found) return [];
	const state = done.has(name) ? 'done' : name === next ? 'next' : 'open';
	const { takes, required } = found;
	return [{ kind, id, state, n: lesson && at + 1, lesson, quiz, takes, isExtra: !required }];
}

function nameOfNext(next: NextStep | null): string {
	if (next?.kind === 'quiz') return `quiz/${next.id}`;
	return next?.kind === 'start' || next?.kind === 'lesson' ? `lesson/${next.id}` : '';
}

/** What the course still asks of a learner: lessons, quizzes (exams among them), and about how many minutes. */
export interface Left {
	lessons: number;
	quizzes: number;
	/** All that is left of quizzes is one exam. */
	isExam: boolean;
	minutes: number;
}

export function leftOf(course: Course, done: ReadonlySet<string>): Left {
	const isLeft = (kind: string) => (each: { id: string; required: boolean }) =>
		each.required && !done.has(`${kind}/${each.id}`);
	const lessons = course.lessons.filter(isLeft('lesson'));
	const quizzes = course.quizzes.filter(isLeft('quiz'));
	return {
		lessons: lessons.length,
		quizzes: quizzes.length,
		isExam: quizzes.length === 1 && quizzes[0]!.kind === 'exam',
		minutes: [...lessons, ...quizzes].reduce((sum, { takes }) => sum + takes, 0),
	};
}
