/** Moodle XML as Moodle exports it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Unreadable } from '#content/exchange/item.ts';
import { take } from './take.ts';

const sample = readFileSync(new URL('samples/moodle.xml', import.meta.url), 'utf8');
const one = (inner: string, type = 'truefalse') =>
	`<question type="${type}"><name><text>Q</text></name>${inner}</question>`;
const truth =
	'<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer>';
const asked = (html: string) => `<questiontext format="html"><text><![CDATA[${html}]]></text></questiontext>`;
const unreadable = (source: string) =>
	take('moodle-xml', source).then(
		() => 'read',
		(error: unknown) => (error instanceof Unreadable ? [error.reason, error.line] : error),
	);

describe('Moodle XML', () => {
	it('every kind that has an equal, with its answer; the others by name, line and reason', async () => {
		const { report } = await take('moodle-xml', sample);
		expect(report.imported.map(({ name, kind, id, answer }) => [name, kind, id, answer])).toEqual([
			['Giờ họp', 'single', 'gio-hop', 'b'],
			['Chọn nhiều', 'multiple', 'so-nao-chan', ['a', 'c']],
			['Trời', 'truefalse', 'troi-xanh', true],
			['Thủ đô', 'text', 'thu-do-nuoc-ta-hien-nay', 'Hà Nội'],
			['Giá', 'number', 'muoi-goi-mi-het-bao-nhieu-nghin', 35],
			['Ghép', 'match', 'con-nao-keu-sao', { meo: 'keu-meo', cho: 'sua-gau' }],
			['Xếp', 'order', 'goi-dien', ['mo-may', 'bam-so', 'noi']],
			['Chọn chữ', 'blanks', 'chon-chu-dung', { 'cho-1': 'a', 'cho-2': 'a' }],
			['Điền chữ', 'blanks', 'dien-chu', { 'cho-1': 'Hà Nội', 'cho-2': 'b', 'cho-3': '1010' }],
			['Tự luận', 'essay', 'ke-lai', null],
		]);
		expect(report.rejected.map(({ name, reason }) => [name, reason])).toEqual([
			['Lời dẫn', expect.stringContaining('description')],
			['Công thức', expect.stringContaining('calculated')],
			['Hỏng', expect.stringContaining('No answer')],
		]);
		const lines = sample.split('\n');
		for (const { name, line = 0 } of report.rejected)
			expect(lines.slice(line, line + 1).join()).toContain(name);
	});

	it('what is lost is named', async () => {
		const { report } = await take('moodle-xml', sample);
		const lost = (name: string) =>
			report.changed
				.filter((each) => each.name === name)
				.map(({ what }) => what.split(' ').slice(0, 4).join(' '));
		expect(lost('Giờ họp')).toEqual(['the category is gone', 'formatting within the question']);
		expect(lost('Chọn nhiều')).toEqual(['what is said to', 'the options no longer']);
		expect(lost('Trời')).toEqual(['feedback to single answers']);
		expect(lost('Thủ đô')).toEqual(['answers worth a part', 'upper and lower case']);
		expect(lost('Giá')).toEqual(['the unit of the']);
		expect(lost('Ghép')).toEqual([]);
	});

	it('text, points, feedback, hints and pictures come in whole', async () => {
		const { questions, media } = await take('moodle-xml', sample);
		const [{ text, feedback, asked: question }] = questions as any;
		expect(text.title).toBe('Câu hỏi: cuộc họp lúc 10:30 ở https://vidu.vn/a?x=1&y=2 – đúng không (5 < 6)?');
		expect(JSON.stringify(text.options)).toContain('ភ្នំពេញ: ម៉ោង ១០:៣០');
		expect(text.body).toEqual([
			{ name: 'Figure', attrs: { src: 'media/anh-hop.png', alt: 'Phòng họp "A"' } },
		]);
		expect([text.hint, question.points]).toEqual(['Xem lịch.', 2]);
		expect(feedback).toEqual({
			options: { a: 'Chưa đúng: nhìn lại.' },
			explanation: 'Vì: đã hẹn từ thứ hai.',
		});
		expect([...media.keys()]).toEqual(['media/anh-hop.png']);
		expect(questions[2]?.text).toMatchObject({ title: 'Trời xanh.', body: [{ children: ['Nhìn lên đi.'] }] });
		expect(questions[3]?.text.title).toBe('Thủ đô nước ta <hiện nay>?');
	});

	it('units of a number come along where they name the unit of the answer', async () => {
		const number = (more: string) =>
			one(`${asked('Xa?')}<answer fraction="100"><text>35</text></answer>${more}`, 'numerical');
		const unit = (name: string, scale: number) =>
			`<unit><multiplier>${scale}</multiplier><unit_name>${name}</unit_name></unit>`;
		const graded = '<unitgradingtype>1</unitgradingtype><unitpenalty>0.1</unitpenalty>';
		const { report, quiz } = await take(
			'moodle-xml',
			`<quiz>${number(`<units>${unit('km', 1)}${unit('cây số', 1)}</units>`)}${number(`<units>${unit('km', 1)}${unit('m', 1000)}</units>${graded}`)}${number(`<units>${unit('a|b', 1)}</units>`)}</quiz>`,
		);
		expect(report.imported.map(({ answer }) => answer)).toEqual([35, '35 km', 35]);
		expect(quiz.match(/unit=.*|= .*/g)).toEqual([
			'unit=optional .number}',
			'= 35 km | cây số',
			'unit=required .number}',
			'= 35 km',
			'= 35',
		]);
		expect(report.changed.map(({ what }) => what.split(',')[0])).toEqual([
			'the unit of the number',
			'a unit that is wrong or missing takes all the points',
			'the unit of the number',
		]);
	});

	it('what is no picture is none, whatever it is called', async () => {
		const files = ['x.png', 'x.svg'].map(
			(name) =>
				`<file name="${name}" path="/" encoding="base64">${btoa('<svg onload="alert(1)" xmlns="http://www.w3.org/2000/svg"/>')}</file>`,
		);
		const html = `<p>Gì đây?</p><img src="@@PLUGINFILE@@/x.png" alt="một"><img src="@@PLUGINFILE@@/x.svg" onerror="alert(2)"><img src="http://xa.vn/y.png"><script>alert(3)</script><a href="javascript:alert(4)">ở đây</a>`;
		const source = `<quiz>${one(`<questiontext format="html"><text><![CDATA[${html}]]></text>${files.join('')}</questiontext>${truth}`)}</quiz>`;
		const { report, quiz, media } = await take('moodle-xml', source);
		expect(media.size).toBe(0);
		expect(quiz).not.toMatch(/alert|script|xa\.vn|Figure|!\[/);
		expect(report.changed.map(({ what }) => what.split(' ')[0])).toEqual(['what', 'a', 'a']);
	});

	it('a question that is no XML is lost alone, with its line', async () => {
		const source = `<quiz>\n${one(asked('Một.') + truth)}\n<question type="truefalse"><name><text>Hai</text></name><questiontext><text>a & b < c</text></questiontext></question>\n${one(asked('Ba &hellip;') + truth)}\n${one(asked('Bốn.').slice(0, -20))}\n${one('<questiontext><text>N&#259;m&nbsp;&hellip;</text></questiontext>' + truth)}</quiz>`;
		const { report, questions } = await take('moodle-xml', source);
		expect(questions.map(({ text }) => text.title)).toEqual(['Một.', 'Ba …', 'Năm …']);
		expect(report.rejected.map(({ name, line }) => [name, line])).toEqual([
			['Hai', 3],
			['Q', 5],
		]);
	});

	it.each([
		['no XML', 'Gì? {T}', ['xml', 1]],
		['another root', '<?xml version="1.0"?>\n<html/>', ['not-this-format', 2]],
		['a document type', '<!DOCTYPE quiz [<!ENTITY a "b">]>\n<quiz></quiz>', ['doctype', 1]],
		[
			'entities from a file',
			`<!DOCTYPE q [<!ENTITY a SYSTEM "file:///etc/passwd">]><quiz>${one(`<questiontext><text>&a;</text></questiontext>${truth}`)}</quiz>`,
			['doctype', 1],
		],
		['depth', '<a>'.repeat(5000), ['xml-deep', 1]],
	])('%s: the file is refused, with the reason', async (_, source, expected) => {
		expect(await unreadable(source)).toEqual(expected);
	});
});
