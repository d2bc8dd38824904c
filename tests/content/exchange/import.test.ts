/** `cung-hoc import`: what comes over, whole; what cannot, by name; and every answer that is declared right is right. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { importFile } from '#cli/import.ts';
import { workshop } from './run.ts';
import { kinds, rejected, take } from './take.ts';

const { put, at, run, end } = workshop();
afterAll(end);

describe('GIFT', () => {
	it.each([
		['one right', '::Q::Gì? {=a ~b ~c}', ['single', 'a']],
		['close together', 'Gì?{~a=b~c}', ['single', 'b']],
		['weights', 'Gì? {~%50%a ~%50%b ~%-100%c}', ['multiple', ['a', 'b']]],
		['true', 'Trời xanh.{TRUE}', ['truefalse', true]],
		['false, with feedback', 'Trời đỏ.{F#Sai rồi.#Đúng.}', ['truefalse', false]],
		['short answer', 'Thủ đô? {=Hà Nội =Ha Noi}', ['text', 'Hà Nội']],
		['a number', 'Bao nhiêu? {#35:0.5}', ['number', 35]],
		['a range', 'Bao nhiêu? {#1.5..2.5}', ['number', 2]],
		['numbers with weights', 'Bao nhiêu? {#=1822:0 =%50%1822:2}', ['number', 1822]],
		['matching', 'Ghép. {=mèo -> kêu meo =chó -> sủa = -> gáy}', ['match', { meo: 'keu-meo', cho: 'sua' }]],
		['a missing word', 'Việt Nam có {=Hà Nội ~Paris} và Huế.', ['single', 'a']],
	])('%s', async (_, source, expected) => {
		expect(await kinds('gift', source)).toEqual([expected]);
	});

	it('colons, times, addresses, Vietnamese and Khmer come in whole', async () => {
		const source = [
			'// [id:gio-hop]',
			'::Giờ họp: thứ hai::Câu hỏi: cuộc họp lúc 10:30 ở https://vidu.vn/a?x=1&y=2#z, đúng không (5 < 6 & a<b)?{',
			'=Đúng: 10:30#Đúng rồi: 10:30.',
			'~https://vidu.vn/?a=b#c',
			'~ភ្នំពេញ: ម៉ោង ១០:៣០',
			'####Vì: đã hẹn.',
			'}',
		].join('\n');
		const { report, questions } = await take('gift', source);
		expect(report).toEqual({
			imported: [{ name: 'Giờ họp: thứ hai', kind: 'single', id: 'gio-hop', answer: 'a' }],
			changed: [],
			rejected: [],
		});
		const [{ text, feedback }] = questions as any;
		expect(text.title).toBe(
			'Câu hỏi: cuộc họp lúc 10:30 ở https://vidu.vn/a?x=1&y=2#z, đúng không (5 < 6 & a<b)?',
		);
		expect(JSON.stringify(text.options)).toContain('ភ្នំពេញ: ម៉ោង ១០:៣០');
		expect(feedback).toEqual({ options: { a: 'Đúng rồi: 10:30.' }, explanation: 'Vì: đã hẹn.' });
	});

	it('escapes are read, and written so that nothing of ours is meant', async () => {
		const { questions } = await take(
			'gift',
			'Viết \\{#x\\} \\= \\~ \\: \\# *sao* _gạch_ [a](b) `m`? {=a \\=> b \\{\\#z ~\\#\\# c}',
		);
		const [{ text }] = questions as any;
		expect(text.title).toBe('Viết {#x} = ~ : # *sao* _gạch_ [a](b) `m`?');
	});

	it('an address with signs of Markdown in it comes in whole', async () => {
		const { questions } = await take(
			'gift',
			'[plain]Xem https\\://vidu.vn/a_b*c_d?x\\=1. Rồi? {=[plain]a_b@vidu.vn ~c}',
		);
		const [{ text }] = questions as any;
		expect(text.title).toBe('Xem https://vidu.vn/a_b*c_d?x=1. Rồi?');
		expect(text.options.find(({ id }: { id: string }) => id === 'a').content[0].attrs.href).toBe(
			'mailto:a_b@vidu.vn',
		);
	});

	it('one bad question loses no other, and says its line', async () => {
		const source =
			'Một? {=a ~b}\n\nHỏng {=a ~b\n\n::Hai::Hai? {~a ~b}\n\nBa? {hả}\n\nChỉ là lời.\n\n$CATEGORY: x/y\n\nBốn? {T}';
		const { report } = await take('gift', source);
		expect(report.imported.map(({ name }) => name)).toEqual(['Một?', 'Bốn?']);
		expect(report.rejected.map(({ name, line }) => [name, line])).toEqual([
			['Hỏng', 3],
			['Hai', 5],
			['Ba?', 7],
			['Chỉ là lời.', 9],
		]);
		expect(report.changed).toEqual([{ name: 'Bốn?', what: 'the category is gone' }]);
	});

	it('nothing that runs comes over', async () => {
		const source =
			'[html]<p onclick="x()">Chào <script>alert(1)</script><iframe src="//x"></iframe><a href="javascript:alert(2)">đây</a> <img src=x onerror=alert(3)></p>{=a<svg onload\\=alert(4)></svg> ~[markdown][b](javascript:alert(5))}';
		const { quiz, report } = await take('gift', source);
		expect(quiz).not.toMatch(/script|onclick|onerror|onload|iframe|alert|svg/i);
		expect(quiz).toContain('Chào đây');
		expect(report.changed.length).toBeGreaterThan(0);
	});

	it('any words come in as they are', async () => {
		const words = fc.string({
			unit: fc.constantFrom(...'aế កខ0.:;?!#*_`[](){}<>=~|&@-+$^"\'\\/%'.split('')),
			minLength: 1,
			maxLength: 30,
		});
		const escape = (each: string) => each.replace(/[~=#{}:\\]/g, '\\$&');
		const tidy = (each: string) => each.normalize('NFC').replace(/\s+/g, ' ').trim();
		await fc.assert(
			fc.asyncProperty(words, words, async (title, option) => {
				fc.pre(/[\p{L}\d]/u.test(title) && /[\p{L}\d]/u.test(option));
				const source = `[plain]x ${escape(title)} {=[plain]y ${escape(option)} ~z}`;
				const { questions } = await take('gift', source);
				const [{ text }] = questions as any;
				expect(text.title).toBe(tidy(`x ${title}`));
				const shown = text.options.find(({ id }: { id: string }) => id === 'a').content;
				expect(
					shown.map((node: any) => (typeof node === 'string' ? node : node.children.join(''))).join(''),
				).toBe(tidy(`y ${option}`));
			}),
			{ numRuns: 150 },
		);
	});
});

describe('Aiken', () => {
	it('questions, options and answers', async () => {
		const source = 'Mấy giờ: 10:30?\nA. Đúng\nB) Sai\nANSWER: B\n\nHai?\nA. a\nB. b\nanswer: a';
		expect(await kinds('aiken', source)).toEqual([
			['single', 'b'],
			['single', 'a'],
		]);
	});

	it('what is wrong is lost alone', async () => {
		const source = 'Một?\nA. a\nB. b\n\nHai?\nA. a\nB. b\nANSWER: C\n\nBa?\nA. a\nB. b\nANSWER: A';
		const { report } = await take('aiken', source);
		expect(report.imported).toHaveLength(1);
		expect(report.rejected.map(({ line }) => line)).toEqual([1, 5]);
	});
});

describe('CSV', () => {
	it('every kind, with semicolons and a byte order mark', async () => {
		const source = [
			'\uFEFFkind;question;option1;option2;option3;answer;explanation;points;id',
			';Gì?;một;hai;ba;b;"Vì: ""thế""; nhé";2;cau-mot',
			'multiple;Gì nữa?;một;hai;ba;a,c;;;',
			';Đúng?;;;;true;;;',
			';Bao nhiêu?;;;;35 ± 0,5;;;',
			';Số nào?;;;;0912345678;;;',
			';Thủ đô?;;;;Hà Nội | Hanoi;;;',
			'order;Xếp;mở máy;gọi;cúp;;;;',
			'match;Ghép;mèo => kêu;chó => gâu;=> ò ó o;;;;',
		].join('\r\n');
		expect(await kinds('csv', source)).toEqual([
			['single', 'b'],
			['multiple', ['a', 'c']],
			['truefalse', true],
			['number', 35],
			['text', '0912345678'],
			['text', 'Hà Nội'],
			['order', ['mo-may', 'goi', 'cup']],
			['match', { meo: 'keu', cho: 'gau' }],
		]);
	});

	it('a line that cannot be read is lost alone', async () => {
		const source = 'question,answer,option1,option2\nA?,z,1,2\nB?,a,1,2\n,a,1,2\n';
		expect(await rejected('csv', source)).toEqual([
			[2, 'The answer names an option that is not there.'],
			[4, 'The question has no words.'],
		]);
	});
});

describe('the command', () => {
	it('writes the next quiz of a folder, and says what came of each question', async () => {
		put('khoa/vi/01-mot.md', '---\nid: mot\ntitle: Một\n---\n\nChào.\n');
		put('khoa/vi/02-cu.quiz.md', '---\nid: cu\ntitle: Cũ\nkind: practice\n---\n\n## Gì? {#gi}\n\n= true\n');
		const file = put('Câu hỏi.gift', 'Gì? {=a ~b}\n\nTự luận {}\n\nĐọc kỹ.\n');
		const { code, said } = await run(importFile, file, '--format', 'gift', '--to', at('khoa/vi'), '--json');
		expect(code).toBe(0);
		const report = JSON.parse(said);
		expect(report.file).toBe(at('khoa/vi/03-cau-hoi.quiz.md'));
		expect(report.imported).toEqual([
			{ name: 'Gì?', kind: 'single', id: 'gi-2', answer: 'a' },
			{ name: 'Tự luận', kind: 'essay', id: 'tu-luan', answer: null },
		]);
		expect(report.rejected).toEqual([
			{ name: 'Đọc kỹ.', line: 5, reason: expect.stringContaining('description') },
		]);
		expect(readFileSync(report.file, 'utf8')).toContain('## Gì? {#gi-2}');
	});

	it('pictures go to the media of the course, beside those that are there', async () => {
		const sample = readFileSync(new URL('samples/moodle.xml', import.meta.url));
		put('tranh/media/anh-hop.png', 'cũ');
		const file = put('moodle.xml', new Uint8Array(sample));
		const { code } = await run(importFile, file, '--format', 'moodle-xml', '--to', at('tranh/vi'), '--json');
		expect(code).toBe(0);
		expect(readFileSync(at('tranh/media/anh-hop.png'), 'utf8')).toBe('cũ');
		expect(readFileSync(at('tranh/media/anh-hop-2.png')).subarray(1, 4).toString()).toBe('PNG');
		expect(readFileSync(at('tranh/vi/01-moodle.quiz.md'), 'utf8')).toContain('(media/anh-hop-2.png)');
	});

	it('a file that cannot be read at all has a reason and exit status 1', async () => {
		const file = put('latin.gift', Uint8Array.of(0x48, 0xe0, 0x20, 0x4e));
		const { code, said } = await run(importFile, file, '--format', 'gift', '--to', at('x'), '--json');
		expect([code, JSON.parse(said).errors[0].message]).toEqual([1, 'The file is not UTF-8.']);
		await expect(run(importFile, file, '--format', 'word', '--to', at('x'))).rejects.toThrow(/gift, aiken/);
	});
});
