import { describe, expect, it } from 'vitest';
import { compile, lesson, nodesOf, sketch, svg } from './helpers.ts';

async function sketchOf(body: string): Promise<string> {
	return sketch(await nodesOf(body));
}

describe('text stays text', () => {
	it.each([
		['a comparison', 'Nếu a < b và b > a thì 5 <6.', 'Nếu a < b và b > a thì 5 <6.'],
		['braces', 'Giá {50.000} đồng, {#if x} và {@html y}', 'Giá {50.000} đồng, {#if x} và {@html y}'],
		['entities', 'Cá & tôm, AT&T, &#123;x&#125;', 'Cá & tôm, AT&T, &#123;x&#125;'],
		['a placeholder', 'Gõ <họ và tên> rồi <số>', 'Gõ <họ và tên> rồi <số>'],
		['escapes', 'Dấu \\{ \\} \\< \\& \\* \\`', 'Dấu { } < & * `'],
		['no clever quotes', 'Anh nói "có" -- và \'không\'...', 'Anh nói "có" -- và \'không\'...'],
		['decomposed letters', 'Tie\u0302\u0301ng Vie\u0323\u0302t', 'Tiếng Việt'],
		['a half comment', 'a <!-- b', 'a <!-- b'],
		['template signs', '${x} #{y} {{z}} <%= w %>', '${x} #{y} {{z}} <%= w %>'],
	])('%s', async (_, body, words) => {
		expect(await nodesOf(`${body}\n`)).toEqual([{ name: 'p', children: [words] }]);
	});

	it('in code', async () => {
		const body = 'Gõ `<script>{x}</script>` và ``a`b``\n\n```html\n<Tip>{a && b}</Tip> &lt;\n\n\n- x\n```\n';
		expect(await sketchOf(body)).toBe(
			'p("Gõ ",code("<script>{x}</script>")," và ",code("a`b")),' +
				'pre(code("<Tip>{a && b}</Tip> &lt;\\n\\n\\n- x\\n"))',
		);
	});

	it('without comments', async () => {
		expect(await sketchOf('a <!-- {x} <script> --> b\n\n<!-- hai\ndòng -->\n\nc\n')).toBe('p("a  b"),p("c")');
	});
});

describe('Markdown', () => {
	it.each([
		['emphasis', '**a** *b* ~~c~~ `d`', 'p(strong("a")," ",em("b")," ",del("c")," ",code("d"))'],
		['inline elements', 'H<sub>2</sub>O, m<sup>2</sup>', 'p("H",sub("2"),"O, m",sup("2"))'],
		[
			'keys',
			'<kbd>Ctrl</kbd> <abbr title="trí tuệ">AI</abbr>',
			'p(kbd("Ctrl")," ",abbr[title=trí tuệ]("AI"))',
		],
		['line breaks', 'a<br>b<br/>c  \nd', 'p("a",br,"b",br,"c",br,"d")'],
		['wrapped lines', 'một\nhai', 'p("một hai")'],
		['several blank lines', '- a\n\n\n- b', 'ul(li(p("a")),li(p("b")))'],
		['quotes', '> a\n> b', 'blockquote(p("a b"))'],
		['lists in lists', '1. a\n   - b\n2. c', 'ol(li("a",ul(li("b"))),li("c"))'],
		['a list that starts later', '3. a\n4. b', 'ol[start=3](li("a"),li("b"))'],
		['a rule, not front matter', '---\nx: y\n\nz', 'hr,p("x: y"),p("z")'],
		[
			'a table',
			'| a | b |\n|---|--:|\n| 1 | 2 |',
			'table(thead(tr(th("a"),th[align=right]("b"))),tbody(tr(td("1"),td[align=right]("2"))))',
		],
		['Windows line ends', 'a\r\nb\r\n\r\n- c\r\n', 'p("a b"),ul(li("c"))'],
	])('%s', async (_, body, tree) => {
		expect(await sketchOf(`${body}\n`)).toBe(tree);
	});

	it('gives headings an address of their own', async () => {
		const body = '## Đổi mật khẩu\n\n## Đổi mật khẩu\n\n## ចុច\n\n[a](#doi-mat-khau-2) [b](#ចុច)\n';
		expect(await sketchOf(body)).toBe(
			'h2[id=h-doi-mat-khau]("Đổi mật khẩu"),h2[id=h-doi-mat-khau-2]("Đổi mật khẩu"),h2[id=h-ចុច]("ចុច"),' +
				'p(a[href=#h-doi-mat-khau-2]("a")," ",a[href=#h-ចុច]("b"))',
		);
	});
});

describe('components', () => {
	it.each([
		['without blank lines', '<Tip>\n**a**\n- b\n</Tip>\nc', 'Tip(p(strong("a")),ul(li("b"))),p("c")'],
		['on one line', '<Tip title="x">a *b*</Tip>', 'Tip[title=x](p("a ",em("b")))'],
		[
			'in one another',
			'<Tip>\n<Details summary="s">\na\n</Details>\n</Tip>',
			'Tip(Details[summary=s](p("a")))',
		],
		['indented content', '<Tip>\n  a\n\n  - b\n</Tip>', 'Tip(p("a"),ul(li("b")))'],
		['steps', '<Steps>\n1. a\n2. **b**\n</Steps>', 'Steps(ol(li("a"),li(strong("b"))))'],
		['after text', 'a\n<Tip>\nb\n</Tip>', 'p("a"),Tip(p("b"))'],
		['in a list', '1. a\n   <Tip>\n   b\n   </Tip>\n2. c', 'ol(li(p("a"),Tip(p("b"))),li(p("c")))'],
		[
			'attributes over lines',
			'<Tip\n  title=\'a "b" > c {d} &amp;\'\n>\nx\n</Tip>',
			'Tip[title=a "b" > c {d} &amp;](p("x"))',
		],
		['Windows line ends', '<Tip>\r\na\r\n</Tip>\r\nb\r\n', 'Tip(p("a")),p("b")'],
	])('%s', async (_, body, tree) => {
		expect(await sketchOf(`${body}\n`)).toBe(tree);
	});

	it('measures figures and gives them their address', async () => {
		const files = {
			...lesson('1. a\n   <Figure src="media/b.svg" alt="x" />\n2. c\n'),
			'demo/media/b.svg': svg,
		};
		const { courses, errors } = await compile(files);
		expect(errors).toEqual([]);
		const { manifest, parts, media } = courses.demo ?? expect.fail();
		const hash = manifest.media['media/b.svg']?.hash ?? '';
		expect(hash).toMatch(/^[0-9a-f]{32}$/);
		expect(media[hash]).toEqual({ bytes: new TextEncoder().encode(svg), type: 'image/svg+xml' });
		const text = manifest.lessons.mot?.locales.vi;
		expect(text?.mediaBytes).toBe(svg.length);
		const figure = `Figure[src=/api/media/${hash}/b.svg alt=x bytes=${svg.length} width=32 height=20]`;
		expect(sketch(parts[text?.part ?? ''] as never)).toBe(`ol(li(p("a"),${figure}),li(p("c")))`);
	});
});

describe('links', () => {
	it.each([
		['https://example.org/a?b=1&c=2#d', 'https://example.org/a?b=1&c=2#d'],
		['http://example.org', 'http://example.org/'],
		['mailto:a@example.org', 'mailto:a@example.org'],
		['tel:+84123456', 'tel:+84123456'],
		['01-mot.md', '/courses/demo/lessons/mot'],
		['./01-mot.md', '/courses/demo/lessons/mot'],
	])('%s', async (written, href) => {
		expect(await nodesOf(`[x](${written})\n`)).toEqual([
			{ name: 'p', children: [{ name: 'a', attrs: { href }, children: ['x'] }] },
		]);
	});

	it('a bare address ends where the reader would end it', async () => {
		const link = 'a[href=https://example.org/]("https://example.org")';
		expect(await sketchOf('“https://example.org”, "https://example.org" {https://example.org}\n')).toBe(
			`p("“",${link},"”, \\"",${link},"\\" {",${link},"}")`,
		);
	});

	it('bare and bracketed addresses', async () => {
		expect(await sketchOf('Xem https://example.org/x. Hoặc <https://example.org/y>.\n')).toBe(
			'p("Xem ",a[href=https://example.org/x]("https://example.org/x"),". Hoặc ",' +
				'a[href=https://example.org/y]("https://example.org/y"),".")',
		);
	});
});
