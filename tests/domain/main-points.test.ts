import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mainPoints } from '#domain/main-points.ts';
import { plainText } from '#domain/text.ts';
import type { Node } from '#schemas/node.ts';

const el = (name: string, ...children: Node[]) => ({ name, children }) as Node;
const steps = (...items: Node[][]) => el('Steps', el('ol', ...items.map((item) => el('li', ...item))));
const room = { lines: 20, across: 60 };
const long =
	'Bấm giữ nút nguồn cho tới khi màn hình hiện ra mấy nút lớn, rồi chờ thêm một lát cho máy nghỉ hẳn, đừng bấm gì khác trong lúc đó';

describe('the main points of a lesson', () => {
	it('are its headings with their steps, in the lesson’s own words', () => {
		const nodes = [
			el('p', 'Chào bác.'),
			el('h2', 'Bật ', el('em', 'máy')),
			steps(['Cầm máy.'], [el('p', 'Bấm ', el('strong', 'nút nguồn'), '.')]),
			el('h2', 'Cho màn hình nghỉ'),
			el('p', 'Bấm một cái.'),
		];
		expect(mainPoints(nodes, room)).toEqual([
			{ title: 'Bật máy', steps: ['Cầm máy.', 'Bấm nút nguồn.'] },
			{ title: 'Cho màn hình nghỉ', steps: [] },
		]);
	});

	it.each<[string, Node[], string[]]>([
		[
			'a bold beginning that is a sentence',
			[el('strong', 'Vai trò.'), ` AI viết với tư cách ai? ${long}`],
			['Vai trò.'],
		],
		['a bold beginning with a colon', [el('p', el('strong', 'Giới hạn:'), ` ${long}`)], ['Giới hạn']],
		['a bold word within a sentence', [el('strong', 'Chạm'), ' vào nút xanh.'], ['Chạm vào nút xanh.']],
		['the first sentence of a long line', [`Lau tay cho khô. ${long}`], ['Lau tay cho khô.']],
		['the first of several lines', [el('p', 'Mở máy.'), el('p', long)], ['Mở máy.']],
		['nothing where a sentence is too long', [long], []],
	])('say of a step %s', (_, step, said) => {
		expect(mainPoints([el('h2', 'Tựa'), steps(step)], room)).toEqual([{ title: 'Tựa', steps: said }]);
	});

	it('leave out the steps of what has no room, whole sections at a time', () => {
		const nodes = [
			el('h2', 'Một'),
			steps(['a'.repeat(40)], ['b'.repeat(60)]),
			el('h2', 'Hai'),
			steps(['c'.repeat(101)]),
			el('h2', 'Ba'),
			steps(['d'.repeat(15)]),
		];
		expect(mainPoints(nodes, { lines: 7, across: 50 }).map((point) => point.steps.length)).toEqual([2, 0, 1]);
	});

	it('of a lesson without headings are its steps, or nothing', () => {
		expect(mainPoints([el('p', 'x'), steps(['Mở.'])], room)).toEqual([{ title: null, steps: ['Mở.'] }]);
		expect(mainPoints([el('p', 'x')], room)).toEqual([]);
	});

	it('never say what the lesson does not, and keep to the room that is left by the headings', () => {
		const text = fc.stringMatching(/^[a-zạ .?!]{0,140}$/);
		const section = fc.record({ title: text, items: fc.array(text, { maxLength: 6 }) });
		fc.assert(
			fc.property(fc.array(section, { maxLength: 6 }), fc.integer({ min: 0, max: 30 }), (sections, lines) => {
				const nodes = sections.flatMap(({ title, items }) => [
					el('h2', title),
					steps(...items.map((item) => [item])),
				]);
				const words = plainText(nodes);
				const points = mainPoints(nodes, { lines, across: 40 });
				for (const { title, steps: said } of points)
					for (const one of [title ?? '', ...said]) expect(words).toContain(one);
				const taken = (texts: (string | null)[]) =>
					texts.reduce((sum, text) => sum + Math.ceil((text ?? '').length / 40), 0);
				expect(taken(points.flatMap((point) => point.steps))).toBeLessThanOrEqual(
					Math.max(0, lines - taken(points.map(({ title }) => title))),
				);
			}),
		);
	});
});
