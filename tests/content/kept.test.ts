/** A language with an error stays as it was last published, as far as that fits the source. */
import { describe, expect, it } from 'vitest';
import { publishedIds } from '#content/compile.ts';
import type { CompiledCourse } from '#schemas/catalog.ts';
import { compile, smallCourse, type Files } from './helpers.ts';

const questions = (locale: 'vi' | 'km') =>
	[
		'---\nid: hoi\ntitle: Hỏi\nkind: quiz\n---\n',
		`## Thủ đô? {#thu-do}\n\n= ${locale === 'vi' ? 'Hà Nội' : 'ហាណូយ'}\n`,
		`## Chọn? {#chon}\n\n- [${locale === 'vi' ? 'x' : ' '}] ${locale} một {#a}\n- [ ] ${locale} hai {#b}\n`,
	].join('\n');
const all: Files = {
	...smallCourse,
	'demo/vi/02-hai.md': '---\nid: hai\ntitle: Hai\n---\n\nHai.\n\n<Try id="viec">Làm.</Try>\n',
	'demo/vi/03-hoi.quiz.md': questions('vi'),
	'demo/km/01-mot.md': '---\nid: mot\ntitle: មួយ\n---\n\nសួស្តី។\n',
	'demo/km/02-hai.md': '---\nid: hai\ntitle: ពីរ\n---\n\nពីរ។\n\n<Try id="viec">ធ្វើ។</Try>\n',
	'demo/km/03-hoi.quiz.md': questions('km'),
};
const broken = { 'demo/km/01-mot.md': '---\nid: mot\ntitle: មួយ\n---\n\n<Tip>\n' };

async function firstVersion(): Promise<CompiledCourse> {
	const { courses, errors } = await compile(all);
	expect(errors).toEqual([]);
	return courses.demo!;
}
async function after(first: CompiledCourse, files: Files) {
	const published = { demo: publishedIds(first.manifest, first.parts) };
	const result = await compile({ ...all, ...files }, { published });
	expect(result.withheld).toEqual([{ course: 'demo', locale: 'km' }]);
	return result.courses.demo!;
}

describe('Khmer with a typo in it', () => {
	it('changes nothing at all where the source is as it was', async () => {
		const first = await firstVersion();
		const now = await after(first, broken);
		expect(now.manifest).toEqual(first.manifest);
		expect(now.version).toBe(first.version);
	});

	it('lets a change of the source through', async () => {
		const first = await firstVersion();
		const changed = '---\nid: mot\ntitle: Một mới\n---\n\nChào mới.\n';
		const { manifest, parts } = await after(first, { ...broken, 'demo/vi/01-mot.md': changed });
		const { mot } = manifest.lessons;
		expect(mot?.locales.vi?.title).toBe('Một mới');
		expect(mot?.locales.km).toEqual(first.manifest.lessons.mot?.locales.km);
		expect(manifest.locales).toEqual(['vi', 'km']);
		expect(parts[manifest.questions['thu-do']?.key ?? '']).toEqual({
			kind: 'text',
			accept: { vi: ['Hà Nội'], km: ['ហាណូយ'] },
		});
	});

	it('falls back to the source where the old words no longer fit', async () => {
		const first = await firstVersion();
		const { manifest, parts } = await after(first, {
			...broken,
			'demo/vi/02-hai.md': '---\nid: hai\ntitle: Hai\n---\n\nHai.\n\n<Try id="viec-khac">Làm.</Try>\n',
			'demo/vi/03-hoi.quiz.md': questions('vi')
				.replace('{#b}', '{#b}\n- [ ] vi ba {#c}')
				.replace('= Hà Nội', '= 35'),
			'demo/vi/04-moi.md': '---\nid: moi\ntitle: Mới\n---\n\nMới.\n',
		});
		const languages = (entry: { locales: object } | undefined) => Object.keys(entry?.locales ?? {});
		expect(languages(manifest.lessons.mot)).toEqual(['vi', 'km']);
		expect(languages(manifest.lessons.hai)).toEqual(['vi']);
		expect(languages(manifest.lessons.moi)).toEqual(['vi']);
		expect(languages(manifest.quizzes.hoi)).toEqual(['vi', 'km']);
		expect(languages(manifest.questions.chon)).toEqual(['vi']);
		expect(languages(manifest.questions['thu-do'])).toEqual(['vi']);
		expect(parts[manifest.questions['thu-do']?.key ?? '']).toMatchObject({ kind: 'number' });
		expect(manifest.locales).toEqual(['vi']);
	});

	it('has nothing to keep where nothing was published', async () => {
		const { courses } = await compile({ ...all, ...broken });
		expect(Object.keys(courses.demo?.manifest.lessons.mot?.locales ?? {})).toEqual(['vi']);
	});

	it('is gone when its files are', async () => {
		const first = await firstVersion();
		const published = { demo: publishedIds(first.manifest, first.parts) };
		const files = Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('demo/km/')));
		const { courses, withheld } = await compile(files, { published });
		expect(withheld).toEqual([]);
		expect(courses.demo?.manifest.locales).toEqual(['vi']);
	});
});
