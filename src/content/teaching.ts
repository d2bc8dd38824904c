/** Which lessons teach what a question asks: where its author says so, else where it stands, else by its competence. */
import type { Teaching } from '#schemas/catalog.ts';
import { competenceName } from './competences.ts';
import { headingPrefix } from './content-tree.ts';
import type { Contents, Draft } from './draft.ts';
import type { ParsedLesson } from './lesson.ts';
import type { Taught } from './quiz/parsed.ts';
import type { ParsedQuestion } from './quiz/parsed.ts';
import { headingSlug } from './slug.ts';

/** A competence that half the course trains leads nowhere in particular. */
const mostByCompetence = 3;

/** `served`: the languages of the course. */
export function teachingOf(draft: Draft, question: ParsedQuestion, served: readonly Contents[]): Teaching[] {
	if (question.teaches.length === 0)
		return unwritten(draft, question).map(({ id }) => ({ lesson: id ?? '' }));
	return question.teaches.map((taught) => {
		const at = placesOf(draft, taught, served);
		return { lesson: taught.lesson, ...(at && { at }) };
	});
}

/** Lessons that show the question, else those that carry its competence. */
export function unwritten({ source, naming }: Draft, { id, skill }: ParsedQuestion): ParsedLesson[] {
	const showing = source.lessons.filter(({ references }) =>
		references.checks.some((check) => check.id !== null && check.id === id),
	);
	if (showing.length > 0 || !skill) return showing;
	const wanted = competenceName(skill.code, naming);
	const carries = ({ skills }: ParsedLesson) =>
		skills.some(({ code }) => competenceName(code, naming) === wanted);
	return source.lessons.filter(carries).slice(0, mostByCompetence);
}

/** The heading in each language: of the same name, else the one at the same place where all are there. */
function placesOf(
	draft: Draft,
	{ lesson, heading }: Taught,
	served: readonly Contents[],
): Teaching['at'] | null {
	const original = draft.source.lessons.find(({ id }) => id === lesson);
	if (heading === null || !original) return null;
	const slug = headingSlug(heading);
	const slugs = [...original.references.headings.keys()];
	const places: NonNullable<Teaching['at']> = {};
	for (const { locale, lessons } of served) {
		const headings = lessons.find(({ id }) => id === lesson)?.references.headings;
		if (!headings) continue;
		const own = [...headings];
		const same = own.length === slugs.length ? own[slugs.indexOf(slug)] : undefined;
		const title = headings.get(slug);
		const [anchor, words] = (title === undefined ? same : [slug, title]) ?? [];
		if (anchor !== undefined && words !== undefined)
			places[locale] = { anchor: headingPrefix + anchor, title: words };
	}
	return places;
}
