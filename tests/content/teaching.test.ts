import { expect, it } from 'vitest';
import { sourceMark } from '#content/fix.ts';
import { compile, smallCourse, type Files } from './helpers.ts';

const lesson = (id: string, body: string, skills = '') =>
	`---\nid: ${id}\ntitle: ${id}\n${skills}---\n${body}\n`;
const course = smallCourse['demo/course.yaml'] as string;
const quiz = (kind: string, attributes: string) =>
	`---\nid: cuoi-${kind}\ntitle: Cuối\nkind: ${kind}\n---\n## Hỏi? {#q-${kind}${attributes}}\n= true\n`;

async function taught(files: Files, kind = 'exam') {
	const { courses, errors } = await compile({ 'demo/course.yaml': course, ...files });
	expect(errors).toEqual([]);
	return courses.demo!.manifest.questions[`q-${kind}`]!;
}
const two = {
	'demo/vi/01-mot.md': lesson('mot', '## Bật máy\nA.\n\n## Tắt máy\nB.', 'skills: ["4.1"]\n'),
	'demo/vi/02-hai.md': lesson('hai', '<Check question="q-practice" />', 'skills: ["4.1", "5.2"]\n'),
	'demo/vi/08-luyen.quiz.md': quiz('practice', ' skill=4.1'),
};
const exam = (attributes: string) => ({ ...two, 'demo/vi/09-cuoi.quiz.md': quiz('exam', attributes) });
const khmer = (headings: string) => ({ 'demo/km/01-mot.md': lesson('mot', headings) });

it('the place that the author names, in each language', async () => {
	const found = await taught({ ...exam(' teaches=mot#tat-may'), ...khmer('## បើក\nក។\n\n## បិទ\nខ។') });
	expect(found.teaches).toEqual([
		{
			lesson: 'mot',
			at: {
				vi: { anchor: 'h-tat-may', title: 'Tắt máy' },
				km: { anchor: 'h-បិទ', title: 'បិទ' },
			},
		},
	]);
});

it('the lesson alone where a translation has other headings', async () => {
	const found = await taught({ ...exam(' teaches=mot#tat-may'), ...khmer('## បើក\nក។') });
	expect(found.teaches![0]!.at).toEqual({ vi: { anchor: 'h-tat-may', title: 'Tắt máy' } });
});

it('lessons of its competence where its author names none', async () => {
	expect((await taught(exam(' skill=4.1'))).teaches).toEqual([{ lesson: 'mot' }, { lesson: 'hai' }]);
	expect((await taught(exam(' skill=5.2'))).teaches).toEqual([{ lesson: 'hai' }]);
	expect((await taught(exam(''))).teaches).toBeUndefined();
});

it('of practice the lesson that shows it', async () => {
	expect((await taught(exam(''), 'practice')).teaches).toEqual([{ lesson: 'hai' }]);
});

it('changes neither key nor text, and makes no translation stale', async () => {
	const { teaches: _none, ...before } = await taught(exam(''));
	const { teaches: _some, ...after } = await taught(exam(' teaches=mot#bat-may'));
	expect(after).toEqual(before);
	const written = (attributes: string) => sourceMark(quiz('exam', attributes));
	expect(written(' skill=4.1 teaches=mot#bat-may')).toBe(written(' skill=4.1'));
	expect(written(' teaches=mot points=2')).toBe(written(' points=2'));
});
