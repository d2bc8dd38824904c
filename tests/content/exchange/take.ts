import { expect } from 'vitest';
import { importQuestions, type ImportFormat } from '#content/exchange/import.ts';
import { readQuizAlone } from '#content/quiz-alone.ts';
import { grade } from '#domain/questions/grade.ts';
import { compile, smallCourse } from '../helpers.ts';

/** Formulas and the like stay as they are written, with a word from `check`. */
const mayBeSaid = new Set(['truefalse-word', 'foreign-markup', 'option-duplicate']);

/** Imports, holds the quiz against `check`, and grades every answer. */
export async function take(format: ImportFormat, source: string | Uint8Array) {
	const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
	const options = {
		format,
		locale: 'vi',
		says: 'en',
		taken: new Set<string>(),
		id: 'nhan',
		title: 'Nhận',
	} as const;
	const { report, quiz, media } = await importQuestions(bytes, options);
	const { errors, warnings } = await compile({
		...smallCourse,
		...(quiz !== null && { 'demo/vi/02-nhan.quiz.md': quiz }),
		...Object.fromEntries([...media].map(([path, content]) => [`demo/${path}`, content])),
	});
	expect([...errors, ...warnings.filter(({ code }) => !mayBeSaid.has(code))]).toEqual([]);
	const read = readQuizAlone('q', new TextEncoder().encode(quiz ?? ''), { locale: 'vi', says: 'en' });
	for (const { id, answer } of report.imported) {
		const { asked, key } = read.questions.find((each) => each.id === id) ?? expect.fail(id);
		if (asked.kind === 'essay') expect(answer).toBe(null);
		else expect(grade(asked, key, answer, 'vi')).toMatchObject({ correct: true });
	}
	return { report, quiz: quiz ?? '', questions: read.questions, media };
}

export const kinds = async (format: ImportFormat, source: string | Uint8Array) =>
	(await take(format, source)).report.imported.map(({ kind, answer }) => [kind, answer]);
export const rejected = async (format: ImportFormat, source: string | Uint8Array) =>
	(await take(format, source)).report.rejected.map(({ line, reason }) => [line, reason]);
