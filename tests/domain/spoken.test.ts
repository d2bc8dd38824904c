import { describe, expect, it } from 'vitest';
import { spokenBlocks } from '#domain/spoken.ts';
import type { Node } from '#schemas/node.ts';

const p = (...children: Node[]): Node => ({ name: 'p', children });
const link = (href: string, words: string): Node => ({ name: 'a', attrs: { href }, children: [words] });

const read = (...nodes: Node[]) =>
	spokenBlocks('Một', nodes)
		.slice(1)
		.map(({ cue, text }) => `${cue} ${text}`);

describe('what is read aloud of a lesson', () => {
	it('begins with the title, under a name of its own', () => {
		expect(spokenBlocks(' Gọi  và nghe ', [])).toEqual([{ cue: 'title', text: 'Gọi và nghe', node: null }]);
	});

	it('is every paragraph, heading and item, numbered in the order of the text', () => {
		const list: Node = {
			name: 'ol',
			children: [
				{ name: 'li', children: ['Mở ', { name: 'strong', children: ['Zalo'] }, '.'] },
				{ name: 'li', children: [p('Chạm tên.'), p('Chờ.')] },
				{ name: 'li', children: ['Ngoài', { name: 'ul', children: [{ name: 'li', children: ['Trong'] }] }] },
			],
		};
		expect(read({ name: 'h2', children: ['Các bước'] }, list, p('Xong.'))).toEqual([
			'1 Các bước',
			'2 Mở Zalo.',
			'3 Chạm tên.',
			'4 Chờ.',
			'5 Ngoài',
			'6 Trong',
			'7 Xong.',
		]);
	});

	it('reads the title of a box before what stands in it', () => {
		const box: Node = { name: 'Tip', attrs: { title: 'Mẹo' }, children: [p('Chữ to.'), p('Đèn sáng.')] };
		expect(read(box)).toEqual(['1 Mẹo. Chữ to.', '2 Đèn sáng.']);
	});

	it('says what a picture shows, and its caption where that is another', () => {
		const figure = (attrs: Record<string, string>): Node => ({ name: 'Figure', attrs });
		expect(
			read(figure({ alt: 'Một nút', caption: 'Nút gọi' }), figure({ alt: 'Nút', caption: 'Nút' })),
		).toEqual(['1 Một nút. Nút gọi', '2 Nút']);
	});

	it('reads a table row by row', () => {
		const cell = (words: string): Node => ({ name: 'td', children: [words] });
		const row: Node = { name: 'tr', children: [cell('Gạo'), cell(''), cell('20.000')] };
		expect(read({ name: 'table', children: [{ name: 'tbody', children: [row] }] })).toEqual([
			'1 Gạo, 20.000',
		]);
	});

	it('leaves out questions, films, code, the numbers of notes, and what has no words', () => {
		const note: Node = { name: 'sup', children: [link('#n-1', '1')] };
		expect(
			read(
				{ name: 'Check', attrs: { question: 'a' } },
				{ name: 'Video', attrs: { title: 'Phim' }, children: [p('Lời')] },
				{ name: 'pre', children: [{ name: 'code', children: ['x'] }] },
				{ name: 'hr' },
				p('…'),
				p('Nước sôi', note, '.', link('#n-1-ref', '↩'), link('https://vi.wikipedia.org', 'đọc thêm')),
			),
		).toEqual(['1 Nước sôi.đọc thêm']);
	});

	it('gives each block the element that shows it', () => {
		const first = p('a');
		const second: Node = { name: 'h2', children: ['b'] };
		expect(spokenBlocks('t', [first, second]).map(({ node }) => node)).toEqual([null, first, second]);
	});
});
