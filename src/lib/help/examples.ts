/** The authors' examples: a question of each kind, as it is written, and what is said to an answer. On the server alone. */
import { askedOf } from '#domain/questions/asked.ts';
import { readAnswer, verdict, type Unreadable } from '#domain/questions/grade.ts';
import type { Answer, Verdict } from '#schemas/question.ts';
import { examples } from 'virtual:question-kinds';

/** Nothing that decides a verdict. */
export const shownExamples = examples.map(({ markdown, question }) => ({ markdown, question }));

/** What is said to an answer, or why it cannot be read; null: there is no such question. */
export function judgeExample(id: string, answer: Answer): Verdict | { unreadable: Unreadable } | null {
	const found = examples.find(({ question }) => question.id === id);
	if (!found) return null;
	const { question, key, feedback } = found;
	const asked = askedOf(question);
	const read = readAnswer(asked, answer, 'vi');
	if (!read.ok) return { unreadable: read.reason };
	return verdict({ question: asked, key, feedback, answer, locale: 'vi', show: 'all' });
}
