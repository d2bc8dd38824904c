import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readQuizAlone } from '#content/quiz-alone.ts';
import { questionKinds } from '#schemas/names.ts';

test('the authors’ examples compile, hold every kind, and show what else a question can say', () => {
	const file = readFileSync('docs/question-kinds.quiz.md');
	const { questions, errors, warnings, added } = readQuizAlone('q.quiz.md', file, {
		locale: 'vi',
		says: 'en',
	});
	expect([errors, warnings, added]).toEqual([[], [], 0]);
	expect(new Set(questions.map(({ asked }) => asked.kind))).toEqual(new Set(questionKinds));
	expect(questions.some(({ asked }) => asked.survey)).toBe(true);
	expect(questions.some(({ text }) => text.case)).toBe(true);
	expect(file.toString()).toMatch(/^## .*\.confidence/m);
});
