/** Options that are pictures. */
import { expect, it } from 'vitest';
import type { QuestionText } from '#schemas/question.ts';
import { holdsPicture, plainWords } from '#lib/questions/option-words.ts';
import { compile, findings, quiz, svg } from './helpers.ts';

const file = 'demo/vi/02-hoi.quiz.md';
const body = (alt: string) =>
	`## Đâu là khóa? {#q}\n\n- [x] ![${alt}](media/khoa.svg) {#a}\n- [ ] **Cửa** ![Cửa](media/cua.svg) {#b}\n- [ ] Tường {#c}\n`;
const media = { 'demo/media/khoa.svg': svg, 'demo/media/cua.svg': svg.replace('20z', '19z') };

it('options may be pictures, hold them, or be words', async () => {
	const { courses, errors } = await compile({ ...quiz(body('Khóa')), ...media });
	expect(errors).toEqual([]);
	const course = courses.demo ?? expect.fail();
	const text = course.parts[course.manifest.questions.q?.locales.vi?.text ?? ''] as QuestionText;
	const seen = text.options?.map(({ id, content }) => [id, holdsPicture(content), plainWords(content)]);
	expect(seen?.sort()).toEqual([
		['a', true, 'Khóa'],
		['b', true, 'Cửa Cửa'],
		['c', false, 'Tường'],
	]);
});

it('a picture says what it shows', async () => {
	expect(await findings({ ...quiz(body('')), ...media }, file)).toEqual(['9:7 figure-no-alt']);
});
