/** Views of what a learner has done: attempts and their results, courses under way, certificates. */
import { leftOf } from '#domain/journey.ts';
import { doneItems, latestFirst } from '#domain/next-step.ts';
import { currentId } from '#domain/renames.ts';
import type { AttemptSummary } from '#schemas/attempt.ts';
import type { Locale } from '#schemas/common.ts';
import type { CertificatesView } from '#schemas/views/certificates.ts';
import type { LearningView } from '#schemas/views/learning.ts';
import type { AnswersView, AttemptView, ResultView } from '#schemas/views/quiz.ts';
import type { NextStep } from '#schemas/views/step.ts';
import { describePrincipal } from '../accounts/me.ts';
import type { Principal } from '../app-types.ts';
import { describeAttempt } from '../attempts/describe.ts';
import { findAttempt } from '../attempts/find.ts';
import { listAttempts } from '../attempts/list.ts';
import { selectGradedSince } from '../attempts/mark-store.ts';
import { selectRegradedSince } from '../attempts/regraded-store.ts';
import { quizNow } from '../attempts/quiz.ts';
import { countDue } from '../attempts/review.ts';
import { listCertificates } from '../certificates/list.ts';
import { listOwnCorrections } from '../certificates/own-corrections.ts';
import { proofFor } from '../certificates/request.ts';
import type { CourseVersion } from '../courses/catalog.ts';
import { summariseCourse } from '../courses/describe.ts';
import type { Deps } from '../deps.ts';
import { isFailure, type Failure } from '../failure.ts';
import { describeAllProgress } from '../progress/progress.ts';
import { placeIn, readerOf, standingIn, stoodIn, type Stood } from './reader.ts';
import { weekOf } from './week.ts';

/** For two weeks it is told that somebody has graded, or graded again, in milliseconds. */
const toldFor = 14 * 24 * 3_600_000;

type Learner = { who: Principal; locale: Locale };

export async function learningView(deps: Deps, { who, locale }: Learner): Promise<LearningView> {
	const [progress, certificates, attempts, reviewsDue] = await Promise.all([
		describeAllProgress(deps, who.learner, locale),
		listCertificates(deps, who.learner),
		listAttempts(deps, who.learner, { locale }),
		countDue(deps, who.learner, deps.now()),
	]);
	const since = new Date(deps.now().getTime() - toldFor);
	const [stood, graded, regraded] = await Promise.all([
		stoodIn(deps, latestFirst(progress), locale),
		selectGradedSince(deps.database.query, who.learner, since),
		selectRegradedSince(deps.database.query, who.learner, since),
	]);
	return {
		me: describePrincipal(who, deps.now()),
		courses: stood.map((one) => ({
			standing: one.progress,
			...placeIn(one),
			left: leftOf(one.course, doneItems(one.progress)),
			certifies: one.course.certificate,
		})),
		certificates,
		byPeople: attempts.flatMap((attempt) => {
			const gradedAt = graded.get(attempt.id)?.toISOString() ?? null;
			const regradedAt = regraded.get(attempt.id)?.toISOString() ?? null;
			return attempt.waiting > 0 || gradedAt || regradedAt ? [{ ...attempt, gradedAt, regradedAt }] : [];
		}),
		reviewsDue,
		hasAttempts: attempts.length > 0,
		week: await weekOf(deps, stood, attempts),
	};
}

export async function answersView(deps: Deps, { who, locale }: Learner): Promise<AnswersView> {
	const attempts = await listAttempts(deps, who.learner, { locale });
	const byCourse = groupBy(attempts, ({ course }) => course);
	const titles = await titlesOf(deps, [...byCourse.keys()], locale);
	const groups = [...byCourse].map(([course, ofCourse]) => ({
		course,
		title: titles.get(course) ?? course,
		quizzes: [...groupBy(ofCourse, ({ quiz }) => quiz)].map(([quiz, [latest, ...earlier]]) => ({
			quiz,
			title: latest.title,
			locale: latest.textLocale,
			attempts: [latest, ...earlier],
		})),
	}));
	return { me: readerOf(who), groups };
}

/** Titles of courses, those that were withdrawn too. */
async function titlesOf({ catalog }: Deps, courses: string[], locale: Locale) {
	const versions = await Promise.all(courses.map((course) => catalog.lastVersion(course)));
	return new Map(
		versions
			.filter((version) => version !== null)
			.map((version) => [version.manifest.course, summariseCourse(version, locale).title]),
	);
}

function groupBy(items: AttemptSummary[], keyOf: (item: AttemptSummary) => string) {
	const groups = new Map<string, [AttemptSummary, ...AttemptSummary[]]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group) group.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}

export async function attemptView(deps: Deps, learner: Learner, id: string): Promise<AttemptView | Failure> {
	const work = await findAttempt(deps.database, learner.who.learner, id);
	if (isFailure(work)) return work;
	const { row } = work;
	const [attempt, { course, id: quiz }] = await Promise.all([
		describeAttempt(deps, work, deps.now()),
		quizNow(deps.catalog, row),
	]);
	const isAsked = course.manifest.requires.quizzes.includes(quiz);
	const isOpen = (await deps.catalog.version(row.courseId)) !== null;
	return {
		me: readerOf(learner.who),
		attempt,
		skip: isOpen && !isAsked && !row.submittedAt ? { next: await nextIn(deps, learner, course) } : null,
	};
}

async function nextIn(deps: Deps, learner: Learner, course: CourseVersion): Promise<NextStep | null> {
	const standing = await standingIn(deps, learner, course);
	const [stood] = await stoodIn(deps, standing ? [standing.progress] : [], learner.locale);
	return stood?.next ?? null;
}

export async function resultView(deps: Deps, learner: Learner, id: string): Promise<ResultView | Failure> {
	const work = await findAttempt(deps.database, learner.who.learner, id);
	if (isFailure(work)) return work;
	const version = await deps.catalog.version(work.row.courseId);
	const quiz = version && currentId(work.row.quizId, version.manifest.formerly, version.manifest.quizzes);
	const [attempt, standing] = await Promise.all([
		describeAttempt(deps, work, deps.now()),
		version && standingIn(deps, learner, version),
	]);
	const [stood] = await stoodIn(deps, standing ? [standing.progress] : [], learner.locale);
	return {
		me: readerOf(learner.who),
		attempt,
		course: stood ? { id: stood.course.id, title: stood.course.title } : null,
		quiz,
		next: stood?.next ?? null,
		passedBefore: stood?.progress.quizzes.some((one) => one.id === quiz && one.passed) ?? false,
	};
}

export async function certificatesView(deps: Deps, { who, locale }: Learner): Promise<CertificatesView> {
	const [certificates, corrections, progress] = await Promise.all([
		listCertificates(deps, who.learner),
		listOwnCorrections(deps, who.learner),
		describeAllProgress(deps, who.learner, locale),
	]);
	const revoked = certificates.filter(({ status }) => status === 'revoked').map(({ serial }) => serial);
	const open = progress.filter(
		({ certificate, issued }) => certificate === null && !revoked.includes(issued ?? ''),
	);
	const candidates = (await stoodIn(deps, open, locale))
		.filter(({ course }) => course.certificate)
		.map(candidateOf)
		.filter(({ isReady, left, isOffered }) => isReady || (isOffered && left.length > 0))
		.map(async ({ isOffered: _isOffered, quizzes, ...candidate }) => {
			const waits = candidate.isReady ? await proofFor(deps, who.learner, candidate.id) : null;
			const supervised = (waits?.supervised ?? []).flatMap((id) => quizzes.filter((one) => one.id === id));
			return { ...candidate, proof: waits?.proof ?? null, supervised };
		});
	const inOrder = (await Promise.all(candidates)).sort((a, b) => a.left.length - b.left.length);
	return { me: describePrincipal(who, deps.now()), certificates, corrections, candidates: inOrder };
}

/** What a course still asks for. After expiry its required quizzes come again. */
function candidateOf({ course, progress }: Stood): Omit<
	CertificatesView['candidates'][number],
	'proof' | 'supervised'
> & {
	isOffered: boolean;
	quizzes: { id: string; title: string; locale: Locale }[];
} {
	const { missing, completedAt, issued } = progress;
	const isExpired = issued !== null;
	const lessons = course.lessons
		.filter(({ id }) => missing.lessons.includes(id))
		.map(({ id, title, locale }) => ({ kind: 'lesson' as const, id, title, locale, waiting: 0 }));
	const quizzes = course.quizzes
		.filter(({ id, required }) => (isExpired ? required : missing.quizzes.includes(id)))
		.map(({ id, title, locale }) => ({
			kind: 'quiz' as const,
			id,
			title,
			locale,
			waiting: progress.quizzes.find((quiz) => quiz.id === id)?.waiting ?? 0,
		}));
	const left = isExpired ? quizzes : completedAt === null ? [...lessons, ...quizzes] : [];
	return {
		id: course.id,
		title: course.title,
		isReady: !isExpired && left.length === 0 && (completedAt !== null || !progress.withdrawn),
		left,
		quizzes: course.quizzes.map(({ id, title, locale }) => ({ id, title, locale })),
		isOffered: !progress.withdrawn,
	};
}
