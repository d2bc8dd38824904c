/**
 * Pages of courses are kept on a device as a visitor sees them. This says their parts anew for whoever reads them there:
 * by the same components as the server, made to text, with the words of one language. It is no part of any page that the
 * network brings.
 */
import { render } from 'svelte/server';
import type { Locale } from '#schemas/names.ts';
import type { CourseView } from '#schemas/views/courses.ts';
import { joinCompounds } from '#lib/compounds.ts';
import type { Site } from '#lib/context.ts';
import { localise } from '#lib/locale.ts';
import { courseHere, currentHere, lessonHere, type Renderer } from '#lib/offline/progress-here.ts';
import { addressing } from '#messages/address.ts';
import type { Messages } from '#messages/index.ts';
import CourseParts from './CourseParts.svelte';
import HomeParts from './HomeParts.svelte';
import LessonParts from './LessonParts.svelte';

/** The areas that these parts speak with. */
export type Words = Pick<Messages, 'common' | 'course' | 'home' | 'lesson' | 'question'>;

export function rendererOf(locale: Locale, words: Words): Renderer {
	const siteFor = ({ address = 'bạn' }: CourseView): Site => ({
		locale,
		address,
		// What else there is to say is said by none of these parts.
		t: addressing(words, locale, address) as Messages,
		me: null,
		group: null,
		link: (path) => localise(locale, path),
	});
	return {
		home(kept, known) {
			const props = { site: siteFor(kept), current: currentHere(kept, known) };
			return joinCompounds(render(HomeParts, { props }).body);
		},
		course(kept, known) {
			const view = courseHere(kept, known);
			return joinCompounds(render(CourseParts, { props: { site: siteFor(kept), view } }).body);
		},
		lesson(kept, known, lesson) {
			const { id, title, lessons } = kept.course;
			const props = {
				site: siteFor(kept),
				course: { id, title },
				lesson: lesson.id,
				position: lessons.findIndex((each) => each.id === lesson.id) + 1,
				...lessonHere(kept, known, lesson),
			};
			return joinCompounds(render(LessonParts, { props }).body);
		},
	};
}
