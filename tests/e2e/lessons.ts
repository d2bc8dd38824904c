import { readdirSync, readFileSync } from 'node:fs';
import type { Locale } from '#schemas/common.ts';
import { ai, phone } from './answers.ts';

export interface WrittenLesson {
	course: string;
	locale: Locale;
	id: string;
}

/** Every lesson of every course, in every language that it is written in, as the files say. */
export const writtenLessons: WrittenLesson[] = [
	...lessonsOf(phone, 'vi'),
	...lessonsOf(phone, 'km'),
	...lessonsOf(ai, 'vi'),
];

function lessonsOf(course: string, locale: Locale): WrittenLesson[] {
	const folder = `courses/${course}/${locale}`;
	return readdirSync(folder)
		.filter((name) => name.endsWith('.md') && !name.endsWith('.quiz.md'))
		.map((name) => /^id: *(\S+)$/m.exec(readFileSync(`${folder}/${name}`, 'utf8'))?.[1] ?? `no id in ${name}`)
		.map((id) => ({ course, locale, id }));
}
