/** Ids that were published once: learners' records hold them, so none may vanish without a word. */
import type { Manifest, Part } from '#schemas/catalog.ts';
import type { QuestionText } from '#schemas/question.ts';
import { questionsOf, type Draft } from './draft.ts';
import type { Problems } from './problems.ts';
import { nearest } from './suggest.ts';

export interface PublishedIds {
	lessons: string[];
	quizzes: string[];
	questions: string[];
	/** Question to the ids of its options. */
	options?: Record<string, string[]>;
}

/** All ids of a published version; with its parts at hand, those of options too. */
export function publishedIds(manifest: Manifest, parts: Record<string, Part> = {}): PublishedIds {
	const options: Record<string, string[]> = {};
	for (const [id, { locales }] of Object.entries(manifest.questions)) {
		const text = parts[locales[manifest.sourceLocale]?.text ?? ''] as QuestionText | undefined;
		if (text?.options) options[id] = text.options.map((option) => option.id);
	}
	return {
		lessons: Object.keys(manifest.lessons),
		quizzes: Object.keys(manifest.quizzes),
		questions: Object.keys(manifest.questions),
		options,
	};
}

export function checkVanished(draft: Draft, published: PublishedIds | undefined, problems: Problems): void {
	const { course, source } = draft;
	if (!course) return;
	const present = {
		lessons: new Set(source.lessons.map(({ id }) => id ?? '')),
		quizzes: new Set(source.quizzes.map(({ id }) => id ?? '')),
		questions: new Map(questionsOf(source).map(({ question }) => [question.id ?? '', question])),
	};
	const formerly = course.value.formerly ?? {};
	const accounted = new Set([...Object.keys(formerly), ...(course.value.removed ?? [])]);
	const all = new Set([...present.lessons, ...present.quizzes, ...present.questions.keys()]);
	for (const [id, question] of present.questions) {
		for (const option of question.options) all.add(`${id}/${option.id}`);
	}
	checkLines(draft, all, problems);
	if (!published) return;
	const place = course.text.place(0);
	const report = (kind: 'lesson' | 'quiz' | 'question' | 'option', id: string, names: Iterable<string>) => {
		problems.add('id-vanished', place, { kind, id, suggestion: nearest(id, names) });
	};
	const gone = (ids: string[], there: { has: (id: string) => boolean }) =>
		ids.filter((id) => !there.has(id) && !accounted.has(id));
	for (const id of gone(published.lessons, present.lessons)) report('lesson', id, present.lessons);
	for (const id of gone(published.quizzes, present.quizzes)) report('quiz', id, present.quizzes);
	for (const id of gone(published.questions, present.questions))
		report('question', id, present.questions.keys());
	for (const [id, options] of Object.entries(published.options ?? {})) {
		const question = present.questions.get(formerly[id] ?? id);
		const there = new Set(question?.options.map((option) => option.id));
		const isAccounted = (option: string) => accounted.has(`${id}/${option}`);
		if (!question) continue;
		for (const option of options) {
			if (!there.has(option) && !isAccounted(option)) report('option', `${id}/${option}`, []);
		}
	}
}

/** The lines themselves: a new id must exist, an old one must not. */
function checkLines({ course }: Draft, all: ReadonlySet<string>, problems: Problems): void {
	if (!course) return;
	const at = (path: string) => course.places.get(path) ?? course.text.place(0);
	for (const [old, now] of Object.entries(course.value.formerly ?? {})) {
		if (!all.has(now))
			problems.add('formerly-unknown', at(`formerly.${old}`), { id: now, suggestion: nearest(now, all) });
		if (all.has(old)) problems.add('formerly-present', at(`formerly.${old}:key`), { id: old });
	}
	for (const [index, id] of (course.value.removed ?? []).entries()) {
		if (all.has(id)) problems.add('formerly-present', at(`removed.${index}`), { id });
	}
}
