import { describe, expect, it } from 'vitest';
import { compile, findings, lesson, quiz, smallCourse, svg, type Files } from './helpers.ts';
import { expectHarmless } from './harmless.ts';

const file = 'demo/vi/01-mot.md';
const codes = async (body: string) =>
	(await findings(lesson(`${body}\n`), file)).map((each) => each.split(' ')[1]);

describe('links', () => {
	const spellings = [
		'javascript:alert(1)',
		'JaVaScRiPt:alert(1)',
		' javascript:alert(1)',
		'java\tscript:alert(1)',
		'<java\tscript:alert(1)>',
		'javascript&#58;alert(1)',
		'javascript&colon;alert(1)',
		'&#106;avascript:alert(1)',
		'java\u200Bscript:alert(1)',
		'java\u00ADscript:alert(1)',
		'\u0001javascript:alert(1)',
		'%6Aavascript:alert(1)',
		'vbscript:x',
		'data:text/html,<script>alert(1)</script>',
		'data:image/svg+xml;base64,AAAA',
		'//evil.example/x',
		'\\\\\\\\evil.example',
		'/\\\\evil.example',
		'https:evil.example',
		'https:///evil.example',
		'https://user:secret@evil.example',
		'https://evil.example\\\\@good.example',
		'file:///etc/passwd',
		'blob:https://x',
		'ftp://example.org',
		'../../../etc/passwd',
		'/admin',
		'?x=1',
		'mailto:a@b.example?body=x',
		'tel:x',
	];
	it.each(spellings)('%j is no link', async (href) => {
		for (const body of [`[x](${href})`, `[x][r]\n\n[r]: ${href}`, `<${href}>`]) {
			await expectHarmless(lesson(`${body}\n`));
			await expectHarmless(quiz(`## A {#q}\n\n${body}\n\n- [x] ${body.split('\n')[0]} {#a}\n- [ ] b {#b}\n`));
		}
		// With a tab in it, it is not even a link to Markdown: the text stays as it is.
		if (!href.includes('\t')) expect(await codes(`a [x](${href})`)).not.toEqual([]);
	});
});

describe('scripts', () => {
	it.each([
		['<script>alert(1)</script>', ['html-not-allowed']],
		['<SCRIPT SRC="https://evil.example/x.js"></SCRIPT>', ['html-not-allowed']],
		['<script context="module">export const x = 1;</script>', ['html-not-allowed']],
		['<style>@import "x";</style>', ['html-not-allowed']],
		['<iframe src="https://evil.example"></iframe>', ['html-not-allowed']],
		['<svg onload="alert(1)"><script>x</script></svg>', ['html-not-allowed', 'html-not-allowed']],
		['<img src=x onerror=alert(1)>', ['figure-no-alt', 'media-path', 'attribute-unknown']],
		['<a href="javascript:x">x</a>', ['link-refused']],
		['<svelte:window onclick={x} />', ['html-not-allowed']],
		['<Tip onclick="x()">a</Tip>', ['attribute-unknown']],
		['<Tip {...x}>a</Tip>', ['attribute-syntax']],
		['<Tip bind:this={x}>a</Tip>', ['attribute-syntax']],
		['<Tip n="0" data-at="5">a</Tip>', ['attribute-unknown', 'attribute-unknown']],
		['<sup onclick="x">a</sup>', ['attribute-unknown']],
		['<Component src="x" />', ['component-unknown']],
		['<Figure src="javascript:x" alt="y" />', ['media-path']],
	])('%s', async (body, expected) => {
		expect(await codes(body)).toEqual(expected);
		await expectHarmless(lesson(`${body}\n`));
	});

	it.each([
		'{alert(1)}',
		'{@html x}',
		'{#if x}a{/if}',
		'&#123;x&#125;',
		'\uE000x\uE001',
		'`{x}`',
		'{`a${b}`}',
		'${x}',
		'{{x}}',
	])('%s is text', async (body) => {
		const words = body.replace(/[\uE000-\uF8FF`]/gu, '');
		const { courses, errors } = await compile(lesson(`a ${body.startsWith('{`') ? words : body}\n`));
		expect(errors).toEqual([]);
		const part = courses.demo?.parts[courses.demo.manifest.lessons.mot?.locales.vi?.part ?? ''];
		expect(JSON.stringify(part)).toContain(JSON.stringify(words).slice(1, -1));
	});

	it('nothing that is written is ever run', async () => {
		const trap = 'globalThis.ranAuthorsCode = true';
		const body = [
			`{(${trap})}`,
			`<script>${trap}</script>`,
			`<Tip title={${trap}}>a</Tip>`,
			`\`\`\`js\n{${trap}}\n\`\`\``,
			`&#123;${trap}&#125;`,
			`[a]({${trap}})`,
		].join('\n\n');
		const head = `---\nid: mot\ntitle: !!js/function "function () { ${trap} }"\nx: \${${trap}}\n---\n`;
		await compile({ ...lesson(`${body}\n`), 'demo/vi/02-hai.md': head + body });
		expect('ranAuthorsCode' in globalThis).toBe(false);
	});
});

describe('files', () => {
	const bomb = [
		'a: &a [x, x, x, x, x, x, x, x, x, x]',
		...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`),
	].join('\n');
	it.each<[string, Files]>([
		['a YAML bomb', { 'xau/course.yaml': bomb, 'xau/vi/01-a.md': `---\n${bomb}\n---\nA` }],
		['YAML nested deep', { 'xau/course.yaml': 'a: '.concat('['.repeat(50_000)) }],
		[
			'YAML indented deep',
			{ 'xau/course.yaml': Array.from({ length: 3000 }, (_, index) => `${' '.repeat(index)}a:`).join('\n') },
		],
		['YAML too long', { 'xau/course.yaml': `a: ${'x'.repeat(200_000)}` }],
		['prototype keys', { 'xau/course.yaml': '__proto__: { id: x }\nconstructor: 1\nid: __proto__\n' }],
		['names of built-in things', { '__proto__/course.yaml': 'id: x', 'constructor/vi/01-a.md': 'A' }],
		[
			'paths out of the folder',
			{ '../xau/course.yaml': 'id: a', 'xau/vi/../../../etc/01-a.md': 'A', '/etc/passwd': 'x' },
		],
		[
			'binary',
			{ 'xau/course.yaml': new Uint8Array([0, 255, 254]), 'xau/vi/01-a.md': new Uint8Array(5000).fill(0x80) },
		],
		['zeros', { 'xau/course.yaml': '\0'.repeat(1000), 'xau/vi/01-a.md': '\0'.repeat(1000) }],
	])('%s breaks no other course', async (_, bad) => {
		const result = await compile({ ...smallCourse, ...bad });
		expect(Object.keys(result.courses)).toEqual(['demo']);
		expect([...result.errors, ...result.warnings].length).toBeGreaterThan(0);
		expect(result.errors.filter(({ file: where }) => where.startsWith('demo/'))).toEqual([]);
	});
});

describe('text made to take long', () => {
	const repeated = (text: string, count: number) => text.repeat(count);
	it.each<[string, string]>([
		['brackets', repeated('[', 50_000)],
		['links in links', repeated('[a](', 20_000)],
		['pictures in pictures', repeated('![', 20_000)],
		['emphasis', repeated('_a ', 20_000)],
		['stars', repeated('*', 50_000)],
		['ticks', repeated('`a``', 10_000)],
		['quotes in quotes', repeated('>', 20_000)],
		['lists in lists', repeated('- ', 20_000)],
		[
			'lists ever deeper',
			Array.from({ length: 400 }, (_, index) => `${' '.repeat(index * 2)}- a`).join('\n'),
		],
		['tags in tags', repeated('<Tip>\n', 5000)],
		['tags closed', repeated('</Tip>\n', 5000)],
		['foreign tags', repeated('<b>x</b> ', 5000)],
		['tags never ended', repeated('<Tip title="', 8000)],
		['attributes', `<Tip ${repeated('a="b" ', 10_000)}>x</Tip>`],
		['many emphases in many paragraphs', repeated(`${repeated('_a ', 190)}\n\n`, 60)],
		['one word', repeated('a', 100_000)],
		['braces', repeated('{#a ', 20_000)],
		['bars', `${repeated('|a', 4000)}\n${repeated('|-', 4000)}\n`],
	])('%s', async (_, body) => {
		const start = performance.now();
		await compile(lesson(`${body}\n`));
		await compile(quiz(`## A ${body.slice(0, 5000)}\n${body}\n`));
		expect(performance.now() - start).toBeLessThan(8000);
	});
});

it('a question with thousands of pairs, translated too, is refused in time', async () => {
	const decoys = Array.from({ length: 16_000 }, (_, index) => `- => w${index}`).join('\n');
	const body = `## A {#q .match}\n- a {#a} => b {#b}\n- c {#c} => d {#d}\n${decoys}\n`;
	const files = {
		...quiz(body),
		'demo/km/02-hoi.quiz.md': `---\nid: hoi\ntitle: ក\nkind: practice\n---\n\n${body}`,
	};
	const { errors } = await compile(files);
	expect(errors.map(({ code }) => code)).toContain('options-too-many');
});

describe('SVG', () => {
	const namespace = 'xmlns="http://www.w3.org/2000/svg"';
	const draw = (inside: string, attributes = '') => `<svg ${namespace} ${attributes}>${inside}</svg>`;
	const found = async (source: string | Uint8Array) => {
		const files = { ...lesson('<Figure src="media/a.svg" alt="x" />\n'), 'demo/media/a.svg': source };
		return (await findings(files, 'demo/media/a.svg')).map((each) => each.split(' ')[1]);
	};

	it.each<[string, string]>([
		['a script', draw('<script>alert(1)</script>')],
		['a script under a prefix', draw('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>')],
		['foreign content', draw('<foreignObject><body/></foreignObject>')],
		['an event', draw('<path d="M0 0"/>', 'onload="alert(1)"')],
		['an event in capitals', draw('<path ONCLICK="x"/>')],
		['something from outside', draw('<use href="https://evil.example/x.svg#a"/>')],
		[
			'something from outside, the old way',
			draw('<use xlink:href="//evil.example/x.svg#a" xmlns:xlink="http://www.w3.org/1999/xlink"/>'),
		],
		['a picture that may hold more', draw('<image href="data:image/svg+xml;base64,AAAA"/>')],
		['a script address in references', draw('<use href="&#106;avascript:x"/>')],
		['a paint from outside', draw('<path fill="url(https://evil.example/a)"/>')],
		['a font from outside', draw('<style>a { src: url( "https://evil.example/a" ) }</style>')],
		['an escaped style', draw('<style>a { b: u\\72l(https://evil.example/a) }</style>')],
		['a style cut by a tag', draw('<style>a { b: u<g/>rl(https://evil.example/a) }</style>')],
		['an escaped paint', draw('<path fill="u\\72l(https://evil.example/a)"/>')],
		['an escaped style of one path', draw('<path style="fill: \\75 rl(https://evil.example/a)"/>')],
		['an animation', draw('<animate attributeName="href" to="javascript:x"/>')],
		[
			'a link under another prefix',
			draw('<use l:href="//evil.example/x" xmlns:l="http://www.w3.org/1999/xlink"/>'),
		],
		['a script address cut by references', draw('<path d="&#x6a;ava&#9;script&#58;x"/>')],
		['another encoding', `<?xml version="1.0" encoding="UTF-16"?>${draw('')}`],
		['an entity', draw('<text>&x;</text>')],
	])('with %s', async (_, source) => {
		expect(await found(source)).toContain('svg-unsafe');
	});

	it.each<[string, string | Uint8Array]>([
		['an event behind a slash', draw('<path/onclick="x"/>')],
		['an attribute twice', draw('<path d="M0 0" d="M1 1"/>')],
		['a prefix that stands for nothing', draw('<use xlink:href="#a"/>')],
		['a comment that ends twice', draw('<!-- a -- b -->')],
		['a comment without an end', draw('<!-- a')],
		['a character that there is not', draw('<text>&#0;</text>')],
		['a tag without an end', `${draw('')}<path`],
		['words behind', `${draw('')} x`],
		['a value without quotes', draw('<path onclick=x />')],
		['no end', '<svg>'],
		['two roots', draw('') + draw('')],
		['another root', '<html></html>'],
		['another namespace', '<svg xmlns="http://www.w3.org/1999/xhtml"><path/></svg>'],
		['a document type that never ends', '<!DOCTYPE svg [<!ENTITY x "'],
		['crossed tags', draw('<g><path></g></path>')],
		['nothing', ''],
		['UTF-16', new Uint8Array([0xff, 0xfe, 0x3c, 0x00, 0x73, 0x00])],
		['many open tags', '<a "'.repeat(200_000)],
	])('broken: %s', async (_, source) => {
		expect(await found(source)).toContain('media-broken');
	});

	it.each<[string, string]>([
		[
			'as drawing programs save it',
			`<?xml version="1.0" encoding="UTF-8"?>\n<!-- a -->\n${draw('<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><path fill="url(#a)" d="M0 0"/><use href="#a"/>')}\n`,
		],
		['with a style of its own', draw('<style>.a { fill: #0B6B4F }</style><path class="a" d="M0 0"/>')],
		[
			'with what a drawing program notes for itself',
			draw('<path d="M0 0" i:from="C:\\a.png"/>', 'xmlns:i="http://www.inkscape.org/namespaces/inkscape"'),
		],
		['with a comment in its style', draw('<style>.a { fill: #0B6B4F }<!-- b --></style>')],
		['with words', draw('<title>A &amp; B</title><text x="1">1 &lt; 2</text>')],
	])('%s', async (_, source) => {
		expect(await found(source)).toEqual([]);
	});

	it.each<[string, string]>([
		['a link', draw('<a href="https://evil.example"><path d="M0 0"/></a>')],
		['a style from outside', draw('<style>@import "https://evil.example/a.css";</style>')],
		['a style cut by a comment', draw('<style>@imp<!-- -->ort "https://evil.example/a.css";</style>')],
		['another namespace inside', draw('<g xmlns="http://www.w3.org/1999/xhtml"><path/></g>')],
		['a document type', `<!DOCTYPE svg [<!ENTITY x "y">]>${draw('<text>&x;</text>')}`],
		['a style sheet instruction', `<?xml-stylesheet href="x"?>${draw('')}`],
		['a document type alone', `<!DOCTYPE svg>${draw('')}`],
		['an instruction inside', draw('<?php x ?>')],
		['a root under a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'],
		['CDATA in words', draw('<text><![CDATA[<script>]]></text>')],
		['CDATA', draw('<style><![CDATA[a]]></style>')],
	])('without %s, is published', async (_, source) => {
		const files = { ...lesson('<Figure src="media/a.svg" alt="x" />\n'), 'demo/media/a.svg': source };
		const { courses, errors } = await compile(files);
		expect(errors).toEqual([]);
		const [media] = Object.values(courses.demo?.media ?? {});
		const published = new TextDecoder().decode(media?.bytes);
		expect(published).not.toMatch(/evil|xhtml|<!|<\?|@import|<script/);
		expect(published).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^<>]*>.*<\/svg>$/);
	});

	it('may begin with a byte order mark, and says where a fault is', async () => {
		expect(await found(`\uFEFF${draw('')}`)).toEqual([]);
		const source = `\uFEFF<?xml version="1.0"?>\r\n<svg ${namespace}>\r\n  <g/> <g\n onclick="x"/>\n<text>&nbsp;</text></svg>`;
		const files = { ...lesson('<Figure src="media/a.svg" alt="x" />\n'), 'demo/media/a.svg': source };
		expect(await findings(files, 'demo/media/a.svg')).toEqual(['3:8 svg-unsafe', '5:13 svg-unsafe']);
	});

	it('that is not safe holds back its course', async () => {
		const files = { ...smallCourse, 'demo/media/a.svg': draw('<script/>'), 'demo/media/b.svg': svg };
		expect((await compile(files)).courses).toEqual({});
	});
});
