/** Drawings as Inkscape, draw.io and Illustrator save them: what only the program needs is left out. */
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { readSvg } from '#content/media/svg.ts';
import { Text } from '#content/source.ts';
import { compile, lesson } from './helpers.ts';

const sample = (name: string) => readFileSync(`tests/fixtures/drawings/${name}.svg`, 'utf8');
const read = (source: string) => readSvg(new Text('a.svg', source));
const rewritten = (source: string) => {
	const { faults, rewritten: written } = read(source);
	expect(faults).toEqual([]);
	return written ?? source;
};
const draw = (inside: string, attributes = '') =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${attributes}>${inside}</svg>`;
const xlink = ' xmlns:xlink="http://www.w3.org/1999/xlink"';

/** Tags and words of a drawing, in their order. */
function contents(source: string) {
	const tags: string[] = [];
	const words: string[] = [];
	const attributes = new Set<string>();
	const parser = new SaxesParser({ xmlns: true });
	parser.on('opentag', (tag) => {
		expect(tag.uri).toBe('http://www.w3.org/2000/svg');
		tags.push(tag.local);
		for (const name of Object.keys(tag.attributes)) attributes.add(name);
	});
	parser.on('text', (text) => text.trim() && words.push(text.trim()));
	parser.write(source).close();
	return { tags, words, attributes };
}

describe('a drawing of', () => {
	it.each([
		['inkscape', ['rect', 'path', 'text', 'filter', 'linearGradient'], ['Nhà văn hóa ấp']],
		[
			'drawio',
			['rect', 'switch', 'text', 'path'],
			['Mở ứng dụng', 'Quét mã', 'Text is not SVG - cannot display'],
		],
		['illustrator', ['switch', 'circle', 'clipPath', 'use', 'text'], ['Hội Nông dân']],
	])('%s is published, and draws what it drew', async (name, drawn, said) => {
		const written = rewritten(sample(name));
		const { tags, words, attributes } = contents(written);
		expect(tags).toEqual(expect.arrayContaining(drawn));
		expect(words.filter((each) => !each.includes('{'))).toEqual(said);
		for (const gone of ['foreignObject', 'metadata', 'a', 'namedview', 'aipgf', 'sfw'])
			expect(tags).not.toContain(gone);
		expect([...attributes].filter((each) => /^(?:data-|content$|inkscape|sodipodi|i:)/.test(each))).toEqual(
			[],
		);
		expect(written).not.toMatch(/<!|<\?|@import|https?:\/\/(?!www\.w3\.org\/)/);
		// What was left out once is not there to be left out again.
		expect(read(written)).toEqual({ faults: [], rewritten: null });

		const files = { ...lesson('<Figure src="media/a.svg" alt="x" />\n'), 'demo/media/a.svg': sample(name) };
		const { courses, errors } = await compile(files);
		expect(errors).toEqual([]);
		const [media] = Object.values(courses.demo?.media ?? {});
		expect(new TextDecoder().decode(media?.bytes)).toBe(written);
	});

	it('a program that leaves nothing stays as it is, byte for byte', () => {
		expect(read(draw('<!-- a --><path d="M0 0"/>\n<text>1 &lt; 2</text>')).rewritten).toBeNull();
	});
});

describe('left out without a word', () => {
	it.each([
		['a document type', `<!DOCTYPE svg>${draw('<path d="M0 0"/>')}`],
		['an instruction', `<?xml-stylesheet href="https://evil.example/a.css"?>${draw('<path d="M0 0"/>')}`],
		['a link, though not what it holds', draw('<a href="javascript:alert(1)"><path d="M0 0"/></a>')],
		['a link of old', draw(`<a xlink:href="https://evil.example"><path d="M0 0"/></a>`, xlink)],
		['an attribute that only looks like an event', draw('<path one="1" d="M0 0"/>')],
		[
			'another namespace',
			draw('<x:g xmlns:x="http://www.w3.org/1999/xhtml"><x:script>a()</x:script></x:g><path d="M0 0"/>'),
		],
		[
			'another namespace without a prefix',
			draw('<script xmlns="http://www.w3.org/1999/xhtml">a()</script><path d="M0 0"/>'),
		],
		[
			'a label of an encoding that makes no difference',
			`<?xml version="1.0" encoding="iso-8859-1"?>${draw('<path d="M0 0"/>')}`,
		],
		['a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><s:path d="M0 0"/></s:svg>'],
		['nothing, though the namespace was missing', '<svg viewBox="0 0 9 9"><path d="M0 0"/></svg>'],
	])('%s', (_, source) => {
		expect(rewritten(source)).toBe(
			`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"><path d="M0 0"></path></svg>`,
		);
	});

	it('fonts from elsewhere', () => {
		const css =
			'@import url("https://a.example/x.css"); @font-face { font-family: a; src: url(https://a.example/a.woff2) } .a{fill:red}';
		expect(contents(rewritten(draw(`<style>${css}</style>`))).words).toEqual(['.a{fill:red}']);
	});
});

describe('kept as it was written', () => {
	it.each([
		['words that look like tags', '<text><![CDATA[<script>"&]]></text>', ['<script>"&']],
		['entities, which stand for themselves', '<text>&a;&b;</text>', ['x&a;']],
	])('%s', (_, inside, words) => {
		const types = '<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b \'&amp;a;\'>]>';
		expect(
			contents(rewritten(types.replace('&amp;a;', '#a;').replace("'#a;'", "'*'") + draw(inside))).words.join(
				'',
			),
		).toBe(words.join('').replace('&a;', '*'));
	});

	it('line ends in attributes', () => {
		const { rewritten: written } = read(`<!DOCTYPE svg>${draw('<title lang="a&#10;b&quot;">x</title>')}`);
		expect(written).toContain('lang="a&#10;b&quot;"');
	});

	it('a picture inside', () => {
		const source = draw('<image width="1" height="1" href="data:image/png;base64,iVBORw0KGgo="/>');
		expect(read(source)).toEqual({ faults: [], rewritten: null });
	});
});

describe('refused', () => {
	it.each([
		['what a switch shows alone', '<switch><foreignObject><p/></foreignObject></switch>', '<foreignObject>'],
		[
			'a picture of another kind inside',
			'<image href="data:image/svg+xml;base64,AAAA"/>',
			'href="data:image/svg+xml;base64,AAAA"',
		],
		['a picture that is somewhere else', '<image href="anh.jpg"/>', 'href="anh.jpg"'],
		[
			'an import that comes of another',
			'<style>@imp@import x;ort "https://evil.example";</style>',
			'@import',
		],
		[
			'a font rule around a bracket',
			'<style>@font-face { src: url(https://evil.example/{a}) }</style>',
			'url(…)',
		],
		[
			'a data address where no picture is',
			'<use href="data:image/png;base64,AAAA"/>',
			'href="data:image/png;base64,AAAA"',
		],
	])('%s', (_, inside, what) => {
		expect(read(draw(inside)).faults.map((fault) => fault.what)).toContain(what);
	});

	it('an entity that would grow', () => {
		const nested = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
		expect(read(nested + draw('<text>&b;</text>')).faults.map((fault) => fault.what)).toEqual(['&b;']);
	});
});
