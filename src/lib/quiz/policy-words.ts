import { endAt } from '#domain/days.ts';
import { timeZoneUsed } from '#lib/time-zone.ts';
import type { Messages } from '#messages/index.ts';
import type { QuizSummary } from '#schemas/course.ts';
import type { TellingTime } from '#schemas/names.ts';

type Words = Messages['quiz'];

/** The wait between two attempts, in the largest unit that is whole. */
export function waitInWords(words: Words, minutes: number): string {
	if (minutes % 1440 === 0) return words.waitDays({ n: minutes / 1440 });
	return minutes % 60 === 0 ? words.waitHours({ n: minutes / 60 }) : words.waitMinutes({ n: minutes });
}

/** When a quiz closes, as clock and calendar show it. */
export function endShown(timestamp: string): { time: string; date: string } {
	return endAt(new Date(timestamp), timeZoneUsed());
}

/** What a result tells, and when: a sentence for right and wrong, and one for solutions; one for points that are kept. */
export function toldInWords(
	words: Words,
	{ score, verdicts, key, explanation }: QuizSummary['show'],
): string[] {
	if (score !== 'after-submission') return [words.toldScore[score]];
	const latest = order.findLast((when) => when === key || when === explanation) ?? 'never';
	return [words.toldVerdicts[verdicts], ...(verdicts === 'never' ? [] : [words.toldSolutions[latest]])];
}

/** From what comes first to what comes last. */
const order: readonly TellingTime[] = ['after-submission', 'after-passing', 'after-closing', 'never'];
