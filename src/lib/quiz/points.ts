import type { Locale } from '#schemas/names.ts';
import { formatNumber, formatPercent } from '#lib/format.ts';

interface Words {
	points: (p: { score: string; max: string }) => string;
	share: (p: { percent: string }) => string;
}

/** Points as people say them: whole ones as they are, others as a share, which is never more than was scored. */
export function pointsInWords(words: Words, locale: Locale, score: number, max: number): string {
	if (Number.isInteger(score) && Number.isInteger(max))
		return words.points({ score: formatNumber(locale, score), max: formatNumber(locale, max) });
	return words.share({ percent: formatPercent(locale, Math.floor((score / max) * 100 + 1e-9) / 100) });
}
