/** Results of a quiz as they come where an author ticked a wrong option: those who know best all choose another one. */
import { randomUUID } from 'node:crypto';
import { plainText } from '#domain/text.ts';
import type { Attempt } from '#schemas/attempt.ts';
import type { Channel, Locale } from '#schemas/names.ts';
import { ai, compiled, keyOf, rightAnswer, textOf, wrongAnswer } from './answers.ts';
import { Person } from './people.ts';

export interface Planted {
	course: string;
	quiz: string;
	/** Place of the question among those of the quiz, from 1. */
	n: number;
	title: string;
	/** What the option says that those who know best choose. */
	option: string;
}

const course = ai;
const quiz = 'bai-an-toan';

/**
 * Half of the people know everything, but for one question where they choose what its key calls wrong; the others know
 * little. Each takes the quiz once, those who know at the click of a key or, with a channel, some other way.
 */
export async function plantWrongKey(
	origin: string,
	{ people, locale, channel }: { people: number; locale: Locale; channel?: Channel },
): Promise<Planted> {
	const source = await compiled(course);
	const { questions } = source.manifest.quizzes[quiz]!;
	const planted = questions.find((id) => keyOf(source, id).kind === 'single')!;
	const wrong = wrongAnswer(source, planted);
	for (let person = 0; person < people; person += 1) {
		const knows = person * 2 >= people;
		const answerTo = (id: string, index: number) => {
			if (id === planted) return knows ? wrong : rightAnswer(source, id, locale);
			return knows || (person + index) % 3 === 0 ? rightAnswer(source, id, locale) : wrongAnswer(source, id);
		};
		const who = await Person.guest(origin, locale);
		const attempt = await who.call<Attempt>('POST', '/api/attempts', {
			id: randomUUID(),
			course,
			quiz,
			locale,
			...(channel && { context: { channel } }),
		});
		const answers = Object.fromEntries(questions.map((id, index) => [id, answerTo(id, index)]));
		await who.call('POST', `/api/attempts/${attempt.id}/submission`, { answers });
	}
	const text = textOf(source, planted, locale);
	const option = text.options?.find(({ id }) => id === wrong);
	return {
		course,
		quiz,
		n: questions.indexOf(planted) + 1,
		title: text.title,
		option: plainText(option?.content ?? []),
	};
}

export function pathOfResults({ course, quiz }: Pick<Planted, 'course' | 'quiz'>): string {
	return `/teach/analysis/${course}/${quiz}`;
}
