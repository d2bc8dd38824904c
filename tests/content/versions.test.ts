import { describe, expect, it } from 'vitest';
import type { CompiledCourse, Manifest } from '#schemas/catalog.ts';
import { fingerprint } from '#content/fingerprint.ts';
import { compile, folderOf, lesson, quiz, smallCourse, svg, type Files } from './helpers.ts';

const body = '## A {#q}\n- [x] a {#a}\n  > Đúng.\n- [ ] b {#b}\n\n? Gợi ý\n! Lý do\n\n## B {#r}\n= 35\n';
const files: Files = {
	...lesson('Xin chào.\n'),
	...pick(quiz(body)),
	'demo/vi/03-ba.md': '---\nid: ba\ntitle: Ba\n---\n\nBa.\n',
};

function pick(all: Files): Files {
	return { 'demo/vi/02-hoi.quiz.md': String(all['demo/vi/02-hoi.quiz.md']) };
}

async function course(change: Files = {}, secret = 's'): Promise<CompiledCourse> {
	const { courses, errors } = await compile({ ...files, ...change }, { secret });
	expect(errors).toEqual([]);
	return courses.demo ?? expect.fail();
}

/** Paths at which two values differ. */
function differences(a: unknown, b: unknown, path = ''): string[] {
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
		return a === b ? [] : [path];
	const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...keys].flatMap((key) =>
		differences((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], `${path}/${key}`),
	);
}

async function changed(change: Files): Promise<string[]> {
	const [before, after] = [await course(), await course(change)];
	expect(after.version === before.version).toBe(differences(before.manifest, after.manifest).length === 0);
	return differences(before.manifest satisfies Manifest, after.manifest);
}

describe('a version', () => {
	it('is the same for the same files', async () => {
		const [one, two] = [await course(), await course()];
		expect(two).toEqual(one);
		expect(one.version).toMatch(/^[0-9a-f]{16}$/);
	});

	it('a typo in a lesson changes that lesson alone', async () => {
		expect(await changed({ 'demo/vi/01-mot.md': '---\nid: mot\ntitle: Một\n---\n\nXin chàp.\n' })).toEqual([
			'/lessons/mot/locales/vi/part',
		]);
	});

	it.each<[string, string, string, string[]]>([
		['a key changes the key alone', '= 35', '= 36', ['/questions/r/key']],
		[
			'a tick changes the key alone',
			'[x] a {#a}\n  > Đúng.\n- [ ] b',
			'[ ] a {#a}\n  > Đúng.\n- [x] b',
			['/questions/q/key'],
		],
		['words change the text alone', '## B', '## Bê', ['/questions/r/locales/vi/text']],
		['a hint is text', 'Gợi ý', 'Gợi', ['/questions/q/locales/vi/text']],
		['an explanation is feedback', 'Lý do', 'Lý', ['/questions/q/locales/vi/feedback']],
		['feedback is feedback', '> Đúng.', '> Phải.', ['/questions/q/locales/vi/feedback']],
		['points are in the manifest', '{#r}', '{#r points=2}', ['/questions/r/points']],
	])('%s', async (_, before, after, expected) => {
		expect(
			await changed({
				'demo/vi/02-hoi.quiz.md': String(files['demo/vi/02-hoi.quiz.md']).replace(before, after),
			}),
		).toEqual(expected);
	});

	it('blank lines and ends of lines change nothing', async () => {
		const text = String(files['demo/vi/02-hoi.quiz.md'])
			.replaceAll('\n', '\r\n')
			.replace('## B', '\r\n\r\n## B');
		expect(await changed({ 'demo/vi/02-hoi.quiz.md': text })).toEqual([]);
	});

	it('a file under another name is the same course', async () => {
		const { 'demo/vi/03-ba.md': text, ...rest } = files;
		const { courses } = await compile({ ...rest, 'demo/vi/07-khac.md': text ?? '' }, { secret: 's' });
		expect(courses.demo?.version).toBe((await course()).version);
	});

	it('a secret changes the hashes of keys and feedback, so that none can be tried out', async () => {
		const [one, two] = [await course({}, 'one'), await course({}, 'two')];
		expect(differences(one.manifest, two.manifest).sort()).toEqual([
			'/questions/q/key',
			'/questions/q/locales/vi/feedback',
			'/questions/r/key',
			'/questions/r/locales/vi/feedback',
		]);
	});

	it('every part that the manifest names is there, and no other', async () => {
		const { manifest, parts } = await course();
		const named = JSON.stringify(manifest).match(/[0-9a-f]{64}/g) ?? [];
		expect(Object.keys(parts).sort()).toEqual([...new Set(named)].sort());
	});
});

describe('one bad course', () => {
	it('holds back no other, and hides no finding', async () => {
		const bad = {
			'xau/course.yaml': 'id: xau\ntitle: [',
			'xau/vi/01-a.md': '---\nid: a\ntitle: A\n---\n<b>x</b>\n',
			'xau/vi/02-b.md': 'không có khai báo',
			'khac/course.yaml': String(smallCourse['demo/course.yaml']).replace('demo', 'khac'),
			'khac/vi/01-a.md': '---\nid: a\ntitle: A\n---\n<i>x</i>\n',
		};
		const result = await compile({ ...files, ...bad });
		expect(Object.keys(result.courses)).toEqual(['demo']);
		expect(result.errors.map(({ file, code }) => `${file} ${code}`)).toEqual([
			'khac/vi/01-a.md html-not-allowed',
			'xau/course.yaml yaml-syntax',
			'xau/vi/01-a.md html-not-allowed',
			'xau/vi/02-b.md front-matter-missing',
		]);
	});
});

describe('the fingerprint', () => {
	it('changes with any byte and any name, and with nothing else', () => {
		const base = fingerprint(folderOf(files));
		expect(fingerprint({ ...folderOf(files), root: '/elsewhere' })).toBe(base);
		expect(fingerprint(folderOf(Object.fromEntries(Object.entries(files).reverse())))).toBe(base);
		expect(fingerprint(folderOf({ ...files, 'demo/media/a.svg': svg }))).not.toBe(base);
		expect(fingerprint(folderOf({ ...files, 'demo/vi/03-ba.md': 'x' }))).not.toBe(base);
		expect(fingerprint(folderOf({ a: 'bc' }))).not.toBe(fingerprint(folderOf({ ab: 'c' })));
	});
});
