/** Cases of a quiz: each has an id, and questions that are about it. */
import type { Contents } from '../draft.ts';
import type { Insertion } from '../fix.ts';
import type { Problems } from '../problems.ts';
import type { ParsedCase } from '../quiz/cases.ts';
import type { ParsedQuiz } from '../quiz/quiz.ts';
import { idFrom } from '../slug.ts';
import type { Place } from '../source.ts';
import { nearest } from '../suggest.ts';
import { attributeFix, noteOnce } from './ids.ts';

/** In the source language. */
export function checkCaseIds({ quizzes }: Contents, problems: Problems, fixes: Insertion[]): void {
	for (const quiz of quizzes) checkIdsIn(quiz, problems, fixes);
}

function checkIdsIn({ cases, text }: ParsedQuiz, problems: Problems, fixes: Insertion[]): void {
	const taken = new Set(cases.map(({ id }) => id ?? ''));
	const seen = new Map<string, Place>();
	for (const one of cases) {
		if (one.id !== null) noteOnce(seen, one.id, one.attributes.idPlace, problems);
		else if (one.attributes.id === null) {
			const id = idFrom(one.title, 'tinh-huong', taken);
			taken.add(id);
			problems.add('case-no-id', one.place, {}, `{#${id}}`);
			fixes.push(attributeFix(text, one.attributes, id));
		}
	}
}

export function checkCases({ cases, questions }: ParsedQuiz, problems: Problems): void {
	const known = cases.map(({ id }) => id ?? '');
	const used = new Set<string>();
	for (const { item, attributes } of questions) {
		const place = attributes.values.get('case')?.place;
		if (item.case === undefined || !place) continue;
		used.add(item.case);
		if (!known.includes(item.case))
			problems.add('case-unknown', place, { id: item.case, suggestion: nearest(item.case, known) });
	}
	for (const { id, place } of cases)
		if (id !== null && !used.has(id)) problems.add('case-unused', place, { id });
}

/** A translation has the same cases; where as many stand there, one without an id is the one at its place. */
export function checkTranslatedCases(
	{ cases, text }: ParsedQuiz,
	original: ParsedQuiz,
	problems: Problems,
	fixes: Insertion[],
): void {
	const ids = original.cases.map(({ id }) => id ?? '');
	const seen = new Map<string, Place>();
	for (const [index, one] of cases.entries()) {
		const id = one.id ?? copiedId(one, cases.length === ids.length ? ids[index] : undefined);
		if (one.id === null && one.attributes.id === null) {
			problems.add('case-no-id', one.place, {}, id === null ? undefined : `{#${id}}`);
			if (id !== null) fixes.push(attributeFix(text, one.attributes, id));
		}
		if (id === null) continue;
		noteOnce(seen, id, one.attributes.idPlace, problems);
		if (!ids.includes(id))
			problems.add('case-unknown', one.attributes.idPlace, { id, suggestion: nearest(id, ids) });
	}
	for (const id of ids)
		if (id !== '' && !seen.has(id)) problems.add('translation-case-missing', text.place(0), { id });
}

function copiedId({ attributes }: ParsedCase, there: string | undefined): string | null {
	return attributes.id === null && there ? there : null;
}
