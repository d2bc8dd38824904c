import { courses } from '#schemas/endpoints/courses.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { fail, unwrap } from '../failure.ts';
import { serve } from '../serve.ts';
import { describeCourse, summariseCourse } from './describe.ts';
import { describeFramework, describeTrack, summariseFramework, summariseTrack } from './frameworks.ts';
import { listFiles } from './files.ts';
import { describeLesson } from './lesson.ts';
import { mediaRoute } from './media-routes.ts';

export function courseRoutes(app: App, { catalog }: Deps) {
	mediaRoute(app, catalog);

	serve(app, courses.courses, async (request) => {
		const locale = request.query.locale ?? request.locale;
		return { courses: catalog.courses().map((course) => summariseCourse(course, locale)) };
	});

	serve(app, courses.course, async (request) => {
		const course = unwrap(await courseVersion(request.params.course, request.query.version));
		return describeCourse(course, request.query.locale ?? request.locale);
	});

	serve(app, courses.courseFiles, async (request) => {
		const course = unwrap(await courseVersion(request.params.course));
		return listFiles(catalog, course, request.query.locale ?? request.locale);
	});

	serve(app, courses.lesson, async (request) => {
		const course = unwrap(await courseVersion(request.params.course, request.query.version));
		const locale = request.query.locale ?? request.locale;
		return unwrap(await describeLesson(catalog, course, request.params.lesson, locale));
	});

	serve(app, courses.frameworks, async (request) => {
		const locale = request.query.locale ?? request.locale;
		return { frameworks: catalog.frameworks().map((framework) => summariseFramework(framework, locale)) };
	});

	serve(app, courses.framework, async (request) => {
		const found = catalog.frameworks().find((framework) => framework.id === request.params.framework);
		return describeFramework(found ?? unwrap(fail('not-found')), request.query.locale ?? request.locale);
	});

	serve(app, courses.tracks, async (request) => {
		const locale = request.query.locale ?? request.locale;
		return { tracks: catalog.tracks().map((track) => summariseTrack(catalog, track, locale)) };
	});

	serve(app, courses.track, async (request) => {
		const found = catalog.tracks().find((track) => track.id === request.params.track);
		return describeTrack(catalog, found ?? unwrap(fail('not-found')), request.query.locale ?? request.locale);
	});

	async function courseVersion(course: string, version?: string) {
		const found = await catalog.version(course, version);
		return found ?? fail((await catalog.version(course)) ? 'version-unknown' : 'course-unknown');
	}
}
