import Type from 'typebox';
import { described, Id } from '../common.ts';
import * as paths from '../paths.ts';
import { CertificateView, CertificatesView } from '../views/certificates.ts';
import { CourseView, CoursesView, HomeView, TrackView } from '../views/courses.ts';
import { LearningView } from '../views/learning.ts';
import { LessonPaperView, LessonView } from '../views/lesson.ts';
import { HelperView, SettingsView } from '../views/people.ts';
import { AnswersView, AttemptView, QuizView, ResultView, ReviewView } from '../views/quiz.ts';
import { endpoint } from './endpoint.ts';
import { InLocaleForGroup, InVersionForGroup } from './queries.ts';

const tag = 'views';
const isOpen = { access: 'public', tag, query: InLocaleForGroup } as const;
const isOwn = { access: 'learner', tag, query: InLocaleForGroup } as const;
const attempt = Type.Object({ id: Type.String({ description: 'The attempt.' }) });

/** Everything that a page shows, from one call. Made for the site's own pages; other clients may use them as well. */
export const views = {
	homeView: endpoint({
		...isOpen,
		address: paths.homeView,
		summary: 'The home page',
		responses: { 200: described(HomeView, 'What the home page shows.') },
	}),
	coursesView: endpoint({
		...isOpen,
		address: paths.coursesView,
		summary: 'The page of all courses',
		responses: { 200: described(CoursesView, 'What the page of all courses shows.') },
	}),
	trackView: endpoint({
		...isOpen,
		address: paths.trackView,
		summary: 'A track’s page',
		params: Type.Object({ track: Id }),
		responses: { 200: described(TrackView, 'What a track’s page shows.') },
	}),
	courseView: endpoint({
		...isOpen,
		address: paths.courseView,
		summary: 'A course’s page, with how far the reader is',
		params: Type.Object({ course: Id }),
		responses: { 200: described(CourseView, 'What a course’s page shows.') },
	}),
	lessonView: endpoint({
		...isOpen,
		address: paths.lessonView,
		summary: 'A lesson’s page, with what the reader has done of it',
		params: Type.Object({ course: Id, lesson: Id }),
		query: InVersionForGroup,
		responses: { 200: described(LessonView, 'What a lesson’s page shows.') },
	}),
	lessonPaperView: endpoint({
		...isOpen,
		address: paths.lessonPaperView,
		summary: 'A lesson to be printed, whole or as a leaflet',
		params: Type.Object({ course: Id, lesson: Id }),
		responses: { 200: described(LessonPaperView, 'What a lesson’s pages for print show.') },
	}),
	quizView: endpoint({
		...isOpen,
		address: paths.quizView,
		summary: 'A quiz’s page, with the reader’s attempts at it',
		params: Type.Object({ course: Id, quiz: Id }),
		responses: { 200: described(QuizView, 'What a quiz’s first page shows.') },
	}),
	reviewView: endpoint({
		...isOwn,
		address: paths.reviewView,
		summary: 'What I got wrong and should answer again',
		responses: { 200: described(ReviewView, 'What the page of review shows.') },
	}),
	learningView: endpoint({
		...isOwn,
		address: paths.learningView,
		summary: 'My courses, and what I have got of them',
		responses: { 200: described(LearningView, 'What the page of my courses shows.') },
	}),
	answersView: endpoint({
		...isOwn,
		address: paths.answersView,
		summary: 'My attempts, by course and quiz',
		responses: { 200: described(AnswersView, 'What the page of my answers shows.') },
	}),
	attemptView: endpoint({
		...isOwn,
		address: paths.attemptView,
		summary: 'An attempt’s page',
		params: attempt,
		responses: { 200: described(AttemptView, 'What an attempt’s page shows.') },
	}),
	resultView: endpoint({
		...isOwn,
		address: paths.resultView,
		summary: 'An attempt’s page once it is submitted, with what comes next',
		params: attempt,
		responses: { 200: described(ResultView, 'What a result’s page shows.') },
	}),
	certificatesView: endpoint({
		...isOwn,
		address: paths.certificatesView,
		summary: 'My certificates, and what is left to be done for the next',
		responses: { 200: described(CertificatesView, 'What the page of my certificates shows.') },
	}),
	settingsView: endpoint({
		...isOpen,
		address: paths.settingsView,
		summary: 'The page of settings',
		responses: { 200: described(SettingsView, 'What the page of settings shows.') },
	}),
	helperView: endpoint({
		...isOwn,
		address: paths.helperView,
		summary: 'The page of the people whom a helper looks after',
		responses: { 200: described(HelperView, 'What it shows, which is nobody to who is no helper.') },
	}),
	certificateView: endpoint({
		...isOpen,
		address: paths.certificateView,
		summary: 'A certificate’s page; says whether it is the reader’s own',
		params: Type.Object({
			serial: Type.String({
				maxLength: 200,
				description: 'Such as 7Q4M-0K2D-9XTR-3, as printed or as typed.',
			}),
		}),
		responses: { 200: described(CertificateView, 'What a certificate’s page shows.') },
	}),
};
