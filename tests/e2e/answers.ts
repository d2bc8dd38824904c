/** What the keys of the courses say, from the authors' files themselves: the API tells nobody. */
import { compileCourses } from '#content/compile.ts';
import { readCourses } from '#content/read.ts';
import { rules, type QuestionRule } from '#domain/questions/grade.ts';
import type { CompiledCourse } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import type { Feedback, Key, PlainAnswer, QuestionKind, QuestionText } from '#schemas/question.ts';

export const phone = 'dien-thoai-buoc-dau';
export const ai = 'ai-cong-vu';

let compiling: Promise<Record<string, CompiledCourse>> | undefined;

export async function compiled(course: string): Promise<CompiledCourse> {
	compiling ??= readCourses('courses').then(async (source) => {
		const result = await compileCourses(source, {
			today: new Date().toISOString().slice(0, 10),
			locale: 'en',
		});
		return result.courses;
	});
	const found = (await compiling)[course];
	if (!found) throw new Error(`The course ${course} does not compile.`);
	return found;
}

function part<T>({ parts }: CompiledCourse, hash: string | undefined): T {
	return parts[hash ?? ''] as T;
}

export function keyOf(course: CompiledCourse, question: string): Key {
	return part<Key>(course, course.manifest.questions[question]?.key);
}

/** The text of a question in a language, else in the source's. */
export function textOf(course: CompiledCourse, question: string, locale: Locale): QuestionText {
	const { locales = {} } = course.manifest.questions[question] ?? {};
	return part<QuestionText>(course, (locales[locale] ?? locales[course.manifest.sourceLocale])?.text);
}

export function rightAnswer(course: CompiledCourse, question: string, locale: Locale): PlainAnswer {
	const key = keyOf(course, question);
	return (rules[key.kind] as QuestionRule<QuestionKind>).solution(key, locale);
}

/** An answer that can be given and is wrong. */
export function wrongAnswer(course: CompiledCourse, question: string): PlainAnswer {
	const key = keyOf(course, question);
	const options = textOf(course, question, 'vi').options?.map(({ id }) => id) ?? [];
	switch (key.kind) {
		case 'single':
			return options.find((id) => id !== key.right) ?? null;
		case 'hotspot':
			return options.find((id) => !key.right.includes(id)) ?? null;
		case 'multiple':
			return options.filter((id) => !key.right.includes(id));
		case 'truefalse':
			return !key.right;
		case 'number':
			return key.high + 1000;
		case 'text':
			return 'xyzzy';
		case 'order':
			return [...key.right].reverse();
		case 'essay':
			return { text: 'xyzzy' };
		case 'file':
			return null;
		case 'match':
		case 'group':
		case 'matrix': {
			const [first] = Object.keys(key.right);
			const other = Object.values(key.right).find((target) => target !== key.right[first ?? '']);
			return first && other ? { [first]: other } : null;
		}
		case 'blanks': {
			const typed = Object.entries(key.blanks).find(([, blank]) => 'accept' in blank);
			return typed ? { [typed[0]]: 'xyzzy' } : null;
		}
	}
}

/** Everything that is said only after answering, in every language: feedback of options and explanations. */
export function saidAfter(course: CompiledCourse, question: string): string[] {
	const locales = course.manifest.questions[question]?.locales ?? {};
	return Object.values(locales).flatMap((entry) => {
		const { options, explanation } = part<Feedback>(course, entry.feedback);
		return [...Object.values(options), ...(explanation ? [explanation] : [])];
	});
}
