/** `cung-hoc export`: a file that other systems take, and by name what it cannot hold. */
import { readFileSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { exportCourse } from '#cli/export.ts';
import { importFile } from '#cli/import.ts';
import { unpack } from '#content/exchange/zip.ts';
import { parseXml } from '#content/exchange/xml/parse.ts';
import { smallCourse, svg } from '../helpers.ts';
import { workshop } from './run.ts';

const { put, at, run, end } = workshop();
afterAll(end);

const quiz = `---
id: hoi
title: Hỏi & đáp
kind: exam
pass: 50%
---

## Mật khẩu **nào** tốt: 10:30? {#mat-khau level=apply points=2}

![Hình](media/hinh.svg)

- [ ] 12345678 {#a}
  > Ai cũng thử.
- [x] chim-sẻ <bảy> & cây {#b}

? Nghĩ xem.
! Vì dài.

## Thủ đô? {#thu-do .dau}

= Hà Nội | Hanoi

## Nên hay không? {#nen .matrix}

| | nên {#co} | không {#khong} |
|---|:-:|:-:|
| đội mũ {#mu} | x | |
| vượt đèn {#den} | | x |
`;
for (const [name, content] of Object.entries(smallCourse)) put(name, content);
put('demo/media/hinh.svg', svg);
put('demo/vi/02-hoi.quiz.md', quiz);
put(
	'demo/vi/03-khac.quiz.md',
	'---\nid: khac\ntitle: Khác\nkind: practice\n---\n\n## Đúng? {#dung}\n\n= true\n',
);

async function given(format: string, ...more: string[]) {
	const to = at(`ra/hoi.${format}`);
	const { code, said } = await run(
		exportCourse,
		at('demo'),
		'--format',
		format,
		'--to',
		to,
		'--json',
		...more,
	);
	return { code, report: JSON.parse(said), to };
}

describe('export', () => {
	it('copies a case into each of its questions, and says so', async () => {
		const about =
			'---\nid: cho\ntitle: Chợ\nkind: practice\n---\n\n:::case Phiên chợ {#phien-cho}\n\nBác Ba bán rau.\n\n:::\n\n';
		const asked = ['mot', 'hai'].map((id) => `## Câu ${id}? {#${id} case=phien-cho}\n\n= true\n\n`);
		put('demo/vi/04-cho.quiz.md', about + asked.join(''));
		const { report, to } = await given('gift', '--quiz', 'cho');
		expect(report.changed.map(({ what }: { what: string }) => what)).toHaveLength(2);
		const said = readFileSync(to, 'utf8');
		expect(said.match(/Bác Ba bán rau/g)).toHaveLength(2);
		expect(said.match(/Câu (?:mot|hai)/g)!.length).toBeGreaterThanOrEqual(2);
		rmSync(at('demo/vi/04-cho.quiz.md'));
	});

	it.each([
		['gift', ['mat-khau', 'thu-do'], ['nen']],
		['aiken', ['mat-khau'], ['thu-do', 'nen']],
		['csv', ['mat-khau', 'thu-do', 'nen'], []],
		['moodle-xml', ['mat-khau', 'thu-do', 'nen'], []],
		['qti', ['mat-khau', 'thu-do', 'nen'], []],
	])('%s: one quiz, and all that goes missing', async (format, exported, rejected) => {
		const { code, report, to } = await given(format, '--quiz', 'hoi');
		expect(code).toBe(0);
		expect(report.file).toBe(to);
		expect(report.exported.map(({ id }: { id: string }) => id)).toEqual(exported);
		expect(report.rejected).toHaveLength(rejected.length);
		expect(report.changed.map(({ what }: { what: string }) => what)).toContain(
			'its competence, level and the like are gone',
		);
		expect(report.changed.some(({ what }: { what: string }) => what.startsWith('a picture'))).toBe(
			!['moodle-xml', 'qti'].includes(format),
		);
		const back = await run(importFile, to, '--format', format, '--to', at(`lai/${format}/vi`), '--json');
		const { imported, rejected: lost } = JSON.parse(back.said);
		expect(lost).toEqual([]);
		expect(imported.map(({ kind, answer }: { kind: string; answer: unknown }) => [kind, answer])).toEqual(
			[
				['single', 'b'],
				['text', 'Hà Nội'],
				format === 'moodle-xml'
					? ['match', { 'doi-mu': 'nen', 'vuot-den': 'khong' }]
					: ['matrix', { a: 'nen', b: 'khong' }],
			].slice(0, imported.length),
		);
		expect(imported).toHaveLength(exported.length);
	});

	it('all quizzes of a course where none is named', async () => {
		const { report } = await given('csv');
		expect(report.exported.map(({ id }: { id: string }) => id)).toEqual([
			'mat-khau',
			'thu-do',
			'nen',
			'dung',
		]);
	});

	it('a QTI package: every file is named in the manifest, and is XML', async () => {
		const { to } = await given('qti', '--quiz', 'hoi');
		const files = await unpack(new Uint8Array(readFileSync(to)));
		const manifest = new TextDecoder().decode(files.get('imsmanifest.xml'));
		const named = [...manifest.matchAll(/<file href="([^"]*)"/g)].map(([, href]) => href);
		expect(['imsmanifest.xml', ...named].sort()).toEqual([...files.keys()].sort());
		for (const [name, bytes] of files)
			if (name.endsWith('.xml')) expect(parseXml(new TextDecoder().decode(bytes)).name).not.toBe('');
	});

	it('what is wrong is said', async () => {
		await expect(given('word')).rejects.toThrow(/gift, aiken/);
		await expect(given('csv', '--quiz', 'la')).rejects.toThrow('no quiz "la". It has: hoi, khac');
		await expect(run(exportCourse, at('khong'), '--format', 'csv', '--to', at('x'))).rejects.toThrow(
			/no course/,
		);
		put('hong/course.yaml', smallCourse['demo/course.yaml']!);
		put('hong/vi/01-mot.md', '---\nid: mot\ntitle: Một\n---\n\n<Check question="la" />\n');
		const { code, said } = await run(exportCourse, at('hong'), '--format', 'csv', '--to', at('x'), '--json');
		expect([code, JSON.parse(said).errors[0].file]).toEqual([1, 'vi/01-mot.md']);
	});
});
