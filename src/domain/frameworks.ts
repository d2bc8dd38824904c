import { type Locale, locales, type Localised } from '#schemas/names.ts';
import { pickLocale } from './locales.ts';

/**
 * The text in the language wanted, else in the next best (see `pickLocale`), with the language it is in.
 * Empty texts count as missing. With no text at all, the text is empty and the locale is the source's.
 */
export function localised(map: Localised, wanted: Locale, source: Locale): { text: string; locale: Locale } {
	const available = locales.filter((locale) => map[locale]?.trim());
	const locale = pickLocale(available, wanted, source);
	return { text: available.includes(locale) ? (map[locale] ?? '') : '', locale };
}

/** The tier that a level (1 to 8) belongs to, in a framework file or in a framework as shown. */
export function tierOf<Tier extends { levels: readonly number[] }>(
	framework: { tiers: readonly Tier[] },
	level: number,
): Tier | undefined {
	return framework.tiers.find((tier) => tier.levels.includes(level));
}

/** The competence with a code such as `4.1`, and the domain it stands in. */
export function findCompetence<
	Competence extends { id: string },
	Domain extends { competences: readonly Competence[] },
>(
	framework: { domains: readonly (Domain & { competences: readonly Competence[] })[] },
	code: string,
): { domain: Domain; competence: Competence } | undefined {
	for (const domain of framework.domains) {
		const competence = domain.competences.find(({ id }) => id === code);
		if (competence) return { domain, competence };
	}
	return undefined;
}
