/** Where a course, as it is today, teaches what its questions ask. */
import { currentId } from '#domain/renames.ts';
import type { Locale } from '#schemas/common.ts';
import type { Taught } from '#schemas/question.ts';
import type { CourseVersion } from './catalog.ts';
import { summariseLesson } from './describe.ts';

/** `question`: under the name that it has or had. Empty where no lesson is known. */
export function taughtAt({ manifest }: CourseVersion, question: string, wanted: Locale): Taught[] {
	const id = currentId(question, manifest.formerly, manifest.questions);
	const teaches = (id !== null && manifest.questions[id]?.teaches) || [];
	const lessons = lessonsOf(manifest);
	return teaches.flatMap(({ lesson, at }) => {
		const n = lessons.indexOf(lesson) + 1;
		if (n === 0) return [];
		const { title, locale } = summariseLesson(manifest, lesson, wanted);
		return [{ lesson, n, title, locale, heading: at?.[locale] ?? null }];
	});
}

/** Each lesson once, in the order of the course; with its heading where all mean the same one. */
export function lessonsOnce(taught: readonly Taught[]): Taught[] {
	const once = new Map<string, Taught>();
	for (const each of taught) {
		const known = once.get(each.lesson);
		const isSame = !known || known.heading?.anchor === each.heading?.anchor;
		once.set(each.lesson, isSame ? each : { ...each, heading: null });
	}
	return [...once.values()].sort((a, b) => a.n - b.n);
}

function lessonsOf({ outline }: CourseVersion['manifest']): string[] {
	return outline.filter(({ kind }) => kind === 'lesson').map(({ id }) => id);
}
