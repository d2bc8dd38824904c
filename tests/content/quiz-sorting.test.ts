/** Groups and tables, from the author's file to what is stored. */
import { describe, expect, it } from 'vitest';
import { sourceMark } from '#content/fix.ts';
import { compile, findings, fixed, quiz, readQuestion } from './helpers.ts';

const file = 'demo/vi/02-hoi.quiz.md';
const translation = 'demo/km/02-hoi.quiz.md';
const found = (body: string) => findings(quiz(`${body}\n`), file);

const ids = (options: { id: string }[] = []) => options.map(({ id }) => id).sort();

const groups = [
	'## Xếp {#q .group}',
	'',
	'- Nên {#nen}',
	'  - Lịch **họp** {#lich}',
	'  - Giá lúa {#gia}',
	'- Không nên {#khong}',
	'\t- Mã OTP {#otp}',
	'- Chưa rõ {#chua-ro}',
].join('\n');
const table = [
	'## Ở đâu? {#q .matrix}',
	'',
	'| | Ở nhà {#nha} | Ở xã {#xa} |',
	'|:--|:-:|--:|',
	'| Nộp tờ khai {#nop} | x | |',
	'| Lấy \\| ký {#ky} |  | X |',
].join('\n');

describe('groups', () => {
	it('are lists with their items set in', async () => {
		const { key, text } = await readQuestion(quiz(groups));
		expect(key).toEqual({ kind: 'group', right: { lich: 'nen', gia: 'nen', otp: 'khong' } });
		expect(ids(text.options)).toEqual(['gia', 'lich', 'otp']);
		expect(ids(text.targets)).toEqual(['chua-ro', 'khong', 'nen']);
	});

	it('tell nothing by the order in which their items stand', async () => {
		const turned = groups.replace(/( {2}- Lịch.*)\n( {2}- Giá.*)/, '$2\n$1').replace('q .group', 'q .group');
		const moved = turned.replace('\t- Mã OTP {#otp}\n', '').replace('- Không', '  - Mã OTP {#otp}\n- Không');
		const other = `${moved}\n  - Thêm {#them}`;
		const before = await readQuestion(quiz(`${groups}\n  - Thêm {#them}`, 'kind: practice\nshuffle: false'));
		const after = await readQuestion(quiz(other, 'kind: practice\nshuffle: false'));
		expect(after.key).not.toEqual(before.key);
		expect(after.text).toEqual(before.text);
	});

	it.each([
		['an item without a group', '## A {#q .group}\n  - a {#la}\n- A {#nhom}\n  - b {#lo}', ['8:3 group-item-alone']],
		['one group with items', '## A {#q .group}\n- A {#nhom}\n  - a {#la}\n  - b {#lo}\n- B {#khac}', ['7:1 group-too-few']],
		['counted ids', '## A {#q .group}\n- A {#nhom}\n  - a {#a}\n- B {#khac}\n  - b {#b}', ['9:8 ids-tell-order']],
		['feedback', '## A {#q .group}\n- A {#nhom}\n  - a {#la}\n- B {#khac}\n  - b {#lo}\n    > c', ['11:3 feedback-unused']],
		['boxes', '## A {#q .group}\n- A {#nhom}\n  - [x] a {#la}', ['7:1 kind-mismatch']],
		['no words', '## A {#q .group}\n- A {#nhom}\n  - {#la}\n- B {#khac}\n  - b {#lo}', ['9:3 option-empty']],
	])('are told of where they are wrong: %s', async (_, body, wanted) => {
		expect(await found(body)).toEqual(wanted);
	}); // prettier-ignore

	it('get ids by their words', async () => {
		const after = await fixed(quiz('## A {#q .group}\n- Nên\n  - Lịch họp\n- Không\n  - Mã OTP\n'));
		expect(String(after[file])).toContain(
			'- Nên {#nen}\n  - Lịch họp {#lich-hop}\n- Không {#khong}\n  - Mã OTP {#ma-otp}\n',
		);
		expect((await compile(after)).errors).toEqual([]);
	});
});

describe('tables', () => {
	it('have an x in each row', async () => {
		const { key, text } = await readQuestion(quiz(table));
		expect(key).toEqual({ kind: 'matrix', right: { nop: 'nha', ky: 'xa' } });
		expect(text.options?.find(({ id }) => id === 'ky')?.content).toEqual(['Lấy | ký']);
		expect(ids(text.targets)).toEqual(['nha', 'xa']);
		expect(text.body).toEqual([]);
	});

	const withRows = (...rows: string[]) =>
		['## A {#q .matrix}', '| | A {#la} | B {#lo} |', '|---|---|---|', ...rows].join('\n');
	it.each([
		['no x', withRows('| a {#mot} | x | |', '| b {#hai} | | |'), ['11:3 matrix-row-open']],
		['two', withRows('| a {#mot} | | x |', '| b {#hai} | x | x |'), ['11:18 matrix-row-twice']],
		['a word', withRows('| a {#mot} | x | |', '| b {#hai} | có | x |'), ['11:14 matrix-cell']],
		['no column', withRows('| a {#mot} | x | |', '| b {#hai} | | | x |'), ['11:3 matrix-row-open', '11:18 matrix-no-column']],
		['one column', withRows('| a {#mot} | x | |', '| b {#hai} | x | |'), ['7:1 matrix-one-column']],
		['one row', withRows('| a {#mot} | x | |'), ['7:1 matrix-too-few']],
	])('are told of where they are wrong: %s', async (_, body, wanted) => {
		expect(await found(body)).toEqual(wanted);
	}); // prettier-ignore

	it('get ids within their cells, and the same mark before and after', async () => {
		const bare = '## A {#q .matrix}\n\n| | Ở nhà | Ở xã |\n|---|---|---|\n| Nộp | x | |\n|Ký| | x |\n';
		const after = await fixed(quiz(bare));
		expect(String(after[file])).toMatch(
			/\| \| Ở nhà \{#[a-z-]+\} \| Ở xã \{#[a-z-]+\} \|\n\|---\|---\|---\|\n\| Nộp \{#[a-z-]+\} \| x \| \|\n\|Ký \{#[a-z-]+\}\| \| x \|/,
		);
		expect((await compile(after)).errors).toEqual([]);
		expect(sourceMark(String(after[file]))).toBe(sourceMark(String(quiz(bare)[file])));
	});

	it('are translated with or without their ticks', async () => {
		const khmer = (rows: string) => ({
			...quiz(table),
			'demo/km/01-mot.md': '---\nid: mot\ntitle: ក\n---\n\nក\n',
			[translation]: `---\nid: hoi\ntitle: សួរ\nkind: practice\n---\n\n## ក {#q .matrix}\n\n| | ខ | គ |\n|---|---|---|\n${rows}\n`,
		});
		const bare = await fixed(khmer('| ឃ | | |\n| ង | | |'));
		expect(String(bare[translation])).toContain('| | ខ {#nha} | គ {#xa} |');
		expect(ids((await readQuestion(bare, 'km')).text.options)).toEqual(['ky', 'nop']);
		const other = khmer('| ឃ {#nop} | | x |\n| ង {#ky} | x | |');
		const { errors } = await compile(await fixed(other));
		expect(errors.map(({ code }) => code)).toContain('translation-key');
	});
});
