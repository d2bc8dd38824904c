import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentAttributes, elementNames, type ComponentName, type Node } from '#schemas/node.ts';
import { applyFixes } from '#content/fix.ts';
import { readMarkdown } from '#content/markdown/markdown.ts';
import { allText } from '#content/markdown/tree.ts';
import { Problems } from '#content/problems.ts';
import { Text } from '#content/source.ts';
import { compile, lesson, quiz, smallCourse } from './helpers.ts';
import { expectHarmless } from './harmless.ts';

const pieces = [
	'<', '>', '</', '/>', '{', '}', '&', '&#123;', '"', "'", '=', '`', '```\n', '~~~\n', '*', '**', '_', '~~', '[', ']', '(', ')', '](', '![',
	'<Tip>', '</Tip>', '<Tip title="', '<Steps>\n', '</Steps>\n', '<Figure src="media/a.svg" alt="x" />', '<Check question="q" />',
	'<Try id="a">', '</Try>', '<sup>', '</sup>', '<br>', '<script>', '</script>', '<!--', '-->', '<svelte:head>', '{@html x}', '{#if a}',
	'{/if}', '{#', ' {#a}', '.multiple', 'skill=4.1', '# ', '## ', '### ', '- ', '- [ ] ', '- [x] ', '1. ', '> ', '? ', '! ', '= ', '= 35 ± 1',
	'= true', '| a | b |\n|---|---|\n', '---\n', '\n', '\n\n', '\r\n', '  ', '\t', '\\', 'javascript:', 'https://a.b', 'mailto:', '\uE000', '\uFEFF',
	'\u0000', '\u202E', '😀', 'ក្រុង', 'Tiếng Việt', 'a', 'b c', ':', '[r]: x\n', '[^1]', '<a@b.c>', 'http://', '%EE%80%80', 'data-at="1"', ' n="0"',
]; // prettier-ignore
const text = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
	},
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);
const runs = { numRuns: 300 };
const allNames = new Set<string>([...elementNames, ...Object.keys(componentAttributes)]);
const components = new Set(Object.keys(componentAttributes) as ComponentName[]);

function everyName(nodes: readonly Node[]): string[] {
	return nodes.flatMap((node) =>
		typeof node === 'string' ? [] : [node.name, ...everyName(node.children ?? [])],
	);
}

async function treeOf(body: string): Promise<Node[]> {
	const source = new Text('a.md', body);
	return (await readMarkdown(source, [{ start: 0, end: body.length }], { components }, new Problems())).nodes;
}

describe('any text at all', () => {
	it('gives a tree of allowed names, and never throws', async () => {
		await fc.assert(
			fc.asyncProperty(text, async (body) => {
				expect(everyName(await treeOf(body)).filter((name) => !allNames.has(name))).toEqual([]);
			}),
			runs,
		);
	});

	it('as a lesson, a quiz and a course file is harmless, and each finding points into its file', async () => {
		await fc.assert(
			fc.asyncProperty(text, text, async (one, two) => {
				const files = {
					...quiz(`## A {#q}\n${two}\n- [x] ${one.replace(/\n/g, ' ')} {#a}\n- [ ] b {#b}\n`),
					'demo/vi/01-mot.md': `---\nid: mot\ntitle: Một\n---\n${one}`,
					'xau/course.yaml': one,
					'xau/vi/01-a.md': two,
				};
				const { errors, warnings } = await expectHarmless(files);
				for (const { file, line, column, message } of [...errors, ...warnings]) {
					const lines = String(files[file as keyof typeof files] ?? '').split('\n');
					expect(line).toBeGreaterThanOrEqual(1);
					expect(line).toBeLessThanOrEqual(lines.length);
					expect(column).toBeGreaterThanOrEqual(1);
					expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
					expect(message).not.toMatch(/undefined|\[object|NaN/);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('breaks no other course', async () => {
		await fc.assert(
			fc.asyncProperty(text, async (one) => {
				const files = {
					...smallCourse,
					'xau/course.yaml': one,
					'xau/vi/01-a.md': one,
					'xau/vi/02-b.quiz.md': one,
					'tracks/a.yaml': one,
				};
				expect(Object.keys((await compile(files)).courses)).toContain('demo');
			}),
			{ numRuns: 100 },
		);
	});
});

describe('words', () => {
	/** Any words without Markdown's own signs; braces, `<` and `&` among them. */
	const words = fc
		.array(
			fc.constantFrom(
				'a',
				'Ố',
				'ក',
				'{',
				'}',
				'<',
				'>',
				'&',
				'$',
				'%',
				'"',
				"'",
				'(',
				')',
				';',
				':',
				',',
				'/',
				'=',
				'?',
				' ',
			),
			{
				minLength: 1,
				maxLength: 60,
			},
		)
		.map((signs) => `x${signs.join('')}x`.replace(/ +/g, ' '))
		.filter((line) => !/<\/?[a-z]|<!--|&[a-z#]/i.test(line));

	it('come out as they went in', async () => {
		await fc.assert(
			fc.asyncProperty(words, async (line) => {
				expect(await treeOf(line)).toEqual([{ name: 'p', children: [line.normalize('NFC')] }]);
			}),
			runs,
		);
	});

	it('come out of code as they went in, whatever they are', async () => {
		const code = fc.array(
			fc.constantFrom(...pieces.filter((each) => !/[`~\r\n\uE000\uFEFF\u0000\u202E]/u.test(each))),
			{ maxLength: 20 },
		);
		await fc.assert(
			fc.asyncProperty(code, async (parts) => {
				const line = `x${parts.join('')}x`;
				expect(allText(await treeOf(`\`\`\`\n${line}\n\`\`\`\n`))).toBe(`${line.normalize('NFC')}\n`);
			}),
			runs,
		);
	});

	it('of a question and its options come out as they went in', async () => {
		await fc.assert(
			fc.asyncProperty(words, words, async (title, option) => {
				const { courses } = await compile(quiz(`## ${title} {#q}\n- [x] ${option} {#a}\n- [ ] b {#b}\n`));
				const course = courses.demo ?? expect.fail();
				const part = course.parts[course.manifest.questions.q?.locales.vi?.text ?? ''];
				expect(part).toMatchObject({ title, options: [{ content: [option] }, { content: ['b'] }] });
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('--fix', () => {
	it('only ever inserts, and a second time nothing', async () => {
		const body = fc.array(
			fc.constantFrom(
				'## Hỏi\n',
				'## Hỏi {#a}\n',
				'- [x] Có\n',
				'- [ ] Không {#b}\n',
				'= 35\n',
				'Lời\n',
				'\n',
				'? Gợi\n',
				'  > Vì\n',
			),
			{ maxLength: 15 },
		);
		await fc.assert(
			fc.asyncProperty(body, async (parts) => {
				const files = quiz(parts.join(''));
				const file = 'demo/vi/02-hoi.quiz.md';
				const before = String(files[file]);
				const { fixes } = await compile(files);
				const after = applyFixes(before, fixes);
				expect(after.replace(/ \{#[a-z0-9-]+\}/g, '')).toBe(before.replace(/ \{#[a-z0-9-]+\}/g, ''));
				expect((await compile({ ...files, [file]: after })).fixes).toEqual([]);
			}),
			{ numRuns: 100 },
		);
	});
});

describe('a lesson', () => {
	it('has the same tree whatever its line ends', async () => {
		await fc.assert(
			fc.asyncProperty(text, async (body) => {
				const unix = body.replace(/\r\n?/g, '\n');
				expect(await treeOf(unix.replaceAll('\n', '\r\n'))).toEqual(await treeOf(unix));
			}),
			{ numRuns: 100 },
		);
	});

	it('is the same lesson each time', async () => {
		const { courses } = await compile(lesson('a\n'));
		const again = await compile(lesson('a\n'));
		expect(again.courses).toEqual(courses);
	});
});
