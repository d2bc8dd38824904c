import { describe, expect, it } from 'vitest';
import { compile, findings, lesson, nodesOf, sketch, svg } from './helpers.ts';

const file = 'demo/vi/01-mot.md';
/** The body starts at line 6. */
async function found(body: string): Promise<string[]> {
	const files = { ...lesson(`${body}\n`), 'demo/media/a.svg': svg };
	return (await findings(files, file)).filter((each) => !each.includes('media-unused'));
}
async function sketchOf(body: string): Promise<string> {
	return sketch(await nodesOf(`${body}\n`));
}

describe('signs that people write', () => {
	it.each([
		[
			'blanks to fill in',
			'Tôi tên là ____ và ở ____. Ngày: __/__/____',
			'p("Tôi tên là ____ và ở ____. Ngày: __/__/____")',
		],
		['blanks beside words', 'Ngày ____tháng ____năm ____', 'p("Ngày ____tháng ____năm ____")'],
		['blanks of three', 'Số ___ và ___.', 'p("Số ___ và ___.")'],
		[
			'blanks in a table',
			'| Tên | ____ |\n|---|---|\n| Tuổi | __ |',
			'table(thead(tr(th("Tên"),th("____"))),tbody(tr(td("Tuổi"),td("__"))))',
		],
		['a sum', 'Giá: 2 * 3 * 4 = 24, 2*3*4', 'p("Giá: 2 * 3 * 4 = 24, 2*3*4")'],
		['a file name', 'Mở bao_cao_quy_1.docx', 'p("Mở bao_cao_quy_1.docx")'],
		[
			'emphasis all the same',
			'__a__ _b_ ***c*** ___d___',
			'p(strong("a")," ",em("b")," ",em(strong("c"))," ",em(strong("d")))',
		],
		['a rule all the same', 'a\n\n___\n\nb', 'p("a"),hr,p("b")'],
		['bold words before a letter', '**Lưu ý:**Hãy nhớ', 'p(strong("Lưu ý:"),"Hãy nhớ")'],
		['Khmer without blanks', 'ចុច**«ក»**ឥឡូវ*«ខ»*នេះ', 'p("ចុច",strong("«ក»"),"ឥឡូវ",em("«ខ»"),"នេះ")'],
		['a range', '30~40 người, ~5 km', 'p("30~40 người, ~5 km")'],
	])('%s', async (_, body, tree) => {
		expect(await sketchOf(body)).toBe(tree);
		expect(await found(body)).toEqual([]);
	});
});

describe('blocks', () => {
	it.each([
		[
			'a table right under text',
			'Bảng:\n| a | b |\n|---|--:|\n| 1 | 2 |',
			'p("Bảng:"),table(thead(tr(th("a"),th[align=right]("b"))),tbody(tr(td("1"),td[align=right]("2"))))',
		],
		[
			'a table with a row too short',
			'| a | b |\n|---|---|\n| 1 |',
			'table(thead(tr(th("a"),th("b"))),tbody(tr(td("1"),td)))',
		],
		['a list right under text', 'Cần:\n- a\n- b', 'p("Cần:"),ul(li("a"),li("b"))'],
		['brackets behind the number', '1) một\n2) hai', 'ol(li("một"),li("hai"))'],
		['bullets of word processors', '• một\n• hai', 'ul(li("một"),li("hai"))'],
		['bullets under text', 'Cần:\n● một\n● hai', 'p("Cần:"),ul(li("một"),li("hai"))'],
		['line breaks by a backslash', 'một\\\nhai', 'p("một",br,"hai")'],
		['a fence with attributes', '```js {1,3} title="a.js"\nx\n```', 'pre(code("x\\n"))'],
		['a fence with attributes and no name', '```hl_lines="4"\nx\n```', 'pre(code("x\\n"))'],
		['a fence in a list', '1. a\n   ```\n   <b>\n   ```\n2. b', 'ol(li("a",pre(code("<b>\\n"))),li("b"))'],
		[
			'a lone tick, and ticks in the next item',
			'- một dấu ` lẻ\n- thẻ `<b>` và `<Tip>`',
			'ul(li("một dấu ` lẻ"),li("thẻ ",code("<b>")," và ",code("<Tip>")))',
		],
		['text set in by four', 'a\n\n    b', 'p("a"),p("b")'],
		[
			'an address for its own name',
			'## Mục {#muc-mot}\n\n[x](#muc-mot)',
			'h2[id=h-muc-mot]("Mục"),p(a[href=#h-muc-mot]("x"))',
		],
	])('%s', async (_, body, tree) => {
		expect(await sketchOf(body)).toBe(tree);
		expect(await found(body)).toEqual([]);
	});

	it('long lists and tables are no trouble', async () => {
		const list = Array.from({ length: 70 }, (_, index) => `- **từ ${index}** : nghĩa \`m${index}\``).join(
			'\n',
		);
		const rows = Array.from(
			{ length: 200 },
			(_, index) => `| ${index} | **mắm** | \`hũ\` | 60.000đ | 48.000đ |`,
		);
		const table = ['| a | b | c | d | e |', '|---|---|---|--:|--:|', ...rows].join('\n');
		expect(await found(`${list}\n\n${table}`)).toEqual([]);
	});
});

describe('addresses', () => {
	it.each([
		[
			'& in a bare one',
			'Xem https://a.b/?v=abc&t=30s nhé.',
			'p("Xem ",a[href=https://a.b/?v=abc&t=30s]("https://a.b/?v=abc&t=30s")," nhé.")',
		],
		[
			'& in a bracketed one',
			'<https://a.b/?a=1&b=2>',
			'p(a[href=https://a.b/?a=1&b=2]("https://a.b/?a=1&b=2"))',
		],
		['signs in a bare one', 'https://a.b/x_y_z*w', 'p(a[href=https://a.b/x_y_z*w]("https://a.b/x_y_z*w"))'],
		['one in quotation marks', '«https://a.b/c.»', 'p("«",a[href=https://a.b/c]("https://a.b/c"),".»")'],
		['a number with blanks', '[gọi](tel:0912 345 678)', 'p(a[href=tel:0912345678]("gọi"))'],
		['one of a mailbox', '<ten@a.b>', 'p(a[href=mailto:ten@a.b]("ten@a.b"))'],
	])('%s', async (_, body, tree) => {
		expect(await sketchOf(body)).toBe(tree);
		expect(await found(body)).toEqual([]);
	});

	it('a blank in a path is part of it', async () => {
		expect(await found('![Chị Sáu](media/chi sau.svg) và [x](02-bài kia.md "y")')).toEqual([
			'6:12 media-missing',
			'6:34 link-no-lesson',
		]);
	});

	it('a path may stand in pointed brackets', async () => {
		expect(await found('![Chị Sáu](<media/chị sáu (2) & a_b.svg>) và [x](<02-bài.md> "y")')).toEqual([
			'6:13 media-missing',
			'6:46 link-no-lesson',
		]);
		expect(await sketchOf('a [x](<b < c')).toBe('p("a [x](<b < c")');
		expect(await sketchOf('[x](<https://a.b/c_d?e=1&f>)')).toBe('p(a[href=https://a.b/c_d?e=1&f]("x"))');
	});
});

describe('pictures', () => {
	const picture = (caption = '') =>
		expect.stringMatching(new RegExp(`^Figure\\[src=/api/media/\\w+/a\\.svg alt=x${caption} bytes=`));
	it.each([
		['![x](media/a.svg)', picture()],
		['![x](media/a.svg "Lời dưới hình")', picture(' caption=Lời dưới hình')],
		['<img src="media/a.svg" alt="x" title="Lời" width=300>', picture(' caption=Lời')],
		['<IMG SRC=media/a.svg ALT="x"/>', picture()],
		['![x](<media/a.svg>)', picture()],
		['![x](<media/a.svg> "Lời")', picture(' caption=Lời')],
		['![x][r]\n\n[r]: media/a.svg "Lời"', picture(' caption=Lời')],
	])('%s', async (body, tree) => {
		const { courses, errors } = await compile({ ...lesson(`${body}\n`), 'demo/media/a.svg': svg });
		expect(errors).toEqual([]);
		const course = courses.demo ?? expect.fail();
		const part = course.manifest.lessons.mot?.locales.vi?.part ?? '';
		expect(sketch(course.parts[part] as never)).toEqual(tree);
		expect(Object.keys(course.manifest.media)).toEqual(['media/a.svg']);
	});
});

describe('HTML', () => {
	it.each([
		['line breaks', 'a<BR>b<br />c', 'p("a",br,"b",br,"c")'],
		['lines and marks', '<u>a</u> <mark class="x">b</mark>', 'p(u("a")," ",mark("b"))'],
		['links', '<a href="https://a.b/" target="_blank" rel="noopener">x</a>', 'p(a[href=https://a.b/]("x"))'],
		[
			'what is behind a line',
			'<details open>\n<summary>Xem <b>đáp án</b></summary>\n\n**a**\n\n</details>',
			'Details[summary=Xem đáp án](p(strong("a")))',
		],
		[
			'the same, close together',
			'<details><summary>Xem</summary>a</details>\nb',
			'Details[summary=Xem](p("a")),p("b")',
		],
	])('%s', async (_, body, tree) => {
		expect(await sketchOf(body)).toBe(tree);
		expect(await found(body)).toEqual([]);
	});

	it.each([
		['an event', '<a href="https://a.b" onclick="x()">a</a>', ['6:23 attribute-unknown']],
		['a script address', '<a href="javascript:x()">a</a>', ['6:1 link-refused']],
		['an event of a picture', '<img src="media/a.svg" alt="x" onerror="x()">', ['6:32 attribute-unknown']],
		['no address', '<a name="x">a</a>', ['6:1 attribute-missing']],
		['details without a line', '<details>\na\n</details>', ['6:1 attribute-missing']],
	])('%s is told of', async (_, body, expected) => {
		expect((await found(body)).sort()).toEqual(expected);
	});
});

describe('boxes and notes of other systems', () => {
	it.each([
		['GitHub', '> [!NOTE]\n> **a**\n> b', 'Tip(p(strong("a")," b"))'],
		['GitHub, for what needs care', '> [!WARNING]\n> - a', 'Warning(ul(li("a")))'],
		['Obsidian', '> [!tip]+ Mẹo hay\n> a', 'Tip[title=Mẹo hay](p("a"))'],
		['VitePress', ':::tip\na\n:::', 'Tip(p("a"))'],
		[
			'VitePress, with a title',
			'::: warning Coi chừng\n- a\n:::\nb',
			'Warning[title=Coi chừng](ul(li("a"))),p("b")',
		],
		['Docusaurus', ':::note[Ghi chú]\n\na\n\n:::', 'Tip[title=Ghi chú](p("a"))'],
		['Quarto', '::: {.callout-tip}\na\n:::', 'Tip(p("a"))'],
		['details', ':::details Đáp án\na\n:::', 'Details[summary=Đáp án](p("a"))'],
		['boxes in boxes', '::::tip\n:::danger\na\n:::\n::::', 'Tip(Warning(p("a")))'],
	])('%s', async (_, body, tree) => {
		expect(await sketchOf(body)).toBe(tree);
		expect(await found(body)).toEqual([]);
	});

	it('notes at the foot', async () => {
		const body = 'Một[^a], hai[^b], lại một[^a].\n\n[^b]: Hai\n[^a]: **Một**';
		expect(await sketchOf(body)).toBe(
			'p("Một",sup(a[href=#n-1 id=n-1-ref]("1")),", hai",sup(a[href=#n-2 id=n-2-ref]("2")),", lại một",sup(a[href=#n-1]("1")),"."),' +
				'hr,ol(li[id=n-1](p(strong("Một")," ",a[href=#n-1-ref]("↩"))),li[id=n-2](p("Hai ",a[href=#n-2-ref]("↩"))))',
		);
		expect(await found(body)).toEqual([]);
	});
});

describe('what would be shown as it is written is told of', () => {
	it.each([
		['an unclosed fence', 'a\n\n```\nb\n\nc', ['8:1 fence-unclosed']],
		['an unclosed fence in a list', '- ~~~\n  b\n\nc', ['6:3 fence-unclosed']],
		['an unknown box', ':::foo\na\n:::', ['6:1 foreign-markup']],
		['an unclosed box', ':::tip\na', ['6:1 box-unclosed']],
		['an admonition', '!!! note "x"\n    a', ['6:1 foreign-markup']],
		['an unknown alert', '> [!FOO]\n> a', ['6:3 foreign-markup']],
		['a command', 'a {% include x %} b', ['6:3 foreign-markup']],
		['a short code', '{{< figure src="x" >}}', ['6:1 foreign-markup']],
		['a note without words', 'a[^1] b', ['6:2 foreign-markup']],
		['a note without a mention', 'a\n\n[^1]: b', ['8:1 footnote-unused']],
		['a formula', 'Cho $x^2 + y$ nhé', ['6:5 foreign-markup']],
		['a formula on lines of its own', 'a\n\n$$\nx\n$$', ['8:1 foreign-markup']],
		['a name of a sign', 'Hay :smile: lắm', ['6:5 foreign-markup']],
		['a definition', 'Từ\n: nghĩa', ['7:1 foreign-markup']],
		['a link of a wiki', 'Xem [[Trang]]', ['6:5 foreign-markup']],
		['attributes', 'a {.red}', ['6:3 foreign-markup']],
		['marked words', 'a ==b== c', ['6:3 foreign-markup']],
		['a table of contents', '[TOC]', ['6:1 foreign-markup']],
	])('%s', async (_, body, expected) => {
		expect(await found(body)).toEqual(expected);
	});

	it.each([
		'Giá $5 và $10.',
		'Lúc 10:30:45, tỉ lệ 1:2:3.',
		'Dùng {x} và {50.000}.',
		'a == b',
		'x = $HOME',
		'C:\\a\\b',
		'mảng a[0] và [x]',
	])('%j is text', async (body) => {
		expect(await found(body)).toEqual([]);
	});
});
