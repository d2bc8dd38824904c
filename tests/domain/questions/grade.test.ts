import { grade, verdict } from '#domain/questions/grade.ts';
import { questionKinds, type Answer, type Key, type PlainAnswer } from '#schemas/question.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asked, keys, type Kind } from './samples.ts';

describe('grade', () => {
	it.each<[Kind, Answer, boolean | 'partially', number]>([
		['single', 'b', true, 2],
		['single', 'a', false, 0],
		['single', { answer: 'b', confidence: 1 }, true, 2],
		['multiple', ['c', 'a'], true, 2],
		['multiple', ['a'], 'partially', 1],
		['multiple', ['a', 'b', 'c'], 'partially', 1],
		['multiple', ['b'], false, 0],
		['truefalse', false, true, 2],
		['truefalse', true, false, 0],
		['number', '3,6', true, 2],
		['number', '3.6', true, 2],
		['number', '3,61', false, 0],
		['number', '3.500', false, 0],
		['text', 'hà nội.', true, 2],
		['text', 'thủ đô  Hà Nội', true, 2],
		['text', 'ha noi', true, 2],
		['text', 'HA NOI', true, 2],
		['text', 'Ha Nội', false, 0],
		['text', 'Hà Noi', false, 0],
		['text', 'haf nooji', false, 0],
		['text', 'Hạ Nội', false, 0],
		['order', ['c', 'a', 'b'], true, 2],
		['order', ['a', 'c', 'b'], 'partially', 4 / 3],
		['order', ['c', 'b'], 'partially', 2 / 3],
		['order', ['c'], false, 0],
		['order', ['b', 'a', 'c'], false, 0],
		['match', { a: 'x', b: 'y', c: 'x' }, true, 2],
		['match', { a: 'x', b: 'z', c: 'y' }, 'partially', 2 / 3],
		['match', { a: 'x' }, 'partially', 2 / 3],
		['match', { a: 'z', b: 'z', c: 'z' }, false, 0],
		['match', { answer: { b: 'y' }, confidence: 3 }, 'partially', 2 / 3],
	])('grades %s %j as %s', (kind, answer, correct, score) => {
		expect(grade(asked[kind], keys[kind], answer, 'vi')).toEqual({ score, maxScore: 2, correct });
	});

	it.each(questionKinds)('gives no answer to a %s question nothing', (kind) => {
		const nothing = { score: 0, maxScore: 2, correct: false };
		expect(grade(asked[kind], keys[kind], null, 'vi')).toEqual(nothing);
		expect(grade(asked[kind], keys[kind], { answer: null, confidence: 3 }, 'vi')).toEqual(nothing);
	});

	it('reads numbers by the locale of the attempt', () => {
		const key: Key = { kind: 'number', low: 3500, high: 3500, shown: 3500 };
		expect(grade(asked.number, key, '3.500', 'vi').correct).toBe(true);
		expect(grade(asked.number, key, '3.500', 'km').correct).toBe(true);
		expect(grade(asked.number, key, '3.500', 'en').correct).toBe(false);
		expect(grade(asked.number, key, '3,500', 'en').correct).toBe(true);
	});

	it('takes words in the language of the attempt, and in any where that has none', () => {
		expect(grade(asked.text, keys.text, 'Hanoi', 'en').correct).toBe(true);
		expect(grade(asked.text, keys.text, 'Hanoi', 'vi').correct).toBe(false);
		expect(grade(asked.text, keys.text, 'Hà Nội', 'en').correct).toBe(false);
		expect(grade(asked.text, keys.text, 'Hanoi', 'km').correct).toBe(true);
		expect(grade(asked.text, keys.text, 'Hà Nội', 'km').correct).toBe(true);
		expect(grade(asked.text, { kind: 'text', accept: {} }, '', 'vi').correct).toBe(false);
	});

	it('takes words without diacritics unless they count, and says how they are written', () => {
		const told = (accept: string[], typed: string, marks?: true) =>
			verdict({
				question: asked.text,
				key: { kind: 'text', accept: { vi: accept }, ...(marks && { marks }) },
				feedback: { options: {} },
				answer: typed,
				locale: 'vi',
				show: 'verdict',
			});
		expect(told(['Đồng Tháp'], 'dong thap')).toMatchObject({ correct: true, written: ['Đồng Tháp'] });
		expect(told(['Đồng Tháp'], 'đồng tháp')).not.toHaveProperty('written');
		expect(told(['Đồng Tháp'], 'dong thap', true)).toEqual({ score: 0, maxScore: 2, correct: false });
		// Of words that differ by diacritics alone, the first is shown; words typed just so come before.
		expect(told(['má', 'mà', 'ma'], 'ma')).not.toHaveProperty('written');
		expect(told(['má', 'mà'], 'ma').written).toEqual(['má']);
		// Words that have none themselves are not stretched.
		expect(told(['ma'], 'má').correct).toBe(false);
		expect(told(['ភ្នំពេញ ១២'], 'ភ្នំពេញ 12')).toEqual({ score: 2, maxScore: 2, correct: true });
		expect(told(['mật khẩu 12'], 'mat khau ១២').correct).toBe(true);
	});

	it('takes words in full or wholly without diacritics, and nothing between', () => {
		const syllable = fc.constantFrom('hà', 'nội', 'đồng', 'tháp', 'số', 'mật', 'khẩu', 'ươm', 'an');
		const strip = (words: string) =>
			words
				.normalize('NFD')
				.replace(/[\u0300-\u036f]/g, '')
				.replaceAll('đ', 'd');
		const phrase = fc.array(fc.record({ word: syllable, bare: fc.boolean() }), {
			minLength: 1,
			maxLength: 6,
		});
		fc.assert(
			fc.property(phrase, fc.boolean(), (words, marks) => {
				const right = words.map(({ word }) => word).join(' ');
				const typed = words.map(({ word, bare }) => (bare ? strip(word) : word)).join(' ');
				const key: Key = { kind: 'text', accept: { vi: [right] }, ...(marks && { marks: true as const }) };
				const isRight = typed === right || (!marks && typed === strip(right));
				expect(grade(asked.text, key, typed, 'vi').correct).toBe(isRight);
			}),
			{ numRuns: 1000 },
		);
	});

	it('refuses a key of another kind', () => {
		expect(() => grade(asked.single, keys.text, 'b', 'vi')).toThrow(TypeError);
	});
});

describe('verdict', () => {
	const feedback = {
		options: { a: 'Ai cũng đoán ra.', b: 'Khó đoán.', true: 'Đọc lại nhé.' },
		explanation: 'Dài thì khó đoán.',
	};
	const tell = (kind: Kind, answer: Answer, show: 'all' | 'verdict') =>
		verdict({ question: asked[kind], key: keys[kind], feedback, answer, locale: 'vi', show });

	it('shows points, right or wrong, and feedback of what was chosen, and no more', () => {
		expect(tell('single', 'a', 'verdict')).toEqual({
			score: 0,
			maxScore: 2,
			correct: false,
			feedback: 'Ai cũng đoán ra.',
		});
		expect(tell('multiple', ['b', 'a'], 'verdict').feedback).toBe('Ai cũng đoán ra.\nKhó đoán.');
		expect(tell('multiple', ['b', 'a'], 'verdict').remarks).toEqual([
			{ option: 'a', text: 'Ai cũng đoán ra.' },
			{ option: 'b', text: 'Khó đoán.' },
		]);
		expect(tell('truefalse', true, 'verdict').feedback).toBe('Đọc lại nhé.');
	});

	it.each<[Kind, Answer]>([
		['single', 'c'],
		['single', null],
		['multiple', []],
		['truefalse', false],
		['number', '3,5'],
		['text', 'Huế'],
	])('leaves feedback out where the author wrote none: %s %j', (kind, answer) => {
		expect(tell(kind, answer, 'verdict')).not.toHaveProperty('feedback');
		expect(tell(kind, answer, 'verdict')).not.toHaveProperty('remarks');
	});

	it.each<[Kind, PlainAnswer]>([
		['single', 'b'],
		['multiple', ['a', 'c']],
		['truefalse', false],
		['number', 3.5],
		['text', 'Hà Nội'],
	])('shows explanation and solution of a %s question: %j', (kind, solution) => {
		expect(tell(kind, null, 'all')).toEqual({
			score: 0,
			maxScore: 2,
			correct: false,
			explanation: 'Dài thì khó đoán.',
			solution,
		});
	});

	it('is not led astray by an option id that objects have of their own', () => {
		const told = verdict({
			question: { kind: 'single', points: 1, options: ['constructor'] },
			key: { kind: 'single', right: 'constructor' },
			feedback: { options: {} },
			answer: 'constructor',
			locale: 'vi',
			show: 'verdict',
		});
		expect(told).toEqual({ score: 1, maxScore: 1, correct: true });
	});

	it('gives feedback to an answer with confidence', () => {
		expect(tell('single', { answer: 'b', confidence: 2 }, 'all')).toMatchObject({
			correct: true,
			feedback: 'Khó đoán.',
		});
	});
});
