import Type from 'typebox';
import { Id, described } from '../common.ts';
import { CourseFiles } from '../course-files.ts';
import { Course, CourseList, Lesson } from '../course.ts';
import { Framework, FrameworkList } from '../framework.ts';
import * as paths from '../paths.ts';
import { Track, TrackList } from '../track.ts';
import { endpoint } from './endpoint.ts';
import { InLocale, InVersion } from './queries.ts';

const tag = 'courses';
const access = 'public';

const CourseId = described(Id, 'Id of the course.');

/** Of a file, of whatever type it is. */
const bytes = (description: string) => ({
	description,
	content: { '*/*': { schema: Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' }) } },
});

export const courses = {
	courses: endpoint({
		address: paths.courses,
		access,
		tag,
		summary: 'All courses',
		query: InLocale,
		responses: { 200: described(CourseList, 'Every course that is published.') },
	}),
	course: endpoint({
		address: paths.course,
		access,
		tag,
		summary: 'A course: lessons, quizzes, requirements',
		params: Type.Object({ course: CourseId }),
		query: InVersion,
		responses: { 200: described(Course, 'The course, in the version asked for.') },
	}),
	courseFiles: endpoint({
		address: paths.courseFiles,
		access,
		tag,
		summary: 'What a device needs to hold a course whole, in one language',
		params: Type.Object({ course: CourseId }),
		query: InLocale,
		responses: { 200: described(CourseFiles, 'Its lessons, quizzes and files, and what they weigh.') },
	}),
	lesson: endpoint({
		address: paths.lesson,
		access,
		tag,
		summary: 'A lesson, with its practice questions',
		params: Type.Object({ course: CourseId, lesson: described(Id, 'Id of the lesson.') }),
		query: InVersion,
		responses: { 200: described(Lesson, 'The lesson, in the version asked for.') },
	}),
	media: endpoint({
		address: paths.media,
		access,
		tag,
		summary: 'A picture, sound, video or captions of a course; a range of its bytes where one is asked for',
		params: Type.Object({
			hash: Type.String({
				pattern: '^[0-9a-f]{32}$',
				description: 'What names the file: the first 32 hexadecimal digits of its hash.',
			}),
			name: Type.String({
				maxLength: 200,
				description: 'Name under which it is saved; any text will do.',
			}),
		}),
		responses: {
			200: bytes('The whole file.'),
			206: bytes('The range that was asked for.'),
			304: Type.Null({ description: 'The caller has it already.' }),
		},
	}),
	frameworks: endpoint({
		address: paths.frameworks,
		access,
		tag,
		summary: 'Skills frameworks',
		query: InLocale,
		responses: { 200: described(FrameworkList, 'Every framework.') },
	}),
	framework: endpoint({
		address: paths.framework,
		access,
		tag,
		summary: 'A framework with its competences',
		params: Type.Object({ framework: described(Id, 'Id of the framework, such as tt02-2025.') }),
		query: InLocale,
		responses: { 200: described(Framework, 'The framework, whole.') },
	}),
	tracks: endpoint({
		address: paths.tracks,
		access,
		tag,
		summary: 'Tracks, one a target group',
		query: InLocale,
		responses: { 200: described(TrackList, 'Every track.') },
	}),
	track: endpoint({
		address: paths.track,
		access,
		tag,
		summary: 'A track: courses, and competences aimed at',
		params: Type.Object({ track: described(Id, 'Id of the track.') }),
		query: InLocale,
		responses: { 200: described(Track, 'The track, whole.') },
	}),
};
