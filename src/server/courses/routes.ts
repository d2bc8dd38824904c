import Type from 'typebox';
import { Course, CourseList, Lesson } from '#schemas/course.ts';
import { Id, Locale, VersionId } from '#schemas/common.ts';
import { Framework, FrameworkList } from '#schemas/framework.ts';
import { Problem } from '#schemas/problem.ts';
import { Track, TrackList } from '#schemas/track.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { fail, unwrap } from '../failure.ts';
import { describeCourse, summariseCourse } from './describe.ts';
import { describeFramework, describeTrack, summariseFramework, summariseTrack } from './frameworks.ts';
import { describeLesson } from './lesson.ts';
import { mediaRoute } from './media-routes.ts';

const tags = ['courses'];
const problem = { '4xx': Problem };
const InLocale = Type.Object({ locale: Type.Optional(Locale) }, { additionalProperties: false });
const InVersion = Type.Object(
	{ locale: Type.Optional(Locale), version: Type.Optional(VersionId) },
	{ additionalProperties: false },
);
const access = 'public' as const;

export function courseRoutes(app: App, { catalog }: Deps) {
	mediaRoute(app, catalog);
	app.get(
		'/api/courses',
		{
			config: { access },
			schema: {
				tags,
				summary: 'All courses',
				querystring: InLocale,
				response: { 200: CourseList, ...problem },
			},
		},
		async (request) => {
			const locale = request.query.locale ?? request.locale;
			return { courses: catalog.courses().map((course) => summariseCourse(course, locale)) };
		},
	);

	app.get(
		'/api/courses/:course',
		{
			config: { access },
			schema: {
				tags,
				summary: 'A course: lessons, quizzes, requirements',
				params: Type.Object({ course: Id }),
				querystring: InVersion,
				response: { 200: Course, ...problem },
			},
		},
		async (request) => {
			const course = unwrap(await courseVersion(request.params.course, request.query.version));
			return describeCourse(course, request.query.locale ?? request.locale);
		},
	);

	app.get(
		'/api/courses/:course/lessons/:lesson',
		{
			config: { access },
			schema: {
				tags,
				summary: 'A lesson, with its practice questions',
				params: Type.Object({ course: Id, lesson: Id }),
				querystring: InVersion,
				response: { 200: Lesson, ...problem },
			},
		},
		async (request) => {
			const course = unwrap(await courseVersion(request.params.course, request.query.version));
			const locale = request.query.locale ?? request.locale;
			return unwrap(await describeLesson(catalog, course, request.params.lesson, locale));
		},
	);

	app.get(
		'/api/frameworks',
		{
			config: { access },
			schema: {
				tags,
				summary: 'Skills frameworks',
				querystring: InLocale,
				response: { 200: FrameworkList, ...problem },
			},
		},
		async (request) => {
			const locale = request.query.locale ?? request.locale;
			return { frameworks: catalog.frameworks().map((framework) => summariseFramework(framework, locale)) };
		},
	);

	app.get(
		'/api/frameworks/:framework',
		{
			config: { access },
			schema: {
				tags,
				summary: 'A framework with its competences',
				params: Type.Object({ framework: Id }),
				querystring: InLocale,
				response: { 200: Framework, ...problem },
			},
		},
		async (request) => {
			const found = catalog.frameworks().find((framework) => framework.id === request.params.framework);
			return describeFramework(found ?? unwrap(fail('not-found')), request.query.locale ?? request.locale);
		},
	);

	app.get(
		'/api/tracks',
		{
			config: { access },
			schema: {
				tags,
				summary: 'Tracks, one a target group',
				querystring: InLocale,
				response: { 200: TrackList, ...problem },
			},
		},
		async (request) => {
			const locale = request.query.locale ?? request.locale;
			return { tracks: catalog.tracks().map((track) => summariseTrack(catalog, track, locale)) };
		},
	);

	app.get(
		'/api/tracks/:track',
		{
			config: { access },
			schema: {
				tags,
				summary: 'A track: courses, and competences aimed at',
				params: Type.Object({ track: Id }),
				querystring: InLocale,
				response: { 200: Track, ...problem },
			},
		},
		async (request) => {
			const found = catalog.tracks().find((track) => track.id === request.params.track);
			return describeTrack(
				catalog,
				found ?? unwrap(fail('not-found')),
				request.query.locale ?? request.locale,
			);
		},
	);

	async function courseVersion(course: string, version?: string) {
		const found = await catalog.version(course, version);
		return found ?? fail((await catalog.version(course)) ? 'version-unknown' : 'course-unknown');
	}
}
