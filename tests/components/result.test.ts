import { expect, it } from 'vitest';
import { passInWords, scoreInWords } from '#lib/quiz/points.ts';
import { describeResult, waitingIn } from '#lib/quiz/result.ts';
import { messagesFor } from '#messages/index.ts';
import type { Attempt, Submission } from '#schemas/attempt.ts';

it.each([
	[0.145, 3, 0.44],
	[0.8, 10, 8],
	[2 / 3, 1, 0.67],
])('what passes at a share of %d of %d points is said as points are', (pass, maxScore, need) => {
	const attempt = { questions: [], pass } as unknown as Attempt;
	const submission = { verdicts: {}, score: 0, maxScore, passed: false } as unknown as Submission;
	expect(describeResult(attempt, submission).need).toBe(need);
});

it.each([
	['vi', 4, 5, true, 'đúng 4 trên 5 câu'],
	['vi', 2, 5, false, '2 trên 5 điểm'],
	['vi', 2.33, 5, true, 'khoảng 46% số điểm'],
	['vi', 4.999, 5, true, 'khoảng 99% số điểm'],
	['vi', 1, 2.5, false, 'khoảng 40% số điểm'],
	['km', 4, 5, true, 'ត្រូវ 4 ក្នុងចំណោម 5 សំណួរ'],
	['km', 2.33, 5, true, 'ប្រហែល 46% នៃពិន្ទុ'],
	['en', 1, 1, true, '1 of 1 question right'],
	['en', 2.33, 5, true, 'about 46% of the points'],
] as const)(
	'in %s %d of %d points, one a question: %s, is “%s”: no share of a point is shown',
	(locale, score, maxScore, onePointEach, said) => {
		expect(scoreInWords(messagesFor(locale).question, locale, { score, maxScore, onePointEach })).toBe(said);
	},
);

it.each([
	['vi', 0.7, 8, true, false, 'đúng từ 6 trên 8 câu'],
	['vi', 0.7, 10, true, true, 'đúng từ 7 câu'],
	['vi', 0.7, 8, false, false, 'được từ 70% số điểm'],
	['en', 0.6, 5, true, false, 'at least 3 of 5 questions right'],
] as const)(
	'in %s a pass mark of %d over %d questions is said as scores are',
	(locale, pass, questions, onePointEach, brief, said) => {
		const quiz = { pass, questions, onePointEach };
		expect(passInWords(messagesFor(locale).question, locale, quiz, { brief })).toBe(said);
	},
);

it('which questions wait for a person is said where it can be told', () => {
	const essay = (id: string) => ({ id, kind: 'essay' });
	const questions = [essay('a'), essay('b'), essay('c'), { id: 'd', kind: 'single' }];
	const answers = {
		a: { answer: { text: 'Một' } },
		b: { answer: { text: 'Hai' } },
		c: { answer: { text: ' ' } },
	};
	const of = (verdicts: object, waiting: number) =>
		waitingIn({ questions, answers } as unknown as Attempt, { verdicts, waiting } as unknown as Submission);
	expect(of({ a: { correct: null }, b: { correct: null }, c: { correct: false } }, 2)).toEqual(['a', 'b']);
	expect(of({ a: { correct: true }, b: { correct: null } }, 1)).toEqual(['b']);
	// Nothing is told of any question.
	expect(of({}, 1)).toEqual([]);
});

it('a question that was dropped since is none of those that count', () => {
	const questions = ['a', 'b', 'c'].map((id) => ({ id, kind: 'single', points: 1 }));
	const verdicts = {
		a: { score: 1, maxScore: 1, correct: true },
		b: { score: 1, maxScore: 1, correct: true },
		c: { score: 0, maxScore: 0, correct: false },
	};
	const attempt = { questions, pass: 0.5 } as unknown as Attempt;
	const submission = { verdicts, score: 2, maxScore: 2, passed: true } as unknown as Submission;
	expect(describeResult(attempt, submission)).toMatchObject({ right: 2, of: 2, need: 1, isPerfect: true });
});
