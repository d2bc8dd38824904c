/** Views of what is published: the home page, courses, tracks, quizzes. */
import { doneItems, latestFirst, nextStep } from '#domain/next-step.ts';
import { isPass, type Facts } from '#domain/facts.ts';
import { quizAllowance } from '#domain/quiz-allowance.ts';
import { isScoreTold } from '#domain/result-told.ts';
import { currentId, namesOf } from '#domain/renames.ts';
import { selectGranterName, selectOptionalGrant } from '../attempts/grant-store.ts';
import type { CourseVersion } from '../courses/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import { locales } from '#schemas/names.ts';
import type { CourseProgress } from '#schemas/progress.ts';
import type { CoursesView, CourseView, HomeView, TrackView } from '#schemas/views/courses.ts';
import type { QuizView } from '#schemas/views/quiz.ts';
import type { Standing } from '#schemas/views/step.ts';
import { describeCourse, summariseCourse, summariseQuiz } from '../courses/describe.ts';
import { describeFramework, describeTrack, summariseTrack } from '../courses/frameworks.ts';
import type { Deps } from '../deps.ts';
import { fail, type Failure } from '../failure.ts';
import { describeAllProgress } from '../progress/progress.ts';
import { placeIn, readerOf, standingIn, stoodIn, type Asker, type Stood } from './reader.ts';

export async function homeView(deps: Deps, asker: Asker): Promise<HomeView> {
	const { catalog } = deps;
	const { who, locale } = asker;
	const all = who ? await describeAllProgress(deps, who.learner, locale) : [];
	const open = latestFirst(all.filter(({ certificate, withdrawn }) => certificate === null && !withdrawn));
	const [current] = await stoodIn(deps, open.slice(0, 1), locale);
	const [last] = current ? [] : latestFirst(all.filter(({ certificate }) => certificate !== null));
	return {
		me: readerOf(who),
		tracks: catalog.tracks().map((track) => summariseTrack(catalog, track, locale)),
		starts: startsOf(deps, locale),
		current: current ? standingAt(current) : null,
		finished: last ? await finishedIn(deps, last, locale) : null,
	};
}

function standingAt(stood: Stood): HomeView['current'] {
	const { course, progress } = stood;
	return {
		course: { id: course.id, title: course.title, locale: course.locale },
		done: progress.done,
		total: progress.total,
		...placeIn(stood),
	};
}

async function finishedIn(
	deps: Deps,
	{ course, certificate }: Pick<CourseProgress, 'course' | 'certificate'>,
	locale: Locale,
): Promise<HomeView['finished']> {
	const found = await deps.catalog.lastVersion(course);
	if (!found || !certificate) return null;
	const { id, title, locale: of } = describeCourse(found, locale);
	return { course: { id, title, locale: of }, serial: certificate };
}

function startsOf({ catalog }: Deps, locale: Locale): HomeView['starts'] {
	return catalog.tracks().flatMap(({ id: track, courses }) => {
		const version = catalog.courses().find(({ manifest }) => manifest.course === courses[0]);
		const course = version && describeCourse(version, locale);
		const lesson = course?.lessons[0]?.id;
		if (!course || lesson === undefined) return [];
		return [{ track, course: { id: course.id, title: course.title, locale: course.locale }, lesson }];
	});
}

/** All courses, and how far the reader is in those they began. */
export async function coursesView(deps: Deps, asker: Asker): Promise<CoursesView> {
	const { catalog } = deps;
	return {
		me: readerOf(asker.who),
		courses: catalog.courses().map((course) => summariseCourse(course, asker.locale)),
		tracks: catalog.tracks().map((track) => summariseTrack(catalog, track, asker.locale)),
		standings: await standingsOf(deps, asker),
	};
}

export async function trackView(deps: Deps, asker: Asker, id: string): Promise<TrackView | Failure> {
	const found = deps.catalog.tracks().find((track) => track.id === id);
	if (!found) return fail('not-found');
	const track = describeTrack(deps.catalog, found, asker.locale);
	return { me: readerOf(asker.who), track, standings: await standingsOf(deps, asker) };
}

async function standingsOf(deps: Deps, { who, locale }: Asker): Promise<Standing[]> {
	const all = who ? await describeAllProgress(deps, who.learner, locale) : [];
	return all
		.filter(({ withdrawn }) => !withdrawn)
		.map(({ course, done, total }) => ({ course, done, total }));
}

export async function courseView(deps: Deps, asker: Asker, id: string): Promise<CourseView | Failure> {
	const version = await deps.catalog.version(id);
	if (!version) return fail('course-unknown');
	const standing = await standingIn(deps, asker, version);
	const course = describeCourse(version, asker.locale);
	const progress = standing?.progress ?? null;
	const named = new Set(course.skills.map(({ framework }) => framework));
	const frameworks = [...named].flatMap((name) => deps.catalog.frameworks().filter(({ id }) => id === name));
	return {
		me: readerOf(asker.who),
		course,
		progress,
		done: [...doneItems(progress)],
		next: nextStep(course, progress),
		frameworks: frameworks.map((framework) => describeFramework(framework, asker.locale)),
	};
}

/** Of a visitor. */
const nothingLearned = { facts: { lessons: [], checks: [], attempts: [], grants: [] }, completions: [] };

export async function quizView(
	deps: Deps,
	asker: Asker,
	asked: { course: string; quiz: string },
): Promise<QuizView | Failure> {
	const version = await deps.catalog.version(asked.course);
	if (!version) return fail('course-unknown');
	const { manifest } = version;
	if (!Object.hasOwn(manifest.quizzes, asked.quiz)) return fail('quiz-unknown');
	const standing = await standingIn(deps, asker, version);
	const isIt = ({ quizId }: { quizId: string }) =>
		currentId(quizId, manifest.formerly, manifest.quizzes) === asked.quiz;
	const attempts = (standing?.learning.facts.attempts ?? []).filter(isIt).reverse();
	const course = describeCourse(version, asker.locale);
	const quiz = summariseQuiz(version, asked.quiz, asker.locale);
	const progress = standing?.progress ?? null;
	const mine = progress?.quizzes.find(({ id }) => id === asked.quiz);
	const now = deps.now();
	const { timeZone } = version;
	const learning = standing?.learning ?? nothingLearned;
	const { refusal, closesAt, extraMinutes } = quizAllowance(manifest, asked.quiz, learning, {
		now,
		timeZone,
	});
	return {
		me: readerOf(asker.who),
		course: { id: course.id, title: course.title },
		quiz,
		locales: locales.filter((locale) => locale in manifest.quizzes[asked.quiz]!.locales),
		calendar: refusal === 'not-open' || refusal === 'closed' ? refusal : null,
		standing: mine
			? {
					attemptsLeft: mine.attemptsLeft,
					againFrom: mine.againFrom,
					passed: mine.passed,
					refusal,
					closesAt: closesAt?.toISOString() ?? null,
					extraMinutes,
				}
			: null,
		granted: standing && (await grantedTo(deps, asker, version, asked.quiz, standing.learning.facts)),
		attempts: attempts.flatMap((attempt) => {
			const { id, number, score, maxScore, uncounted, waiting, submittedAt } = attempt;
			if (!submittedAt) return [];
			const { onePointEach } = quiz;
			const isTold = isScoreTold(attempt, { passed: mine?.passed ?? false, closesAt, now });
			const passed = isPass(attempt);
			return [
				{
					id,
					number,
					score: isTold ? score : null,
					maxScore,
					onePointEach,
					passed,
					uncounted,
					waiting,
					submittedAt: submittedAt.toISOString(),
				},
			];
		}),
		open: attempts.find(({ submittedAt }) => submittedAt === null)?.id ?? null,
		next: nextStep(course, progress),
	};
}

/** Asked for only where there is a grant at all. */
async function grantedTo(
	{ database }: Deps,
	{ who }: Asker,
	{ manifest }: CourseVersion,
	quiz: string,
	{ grants, attempts }: Facts,
): Promise<QuizView['granted']> {
	const quizzes = namesOf(quiz, manifest.formerly, manifest.quizzes);
	if (!who || !grants.some(({ quizId }) => quizzes.includes(quizId))) return null;
	const of = { learner: who.learner, course: manifest.course, quizzes };
	const grant = await selectOptionalGrant(database.db, of);
	const isUsed = (at: Date) =>
		attempts.some(({ quizId, startedAt }) => quizzes.includes(quizId) && startedAt >= at);
	if (!grant || (grant.attempts > 0 && isUsed(grant.at))) return null;
	const by = await selectGranterName(database.db, grant);
	return { reason: grant.reason, attempts: grant.attempts, by };
}
