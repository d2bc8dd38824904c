/** Views of what is published: the home page, courses, tracks. */
import Type, { type Static } from 'typebox';
import { Id, described, nullable } from '../common.ts';
import { Course, CourseSummary } from '../course.ts';
import { Framework } from '../framework.ts';
import { CourseProgress } from '../progress.ts';
import { Track, TrackSummary } from '../track.ts';
import { address, me } from './reader.ts';
import { courseNamed, next, place, standings } from './step.ts';

export const HomeView = Type.Object({
	me,
	address,
	tracks: Type.Array(TrackSummary, { description: 'Ways through courses, one a target group.' }),
	starts: Type.Array(
		Type.Object({
			track: { ...Id, description: 'The track.' },
			course: courseNamed,
			lesson: { ...Id, description: 'Its first lesson.' },
		}),
		{ description: 'Where each track begins.' },
	),
	current: Type.Union(
		[
			Type.Object({
				course: courseNamed,
				done: Type.Integer({ description: 'Required lessons and quizzes done.' }),
				total: Type.Integer({ description: 'Required lessons and quizzes.' }),
				...place,
			}),
			Type.Null(),
		],
		{ description: 'The course that was learned in last and still asks for something.' },
	),
	finished: Type.Union(
		[
			Type.Object({
				course: courseNamed,
				serial: Type.String({ description: 'Of its certificate.' }),
			}),
			Type.Null(),
		],
		{ description: 'Where nothing is under way: the course that was learned in last, with its certificate.' },
	),
});
export type HomeView = Static<typeof HomeView>;

export const CoursesView = Type.Object({
	me,
	address,
	courses: Type.Array(CourseSummary, { description: 'All that are published.' }),
	tracks: Type.Array(TrackSummary, { description: 'Ways through them, one a target group.' }),
	standings,
});
export type CoursesView = Static<typeof CoursesView>;

export const TrackView = Type.Object({
	me,
	address,
	track: described(Track, 'The track, with its courses.'),
	standings,
});
export type TrackView = Static<typeof TrackView>;

export const CourseView = Type.Object({
	me,
	address,
	course: described(Course, 'The course, in the language asked for.'),
	progress: nullable(CourseProgress, 'How far the reader is; null: a visitor.'),
	done: Type.Array(Type.String(), { description: 'What is done, as `lesson/id` and `quiz/id`.' }),
	next,
	frameworks: Type.Array(Framework, { description: 'Those whose skills the course names.' }),
});
export type CourseView = Static<typeof CourseView>;
