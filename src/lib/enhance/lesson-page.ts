import type { Entry } from '../outbox/entry.ts';
import type { Place } from '../outbox/lesson.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { visitor } from '#schemas/whose.ts';
import { Checks } from './checks.ts';
import { Done } from './done.ts';
import { isKept } from '../offline/reader.ts';
import { forgetRefused, knownMarks, rememberWay } from './known.ts';
import type { LessonWork } from './lesson-work.ts';
import { Tries } from './tries.ts';

/**
 * `[data-lesson]`: “Done”, ticks and answers are held on the device and sent at once, and each says how it stands. What
 * is held or known here is laid over a page that was made without it.
 */
export function lessonPage(
	article: HTMLElement,
	{ outbox, sender, reader, learners }: Omit<LessonWork, 'place'>,
): { tell(sent: Entry, outcome: Outcome): void } {
	const { lesson = '', course = '', version = '', title: of = '' } = article.dataset;
	const place = (title: string): Place => ({
		course,
		lesson,
		version,
		learner: reader.learner ?? visitor,
		locale: document.documentElement.lang,
		title: `${title} · ${of}`,
		page: location.pathname + location.search,
		at: Date.now(),
	});
	const work = { outbox, sender, reader, learners, place };
	const marks = [new Done(article, work), new Tries(article, work), new Checks(article, work)];
	if (!isKept()) rememberWay(reader.learner);
	else
		void import('./lay-way.ts').then(({ layWayOver }) =>
			layWayOver(reader.learner, course, { id: lesson, isNew: false, allTried: false }),
		);
	void (async () => {
		const held = await outbox.all(...learners);
		forgetRefused(reader.learner, held);
		const known = knownMarks(reader.learner);
		for (const mark of marks) mark.layOver(held, known);
	})();
	return {
		tell(sent, outcome) {
			for (const mark of marks) mark.tell(sent, outcome);
		},
	};
}
