import { expect } from 'vitest';
import {
	compileCourses,
	type CompileOptions,
	type CompileResult,
	type SourceFolder,
} from '#content/compile.ts';
import { applyFixes } from '#content/fix.ts';
import type { Node } from '#schemas/node.ts';
import type { Key, QuestionText } from '#schemas/question.ts';

export type Files = Record<string, string | Uint8Array>;

export function folderOf(files: Files): SourceFolder {
	const bytes = (content: string | Uint8Array) =>
		typeof content === 'string' ? new TextEncoder().encode(content) : content;
	return {
		root: '/courses',
		files: Object.fromEntries(
			Object.entries(files).map(([path, content]) => [path, { bytes: bytes(content) }]),
		),
	};
}

export const today = '2026-11-22';

export function compile(files: Files, options: Partial<CompileOptions> = {}): Promise<CompileResult> {
	return compileCourses(folderOf(files), { today, locale: 'en', ...options });
}

/** The folder as `--fix` leaves it. */
export async function fixed(files: Files): Promise<Files> {
	const { fixes } = await compile(files);
	return Object.fromEntries(
		Object.entries(files).map(([path, text]) => [
			path,
			applyFixes(
				String(text),
				fixes.filter(({ file }) => file === path),
			),
		]),
	);
}

export const svg =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 20"><path d="M0 0h32v20z"/></svg>';

/** The smallest course: it compiles without a finding. */
export const smallCourse: Files = {
	'demo/course.yaml': [
		'id: demo',
		'source_locale: vi',
		'title: { vi: Thử, km: សាកល្បង }',
		'summary: { vi: Một khóa thử., km: វគ្គសាកល្បង។ }',
		'groups: [citizens]',
		'',
	].join('\n'),
	'demo/vi/01-mot.md': '---\nid: mot\ntitle: Một\n---\n\nXin chào.\n',
};

/** A lesson of the small course with this body; the body starts at line 6. */
export function lesson(body: string): Files {
	return { ...smallCourse, 'demo/vi/01-mot.md': `---\nid: mot\ntitle: Một\n---\n\n${body}` };
}

/** A practice quiz in the small course with this body; the body starts at line 7. */
export function quiz(body: string, head = 'kind: practice'): Files {
	return { ...smallCourse, 'demo/vi/02-hoi.quiz.md': `---\nid: hoi\ntitle: Hỏi\n${head}\n---\n\n${body}` };
}

/** `line:column code` of all findings, or `file:line:column code` outside the file in question. */
export async function findings(
	files: Files,
	file?: string,
	options: Partial<CompileOptions> = {},
): Promise<string[]> {
	const { errors, warnings } = await compile(files, options);
	return [...errors, ...warnings].map((each) => {
		const place = `${each.line}:${each.column} ${each.code}`;
		return each.file === file ? place : `${each.file}:${place}`;
	});
}

/** The tree of the first lesson, errors or not being checked elsewhere. */
export async function nodesOf(body: string): Promise<Node[]> {
	const { courses, errors } = await compile(lesson(body));
	const course = courses.demo;
	const part = course?.manifest.lessons.mot?.locales.vi?.part;
	if (!course || part === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
	return course.parts[part] as Node[];
}

/** A tree as short text: `p(Xin ,strong(chào))`. */
export function sketch(nodes: readonly Node[]): string {
	return nodes
		.map((node) => {
			if (typeof node === 'string') return JSON.stringify(node);
			const attrs = Object.entries(node.attrs ?? {}).map(([name, value]) => `${name}=${value}`);
			const head = attrs.length > 0 ? `${node.name}[${attrs.join(' ')}]` : node.name;
			return node.children ? `${head}(${sketch(node.children)})` : head;
		})
		.join(',');
}

/** The question `q` of a course without errors: its key, and its text in a language. */
export async function readQuestion(files: Files, locale: 'vi' | 'km' = 'vi') {
	const { courses, errors } = await compile(files);
	expect(errors).toEqual([]);
	const course = courses.demo ?? expect.fail();
	const entry = course.manifest.questions.q ?? expect.fail();
	const text = course.parts[entry.locales[locale]?.text ?? ''] as QuestionText;
	return { course, entry, key: course.parts[entry.key] as Key, text };
}
