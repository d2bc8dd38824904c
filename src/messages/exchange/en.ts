import type { ExchangeMessages } from './vi.ts';

export const en: ExchangeMessages = {
	needQuiz: 'A quiz file is needed. Example: grade test.quiz.md --answers answers.json',
	needAnswers: 'A file of answers is needed. Example: grade test.quiz.md --answers answers.json',
	unreadable: (p) => `The file ${p.file} cannot be read.`,
	tooBig: (p) => `The file ${p.file} is too big: at most ${p.limit.toLocaleString('en')} KB.`,
	notJson: (p) => `${p.file}:${p.line}:${p.column}: this is not valid JSON.`,
	notAnswers: (p) =>
		`${p.file}: a JSON object is needed, with an entry per question, like {"password": "b"}.`,
	unknownQuestion: (p) => `The quiz has no question "${p.id}". It has: ${p.known}.`,
	badAnswer: (p) =>
		`The answer to "${p.id}" has no usable form. Write it like "b", ["a","c"], true, 3.5 or {"left": "right"}.`,
	idsAdded: (p) =>
		`The file lacks ${p.n} ids; those that check --fix would write were used. The file was not changed.`,
	score: (p) => `Sum: ${p.score} of ${p.maxScore} points`,
};
