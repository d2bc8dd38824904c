import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileCourses, type SourceFolder } from '#content/compile.ts';
import { fingerprint } from '#content/fingerprint.ts';
import { readCourses, writeFixes } from '#content/read.ts';
import { smallCourse, today, type Files } from './helpers.ts';

let home = '';
let root = '';
beforeEach(async () => {
	home = await realpath(await mkdtemp(path.join(tmpdir(), 'courses-')));
	root = path.join(home, 'courses');
	await put(smallCourse);
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function put(files: Files, folder = root): Promise<void> {
	for (const [name, content] of Object.entries(files)) {
		await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
		await writeFile(path.join(folder, name), content);
	}
}

const compile = (folder: SourceFolder) => compileCourses(folder, { today, locale: 'en' });
const found = async () => {
	const folder = await readCourses(root);
	const { errors, warnings } = await compile(folder);
	return [...errors, ...warnings].map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
};

describe('reading', () => {
	it('brings every file, by its path', async () => {
		const { files, problems } = await readCourses(root);
		expect(problems).toEqual([]);
		expect(Object.keys(files).sort()).toEqual(['demo/course.yaml', 'demo/vi/01-mot.md']);
		expect(new TextDecoder().decode(files['demo/course.yaml']?.bytes)).toBe(smallCourse['demo/course.yaml']);
	});

	it('passes over hidden files and what editors leave behind', async () => {
		const before = fingerprint(await readCourses(root));
		await put({
			'.git/config': 'x',
			'demo/.DS_Store': 'x',
			'demo/vi/01-mot.md~': 'x',
			'demo/vi/.01-mot.md.swp': 'x',
			'demo/vi/#01-mot.md#': 'x',
			'demo/vi/~$mot.docx': 'x',
			'demo/media/Thumbs.db': 'x',
		});
		expect(fingerprint(await readCourses(root))).toBe(before);
	});

	it('reads the folder of one course, with the frameworks beside it', async () => {
		await put({
			'frameworks/khung.yaml':
				'id: khung\ntitle: { vi: K }\ndescription: { vi: K }\nin_force: 2025-03-11\ntiers: []\ndomains: []\n',
			'demo/vi/01-mot.md': '---\nid: mot\ntitle: A\nskills: ["4.1"]\n---\nA\n',
		});
		const folder = await readCourses(path.join(root, 'demo'));
		expect(Object.keys(folder.files)).toEqual(['course.yaml', 'vi/01-mot.md']);
		const { errors, frameworks, courses } = await compile(folder);
		expect(errors).toMatchObject([{ file: 'vi/01-mot.md', line: 4, column: 10, code: 'competence-unknown' }]);
		expect(frameworks).toEqual({});
		expect(courses).toEqual({});
	});

	it('is the same course alone and among others', async () => {
		const alone = await compile(await readCourses(path.join(root, 'demo')));
		const among = await compile(await readCourses(root));
		expect(alone.courses).toEqual(among.courses);
		expect(Object.keys(alone.courses)).toEqual(['demo']);
	});

	it('says so when the folder is not there, or is no folder', async () => {
		for (const wrong of [path.join(root, 'nowhere'), path.join(root, 'demo/course.yaml')]) {
			const { errors, courses } = await compile(await readCourses(wrong));
			expect(errors).toMatchObject([{ file: '.', line: 1, column: 1, code: 'folder-missing' }]);
			expect(courses).toEqual({});
		}
	});
});

describe('what is outside', () => {
	beforeEach(() =>
		put({ 'secret.md': '---\nid: hai\ntitle: Bí mật\n---\nBí mật\n', 'folder/03-ba.md': 'x' }, home),
	);

	it('is not read through links', async () => {
		await symlink(path.join(home, 'secret.md'), path.join(root, 'demo/vi/02-hai.md'));
		await symlink('../../../folder/03-ba.md', path.join(root, 'demo/vi/03-ba.md'));
		await symlink('/etc/passwd', path.join(root, 'demo/vi/04-bon.md'));
		const folder = await readCourses(root);
		expect(Object.keys(folder.files)).toEqual(['demo/course.yaml', 'demo/vi/01-mot.md']);
		expect(await found()).toEqual(
			['02-hai', '03-ba', '04-bon'].map((name) => `demo/vi/${name}.md:1:1 link-outside`),
		);
	});

	it('is not read through linked folders, nor through links that lead round', async () => {
		await symlink(path.join(home, 'folder'), path.join(root, 'demo/km'));
		await symlink('.', path.join(root, 'demo/media'));
		await symlink('05-nam.md', path.join(root, 'demo/vi/05-nam.md'));
		expect((await found()).sort()).toEqual([
			'demo/km:1:1 link-outside',
			'demo/media:1:1 file-unreadable',
			'demo/vi/05-nam.md:1:1 file-unreadable',
		]);
	});

	it('a link within the folder is a file like others', async () => {
		await put({ 'demo/vi/02-hai.md': '---\nid: hai\ntitle: Hai\n---\nHai\n' });
		await symlink('../vi/02-hai.md', path.join(root, 'demo/vi/03-ba.md'));
		expect(await found()).toEqual(['demo/vi/03-ba.md:2:5 id-twice']);
	});
});

describe('limits', () => {
	it('a file too big is left out', async () => {
		await put({ 'demo/vi/02-hai.md': 'x'.repeat(257 * 1024), 'khac/README.md': 'x' });
		expect(await found()).toContain('demo/vi/02-hai.md:1:1 file-too-big');
	});

	it('so are a folder too deep, a pipe and a name that misleads', async () => {
		await put({ 'demo/media/a/b/c/d/e/f.svg': '<svg/>', 'demo/vi/a\nb.md': 'x' });
		execFileSync('mkfifo', [path.join(root, 'demo/vi/02-hai.md')]);
		expect((await found()).sort()).toEqual([
			'demo/media/a/b/c/d:1:1 folder-too-big',
			'demo/vi/02-hai.md:1:1 file-unreadable',
			'demo/vi/a?b.md:1:1 file-name',
		]);
	});

	it('a file that may not be read is a finding', async () => {
		await put({ 'demo/vi/02-hai.md': 'x' });
		await chmod(path.join(root, 'demo/vi/02-hai.md'), 0);
		const mayReadAll = process.getuid?.() === 0;
		expect(await found()).toEqual([
			`demo/vi/02-hai.md:1:1 ${mayReadAll ? 'front-matter-missing' : 'file-unreadable'}`,
		]);
	});
});

describe('writing fixes', () => {
	const file = 'demo/vi/01-mot.md';
	const text = '---\r\ntitle: Một\r\n---\r\n\r\n  A  \r\n';

	it('keeps every other byte, and the rights of the file', async () => {
		await put({ [file]: text });
		await chmod(path.join(root, file), 0o640);
		const { fixes } = await compile(await readCourses(root));
		expect(await writeFixes(root, fixes)).toEqual([file]);
		expect(await readFile(path.join(root, file), 'utf8')).toBe(text.replace('---\r\n', '---\r\nid: mot\r\n'));
		expect((await stat(path.join(root, file))).mode & 0o777).toBe(0o640);
		expect(await found()).toEqual([]);
		expect(Object.keys((await readCourses(root)).files)).toEqual(['demo/course.yaml', file]);
	});

	it('leaves a file alone that has changed meanwhile', async () => {
		await put({ [file]: text });
		const { fixes } = await compile(await readCourses(root));
		await put({ [file]: `${text}thêm` });
		expect(await writeFixes(root, fixes)).toEqual([]);
		expect(await readFile(path.join(root, file), 'utf8')).toBe(`${text}thêm`);
	});

	it('writes nothing outside the folder', async () => {
		await put({ 'outside.md': text }, home);
		const { fixes } = await compile({ ...(await readCourses(root)) });
		expect(fixes).toEqual([]);
		const base = (await import('#content/fix.ts')).digest(Buffer.from(text));
		expect(await writeFixes(root, [{ file: '../outside.md', at: 0, line: 1, insert: 'x', base }])).toEqual(
			[],
		);
		await symlink('../../outside.md', path.join(root, 'demo/link.md'));
		expect(await writeFixes(root, [{ file: 'demo/link.md', at: 0, line: 1, insert: 'x', base }])).toEqual([]);
		expect(await readFile(path.join(home, 'outside.md'), 'utf8')).toBe(text);
	});
});
