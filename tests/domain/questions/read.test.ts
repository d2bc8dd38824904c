import { readAnswer, rules } from '#domain/questions/grade.ts';
import { questionKinds, type PlainAnswer } from '#schemas/question.ts';
import { describe, expect, it } from 'vitest';
import { asked, type Kind } from './samples.ts';

describe('readAnswer', () => {
	it('knows every kind', () => {
		expect(Object.keys(rules).sort()).toEqual([...questionKinds].sort());
	});

	it.each<[Kind, PlainAnswer, PlainAnswer]>([
		['single', 'b', 'b'],
		['single', null, null],
		['single', '', null],
		['multiple', ['a', 'c'], ['a', 'c']],
		['multiple', ['c', 'a', 'c'], ['c', 'a']],
		['multiple', [], []],
		['multiple', null, null],
		['truefalse', true, true],
		['truefalse', false, false],
		['truefalse', null, null],
		['number', 3.5, 3.5],
		['number', '3,5', 3.5],
		['number', '3.500', 3500],
		['number', 0, 0],
		['number', '', null],
		['number', ' \u200b ', null],
		['number', null, null],
		['text', ' Hà Nội ', 'Hà Nội'],
		['text', 'Ha\u0300 No\u0323\u0302i', 'Hà Nội'],
		['text', '', null],
		['text', ' \u200b ', null],
		['text', '?', '?'],
		['text', null, null],
		['order', ['b', 'a'], ['b', 'a']],
		['order', [], null],
		['order', null, null],
		['match', { a: 'x', b: 'x' }, { a: 'x', b: 'x' }],
		['match', {}, null],
		['match', null, null],
		['blanks', { a: 'Hà Nội', b: 'x' }, { a: 'Hà Nội', b: 'x' }],
		['blanks', { a: ' Hà Nội ' }, { a: 'Hà Nội' }],
		['blanks', {}, null],
		['essay', { text: '  Tôi ha\u0323t lúa.\n ' }, { text: '  Tôi hạt lúa.' }],
		['essay', { text: ' \n ' }, null],
		['essay', null, null],
	])('reads %s %j as %j', (kind, answer, read) => {
		expect(readAnswer(asked[kind], answer, 'vi')).toEqual({ ok: true, answer: read });
	});

	it.each<[Kind, PlainAnswer, string]>([
		['single', 'z', 'unknown-option'],
		['single', 'A', 'unknown-option'],
		['single', 'constructor', 'unknown-option'],
		['single', ['a'], 'wrong-type'],
		['single', 1, 'wrong-type'],
		['single', true, 'wrong-type'],
		['multiple', 'a', 'wrong-type'],
		['multiple', true, 'wrong-type'],
		['multiple', ['a', 'z'], 'unknown-option'],
		['multiple', ['a', 'b', 'c', 'z'], 'unknown-option'],
		['multiple', ['a', 'b', 'c', 'a'], 'too-many'],
		['truefalse', 'true', 'wrong-type'],
		['truefalse', 1, 'wrong-type'],
		['truefalse', [], 'wrong-type'],
		['number', 'ba rưỡi', 'not-a-number'],
		['number', NaN, 'not-a-number'],
		['number', Infinity, 'not-a-number'],
		['number', true, 'wrong-type'],
		['number', ['3'], 'wrong-type'],
		['text', 5, 'wrong-type'],
		['text', { a: 'x' }, 'wrong-type'],
		['single', { a: 'x' }, 'wrong-type'],
		['order', 'a', 'wrong-type'],
		['order', { a: 'x' }, 'wrong-type'],
		['order', ['a', 'z'], 'unknown-option'],
		['order', ['a', 'a'], 'repeated'],
		['match', ['a'], 'wrong-type'],
		['match', 'a', 'wrong-type'],
		['match', { z: 'x' }, 'unknown-option'],
		['match', { a: 'a' }, 'unknown-option'],
		['match', { constructor: 'x' }, 'unknown-option'],
		['match', 5, 'wrong-type'],
		['match', true, 'wrong-type'],
		['blanks', { a: 5 } as unknown as PlainAnswer, 'wrong-type'],
		['blanks', { b: 'z' }, 'unknown-option'],
		['blanks', { z: 'x' }, 'unknown-option'],
		['essay', 'chữ', 'wrong-type'],
		['essay', 5, 'wrong-type'],
		['essay', ['chữ'], 'wrong-type'],
		['essay', {}, 'wrong-type'],
		['essay', { text: 5 } as unknown as PlainAnswer, 'wrong-type'],
		['essay', { text: 'chữ', more: 'x' }, 'wrong-type'],
		['text', ['a'], 'wrong-type'],
		['text', false, 'wrong-type'],
	])('refuses %s %j: %s', (kind, answer, reason) => {
		expect(readAnswer(asked[kind], answer, 'vi')).toEqual({ ok: false, reason });
	});

	it('keeps the confidence, with an answer and without', () => {
		expect(readAnswer(asked.number, { answer: '3,5', confidence: 3 }, 'vi')).toEqual({
			ok: true,
			answer: 3.5,
			confidence: 3,
		});
		expect(readAnswer(asked.single, { answer: null, confidence: 1 }, 'vi')).toEqual({
			ok: true,
			answer: null,
			confidence: 1,
		});
		expect(readAnswer(asked.single, { answer: 'z', confidence: 1 }, 'vi')).toEqual({
			ok: false,
			reason: 'unknown-option',
		});
	});

	it('leaves option ids unchecked where none are given', () => {
		expect(readAnswer({ kind: 'single' }, 'z', 'vi')).toEqual({ ok: true, answer: 'z' });
		expect(readAnswer({ kind: 'multiple' }, ['z', 'y'], 'vi')).toEqual({ ok: true, answer: ['z', 'y'] });
	});

	it('knows confidence by its own key: things to match may be called answer', () => {
		const question = { kind: 'match', options: ['answer', 'confidence'], targets: ['x'] } as const;
		const plain = { answer: 'x', confidence: 'x' };
		expect(readAnswer(question, plain, 'vi')).toEqual({ ok: true, answer: plain });
		expect(readAnswer(question, { answer: plain, confidence: 1 }, 'vi')).toEqual({
			ok: true,
			answer: plain,
			confidence: 1,
		});
	});
});
