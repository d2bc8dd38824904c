import { describe, expect, it } from 'vitest';
import type { Node } from '#schemas/node.ts';
import { compile, findings, lesson, sketch, smallCourse, svg, type Files } from './helpers.ts';

const file = 'demo/vi/01-mot.md';
const other = String(smallCourse['demo/course.yaml']).replace('id: demo', 'id: khac');
const xlsx = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]);
const around: Files = {
	'demo/vi/02-cuoi.quiz.md': '---\nid: cuoi\ntitle: Cuối\nkind: exam\n---\n## A {#q teaches=mot}\n= true\n',
	'demo/vi/03-luyen.quiz.md': '---\nid: luyen\ntitle: Luyện\nkind: practice\n---\n## B {#r}\n= true\n',
	'demo/media/bang-gia.xlsx': xlsx,
	'demo/media/a.svg': svg,
	'khac/course.yaml': other,
	'khac/vi/07-hai.md': '---\nid: hai\ntitle: Hai\n---\n## Mục\n\na\n',
};
const all = '[a](../media/bang-gia.xlsx) ![b](media/a.svg)\n\n';

async function read(body: string): Promise<string> {
	const { courses, errors } = await compile({ ...lesson(`${all}${body}\n`), ...around });
	expect(errors).toEqual([]);
	const course = courses.demo ?? expect.fail();
	const nodes = course.parts[course.manifest.lessons.mot?.locales.vi?.part ?? ''] as Node[];
	return sketch(nodes.slice(2));
}

describe('links lead to', () => {
	it.each([
		['a quiz', '[x](02-cuoi.quiz.md)', '/courses/demo/quizzes/cuoi'],
		['this lesson in another folder of words', '[x](../vi/01-mot.md)', '/courses/demo/lessons/mot'],
		['a lesson of another course', '[x](../../khac/vi/07-hai.md)', '/courses/khac/lessons/hai'],
		['a heading there', '[x](../../khac/vi/07-hai.md#muc)', '/courses/khac/lessons/hai#h-muc'],
		['another course', '[x](../../khac/)', '/courses/khac'],
		['the file of another course', '[x](../../khac/course.yaml)', '/courses/khac'],
	])('%s', async (_, body, href) => {
		expect(await read(body)).toBe(`p(a[href=${href}]("x"))`);
	});

	it.each(['[x](media/bang-gia.xlsx)', '[x](../media/bang-gia.xlsx)', '<a href="media/bang-gia.xlsx">x</a>'])(
		'a file to take along, with its weight: %s',
		async (body) => {
			expect(await read(body)).toMatch(
				/^p\(a\[href=\/api\/media\/[0-9a-f]{32}\/bang-gia\.xlsx bytes=6 download=bang-gia\.xlsx\]\("x"\)\)$/,
			);
		},
	);

	it('a picture, which is opened', async () => {
		expect(await read('[x](media/a.svg)')).toMatch(
			/^p\(a\[href=\/api\/media\/[0-9a-f]{32}\/a\.svg bytes=\d+\]\("x"\)\)$/,
		);
	});

	it.each([
		['a practice quiz', '[x](03-luyen.quiz.md)', ['8:1 link-practice']],
		['a course that there is not', '[x](../../khax/)', ['8:1 link-no-course']],
		['a lesson that another course lacks', '[x](../../khac/vi/08-ba.md)', ['8:1 link-no-lesson']],
		['a heading that it lacks', '[x](../../khac/vi/07-hai.md#x)', ['8:1 link-no-heading']],
		['the media of another course', '[x](../../khac/media/a.pdf)', ['8:1 link-refused']],
		['a file beside', '[x](ghi-chu.txt)', ['8:1 link-refused']],
	])('not to %s', async (_, body, expected) => {
		expect(await findings({ ...lesson(`${all}${body}\n`), ...around }, file)).toEqual(expected);
	});

	it('a file that is not what its name says is broken', async () => {
		const files = {
			...lesson(`${all}`),
			...around,
			'demo/media/bang-gia.xlsx': new TextEncoder().encode('<html>'),
		};
		expect(await findings(files, 'demo/media/bang-gia.xlsx')).toContain('1:1 media-broken');
	});
});
