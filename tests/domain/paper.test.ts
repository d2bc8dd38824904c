/** What is typed from a sheet, and the numbers of forms. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	leftOutOfPaper,
	paperNumberFrom,
	readPaperAnswer,
	readPaperNumber,
	writePaperAnswer,
	type Printed,
} from '#domain/paper.ts';
import { rules } from '#domain/questions/grade.ts';
import { questionKinds, type QuestionKind } from '#schemas/names.ts';
import type { Question } from '#schemas/question.ts';

const options = (ids: string) => [...ids].map((id) => ({ id: `o-${id}`, content: [id] }));
const printed = (kind: QuestionKind): Printed =>
	({
		kind,
		options: options('xyz'),
		...(['match', 'group', 'matrix'].includes(kind) && { targets: options('pq') }),
		...(kind === 'blanks' && { blanks: [{ id: 'one' }, { id: 'two', options: options('uv') }] }),
	}) as Printed;

describe('what is typed from a sheet', () => {
	it.each([
		['single', ' B ', 'o-y'],
		['single', '-', null],
		['hotspot', 'c', 'o-z'],
		['multiple', 'c, a', ['o-z', 'o-x']],
		['truefalse', 'Đ', true],
		['truefalse', 's', false],
		['truefalse', 'A', true],
		['number', ' 3,5 ', '3,5'],
		['text', 'Hà Nội ', 'Hà Nội'],
		['order', 'cab', ['o-z', 'o-x', 'o-y']],
		['order', 'c', ['o-z', null, null]],
		['match', 'b-a', { 'o-x': 'o-q', 'o-z': 'o-p' }],
		['group', 'a a b', { 'o-x': 'o-p', 'o-y': 'o-p', 'o-z': 'o-q' }],
		['matrix', 'bbb', { 'o-x': 'o-q', 'o-y': 'o-q', 'o-z': 'o-q' }],
		['blanks', 'Hà Nội; B', { one: 'Hà Nội', two: 'o-v' }],
		['blanks', '; b', { two: 'o-v' }],
	] as const)('of %s “%s” is read', (kind, typed, answer) => {
		expect(readPaperAnswer(printed(kind), typed)).toEqual({ ok: true, answer });
	});

	it.each([
		['single', 'ab', 'one'],
		['single', 'd', 'letters'],
		['multiple', 'aa', 'letters'],
		['truefalse', 'x', 'truth'],
		['order', 'aab', 'letters'],
		['order', 'abca', 'places'],
		['match', 'ab', 'places'],
		['group', 'abc', 'letters'],
		['blanks', 'Hà Nội', 'parts'],
		['blanks', 'Hà Nội; x', 'letters'],
	] as const)('of %s “%s” is no answer, and it is said why', (kind, typed, why) => {
		expect(readPaperAnswer(printed(kind), typed)).toMatchObject({ ok: false, why });
	});

	it('never throws, is written as it is read, and what is read the kind itself can read', () => {
		const kinds = questionKinds.filter((kind) => kind !== 'essay' && kind !== 'file');
		const typed = fc.oneof(fc.string(), fc.stringMatching(/^[abcd;|, -]{0,6}$/));
		fc.assert(
			fc.property(fc.constantFrom(...kinds), typed, (kind, text) => {
				const question = printed(kind);
				const read = readPaperAnswer(question, text);
				if (!read.ok || read.answer === null) return;
				const ids = (of: readonly { id: string }[] = []) => of.map(({ id }) => id);
				const asked = {
					kind,
					options: ids(question.options),
					...(question.targets && { targets: ids(question.targets) }),
					...(question.blanks && {
						blanks: question.blanks.map((blank) => ({
							id: blank.id,
							...(blank.options && { options: ids(blank.options) }),
						})),
					}),
				};
				if (kind !== 'number')
					expect(rules[kind].read(read.answer as never, asked as never, 'vi').ok).toBe(true);
				if (kind === 'text' || kind === 'number' || kind === 'blanks') return;
				const again = readPaperAnswer(question, writePaperAnswer(question, read.answer as never));
				expect(again).toEqual(read);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('what can be on paper', () => {
	const question = (more: object) =>
		({ kind: 'single', body: [], options: options('ab'), ...more }) as unknown as Question;

	it.each([
		[{}, null],
		[{ kind: 'file' }, 'kind'],
		[{ kind: 'essay' }, 'kind'],
		[{ body: [{ name: 'p', children: [{ name: 'Audio', attrs: { src: 'a.mp3' } }] }] }, 'media'],
		[{ case: { id: 'c', title: 'c', content: [{ name: 'Video' }] } }, 'media'],
		[{ options: Array.from({ length: 27 }, (_, n) => ({ id: `o${n}`, content: [] })) }, 'long'],
	])('%j: %s', (more, why) => {
		expect(leftOutOfPaper(question(more))).toBe(why);
	});
});

describe('the number of a form', () => {
	const numbers = fc.uint8Array({ minLength: 4, maxLength: 4 }).map(paperNumberFrom);

	it('is read as people type it', () => {
		fc.assert(
			fc.property(numbers, (number) => {
				expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]$/);
				expect(readPaperNumber(number)).toBe(number);
				expect(readPaperNumber(` ${number.toLowerCase().replace('-', ' ').replaceAll('0', 'o')}`)).toBe(
					number,
				);
			}),
		);
	});

	it('is none where one symbol is another', () => {
		fc.assert(
			fc.property(
				numbers,
				fc.constantFrom(0, 1, 2, 3, 4, 6),
				fc.integer({ min: 1, max: 31 }),
				(number, at, by) => {
					const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
					const other = alphabet[(alphabet.indexOf(number[at]!) + by) % 32]!;
					expect(readPaperNumber(number.slice(0, at) + other + number.slice(at + 1))).toBeNull();
				},
			),
		);
	});

	it('takes four bytes', () => {
		expect(() => paperNumberFrom(new Uint8Array(3))).toThrow(RangeError);
	});
});
