/** Questions that hold until a day: told before it, and after it while they still stand. */
import { drawable } from '#domain/draw.ts';
import { questionsOf, type Draft } from '../draft.ts';
import type { Problems } from '../problems.ts';
import type { ParsedQuiz } from '../quiz/quiz.ts';

const dayLength = 24 * 60 * 60 * 1000;
/** It takes about so long to write a question anew and to have it looked at. */
const soon = 60;

/** `today`: YYYY-MM-DD. */
export function checkExpiry({ source }: Draft, today: string, problems: Problems): void {
	for (const { quiz, question } of questionsOf(source)) {
		const { expires, status } = question.item;
		const place = question.attributes.values.get('expires')?.place;
		if (expires === undefined || !place || status === 'retired') continue;
		const days = Math.round((Date.parse(expires) - Date.parse(today)) / dayLength);
		if (days > soon) continue;
		if (days >= 0) problems.add('expires-soon', place, { date: expires, days });
		else if (isNeeded(quiz, today)) problems.add('expires-past', place, { date: expires });
		else problems.add('expires-left-out', place, { date: expires });
	}
}

/** Whether attempts would ask fewer questions without those that hold no longer: see `domain/draw.ts`. */
function isNeeded({ settings, questions }: ParsedQuiz, today: string): boolean {
	const items = questions.map(({ item }) => item);
	const holding = items.filter(({ expires = today }) => expires >= today);
	return drawable(holding) < Math.min(settings.draw ?? Infinity, drawable(items));
}
