import type { Manifest } from '#schemas/catalog.ts';
import type { SkillLevel } from '#schemas/course.ts';
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

/** A competence by the id of its framework and its code in it. */
export interface Competence<Framework extends string | null = string> {
	framework: Framework;
	code: string;
}

/** What `4.1` or `khung:4.1` names; a code that stands alone belongs to `own`. */
export function readCompetence<Own extends string | null>(
	written: string,
	own: Own,
): Competence<Own | string> {
	const colon = written.indexOf(':');
	if (colon === -1) return { framework: own, code: written };
	return { framework: written.slice(0, colon), code: written.slice(colon + 1) };
}

/** The whole name of a competence: `framework:code`. */
export function nameOf({ framework, code }: Competence): string {
	return `${framework}:${code}`;
}

/** What a course leads to, from its manifest: by framework, and by code as numbers, 4.2 before 4.10. */
export function skillsOf({ skills }: Pick<Manifest, 'skills'>): SkillLevel[] {
	const all = Object.entries(skills).map(([name, level]) => ({ ...readCompetence(name, ''), level }));
	return all
		.sort(compareCompetences)
		.map(({ framework, code, level }) => ({ framework, competence: code, level }));
}

function compareCompetences(a: Competence, b: Competence): number {
	const byFramework = a.framework < b.framework ? -1 : a.framework > b.framework ? 1 : 0;
	return byFramework || a.code.localeCompare(b.code, 'en', { numeric: true });
}

/** A framework that names no version has the day on which it came into force. */
export function frameworkVersion(framework: { version?: string; in_force: string }): string {
	return framework.version ?? framework.in_force;
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
