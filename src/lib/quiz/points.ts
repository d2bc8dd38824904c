import type { Messages } from '#messages/index.ts';
import type { QuizSummary } from '#schemas/course.ts';
import type { Locale } from '#schemas/names.ts';
import { formatNumber, formatPercent } from '#lib/format.ts';

type Words = Pick<
	Messages['question'],
	'points' | 'right' | 'share' | 'passRight' | 'passRightOf' | 'passShare'
>;

/** What came of a quiz. `onePointEach`: points are counted as right answers are. */
interface Scored {
	score: number;
	maxScore: number;
	onePointEach: boolean;
}

/** A score as people say it: so many questions right; else points; where some are parts, a share, never more than was scored. */
export function scoreInWords(
	words: Words,
	locale: Locale,
	{ score, maxScore, onePointEach }: Scored,
): string {
	const [got, max] = [formatNumber(locale, score), formatNumber(locale, maxScore)];
	if (!Number.isInteger(score) || !Number.isInteger(maxScore))
		return words.share({ percent: formatPercent(locale, Math.floor((score / maxScore) * 100 + 1e-9) / 100) });
	return onePointEach ? words.right({ right: got, of: max }) : words.points({ score: got, max });
}

type Asked = Pick<QuizSummary, 'pass' | 'questions' | 'onePointEach'>;

/** What it takes to pass a quiz, in the same words as its score. `brief`: how many questions it has is said beside it. */
export function passInWords(
	words: Words,
	locale: Locale,
	{ pass, questions, onePointEach }: Asked,
	{ brief = false } = {},
): string {
	if (!onePointEach) return words.passShare({ percent: formatPercent(locale, pass) });
	const right = rightToPass(pass * questions);
	return brief ? words.passRight({ right }) : words.passRightOf({ right, of: questions });
}

/** So many whole questions have as many points. */
export function rightToPass(points: number): number {
	return Math.ceil(points - 1e-9);
}
