import { visitor } from '#schemas/whose.ts';
import type { CourseView } from '#schemas/views/courses.ts';
import type { Locale } from '#schemas/names.ts';
import { viewAddress } from '../offline/listing.ts';
import type { KnownHere, LessonHere, Renderer } from '../offline/progress-here.ts';
import { knownMarks } from './known.ts';

declare const __KNOWN_URLS__: Record<Locale, string>;

function knownOf(learner: string | null, course: string): KnownHere {
	const known: { done: string[]; issued: string | null } = { done: [], issued: null };
	for (const [slot, isSet] of Object.entries(knownMarks(learner ?? visitor))) {
		const [room, of, id = ''] = slot.split('/');
		if (!isSet || of !== course) continue;
		if (room === 'done') known.done.push(`lesson/${id}`);
		if (room === 'passed') known.done.push(`quiz/${id}`);
		if (room === 'issued') known.issued = id;
	}
	return known;
}

/** What there is to say it with. */
async function sayHere(
	course: string,
	known: KnownHere,
	say: (renderer: Renderer, kept: CourseView) => string,
): Promise<boolean> {
	const locale = document.documentElement.lang as Locale;
	try {
		const kept = await caches.match(viewAddress({ course, locale }));
		if (!kept || known.done.length === 0) return false;
		const { renderer } = (await import(/* @vite-ignore */ __KNOWN_URLS__[locale])) as { renderer: Renderer };
		replaceParts(say(renderer, (await kept.json()) as CourseView));
		return true;
	} catch {
		return false;
	}
}

/**
 * Lays what is known of its reader over the page of a course, or of a lesson in it, that was made for nobody. False: they
 * have done nothing yet, or the device holds too little of the course.
 */
export function layWayOver(
	learner: string | null,
	course: string,
	lesson: LessonHere | null = null,
): Promise<boolean> {
	const known = knownOf(learner, course);
	return sayHere(course, known, (renderer, kept) =>
		lesson ? renderer.lesson(kept, known, lesson) : renderer.course(kept, known),
	);
}

/** The same of the start page: it leads on in the course in which a lesson was done last. */
export function layHomeOver(learner: string | null): Promise<boolean> {
	const slots = Object.keys(knownMarks(learner ?? visitor)).filter((slot) => slot.startsWith('done/'));
	const [, course = ''] = slots.at(-1)?.split('/') ?? [];
	const known = knownOf(learner, course);
	return sayHere(course, known, (renderer, kept) => renderer.home(kept, known));
}

function replaceParts(html: string): void {
	const box = document.createElement('template');
	box.innerHTML = html;
	for (const fresh of box.content.querySelectorAll<HTMLElement>('[data-known]'))
		document.querySelector(`[data-known="${fresh.dataset.known}"]`)?.replaceWith(fresh);
}
