/** What questions say of where they are taught must be there; what is counted should be taught somewhere. */
import { questionsOf, type Draft } from '../draft.ts';
import type { Problems } from '../problems.ts';
import type { Taught } from '../quiz/parsed.ts';
import { headingSlug } from '../slug.ts';
import { nearest } from '../suggest.ts';
import { unwritten } from '../teaching.ts';

export function checkTeaches(draft: Draft, problems: Problems): void {
	for (const { quiz, question } of questionsOf(draft.source)) {
		for (const taught of question.teaches) checkTaught(draft, taught, problems);
		if (quiz.settings.kind === undefined || quiz.settings.kind === 'practice') continue;
		if (question.item.survey) continue;
		const isWritten = question.attributes.values.has('teaches');
		if (!isWritten && unwritten(draft, question).length === 0)
			problems.add('teaches-nowhere', question.place, {});
	}
}

function checkTaught({ source }: Draft, { lesson, heading, place }: Taught, problems: Problems): void {
	const found = source.lessons.find(({ id }) => id === lesson);
	if (!found) {
		const ids = source.lessons.map(({ id }) => id ?? '');
		problems.add('teaches-no-lesson', place, { id: lesson, suggestion: nearest(lesson, ids) });
		return;
	}
	const { headings } = found.references;
	if (heading === null || headings.has(headingSlug(heading))) return;
	const suggestion = nearest(headingSlug(heading), headings.keys());
	problems.add('teaches-no-heading', place, { lesson, heading, suggestion });
}
