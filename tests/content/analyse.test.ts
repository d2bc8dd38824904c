/** `cung-hoc analyse`: what it reads, what it prints, and what it says of a file that is none. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { analyse } from '#cli/analyse/analyse.ts';
import { randomFrom } from '#domain/random.ts';

let folder: string;
let said: string;
const { LANG } = process.env;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-analyse-'));
	process.env.LANG = 'vi';
	said = '';
	vi.spyOn(process.stdout, 'write').mockImplementation((words) => Boolean((said += String(words))));
});
afterEach(() => {
	vi.restoreAllMocks();
	if (LANG === undefined) delete process.env.LANG;
	else process.env.LANG = LANG;
	rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string | Buffer): string {
	writeFileSync(path.join(folder, name), content);
	return path.join(folder, name);
}
async function figures(content: string, ...more: string[]) {
	expect(await analyse([put('diem.csv', content), '--json', ...more])).toBe(0);
	return JSON.parse(said) as any;
}

/** 80 people, better from one to the next, at eight questions. */
const key = [...'ACBDACBD'];
const random = randomFrom('answers');
const answers = Array.from({ length: 80 }, (_, person) =>
	key.map((right) => (random() < 0.2 + person / 110 ? right : 'ABCD'[Math.floor(random() * 4)]!)),
);
const answered = `sbd,${key.map((_, index) => index + 1).join()}\n${answers.map((row, person) => `${person},${row.join()}`).join('\n')}\n`;
const keyFile = (keys: string[]) =>
	`câu,đáp án\n${keys.map((one, index) => `${index + 1},${one}`).join('\n')}\n`;

describe('scores', () => {
	it('are read however a spreadsheet writes them', async () => {
		const found = await figures(
			'\ufeffHọ tên;Câu 1;Câu 2\r\nLan;1;0,5\r\n\r\n"Nguyễn; Mai";0;0\r\nTư;1;1\r\n',
		);
		expect(found).toMatchObject({ people: 3, names: 'Họ tên', mean: 3.5 / 3 });
		expect(found.items).toMatchObject([
			{ item: 'Câu 1', facility: 2 / 3, flags: ['few-people'] },
			{ item: 'Câu 2', facility: 0.5 },
		]);
		for (const name of ['standardDeviation', 'discrimination', 'efficiency', 'itemRest'])
			expect(found.items[0]).toHaveProperty(name, expect.any(Number));
		expect(found.alpha).toBeCloseTo(12 / 13, 9);
		expect(found).toHaveProperty('standardError', expect.any(Number));
	});
	it.each([
		['by its name', 'id,a,b\n1,1,0\n2,0,1\n', 'id'],
		['by a cell that is no score', 'x,a,b\nu1,1,0\nu2,0,1\n', 'x'],
		['by numbering people', `x,a\n${Array.from({ length: 9 }, (_, n) => `${n},1`).join('\n')}`, 'x'],
		['not where it holds scores', 'x,a,b\n1,1,0\n0,0,1\n', null],
	])('know a first column of people %s', async (_, content, names) => {
		expect((await figures(content)).names).toBe(names);
	});
	it('do so by --first', async () => {
		expect((await figures('x,a,b\n1,1,0\n0,0,1\n', '--first', 'names')).items.length).toBe(2);
	});
	it('that are missing were not asked', async () => {
		const found = await figures('id,a,b\n1,1,\n2,0,1\n3,NA,0\n');
		expect(found.items.map(({ people }: any) => people)).toEqual([2, 2]);
	});
	it('have the most points that are said', async () => {
		expect((await figures('a,b\n5,2\n3,8\n', '--max', '10')).items[0].facility).toBe(0.4);
	});
});

describe('a model', () => {
	it('stands beside each item, and as a whole', async () => {
		const scores = answers.map((row) => row.map((one, index) => (one === key[index] ? 1 : 0)).join());
		const found = await figures(`a,b,c,d,e,f,g,h\n${scores.join('\n')}`, '--irt', '1pl');
		expect(found.irt).toMatchObject({ model: '1pl', converged: true, logLikelihood: expect.any(Number) });
		expect(found.irt.discrimination).toEqual(Array(8).fill(found.irt.discrimination[0]));
		expect(found.items.map(({ irt }: any) => irt.difficulty)).toEqual(found.irt.difficulty);
	});
});

describe('a planted wrong key', () => {
	const wrong = keyFile(key.map((one, index) => (index === 6 ? 'D' : one)));
	it('is told in plain words, and nothing else is', async () => {
		await analyse([put('bai.csv', answered), '--key', put('key.csv', wrong)]);
		expect(said).toContain('Câu 7 có thể sai đáp án: người làm tốt thường chọn B.');
		expect(said.match(/^Câu /gm)).toHaveLength(1);
	});
	it('in English too', async () => {
		process.env.LANG = 'en_GB.UTF-8';
		await analyse([put('bai.csv', answered), '--key', put('key.csv', wrong)]);
		expect(said).toContain('Question 7 may have a wrong key: people who do well often choose B.');
	});
	it('is not seen where the key is right, in a line as well', async () => {
		const line = `${key.map((_, index) => index + 1).join()}\n${key.join().toLowerCase()}\n`;
		const found = await figures(answered, '--key', put('key.csv', line));
		expect(found.items.flatMap(({ flags }: any) => flags)).toEqual([]);
		expect(found.names).toBe('sbd');
	});
	it('empty cells are counted as left empty', async () => {
		const found = await figures(
			'id,1,2\na,A,\nb,B,C\nc,NA,C\nd,a,D\n',
			'--key',
			put('key.csv', keyFile(['A|E', 'C'])),
		);
		expect(found.items).toMatchObject([
			{ people: 3, empty: 0, facility: 2 / 3 },
			{ people: 4, empty: 0.25, facility: 0.5 },
		]);
	});
});

describe('a file that cannot be used is refused with where and why', () => {
	it.each([
		['ragged rows', 'a,b\n1,0\n1\n', 'diem.csv, dòng 3: có 1 ô, dòng đầu có 2 ô.'],
		['words for scores', 'a,b\n1,0\n1,tốt\n', 'diem.csv, dòng 3, cột “b”: “tốt” không phải là điểm.'],
		['scores below nought', 'a,b\n1,0\n1,-1\n', 'diem.csv, dòng 3, cột “b”: điểm -1 nhỏ hơn 0.'],
		['nothing', '', 'diem.csv trống'],
		['names alone', 'a,b\n', 'chưa có người nào'],
		['people alone', 'id\n1\n2\n', 'không có cột câu hỏi nào'],
		['a name twice', 'a,a\n1,0\n', 'hai cột tên “a”'],
		['no name', 'id,a,\n1,0,1\n', 'cột 3 không có tên'],
		['an open quotation', 'a,b\n"1,0\n1,1\n', 'dấu ngoặc kép không khớp'],
	])('%s', async (_, content, words) => {
		await expect(analyse([put('diem.csv', content)])).rejects.toThrow(words);
		expect(said).toBe('');
	});
	it('what is no text, no file, no key, and no option', async () => {
		const file = put('diem.csv', 'a,b\n1,0\n');
		await expect(analyse([put('y.csv', Buffer.from([0xff, 0xfe, 0x61, 0]))])).rejects.toThrow('UTF-8');
		await expect(analyse([path.join(folder, 'none.csv')])).rejects.toThrow('Không đọc được');
		await expect(analyse([])).rejects.toThrow('Cần tên tệp CSV');
		await expect(analyse([file, '--irt', '3pl'])).rejects.toThrow('1pl hoặc 2pl');
		await expect(analyse([file, '--max', '0'])).rejects.toThrow('lớn hơn 0');
		await expect(analyse([file, '--max', '0.5'])).rejects.toThrow('lớn hơn điểm cao nhất 0.5');
		await expect(analyse([file, '--key', put('key.csv', 'a,1\n')])).rejects.toThrow(
			'không có đáp án của câu “b”',
		);
	});
});
