import { describe, expect, it } from 'vitest';
import { findings, lesson, svg } from './helpers.ts';

const file = 'demo/vi/01-mot.md';
/** The body starts at line 6. */
async function found(body: string): Promise<string[]> {
	const files = { ...lesson(body), 'demo/media/a.svg': svg };
	return (await findings(files, file)).filter((each) => !each.includes('media-unused'));
}

describe('tags', () => {
	it.each<[string, string, string[]]>([
		['a wrong name', 'a\n\n<Tipp>\nb\n</Tipp>', ['8:1 component-unknown']],
		['a name in small letters', '<figure src="media/a.svg" />', ['6:1 component-unknown']],
		['HTML', 'x <b>y</b>\n\n<div\nclass="z">', ['6:3 html-not-allowed', '8:1 html-not-allowed']],
		['a wrong attribute', '<Tip tilte="a">b</Tip>', ['6:6 attribute-unknown']],
		['an event', '<Tip onclick="a()">b</Tip>', ['6:6 attribute-unknown']],
		['a style', '<Tip style="color: red">b</Tip>', ['6:6 attribute-unknown']],
		['an expression', '<Tip title={x}>b</Tip>', ['6:6 attribute-syntax']],
		['no quotes', '<Tip title=x>b</Tip>', ['6:6 attribute-syntax']],
		['an attribute twice', '<Tip title="a" title="b">c</Tip>', ['6:16 attribute-twice']],
		['a missing attribute', '<Details>\na\n</Details>', ['6:1 attribute-missing']],
		['no alternative text', '<Figure src="media/a.svg" />', ['6:1 figure-no-alt']],
		['an empty alternative text', '<Figure src="media/a.svg" alt="" />', ['6:1 figure-no-alt']],
		['not closed', 'a\n\n<Tip>\n\nb', ['8:1 tag-unclosed']],
		['closed by the outer one', '<Tip>\n<Details summary="x">\na\n</Tip>', ['7:1 tag-unclosed']],
		['not opened', 'a\n\n</Tip>', ['8:1 tag-unopened']],
		['never ended', '<Tip title="a\n\nb', ['6:1 tag-unfinished']],
		['an inline one over paragraphs', 'a <sup>b\n\nc</sup>', ['6:3 tag-unclosed', '8:2 tag-unopened']],
		['in a line of text', 'Xem <Tip>a</Tip>', ['6:5 component-inline']],
		[
			'a task in a task',
			'<Try id="a">\n<Try id="b">\nc\n</Try>\n</Try>',
			['10:1 tag-unopened', '7:1 component-misplaced'],
		],
		['empty', '<Tip></Tip>', ['6:1 component-empty']],
		['content in a figure', '<Figure src="media/a.svg" alt="x">a</Figure>', ['6:1 component-content']],
		['steps without a list', '<Steps>\na\n</Steps>', ['6:1 steps-not-list']],
		['steps with more', '<Steps>\n1. a\n\nb\n</Steps>', ['6:1 steps-not-list']],
		['crosswise', '- a\n  <Tip>\n- b\n  </Tip>', ['7:3 markup-crossed']],
	])('%s', async (_, body, expected) => {
		expect((await found(`${body}\n`)).sort()).toEqual([...expected].sort());
	});
});

describe('Markdown', () => {
	it.each<[string, string, string[]]>([
		['a heading of level 1', 'a\n\n# b', ['8:1 heading-level']],
		['an underlined one', 'a\n\nb\n===', ['8:1 heading-level']],
		['a skipped level', '## a\n\n#### b', ['8:1 heading-skipped']],
		['a picture in a heading', '## a ![b](media/a.svg)', ['6:6 image-not-figure']],
		['a picture without words', 'a ![](media/a.svg)', ['6:3 figure-no-alt']],
		['a picture that is a link', '[![b](media/a.svg)](https://a.b)', ['6:1 image-link']],
		['a task list', '- [ ] a\n- [x] b', ['6:1 task-list', '7:1 task-list']],
		['an entity', 'một &nbsp;hai', ['6:5 entity']],
		['a private letter', 'một \uE123', ['6:5 private-use']],
		['no content', '', ['5:1 lesson-empty']],
		['a text too deep', `${'> '.repeat(20)}a`, ['6:1 too-complex']],
		['brackets beyond measure', `a\n\n${'a] '.repeat(7000)}`, ['8:1 too-complex']],
		['lines beyond measure', 'a\n'.repeat(5002), ['5006:1 too-complex']],
	])('%s', async (_, body, expected) => {
		expect(await found(body === '' ? '' : `${body}\n`)).toEqual(expected);
	});

	it('counts lines and columns as an editor does, behind a byte order mark and with Windows line ends', async () => {
		const text = '\uFEFF---\r\nid: mot\r\ntitle: Một\r\n---\r\n\r\nĐiện thoại <b>x</b>\r\n';
		expect(await findings({ ...lesson(''), [file]: text }, file)).toEqual(['6:12 html-not-allowed']);
	});

	it('warns of a lesson too heavy for a weak network', async () => {
		const letters = 'abcdefghijklmnopqrstuvwxyz';
		let seed = 1;
		const word = () =>
			Array.from({ length: 8 }, () => letters[(seed = (seed * 48271) % 2147483647) % 26]).join('');
		const paragraph = () => Array.from({ length: 100 }, word).join(' ');
		const body = Array.from({ length: 40 }, paragraph).join('\n\n');
		expect(await found(`${body}\n`)).toEqual(['5:1 lesson-heavy']);
	});
});

describe('links and media', () => {
	it.each<[string, string, string[]]>([
		['no such lesson', '[a](02-hai.md)', ['6:1 link-no-lesson']],
		['no such heading', '## Bấm giữ\n\nXem [a](#bam-gui)', ['8:5 link-no-heading']],
		['no such heading there', 'a [b](01-mot.md#x)', ['6:3 link-no-heading']],
		['a page of the site', '[a](/courses)', ['6:1 link-refused']],
		['a file elsewhere', '[a](../../other/vi/01-a.md)', ['6:1 link-no-course']],
		['a file beyond all courses', '[a](../../../etc/passwd)', ['6:1 link-refused']],
		['no such file to take', '[a](media/b.pdf)', ['6:1 media-missing']],
		['no such picture', '<Figure src="media/b.svg" alt="x" />', ['6:14 media-missing']],
		['a picture outside', '<Figure src="../media/a.svg" alt="x" />', ['6:14 media-path']],
		['a picture on the web', '<Figure src="https://example.org/a.svg" alt="x" />', ['6:14 media-path']],
		['a path out of the folder', '<Figure src="media/../../x.svg" alt="x" />', ['6:14 media-path']],
		[
			'a film that is a picture',
			'<Video src="media/a.svg" captions="media/a.svg" title="x">\na\n</Video>',
			['6:13 media-wrong-type', '6:36 media-wrong-type'],
		],
	])('%s', async (_, body, expected) => {
		expect(await found(`${body}\n`)).toEqual(expected);
	});

	it('names what was probably meant', async () => {
		const { compile } = await import('./helpers.ts');
		const body = '<Tpi>a</Tpi>\n\n<Figure src="media/aa.svg" alt="x" />\n\n<Tip titel="x">a</Tip>\n';
		const { errors } = await compile({ ...lesson(body), 'demo/media/a.svg': svg });
		expect(errors.map(({ message }) => /Did you mean “([^”]+)”/.exec(message)?.[1])).toEqual([
			'Tip',
			'media/a.svg',
			'title',
		]);
	});
});

describe('the head of the file', () => {
	it.each<[string, string, string[]]>([
		['missing', 'Xin chào', ['1:1 front-matter-missing']],
		['not closed', '---\nid: mot\ntitle: Một\n\nXin chào', ['1:1 front-matter-unclosed', '5:9 lesson-empty']],
		['without a title', '---\nid: mot\n---\nA', ['2:1 missing-field']],
		['without anything', '---\n---\nA', ['1:1 missing-field', '1:1 lesson-no-id']],
		['an empty title', '---\nid: mot\ntitle: ""\n---\nA', ['3:8 wrong-value']],
		['an unknown field', '---\nid: mot\ntitel: a\ntitle: b\n---\nA', ['3:1 unknown-field']],
		['a field twice', '---\nid: mot\ntitle: a\ntitle: b\n---\nA', ['4:1 yaml-duplicate-key']],
		['a colon in a sentence', '---\nid: mot\ntitle: Hỏi: đáp\n---\nA', ['3:8 yaml-syntax']],
		['a wrong id', '---\nid: Mot_1\ntitle: a\n---\nA', ['2:5 id-pattern']],
		['a reserved id', '---\nid: constructor\ntitle: a\n---\nA', ['2:5 id-reserved']],
		['skills that are no list', '---\nid: mot\ntitle: a\nskills: "4.1"\n---\nA', ['4:9 wrong-value']],
	])('%s', async (_, text, expected) => {
		expect(await findings({ ...lesson(''), [file]: text }, file)).toEqual(expected);
	});

	it('takes a number where words are meant', async () => {
		const text = '---\nid: 2025\ntitle: 113\nskills: [4.1]\n---\nA';
		expect(await findings({ ...lesson(''), [file]: text }, file)).toEqual([]);
	});
});
