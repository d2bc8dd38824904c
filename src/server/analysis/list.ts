import { coursesFor } from '#domain/access.ts';
import { currentId } from '#domain/renames.ts';
import type { AnalysedCourse, Analyses } from '#schemas/analysis.ts';
import type { Manifest } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import type { Principal } from '../app-types.ts';
import type { Catalog, CourseVersion } from '../courses/catalog.ts';
import { summariseCourse, summariseQuiz } from '../courses/describe.ts';
import type { Deps } from '../deps.ts';
import { selectQuizCounts, type QuizCount } from './count-store.ts';

/** The quizzes whose results somebody may read, with how many attempts there are. */
export async function listAnalyses(
	{ catalog, database, now }: Pick<Deps, 'catalog' | 'database' | 'now'>,
	{ grants }: Principal,
	locale: Locale,
): Promise<Analyses> {
	const allowed = coursesFor(grants, 'analysis.read', now().getTime());
	const counts = await selectQuizCounts(database.query, allowed);
	const versions = await versionsOf(catalog, allowed, counts);
	return {
		courses: versions
			.map((course) => describe(course, counts, locale))
			.filter(({ quizzes }) => quizzes.length),
	};
}

/** Those that are offered, then withdrawn ones with results. */
async function versionsOf(
	catalog: Catalog,
	allowed: readonly string[] | null,
	counts: readonly QuizCount[],
): Promise<CourseVersion[]> {
	const offered = catalog.courses().filter(({ manifest }) => allowed?.includes(manifest.course) ?? true);
	const known = new Set(offered.map(({ manifest }) => manifest.course));
	const others = new Set(counts.map(({ course }) => course).filter((course) => !known.has(course)));
	const withdrawn = await Promise.all([...others].map((course) => catalog.lastVersion(course)));
	return [...offered, ...withdrawn.filter((one) => one !== null)];
}

function describe(version: CourseVersion, counts: readonly QuizCount[], locale: Locale): AnalysedCourse {
	const { manifest } = version;
	const { id, title, locale: titleLocale } = summariseCourse(version, locale);
	const ofQuiz = (quiz: string) =>
		counts.filter(
			(one) => one.course === id && currentId(one.quiz, manifest.formerly, manifest.quizzes) === quiz,
		);
	return {
		course: id,
		title,
		locale: titleLocale,
		withdrawn: version.withdrawn ?? false,
		quizzes: quizzesInOrder(manifest).map((quiz) => {
			const text = summariseQuiz(version, quiz, locale);
			return { quiz, title: text.title, locale: text.locale, kind: text.kind, ...added(ofQuiz(quiz)) };
		}),
	};
}

function quizzesInOrder({ outline, quizzes }: Manifest): string[] {
	const listed = outline.filter(({ kind }) => kind === 'quiz').map(({ id }) => id);
	return [...listed, ...Object.keys(quizzes).filter((id) => !listed.includes(id))];
}

/** Of all names that the quiz has had. */
function added(counts: readonly QuizCount[]) {
	const sum = (of: 'attempts' | 'people' | 'passed') => counts.reduce((all, one) => all + one[of], 0);
	const people = sum('people');
	return { attempts: sum('attempts'), people, passRate: people === 0 ? null : sum('passed') / people };
}
