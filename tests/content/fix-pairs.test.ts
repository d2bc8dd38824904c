import { describe, expect, it } from 'vitest';
import { sourceMark } from '#content/fix.ts';
import { compile, fixed, quiz, type Files } from './helpers.ts';

const file = 'demo/vi/02-hoi.quiz.md';
const translation = 'demo/km/02-hoi.quiz.md';
const match = (...lines: string[]) => quiz(`## A {#q .match}\n${lines.join('\n')}\n`);
const linesOf = (files: Files, path = file) => String(files[path]).trimEnd().split('\n').slice(7);
const idsOf = (files: Files) => [...String(files[file]).matchAll(/\{#([^\s{}]+)\}/g)].map(([, id]) => id);

/** `--fix` has written all that was missing, and nothing that is wrong. */
async function expectRight(files: Files) {
	const { errors, fixes } = await compile(files);
	expect(errors).toEqual([]);
	expect(fixes).toEqual([]);
}

describe('--fix on pairs', () => {
	it.each([
		['as they are mostly written', '- Một con => Gà', '- Một con {#mot-con} => Gà {#ga}'],
		['without blanks', '-  Một con=>Gà', '-  Một con {#mot-con}=>Gà {#ga}'],
		['with tabs and blanks at the end', '*\tMột con\t=>\tGà \t', '*\tMột con {#mot-con}\t=>\tGà {#ga} \t'],
		['with the left id there', '- Một con {#x} => Gà', '- Một con {#x} => Gà {#ga}'],
		['with the right id there', '- Một con => Gà {#x}', '- Một con {#mot-con} => Gà {#x}'],
		['in several lines', '- Một con => Gà\n  mái', '- Một con {#mot-con} => Gà {#ga-mai}\n  mái'],
		['with marks', '- **Một** con => [Gà](https://example.org)', '- **Một** con {#mot-con} => [Gà](https://example.org) {#ga}'], // prettier-ignore
		['with arrows of their own', '- Một con => Gà => vịt', '- Một con {#mot-con} => Gà => vịt {#ga-vit}'],
	])('%s', async (_, line, wanted) => {
		const after = await fixed(match(line, '- Hai {#hai} => Chó {#cho}', '- => Mèo {#meo}'));
		expect(linesOf(after)).toEqual([...wanted.split('\n'), '- Hai {#hai} => Chó {#cho}', '- => Mèo {#meo}']);
		await expectRight(after);
	});

	it('keeps line ends and the mark of the encoding', async () => {
		const files = match('- Gà => Hai chân', '- Chó => Bốn chân', '- => Sáu chân');
		const raw = `\uFEFF${String(files[file]).replaceAll('\n', '\r\n')}`;
		const after = await fixed({ ...files, [file]: raw });
		expect(after[file]).toBe(
			raw
				.replace('- Gà => Hai chân', '- Gà {#ga} => Hai chân {#hai-chan}')
				.replace('- Chó => Bốn chân', '- Chó {#cho} => Bốn chân {#bon-chan}')
				.replace('- => Sáu chân', '- => Sáu chân {#sau-chan}'),
		);
		await expectRight(after);
	});

	it('gives the same words on the right one id, that of the author where there is one', async () => {
		const after = await fixed(
			match('- Gà => Hai chân', '- Vịt => hai  chân', '- Chó => Bốn', '- Mèo => Bốn {#x}'),
		);
		expect(linesOf(after)).toEqual([
			'- Gà {#ga} => Hai chân {#hai-chan}',
			'- Vịt {#vit} => hai  chân {#hai-chan}',
			'- Chó {#cho} => Bốn {#x}',
			'- Mèo {#meo} => Bốn {#x}',
		]);
		await expectRight(after);
	});

	it('gives no id twice where both sides have the same words', async () => {
		const after = await fixed(match('- Gà => Chó', '- Chó => Gà', '- Vịt => Vịt'));
		expect(new Set(idsOf(after)).size).toBe(6);
		await expectRight(after);
	});

	it.each([
		['numbers', '- Hai => 2', '- Ba => 3', '- Bốn => 4'],
		['letters', '- Một => A', '- Hai => B', '- Ba => C'],
		['words with a number', '- Một => Bước 1', '- Hai => Bước 2', '- Ba => Bước 3'],
		['another script', '- ក => មាន់', '- ខ => ឆ្កែ', '- គ => ឆ្មា'],
		['marks alone that differ', '- Một => ma', '- Hai => má', '- Ba => mà'],
		['the same beginning', ...['một', 'hai'].map((end) => `- Số ${end} => ${'dài '.repeat(15)}${end}`)],
	])('writes ids that do not tell the order: %s', async (_, ...lines) => {
		const after = await fixed(match(...lines));
		const turned = await fixed(match(...lines.toReversed()));
		expect(linesOf(turned).sort()).toEqual(linesOf(after).sort());
		await expectRight(after);
		await expectRight(turned);
	});

	it('writes nothing over an id that is wrong, on either side', async () => {
		const lines = ['- Gà {#Gà} => Hai {#hai}', '- Chó {#cho} => Bốn {#Bốn}'];
		expect(linesOf(await fixed(match(...lines)))).toEqual(lines);
	});

	it.each([
		['- Gà {#ga} => Hai {#hai}', '- Chó {#cho} => Bốn {#bon}', '- => Sáu {#sau}'],
		['*   Gà {#ga}=>Hai\t{#hai}  ', '+ Chó {#cho}  =>  Bốn {#bon}\n  chân', '', '-\t=> Sáu\n   chân {#sau}'],
		['- Gà { #ga } => Hai { #hai }', '- Vịt {#vit} => Hai {#hai}', '- Chó {#cho} => => {#bon}'],
	])('leaves alone what is right: %s', async (...lines) => {
		const files = match(...lines);
		await expectRight(files);
		expect(await fixed(files)).toEqual(files);
	});
});

describe('--fix on things to put in order', () => {
	it.each([
		['numbers', '2', '3', '4'],
		['another script', 'មាន់', 'ឆ្កែ', 'ឆ្មា'],
		['marks alone that differ', 'ma', 'má', 'mà'],
	])('writes ids that do not tell the order: %s', async (_, ...words) => {
		const order = (each: string[]) =>
			fixed(quiz(`## A {#q .order}\n${each.map((one, index) => `${index + 1}. ${one}`).join('\n')}\n`));
		const [after, turned] = [await order(words), await order(words.toReversed())];
		const bare = (each: Files) => linesOf(each).map((line) => line.replace(/^\d\. /, ''));
		expect(bare(turned).sort()).toEqual(bare(after).sort());
		await expectRight(after);
	});
});

describe('--fix on pairs of a translation', () => {
	const source = match('- Gà {#ga} => Hai {#hai}', '- Chó {#cho} => Bốn {#bon}', '- => Sáu {#sau}');
	const translated = async (...lines: string[]) => {
		const files = {
			...source,
			'demo/km/01-mot.md': '---\nid: mot\ntitle: ក\n---\n\nក\n',
			[translation]: `---\nid: hoi\ntitle: សួរ\nkind: practice\n---\n\n## ក {#q .match}\n${lines.join('\n')}\n`,
		};
		const after = await fixed(files);
		return { lines: linesOf({ [translation]: String(after[translation]).replace(/^source: .*\n/m, '') }, translation), after };
	}; // prettier-ignore

	it('takes the ids of its source, pair by pair', async () => {
		const { lines, after } = await translated('- មាន់ => ២', '- ឆ្កែ => ៤', '- => ៦');
		expect(lines).toEqual(['- មាន់ {#ga} => ២ {#hai}', '- ឆ្កែ {#cho} => ៤ {#bon}', '- => ៦ {#sau}']);
		await expectRight(after);
	});

	it.each([
		['a decoy at the head', ['- => ៦', '- មាន់ => ២', '- ឆ្កែ => ៤'], ['- => ៦ {#sau}', '- មាន់ {#ga} => ២ {#hai}', '- ឆ្កែ {#cho} => ៤ {#bon}']],
		['pairs the other way round', ['- ឆ្កែ {#cho} => ៤', '- មាន់ {#ga} => ២', '- => ៦'], ['- ឆ្កែ {#cho} => ៤ {#bon}', '- មាន់ {#ga} => ២ {#hai}', '- => ៦ {#sau}']],
		['a pair too few', ['- មាន់ {#ga} => ២', '- => ៦'], ['- មាន់ {#ga} => ២ {#hai}', '- => ៦ {#sau}']],
		['an id that stands elsewhere', ['- មាន់ {#cho} => ៤', '- ឆ្កែ => ២', '- => ៦ {#hai}'], ['- មាន់ {#cho} => ៤ {#bon}', '- ឆ្កែ => ២', '- => ៦ {#hai}']],
		['ids that are wrong', ['- មាន់ {#Ga} => ២', '- ឆ្កែ {#cho} => ៤ {#Bon}', '- => ៦'], ['- មាន់ {#Ga} => ២', '- ឆ្កែ {#cho} => ៤ {#Bon}', '- => ៦ {#sau}']],
	])('gives a right-hand side the id that its left has in the source: %s', async (_, lines, wanted) => {
		expect((await translated(...lines)).lines).toEqual(wanted);
	}); // prettier-ignore

	it('has the same source before and after ids were written', () => {
		const bare = '## A {#q .match}\n- Gà=>Hai\n- Chó => Bốn\n- => Sáu\n';
		const written = bare
			.replace('Gà=>Hai', 'Gà {#ga}=>Hai {#hai}')
			.replace('Chó => Bốn', 'Chó {#cho} => Bốn {#bon}')
			.replace('Sáu', 'Sáu {#sau}');
		expect(sourceMark(written)).toBe(sourceMark(bare));
	});
});

describe('--fix on a translation', () => {
	it('writes no id that stands elsewhere already', async () => {
		const files = {
			...quiz('## A {#a}\n= true\n\n## B {#b}\n- [x] x {#x}\n- [ ] y {#y}\n'),
			'demo/km/01-mot.md': '---\ntitle: ក\n---\n\n<Try>\nក\n</Try>\n\n<Try id="co">\nខ\n</Try>\n',
			'demo/km/03-ba.md':
				'---\nid: mot\ntitle: ក\n---\n\n<Try id="co">\nក\n</Try>\n\n<Try id="khong">\nខ\n</Try>\n',
			'demo/vi/01-mot.md':
				'---\nid: mot\ntitle: A\n---\n\n<Try id="co">\na\n</Try>\n\n<Try id="khong">\nb\n</Try>\n',
			[translation]:
				'---\nid: hoi\ntitle: សួរ\nkind: practice\n---\n\n## ខ {#b}\n- [x] y\n- [ ] x {#x}\n\n## ក\n= true\n',
		};
		const { fixes } = await compile(files);
		expect(fixes.filter(({ insert }) => !insert.startsWith('source: '))).toEqual([]);
	});
});
