/** Ids that were published once: learners' records hold them, so none may vanish without a word. */
import { currentId } from '#domain/renames.ts';
import { questionsOf, type Draft } from './draft.ts';
import type { Problems } from './problems.ts';
import { namedParts } from './quiz/parsed.ts';
import type { PublishedIds } from './published-ids.ts';
import type { Place } from './source.ts';
import { nearest } from './suggest.ts';

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
		for (const option of namedParts(question)) all.add(`${id}/${option.id}`);
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
		const there = new Set(question && namedParts(question).map((option) => option.id));
		const isAccounted = (option: string) => accounted.has(`${id}/${option}`);
		if (!question) continue;
		for (const option of options) {
			if (!there.has(option) && !isAccounted(option)) report('option', `${id}/${option}`, []);
		}
	}
	checkRetired(draft, published, problems);
}

/**
 * An id that was renamed or removed belongs to what it named: records of learners hold it. It comes back for that
 * alone, by being renamed back.
 */
function checkRetired({ course, source }: Draft, published: PublishedIds, problems: Problems): void {
	if (!course) return;
	const { formerly = {}, removed = [] } = published;
	const own = course.value.formerly ?? {};
	const retired = new Set([...Object.keys(formerly), ...removed]);
	const isBack = (id: string) =>
		Object.keys(own).some((old) => own[old] === id && currentId(id, formerly, { [old]: true }) === old);
	const check = (id: string | null, before: readonly string[], place: Place) => {
		if (id === null || before.includes(id) || !retired.has(id) || isBack(id)) return;
		problems.add('id-retired', place, { id });
	};
	for (const { id, idPlace } of source.lessons) check(id, published.lessons, idPlace);
	for (const { id, idPlace } of source.quizzes) check(id, published.quizzes, idPlace);
	for (const { question } of questionsOf(source)) {
		const id = question.id ?? '';
		check(id, published.questions, question.attributes.idPlace);
		const names = [id, ...Object.keys({ ...formerly, ...own })].filter(
			(name) => currentId(name, { ...formerly, ...own }, { [id]: true }) === id,
		);
		const before = names.flatMap((name) => published.options?.[name] ?? []);
		for (const option of namedParts(question)) {
			if (before.includes(option.id ?? '')) continue;
			for (const name of names) check(`${name}/${option.id}`, [], option.attributes.idPlace);
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
